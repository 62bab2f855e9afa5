//! Views of the guided tour, with counts from the engine.

use yew::LocalServerRenderer;

use super::*;
use crate::app::options::Options;
use crate::app::reduce::reduce;
use crate::app::state::AppState;
use crate::lesson::ground;
use crate::lesson::prediction::{Confidence, Prediction};
use crate::scenario::samples::Sample;
use crate::text::lang::tests::swedish_view;

const LOCKED: Prediction =
    Prediction { recurring: Some(52), continuous: Some(52), confidence: Confidence::Sure, is_locked: true };

/// The states at the beginning of each step, walked as a learner would.
fn walked() -> Vec<AppState> {
    let mut state = AppState::new(&Options::default(), None);
    let mut states = vec![state.clone()];
    for step in Step::ALL {
        let change = ground::change(state.scenario(), Lang::En).unwrap();
        let goal = match step {
            Step::PredictYear | Step::PredictChange => Some(Action::Predict(LOCKED)),
            Step::PlayYear | Step::PlayChange => Some(Action::Seek { to: state.end() }),
            Step::FindLogs => Some(Action::ChooseDelivery(Some(0))),
            Step::ChangeOne => Some(Action::Edit(change.edit())),
            _ => None,
        };
        for action in goal.into_iter().chain([Action::TourOn]) {
            state = reduce(&state, action);
        }
        states.push(state.clone());
    }
    states
}

async fn view(state: &AppState, lang: Lang) -> String {
    let props = CoachProps {
        tour: state.tour,
        counted: state.counted(),
        may_go_on: state.tour.may_go_on(state.facts()),
        is_playing: state.player.head.is_playing(),
        readonly: state.view.readonly,
        scenario: Shared::of(state.scenario()),
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<Coach>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn every_step_has_its_heading_and_says_why_it_waits() {
    let states = walked();
    for state in &states {
        swedish_view(|lang| view(state, lang)).await;
    }
    for lang in Lang::WRITTEN {
        let words = text::coach::of(lang);
        for (state, step) in states.iter().zip(Step::ALL) {
            let (html, place) = (view(state, lang).await, step.place());
            assert_eq!(state.tour.step, step);
            assert!(html.contains(&format!(">{}</h2>", words.steps[place].heading)), "{html}");
            assert!(html.contains(&text::coach::eyebrow(lang, place + 1, 9)));
            assert!(html.contains(&format!("class=\"coach-reason\">{}</p>", words.reasons[place])), "{html}");
            assert_eq!(html.matches("class=\"is-over\"").count(), place + 1);
        }
        let html = view(&states[9], lang).await;
        assert!(html.contains(words.completed.heading) && html.contains(words.restart));
    }
}

#[tokio::test]
async fn what_is_to_be_predicted_is_not_on_show() {
    for state in walked().iter().filter(|state| !state.tour.may_go_on(state.facts())) {
        let is_hidden = state.player.shown == state.scenario().start_time();
        assert!(is_hidden || state.tour.step == Step::FindLogs, "{:?}", state.tour.step);
    }
}

#[tokio::test]
async fn a_locked_prediction_cannot_be_edited() {
    let open = &walked()[1];
    let html = view(open, Lang::En).await;
    assert!(html.contains(">Lock my prediction</button>") && !html.contains("<fieldset disabled"));
    let html = view(&reduce(open, Action::Predict(LOCKED)), Lang::En).await;
    assert!(!html.contains(">Lock my prediction</button>") && html.contains("<fieldset disabled"));
    let inputs = html.split("<input").filter(|part| part.contains("type=\"number\""));
    assert!(inputs.clone().all(|input| input.split('>').next().unwrap().contains("disabled")));
    assert_eq!(inputs.count(), 2);
}

#[tokio::test]
async fn the_comparison_shows_what_the_engine_counted_each_time() {
    let states = walked();
    let counted = |state: &AppState| {
        let log = state.outcome.log.as_ref().unwrap();
        Counted::of(log)
    };
    for (place, edits) in [(3, 0), (8, 1)] {
        let state = &states[place];
        let html = view(state, Lang::En).await;
        let came = counted(state);
        for count in [came.recurring, came.continuous] {
            assert_eq!(html.matches(&format!("<td class=\"number came\">{count}</td>")).count(), 1, "{html}");
        }
        assert_eq!(state.scenario().interventions.len(), edits);
        assert_eq!((html.matches("Right</span>").count(), html.matches("Different</span>").count()), (1, 1));
        assert!(html.contains("You were sure"));
    }
    assert_eq!(counted(&states[8]).continuous, counted(&states[3]).continuous + 1);
    // Looking back, the first comparison still shows the first year.
    let back = (0..5).fold(states[8].clone(), |state, _| reduce(&state, Action::TourBack));
    let html = view(&back, Lang::En).await;
    assert!(html.contains(&format!("came\">{}</td>", counted(&states[3]).continuous)), "{html}");
}

#[tokio::test]
async fn where_only_one_kind_sends_the_tour_offers_the_sample() {
    let state = AppState::new(&Options::default(), None);
    let state = reduce(&state, Action::OpenSample(Sample::Birthday));
    let html = view(&state, Lang::Sv).await;
    assert!(
        html.contains("Rundturen behöver båda sorterna") && html.contains(">Öppna Sida vid sida</button>")
    );
    let state = reduce(&state, Action::TourSkip);
    assert!(view(&state, Lang::Sv).await.contains(">Fortsätt rundturen</button>"));
}

#[tokio::test]
async fn where_nothing_may_be_changed_the_tour_is_shorter() {
    let mut options = Options::default();
    assert!(options.set("readonly", ""));
    let html = view(&AppState::new(&options, None), Lang::En).await;
    assert!(html.contains("Tour · 1 of 5"));
}
