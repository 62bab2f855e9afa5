//! Goals that a workflow which was built meets, read off its run: what a trainer ticks to say what is to be so.

use serde_json::Value;

use super::super::course::goal::{Comparison, Count, Counted, Quantity, Setting, Test, Which};
use super::super::course::words::GoalWords;
use super::super::judge::params::Params;
use super::super::judge::{Judged, Played};
use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, ActivityKind};
use crate::text::instructor::goal as says;
use crate::text::{Lang, activity};

/// The most goals that are proposed.
const MOST: usize = 24;
/// The most settings of one activity that are proposed.
const MOST_SETTINGS: usize = 4;

/// A goal that could be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// What would have to be so.
    pub test: Test,
    /// Whether it is so before anything is done; then it is worth little.
    pub is_met_before: bool,
    /// Its words by language.
    pub words: Vec<(String, GoalWords)>,
}

/// What is so in the solution, the most telling first: what was not so at the start goes first.
pub fn goals(start: &Played, solved: &Played) -> Vec<Proposal> {
    let params = Params::default();
    let (before, after) = (start.judged(&params), solved.judged(&params));
    let tests = clean(&after)
        .into_iter()
        .chain(ways(&solved.scenario))
        .chain(counts(&after))
        .chain(set(start, solved));
    let mut proposals: Vec<Proposal> = Vec::new();
    for (test, words) in tests.filter(|(test, _)| after.holds(test)) {
        if proposals.iter().all(|other| other.test != test) {
            let words = words.into_iter().map(|(lang, told)| (lang.code().to_owned(), told)).collect();
            proposals.push(Proposal { is_met_before: before.holds(&test), test, words });
        }
    }
    proposals.sort_by_key(|proposal| proposal.is_met_before);
    proposals.truncate(MOST);
    proposals
}

type Worded = (Test, Vec<(Lang, GoalWords)>);

fn worded(test: Test, words: impl Fn(Lang) -> (String, String)) -> Worded {
    let told = Lang::known().map(|lang| {
        let (label, why) = words(lang);
        (lang, GoalWords { label, why })
    });
    (test, told.collect())
}

fn clean(judged: &Judged<'_>) -> Option<Worded> {
    let test = if judged.holds(&Test::Clean) { Test::Clean } else { Test::Runs };
    let is_clean = test == Test::Clean;
    Some(worded(test, |lang| says::runs(lang, is_clean)))
}

/// For each delivery activity the way that leads to it.
fn ways(scenario: &Scenario) -> Vec<Worded> {
    let deliveries = scenario.workflow.activities.iter().filter(|one| one.settings.kind().is_delivery());
    let ways = deliveries.map(|delivery| way(scenario, delivery)).filter(|way| way.len() > 1);
    ways.map(|way| {
        worded(Test::Leads(way.clone()), |lang| {
            let names: Vec<_> = way.iter().map(|kind| activity::name(lang, *kind)).collect();
            says::leads(lang, &names)
        })
    })
    .collect()
}

/// The kinds on the way to an activity, from the first on; of several ways the one drawn first.
fn way(scenario: &Scenario, to: &Activity) -> Vec<ActivityKind> {
    let mut way = vec![to];
    while let Some(first) = way.first()
        && let Some(link) = scenario.workflow.transitions.iter().find(|link| link.to == first.name)
        && let Some(before) = scenario.workflow.activity(&link.from)
        && way.iter().all(|one| one.name != before.name)
    {
        way.insert(0, before);
    }
    way.into_iter().map(|one| one.settings.kind()).collect()
}

/// What the run comes to, by kind of delivery.
fn counts(judged: &Judged<'_>) -> Vec<Worded> {
    let activities = &judged.scenario.workflow.activities;
    let mut kinds: Vec<ActivityKind> =
        activities.iter().map(|one| one.settings.kind()).filter(|kind| kind.is_delivery()).collect();
    kinds.dedup();
    let mut told = Vec::new();
    for kind in kinds {
        for what in [Count::Deliveries, Count::Batches, Count::MailedTwice, Count::BroadLogs, Count::Messages]
        {
            let of = Which { kind: Some(kind), name: None };
            let counted = Quantity::Counted(Counted { what, of, until: None, delivery: None });
            let Some(number) = judged.number(&counted) else { continue };
            let test = Test::Compare(counted, Comparison::Equal, Quantity::Fixed(number));
            let words = |lang| says::count(lang, what as usize, activity::name(lang, kind), number);
            told.push(worded(test, words));
        }
    }
    told
}

/// The settings that are other than at the start, or than those of a new activity.
fn set(start: &Played, solved: &Played) -> Vec<Worded> {
    let mut told = Vec::new();
    for own in &solved.scenario.workflow.activities {
        let kind = own.settings.kind();
        let before = start.scenario.workflow.activity(&own.name).map(|one| one.settings.clone());
        let before = before.filter(|one| one.kind() == kind);
        let twins =
            solved.scenario.workflow.activities.iter().filter(|one| one.settings.kind() == kind).count();
        let is_known = before.is_some() && twins > 1;
        let name = is_known.then(|| own.name.clone());
        let (Ok(after), Ok(before)) = (serde_json::to_value(&own.settings), serde_json::to_value(before))
        else {
            continue;
        };
        let mut leaves = Vec::new();
        differing("", &before, &after, &mut leaves);
        for (at, value) in leaves.into_iter().filter(|(at, _)| is_telling(at)).take(MOST_SETTINGS) {
            let shown = shown(&value);
            let last = at.rsplit('/').next().unwrap_or_default().to_owned();
            let of = Which { kind: Some(kind), name: name.clone() };
            let test = Test::Setting(Setting { of, at, is: vec![value] });
            told.push(worded(test, |lang| says::setting(lang, activity::name(lang, kind), &last, &shown)));
        }
    }
    told
}

/// Every leaf of `after` that is other than in `before`. A list counts as one leaf.
fn differing(at: &str, before: &Value, after: &Value, leaves: &mut Vec<(String, Value)>) {
    match after {
        Value::Object(fields) => {
            for (name, value) in fields {
                let was = before.get(name).unwrap_or(&Value::Null);
                differing(
                    &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")),
                    was,
                    value,
                    leaves,
                );
            }
        }
        Value::Null => {}
        _ if after != before => leaves.push((at.to_owned(), after.clone())),
        _ => {}
    }
}

/// Names, texts and templates differ from learner to learner.
fn is_telling(at: &str) -> bool {
    !["type", "template", "subject", "body", "label", "name"].iter().any(|last| at == format!("/{last}"))
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(rows) => rows.iter().map(shown).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
