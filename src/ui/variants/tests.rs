//! The view rendered to text: its counts are the engine's, and its keys are those of the rows.

use yew::LocalServerRenderer;

use super::*;
use crate::app::job::Work as _;
use crate::app::options::Options;
use crate::app::reduce::reduce;
use crate::app::state::AppState;
use crate::app::trial_job::TrialJob;
use crate::app::variants::Axis;
use crate::log::difference::{Mailed, Measure, Standing};
use crate::scenario::samples::Sample;
use crate::text::format::number;
use crate::text::lang::tests::swedish_view;

/// The state after everything that is to be run was run, or `most` of it.
fn ran(sample: Sample, actions: Vec<VariantAction>, most: usize) -> AppState {
    let first = AppState::new(&Options { sample: Some(sample), ..Options::default() }, None);
    let mut state = actions.into_iter().fold(first, |state, action| reduce(&state, Action::Variant(action)));
    for _ in 0..most {
        let Some(todo) = state.trials.next(state.scenario(), &state.view.variants) else { break };
        let scenario = state.scenario().clone();
        let (log, known) = (state.outcome.log.as_ref(), state.outcome.population());
        let mut job = TrialJob::new(&scenario, log, known, &todo).unwrap();
        while !job.advance(u64::MAX).is_over {}
        let done = VariantAction::Done { scenario, todo, made: job.finish().unwrap() };
        state = reduce(&state, Action::Variant(done));
    }
    state
}

async fn html(state: &AppState, shown: SimTime, lang: Lang) -> String {
    let props = VariantPanelProps {
        scenario: Shared::of(state.scenario()),
        run: Shared::of(state.outcome.log.as_ref().unwrap()),
        is_current: state.has_figures(),
        population: state.outcome.population().map(Shared::of),
        trials: Shared::of(&state.trials),
        view: state.view.variants.clone(),
        shown,
        is_playing: false,
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<VariantPanel>::with_props(props).hydratable(false).render().await
}

fn counts(state: &AppState, shown: SimTime) -> Vec<Standing> {
    let followed = state.view.variants.followed(state.scenario()).unwrap();
    let standing = |variant: Variant| {
        let state = state.trials.state_of(state.scenario(), state.outcome.log.as_ref(), variant, &followed);
        let TrialState::Done { log, .. } = state else { panic!("{variant:?} was run") };
        Standing::of(&log, log.plan().step_named(&followed).unwrap(), shown, &mut Mailed::default())
    };
    state.view.variants.shown().into_iter().map(standing).collect()
}

/// The part of a variant.
fn column<'h>(html: &'h str, variant: &str) -> &'h str {
    let from = html.split(&format!("data-variant=\"{variant}\"")).nth(1).unwrap();
    from.split("data-variant=").next().unwrap()
}

#[tokio::test]
async fn the_kinds_stand_side_by_side_with_the_numbers_of_the_engine() {
    let state = ran(Sample::SideBySide, vec![], 9);
    let middle = SimTime::parse("2026-06-08 12:00").unwrap();
    let html = html(&state, middle, Lang::En).await;
    let (left, right) = (column(&html, "recurring"), column(&html, "continuous"));
    assert!(left.contains("as it is now") && !right.contains("as it is now"));
    assert!(left.contains("<b>23</b>") && right.contains("<b>1</b>"), "{right}");
    assert!(left.contains("3 runs, 3 deliveries: each run writes into its own"), "{left}");
    assert!(right.contains("3 runs, 1 delivery: every run writes into the same one"), "{right}");
    let lit = |part: &str| part.matches("class=\"fk-key is-lit\"").count();
    assert_eq!((lit(left), lit(right.split("class=\"differences\"").next().unwrap())), (3, 0));
    let wires = |part: &str| part.matches("<path").count();
    assert_eq!((wires(left), wires(right)), (6, 6));
    for standing in counts(&state, middle) {
        for measure in Measure::ALL.into_iter().filter(|one| *one != Measure::OneReport) {
            let value = number(Lang::En, standing.count(measure));
            assert!(
                html.contains(&format!("<span class=\"difference-value\">{value}</span>")),
                "{measure:?}"
            );
        }
    }
    assert!(
        html.contains("22 fewer") && html.contains("but the recurring delivery keeps them in 23 deliveries")
    );
}

#[tokio::test]
async fn what_is_not_run_yet_or_does_not_apply_says_so() {
    let shown = Sample::SideBySide.scenario().end_time();
    let waiting = html(&ran(Sample::RecurringWeekly, vec![], 0), shown, Lang::En).await;
    assert!(waiting.contains("role=\"progressbar\"") && waiting.contains(">Cancel</button>"), "{waiting}");
    let stopped = ran(Sample::RecurringWeekly, vec![VariantAction::Stop], 9);
    let stopped = swedish_view(|lang| html(&stopped, shown, lang)).await;
    assert!(stopped.contains("Varianten kördes inte.") && stopped.contains(">Kör</button>"));
    let history = ran(Sample::RecurringWeekly, vec![VariantAction::Differ(Axis::History)], 9);
    let none = html(&history, shown, Lang::En).await;
    assert_eq!(none.matches("There is no Incremental query").count(), 2);
    assert!(!none.contains("class=\"difference\""));
    let own = ran(Sample::Welcome, vec![VariantAction::Differ(Axis::Own)], 9);
    assert_eq!(html(&own, shown, Lang::En).await.matches("data-variant=").count(), 3);
}

#[tokio::test]
async fn the_fan_shows_its_numbers_and_how_far_it_is() {
    let begun = vec![VariantAction::BeginFan];
    let state = ran(Sample::Welcome, begun, 1 + 1 + 5);
    let shown = state.end();
    let html = html(&state, shown, Lang::En).await;
    assert!(html.contains("5 of 50 seeds") && html.contains("class=\"fan-band\""), "{html}");
    let fan = state.trials.fan(state.scenario());
    let measure = crate::log::fan::FanMeasure::BroadLogs;
    let present = *fan.present.unwrap().values(measure).last().unwrap();
    assert!(html.contains(&format!("this seed has {}", number(Lang::En, present))));
    let totals = state.outcome.log.as_ref().unwrap().totals(shown);
    assert_eq!(present, totals.broad_logs);
}
