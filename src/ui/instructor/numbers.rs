//! The numbers that a question asks for: each picked from the run, with wrong ones that have an answer of their own.

use yew::prelude::*;

use super::kit::{BenchProps, number, part, words};
use super::picker::pick;
use crate::lesson::authoring::edit::DraftEdit;
use crate::lesson::authoring::mend::MOST_FIELDS;
use crate::lesson::authoring::spot::Spot;
use crate::lesson::course::question::{Field, Question};
use crate::text::instructor::{self as says, Say};

/// The numbers.
pub(super) fn view(props: &BenchProps, place: usize, question: &Question) -> Html {
    let count = question.fields.len();
    html! {
        <>
            { for question.fields.iter().map(|field| of(props, place, field, count)) }
            if count < MOST_FIELDS {
                <button type="button" class="outlined" onclick={props.edits(DraftEdit::AddField(place))}>{ props.say(Say::AddNumber) }</button>
            }
        </>
    }
}

fn of(props: &BenchProps, place: usize, field: &Field, count: usize) -> Html {
    let (set, id) = (props.clone(), field.id.clone());
    let (off, off_id) = (props.clone(), field.id.clone());
    let edits = |edit| props.edits(edit);
    // Two parts of the form must not be called the same.
    let heading = match count {
        1 => props.say(Say::RightNumber).to_owned(),
        _ => format!("{} {}", props.say(Say::RightNumber), field.id.to_uppercase()),
    };
    part(
        &heading,
        html! {
            <div class="bench-item" key={field.id.clone()}>
                { words(props, props.say(Say::NumberLabel), Spot::Field(field.id.clone())) }
                { pick(props, props.say(Say::RightNumber), &field.answer, false, move |answer| set.edit(DraftEdit::Answer(place, id.clone(), answer))) }
                { number(props.say(Say::Tolerance), field.tolerance, 0, move |tolerance| off.edit(DraftEdit::Tolerance(place, off_id.clone(), tolerance))) }
                { for field.mistakes.iter().enumerate().map(|(at, mistake)| {
                    let (set, id) = (props.clone(), field.id.clone());
                    let heading = says::wrong_number(props.lang, at + 1);
                    html! {
                        <div class="bench-wrong" key={at}>
                            <h4>{ &heading }</h4>
                            { pick(props, &heading, &mistake.is, true, move |number| set.edit(DraftEdit::Mistake(place, id.clone(), at, number))) }
                            { words(props, props.say(Say::Belief), Spot::Belief(mistake.misconception.clone())) }
                            { words(props, props.say(Say::BeliefWhy), Spot::BeliefWhy(mistake.misconception.clone())) }
                            <button type="button" class="link" onclick={edits(DraftEdit::RemoveMistake(place, field.id.clone(), at))}>{ props.say(Say::RemoveWrong) }</button>
                        </div>
                    }
                }) }
                <div class="bench-row">
                    <button type="button" class="link" onclick={edits(DraftEdit::AddMistake(place, field.id.clone()))}>{ props.say(Say::AddWrong) }</button>
                    if count > 1 {
                        <button type="button" class="link" onclick={edits(DraftEdit::RemoveField(place, field.id.clone()))}>{ props.say(Say::RemoveNumber) }</button>
                    }
                </div>
            </div>
        },
    )
}
