//! The creative editor: keeps what is typed until it is applied from the start or from a day of the run.

use std::rc::Rc;

use chrono::NaiveDate;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::draft::{Draft, Part, creative_of, day_to_edit, days_to_edit};
use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::creative::Creative;
use crate::scenario::edit::Edit;
use crate::text::inspector::delivery as words;
use crate::text::inspector::delivery::DeliveryForm;
use crate::text::inspector::wrong::{self, Wrong};
use crate::ui::inspector::parts::section;
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::reading;
use crate::ui::inspector::timed::{of_activity, timed_list};
use crate::ui::shared::Shared;

/// Props of the editor.
#[derive(Clone, PartialEq, Properties)]
pub struct CreativeEditorProps {
    /// Where edits go.
    pub pen: Pen,
    /// The delivery activity.
    pub activity: Rc<str>,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The moment shown.
    pub shown: SimTime,
}

/// What the editor remembers: what was typed, and the day that was chosen.
#[derive(Clone, Debug, Default, PartialEq)]
struct Typed {
    draft: Option<Draft>,
    day: Option<String>,
    /// Whether the links were left, so that what is wrong with them may be said.
    has_left_links: bool,
}

/// Everything the parts of the editor need.
struct Editing<'a> {
    props: &'a CreativeEditorProps,
    words: &'static DeliveryForm,
    typed: UseStateHandle<Typed>,
    /// What is applied from the start.
    applied: Draft,
    /// What is shown in the fields.
    draft: Draft,
    may_edit: bool,
    /// The content it would be, or why it cannot be.
    content: Result<Creative, Wrong>,
    day: String,
}

impl Editing<'_> {
    fn is_changed(&self) -> bool {
        self.draft != self.applied
    }
}

/// The editor; nothing where there is no creative to edit.
#[component]
pub fn CreativeEditor(props: &CreativeEditorProps) -> Html {
    let typed = use_state_eq(Typed::default);
    let Some((applied, is_modifiable)) = creative_of(&props.scenario, &props.activity) else {
        return Html::default();
    };
    let words = words::of(props.pen.lang);
    let draft = typed.draft.clone().unwrap_or_else(|| Draft::of(applied));
    let day = typed.day.clone().unwrap_or_else(|| day_to_edit(&props.scenario, props.shown).to_string());
    let editing = Editing {
        props,
        words,
        content: draft.creative(applied),
        applied: Draft::of(applied),
        draft,
        typed,
        may_edit: is_modifiable && !props.pen.readonly,
        day,
    };
    let entries = of_activity(&props.scenario, &props.activity);
    html! {
        <>
            { section(words.creative, editor(&editing, is_modifiable)) }
            if !entries.is_empty() {
                { section(words.timed, timed_list(&props.pen, &props.scenario, &entries)) }
            }
        </>
    }
}

fn editor(editing: &Editing<'_>, is_modifiable: bool) -> Html {
    let words = editing.words;
    let about = match (is_shared(editing.props), is_modifiable) {
        (_, false) => words.built_in_refusal,
        (true, _) => words.shared_template,
        (false, _) => words.own_copy,
    };
    html! {
        <>
            <p class={if is_modifiable { "ins-hint" } else { "ins-refusal" }} id="ins-creative-about">{ about }</p>
            { area(editing, ("ins-subject", words.subject), 2, Part::Subject) }
            { area(editing, ("ins-text", words.body), 4, Part::Body) }
            { links_area(editing) }
            if is_modifiable {
                { apply_buttons(editing) }
            }
        </>
    }
}

/// Whether edits go to a template that others may refer to.
fn is_shared(props: &CreativeEditorProps) -> bool {
    let activity = props.scenario.workflow.activity(&props.activity);
    activity.is_some_and(|activity| matches!(activity.settings, Settings::ContinuousDelivery(_)))
}

fn area(editing: &Editing<'_>, (id, label): (&'static str, &'static str), rows: u32, part: Part) -> Html {
    html! {
        <div class="ins-field">
            <label for={id}>{ label }</label>
            <textarea {id} rows={rows.to_string()} value={editing.draft.get(part).to_owned()} disabled={!editing.may_edit}
                aria-describedby="ins-creative-about" oninput={typing(editing, part)} onkeydown={dropping(editing, part)} />
        </div>
    }
}

fn links_area(editing: &Editing<'_>) -> Html {
    let words = editing.words;
    let wrong = editing.content.as_ref().err().filter(|_| editing.typed.has_left_links);
    let wrong = wrong.map(|wrong| wrong::told(editing.props.pen.lang, wrong).line());
    let onblur = {
        let typed = editing.typed.clone();
        Callback::from(move |_: FocusEvent| {
            typed.set(Typed { has_left_links: true, ..Typed::clone(&typed) });
        })
    };
    html! {
        <div class="ins-field">
            <label for="ins-links">{ words.links }</label>
            <textarea id="ins-links" class="is-code" rows="3" wrap="off" spellcheck="false" value={editing.draft.links.clone()}
                disabled={!editing.may_edit} aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={if wrong.is_some() { "ins-links-wrong ins-links-hint" } else { "ins-links-hint" }}
                oninput={typing(editing, Part::Links)} onkeydown={dropping(editing, Part::Links)}
                {onblur} />
            if let Some(wrong) = wrong {
                <p class="ins-wrong" id="ins-links-wrong" role="alert">{ wrong }</p>
            }
            <p class="ins-hint" id="ins-links-hint">{ words.links_hint }</p>
        </div>
    }
}

