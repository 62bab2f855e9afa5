//! The creative editor: keeps what is typed until it is applied from the start or from a day of the run.

use chrono::NaiveDate;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::blocks::block_list;
use super::draft::{Draft, Held, Part, creative_of, day_to_edit, days_to_edit};
pub use super::editing::CreativeEditorProps;
use super::editing::{Editing, Typed};
use super::fields::{area, insert_field};
use super::preview::Preview;
use crate::base::time::SimTime;
use crate::scenario::edit::Edit;
use crate::text::inspector::content;
use crate::text::inspector::delivery as words;
use crate::text::inspector::wrong::{self, Wrong};
use crate::ui::inspector::parts::section;
use crate::ui::inspector::reading;
use crate::ui::inspector::timed::{of_activity, timed_list};
use crate::ui::widgets::kept_focus::keep_focus_after;

/// The editor; nothing where there is no creative to edit.
#[component]
pub fn CreativeEditor(props: &CreativeEditorProps) -> Html {
    let typed = use_state_eq(Typed::default);
    let caret = use_mut_ref(<(Part, Option<u32>)>::default);
    let Some((applied, held)) = creative_of(&props.scenario, &props.activity) else {
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
        may_edit: held != Held::Template { built_in: true } && !props.pen.readonly,
        held,
        day,
        caret,
    };
    let entries = of_activity(&props.scenario, &props.activity);
    html! {
        <>
            { section(words.creative, editor(&editing)) }
            <Preview draft={editing.draft.clone()} activity={props.activity.clone()} run={props.run.clone()}
                schema={props.scenario.population.schema()} shown={props.shown} lang={props.pen.lang} />
            if !entries.is_empty() {
                { section(words.timed, timed_list(&props.pen, &props.scenario, &entries)) }
            }
        </>
    }
}

fn editor(editing: &Editing<'_>) -> Html {
    let words = editing.words;
    let content = content::of(editing.props.pen.lang);
    let is_modifiable = editing.held != Held::Template { built_in: true };
    let about = match editing.held {
        Held::Template { built_in: true } => words.built_in_refusal,
        Held::Template { built_in: false } => words.shared_template,
        Held::Copy => words.own_copy,
        Held::Own => content.own_content,
    };
    html! {
        <>
            <p class={if is_modifiable { "ins-hint" } else { "ins-refusal" }} id="ins-creative-about">{ about }</p>
            { area(editing, ("ins-subject", words.subject), 2, Part::Subject, "ins-creative-about") }
            { area(editing, ("ins-preheader", content.preheader), 2, Part::Preheader, "ins-preheader-hint") }
            <p class="ins-hint" id="ins-preheader-hint">{ content.preheader_hint }</p>
            { block_list(editing) }
            if is_modifiable {
                { insert_field(editing) }
                { apply_buttons(editing) }
            }
        </>
    }
}

fn apply_buttons(editing: &Editing<'_>) -> Html {
    let Editing { words, props, .. } = editing;
    let lang = props.pen.lang;
    let content = content::of(lang);
    let day = chosen_day(editing);
    let is_ready = editing.may_edit && editing.is_changed() && editing.content.is_ok();
    let is_made_once = editing.held == Held::Own;
    let consequence = match (&day, editing.held) {
        _ if !editing.is_changed() => words.unchanged.to_owned(),
        _ if editing.content.is_err() => content.mend.to_owned(),
        (_, Held::Own) => content.from_start_only.to_owned(),
        (Ok(day), Held::Template { .. }) => words::continuous_from(lang, *day),
        (Ok(day), Held::Copy) => words::recurring_from(lang, *day),
        (Err(_), _) => String::new(),
    };
    html! {
        <div class="ins-apply" role="group" aria-label={words.apply} aria-describedby="ins-consequence">
            <span class="ins-label" aria-hidden="true">{ words.apply }</span>
            <button type="button" class={if is_made_once && is_ready { "primary" } else { "outlined" }} disabled={!is_ready}
                onclick={applying(editing, None)}>{ words.from_the_start }</button>
            if !is_made_once {
                { from_a_day(editing, &day, is_ready) }
            }
            <p class="ins-hint" id="ins-consequence">{ consequence }</p>
            if editing.is_changed() && editing.may_edit {
                <button type="button" class="link" onclick={discarding(editing)}>{ words.discard }</button>
            }
        </div>
    }
}

fn from_a_day(editing: &Editing<'_>, day: &Result<NaiveDate, Wrong>, is_ready: bool) -> Html {
    let words = editing.words;
    let wrong = day.as_ref().err();
    let is_timed = is_ready && day.is_ok();
    html! {
        <>
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
                <p class="ins-wrong" id="ins-day-wrong" role="alert">
                    { wrong::told(editing.props.pen.lang, wrong).line() }
                </p>
            }
        </>
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
    let (typed, forget) = (editing.typed.clone(), editing.forget());
    Callback::from(move |event: MouseEvent| {
        keep_focus_after(&event, &["#ins-subject"]);
        forget();
        typed.set(Typed { draft: None, ..Typed::clone(&typed) });
    })
}

/// Applies what was typed: from a day on, or from the start where there is no day.
fn applying(editing: &Editing<'_>, day: Option<NaiveDate>) -> Callback<MouseEvent> {
    let (pen, typed) = (editing.props.pen.clone(), editing.typed.clone());
    let (activity, content) = (editing.props.activity.clone(), editing.content.clone());
    Callback::from(move |event: MouseEvent| {
        let Ok(creative) = content.clone() else { return };
        keep_focus_after(&event, &["#ins-day", "#ins-subject"]);
        let activity = activity.to_string();
        pen.edit(match day {
            None => Edit::SetCreative { activity, creative },
            Some(day) => Edit::EditCreativeAt { activity, at: SimTime::from_date(day), creative },
        });
        typed.set(Typed::default());
    })
}
