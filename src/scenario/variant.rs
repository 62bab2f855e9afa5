//! Variants of a scenario to compare it with: the same workflow, people and seed with one change that has a name.
//!
//! Names of activities stay, and every draw depends on seed, activity, recipient and occurrence alone; so whatever
//! the change does not touch turns out the same.

use std::rc::Rc;

use super::activity::{Activity, ActivityKind, Settings};
use super::edit::{Edit, apply};
use super::{Scenario, Workflow};
use crate::schedule::{Frequency, FrequencyKind, MonthDay, Schedule, Weeks};

/// How long an incremental query remembers in [`Variant::ShortHistory`], in days.
pub const SHORT_HISTORY_DAYS: u32 = 30;
/// *History in days* that means for ever (`incremental-query` page).
const FOR_EVER: u32 = 0;

/// One change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// None.
    AsItIs,
    /// The followed delivery activity is a Recurring delivery.
    Recurring,
    /// The followed delivery activity is a Continuous delivery.
    Continuous,
    /// Every schedule launches once a week, at the weekday and time of its first launch now.
    Weekly,
    /// Every schedule launches once a month, at the day and time of its first launch now.
    Monthly,
    /// Every Incremental query remembers whom it selected for [`SHORT_HISTORY_DAYS`].
    ShortHistory,
    /// Every Incremental query remembers whom it selected for ever.
    EndlessHistory,
}

/// Why a scenario has no such variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The followed delivery activity is neither recurring nor continuous.
    OtherKind,
    /// No activity has a schedule.
    NoSchedule,
    /// Every schedule launches once, or never.
    NoRhythm,
    /// There is no Incremental query.
    NoIncrementalQuery,
    /// The change refers to a template that is not there.
    NoTemplate,
}

impl Variant {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::AsItIs,
        Self::Recurring,
        Self::Continuous,
        Self::Weekly,
        Self::Monthly,
        Self::ShortHistory,
        Self::EndlessHistory,
    ];

    /// The scenario with the change. It is the same value in memory where it is as the variant would make it.
    ///
    /// `followed` is the name of the delivery activity that the comparison is about.
    ///
    /// # Errors
    /// When there is nothing that the change could be made to.
    pub fn of(self, scenario: &Rc<Scenario>, followed: &str) -> Result<Rc<Scenario>, WhyNot> {
        match self.edits(scenario, followed)? {
            edits if edits.is_empty() => Ok(scenario.clone()),
            edits => apply(scenario, Edit::All(edits)).map(Rc::new).map_err(|_| WhyNot::NoTemplate),
        }
    }

    /// Whether the scenario is another one than the variant would make; costs less than to make it.
    ///
    /// # Errors
    /// As [`Variant::of`].
    pub fn changes(self, scenario: &Scenario, followed: &str) -> Result<bool, WhyNot> {
        self.edits(scenario, followed).map(|edits| !edits.is_empty())
    }

    fn edits(self, scenario: &Scenario, followed: &str) -> Result<Vec<Edit>, WhyNot> {
        let activities = scenario.workflow.activities.iter();
        let (mut is_concerned, mut edits) = (self == Self::AsItIs, Vec::new());
        for activity in activities {
            match self.edit_of(scenario, activity, followed) {
                Concern::None => {}
                Concern::AsItIs => is_concerned = true,
                Concern::Change(edit) => edits.push(*edit),
                Concern::Impossible => return Err(WhyNot::NoTemplate),
            }
        }
        if is_concerned || !edits.is_empty() { Ok(edits) } else { Err(self.why_not(scenario)) }
    }

    fn why_not(self, scenario: &Scenario) -> WhyNot {
        let mut activities = scenario.workflow.activities.iter();
        match self {
            Self::AsItIs | Self::Recurring | Self::Continuous => WhyNot::OtherKind,
            Self::ShortHistory | Self::EndlessHistory => WhyNot::NoIncrementalQuery,
            _ if activities.any(|one| one.settings.schedule().is_some()) => WhyNot::NoRhythm,
            _ => WhyNot::NoSchedule,
        }
    }

    /// The change as a person would make it in the form of the activity.
    fn edit_of(self, scenario: &Scenario, one: &Activity, followed: &str) -> Concern {
        use ActivityKind::{ContinuousDelivery, RecurringDelivery};
        let activity = one.name.clone();
        match (self, &one.settings) {
            (Self::Recurring, Settings::ContinuousDelivery(delivery)) if one.name == followed => {
                // Its content comes from the template.
                match scenario.template(&delivery.template) {
                    Some(_) => {
                        Concern::Change(Box::new(Edit::SetDeliveryKind { activity, kind: RecurringDelivery }))
                    }
                    None => Concern::Impossible,
                }
            }
            (Self::Continuous, Settings::RecurringDelivery(_)) if one.name == followed => {
                Concern::Change(Box::new(Edit::SetDeliveryKind { activity, kind: ContinuousDelivery }))
            }
            (Self::Recurring, Settings::RecurringDelivery(_))
            | (Self::Continuous, Settings::ContinuousDelivery(_))
                if one.name == followed =>
            {
                Concern::AsItIs
            }
            (Self::Weekly | Self::Monthly, settings) => {
                let kind = if self == Self::Weekly { FrequencyKind::Weekly } else { FrequencyKind::Monthly };
                let Some(schedule) = settings.schedule() else { return Concern::None };
                match rescheduled(scenario, one, schedule, kind) {
                    Some(next) if next == *schedule => Concern::AsItIs,
                    Some(next) => {
                        Concern::Change(Box::new(Edit::SetSchedule { activity, schedule: Some(next) }))
                    }
                    None => Concern::None,
                }
            }
            (Self::ShortHistory | Self::EndlessHistory, Settings::IncrementalQuery(query)) => {
                let days = if self == Self::ShortHistory { SHORT_HISTORY_DAYS } else { FOR_EVER };
                match query.history_days == days {
                    true => Concern::AsItIs,
                    false => Concern::Change(Box::new(Edit::SetHistory {
                        activity,
                        days,
                        keep: query.keep_history,
                    })),
                }
            }
            _ => Concern::None,
        }
    }
}

