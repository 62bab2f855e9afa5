//! Prediction and outcome side by side, and why it came out so.

use yew::prelude::*;

use crate::lesson::prediction::{Counted, Prediction};
use crate::text::format::number;
use crate::text::{self, Lang};
use crate::ui::shell::icon::{Icon, IconView};

/// Props of the comparison.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CompareProps {
    /// What was predicted.
    pub(super) prediction: Prediction,
    /// What came out.
    pub(super) counted: Counted,
    /// The language.
    pub(super) lang: Lang,
}

/// The comparison.
#[component]
pub(super) fn Compare(props: &CompareProps) -> Html {
    let words = text::coach::of(props.lang);
    let lang = props.lang;
    let row = |label: &'static str, hue: &'static str, predicted: Option<u32>, made: u32| {
        let is_right = predicted == Some(made);
        let (icon, verdict) = if is_right { (Icon::Tick, words.right) } else { (Icon::Close, words.wrong) };
        html! {
            <tr class={hue}>
                <th scope="row">{ label }</th>
                <td class="number">{ predicted.map(|count| number(lang, count.into())).unwrap_or_else(|| "–".into()) }</td>
                <td class="number"><b>{ number(lang, made.into()) }</b></td>
                <td><span class={classes!("verdict", is_right.then_some("is-right"))}>
                    <IconView {icon} /><span class="visually-hidden">{ verdict }</span></span></td>
            </tr>
        }
    };
    let Counted { recurring, continuous } = props.counted;
    html! {
        <>
            <table class="verdicts">
                <thead><tr>
                    <td></td>
                    <th scope="col" class="number">{ words.predicted }</th>
                    <th scope="col" class="number">{ words.came_out }</th>
                    <td></td>
                </tr></thead>
                <tbody>
                    { row(words.recurring, "rec", props.prediction.recurring, recurring) }
                    { row(words.continuous, "con", props.prediction.continuous, continuous) }
                </tbody>
            </table>
            <p>{ text::coach::why_recurring(lang, recurring.into()) }</p>
            <p>{ text::coach::why_continuous(lang, continuous.into()) }</p>
        </>
    }
}
