//! Everything that was measured as one Markdown document.

use std::fmt::Write as _;

use anyhow::Result;

use super::aims::{self, Section};
use super::chart::Chart;
use super::history::{COLUMNS, History};
use super::parts::{PARTS, Part};
use super::saved::{Measured, Saved};
use crate::sizes::grouped;

/// How many releases the document shows; the file has all.
const SHOWN: usize = 10;

/// The parts that were measured and what each came to.
pub(super) fn sections(saved: &Saved) -> Result<Vec<(&'static Part, Section)>> {
    let measured = const { &PARTS }.iter().filter_map(|part| Some((part, saved.parts.get(part.name)?)));
    measured.map(|(part, measured)| Ok((part, (part.section)(&measured.results)?))).collect()
}

/// The document without its title: what took part, the aims, a section for each part with its charts.
pub(super) fn of(saved: &Saved, charts: &[(&str, Chart)]) -> Result<String> {
    if saved.parts.is_empty() && saved.failed.is_empty() {
        return Ok("Nothing was measured yet.\n".to_owned());
    }
    let sections = sections(saved)?;
    let mut text = String::new();
    let aims = sections.iter().flat_map(|(part, section)| section.aims.iter().map(|aim| (part.name, aim)));
    writeln!(text, "{}", aims::summary(aims)?)?;
    text.push_str(&facts(saved)?);
    for (part, section) in sections {
        writeln!(text, "\n## {}\n", part.title)?;
        pictures(&mut text, charts, part.name)?;
        writeln!(text, "{}", section.text.trim_end())?;
        if !section.aims.is_empty() {
            write!(text, "\n{}", aims::table(&section.aims)?)?;
        }
    }
    Ok(text)
}

/// The charts that belong to a part.
fn pictures(text: &mut String, charts: &[(&str, Chart)], part: &str) -> Result<()> {
    for (_, Chart { file, alt, .. }) in charts.iter().filter(|(of, _)| *of == part) {
        writeln!(text, "![{}]({file})\n", alt.replace(['[', ']'], ""))?;
    }
    Ok(())
}

/// When, where and with what each part was measured, and which could not be.
fn facts(saved: &Saved) -> Result<String> {
    let mut text =
        "| part | day | commit | machine | rustc | measured with | beside | load before, after |\n\
                    |---|---|---|---|---|---|---|---|\n"
            .to_owned();
    let mut is_any_quick = false;
    for part in &PARTS {
        let Some(Measured { facts, results }) = saved.parts.get(part.name) else { continue };
        is_any_quick |= facts.is_quick;
        let quick = if facts.is_quick { " (quick)" } else { "" };
        writeln!(
            text,
            "| {}{quick} | {} | {} | {} | {} | {} | {} | {} |",
            part.name,
            facts.day,
            facts.commit,
            facts.machine,
            facts.rustc,
            results.tools(),
            facts.rivals,
            results.load().unwrap_or_default()
        )?;
    }
    for (name, reason) in &saved.failed {
        writeln!(text, "\n**Not measured:** {name}, because {reason}.")?;
    }
    if is_any_quick {
        text.push_str(
            "\nA quick run is no more than a sign of life: its rounds are few and its workloads small.\n",
        );
    }
    Ok(text)
}

/// The releases so far, the last first.
pub(super) fn history(history: &History, charts: &[(&str, Chart)]) -> Result<String> {
    let mut text = "\n## From release to release\n\n".to_owned();
    if history.rows.is_empty() {
        text.push_str("No release was recorded yet (`cargo xtask bench --record`).\n");
        return Ok(text);
    }
    pictures(&mut text, charts, "history")?;
    let rows: Vec<_> = history.rows.iter().rev().take(SHOWN).collect();
    let mut line = |head: &str, cell: &dyn Fn(usize) -> String| {
        let cells: Vec<String> = (0..rows.len()).map(cell).collect();
        writeln!(text, "| {head} | {} |", cells.join(" | "))
    };
    line("", &|at| rows[at].version.clone())?;
    line("---", &|_| "--:".to_owned())?;
    line("day", &|at| rows[at].date.clone())?;
    line("commit", &|at| rows[at].commit.clone())?;
    for (place, (name, what)) in COLUMNS.iter().enumerate() {
        line(&format!("`{name}`: {what}"), &|at| rows[at].numbers[place].map(figure).unwrap_or_default())?;
    }
    Ok(text)
}

fn figure(number: f64) -> String {
    if number.fract() == 0.0 { grouped(number as u64) } else { format!("{number:.2}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::facts::Facts;
    use crate::bench::grid::assert_even;
    use crate::bench::history::tests::release;
    use crate::bench::results::read;

    fn saved(is_quick: bool) -> Saved {
        let line = r#"{"lighthouse":"13","load":{"before":0.25,"after":1},"results":[
            {"workload":"phone","who":"lab","rounds":[{"performance":70,"seo":96}]}]}"#;
        let mut saved = Saved::default();
        let measured = Measured { facts: Facts::made_up(is_quick), results: read(line).unwrap() };
        saved.parts.insert("lighthouse".to_owned(), measured);
        saved.failed.insert("count".to_owned(), "no Valgrind was found".to_owned());
        saved
    }

    #[test]
    fn it_opens_with_losses_and_says_what_is_missing() {
        let chart = Chart { file: "a.svg", alt: "Scores [70].".into(), svg: String::new() };
        let text = of(&saved(false), &[("lighthouse", chart)]).unwrap();
        assert!(text.starts_with("**1 of 2 aims are met.** These are missed:"));
        assert!(
            text.contains(
                "| lighthouse | 2026-11-30 | c0ffee | 2 × p | 1 | Lighthouse 13 | r 1 | 0.2, 1.0 |"
            )
        );
        assert!(text.contains("**Not measured:** count, because no Valgrind was found.\n"));
        assert!(text.contains("## Lighthouse\n\n![Scores 70.](a.svg)\n\n"));
        assert!(!text.contains("sign of life"));
        assert_even(&text);
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!(of(&Saved::default(), &[]).unwrap(), "Nothing was measured yet.\n");
    }

    #[test]
    fn a_quick_run_says_so() {
        let text = of(&saved(true), &[]).unwrap();
        assert!(text.contains("| lighthouse (quick) |") && text.contains("sign of life"));
    }

    #[test]
    fn the_last_release_comes_first() {
        let rows = vec![release("0.9", Some(1_000.0)), release("1.0", Some(2.5))];
        let text = history(&History { rows }, &[]).unwrap();
        assert!(text.contains("|  | 1.0 | 0.9 |\n| --- | --: | --: |\n"));
        assert!(text.contains("by gzip | 2.50 | 1,000 |"));
        assert_even(&text);
        assert!(history(&History::default(), &[]).unwrap().contains("No release"));
    }
}
