//! Something done during the run as it is typed, and what it makes or why it makes nothing.

use crate::base::rest::Rest;
use crate::base::time::{SimSpan, SimTime};
use crate::scenario::Scenario;
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::intervention::{Intervention, Stimulus, StimulusKind as Kind, TaskError};
use crate::schedule::{Schedule, TimeOfDay, Weekday};
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::forms::comparison::{shown, value};
use crate::ui::inspector::reading;

/// The most hours the server may be down: a year.
const MOST_HOURS: u32 = 366 * 24;
/// The most tasks that fail.
const MOST_TASKS: u32 = 10_000;
/// The highest number of a recipient that a form takes; whether there is one of that number, a finding says.
const MOST_PEOPLE: u32 = 100_000_000;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// The day.
    Date,
    /// The time of day.
    Time,
    /// The activity.
    Activity,
    /// An answer, a label, or the name of a variable.
    Text,
    /// The value of a variable.
    Value,
    /// Hours, tasks, or the number of a recipient.
    Count,
}

/// What is typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What is done.
    pub kind: Kind,
    /// The day.
    pub date: String,
    /// The time of day.
    pub time: String,
    /// The activity's name; empty for all, or where none is chosen.
    pub activity: String,
    /// An answer, a label, or the name of a variable.
    pub text: String,
    /// The value of a variable.
    pub value: String,
    /// Hours, tasks, or the number of a recipient.
    pub count: String,
    /// What goes wrong.
    pub error: TaskError,
    /// The new schedule; of another activity it begins as the one that activity has.
    pub schedule: Schedule,
    /// What was there before, with whatever the form does not show.
    pub before: Option<Intervention>,
}

impl Draft {
    /// A new one at the moment shown, where the run is under way then, else on its second day.
    pub fn fresh(scenario: &Scenario, shown: SimTime) -> Self {
        let is_under_way = (scenario.start_time()..scenario.end_time()).contains(&shown);
        let second =
            (scenario.start_time() + SimSpan::from_days(1)).min(scenario.end_time() - SimSpan::from_secs(1));
        let at = if is_under_way { shown } else { second };
        Self {
            kind: Kind::PauseWorkflow,
            date: at.date().to_string(),
            time: TimeOfDay::of(at).to_string(),
            activity: String::new(),
            text: String::new(),
            value: "true".to_owned(),
            count: "1".to_owned(),
            error: TaskError::default(),
            schedule: Schedule::weekly(Weekday::of(at), TimeOfDay::new(9, 0)),
            before: None,
        }
    }

    /// One that is there.
    pub fn of(scenario: &Scenario, one: &Intervention) -> Self {
        let mut draft = Self::fresh(scenario, one.at);
        (draft.date, draft.time) = (one.at.date().to_string(), TimeOfDay::of(one.at).to_string());
        draft.kind = one.what.kind();
        draft.activity = one.what.activity().unwrap_or_default().to_owned();
        match &one.what {
            Stimulus::Relabel { label: text, .. } | Stimulus::Answer { answer: text, .. } => {
                draft.text = text.clone();
            }
            Stimulus::SetVariable { name, value } => {
                draft.text = name.clone();
                draft.value = shown(value);
            }
            Stimulus::EditSchedule { schedule, .. } => draft.schedule = schedule.clone(),
            Stimulus::Unsubscribe { recipient: count } | Stimulus::ServerDown { hours: count } => {
                draft.count = count.to_string();
            }
            Stimulus::FailTasks { times, error, .. } => {
                (draft.count, draft.error) = (times.to_string(), *error);
            }
            _ => {}
        }
        draft.before = Some(one.clone());
        draft
    }

    /// With something else done; to the first activity that fits where the present one does not.
    #[must_use]
    pub fn with_kind(mut self, scenario: &Scenario, kind: Kind) -> Self {
        self.kind = kind;
        let fitting = fitting(scenario, kind);
        if fitting.iter().all(|one| one.name != self.activity) {
            let first = fitting.first().filter(|_| kind != Kind::ExecutePending);
            self.activity = first.map(|one| one.name.clone()).unwrap_or_default();
        }
        self.with_own_schedule(scenario).with_answer(scenario)
    }

    /// With another activity.
    #[must_use]
    pub fn with_activity(mut self, scenario: &Scenario, activity: &str) -> Self {
        self.activity = activity.to_owned();
        self.with_own_schedule(scenario).with_answer(scenario)
    }

    /// With the schedule that the activity has, to be changed from there.
    fn with_own_schedule(mut self, scenario: &Scenario) -> Self {
        let own = scenario.workflow.activity(&self.activity).and_then(|one| one.settings.schedule());
        if let Some(own) = own.filter(|_| self.kind == Kind::EditSchedule) {
            self.schedule = own.clone();
        }
        self
    }

    /// With an answer that can be given, where one is asked for.
    fn with_answer(mut self, scenario: &Scenario) -> Self {
        if self.kind == Kind::Answer {
            let answers = answers(scenario, &self.activity);
            if !answers.contains(&self.text) {
                self.text = answers.first().cloned().unwrap_or_default();
            }
        }
        self
    }

    /// What it makes.
    ///
    /// # Errors
    /// Everything that is wrong, with the field it is wrong in.
    pub fn made(&self, scenario: &Scenario) -> Result<Intervention, Vec<(Spot, Wrong)>> {
        let mut wrongs = Vec::new();
        let at = self.at(scenario, &mut wrongs);
        let what = self.what(scenario, &mut wrongs);
        match (at, what) {
            (Some(at), Some(what)) if wrongs.is_empty() => {
                let rest = self.before.as_ref().map_or_else(Rest::new, |before| before.rest.clone());
                Ok(Intervention { at, what, rest })
            }
            _ => Err(wrongs),
        }
    }

