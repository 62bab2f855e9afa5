//! What is on show as one plain value, as `getState` gives it and `setState` takes it.

use std::rc::Rc;

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::action::Action;
use super::learning::CourseAction;
use super::options::{Mode, Theme};
use super::standing::short_text;
use super::state::AppState;
use crate::base::time::SimTime;
use crate::lesson::study::compact;
use crate::lesson::tour::Tour;
use crate::scenario::samples::Sample;
use crate::scenario::wire::{self, OpenProblem};
use crate::text::Lang;

/// The version of the value that this program writes.
pub const VERSION: u64 = 1;

/// The value. Every field but the version may be left out; what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// The version of this form.
    pub version: u64,
    /// The built-in sample, where the scenario is one unchanged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sample: Option<String>,
    /// The scenario file, where it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scenario: Option<Value>,
    /// The simulated moment shown, such as `2026-06-08T09:00:00`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment: Option<String>,
    /// `build`, `play`, `compare` or `lesson`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    /// The name of the chosen activity; null for none.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub activity: Option<Option<String>>,
    /// The number of the delivery whose logs are open, from 1; null for none.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub delivery: Option<Option<u64>>,
    /// The progress in the guided tour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tour: Option<Tour>,
    /// Progress and place in the course, as one short text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<String>,
    /// The pass mark, from 0.5 to 1, where the page around has set it; the learner cannot change it then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass_mark: Option<f64>,
    /// The learner's own scenario file, while a lesson shows another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<Value>,
    /// A language's code, such as `en`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// `auto`, `light`, `dark` or `contrast`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// Whether what happens is heard; taken, and never given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sound: Option<bool>,
}

/// Why a value is no state.
#[derive(Clone, Debug, PartialEq)]
pub enum SnapshotProblem {
    /// It is not an object of this form.
    Unreadable,
    /// Another version of the lab wrote it.
    Version(u64),
    /// A field has a value that is none.
    Field(&'static str),
    /// The scenario in it does not open.
    Scenario(OpenProblem),
}

/// A field that is there, even where it is null.
fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

impl Snapshot {
    /// What is on show; while it plays, at `now_millis` of the clock that it was started by.
    pub fn of(state: &AppState, now_millis: f64) -> Self {
        let moment = state.player.head.time_at(now_millis, state.end());
        let sample = state.view.sample.filter(|sample| sample.scenario() == **state.scenario());
        Self {
            version: VERSION,
            sample: sample.map(|sample| sample.name().to_owned()),
            scenario: sample.is_none().then(|| wire::to_value(state.scenario())),
            moment: Some(moment.to_string().replacen(' ', "T", 1)),
            mode: Some(state.view.mode.name().to_owned()),
            activity: Some(state.view.selection.only_activity().map(|name| &**name).map(str::to_owned)),
            delivery: Some(state.view.delivery.map(|delivery| delivery as u64 + 1)),
            tour: Some(state.tour),
            course: short_text(&state.learning, state.scenario()),
            pass_mark: state.learning.held_to.map(|mark| f64::from(mark.as_percent()) / 100.0),
            own: state.learning.own.as_ref().map(|own| wire::to_value(own.history.present())),
            lang: Some(state.view.lang.code().to_owned()),
            theme: Some(state.view.theme.name().to_owned()),
            sound: None,
        }
    }

    /// Reads the JSON of a value.
    ///
    /// # Errors
    /// When it is not such an object, or one of another version.
    pub fn read(json: &str) -> Result<Self, SnapshotProblem> {
        let value: Value = serde_json::from_str(json).map_err(|_| SnapshotProblem::Unreadable)?;
        match value.get("version").and_then(Value::as_u64) {
            Some(VERSION) => Self::deserialize(value).map_err(|_| SnapshotProblem::Unreadable),
            Some(version) => Err(SnapshotProblem::Version(version)),
            None => Err(SnapshotProblem::Unreadable),
        }
    }

