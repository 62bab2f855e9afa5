//! Imports recipients from a file: columns guessed, shown, editable; bad lines listed.

mod example;
mod mapping;
mod outcome;
mod population;
mod session;

use std::rc::Rc;

use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use self::example::address;
use self::mapping::mapping_table;
use self::outcome::{bad_lines, refusal, result};
use self::population::{present, with_changes};
use self::session::{OpenFile, Session, Turn};
use crate::app::action::Action;
use crate::app::state::Handed;
use crate::people::PopulationSpec;
use crate::people::import::{Imported, Limits};
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::text::import::Import;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::after_paint::after_paint;
use crate::ui::widgets::dialog::Dialog;
use crate::ui::widgets::file::read_file;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct ImportDialogProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// A file that was dropped on the page, to begin with.
    #[prop_or_default]
    pub handed: Option<Handed>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn ImportDialog(props: &ImportDialogProps) -> Html {
    let words = text::import::of(props.lang);
    let session = use_reducer(|| Session::new(Limits::default()));
    let is_over = use_state(|| false);
    // As the command line takes them.
    let goes_on = use_state(|| true);
    let take_turn = Callback::from({
        let dispatcher = session.dispatcher();
        move |turn| dispatcher.dispatch(turn)
    });
    use_effect({
        let (is_due, take_turn) = (session.is_due(), take_turn.clone());
        move || {
            if is_due {
                after_paint(move || take_turn.emit(Turn::Work));
            }
        }
    });
    use_effect_with((), {
        let (handed, take_turn, number) = (props.handed.clone(), take_turn.clone(), session.next_number());
        move |()| {
            if let Some(Handed { name, bytes }) = handed {
                let length = bytes.len() as u64;
                take_turn.emit(Turn::Choose { number, name: name.to_string(), bytes: length });
                take_turn.emit(Turn::Fetched(number, Some(Rc::unwrap_or_clone(bytes))));
            }
        }
    });
    let drag = |over: bool| {
        let is_over = is_over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            if *is_over != over {
                is_over.set(over);
            }
        })
    };
    let ondrop = {
        let (is_over, take_turn, number) = (is_over.clone(), take_turn.clone(), session.next_number());
        Callback::from(move |event: DragEvent| {
            // Without this the browser would leave the page and show the file.
            event.prevent_default();
            is_over.set(false);
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)) {
                choose(&file, number, &take_turn);
            }
        })
    };
    let close = props.send.reform(|()| Action::Show(None));
    html! {
        <div class="import" ondragenter={drag(true)} ondragover={drag(true)} ondragleave={drag(false)} {ondrop}>
            <Dialog heading={words.heading} close_label={words.close} class="import-dialog" on_close={close}>
                { chooser(words, &session, *is_over, &take_turn) }
                if let Some(reading) = &session.reading {
                    <p role="status" class="import-reading">{ text::import::reading(props.lang, &reading.name) }</p>
                }
                if let Some(refused) = &session.refused {
                    { refusal(props.lang, refused) }
                }
                if let Some(file) = &session.file {
                    { facts(props.lang, words, file, &take_turn) }
                    { mapping_table(props.lang, words, &session, file, &take_turn) }
                    { result(props.lang, words, file) }
                    { bad_lines(props.lang, words, file) }
                }
                { foot(props, words, &session, &goes_on) }
            </Dialog>
        </div>
    }
}

/// Begins to read a file.
fn choose(file: &File, number: u32, take_turn: &Callback<Turn>) {
    take_turn.emit(Turn::Choose { number, name: file.name(), bytes: file.size() as u64 });
    let limit = usize::try_from(Limits::default().bytes).unwrap_or(usize::MAX);
    let take_turn = take_turn.clone();
    read_file(file, limit, move |bytes| take_turn.emit(Turn::Fetched(number, bytes)));
}

