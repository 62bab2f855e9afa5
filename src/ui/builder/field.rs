//! Editing in place: a field over the card for its label, a larger one over a note for its text.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::desk::{Desk, Mode};
use crate::scenario::edit::Edit;
use crate::text::Lang;
use crate::text::builder::canvas as words;

/// Props of the field.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FieldProps {
    /// The element, for the desk to place.
    pub(super) node: NodeRef,
    /// The text at the beginning.
    pub(super) text: AttrValue,
    /// What it is called.
    pub(super) label: &'static str,
    /// Whether it takes several lines; then Enter does not end it.
    pub(super) is_long: bool,
    /// Takes the new text; none where it shall stay as it was.
    pub(super) done: Callback<Option<String>>,
}

/// The field. It takes the focus, and what was typed counts once it is left.
#[component]
pub(super) fn Field(props: &FieldProps) -> Html {
    let ended = use_mut_ref(|| false);
    let end = {
        let (ended, done) = (ended, props.done.clone());
        move |text: Option<String>| {
            // Leaving a field that is taken away is told once more.
            if !ended.replace(true) {
                done.emit(text);
            }
        }
    };
    use_effect_with((), {
        let (node, text) = (props.node.clone(), props.text.clone());
        move |()| {
            // As an attribute, any later rendering would put it back over what was typed.
            if let Some(field) = node.cast::<HtmlInputElement>() {
                field.set_value(&text);
                let _ = field.focus();
                field.select();
            } else if let Some(field) = node.cast::<HtmlTextAreaElement>() {
                field.set_value(&text);
                let _ = field.focus();
            }
        }
    });
    let typed = {
        let node = props.node.clone();
        move || {
            let short = node.cast::<HtmlInputElement>().map(|field| field.value());
            short.or_else(|| Some(node.cast::<HtmlTextAreaElement>()?.value()))
        }
    };
    let onblur = {
        let (end, typed) = (end.clone(), typed.clone());
        Callback::from(move |_: FocusEvent| end(typed()))
    };
    let is_long = props.is_long;
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        event.stop_propagation();
        let ends = event.key() == "Enter" && (!is_long || event.ctrl_key() || event.meta_key());
        if ends && !event.is_composing() {
            event.prevent_default();
            end(typed());
        } else if event.key() == "Escape" {
            event.prevent_default();
            end(None);
        }
    });
    if is_long {
        html! {
            <textarea class="b-field is-long" ref={props.node.clone()} aria-label={props.label} {onblur} {onkeydown} />
        }
    } else {
        html! {
            <input class="b-field" type="text" ref={props.node.clone()} aria-label={props.label} {onblur} {onkeydown}
                autocomplete="off" />
        }
    }
}

/// The field for what is edited at the moment.
pub(super) fn view(desk: &Rc<Desk>, mode: &Mode, lang: Lang) -> Html {
    let words = words::of(lang);
    let now = desk.now();
    let workflow = &now.scenario.workflow;
    let (text, is_long, label) = match mode {
        Mode::Renaming(name) => match workflow.activity(name) {
            Some(one) => (one.label.clone(), false, words.label),
            None => return Html::default(),
        },
        Mode::Writing(number) => match workflow.notes.get(*number) {
            Some(note) => (note.text.clone(), true, words.note_text),
            None => return Html::default(),
        },
        _ => return Html::default(),
    };
    let done = {
        let (desk, mode) = (desk.clone(), mode.clone());
        Callback::from(move |text: Option<String>| desk.written(&mode, text))
    };
    html! { <Field node={desk.nodes.field.clone()} {text} {label} {is_long} {done} /> }
}

impl Desk {
    /// Takes what was written in the field over a card or a note; none leaves it as it was.
    fn written(&self, mode: &Mode, text: Option<String>) {
        self.set_mode(Mode::Rest);
        let now = self.now();
        match mode {
            Mode::Renaming(name) => {
                if let Some(place) = now.faces.place(name) {
                    self.focus_card(place);
                }
                let label = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
                if let Some(label) = label {
                    self.edit(Edit::Relabel { activity: name.to_string(), label });
                }
            }
            Mode::Writing(number) => {
                self.focus_note(*number);
                let note = now.scenario.workflow.notes.get(*number).cloned();
                if let (Some(text), Some(mut note)) = (text, note) {
                    note.text = text.trim_end().to_owned();
                    self.edit(Edit::SetNote { number: *number, note });
                }
            }
            Mode::Rest | Mode::Connecting(_) | Mode::Shifting | Mode::Sizing => {}
        }
    }
}