/// What a change has to do with an activity.
enum Concern {
    /// Nothing.
    None,
    /// It is already so.
    AsItIs,
    /// This.
    Change(Box<Edit>),
    /// It cannot be made.
    Impossible,
}

/// The delivery activities that a comparison can be about, in the order of the drawing.
pub fn followable(workflow: &Workflow) -> impl Iterator<Item = &Activity> {
    workflow.activities.iter().filter(|activity| activity.settings.kind().is_delivery())
}

/// The one it is about as long as nobody has chosen: the first whose kind is in question, or else the first.
pub fn followed_at_first(workflow: &Workflow) -> Option<&Activity> {
    use ActivityKind::{ContinuousDelivery, RecurringDelivery};
    let of_interest = |one: &&Activity| matches!(one.settings.kind(), RecurringDelivery | ContinuousDelivery);
    followable(workflow).find(of_interest).or_else(|| followable(workflow).next())
}

/// The schedule of an activity with another frequency that takes its day and time from the first launch it has now,
/// and with its validity; the schedule itself where it has that frequency. None where it launches once, or never.
fn rescheduled(
    scenario: &Scenario,
    one: &Activity,
    schedule: &Schedule,
    kind: FrequencyKind,
) -> Option<Schedule> {
    let zone = scenario.workflow.zone_of(one).unwrap_or_default();
    let first = zone.to_local(schedule.launches_in(zone, scenario.start_time()).next()?);
    match schedule.frequency.kind() {
        FrequencyKind::Once => None,
        present if present == kind && is_plain(&schedule.frequency) => Some(schedule.clone()),
        _ => Some(Schedule { frequency: Frequency::default_of(kind, first), ..schedule.clone() }),
    }
}

