//! Prediction and outcome side by side, and why.

use yew::prelude::*;

use super::{CoachProps, kind};
use crate::lesson::prediction::Confidence;
use crate::lesson::tour::Step;
use crate::scenario::activity::ActivityKind;
use crate::text::Lang;
use crate::text::coach::{PredictionWords, on_change, on_year};
use crate::text::format::number;
use crate::ui::shell::icon::{Icon, IconView};

/// The table and what is to be said about it. The outcome is the engine's, as it was when it was played.
pub(super) fn verdict(props: &CoachProps) -> Html {
    let (words, tour) = (props.words(), &props.tour);
    let said = tour.prediction();
    let came = tour.came().unwrap_or(props.counted);
    let said_of = (said.recurring.unwrap_or(0), said.continuous.unwrap_or(0));
    let came_of = (came.recurring, came.continuous);
    let is_sure = said.confidence == Confidence::Sure;
    let is_change = tour.step == Step::CompareChange;
    let sentences = if is_change {
        let before = tour.year_came.map_or(1, |came| came.continuous);
        on_change(props.lang, said_of, came_of, before, is_sure)
    } else {
        on_year(props.lang, said_of, came_of, is_sure)
    };
    html! {
        <>
            { table(&words.prediction, props.lang, said_of, came_of) }
            { for sentences.into_iter().map(|sentence| html! { <p>{ sentence }</p> }) }
            if is_change {
                <p class="aside"><strong>{ words.assumption }</strong>{ " " }{ words.fork_assumption }</p>
            }
        </>
    }
}

fn table(words: &PredictionWords, lang: Lang, said: (u32, u32), came: (u32, u32)) -> Html {
    html! {
        <table class="verdict">
            <caption>{ words.deliveries }</caption>
            <thead>
                <tr>
                    <th scope="col"><span class="visually-hidden">{ words.kind }</span></th>
                    <th scope="col" class="number">{ words.predicted }</th>
                    <th scope="col" class="number">{ words.came_out }</th>
                </tr>
            </thead>
            <tbody>
                { row(words, lang, (ActivityKind::RecurringDelivery, words.recurring), (said.0, came.0)) }
                { row(words, lang, (ActivityKind::ContinuousDelivery, words.continuous), (said.1, came.1)) }
            </tbody>
        </table>
    }
}

fn row(words: &PredictionWords, lang: Lang, named: (ActivityKind, &'static str), counts: (u32, u32)) -> Html {
    let (said, came) = counts;
    let (icon, word) = if said == came { (Icon::Tick, words.right) } else { (Icon::Close, words.different) };
    html! {
        <tr>
            <th scope="row">
                { kind(named.0, named.1) }
                <span class="outcome"><IconView {icon} />{ word }</span>
            </th>
            <td class="number">{ number(lang, said.into()) }</td>
            <td class="number came">{ number(lang, came.into()) }</td>
        </tr>
    }
}
