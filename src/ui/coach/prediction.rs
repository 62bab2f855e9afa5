//! The form that asks for a prediction, and what was said once it is locked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::kind;
use crate::app::action::Action;
use crate::lesson::prediction::{Confidence, Prediction};
use crate::scenario::activity::ActivityKind;
use crate::text::coach::PredictionWords;
use crate::text::{self, Lang};
use crate::ui::shell::icon::{Icon, IconView};

/// No year of the lab makes more deliveries than this.
const MOST: u32 = 99_999;

/// Props of the form.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PredictionFormProps {
    /// The prediction as it is.
    pub(super) prediction: Prediction,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The form.
#[component]
pub(super) fn PredictionForm(props: &PredictionFormProps) -> Html {
    let words = &text::coach::of(props.lang).prediction;
    let prediction = props.prediction;
    let onsubmit = {
        let send = props.send.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if prediction.is_complete() {
                send.emit(Action::Predict(Prediction { is_locked: true, ..prediction }));
            }
        })
    };
    html! {
        <form class="prediction" aria-label={words.form} {onsubmit}>
            { number(props, (ActivityKind::RecurringDelivery, words.recurring), prediction.recurring, |prediction, count| {
                Prediction { recurring: count, ..prediction }
            }) }
            { number(props, (ActivityKind::ContinuousDelivery, words.continuous), prediction.continuous, |prediction, count| {
                Prediction { continuous: count, ..prediction }
            }) }
            { sureness(props, words) }
            if prediction.is_locked {
                <p class="locked" role="status"><IconView icon={Icon::Tick} />{ words.locked }</p>
            } else {
                <button type="submit" class="primary" disabled={!prediction.is_complete()}
                    title={if prediction.is_complete() { "" } else { words.incomplete }}>{ words.lock }</button>
            }
        </form>
    }
}

fn number(
    props: &PredictionFormProps,
    named: (ActivityKind, &'static str),
    said: Option<u32>,
    with: fn(Prediction, Option<u32>) -> Prediction,
) -> Html {
    let (send, prediction) = (props.send.clone(), props.prediction);
    let oninput = move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        let count = text.parse().ok().filter(|count| *count <= MOST);
        send.emit(Action::Predict(with(prediction, count)));
    };
    html! {
        <label class="number">
            { kind(named.0, named.1) }
            <input type="number" inputmode="numeric" min="0" max={MOST.to_string()} step="1" autocomplete="off"
                value={said.map(|count| count.to_string()).unwrap_or_default()}
                disabled={prediction.is_locked} {oninput} />
        </label>
    }
}

fn sureness(props: &PredictionFormProps, words: &PredictionWords) -> Html {
    html! {
        <fieldset disabled={props.prediction.is_locked}>
            <legend>{ words.how_sure }</legend>
            <div class="choices">
                { for Confidence::ALL.into_iter().zip(words.confidence).map(|(confidence, name)| {
                    let (send, prediction) = (props.send.clone(), props.prediction);
                    let onchange = move |_| send.emit(Action::Predict(Prediction { confidence, ..prediction }));
                    html! {
                        <label key={name}>
                            <input type="radio" name="confidence" checked={confidence == prediction.confidence} {onchange} />
                            <span>{ name }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}