    /// What to do to show it, in order. The delivery comes last, as it must have been made by the moment.
    ///
    /// # Errors
    /// The first field that is wrong; then nothing is to be done.
    pub fn actions(&self) -> Result<Vec<Action>, SnapshotProblem> {
        let mut actions = Vec::new();
        if let Some(text) = &self.course {
            let text = known("course", Some(text).filter(|text| compact::is_such(text)))?;
            if let Some(own) = &self.own {
                let own = wire::open(own.to_string().as_bytes()).map_err(SnapshotProblem::Scenario)?;
                actions.push(Action::Course(CourseAction::TakeOwn(Rc::new(own))));
            }
            actions.push(Action::Course(CourseAction::TakeCompact(text.as_str().into())));
        }
        if let Some(mark) = self.pass_mark {
            let percent = known("passMark", percent_of(mark))?;
            actions.push(Action::Course(CourseAction::HoldTo(percent)));
        }
        // The scenario of a lesson, and where it is looked at, is in its text.
        let in_lesson = self.course.is_some() && self.own.is_some();
        if let Some(file) = self.scenario.as_ref().filter(|_| !in_lesson) {
            let read = wire::open(file.to_string().as_bytes()).map_err(SnapshotProblem::Scenario)?;
            actions.push(Action::OpenFile { name: String::new(), read: Ok(Rc::new(read)) });
        } else if let Some(name) = self.sample.as_ref().filter(|_| !in_lesson) {
            actions.push(Action::OpenSample(known("sample", Sample::named(name))?));
        }
        actions.extend(self.tour.map(Action::TakeTour));
        if let Some(name) = self.mode.as_ref().filter(|_| !in_lesson) {
            let mode = Mode::ALL.into_iter().find(|mode| mode.name() == name);
            actions.push(Action::SetMode(known("mode", mode)?));
        }
        if let Some(code) = &self.lang {
            actions.push(Action::SetLang(known("lang", Lang::from_code(code))?));
        }
        if let Some(name) = &self.theme {
            let theme = Theme::ALL.into_iter().find(|theme| theme.name() == name);
            actions.push(Action::SetTheme(known("theme", theme)?));
        }
        actions.extend(self.sound.map(Action::SetSound));
        if let Some(moment) = self.moment.as_ref().filter(|_| !in_lesson) {
            actions.push(Action::Seek { to: known("moment", moment_of(moment))? });
        }
        if let Some(activity) = &self.activity {
            actions.push(Action::ChooseActivity(activity.as_deref().map(Rc::from)));
        }
        if let Some(delivery) = self.delivery {
            let place = delivery.map(|number| known("delivery", number.checked_sub(1))).transpose()?;
            actions.push(Action::ChooseDelivery(place.map(|place| place as usize)));
        }
        Ok(actions)
    }
}

/// A pass mark in whole percent; none below one half, where guessing would do.
fn percent_of(mark: f64) -> Option<u8> {
    (0.5..=1.0).contains(&mark).then(|| (mark * 100.0).round() as u8)
}

fn known<T>(field: &'static str, value: Option<T>) -> Result<T, SnapshotProblem> {
    value.ok_or(SnapshotProblem::Field(field))
}

/// The moment of an ISO date, with or without a time, as people write it and as a JavaScript date does.
///
/// Simulated time has no zone, so a trailing `Z` and fractions of a second are passed over.
pub fn moment_of(text: &str) -> Option<SimTime> {
    let text = text.trim().trim_end_matches(['Z', 'z']);
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    SimTime::parse(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::options::Options;
    use crate::app::reduce::reduce;

    fn shown(snapshot: &Snapshot) -> AppState {
        let fresh = AppState::new(&Options::default(), None);
        snapshot.actions().unwrap().into_iter().fold(fresh, |state, action| reduce(&state, action))
    }

    #[test]
    fn a_state_comes_back_through_json() {
        let json = r#"{"version": 1, "sample": "welcome", "moment": "2026-03-02T12:00", "mode": "compare",
            "activity": "query", "lang": "sv", "theme": "dark"}"#;
        let state = shown(&Snapshot::read(json).unwrap());
        let snapshot = Snapshot::of(&state, 0.0);
        assert_eq!(snapshot.sample.as_deref(), Some("welcome"));
        assert_eq!(snapshot.moment.as_deref(), Some("2026-03-02T12:00:00"));
        let again = Snapshot::read(&serde_json::to_string(&snapshot).unwrap()).unwrap();
        assert_eq!(again, snapshot);
        assert_eq!(Snapshot::of(&shown(&again), 0.0), snapshot);
    }

    #[test]
    fn a_changed_scenario_travels_whole() {
        let options = Options { weeks: Some(3), ..Options::default() };
        let snapshot = Snapshot::of(&AppState::new(&options, None), 0.0);
        assert_eq!(snapshot.sample, None);
        assert_eq!(shown(&snapshot).scenario().weeks, 3);
    }

    #[test]
    fn a_pass_mark_of_the_host_stays_one() {
        let snapshot = Snapshot::read(r#"{"version": 1, "passMark": 0.65}"#).unwrap();
        let state = shown(&snapshot);
        assert_eq!(Snapshot::of(&state, 0.0).pass_mark, Some(0.65));
        let own = reduce(&state, Action::Course(CourseAction::SetMark(90)));
        assert_eq!(own.learning.progress.mark.as_percent(), 65);
        assert_eq!(Snapshot::of(&AppState::new(&Options::default(), None), 0.0).pass_mark, None);
    }

    #[test]
    fn null_clears_and_what_is_left_out_stays() {
        let read = |json| Snapshot::read(json).unwrap().actions().unwrap();
        assert!(read(r#"{"version": 1}"#).is_empty());
        let actions = read(r#"{"version": 1, "activity": null, "delivery": null}"#);
        assert!(matches!(actions[..], [Action::ChooseActivity(None), Action::ChooseDelivery(None)]));
    }

    #[test]
    fn sound_is_taken_and_not_given() {
        for is_on in [true, false] {
            let state = shown(&Snapshot::read(&format!(r#"{{"version": 1, "sound": {is_on}}}"#)).unwrap());
            assert_eq!(state.view.preferences.sound, is_on);
            assert_eq!(Snapshot::of(&state, 0.0).sound, None);
        }
    }

    #[test]
    fn a_wrong_state_is_refused_as_a_whole() {
        let problem = |json| Snapshot::read(json).and_then(|snapshot| snapshot.actions()).unwrap_err();
        assert_eq!(problem("[]"), SnapshotProblem::Unreadable);
        assert_eq!(problem(r#"{"version": 2}"#), SnapshotProblem::Version(2));
        assert_eq!(problem(r#"{"version": 1, "mode": "x"}"#), SnapshotProblem::Field("mode"));
        assert_eq!(problem(r#"{"version": 1, "delivery": 0}"#), SnapshotProblem::Field("delivery"));
        assert_eq!(problem(r#"{"version": 1, "passMark": 0.49}"#), SnapshotProblem::Field("passMark"));
        assert_eq!(problem(r#"{"version": 1, "passMark": 1.01}"#), SnapshotProblem::Field("passMark"));
        let scenario = problem(r#"{"version": 1, "lang": "sv", "scenario": {}}"#);
        assert_eq!(scenario, SnapshotProblem::Scenario(OpenProblem::NotAScenario));
    }

    #[test]
    fn dates_are_read_as_people_and_as_javascript_write_them() {
        let moment = SimTime::parse("2026-06-08T09:00:00");
        assert_eq!(moment_of("2026-06-08T09:00:00.000Z"), moment);
        assert_eq!(moment_of(" 2026-06-08 09:00 "), moment);
        assert_eq!(moment_of("June"), None);
    }
}
