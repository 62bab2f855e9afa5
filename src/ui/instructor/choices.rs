//! The answers of a question, of which one is right; each has something that is said to it.

use yew::prelude::*;

use super::kit::{BenchProps, part, words};
use crate::lesson::authoring::edit::DraftEdit;
use crate::lesson::authoring::mend::MOST_CHOICES;
use crate::lesson::authoring::spot::Spot;
use crate::lesson::course::question::{Choice, Question};
use crate::text::instructor::Say;

/// The answers.
pub(super) fn view(props: &BenchProps, place: usize, question: &Question) -> Html {
    let count = question.choices.len();
    part(
        props.say(Say::Answers),
        html! {
            <>
                { for question.choices.iter().map(|choice| of(props, place, choice, count)) }
                if count < MOST_CHOICES {
                    <button type="button" class="outlined" onclick={props.edits(DraftEdit::AddChoice(place))}>{ props.say(Say::AddAnswer) }</button>
                }
            </>
        },
    )
}

fn of(props: &BenchProps, place: usize, choice: &Choice, count: usize) -> Html {
    let id = choice.id.clone();
    let letter = id.to_uppercase();
    let right = {
        let (set, id) = (props.clone(), id.clone());
        move |_: Event| set.edit(DraftEdit::Right(place, id.clone()))
    };
    let believes = {
        let (set, id, does) = (props.clone(), id.clone(), choice.misconception.is_none());
        move |_: Event| set.edit(DraftEdit::Believe(place, id.clone(), does))
    };
    let label = format!("{} {letter}", props.say(Say::Answer));
    html! {
        <div class={classes!("bench-item", choice.is_right.then_some("is-right"))} key={id.clone()} role="group" aria-label={label.clone()}>
            <label class="bench-tick"><input type="radio" name={format!("bench-right-{place}")} checked={choice.is_right} onchange={right} />
                { format!("{letter} – {}", props.say(Say::IsRight)) }</label>
            { words(props, &label, Spot::Choice(id.clone())) }
            { words(props, props.say(Say::Feedback), Spot::Why(id.clone())) }
            if !choice.is_right {
                <label class="bench-tick"><input type="checkbox" checked={choice.misconception.is_some()} onchange={believes} />{ props.say(Say::Believes) }</label>
                if let Some(belief) = &choice.misconception {
                    { words(props, props.say(Say::Belief), Spot::Belief(belief.clone())) }
                    { words(props, props.say(Say::BeliefWhy), Spot::BeliefWhy(belief.clone())) }
                }
            }
            if count > 2 {
                <button type="button" class="link" onclick={props.edits(DraftEdit::RemoveChoice(place, id))}>{ props.say(Say::RemoveAnswer) }</button>
            }
        </div>
    }
}
