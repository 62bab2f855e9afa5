//! The trainer's entries in the list of pieces, and the band over a preview.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::learning::CourseAction;
use crate::text::Lang;
use crate::text::instructor::Say;

/// The entries.
pub(in crate::ui) fn entries(lang: Lang, readonly: bool, send: &Callback<Action>) -> Html {
    let on = |action: InstructorAction| send.reform(move |_: MouseEvent| Action::Instructor(action.clone()));
    html! {
        <section class="course trainers" aria-label={Say::Trainers.within(lang)}>
            <h3 class="eyebrow">{ Say::Trainers.within(lang) }</h3>
            <p class="muted">{ Say::TrainersSay.within(lang) }</p>
            <div class="bench-row">
                if !readonly {
                    <button type="button" class="outlined" onclick={on(InstructorAction::Lessons)}>{ Say::MakeLesson.within(lang) }</button>
                }
                <button type="button" class="outlined" onclick={on(InstructorAction::Report)}>{ Say::ReadProgress.within(lang) }</button>
            </div>
        </section>
    }
}

/// Over the lab while a draft is looked at.
pub(in crate::ui) fn previewing(lang: Lang, send: &Callback<Action>) -> Html {
    html! {
        <div class="band away" role="status">
            <p>{ Say::Previewing.within(lang) }</p>
            <button type="button" class="primary" onclick={send.reform(|_: MouseEvent| Action::Course(CourseAction::Close))}>{ Say::BackToBench.within(lang) }</button>
        </div>
    }
}