/// Keeps what is typed.
fn typing(editing: &Editing<'_>, part: Part) -> Callback<InputEvent> {
    let (typed, draft) = (editing.typed.clone(), editing.draft.clone());
    Callback::from(move |event: InputEvent| {
        let draft = draft.with(part, &event.target_unchecked_into::<HtmlTextAreaElement>().value());
        let has_left_links = typed.has_left_links && part != Part::Links;
        typed.set(Typed { draft: Some(draft), has_left_links, ..Typed::clone(&typed) });
    })
}

/// Escape gives a field back what is applied, and goes no further where there was something to give back.
fn dropping(editing: &Editing<'_>, part: Part) -> Callback<KeyboardEvent> {
    let (typed, draft) = (editing.typed.clone(), editing.draft.clone());
    let applied = draft.with(part, editing.applied.get(part));
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && applied != draft {
            event.prevent_default();
            event.stop_propagation();
            typed.set(Typed { draft: Some(applied.clone()), ..Typed::clone(&typed) });
        }
    })
}

fn apply_buttons(editing: &Editing<'_>) -> Html {
    let Editing { words, props, .. } = editing;
    let lang = props.pen.lang;
    let day = chosen_day(editing);
    let wrong = day.as_ref().err();
    let is_ready = editing.may_edit && editing.is_changed() && editing.content.is_ok();
    let is_timed = is_ready && day.is_ok();
    let consequence = day.as_ref().ok().map(|&day| match is_shared(props) {
        true => words::continuous_from(lang, day),
        false => words::recurring_from(lang, day),
    });
    html! {
        <div class="ins-apply" role="group" aria-label={words.apply} aria-describedby="ins-consequence">
            <span class="ins-label" aria-hidden="true">{ words.apply }</span>
            <button type="button" class="outlined" disabled={!is_ready} onclick={applying(editing, None)}>
                { words.from_the_start }
            </button>
            <div class="ins-apply-day">
                <div class="ins-field is-date">
                    <label for="ins-day" class="visually-hidden">{ words.day }</label>
                    <input id="ins-day" type="date" value={editing.day.clone()} disabled={!editing.may_edit}
                        aria-invalid={wrong.is_some().then_some("true")}
                        aria-describedby={if wrong.is_some() { "ins-day-wrong" } else { "ins-consequence" }}
                        onchange={choosing_day(editing)} />
                </div>
                <button type="button" class={if is_timed { "primary" } else { "outlined" }} disabled={!is_timed}
                    onclick={applying(editing, day.as_ref().ok().copied())}>{ words.from_a_day }</button>
            </div>
            if let Some(wrong) = wrong {
                <p class="ins-wrong" id="ins-day-wrong" role="alert">{ wrong::told(lang, wrong).line() }</p>
            }
            <p class="ins-hint" id="ins-consequence">
                { if editing.is_changed() { consequence.unwrap_or_default() } else { words.unchanged.to_owned() } }
            </p>
            if editing.is_changed() && editing.may_edit {
                <button type="button" class="link" onclick={discarding(editing)}>{ words.discard }</button>
            }
        </div>
    }
}

fn chosen_day(editing: &Editing<'_>) -> Result<NaiveDate, Wrong> {
    let (first, last) = days_to_edit(&editing.props.scenario);
    reading::date_within(&editing.day, first, last)
}

fn choosing_day(editing: &Editing<'_>) -> Callback<Event> {
    let typed = editing.typed.clone();
    Callback::from(move |event: Event| {
        let day = event.target_unchecked_into::<HtmlInputElement>().value();
        typed.set(Typed { day: Some(day), ..Typed::clone(&typed) });
    })
}

fn discarding(editing: &Editing<'_>) -> Callback<MouseEvent> {
    let typed = editing.typed.clone();
    Callback::from(move |_| typed.set(Typed { draft: None, ..Typed::clone(&typed) }))
}

/// Applies what was typed: from a day on, or from the start where there is no day.
fn applying(editing: &Editing<'_>, day: Option<NaiveDate>) -> Callback<MouseEvent> {
    let (pen, typed) = (editing.props.pen.clone(), editing.typed.clone());
    let (activity, content) = (editing.props.activity.clone(), editing.content.clone());
    Callback::from(move |_| {
        let Ok(creative) = content.clone() else { return };
        let activity = activity.to_string();
        pen.edit(match day {
            None => Edit::SetCreative { activity, creative },
            Some(day) => Edit::EditCreativeAt { activity, at: SimTime::from_date(day), creative },
        });
        typed.set(Typed::default());
    })
}