    fn at(&self, scenario: &Scenario, wrongs: &mut Vec<(Spot, Wrong)>) -> Option<SimTime> {
        let last = (scenario.end_time() - SimSpan::from_secs(1)).date();
        let date = taken(reading::date_within(&self.date, scenario.start, last), Spot::Date, wrongs);
        let time = taken(reading::time(&self.time), Spot::Time, wrongs);
        let at = SimTime::from_date(date?) + SimSpan::from_secs(time?.secs().into());
        // The form shows no seconds; those that were there stay with the minute.
        let is_same =
            |before: &SimTime| before.date() == at.date() && TimeOfDay::of(*before) == TimeOfDay::of(at);
        Some(self.before.as_ref().map(|before| before.at).filter(is_same).unwrap_or(at))
    }

    fn what(&self, scenario: &Scenario, wrongs: &mut Vec<(Spot, Wrong)>) -> Option<Stimulus> {
        let mut activity = || {
            let is_there = scenario.workflow.activity(&self.activity).is_some();
            let found = if is_there { Ok(self.activity.clone()) } else { Err(Wrong::Empty) };
            taken(found, Spot::Activity, wrongs)
        };
        Some(match self.kind {
            Kind::EditTemplate | Kind::EditDelivery => self.before.as_ref()?.what.clone(),
            Kind::RestartWorkflow => Stimulus::RestartWorkflow,
            Kind::StartWorkflow => Stimulus::StartWorkflow,
            Kind::PauseWorkflow => Stimulus::PauseWorkflow,
            Kind::StopWorkflow => Stimulus::StopWorkflow,
            Kind::StopUnconditionally => Stimulus::StopUnconditionally,
            Kind::ExecutePending => Stimulus::ExecutePending {
                activity: Some(self.activity.clone()).filter(|name| !name.is_empty()),
            },
            Kind::PostSignal => Stimulus::PostSignal { activity: activity()? },
            Kind::ApproveDelivery => Stimulus::ApproveDelivery { activity: activity()? },
            Kind::ConfirmDelivery => Stimulus::ConfirmDelivery { activity: activity()? },
            Kind::PauseDelivery => Stimulus::PauseDelivery { activity: activity()? },
            Kind::ResumeDelivery => Stimulus::ResumeDelivery { activity: activity()? },
            Kind::StopDelivery => Stimulus::StopDelivery { activity: activity()? },
            Kind::SendProof => Stimulus::SendProof { activity: activity()? },
            Kind::Relabel => {
                let activity = activity();
                let label = taken(reading::required(&self.text), Spot::Text, wrongs);
                Stimulus::Relabel { activity: activity?, label: label? }
            }
            Kind::Answer => {
                let activity = activity();
                let answer = taken(reading::required(&self.text), Spot::Text, wrongs);
                Stimulus::Answer { activity: activity?, answer: answer? }
            }
            Kind::EditSchedule => {
                let activity = activity();
                Stimulus::EditSchedule { activity: activity?, schedule: self.schedule.clone() }
            }
            Kind::SetVariable => {
                let name = taken(reading::required(&self.text), Spot::Text, wrongs)?;
                Stimulus::SetVariable { name, value: value(&self.value) }
            }
            Kind::Unsubscribe => Stimulus::Unsubscribe { recipient: self.count(MOST_PEOPLE, wrongs)? },
            Kind::ServerDown => Stimulus::ServerDown { hours: self.count(MOST_HOURS, wrongs)? },
            Kind::FailTasks => {
                let activity = activity();
                let times = self.count(MOST_TASKS, wrongs);
                Stimulus::FailTasks { activity: activity?, times: times?, error: self.error }
            }
        })
    }

    fn count(&self, most: u32, wrongs: &mut Vec<(Spot, Wrong)>) -> Option<u32> {
        taken(reading::count(&self.count, 1, most), Spot::Count, wrongs)
    }
}

fn taken<T>(read: Result<T, Wrong>, spot: Spot, wrongs: &mut Vec<(Spot, Wrong)>) -> Option<T> {
    read.map_err(|wrong| wrongs.push((spot, wrong))).ok()
}

/// Whether something is done to one activity.
pub const fn is_about_activity(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::EditTemplate
            | Kind::EditDelivery
            | Kind::RestartWorkflow
            | Kind::StartWorkflow
            | Kind::PauseWorkflow
            | Kind::StopWorkflow
            | Kind::StopUnconditionally
            | Kind::SetVariable
            | Kind::Unsubscribe
            | Kind::ServerDown
    )
}

/// The activities to which something can be done.
pub fn fitting(scenario: &Scenario, kind: Kind) -> Vec<&Activity> {
    let fits = |one: &&Activity| match kind {
        Kind::EditSchedule => one.settings.schedule().is_some(),
        Kind::PostSignal => matches!(one.settings, Settings::ExternalSignal(_)),
        Kind::Answer => matches!(one.settings, Settings::Approval(_) | Settings::Task(_)),
        Kind::ExecutePending | Kind::FailTasks => true,
        _ => is_about_activity(kind) && one.settings.kind().is_delivery(),
    };
    scenario.workflow.activities.iter().filter(fits).collect()
}

/// The answers an Approval or a Task can be given.
pub fn answers(scenario: &Scenario, activity: &str) -> Vec<String> {
    let outputs = scenario.workflow.activity(activity).map(|one| one.settings.outputs()).unwrap_or_default();
    let is_answer = |port: Port| matches!(port, Port::Named(_) | Port::Done | Port::NotDone);
    outputs.into_iter().filter(|output| is_answer(output.port)).map(|output| output.name).collect()
}
