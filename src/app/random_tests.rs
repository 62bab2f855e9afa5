//! Whatever somebody does in whatever order: it can be undone and done again, saved and opened, and no schedule moves
//! that was not touched.

use std::rc::Rc;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use super::action::Action;
use super::command;
use super::options::{Mode, Options};
use super::reduce::reduce;
use super::saved;
use super::selection::Selection;
use super::state::AppState;
use crate::base::time::{SimSpan, SimTime};
use crate::people::{GeneratedPeople, PopulationSpec};
use crate::scenario::activity::Activity;
use crate::scenario::edit::Edit;
use crate::scenario::edit::random::{Numbers, any_numbers, name_of, of_drawing, of_settings};
use crate::scenario::link::{self, LinkProblem};
use crate::scenario::remedy::remedies;
use crate::scenario::samples::Sample;
use crate::scenario::{Scenario, wire};

/// The most launches that are held against each other.
const MOST_LAUNCHES: usize = 40;

/// One of the samples, small enough to be run at each step.
fn opened(sample: Sample) -> AppState {
    let people = GeneratedPeople { size: 20, ..GeneratedPeople::default() };
    let population = PopulationSpec::Generated(people);
    let scenario = Scenario { weeks: 3, population, ..sample.scenario() };
    let view = AppState::new(&Options::default(), None).view;
    let stored = saved::write(&scenario, Default::default(), &Default::default(), None, &view);
    AppState::new(&Options { mode: Some(Mode::Build), ..Options::default() }, Some(&stored))
}

/// Something that somebody could do now.
fn action_of(state: &AppState, what: usize, numbers: Numbers) -> Option<Action> {
    let (_, a, b, by) = numbers;
    let scenario = state.scenario();
    let name = |at: usize| Rc::<str>::from(name_of(scenario, at));
    Some(match what {
        0..=7 => Action::Edit(of_drawing(scenario, numbers)),
        8..=15 => Action::Edit(of_settings(scenario, numbers)),
        16 => Action::Select(Selection::of([name(a), name(b)], 0..scenario.workflow.notes.len().min(1))),
        17 => Action::ChooseActivity(Some(name(a))),
        18 => {
            let transitions = scenario.workflow.transitions.len();
            Action::Select(Selection::transition(a.checked_rem(transitions)?))
        }
        19 => Action::SelectAll,
        20 => Action::Copy,
        21 => Action::Cut,
        22 => Action::Paste { text: None, at: (a % 2 == 0).then_some((by, by)) },
        23 => Action::Duplicate,
        24 => Action::Remove,
        25 => Action::Tidy,
        26 => Action::Undo,
        27 => Action::Redo,
        28 => Action::SetOption { name: "weeks".into(), value: (a % 4 + 1).to_string() },
        29 | 30 => {
            let commands = command::all(state);
            commands[a % commands.len()].action(state, 0.0)?
        }
        _ => {
            let findings = &state.outcome.findings;
            let remedies = remedies(scenario, findings.get(a % findings.len().max(1))?);
            Action::Edit(remedies.into_iter().next()?.edit)
        }
    })
}

/// Whether an action says anything of when this activity launches.
fn reschedules(action: &Action, activity: &str) -> bool {
    match action {
        Action::Edit(edit) => edits_schedule(edit, activity),
        Action::Undo | Action::Redo | Action::OpenSample(_) => true,
        _ => false,
    }
}

fn edits_schedule(edit: &Edit, name: &str) -> bool {
    match edit {
        Edit::SetSettings { activity, .. }
        | Edit::SetAdvanced { activity, .. }
        | Edit::SetSchedule { activity, .. }
        | Edit::MakeIncremental { activity } => activity == name,
        Edit::SetWorkflowProperties(_) => true,
        Edit::All(edits) => edits.iter().any(|edit| edits_schedule(edit, name)),
        _ => false,
    }
}

/// The launches that an activity plans in the coming weeks, whether or not the run goes on for as long.
fn planned(scenario: &Scenario, activity: &Activity) -> Option<Vec<SimTime>> {
    let schedule = activity.settings.schedule()?;
    let start = scenario.start_time();
    let end = start + SimSpan::from_days(90);
    let launches = schedule.launches_in(scenario.workflow.zone_of(activity)?, start);
    Some(launches.take(MOST_LAUNCHES).take_while(|at| *at < end).collect())
}

fn no_other_schedule_moves(
    before: &AppState,
    action: &Action,
    after: &AppState,
) -> Result<(), TestCaseError> {
    for activity in &after.scenario().workflow.activities {
        if let Some(earlier) = before.scenario().workflow.activity(&activity.name)
            && !reschedules(action, &activity.name)
        {
            let (was, is) = (planned(before.scenario(), earlier), planned(after.scenario(), activity));
            prop_assert_eq!(was, is, "{} by {:?}", &activity.name, action);
        }
    }
    Ok(())
}

fn only_what_is_there_is_chosen(state: &AppState) -> Result<(), TestCaseError> {
    let (workflow, chosen) = (&state.scenario().workflow, &state.view.selection);
    prop_assert!(chosen.notes().iter().all(|place| *place < workflow.notes.len()));
    prop_assert!(chosen.only_transition().is_none_or(|place| place < workflow.transitions.len()));
    Ok(())
}

/// A file, what is kept on the device and a link each give the scenario back.
fn opens_again(state: &AppState) -> Result<(), TestCaseError> {
    let scenario = &**state.scenario();
    let file = wire::open(wire::save(scenario).as_bytes());
    prop_assert_eq!(file.as_ref(), Ok(scenario));
    let kept = saved::read(&state.to_keep()).map(|saved| saved.scenario);
    prop_assert_eq!(kept.as_ref().map(Option::as_ref), Ok(Some(scenario)));
    match link::fragment(scenario) {
        Err(problem) => prop_assert_eq!(problem, LinkProblem::DoesNotFit),
        Ok(fragment) => {
            let shared = link::open(&fragment);
            prop_assert_eq!(shared.as_ref(), Ok(scenario));
        }
    }
    Ok(())
}

/// Goes to one end of the history and tells every scenario on the way, the present one first.
fn walked(state: &AppState, step: Action, can: impl Fn(&AppState) -> bool) -> (AppState, Vec<Rc<Scenario>>) {
    let (mut state, mut way) = (state.clone(), vec![state.scenario().clone()]);
    while can(&state) {
        state = reduce(&state, step.clone());
        way.push(state.scenario().clone());
    }
    (state, way)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_done_can_be_undone_done_again_and_saved(
        sample in 0..Sample::ALL.len(),
        steps in proptest::collection::vec((0_usize..33, any_numbers()), 1..50),
    ) {
        let first = opened(Sample::ALL[sample]);
        let mut state = first.clone();
        for (what, numbers) in steps {
            let Some(action) = action_of(&state, what, numbers) else { continue };
            let next = reduce(&state, action.clone());
            no_other_schedule_moves(&state, &action, &next)?;
            only_what_is_there_is_chosen(&next)?;
            state = next;
        }
        opens_again(&state)?;
        let (last, _) = walked(&state, Action::Redo, |state| state.history.can_redo());
        let (back, mut undone) = walked(&last, Action::Undo, |state| state.history.can_undo());
        prop_assert_eq!(back.scenario(), first.scenario());
        let (again, redone) = walked(&back, Action::Redo, |state| state.history.can_redo());
        prop_assert_eq!(again.scenario(), last.scenario());
        undone.reverse();
        prop_assert!(undone == redone, "undo and redo go the same way");
    }
}
