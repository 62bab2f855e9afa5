//! A prediction: two numbers, how sure, and a lock.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::lesson::prediction::{Confidence, Prediction};
use crate::text::{self, Lang};

/// Props of the form.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PredictProps {
    /// The prediction so far.
    pub(super) prediction: Prediction,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The form.
#[component]
pub(super) fn Predict(props: &PredictProps) -> Html {
    let words = text::coach::of(props.lang);
    let prediction = props.prediction;
    let typed = use_state(|| [text_of(prediction.recurring), text_of(prediction.continuous)]);
    let tried = use_state(|| false);
    let set = |place: usize| {
        let (typed, send) = (typed.clone(), props.send.clone());
        Callback::from(move |event: InputEvent| {
            let mut both = (*typed).clone();
            both[place] = event.target_unchecked_into::<HtmlInputElement>().value();
            let [recurring, continuous] = both.each_ref().map(|number| number.trim().parse().ok());
            typed.set(both);
            send.emit(Action::Predict(Prediction { recurring, continuous, ..prediction }));
        })
    };
    let onsubmit = {
        let (send, tried) = (props.send.clone(), tried.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            tried.set(true);
            if prediction.is_complete() {
                send.emit(Action::Predict(Prediction { is_locked: true, ..prediction }));
            }
        })
    };
    let is_wrong = *tried && !prediction.is_complete();
    let field = |place: usize, label: &'static str, value: Option<u32>| {
        html! {
            <label>
                <span>{ label }</span>
                <input type="text" inputmode="numeric" autocomplete="off" size="5" value={typed[place].clone()}
                    disabled={prediction.is_locked} aria-invalid={(is_wrong && value.is_none()).then_some("true")}
                    aria-describedby={is_wrong.then_some("predict-wrong")} oninput={set(place)} />
            </label>
        }
    };
    html! {
        <form class="predict" novalidate=true {onsubmit}>
            { field(0, words.recurring, prediction.recurring) }
            { field(1, words.continuous, prediction.continuous) }
            <fieldset disabled={prediction.is_locked}>
                <legend>{ words.how_sure }</legend>
                <div class="sure">{ for Confidence::ALL.into_iter().zip(words.confidences).map(|(confidence, label)| {
                    let send = props.send.clone();
                    html! {
                        <label key={label}>
                            <input type="radio" name="confidence" checked={confidence == prediction.confidence}
                                onchange={move |_| send.emit(Action::Predict(Prediction { confidence, ..prediction }))} />
                            { label }
                        </label>
                    }
                }) }</div>
            </fieldset>
            if is_wrong {
                <p class="wrong" role="alert" id="predict-wrong">{ words.must_be_number }</p>
            }
            if prediction.is_locked {
                <p class="small muted" role="status">{ words.locked }</p>
            } else {
                <button type="submit" class="primary">{ words.lock }</button>
            }
        </form>
    }
}

fn text_of(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
