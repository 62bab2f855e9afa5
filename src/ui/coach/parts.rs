//! What several views of the coach are made of.

use yew::prelude::*;

use super::CoachProps;
use crate::app::action::Action;
use crate::scenario::samples::Sample;
use crate::text::coach::StepWords;

/// A heading, the question that it asks if it asks one, and its paragraphs.
pub(super) fn told(words: &StepWords, question: Option<String>) -> Html {
    html! {
        <>
            <h2 key={words.heading} tabindex="-1">{ words.heading }</h2>
            if let Some(question) = question {
                <p>{ question }</p>
            }
            { for words.sentences.iter().map(|sentence| html! { <p>{ *sentence }</p> }) }
        </>
    }
}

/// Opens the sample that the tour is made for; nothing where the scenario may not be changed.
pub(super) fn open_sample(props: &CoachProps) -> Html {
    if props.readonly {
        return Html::default();
    }
    html! {
        <button type="button" class="outlined" onclick={props.on(Action::OpenSample(Sample::SideBySide))}>
            { props.words().open_sample }
        </button>
    }
}