fn chooser(words: &Import, session: &Session, is_over: bool, take_turn: &Callback<Turn>) -> Html {
    let onchange = {
        let (take_turn, number) = (take_turn.clone(), session.next_number());
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                choose(&file, number, &take_turn);
            }
            // So that choosing the same file again, after it was corrected, is a change too.
            input.set_value("");
        })
    };
    let is_first = session.file.is_none();
    html! {
        <>
            if is_first {
                <p>{ words.intro }</p>
            }
            <div class={classes!("drop-zone", is_first.then_some("is-first"), is_over.then_some("is-over"))}>
                <label class="quiet outlined file-button">
                    <IconView icon={Icon::Open} />
                    { if is_first { words.choose } else { words.choose_other } }
                    <input type="file" class="visually-hidden" accept=".csv,.tsv,.txt,text/csv,text/plain" {onchange} />
                </label>
                <span class="muted">{ words.or_drop }</span>
                if is_first {
                    <a class="link example" href={address(words.example_file)} download={words.example_name}>{ words.example }</a>
                }
            </div>
        </>
    }
}

/// What was found out about the file.
fn facts(lang: Lang, words: &Import, file: &OpenFile, take_turn: &Callback<Turn>) -> Html {
    let rows = file.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
    let rows = rows.map(|imported| u64::from(imported.good_rows) + imported.bad_total);
    let on_header = take_turn
        .reform(|event: Event| Turn::SetHeader(event.target_unchecked_into::<HtmlInputElement>().checked()));
    html! {
        <div class="file-facts">
            <h3>{ &*file.name }</h3>
            <dl>
                <div><dt>{ words.encoding }</dt><dd>{ text::import::encoding(file.encoding) }</dd></div>
                <div><dt>{ words.delimiter }</dt><dd>{ mapping::delimiters(lang, words, file, take_turn) }</dd></div>
                <div>
                    <dt>{ words.rows }</dt>
                    <dd>{ rows.map_or_else(|| "–".to_owned(), |rows| text::format::number(lang, rows)) }</dd>
                </div>
            </dl>
            <label class="check">
                <input type="checkbox" checked={file.table.has_header} onchange={on_header} />
                { words.has_header }
            </label>
        </div>
    }
}

/// What there is now, and the buttons.
fn foot(
    props: &ImportDialogProps,
    words: &Import,
    session: &Session,
    goes_on: &UseStateHandle<bool>,
) -> Html {
    let (lang, before) = (props.lang, &props.scenario.population);
    let ready = session.file.as_ref().filter(|file| !file.is_due && session.reading.is_none());
    let ready = ready.and_then(|file| file.outcome.as_ref()?.as_ref().ok()).filter(|all| all.good_rows > 0);
    let back = {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| {
            send.emit(Action::Edit(Edit::SetPopulation(PopulationSpec::default())));
            send.emit(Action::Show(None));
        })
    };
    let on_goes_on = {
        let goes_on = goes_on.clone();
        Callback::from(move |event: Event| {
            goes_on.set(event.target_unchecked_into::<HtmlInputElement>().checked());
        })
    };
    html! {
        <div class="import-foot">
            if session.file.is_some() {
                <label class="check">
                    <input type="checkbox" checked={**goes_on} onchange={on_goes_on} />
                    { text::import::go_on_changing(lang, population::joins_per_week(before)) }
                </label>
            }
            <div class="import-buttons">
                <span class="small muted">{ present(lang, before) }</span>
                if matches!(before, PopulationSpec::Imported(_)) {
                    <button type="button" class="outlined" onclick={back}>{ words.back_to_generated }</button>
                }
                if session.file.is_some() {
                    { take_button(props, words, ready.map(|all| &**all), **goes_on) }
                }
            </div>
        </div>
    }
}

fn take_button(props: &ImportDialogProps, words: &Import, ready: Option<&Imported>, goes_on: bool) -> Html {
    let Some(imported) = ready else {
        return html! { <button type="button" class="primary" disabled=true>{ words.take_none }</button> };
    };
    let (recipients, left_out) = (imported.good_rows, imported.bad_total);
    let population = with_changes(&imported.people, &props.scenario.population, goes_on);
    let take = props.send.reform(move |_: MouseEvent| Action::Import {
        population: PopulationSpec::Imported(population.clone()),
        recipients,
        left_out,
    });
    html! {
        <button type="button" class="primary" onclick={take}>{ text::import::take(props.lang, recipients.into()) }</button>
    }
}

#[cfg(test)]
mod tests;
