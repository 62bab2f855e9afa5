//! What the parts of the bench share: their props, the fields of words, and small buttons.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::instructor::packing::Packing;
use crate::app::instructor::{Bench, InstructorAction};
use crate::lesson::authoring::check::Found;
use crate::lesson::authoring::edit::DraftEdit;
use crate::lesson::authoring::spot::{self, Spot};
use crate::lesson::authoring::step;
use crate::lesson::course::step::Step;
use crate::text::Lang;
use crate::text::instructor::Say;
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// Props of the bench and its parts.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct BenchProps {
    /// The bench.
    pub(in crate::ui) bench: Shared<Bench>,
    /// The address of the page that links lead to.
    pub(in crate::ui) site: AttrValue,
    /// Whether the last link was put on the clipboard; none before one was.
    pub(in crate::ui) copied: Option<bool>,
    /// How far the package for a learning platform is.
    pub(in crate::ui) packing: Packing,
    /// The language of the page.
    pub(in crate::ui) lang: Lang,
    /// Takes actions.
    pub(in crate::ui) send: Callback<Action>,
}

impl BenchProps {
    /// A sentence in the language of the page.
    pub(super) fn say(&self, say: Say) -> &'static str {
        say.within(self.lang)
    }

    /// A callback for what the trainer asks for.
    pub(super) fn on(&self, action: InstructorAction) -> Callback<MouseEvent> {
        self.send.reform(move |_: MouseEvent| Action::Instructor(action.clone()))
    }

    /// A callback for an edit.
    pub(super) fn edits(&self, edit: DraftEdit) -> Callback<MouseEvent> {
        self.on(InstructorAction::Change(edit))
    }

    /// Sends an edit.
    pub(super) fn edit(&self, edit: DraftEdit) {
        self.send.emit(Action::Instructor(InstructorAction::Change(edit)));
    }

    /// The step that is chosen.
    pub(super) fn step(&self) -> Option<(usize, &Step)> {
        let place = self.bench.chosen?;
        Some((place, step(&self.bench.draft, place)?))
    }

    /// Whether a field of what is chosen is to be mended.
    fn is_found(&self, spot: &Spot) -> bool {
        let is_it = |found: &Found| {
            found.step == self.bench.chosen
                && found.spot.as_ref() == Some(spot)
                && !found.is_note()
                && found.code.as_ref().is_none_or(|code| *code == self.bench.code)
        };
        self.bench.found.iter().any(is_it)
    }

    /// What is said at a spot of what is chosen.
    pub(super) fn word(&self, at: &Spot) -> String {
        spot::get(&self.bench.draft, &self.bench.code, self.bench.chosen, at)
    }
}

/// A field for words.
pub(super) fn words(props: &BenchProps, label: &str, at: Spot) -> Html {
    let (id, value) = (at.id(), props.word(&at));
    let is_long = at.is_long();
    let (is_found, code) = (props.is_found(&at), props.bench.code.clone());
    let say = {
        let (props, chosen) = (props.clone(), props.bench.chosen);
        move |text: String| props.edit(DraftEdit::Say(code.clone(), chosen, at.clone(), text))
    };
    let lang = props.bench.code.clone();
    let missing = is_found.then_some("true");
    let field = if is_long {
        let rows = (value.lines().map(|line| 1 + line.chars().count() / 44).sum::<usize>() + 1).clamp(3, 12);
        let oninput =
            move |event: InputEvent| say(event.target_unchecked_into::<HtmlTextAreaElement>().value());
        html! { <textarea id={id.clone()} {lang} rows={rows.to_string()} {value} aria-invalid={missing} {oninput} /> }
    } else {
        let oninput = move |event: InputEvent| say(event.target_unchecked_into::<HtmlInputElement>().value());
        html! { <input id={id.clone()} {lang} type="text" autocomplete="off" {value} aria-invalid={missing} {oninput} /> }
    };
    html! {
        <div class="bench-field">
            <label for={id}>{ label }</label>
            { field }
        </div>
    }
}

/// A small button with an icon and a name.
pub(super) fn tool(icon: Icon, label: &'static str, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="quiet tool" aria-label={label} title={label} {disabled} {onclick}><IconView {icon} /></button>
    }
}

/// A choice of one of several.
pub(super) fn select(
    label: &str,
    options: Vec<(String, String)>,
    chosen: &str,
    on: impl Fn(String) + 'static,
) -> Html {
    let onchange =
        move |event: Event| on(event.target_unchecked_into::<web_sys::HtmlSelectElement>().value());
    html! {
        <label class="bench-select"><span>{ label }</span>
            <select {onchange}>
                { for options.into_iter().map(|(value, name)| html! {
                    <option key={value.clone()} selected={value == chosen} value={value.clone()}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// A number between bounds.
pub(super) fn number(label: &str, value: u64, least: u64, on: impl Fn(u64) + 'static) -> Html {
    let oninput = move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(number) = text.trim().parse::<u64>() {
            on(number);
        }
    };
    html! {
        <label class="bench-select"><span>{ label }</span>
            <input type="number" inputmode="numeric" min={least.to_string()} max="99999999" step="1" autocomplete="off" value={value.to_string()} {oninput} />
        </label>
    }
}

/// A part of the form with a heading.
pub(super) fn part(heading: &str, inside: Html) -> Html {
    html! { <section class="bench-part" aria-label={heading.to_owned()}><h3 class="eyebrow">{ heading }</h3>{ inside }</section> }
}
