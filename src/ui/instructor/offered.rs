//! A lesson file was opened: is it to be taken, or to be edited?

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::lesson::authoring::title;
use crate::lesson::course::Course;
use crate::text::Lang;
use crate::text::instructor::Say;
use crate::ui::widgets::dialog::Dialog;

/// The question.
pub(in crate::ui) fn dialog(course: &Course, lang: Lang, send: &Callback<Action>) -> Html {
    let offered = |is_taken: Option<bool>| {
        send.reform(move |_: MouseEvent| Action::Instructor(InstructorAction::Offered(is_taken)))
    };
    let on_close = send.reform(|()| Action::Instructor(InstructorAction::Offered(None)));
    let can_edit = course.lessons.len() == 1;
    let name = title(course, lang.code());
    html! {
        <Dialog heading={Say::FileTitle.within(lang)} close_label={Say::Cancel.within(lang)} {on_close}>
            <p><strong>{ name }</strong></p>
            if !can_edit {
                <p class="muted">{ Say::ManyLessons.within(lang) }</p>
            }
            <div class="bench-row">
                <button type="button" class="primary" onclick={offered(Some(true))}>{ Say::FileTake.within(lang) }</button>
                if can_edit {
                    <button type="button" class="outlined" onclick={offered(Some(false))}>{ Say::FileEdit.within(lang) }</button>
                }
                <button type="button" class="outlined" onclick={offered(None)}>{ Say::Cancel.within(lang) }</button>
            </div>
        </Dialog>
    }
}
