//! Variants of the scenario side by side on one clock: what one change does to deliveries, log rows and reports.

mod choice;
mod column;
mod driver;
mod fan;
mod key_tables;
mod table;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use self::column::Column;
use self::driver::{Ground, use_trial};
use self::fan::FanPanel;
use self::table::{Side, table, use_counts};
use crate::app::action::Action;
use crate::app::trials::{Todo, TrialState, Trials};
use crate::app::variants::{VariantAction, Variants};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::plan::population::Population;
use crate::scenario::Scenario;
use crate::scenario::variant::Variant;
use crate::text::variants::{self as words, VariantWords};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct VariantPanelProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// Its run, or that of the scenario before it.
    pub run: Shared<RunLog>,
    /// Whether it is its own.
    pub is_current: bool,
    /// Its people.
    pub population: Option<Shared<Population>>,
    /// What was run besides it.
    pub trials: Shared<Trials>,
    /// What the view shows.
    pub view: Variants,
    /// The moment shown.
    pub shown: SimTime,
    /// Whether the player plays.
    pub is_playing: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// What is on show: each variant with how far it is, and what is to be run next.
struct Plan {
    followed: Option<Rc<str>>,
    states: Vec<(Variant, TrialState)>,
    todo: Option<Todo>,
}

/// The panel.
#[component]
pub fn VariantPanel(props: &VariantPanelProps) -> Html {
    let plan = {
        let (scenario, run) = (props.scenario.clone(), props.run.clone());
        let deps = (scenario, run, props.is_current, props.trials.clone(), props.view.clone());
        use_memo(deps, |(scenario, run, is_current, trials, view)| {
            plan(scenario, run, *is_current, trials, view)
        })
    };
    let ground = Ground {
        scenario: props.scenario.clone(),
        run: props.run.clone(),
        population: props.population.clone(),
    };
    let permille = use_trial(plan.todo.clone(), &ground, &props.send);
    let sides: Vec<Side> =
        plan.states.iter().filter_map(|(variant, state)| side(&plan, *variant, state)).collect();
    let counts = use_counts(&sides, props.shown);
    let words = words::of(props.lang);
    let Some(followed) = &plan.followed else {
        return html! { <p class="variants nothing">{ words.no_delivery }</p> };
    };
    let class = classes!("comparison", "variant-columns", props.is_playing.then_some("is-playing"));
    html! {
        <section class="variants" aria-label={words.panel}>
            <h2 class="visually-hidden">{ words.panel }</h2>
            { choice::choices(props, followed) }
            <div {class}>
                { for plan.states.iter().map(|(variant, state)| {
                    let is_run = plan.todo == Some(Todo::Variant(*variant, followed.clone()));
                    column(props, followed, *variant, state, is_run.then_some(permille))
                }) }
            </div>
            { table(props.lang, &counts) }
            <FanPanel scenario={props.scenario.clone()} trials={props.trials.clone()} measure={props.view.measure}
                is_current={props.is_current} lang={props.lang} send={props.send.clone()} />
        </section>
    }
}

fn plan(
    scenario: &Shared<Scenario>,
    run: &Shared<RunLog>,
    is_current: bool,
    trials: &Trials,
    view: &Variants,
) -> Plan {
    let followed = view.followed(scenario);
    let present = is_current.then(|| run.rc());
    let state = |followed: &Rc<str>, variant: Variant| {
        (variant, trials.state_of(scenario.rc(), present, variant, followed))
    };
    let states = followed
        .iter()
        .flat_map(|followed| view.shown().into_iter().map(move |variant| state(followed, variant)));
    let states = states.collect();
    let todo = if is_current { trials.next(scenario.rc(), view) } else { None };
    Plan { followed, states, todo }
}

/// A variant that has been run, with the activity that is followed.
fn side(plan: &Plan, variant: Variant, state: &TrialState) -> Option<Side> {
    let TrialState::Done { log, .. } = state else { return None };
    let step = log.plan().step_named(plan.followed.as_deref()?)?;
    Some(Side { variant, run: log.clone(), step })
}

fn column(
    props: &VariantPanelProps,
    followed: &Rc<str>,
    variant: Variant,
    state: &TrialState,
    permille: Option<u32>,
) -> Html {
    let (lang, words) = (props.lang, words::of(props.lang));
    match state {
        TrialState::Done { log, is_present } => html! {
            <Column key={variant as u32} {variant} run={Shared::of(log)} followed={followed.clone()} shown={props.shown}
                picked={props.view.picked.filter(|(of, _)| *of == variant).map(|(_, delivery)| delivery)}
                is_present={*is_present} is_playing={props.is_playing} {lang} send={props.send.clone()} />
        },
        TrialState::WhyNot(why) => {
            notice(lang, variant, "is-not", html! { <p>{ words::why_not(lang, *why) }</p> })
        }
        TrialState::Impossible(outcome) => {
            let findings = outcome.findings.iter().take(2);
            notice(
                lang,
                variant,
                "is-not",
                html! {
                    <>
                        <p><strong>{ words.impossible }</strong></p>
                        { for findings.map(|finding| html! { <p>{ text::finding::sentence(lang, &props.scenario, finding) }</p> }) }
                    </>
                },
            )
        }
        TrialState::Waiting => notice(lang, variant, "is-waiting", waiting(props, words, permille)),
    }
}

/// A column that has no run to show.
fn notice(lang: Lang, variant: Variant, class: &'static str, body: Html) -> Html {
    html! {
        <section key={variant as u32} class={classes!("side", "variant", class)} aria-label={words::name(lang, variant)}>
            <h3 class="variant-name">{ words::name(lang, variant) }</h3>
            <div class="variant-notice">{ body }</div>
        </section>
    }
}

fn waiting(props: &VariantPanelProps, words: &VariantWords, permille: Option<u32>) -> Html {
    let act =
        |action: fn() -> VariantAction| props.send.reform(move |_: MouseEvent| Action::Variant(action()));
    match permille {
        Some(permille) => html! {
            <>
                { meter(words.running, permille) }
                <button type="button" class="outlined" onclick={act(|| VariantAction::Stop)}>{ words.cancel }</button>
            </>
        },
        None if !props.is_current => html! { <p class="muted">{ words.waiting_for_run }</p> },
        None if props.view.is_stopped => html! {
            <>
                <p>{ words.stopped }</p>
                <button type="button" class="outlined" onclick={act(|| VariantAction::GoOn)}>{ words.run }</button>
            </>
        },
        None => html! { <p class="muted">{ words.waiting }</p> },
    }
}

/// How much of something is done.
fn meter(label: &'static str, permille: u32) -> Html {
    let percent = (permille / 10).to_string();
    html! {
        <div class="variant-meter">
            <span>{ label }</span>
            <div class="run-track" role="progressbar" aria-label={label} aria-valuemin="0" aria-valuemax="100"
                aria-valuenow={percent}>
                <div class="run-bar" style={format!("--done: {:.3}", f64::from(permille) / 1_000.0)}></div>
            </div>
        </div>
    }
}
