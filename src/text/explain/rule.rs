//! What a rule did to a recipient, in a sentence: which test of a condition did not hold, and so on.

use crate::engine::probe::{Rule, Verdict};
use crate::log::RunLog;
use crate::people::{Condition, Explanation};
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::condition::describe;
use crate::text::format::{and_list, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;

/// The rule, its activity first: `Query “query”: not selected, since newsletter is yes does not hold.`
pub(super) fn sentence(lang: Lang, scenario: &Scenario, log: &RunLog, verdict: &Verdict) -> String {
    let name = log.plan().steps.get(verdict.step).map_or("", |step| &step.name);
    let what = match (verdict.rule, &verdict.tests) {
        (Rule::Condition(number), Some(tests)) => {
            judged(lang, scenario, log, name, number, tests, verdict.is_kept)
        }
        (rule, _) => plain(lang, rule, verdict.is_kept).to_owned(),
    };
    format!("{}: {what}", place(lang, scenario, name))
}

fn judged(
    lang: Lang,
    scenario: &Scenario,
    log: &RunLog,
    activity: &str,
    number: u16,
    tests: &Explanation,
    is_kept: bool,
) -> String {
    if !tests.present {
        return lang
            .pick("not selected: not in the population yet.", "inte vald: ännu inte i populationen.")
            .into();
    }
    let schema = log.plan().people.schema();
    let condition = condition_of(scenario, activity, number);
    let words = |condition: &Condition| quoted(lang, &describe(lang, schema, condition));
    if is_kept {
        let whole = condition.map(words);
        return match (whole, lang.wording()) {
            (Some(whole), Wording::En) => say!(lang, "selected, since {whole} holds.", whole),
            (Some(whole), Wording::Sv) => format!("vald, eftersom {whole} stämmer."),
            (None, _) => plain(lang, Rule::Condition(number), true).into(),
        };
    }
    let failed = condition.map(|condition| failing(condition, tests, &mut Vec::new())).unwrap_or_default();
    let failed: Vec<String> = failed.into_iter().map(words).collect();
    match (failed.is_empty(), lang.wording()) {
        (true, _) => plain(lang, Rule::Condition(number), false).into(),
        (false, Wording::En) => {
            let verb =
                if failed.len() == 1 { say!(lang, "does not hold") } else { say!(lang, "do not hold") };
            say!(lang, "not selected, since {failed} {verb}.", failed = and_list(lang, &failed), verb)
        }
        (false, Wording::Sv) => format!("inte vald, eftersom {} inte stämmer.", and_list(lang, &failed)),
    }
}

/// The condition that a rule asks, as the author wrote it.
fn condition_of<'s>(scenario: &'s Scenario, activity: &str, number: u16) -> Option<&'s Condition> {
    let settings = &scenario.workflow.activity(activity)?.settings;
    match settings {
        Settings::Split(split) => split.subsets.get(usize::from(number))?.filter.as_ref(),
        Settings::Cells(cells) => cells.cells.get(usize::from(number)).map(|cell| &cell.condition),
        _ => settings.condition(),
    }
}

/// The tests because of which a condition does not hold; of a group that holds because it must not, the group.
fn failing<'c>(condition: &'c Condition, tests: &Explanation, path: &mut Vec<usize>) -> Vec<&'c Condition> {
    if holds(condition, tests, path) {
        return Vec::new();
    }
    if condition.is_negated() || matches!(condition, Condition::Test(_)) {
        return vec![condition];
    }
    let mut failed = Vec::new();
    for (place, part) in condition.parts().iter().enumerate() {
        path.push(place);
        failed.extend(failing(part, tests, path));
        path.pop();
    }
    failed
}

/// Whether a part of the condition holds by the answers to its tests.
fn holds(part: &Condition, tests: &Explanation, path: &mut Vec<usize>) -> bool {
    let mut asks = |(place, part): (usize, &Condition)| {
        path.push(place);
        let answer = holds(part, tests, path);
        path.pop();
        answer
    };
    match part {
        Condition::All(group) => group.all.iter().enumerate().all(&mut asks) != group.not,
        Condition::Any(group) => group.any.iter().enumerate().any(&mut asks) != group.not,
        Condition::Test(_) => tests.tests.iter().any(|test| test.path == *path && test.holds),
    }
}

