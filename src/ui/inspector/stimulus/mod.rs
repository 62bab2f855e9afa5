//! What is done during the run: the list, and the form that adds or edits one of its entries.

pub mod draft;
pub mod form;
#[cfg(test)]
mod tests;

use yew::prelude::*;

use self::form::StimulusForm;
use super::parts::section;
use super::pen::Pen;
use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::intervention::Intervention;
use crate::text::inspector::{scenario as told, stimuli as words};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct StimulusListProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The moment shown, which a new entry is offered for.
    pub shown: SimTime,
    /// Where edits go.
    pub pen: Pen,
}

/// Which form is open.
#[derive(Clone, Debug, Default, PartialEq)]
enum Open {
    #[default]
    None,
    /// That of a new entry.
    New,
    /// That of the entry at this place, as long as it is this one.
    At(usize, Box<Intervention>),
}

/// The list, in order of time, with a form in it where one is open.
#[component]
pub fn StimulusList(props: &StimulusListProps) -> Html {
    let open = use_state_eq(Open::default);
    let words = words::of(props.pen.lang);
    let entries = &props.scenario.interventions;
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(Open::None))
    };
    let form = |number: Option<usize>| {
        html! {
            <StimulusForm scenario={props.scenario.clone()} shown={props.shown} {number} close={close.clone()} pen={props.pen.clone()} />
        }
    };
    let opening = |what: Open| {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(what.clone()))
    };
    let entry = |(number, one): (usize, &Intervention)| {
        let is_open = *open == Open::At(number, Box::new(one.clone()));
        html! {
            <li key={format!("{number}-{}", one.at)} class={is_open.then_some("is-open")}>
                { row(props, number, one, opening(Open::At(number, Box::new(one.clone())))) }
                if is_open { { form(Some(number)) } }
            </li>
        }
    };
    section(
        words.during,
        html! {
            <>
                if entries.is_empty() {
                    <p class="ins-hint">{ words.none }</p>
                } else {
                    <ol class="ins-timed">{ for entries.iter().enumerate().map(entry) }</ol>
                }
                if *open == Open::New {
                    { form(None) }
                } else {
                    <div class="ins-buttons">
                        <button type="button" class="outlined" disabled={props.pen.readonly} onclick={opening(Open::New)}>
                            { words.add }
                        </button>
                    </div>
                }
            </>
        },
    )
}

fn row(props: &StimulusListProps, number: usize, one: &Intervention, edit: Callback<MouseEvent>) -> Html {
    let pen = &props.pen;
    let words = words::of(pen.lang);
    let when = told::moment(pen.lang, one);
    let tool = |text: &str, icon: Icon, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class="quiet tool" disabled={pen.readonly} title={text.to_owned()}
                aria-label={format!("{text}: {when}")} {onclick}><IconView {icon} /></button>
        }
    };
    html! {
        <>
            <span><b>{ when.clone() }</b><br />{ told::done(pen.lang, &props.scenario, &one.what) }</span>
            { tool(words.edit, Icon::Edit, edit) }
            { tool(words.remove, Icon::Close, pen.click(Edit::RemoveIntervention { number })) }
        </>
    }
}
