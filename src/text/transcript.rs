//! The transcript of a run: every sentence of its journal, as text for people or as a table.

use super::journal::{narrated, when};
use super::{Lang, label, narration};
use crate::log::RunLog;
use crate::log::export::cells::Cells;

/// A heading, and a line for each of the facts at these places.
pub fn text(lang: Lang, name: &str, run: &RunLog, facts: &[usize]) -> String {
    let (plan, record) = (run.plan(), run.record());
    let mut text = format!("{}\n\n", narration::transcript_heading(lang, name, plan.seed));
    for fact in facts.iter().filter_map(|place| record.facts.get(*place)) {
        text.push_str(&when(lang, plan.start, fact.at));
        text.push_str(": ");
        text.push_str(&narrated(lang, plan, record, fact));
        text.push('\n');
    }
    text
}

/// The same as a CSV file: moment, activity, its internal name, sentence.
pub fn table(lang: Lang, run: &RunLog, facts: &[usize]) -> String {
    let (plan, record) = (run.plan(), run.record());
    let mut cells = Cells::default();
    let words = narration::of(lang);
    for heading in [words.moment, words.activity, "activity", words.sentence] {
        cells.text(heading);
    }
    cells.end();
    for fact in facts.iter().filter_map(|place| record.facts.get(*place)) {
        let step = fact.step.and_then(|step| plan.steps.get(step));
        cells.moment(fact.at);
        cells.text(step.map_or("", |step| label::or_name(&step.label, &step.name)));
        cells.text(step.map_or("", |step| &step.name));
        cells.text(&narrated(lang, plan, record, fact));
        cells.end();
    }
    String::from_utf8_lossy(&cells.take()).into_owned()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::log::journal::JournalFilter;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn both_forms_have_a_line_for_each_fact() {
        let scenario = Sample::SideBySide.scenario();
        let run = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        let facts = run.journal(run.end(), JournalFilter::default());
        for lang in Lang::WRITTEN {
            let text = text(lang, "Side by side", &run, &facts);
            assert_eq!(text.lines().count(), facts.len() + 2);
            assert!(text.starts_with("Side by side"));
            let table = table(lang, &run, &facts);
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
            assert_eq!(rows.len(), facts.len());
            for (row, line) in rows.iter().zip(text.lines().skip(2)) {
                assert!(line.ends_with(&row[3]), "{line}\n{row:?}");
            }
            assert_eq!(&rows[0][0], "2026-01-05T00:00:00Z");
        }
    }
}
