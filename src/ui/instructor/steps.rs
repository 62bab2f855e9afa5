//! The list of steps: chosen, moved, doubled, taken out and added, by buttons and by keys.

use yew::prelude::*;

use super::kit::{BenchProps, tool};
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::lesson::authoring::edit::{DraftEdit, StepSort};
use crate::lesson::authoring::{lesson, step_words, title};
use crate::text::instructor::{self as says, Say};
use crate::ui::shell::icon::Icon;

/// The list.
pub(super) fn list(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let steps = lesson(&bench.draft).map(|lesson| &lesson.steps[..]).unwrap_or_default();
    let faults =
        |place: Option<usize>| bench.found.iter().any(|found| found.step == place && !found.is_note());
    let name = title(&bench.draft, &bench.code);
    let shown = if name.is_empty() { props.say(Say::Untitled).to_owned() } else { name };
    let row = |place: usize| {
        let step = &steps[place];
        let told =
            step_words(&bench.draft, &bench.code, place).map(|words| words.title.clone()).unwrap_or_default();
        let sort = says::sort(props.lang, StepSort::of(&step.task) as usize);
        let label = says::step(props.lang, place + 1, sort, &told);
        let is_chosen = bench.chosen == Some(place);
        html! {
            <li key={step.id.clone()} class={classes!("bench-step", faults(Some(place)).then_some("has-fault"))}>
                <button type="button" id={format!("bench-step-{place}")} aria-label={label} aria-current={is_chosen.then_some("step")}
                    onclick={props.on(InstructorAction::Choose(Some(place)))} onkeydown={keys(props, place, steps.len())}>
                    <b aria-hidden="true">{ place + 1 }</b>
                    <span aria-hidden="true">{ if told.is_empty() { props.say(Say::Untitled).to_owned() } else { told } }</span>
                    <small aria-hidden="true">{ sort }</small>
                </button>
            </li>
        }
    };
    html! {
        <nav class="bench-steps" aria-label={props.say(Say::Steps)}>
            <button type="button" id="bench-whole" class={classes!("bench-whole", faults(None).then_some("has-fault"))}
                aria-current={bench.chosen.is_none().then_some("step")} onclick={props.on(InstructorAction::Choose(None))}>
                <span>{ shown }</span><small>{ props.say(Say::Whole) }</small>
            </button>
            <ol aria-describedby="bench-keys">{ for (0..steps.len()).map(row) }</ol>
            <p id="bench-keys" class="visually-hidden">{ props.say(Say::StepKeys) }</p>
            { adding(props, steps.len()) }
        </nav>
    }
}

/// Alt with an arrow moves the step, Delete takes it out.
fn keys(props: &BenchProps, place: usize, steps: usize) -> Callback<KeyboardEvent> {
    let send = props.send.clone();
    Callback::from(move |event: KeyboardEvent| {
        let edit = match (event.key().as_str(), event.alt_key()) {
            ("ArrowUp", true) if place > 0 => DraftEdit::Move(place, place - 1),
            ("ArrowDown", true) if place + 1 < steps => DraftEdit::Move(place, place + 1),
            ("Delete", false) => DraftEdit::Remove(place),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        send.emit(Action::Instructor(InstructorAction::Change(edit)));
    })
}

/// A button for each sort of step; the new step stands behind the chosen one.
fn adding(props: &BenchProps, steps: usize) -> Html {
    let at = props.bench.chosen.map_or(steps, |place| place + 1);
    html! {
        <div class="bench-add" role="group" aria-label={props.say(Say::AddStep)}>
            <span class="eyebrow" aria-hidden="true">{ props.say(Say::AddStep) }</span>
            { for StepSort::ALL.into_iter().map(|sort| {
                let place = sort as usize;
                html! {
                    <button key={place} type="button" class="outlined" title={says::sort_says(props.lang, place)}
                        onclick={props.edits(DraftEdit::Add(at, sort))}>{ "+ " }{ says::sort(props.lang, place) }</button>
                }
            }) }
        </div>
    }
}

/// What can be done with the chosen step.
pub(super) fn tools(props: &BenchProps, place: usize) -> Html {
    let steps = lesson(&props.bench.draft).map_or(0, |lesson| lesson.steps.len());
    let edit = |edit| props.edits(edit);
    html! {
        <div class="bench-tools">
            { tool(Icon::Ascending, props.say(Say::Up), place == 0, edit(DraftEdit::Move(place, place.saturating_sub(1)))) }
            { tool(Icon::Descending, props.say(Say::Down), place + 1 >= steps, edit(DraftEdit::Move(place, place + 1))) }
            { tool(Icon::Duplicate, props.say(Say::Duplicate), false, edit(DraftEdit::Duplicate(place))) }
            { tool(Icon::Bin, props.say(Say::Remove), false, edit(DraftEdit::Remove(place))) }
        </div>
    }
}
