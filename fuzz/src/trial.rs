//! One case: opened, checked, made runnable, run, and everything read that a person could look at.

use std::rc::Rc;

use delivery_lab::log::RunLog;
use delivery_lab::people::PopulationSpec;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::check::notes;
use delivery_lab::scenario::finding::Finding;
use delivery_lab::scenario::{Scenario, file, wire};
use delivery_lab::text::{Lang, finding, journal};

use crate::told::is_told;

/// What a case came to. Anything else is a panic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is no scenario.
    Unreadable,
    /// It has errors, each with a sentence.
    Refused,
    /// It ran.
    Ran {
        /// Whether a limit ended it.
        cut_short: bool,
    },
}

/// Larger scenarios are opened, checked and saved, and not run: millions have to be tried.
const MOST_WEEKS: u32 = 12;
const MOST_PEOPLE: u64 = 2_000;

/// Tries a file. What must hold of any run is asserted: a broken assertion is a panic, which the caller counts.
pub fn try_text(text: &[u8]) -> Verdict {
    let scenario = match file::open(text) {
        Ok(scenario) => scenario,
        Err(problem) => {
            is_told(|lang| finding::told_of_file(lang, &problem));
            return Verdict::Unreadable;
        }
    };
    // Costs as much as all the rest, so it is done for some only.
    if text.len().is_multiple_of(8) {
        let saved = wire::save(&scenario);
        assert!(wire::open(saved.as_bytes()).is_ok(), "what was saved does not open");
    }
    tell(&scenario, &notes(&scenario));
    if scenario.weeks > MOST_WEEKS || people(&scenario) > MOST_PEOPLE {
        tell(&scenario, &delivery_lab::scenario::check::check(&scenario));
        return Verdict::Refused;
    }
    match lower(&scenario, None) {
        Err(findings) => {
            assert!(!findings.is_empty(), "refused without a reason");
            tell(&scenario, &findings);
            Verdict::Refused
        }
        Ok(lowered) => {
            tell(&scenario, &lowered.warnings);
            let log = RunLog::of(Rc::new(lowered.plan));
            read(&log);
            let last = log.record().facts.last();
            Verdict::Ran { cut_short: last.is_some_and(|fact| fact.at < log.end()) }
        }
    }
}

fn people(scenario: &Scenario) -> u64 {
    let weeks = u64::from(scenario.weeks);
    match &scenario.population {
        PopulationSpec::Generated(people) => {
            u64::from(people.size).saturating_add(weeks.saturating_mul(people.joins_per_week.into()))
        }
        PopulationSpec::Imported(people) => {
            u64::from(people.rows).saturating_add(weeks.saturating_mul(people.joins_per_week.into()))
        }
    }
}

fn tell(scenario: &Scenario, findings: &[Finding]) {
    for one in findings {
        for lang in Lang::WRITTEN {
            assert!(!finding::sentence(lang, scenario, one).trim().is_empty(), "a finding without words");
        }
    }
}

/// Reads what a person could look at, and holds it against what must be true.
fn read(log: &RunLog) {
    let (plan, record) = (log.plan(), log.record());
    assert!(record.facts.windows(2).all(|pair| pair[0].at <= pair[1].at), "facts out of order");
    assert!(record.endings.len() <= record.tasks.len(), "more endings than tasks");
    for fact in record.facts.iter().take(40) {
        for lang in Lang::WRITTEN {
            assert!(!journal::line(lang, plan, record, fact).is_empty(), "a fact without words");
        }
    }
    assert_eq!(log.trace().lines().count(), record.facts.len(), "a trace line for each fact");
    let middle = plan.start + delivery_lab::base::time::SimSpan::from_days(i64::from(plan.weeks) * 7 / 2);
    for moment in [plan.start, middle, log.end()] {
        let totals = log.totals(moment);
        assert!(totals.success + totals.failed <= totals.to_deliver, "more processed than there are");
        assert!(
            totals.clicks <= totals.opens && totals.opens <= totals.to_deliver,
            "more opens than messages"
        );
        for row in log.delivery_list(moment).iter().take(5) {
            log.broad_log(row.delivery, moment, 0..20);
            log.exclusion_log(row.delivery, moment);
        }
    }
}
