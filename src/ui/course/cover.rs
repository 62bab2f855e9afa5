//! What lies over the outcome while a prediction is open, and the band of a lesson that waits for its course.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::learning::{CourseAction, Cover, Learning, Shelf};
use crate::app::options::Mode;
use crate::text::Lang;
use crate::text::course::{panel, words};

/// In place of the outcome: that it is covered, why, and the way back to the question.
pub(in crate::ui) fn cover(lang: Lang, cover: Cover, mode: Mode, send: &Callback<Action>) -> Html {
    let says = panel::of(lang);
    let (what, why) = match cover {
        Cover::Asked => (says.covered, says.covered_why),
        Cover::Locked => (says.locked, says.locked_why),
    };
    html! {
        <section class="cover" aria-label={what}>
            <div class="cover-cards" aria-hidden="true">{ for (0..5).map(|place| html! { <span key={place}>{ "?" }</span> }) }</div>
            <p><strong>{ what }</strong></p>
            <p class="muted">{ why }</p>
            if mode != Mode::Play {
                <button type="button" class="primary" onclick={send.reform(|_: MouseEvent| Action::SetMode(Mode::Play))}>
                    { says.to_play }
                </button>
            }
        </section>
    }
}

/// A lesson is open, and the course is not here.
pub(in crate::ui) fn waiting(lang: Lang, learning: &Learning, send: &Callback<Action>) -> Html {
    let says = panel::of(lang);
    if learning.study.is_none() || learning.book().is_some() {
        return Html::default();
    }
    let on = |action: CourseAction| send.reform(move |_: MouseEvent| Action::Course(action.clone()));
    if matches!(learning.shelf, Shelf::Missing | Shelf::Damaged(_)) {
        html! {
            <div class="band away" role="alert">
                <p>{ says.missing }</p>
                <div class="row">
                    <button type="button" class="primary" onclick={on(CourseAction::Fetch)}>{ words::of(lang).retry }</button>
                    <button type="button" class="outlined" onclick={on(CourseAction::Close)}>{ says.to_own }</button>
                </div>
            </div>
        }
    } else {
        html! { <div class="band away" role="status"><p>{ says.coming }</p></div> }
    }
}
