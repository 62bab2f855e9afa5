//! A field of one line that keeps what is typed until it is applied by Enter or on leaving, or dropped by Escape.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::pen::{Pen, Reader};
use crate::text::inspector::wrong::{self, Wrong};

/// What a field holds, which decides its keyboard and width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// Any text.
    #[default]
    Text,
    /// A number.
    Number,
    /// A time of day such as 09:00.
    Time,
    /// A date; applied as soon as it is whole.
    Date,
}

/// Props of a field.
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// The id of the input, unique in the inspector.
    pub id: AttrValue,
    /// The label.
    pub label: AttrValue,
    /// Whether the label is for ears only, since what stands around the field says it to eyes.
    #[prop_or_default]
    pub has_hidden_label: bool,
    /// What is applied now.
    pub applied: AttrValue,
    /// Reads what was typed.
    pub read: Reader,
    /// What it holds.
    #[prop_or_default]
    pub look: Look,
    /// Said below the field.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// Offered while typing.
    #[prop_or_default]
    pub suggestions: Option<Rc<[String]>>,
    /// A class for its place.
    #[prop_or_default]
    pub class: Classes,
    /// Where edits go.
    pub pen: Pen,
}

/// What was typed and not applied yet.
#[derive(Clone, Debug, Default, PartialEq)]
struct Draft {
    typed: Option<AttrValue>,
    wrong: Option<Wrong>,
}

/// The field.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let draft = use_state_eq(Draft::default);
    let focused = use_mut_ref(|| false);
    use_effect_with(props.applied.clone(), {
        let (draft, focused) = (draft.clone(), focused.clone());
        move |_| {
            if !*focused.borrow() {
                draft.set(Draft::default());
            }
        }
    });
    let apply = applying(props, &draft);
    let onfocus = {
        let focused = focused.clone();
        Callback::from(move |_: FocusEvent| *focused.borrow_mut() = true)
    };
    let onblur = {
        let apply = apply.clone();
        Callback::from(move |event: FocusEvent| {
            *focused.borrow_mut() = false;
            apply.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let html_id = props.id.clone();
    let wrong = draft.wrong.as_ref().map(|wrong| wrong::told(props.pen.lang, wrong).line());
    let hint_id = props.hint.as_ref().map(|_| format!("{html_id}-hint"));
    let wrong_id = wrong.as_ref().map(|_| format!("{html_id}-wrong"));
    let described: Vec<String> = [wrong_id.clone(), hint_id.clone()].into_iter().flatten().collect();
    let list = props.suggestions.as_ref().map(|_| format!("{html_id}-list"));
    let look = props.look;
    html! {
        <div class={classes!("ins-field", look.class(), props.class.clone())}>
            <label for={html_id.clone()} class={props.has_hidden_label.then_some("visually-hidden")}>{ &props.label }</label>
            <input id={html_id} type={look.input_type()} inputmode={look.keyboard()} autocomplete="off" {list}
                value={draft.typed.clone().unwrap_or_else(|| props.applied.clone())}
                aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                disabled={props.pen.readonly} oninput={typing(props, &draft)} onkeydown={keys(&draft, &apply)}
                onchange={changing(props, &draft)} {onfocus} {onblur} />
            if let Some(wrong) = wrong {
                <p class="ins-wrong" id={wrong_id} role="alert">{ wrong }</p>
            }
            if let Some(hint) = &props.hint {
                <p class="ins-hint" id={hint_id}>{ hint }</p>
            }
            { suggestions(props) }
        </div>
    }
}

fn suggestions(props: &FieldProps) -> Html {
    let Some(values) = &props.suggestions else { return Html::default() };
    html! {
        <datalist id={format!("{}-list", props.id)}>
            { for values.iter().map(|value| html! { <option key={value.clone()} value={value.clone()} /> }) }
        </datalist>
    }
}

/// Applies a text, or keeps it and says what is wrong with it.
fn applying(props: &FieldProps, draft: &UseStateHandle<Draft>) -> Callback<String> {
    let (applied, read, pen, draft) =
        (props.applied.clone(), props.read.clone(), props.pen.clone(), draft.clone());
    Callback::from(move |typed: String| {
        let typed = AttrValue::from(typed);
        if typed == applied {
            return draft.set(Draft::default());
        }
        match read.emit(typed.clone()) {
            Ok(edit) => {
                draft.set(Draft::default());
                pen.edit(edit);
            }
            Err(wrong) => draft.set(Draft { typed: Some(typed), wrong: Some(wrong) }),
        }
    })
}

/// Keeps what is typed and says at once what is wrong with it; of a time or a date, which are wrong until they
/// are whole, only once that was said before.
fn typing(props: &FieldProps, draft: &UseStateHandle<Draft>) -> Callback<InputEvent> {
    let (read, applied, draft) = (props.read.clone(), props.applied.clone(), draft.clone());
    let is_whole_later = matches!(props.look, Look::Time | Look::Date);
    Callback::from(move |event: InputEvent| {
        let typed = AttrValue::from(event.target_unchecked_into::<HtmlInputElement>().value());
        let is_read = typed != applied && (!is_whole_later || draft.wrong.is_some());
        let wrong = is_read.then(|| read.emit(typed.clone()).err()).flatten();
        draft.set(Draft { typed: Some(typed), wrong });
    })
}

/// A date that is whole is applied at once, since it may come from the browser's calendar.
fn changing(props: &FieldProps, draft: &UseStateHandle<Draft>) -> Option<Callback<Event>> {
    let (read, pen, draft) = (props.read.clone(), props.pen.clone(), draft.clone());
    let is_date = props.look == Look::Date;
    is_date.then(|| {
        Callback::from(move |event: Event| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Ok(edit) = read.emit(AttrValue::from(typed)) {
                draft.set(Draft::default());
                pen.edit(edit);
            }
        })
    })
}

fn keys(draft: &UseStateHandle<Draft>, apply: &Callback<String>) -> Callback<KeyboardEvent> {
    let (draft, apply) = (draft.clone(), apply.clone());
    Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" => apply.emit(event.target_unchecked_into::<HtmlInputElement>().value()),
        "Escape" if draft.typed.is_some() => {
            event.prevent_default();
            event.stop_propagation();
            draft.set(Draft::default());
        }
        _ => {}
    })
}

impl Look {
    const fn class(self) -> &'static str {
        match self {
            Self::Text => "is-text",
            Self::Number => "is-number",
            Self::Time => "is-time",
            Self::Date => "is-date",
        }
    }

    const fn input_type(self) -> &'static str {
        if matches!(self, Self::Date) { "date" } else { "text" }
    }

    const fn keyboard(self) -> Option<&'static str> {
        if matches!(self, Self::Number) { Some("decimal") } else { None }
    }
}