/// A rule in words of its own.
fn plain(lang: Lang, rule: Rule, is_kept: bool) -> &'static str {
    match (rule, is_kept) {
        (Rule::Condition(_) | Rule::Column(_), true) => {
            lang.pick("the condition holds.", "villkoret stämmer.")
        }
        (Rule::Condition(_) | Rule::Column(_), false) => lang.pick(
            "not selected, since the condition does not hold.",
            "inte vald, eftersom villkoret inte stämmer.",
        ),
        (Rule::Inbound, true) => {
            lang.pick("was in the population that came in.", "fanns i populationen som kom in.")
        }
        (Rule::Inbound, false) => lang.pick(
            "not selected: not in the population that came in.",
            "inte vald: fanns inte i populationen som kom in.",
        ),
        (Rule::Link(_), true) => {
            lang.pick("the filter on the linked table holds.", "filtret på den länkade tabellen stämmer.")
        }
        (Rule::Link(_), false) => lang.pick(
            "not selected, since the filter on the linked table does not hold.",
            "inte vald, eftersom filtret på den länkade tabellen inte stämmer.",
        ),
        (Rule::History, true) => {
            lang.pick("new, since not in the history.", "ny, eftersom mottagaren inte finns i historiken.")
        }
        (Rule::History, false) => lang.pick(
            "not selected: still in the history of an earlier run.",
            "inte vald: finns kvar i historiken från en tidigare körning.",
        ),
        (Rule::Combination, true) => {
            lang.pick("is in the combined population.", "finns i den kombinerade populationen.")
        }
        (Rule::Combination, false) => {
            lang.pick("is not in the combined population.", "finns inte i den kombinerade populationen.")
        }
        (Rule::Limit(_), true) => {
            lang.pick("within the limit of the subset.", "inom delmängdens storleksgräns.")
        }
        (Rule::Limit(_), false) => {
            lang.pick("dropped: the subset was full.", "borttagen: delmängden var full.")
        }
        (Rule::Double, true) => {
            lang.pick("no double, or the one that is kept.", "ingen dubblett, eller den som behålls.")
        }
        (Rule::Double, false) => lang.pick("dropped as a double.", "borttagen som dubblett."),
        (Rule::AddressDefined, true) => lang.pick("has an address.", "har en adress."),
        (Rule::AddressDefined, false) => lang.pick("left out: no address.", "utelämnad: adress saknas."),
        (Rule::NotDenylisted, true) => lang.pick("not denylisted.", "inte på blocklistan."),
        (Rule::NotDenylisted, false) => lang.pick(
            "left out: denylisted after an opt-out.",
            "utelämnad: på blocklistan efter en avregistrering.",
        ),
        (Rule::NotQuarantined, true) => {
            lang.pick("the address is not in quarantine.", "adressen är inte i karantän.")
        }
        (Rule::NotQuarantined, false) => {
            lang.pick("left out: the address is in quarantine.", "utelämnad: adressen är i karantän.")
        }
        (Rule::FilteringRule(_), true) => {
            lang.pick("passes the filtering rule.", "klarar filtreringsregeln.")
        }
        (Rule::FilteringRule(_), false) => {
            lang.pick("left out by a filtering rule.", "utelämnad av en filtreringsregel.")
        }
        (Rule::NoDuplicate, true) => lang.pick(
            "nobody before has the same address in this delivery.",
            "ingen före har samma adress i den här leveransen.",
        ),
        (Rule::NoDuplicate, false) => lang.pick(
            "left out: the address is already in this delivery.",
            "utelämnad: adressen finns redan i den här leveransen.",
        ),
        (Rule::Pressure, true) => lang.pick(
            "below the number of messages that the pressure rule allows.",
            "under antalet meddelanden som tryckregeln tillåter.",
        ),
        (Rule::Pressure, false) => lang.pick(
            "left out by the pressure rule: too many messages of late.",
            "utelämnad av tryckregeln: för många meddelanden på sistone.",
        ),
        (Rule::Capacity, true) => lang.pick("within the capacity of the day.", "inom dagens kapacitet."),
        (Rule::Capacity, false) => lang
            .pick("left out: the capacity of the day was used up.", "utelämnad: dagens kapacitet var slut."),
        (Rule::Sent, true) => lang.pick("the message is sent.", "meddelandet skickas."),
        (Rule::Sent, false) => lang.pick("the message is not sent.", "meddelandet skickas inte."),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::people::{Operator, TestOutcome};

    #[test]
    fn only_what_decides_is_told() {
        let is = |name| Condition::is(name, Operator::IsTrue);
        let either = Condition::any(vec![is("a"), is("b")]);
        let except = Condition::except(vec![is("c"), is("d")]);
        let whole = Condition::all(vec![either, is("e"), except.clone()]);
        let told = |answers: [bool; 5]| {
            let paths: [&[usize]; 5] = [&[0, 0], &[0, 1], &[1], &[2, 0], &[2, 1]];
            let outcome = |(path, holds): (&[usize], bool)| TestOutcome { path: path.to_vec(), holds };
            let tests = paths.into_iter().zip(answers).map(outcome).collect();
            let asked = Explanation { present: true, holds: false, tests };
            failing(&whole, &asked, &mut Vec::new()).into_iter().cloned().collect::<Vec<_>>()
        };
        assert_eq!(told([true, false, false, false, false]), [is("e")], "not b, since a will do");
        assert_eq!(told([false, false, true, false, true]), [is("a"), is("b"), except.clone()]);
        assert_eq!(told([true, true, true, true, false]), [except]);
        assert_eq!(told([true, true, true, false, false]), []);
    }

    #[test]
    fn every_rule_has_four_sentences_of_its_own() {
        let rules = [
            Rule::Condition(0),
            Rule::Inbound,
            Rule::Link(0),
            Rule::History,
            Rule::Combination,
            Rule::Limit(0),
            Rule::Double,
            Rule::AddressDefined,
            Rule::NotDenylisted,
            Rule::NotQuarantined,
            Rule::FilteringRule(0),
            Rule::NoDuplicate,
            Rule::Pressure,
            Rule::Capacity,
            Rule::Sent,
        ];
        let mut said = BTreeSet::new();
        for (rule, is_kept) in rules.into_iter().flat_map(|rule| [(rule, true), (rule, false)]) {
            for lang in Lang::WRITTEN {
                assert!(said.insert(plain(lang, rule, is_kept)), "{rule:?} {is_kept} is said twice");
            }
        }
        assert!(said.iter().all(|one| one.ends_with('.')));
    }
}
