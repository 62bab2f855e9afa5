//! A run that takes longer than a moment: how far it is, how to cancel it, and whose figures are on show meanwhile.

use yew::prelude::*;

use super::shared::Shared;
use crate::app::action::Action;
use crate::app::job::Job;
use crate::app::running::Running;
use crate::paint::runner::Runner;
use crate::plan::population::Population;
use crate::scenario::Scenario;
use crate::scene::timeline::weeks_begun;
use crate::text::Lang;
use crate::text::running as words;

/// Props of the band.
#[derive(Clone, PartialEq, Properties)]
pub struct RunBandProps {
    /// The run that is under way.
    pub running: Option<Running>,
    /// Whether the figures on show are those of an earlier scenario.
    pub is_stale: bool,
    /// Whether the run was cancelled.
    pub is_cancelled: bool,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The people of an earlier run.
    pub population: Option<Shared<Population>>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The band, and what drives the run while it is mounted; nothing is seen where the figures are up to date.
#[component]
pub fn RunBand(props: &RunBandProps) -> Html {
    let runner = use_mut_ref(|| None::<Runner>);
    {
        let (scenario, population, send) =
            (props.scenario.clone(), props.population.clone(), props.send.clone());
        use_effect_with(props.running.map(|running| running.id), move |id| {
            let start = |id| {
                let known = population.as_ref().map(Shared::rc);
                Runner::start(id, Job::new(scenario.rc().clone(), known), send)
            };
            runner.replace(id.map(start));
            move || {
                runner.replace(None);
            }
        });
    }
    let said = use_said(props);
    html! {
        <>
            { band(props) }
            <p class="visually-hidden run-spoken" role="status">{ said }</p>
        </>
    }
}

fn band(props: &RunBandProps) -> Html {
    let words = words::of(props.lang);
    match props.running {
        Some(running) => html! {
            <section class="run-band" aria-label={words.band}>
                { meter(props, running) }
                { button(props, words.cancel, Action::CancelRun) }
                if props.is_stale {
                    <p class="run-note muted">{ words.stale }</p>
                }
            </section>
        },
        None if props.is_cancelled => html! {
            <section class="run-band is-cancelled" aria-label={words.band}>
                <p class="run-note">{ if props.is_stale { words.cancelled_stale } else { words.cancelled } }</p>
                { button(props, words.again, Action::RunAgain) }
            </section>
        },
        None => Html::default(),
    }
}

fn meter(props: &RunBandProps, running: Running) -> Html {
    let words = words::of(props.lang);
    let percent = running.permille / 10;
    let place = place(props, running);
    html! {
        <div class="run-meter">
            <p class="run-head">
                <strong>{ words.running }</strong>
                <span class="run-percent">{ words::percent(props.lang, percent) }</span>
            </p>
            <div class="run-track" role="progressbar" aria-label={words.running} aria-valuemin="0" aria-valuemax="100"
                aria-valuenow={percent.to_string()} aria-valuetext={format!("{}, {place}", words::percent(props.lang, percent))}>
                <div class="run-bar" style={format!("--done: {:.3}", f64::from(running.permille) / 1_000.0)}></div>
            </div>
            <p class="run-foot muted">
                <span>{ place }</span>
                <span>{ words::time_left(props.lang, running.seconds_left) }</span>
            </p>
        </div>
    }
}

/// `week 23 of 52`, or that the recipients are being made.
fn place(props: &RunBandProps, running: Running) -> String {
    let start = props.scenario.start_time();
    if running.moment <= start {
        return words::of(props.lang).people.to_owned();
    }
    let week = weeks_begun(start, running.moment).clamp(1, props.scenario.weeks.max(1));
    crate::text::transport::place(props.lang, week, props.scenario.weeks)
}

fn button(props: &RunBandProps, label: &'static str, action: Action) -> Html {
    let send = props.send.clone();
    let onclick = move |_| send.emit(action.clone());
    html! { <button type="button" class="outlined" {onclick}>{ label }</button> }
}

/// What is said to those who listen: each quarter once, and how it ended.
#[hook]
fn use_said(props: &RunBandProps) -> String {
    let quarter = props.running.map(|running| running.permille / 250);
    let was_running = use_mut_ref(|| false);
    let said = use_state_eq(String::new);
    {
        let (said, lang, is_cancelled) = (said.setter(), props.lang, props.is_cancelled);
        use_effect_with((quarter, is_cancelled), move |(quarter, is_cancelled)| {
            let had_run = was_running.replace(quarter.is_some());
            match quarter {
                Some(quarter) => said.set(words::told(lang, quarter * 25)),
                None if had_run && *is_cancelled => said.set(words::of(lang).told_cancelled.to_owned()),
                None if had_run => said.set(words::of(lang).told_done.to_owned()),
                None => {}
            }
        });
    }
    (*said).clone()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use yew::LocalServerRenderer;

    use super::*;
    use crate::base::time::SimSpan;
    use crate::scenario::samples::Sample;

    async fn view(running: Option<(u32, i64)>, (is_stale, is_cancelled): (bool, bool), lang: Lang) -> String {
        let scenario = Rc::new(Sample::SideBySide.scenario());
        let running = running.map(|(permille, days)| Running {
            id: 1,
            permille,
            moment: scenario.start_time() + SimSpan::from_days(days),
            seconds_left: (days > 0).then_some(9),
        });
        let (scenario, send) = (Shared::of(&scenario), Callback::noop());
        let props = RunBandProps { running, is_stale, is_cancelled, scenario, population: None, lang, send };
        LocalServerRenderer::<RunBand>::with_props(props).hydratable(false).render().await
    }

    #[tokio::test]
    async fn progress_is_a_bar_with_words() {
        let html = view(Some((437, 156)), (true, false), Lang::En).await;
        assert!(html.contains("role=\"progressbar\"") && html.contains("aria-valuenow=\"43\""), "{html}");
        assert!(html.contains("aria-valuetext=\"43%, week 23 of 52\""), "{html}");
        assert!(html.contains("about 9 seconds left") && html.contains(">Cancel</button>"), "{html}");
        assert!(html.contains("before your last change"), "{html}");
        let html = view(Some((100, 0)), (false, false), Lang::Sv).await;
        assert!(html.contains("mottagarna skapas") && !html.contains("run-note"), "{html}");
    }

    #[tokio::test]
    async fn after_a_cancel_it_says_whose_figures_are_shown() {
        let html = view(None, (true, true), Lang::En).await;
        assert!(html.contains("before your last change") && html.contains(">Run</button>"), "{html}");
        let html = view(None, (false, true), Lang::En).await;
        assert!(html.contains("no figures"), "{html}");
        assert!(!view(None, (false, false), Lang::En).await.contains("run-band"));
    }
}
