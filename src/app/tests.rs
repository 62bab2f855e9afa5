//! The store as a person would use it: edits, undo, playing, the tour, options from outside.

use std::rc::Rc;

use super::action::Action;
use super::effect::Effect;
use super::notice::Notice;
use super::options::{Mode, Options};
use super::reduce::reduce;
use super::state::AppState;
use crate::lesson::prediction::{Counted, Prediction};
use crate::lesson::tour::{Status, Step};
use crate::scenario::activity::ActivityKind;
use crate::scenario::creative::Creative;
use crate::scenario::edit::Edit;
use crate::scenario::samples::Sample;
use crate::scenario::wire::OpenProblem;
use crate::schedule::{MonthDay, Schedule, TimeOfDay};

fn opened() -> AppState {
    AppState::new(&Options::default(), None)
}

fn after(state: AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions.into_iter().fold(state, |state, action| reduce(&state, action))
}

fn counted(state: &AppState) -> (u32, u32) {
    let Counted { recurring, continuous } = Counted::of(state.outcome.log.as_ref().unwrap());
    (recurring, continuous)
}

fn creative(subject: &str) -> Creative {
    Creative { subject: subject.into(), ..Creative::default() }
}

#[test]
fn edits_change_the_outcome_and_undo_takes_them_back() {
    let first = opened();
    assert_eq!(counted(&first), (52, 1));
    let monthly = Schedule::monthly(MonthDay::On(1), TimeOfDay::new(9, 0));
    let set =
        |activity: &str| Edit::SetSchedule { activity: activity.into(), schedule: Some(monthly.clone()) };
    let state = after(first.clone(), [Action::Edit(set("scheduler"))]);
    assert_eq!(counted(&state), (12, 1));
    let at = first.scenario().start_time() + crate::base::time::SimSpan::from_days(175);
    let edit = Edit::EditCreativeAt { activity: "continuous".into(), at, creative: creative("Hello again") };
    let state = after(state, [Action::Edit(edit)]);
    assert_eq!(counted(&state), (12, 2));
    let state = after(state, [Action::Undo, Action::Undo]);
    assert_eq!(state.scenario(), first.scenario());
    assert_eq!(counted(&state), (52, 1));
    assert_eq!(counted(&after(state, [Action::Redo, Action::Redo])), (12, 2));
}

#[test]
fn a_delivery_becomes_the_other_kind_and_back() {
    let kind = |kind| Action::Edit(Edit::SetDeliveryKind { activity: "recurring".into(), kind });
    let state = after(opened(), [kind(ActivityKind::ContinuousDelivery)]);
    assert_eq!(counted(&state), (0, 2));
    assert_eq!(counted(&after(state, [kind(ActivityKind::RecurringDelivery)])), (52, 1));
}

#[test]
fn the_player_goes_by_weeks_and_rests_at_the_end() {
    let state = after(opened(), [Action::StepWeek { weeks: 1 }, Action::StepWeek { weeks: 1 }]);
    let (start, end) = (state.scenario().start_time(), state.end());
    assert_eq!((state.player.shown - start).secs(), 14 * 86_400);
    let state = after(state, [Action::StepWeek { weeks: -1 }, Action::Play { now_millis: 0.0 }]);
    assert!(state.player.head.is_playing());
    let state = after(state, [Action::Reached { at: end }]);
    assert!(!state.player.head.is_playing());
    assert_eq!(state.player.shown, end);
    assert!(state.outbox.after(0).any(|(_, effect)| *effect == Effect::Ran));
    let again = after(state, [Action::Play { now_millis: 5.0 }]);
    assert_eq!(again.player.shown, start);
}

#[test]
fn a_bad_file_leaves_the_work_and_says_so() {
    let first = opened();
    let problem = OpenProblem::NotAScenario;
    let state =
        after(first.clone(), [Action::OpenFile { name: "x.json".into(), read: Err(problem.clone()) }]);
    assert!(Rc::ptr_eq(state.scenario(), first.scenario()));
    let posted: Vec<_> = state.notices.iter().map(|posted| posted.notice.clone()).collect();
    assert_eq!(posted, [Notice::CannotOpen { name: "x.json".into(), problem }]);
}

#[test]
fn a_scenario_that_cannot_run_is_kept_and_has_findings() {
    let edit = Edit::SetWeeks(0);
    let state = after(opened(), [Action::Edit(edit)]);
    assert!(state.outcome.log.is_none());
    assert!(!state.outcome.findings.is_empty());
    assert!(after(state, [Action::Undo]).outcome.log.is_some());
}

#[test]
fn the_tour_can_be_walked_through() {
    let lock = |recurring, continuous| {
        let confidence = Default::default();
        let prediction = Prediction {
            recurring: Some(recurring),
            continuous: Some(continuous),
            confidence,
            is_locked: true,
        };
        Action::Predict(prediction)
    };
    let end = Action::Seek { to: opened().end() };
    let state = after(opened(), [Action::TourOn, lock(52, 52), Action::TourOn, end.clone(), Action::TourOn]);
    assert_eq!(state.tour.step, Step::CompareYear);
    assert!(!state.tour.year.is_right(Counted::of(state.outcome.log.as_ref().unwrap())));
    let middle = opened().scenario().start_time() + crate::base::time::SimSpan::from_days(180);
    let edit = Edit::EditCreativeAt { activity: "continuous".into(), at: middle, creative: creative("New") };
    let state =
        after(state, [Action::TourOn, Action::ChooseDelivery(Some(0)), Action::TourOn, Action::Edit(edit)]);
    let state = after(state, [Action::TourOn, lock(52, 2), Action::TourOn, end, Action::TourOn]);
    assert!(state.tour.change.is_right(Counted::of(state.outcome.log.as_ref().unwrap())));
    let state = after(state, [Action::TourOn]);
    assert_eq!(state.tour.status, Status::Completed);
    assert!(state.outbox.after(0).any(|(_, effect)| *effect == Effect::LessonCompleted));
}

#[test]
fn what_is_saved_is_taken_up_again_unless_a_sample_is_asked_for() {
    let relabel = Edit::Relabel { activity: "query".into(), label: "Mine".into() };
    let state =
        after(opened(), [Action::Edit(relabel), Action::TourOn, Action::SetLang(crate::text::Lang::Sv)]);
    let text = state.to_keep();
    let again = AppState::new(&Options::default(), Some(&text));
    assert_eq!(again.scenario(), state.scenario());
    assert_eq!((again.tour, again.view.lang), (state.tour, state.view.lang));
    let mut options = Options::default();
    assert!(options.set("sample", "birthday") && options.set("mode", "compare"));
    let embedded = AppState::new(&options, Some(&text));
    assert_eq!(**embedded.scenario(), Sample::Birthday.scenario());
    assert_eq!(embedded.view.mode, Mode::Compare);
    let broken = AppState::new(&Options::default(), Some("{"));
    assert!(broken.notices.iter().any(|posted| posted.notice == Notice::SavedWorkUnreadable));
}

#[test]
fn an_unknown_option_is_named_and_readonly_refuses_edits() {
    let set = |name: &str, value: &str| Action::SetOption { name: name.into(), value: value.into() };
    let state = after(opened(), [set("weeks", "many"), set("weeks", "10"), set("readonly", "")]);
    assert_eq!(state.scenario().weeks, 10);
    let unknown = Notice::UnknownOption { name: "weeks".into(), value: "many".into() };
    assert!(state.notices.iter().any(|posted| posted.notice == unknown));
    let edited = after(state.clone(), [Action::Edit(Edit::SetWeeks(20))]);
    assert_eq!(edited.scenario().weeks, 10);
}
