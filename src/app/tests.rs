//! The store as a person would use it: edits, undo, playing, the tour, options from outside.

use std::rc::Rc;

use super::action::Action;
use super::effect::Effect;
use super::job::Job;
use super::notice::Notice;
use super::options::{Mode, Options};
use super::reduce::reduce;
use super::running::Running;
use super::selection::Selection;
use super::state::AppState;
use crate::lesson::prediction::{Counted, Prediction};
use crate::lesson::tour::{Status, Step};
use crate::scenario::activity::ActivityKind;
use crate::scenario::creative::Creative;
use crate::scenario::edit::Edit;
use crate::scenario::fresh::Sort;
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
fn an_edit_closes_the_logs_of_a_delivery_that_is_not_made_yet() {
    let middle = opened().scenario().start_time() + crate::base::time::SimSpan::from_days(26 * 7);
    let state = after(opened(), [Action::Seek { to: middle }, Action::ChooseDelivery(Some(10))]);
    assert_eq!(state.view.delivery, Some(10));
    let schedule = Some(Schedule::monthly(MonthDay::On(1), TimeOfDay::new(9, 0)));
    let edit = Edit::SetSchedule { activity: "scheduler".into(), schedule };
    let state = after(state, [Action::Edit(edit)]);
    assert!(state.outcome.log.as_ref().unwrap().record().deliveries.len() > 10);
    assert_eq!(state.view.delivery, None);
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
    assert!(state.outbox.after(0).any(|(_, effect)| *effect == Effect::TourCompleted));
    assert!(state.outbox.after(0).any(|(_, effect)| *effect == Effect::TourProgress));
    assert!(!state.outbox.after(0).any(|(_, effect)| *effect == Effect::LessonProgress), "it is no lesson");
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

/// A population that takes longer than a moment.
fn large(size: u32) -> Action {
    let spec = serde_json::from_str(&format!(r#"{{"source":"generated","size":{size}}}"#)).unwrap();
    Action::Edit(Edit::SetPopulation(spec))
}

/// Drives the run of the state to its end.
fn driven(state: AppState) -> AppState {
    let running = state.running.unwrap();
    let mut job = Job::new(state.scenario().clone(), state.outcome.population());
    while !job.advance(1 << 20).is_over {}
    after(state, [Action::RunFinished { id: running.id, outcome: job.finish().unwrap() }])
}

#[test]
fn a_large_run_goes_on_beside_the_figures_of_before() {
    let first = opened();
    let state = after(first.clone(), [large(120_000)]);
    let running = state.running.unwrap();
    assert_eq!((running.permille, running.seconds_left), (0, None));
    assert!(state.is_stale() && !state.has_figures() && !state.is_cancelled());
    assert!(Rc::ptr_eq(state.outcome.log.as_ref().unwrap(), first.outcome.log.as_ref().unwrap()));
    assert_eq!(counted(&state), (52, 1));
    assert!(!state.facts().runs, "the tour does not judge by figures of before");
    let progress = Running { permille: 400, ..running };
    let state = after(state, [Action::RunProgressed(progress)]);
    assert_eq!(state.running, Some(progress));
    let done = driven(state);
    assert!(done.running.is_none() && done.has_figures() && !done.is_stale());
    assert!(done.outcome.log.as_ref().unwrap().totals(done.end()).broad_logs > 1_000_000);
}

#[test]
fn another_edit_replaces_the_run_and_what_comes_late_is_passed_over() {
    let state = after(opened(), [large(120_000)]);
    let before = state.running.unwrap();
    let state = after(state, [large(130_000)]);
    let now = state.running.unwrap();
    assert_ne!(before.id, now.id);
    let late = [
        Action::RunProgressed(Running { permille: 900, ..before }),
        Action::RunFinished { id: before.id, outcome: opened().outcome },
    ];
    let state = after(state, late);
    assert_eq!(state.running, Some(now));
    // Undone to the scenario whose figures are on show: there is nothing left to run.
    let state = after(state, [Action::Undo, Action::Undo]);
    assert!(state.running.is_none() && state.has_figures());
}

#[test]
fn a_cancelled_run_leaves_what_was_there_and_can_be_taken_up_again() {
    let state = after(opened(), [large(120_000), Action::CancelRun]);
    assert!(state.is_cancelled() && state.is_stale());
    let state = after(state, [Action::RunAgain]);
    assert!(driven(state).has_figures());
    // Another workflow: figures of before would make no sense.
    let mut other = Sample::Birthday.scenario();
    other.population = serde_json::from_str(r#"{"source":"generated","size":200000}"#).unwrap();
    let open = Action::OpenFile { name: "x".into(), read: Ok(Rc::new(other)) };
    let state = after(opened(), [open, Action::CancelRun]);
    assert!(state.is_cancelled() && !state.is_stale() && state.outcome.log.is_none());
}

#[test]
fn a_faulty_scenario_is_never_under_way() {
    let state = after(opened(), [large(120_000), Action::Edit(Edit::SetWeeks(0))]);
    assert!(state.running.is_none() && !state.is_cancelled() && state.outcome.log.is_none());
    assert!(!state.outcome.findings.is_empty());
}

#[test]
fn what_an_edit_brings_is_chosen_and_what_goes_is_not() {
    let add = Edit::Add {
        sort: Sort::Kind(ActivityKind::Wait),
        label: "Wait".into(),
        x: 0,
        y: 0,
        after: Some(("query".into(), None)),
    };
    let state = after(opened(), [Action::Edit(add)]);
    assert_eq!(state.view.selection, Selection::activity("wait"));
    assert!(after(state.clone(), [Action::Undo]).view.selection.is_empty());
    let removed = after(state, [Action::Remove]);
    assert!(removed.scenario().workflow.activity("wait").is_none() && removed.view.selection.is_empty());
}

#[test]
fn copies_are_pasted_beside_the_original_and_under_the_pointer() {
    let copied = after(opened(), [Action::ChooseActivity(Some("query".into())), Action::Copy]);
    let text = copied.clipboard.clone().unwrap();
    assert!(copied.outbox.after(0).any(|(_, effect)| *effect == Effect::Copy(text.clone())));
    let twice = after(
        copied.clone(),
        [Action::Paste { text: None, at: None }, Action::Paste { text: Some(text), at: Some((5, 6)) }],
    );
    let known = after(opened(), [Action::Copied("by the event".into())]);
    assert_eq!(known.clipboard.as_deref(), Some("by the event"));
    assert!(
        !known.outbox.after(0).any(|(_, effect)| matches!(effect, Effect::Copy(_))),
        "it is there already"
    );
    let place = |name| twice.scenario().workflow.activity(name).map(|one| (one.x, one.y));
    let (x, y) = place("query").unwrap();
    assert_eq!((place("query2"), place("query3")), (Some((x + 40, y + 40)), Some((5, 6))));
    let foreign = after(copied, [Action::Paste { text: Some("Dear all".into()), at: None }]);
    assert_eq!(foreign.scenario(), opened().scenario());
    assert_eq!(foreign.notices.iter().count(), 1);
}

#[test]
fn a_row_of_moves_is_undone_in_one_step() {
    let step = |by_x| {
        Action::Edit(Edit::Move { activities: vec!["query".into()], notes: Vec::new(), by_x, by_y: 0 })
    };
    let x = |state: &AppState| state.scenario().workflow.activity("query").unwrap().x;
    let start = x(&opened());
    let moved = after(opened(), [step(10), step(10)]);
    assert_eq!(x(&moved), start + 20);
    assert_eq!(x(&after(moved.clone(), [Action::Undo])), start);
    let chosen = after(moved, [Action::ChooseActivity(None), step(10), Action::Undo]);
    assert_eq!(x(&chosen), start + 20, "after a choice a move is a step of its own");
}
