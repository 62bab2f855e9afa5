//! What the tour needs of a scenario, and the one change it proposes.

use crate::base::time::{SimSpan, SimTime};
use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, ActivityKind, Settings};
use crate::scenario::creative::Creative;
use crate::scenario::edit::Edit;
use crate::scenario::intervention::{Intervention, Stimulus};
use crate::schedule::Weekday;
use crate::text::Lang;
use crate::text::coach::new_subject;

/// A change of the creative of a continuous delivery in the middle of the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The name of the delivery activity.
    pub activity: String,
    /// Its label.
    pub label: String,
    /// When it is made.
    pub at: SimTime,
    /// The content from then on.
    pub creative: Creative,
}

impl Change {
    /// The edit that makes it.
    pub fn edit(&self) -> Edit {
        let (activity, at, creative) = (self.activity.clone(), self.at, self.creative.clone());
        Edit::EditCreativeAt { activity, at, creative }
    }
}

/// Whether the workflow has both kinds of delivery, so that there is something to compare.
pub fn has_both_kinds(scenario: &Scenario) -> bool {
    let has = |kind| scenario.workflow.activities.iter().any(|activity| activity.settings.kind() == kind);
    has(ActivityKind::RecurringDelivery) && has(ActivityKind::ContinuousDelivery)
}

/// The change that the tour proposes: another subject for the first continuous delivery, from the first Monday
/// after the middle of the run; none where there is no such delivery, or no such Monday.
pub fn change(scenario: &Scenario, lang: Lang) -> Option<Change> {
    let (activity, template) = continuous(scenario).next()?;
    let creative = &scenario.template(template)?.creative;
    let creative = Creative { subject: new_subject(lang, &creative.subject), ..creative.clone() };
    Some(Change {
        activity: activity.name.clone(),
        label: activity.label.clone(),
        at: middle_monday(scenario)?,
        creative,
    })
}

/// The first change of this sort that the scenario has, after its first moment and before its last.
pub fn change_made(scenario: &Scenario) -> Option<Change> {
    let within = |done: &&Intervention| done.at > scenario.start_time() && done.at < scenario.end_time();
    scenario.interventions.iter().filter(within).find_map(|done| {
        let Stimulus::EditTemplate { template, creative } = &done.what else { return None };
        let (activity, _) = continuous(scenario).find(|(_, name)| name == template)?;
        let (at, creative) = (done.at, creative.clone());
        Some(Change { activity: activity.name.clone(), label: activity.label.clone(), at, creative })
    })
}

/// The continuous deliveries, each with the name of its template.
fn continuous(scenario: &Scenario) -> impl Iterator<Item = (&Activity, &str)> {
    scenario.workflow.activities.iter().filter_map(|activity| match &activity.settings {
        Settings::ContinuousDelivery(delivery) => Some((activity, delivery.template.as_str())),
        _ => None,
    })
}

/// Midnight of the first Monday that is not before the middle of the run.
fn middle_monday(scenario: &Scenario) -> Option<SimTime> {
    let (start, end) = (scenario.start_time(), scenario.end_time());
    let days = i64::from(scenario.weeks) * 7 / 2;
    let mondays = (0..7).map(|more| start + SimSpan::from_days(days + more));
    mondays.filter(|day| Weekday::of(*day) == Weekday::Monday).find(|day| *day > start && *day < end)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::lesson::prediction::Counted;
    use crate::log::RunLog;
    use crate::plan::lower::lower;
    use crate::scenario::edit::apply;
    use crate::scenario::samples::Sample;

    #[test]
    fn the_change_forks_the_continuous_delivery_and_leaves_the_recurring_one() {
        let scenario = Sample::SideBySide.scenario();
        let change = change(&scenario, Lang::En).unwrap();
        assert_eq!(change.at, SimTime::parse("2026-07-06").unwrap());
        let counted =
            |scenario: &Scenario| Counted::of(&RunLog::of(Rc::new(lower(scenario, None).unwrap().plan)));
        let edited = apply(&scenario, change.edit()).unwrap();
        assert_eq!((change_made(&scenario), change_made(&edited)), (None, Some(change)));
        let (before, after) = (counted(&scenario), counted(&edited));
        assert_eq!(after, Counted { continuous: before.continuous + 1, ..before });
    }

    #[test]
    fn a_run_without_a_middle_has_no_change() {
        let mut scenario = Sample::SideBySide.scenario();
        scenario.weeks = 1;
        assert_eq!(change(&scenario, Lang::Sv), None);
        assert!(has_both_kinds(&scenario) && !has_both_kinds(&Sample::Welcome.scenario()));
    }
}
