//! Runs one trial after the other while the view is on show, between frames.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::trial_job::TrialJob;
use crate::app::trials::Todo;
use crate::app::variants::VariantAction;
use crate::log::RunLog;
use crate::paint::runner::{Runner, Told};
use crate::plan::population::Population;
use crate::scenario::Scenario;
use crate::ui::shared::Shared;

/// What the trials start from.
#[derive(Clone, PartialEq)]
pub(super) struct Ground {
    /// The scenario.
    pub(super) scenario: Shared<Scenario>,
    /// Its run.
    pub(super) run: Shared<RunLog>,
    /// Its people.
    pub(super) population: Option<Shared<Population>>,
}

/// Runs what is to be done; how much of it is done, in thousandths. It ends with the view, and begins anew with it.
#[hook]
pub(super) fn use_trial(todo: Option<Todo>, ground: &Ground, send: &Callback<Action>) -> u32 {
    let runner = use_mut_ref(|| None::<Runner>);
    let done = use_state_eq(|| 0_u32);
    let (ground, send, setter) = (ground.clone(), send.clone(), done.setter());
    use_effect_with((todo, ground.scenario.clone(), ground.run.clone()), move |(todo, ..)| {
        setter.set(0);
        runner.replace(todo.clone().and_then(|todo| start(&ground, todo, send, setter)));
        move || {
            runner.replace(None);
        }
    });
    *done
}

fn start(ground: &Ground, todo: Todo, send: Callback<Action>, done: UseStateSetter<u32>) -> Option<Runner> {
    let scenario = ground.scenario.rc().clone();
    let known = ground.population.as_ref().map(Shared::rc);
    let job = TrialJob::new(&scenario, Some(ground.run.rc()), known, &todo)?;
    Some(Runner::drive(job, move |told| match told {
        Told::Progress(progress, _) => done.set(progress.permille),
        Told::Over(made) => {
            let (scenario, todo) = (scenario.clone(), todo.clone());
            send.emit(Action::Variant(VariantAction::Done { scenario, todo, made }));
        }
    }))
}