/// Whether what is weekly or monthly launches once in every week or month.
fn is_plain(frequency: &Frequency) -> bool {
    match frequency {
        Frequency::Weekly(weekly) => {
            let is_each = match &weekly.weeks {
                Weeks::EveryWeek => true,
                Weeks::Every(weeks) => weeks.every == 1,
            };
            is_each && weekly.days.iter().count() == 1
        }
        // A month without that day has no launch.
        Frequency::Monthly(monthly) => {
            let is_each = !matches!(monthly.day, MonthDay::On(day) if day > 28);
            is_each && monthly.months.iter().count() == 12
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::rest::Rest;
    use crate::base::time::SimTime;
    use crate::log::RunLog;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;
    use crate::schedule::{Days, TimeOfDay, Weekday, Weekly, ZoneName};

    fn made(sample: Sample, variant: Variant) -> Result<Rc<Scenario>, WhyNot> {
        let scenario = Rc::new(sample.scenario());
        let followed = followed_at_first(&scenario.workflow).unwrap().name.clone();
        variant.of(&scenario, &followed)
    }

    fn log(scenario: &Scenario) -> RunLog {
        RunLog::of(Rc::new(lower(scenario, None).unwrap().plan))
    }

    #[test]
    fn a_year_of_weeks_is_52_beside_1_and_12_by_month() {
        let deliveries = |variant| {
            let log = log(&made(Sample::RecurringWeekly, variant).unwrap());
            log.record().deliveries.len()
        };
        let counts = [Variant::Recurring, Variant::Continuous, Variant::Monthly].map(deliveries);
        assert_eq!(counts, [52, 1, 12]);
    }

    #[test]
    fn only_the_one_thing_differs() {
        for sample in Sample::ALL {
            let before = Rc::new(sample.scenario());
            let followed = followed_at_first(&before.workflow).unwrap().name.clone();
            for variant in Variant::ALL {
                let Ok(after) = variant.of(&before, &followed) else { continue };
                assert_eq!(Rc::ptr_eq(&after, &before), *after == *before, "{sample:?} {variant:?}");
                assert_eq!(variant.changes(&before, &followed), Ok(*after != *before));
                let mut undone = Scenario::clone(&after);
                for (one, was) in undone.workflow.activities.iter_mut().zip(&before.workflow.activities) {
                    let is_meant = match (variant, &mut one.settings, &was.settings) {
                        (
                            Variant::Weekly | Variant::Monthly,
                            Settings::Scheduler(now),
                            Settings::Scheduler(was),
                        ) => {
                            now.schedule.frequency = was.schedule.frequency.clone();
                            false
                        }
                        (
                            Variant::Weekly | Variant::Monthly,
                            Settings::IncrementalQuery(now),
                            Settings::IncrementalQuery(was),
                        ) => {
                            now.schedule.clone_from(&was.schedule);
                            false
                        }
                        (
                            Variant::ShortHistory | Variant::EndlessHistory,
                            Settings::IncrementalQuery(now),
                            Settings::IncrementalQuery(was),
                        ) => {
                            now.history_days = was.history_days;
                            false
                        }
                        (Variant::Recurring | Variant::Continuous, now, was) => {
                            let kept = (now.template(), one.name.as_str());
                            assert!(kept == (was.template(), followed.as_str()) || now == was);
                            one.name == followed
                        }
                        _ => false,
                    };
                    if is_meant {
                        one.settings = was.settings.clone();
                    }
                }
                assert_eq!(undone, *before, "{sample:?} {variant:?}");
            }
        }
    }

    #[test]
    fn the_first_launch_and_whom_it_selects_stay() {
        let before = log(&made(Sample::RecurringWeekly, Variant::AsItIs).unwrap());
        let first = |log: &RunLog| {
            let batch = &log.record().batches[0];
            (batch.at, batch.to_deliver.set(), batch.digest)
        };
        for variant in [Variant::Recurring, Variant::Continuous, Variant::Weekly, Variant::Monthly] {
            let after = log(&made(Sample::RecurringWeekly, variant).unwrap());
            assert_eq!(first(&after), first(&before), "{variant:?}");
        }
        let messages = |log: &RunLog| -> Vec<(SimTime, u64)> {
            log.record().batches.iter().map(|batch| (batch.at, batch.digest)).collect()
        };
        let continuous = log(&made(Sample::RecurringWeekly, Variant::Continuous).unwrap());
        assert_eq!(messages(&continuous), messages(&before), "the same messages in another delivery");
    }

    /// The frequency that the first schedule has.
    fn frequency(scenario: &Scenario) -> Frequency {
        let mut schedules = scenario.workflow.activities.iter().filter_map(|one| one.settings.schedule());
        schedules.next().unwrap().frequency.clone()
    }

    /// The sample with another schedule, in a time zone.
    fn scheduled(frequency: Frequency, zone: &str) -> Rc<Scenario> {
        let mut scenario = Sample::RecurringWeekly.scenario();
        for activity in &mut scenario.workflow.activities {
            if let Settings::Scheduler(scheduler) = &mut activity.settings {
                scheduler.schedule = frequency.clone().into();
                activity.advanced.time_zone = Some(ZoneName::new(zone));
            }
        }
        Rc::new(scenario)
    }

    #[test]
    fn once_a_week_and_once_a_month_are_so() {
        let nine = TimeOfDay::new(9, 0);
        let seasonal = made(Sample::SeasonalList, Variant::Monthly).unwrap();
        assert_eq!(frequency(&seasonal), Frequency::monthly(MonthDay::On(20), nine));
        let days = Days::on([Weekday::Monday, Weekday::Wednesday, Weekday::Friday]);
        let thrice = Weekly { start: nine, days, weeks: Weeks::EveryWeek, rest: Rest::new() };
        let often = scheduled(Frequency::Weekly(thrice), "UTC");
        let once = Variant::Weekly.of(&often, "recurring").unwrap();
        assert_eq!(frequency(&once), Frequency::weekly(Weekday::Monday, nine));
        assert!(Rc::ptr_eq(&Variant::Weekly.of(&once, "recurring").unwrap(), &once));
    }

    /// At 08:00 of the first Monday in Tokyo the run has not begun.
    #[test]
    fn the_first_launch_is_that_of_the_time_zone() {
        let eight = TimeOfDay::new(8, 0);
        let weekday = |zone| {
            let after = Variant::Weekly.of(&scheduled(Frequency::daily(eight), zone), "recurring").unwrap();
            Weekday::ALL.into_iter().find(|day| frequency(&after) == Frequency::weekly(*day, eight))
        };
        assert_eq!(weekday("UTC"), Some(Weekday::Monday));
        assert_eq!(weekday("Asia/Tokyo"), Some(Weekday::Tuesday));
    }

    #[test]
    fn what_does_not_apply_says_why() {
        use Variant::{EndlessHistory, ShortHistory};
        let why_not = |sample, variant| made(sample, variant).err();
        assert_eq!(why_not(Sample::RecurringWeekly, ShortHistory), Some(WhyNot::NoIncrementalQuery));
        assert_eq!(why_not(Sample::Welcome, ShortHistory), None);
        assert!(made(Sample::SeasonalList, EndlessHistory).is_ok());
        let mut scenario = Sample::RecurringWeekly.scenario();
        let start = scenario.start_time();
        for activity in &mut scenario.workflow.activities {
            if let Settings::Scheduler(scheduler) = &mut activity.settings {
                scheduler.schedule = Frequency::once(start).into();
            }
        }
        let once = Rc::new(scenario.clone());
        assert_eq!(Variant::Monthly.of(&once, "recurring").err(), Some(WhyNot::NoRhythm));
        assert_eq!(Variant::Recurring.of(&once, "query").err(), Some(WhyNot::OtherKind));
        scenario.workflow.activities.retain(|one| one.settings.schedule().is_none());
        assert_eq!(Variant::Weekly.of(&Rc::new(scenario), "recurring").err(), Some(WhyNot::NoSchedule));
    }

    #[test]
    fn side_by_side_follows_one_branch_and_leaves_the_other() {
        let scenario = Rc::new(Sample::SideBySide.scenario());
        let after = Variant::Continuous.of(&scenario, "recurring").unwrap();
        let kinds = |scenario: &Scenario| -> Vec<_> {
            followable(&scenario.workflow).map(|one| one.settings.kind()).collect()
        };
        assert_eq!(kinds(&after), [ActivityKind::ContinuousDelivery; 2]);
        let same = Variant::Continuous.of(&scenario, "continuous").unwrap();
        assert!(Rc::ptr_eq(&same, &scenario));
        let bare = Rc::new(Scenario { templates: Vec::new(), ..Sample::SideBySide.scenario() });
        assert_eq!(Variant::Recurring.of(&bare, "continuous").err(), Some(WhyNot::NoTemplate));
    }
}
