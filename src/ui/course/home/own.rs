//! One's own progress: the pass mark, the certificate, and saving, opening and erasing; what loses something is asked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::HomeProps;
use crate::app::action::Action;
use crate::app::learning::CourseAction;
use crate::app::studying::answers;
use crate::lesson::study::mastery::PassMark;
use crate::lesson::study::record::MAX_BYTES;
use crate::text::course::progress::RecordProblem;
use crate::text::course::{certificate, home, progress, words};
use crate::ui::widgets::file::fetch_file;
use crate::ui::widgets::kept_focus::{click_away, keep_focus, keep_focus_after};

/// Where the focus goes once the button that had it is gone: to the question, or to what comes in its place.
const PLACES: &[&str] = &[".course-ask button", ".course-keep button"];

/// The part.
#[component]
pub(super) fn OwnProgress(props: &HomeProps) -> Html {
    let erasing = use_state(|| false);
    let says = words::of(props.lang);
    html! {
        <>
            <h3 class="course-heading">{ says.progress }</h3>
            <div class="course-own">
                { mark(props) }
                <div class="course-keep">
                    <p class="muted">{ if props.learning.leaves_no_trace { home::of(props.lang).not_kept } else { says.progress_says } }</p>
                    if *erasing {
                        { erase(props, &erasing) }
                    } else if let Some(record) = &props.learning.offered {
                        { replace(props, answers(&record.progress)) }
                    } else {
                        { ways(props, &erasing) }
                    }
                </div>
            </div>
        </>
    }
}

/// The pass mark: the usual one, that of the product's own platform, or another.
fn mark(props: &HomeProps) -> Html {
    let (says, now) = (home::of(props.lang), props.learning.progress.mark);
    if props.learning.held_to.is_some() {
        return html! {
            <div class="course-passmark" role="group" aria-label={says.mark}>
                <p class="course-label">{ format!("{}: {}", says.mark, home::percent(props.lang, now.as_percent())) }</p>
                <p class="muted">{ format!("{} {}", says.mark_says, says.mark_is_set) }</p>
            </div>
        };
    }
    let preset = |mark: PassMark| {
        html! {
            <button type="button" aria-pressed={(now == mark).to_string()} onclick={props.on(CourseAction::SetMark(mark.as_percent()))}>
                { home::percent(props.lang, mark.as_percent()) }
            </button>
        }
    };
    let onchange = props.send.reform(|event: Event| {
        let typed = event.target_unchecked_into::<HtmlInputElement>().value();
        let percent = typed.trim().parse::<u8>().unwrap_or(PassMark::USUAL.as_percent());
        Action::Course(CourseAction::SetMark(percent))
    });
    html! {
        <div class="course-passmark" role="group" aria-label={says.mark}>
            <p class="course-label">{ says.mark }</p>
            <p class="muted">{ says.mark_says }</p>
            <div class="row">
                <div class="segments">{ preset(PassMark::USUAL) }{ preset(PassMark::LENIENT) }</div>
                <label class="course-custom"><span>{ says.custom }</span>
                    <input type="number" min="50" max="100" step="1" inputmode="numeric" value={now.as_percent().to_string()} {onchange} />
                    <span aria-hidden="true">{ "%" }</span>
                </label>
            </div>
        </div>
    }
}

fn ways(props: &HomeProps, erasing: &UseStateHandle<bool>) -> Html {
    let says = words::of(props.lang);
    let has_passed =
        props.learning.book().is_some_and(|book| props.learning.progress.has_passed(&book.course));
    let ask = {
        let erasing = erasing.setter();
        move |event: MouseEvent| {
            keep_focus_after(&event, PLACES);
            erasing.set(true);
        }
    };
    let onchange = {
        let send = props.send.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            let (send, lab) = (send.clone(), input.closest(".lab").ok().flatten());
            fetch_file(&file, MAX_BYTES, move |fetched| {
                send.emit(Action::Course(match fetched {
                    Ok(bytes) => CourseAction::Take(bytes.into()),
                    Err(_) => CourseAction::CannotTake(RecordProblem::TooLarge(MAX_BYTES)),
                }));
                // Where it is asked first, the field of the file is gone.
                if let Some(lab) = &lab {
                    keep_focus(lab, PLACES);
                }
            });
            input.set_value("");
        })
    };
    html! {
        <div class="row">
            <button type="button" class={if has_passed { "primary" } else { "outlined" }} onclick={props.on(CourseAction::Certify(true))}>{ certificate::of(props.lang).open }</button>
            <button type="button" class="outlined" onclick={props.on(CourseAction::Save)}>{ says.save }</button>
            <label class="button-like">{ says.take }<input type="file" accept="application/json,.json" class="visually-hidden" {onchange} /></label>
            <button type="button" class="outlined" disabled={props.learning.progress.is_empty()} onclick={ask}>{ says.erase }</button>
        </div>
    }
}

fn erase(props: &HomeProps, erasing: &UseStateHandle<bool>) -> Html {
    let says = words::of(props.lang);
    let close = |erases: bool| {
        let (erasing, send) = (erasing.setter(), props.send.clone());
        move |event: MouseEvent| {
            keep_focus_after(&event, PLACES);
            erasing.set(false);
            if erases {
                send.emit(Action::Course(CourseAction::Erase));
            }
        }
    };
    html! {
        <div class="course-ask" role="alert">
            <p>{ says.erase_sure }</p>
            <div class="row">
                <button type="button" class="outlined" onclick={close(false)}>{ says.erase_no }</button>
                <button type="button" class="outlined is-grave" onclick={close(true)}>{ says.erase_yes }</button>
            </div>
        </div>
    }
}

fn replace(props: &HomeProps, answered: u64) -> Html {
    let (says, own) = (home::of(props.lang), answers(&props.learning.progress));
    let close = |replaces| click_away(&props.send, PLACES, Action::Course(CourseAction::Replace(replaces)));
    html! {
        <div class="course-ask" role="alert">
            <p>{ progress::replaces(props.lang, own, answered) }</p>
            <div class="row">
                <button type="button" class="outlined" onclick={close(false)}>{ says.replace_no }</button>
                <button type="button" class="outlined" onclick={props.on(CourseAction::Save)}>{ words::of(props.lang).save }</button>
                <button type="button" class="outlined is-grave" onclick={close(true)}>{ says.replace_yes }</button>
            </div>
        </div>
    }
}
