//! One's own lessons on this device: to go on with, to begin, to open from a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::instructor::drafts::{Drafts, DraftsProblem, Kept};
use crate::paint::clock::now_millis;
use crate::text::Lang;
use crate::text::instructor::Say;
use crate::ui::drop::take;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::kept_focus::click_away;

/// Where the focus goes once a button is gone with its row: to what brings the lesson back, to the next, to the heading.
const PLACES: &[&str] = &[".bench-row .link", ".bench-draft button", ".course h2"];

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct LessonsProps {
    /// The lessons.
    pub(in crate::ui) drafts: Drafts,
    /// The language.
    pub(in crate::ui) lang: Lang,
    /// Takes actions.
    pub(in crate::ui) send: Callback<Action>,
}

/// The list.
#[component]
pub(in crate::ui) fn Lessons(props: &LessonsProps) -> Html {
    let say = |say: Say| say.within(props.lang);
    let on =
        |action: InstructorAction| props.send.reform(move |_: MouseEvent| Action::Instructor(action.clone()));
    let on_gone = |action: InstructorAction| click_away(&props.send, PLACES, Action::Instructor(action));
    let new = props.send.reform(|_: MouseEvent| {
        Action::Instructor(InstructorAction::New { now_millis: now_millis() + origin() })
    });
    let drafts = &props.drafts;
    let problem = drafts.problem.map(|problem| match problem {
        DraftsProblem::Full => Say::ListFull,
        DraftsProblem::Unreadable => Say::ListUnreadable,
    });
    let row = |kept: &Kept| {
        let title = if kept.title.is_empty() { say(Say::Untitled).to_owned() } else { kept.title.clone() };
        html! {
            <li key={kept.id.clone()} class="bench-draft">
                <button type="button" onclick={on(InstructorAction::Open(kept.id.clone()))}><IconView icon={Icon::Edit} /><strong>{ &title }</strong></button>
                <button type="button" class="quiet tool" aria-label={format!("{}: {title}", say(Say::Delete))} title={say(Say::Delete)}
                    onclick={on_gone(InstructorAction::Delete(kept.id.clone()))}><IconView icon={Icon::Bin} /></button>
            </li>
        }
    };
    html! {
        <section class="course" aria-label={say(Say::YourLessons)}>
            <header class="course-head">
                <div>
                    <h2 tabindex="-1">{ say(Say::YourLessons) }</h2>
                    <p>{ say(if drafts.is_fleeting { Say::Fleeting } else { Say::YourLessonsSay }) }</p>
                </div>
                <div class="course-ways">
                    <button type="button" class="primary" onclick={new}>{ say(Say::NewLesson) }</button>
                    { open_button(props) }
                    <button type="button" class="outlined" onclick={on(InstructorAction::Pieces)}>{ say(Say::Back) }</button>
                </div>
            </header>
            if let Some(problem) = problem {
                <p class="problem" role="alert"><IconView icon={Icon::Warning} />{ say(problem) }</p>
            }
            if drafts.deleted.is_some() {
                <p class="bench-row" role="status">{ say(Say::Deleted) }
                    <button type="button" class="link" onclick={on_gone(InstructorAction::Restore)}>{ say(Say::BringBack) }</button></p>
            }
            if drafts.kept.is_empty() {
                <p class="muted">{ say(Say::NoLessons) }</p>
            }
            <ul class="bench-drafts">{ for drafts.kept.iter().map(row) }</ul>
        </section>
    }
}

fn open_button(props: &LessonsProps) -> Html {
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        take(&file, &send);
    });
    html! {
        <label class="outlined button-like">{ Say::OpenLesson.within(props.lang) }<input type="file" accept="application/json,.json" class="visually-hidden" {onchange} /></label>
    }
}

/// When the clock of the page began, in milliseconds, so that two lessons on one device differ.
fn origin() -> f64 {
    let window = web_sys::window();
    window.and_then(|window| window.performance()).map_or(0.0, |clock| clock.time_origin())
}
