//! Audits the release site by Lighthouse, and says what each category came to and what keeps it down.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Result, bail};

use super::rig::{Rig, told};
use crate::bench::aims::{Aim, Section};
use crate::bench::grid::{Column, Grid};
use crate::bench::results::{Results, Series};
use crate::page::Flavour;
use crate::workspace;

/// The categories of Lighthouse, by their ids.
const CATEGORIES: [Column; 5] = [
    Column::new("performance", "Performance", 0),
    Column::new("accessibility", "Accessibility", 0),
    Column::new("best-practices", "Best practices", 0),
    Column::new("seo", "SEO", 0),
    Column::new("agentic-browsing", "Agentic browsing", 0),
];
/// What is timed besides.
const TIMES: [Column; 3] = [
    Column::new("paint", "first contentful paint, ms", 0),
    Column::new("largest", "largest contentful paint, ms", 0),
    Column::new("blocked", "blocked in all, ms", 0),
];
const FORMS: [(&str, &str); 2] = [("phone", "as a phone"), ("desk", "as a desk")];
const PAGES: [(&str, &str); 2] = [("lab", "Delivery Lab"), ("embed builder", "the page of embed codes")];
/// The least that each category should come to, of 100.
pub(crate) const AIM: f64 = 95.0;
const DRIVER: &str = "bench/drive/lighthouse.mjs";

/// Runs the audits.
pub(crate) fn measure(rig: &mut Rig) -> Result<Results> {
    if !workspace::at(DRIVER).is_file() {
        bail!("{DRIVER} is not there");
    }
    let mut node = rig.driver("lighthouse")?;
    // The driver serves by itself, compressed as a web server would.
    node.env("FOLDER", Flavour::Release.site_folder());
    rig.measured(|| told(&mut node))
}

/// The score of a category.
pub(crate) struct Score<'a> {
    /// The page, and what it was seen as.
    pub(crate) page: String,
    pub(crate) category: &'static str,
    pub(crate) value: f64,
    /// Of every round.
    pub(crate) rounds: Vec<f64>,
    series: &'a Series,
}

/// All scores, page by page.
pub(crate) fn scores(results: &Results) -> Vec<Score<'_>> {
    let pages = PAGES.into_iter().flat_map(|page| FORMS.map(|form| (page, form)));
    let measured = pages.filter_map(|((who, name), (workload, form))| {
        Some((format!("{name}, {form}"), results.of(workload, who)?))
    });
    let scored = measured.flat_map(|(page, series)| {
        CATEGORIES.iter().filter_map(move |Column { field, heading, .. }| {
            let value = series.median(&[field])?;
            let (page, rounds) = (page.clone(), series.sums(&[field]));
            Some(Score { page, category: heading, value, rounds, series })
        })
    });
    scored.collect()
}

/// What came out, against what was aimed at.
pub(crate) fn section(results: &Results) -> Result<Section> {
    let scores = scores(results);
    // Lighthouse has more categories in one version than in another.
    let is_scored = |column: &&Column| scores.iter().any(|score| score.category == column.heading);
    let columns: Vec<Column> = CATEGORIES.iter().filter(is_scored).chain(&TIMES).copied().collect();
    let grid = Grid {
        head: ("seen", "page"),
        workloads: &FORMS,
        contestants: &PAGES,
        rivals: &[],
        columns: &columns,
    };
    let mut text = format!(
        "{} of the release site, compressed, as Lighthouse sees a first visit: scores of 100, and times that it works \
         out for a slow network and processor.\n\n{}",
        results.rounds(),
        grid.table(results)?
    );
    let low = scores.iter().filter(|score| score.value < AIM);
    let lacking: BTreeSet<&str> = low.flat_map(|score| score.series.words("lacking")).collect();
    if !lacking.is_empty() {
        text.push_str("\nWhat keeps scores down:\n\n");
        for audit in lacking {
            writeln!(text, "- {audit}")?;
        }
    }
    let aim = |score: &Score<'_>| {
        let what = format!("{}: {}: at least {AIM}", score.page, score.category);
        Aim::new(what, format!("{:.0}", score.value), score.value >= AIM)
    };
    Ok(Section { text, aims: scores.iter().map(aim).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::{grid, results::read};

    #[test]
    fn misses_are_said_and_so_is_what_they_lack() {
        let line = r#"{"lighthouse":"13","results":[
            {"workload":"phone","who":"lab","rounds":[{"performance":94,"seo":100,"paint":800,"lacking":["tbt: 900 ms"]}]},
            {"workload":"desk","who":"lab","rounds":[{"performance":95,"seo":100,"paint":400,"lacking":["lcp: 1 s"]}]}]}"#;
        let results = read(line).unwrap();
        assert_eq!(results.tools(), "Lighthouse 13");
        let text = section(&results).unwrap().whole();
        assert!(text.contains("| as a phone | Delivery Lab | 94 | 100 | 800 |  |  |"));
        assert!(text.contains("| Delivery Lab, as a phone: Performance: at least 95 | 94 | **missed** |"));
        assert!(text.contains("| Delivery Lab, as a desk: Performance: at least 95 | 95 | met |"));
        // What is lacking where the score is high enough keeps nothing down.
        assert!(text.contains("- tbt: 900 ms\n") && !text.contains("lcp") && !text.contains("Agentic"));
        grid::assert_even(&text);
    }
}
