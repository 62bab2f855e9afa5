//! The whole page of a state: the header, the panels, the player below, and the dialog over it.

mod dialog;
mod outcome;
mod panels;
mod shape;

use yew::prelude::*;

use self::shape::Shape;
use super::builder::announcer::Announcer;
use super::builder::clipboard::Handlers;
use super::builder::commands::action_of_key;
use super::drop::{self, FileDrop};
use super::notices::NoticeList;
use super::opening::Step;
use super::shared::Shared;
use super::shell::header::Header;
use super::transport::clockwork::Clockwork;
use super::transport::{Transport, keys};
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::instructor::project::ProjectAction;
use crate::app::options::Mode;
use crate::app::predicted;
use crate::app::state::AppState;

/// The page, as far as it has been put up.
pub(super) fn page(state: &AppState, step: Step, send: &Callback<Action>, drop: &FileDrop) -> Html {
    let view = &state.view;
    let shape = Shape::of(state, send);
    let clipboard = (view.mode == Mode::Build)
        .then(|| Handlers::new(&Shared::of(state.scenario()), &view.selection, view.readonly, send));
    html! {
        <div oncopy={clipboard.as_ref().map(|on| on.copy.clone())} oncut={clipboard.as_ref().map(|on| on.cut.clone())}
            onpaste={clipboard.as_ref().map(|on| on.paste.clone())} class={shape.classes(state)}
            lang={view.lang.code()} dir={view.lang.direction()} data-theme={view.theme.name()} tabindex="-1"
            onkeydown={on_key(send, state, shape.is_home)} ondragenter={&drop.on_over} ondragover={&drop.on_over}
            ondragleave={&drop.on_leave} ondrop={&drop.on_drop}>
            <Header mode={view.mode} lang={view.lang} coming={view.coming} theme={view.theme} sample={view.sample} readonly={view.readonly}
                name={AttrValue::from(state.scenario().name.clone())}
                keeping={state.keeping} is_borrowed={view.is_borrowed}
                can_undo={state.history.can_undo()} can_redo={state.history.can_redo()} send={send.clone()} />
            if step.has_panels() {
                { panels::panels(state, &shape, step, send) }
            }
            if view.controls && !shape.is_home {
                <Transport scenario={Shared::of(state.scenario())} run={state.outcome.log.as_ref().map(Shared::of)}
                    player={state.player} stepping={view.stepping.clone()} said={predicted::said(state)} cover={shape.covers}
                    lang={view.lang} send={send.clone()} />
            }
            <Clockwork run={state.outcome.log.as_ref().map(Shared::of)} player={state.player} stepping={view.stepping.clone()} lang={view.lang}
                send={send.clone()} />
            <Announcer scenario={Shared::of(state.scenario())} course={state.history.course()} lang={view.lang} />
            <NoticeList notices={state.notices.clone()} lang={view.lang} send={send.clone()} />
            { dialog::dialog(state, send) }
            if drop.is_over {
                { drop::target(view.lang) }
            }
        </div>
    }
}

/// Keys that mean the same everywhere: Escape lets go of the chosen activity, the space bar plays and pauses, other than
/// in the course, which has no player.
fn on_key(send: &Callback<Action>, state: &AppState, is_home: bool) -> Callback<KeyboardEvent> {
    let (send, state) = (send.clone(), state.clone());
    Callback::from(move |event: KeyboardEvent| {
        let is_escape = event.key() == "Escape" && !event.default_prevented();
        if is_escape && state.instructor.project.is_some() && state.view.dialog.is_none() {
            send.emit(Action::Instructor(InstructorAction::Project(ProjectAction::Leave)));
        } else if is_escape {
            send.emit(Action::ChooseActivity(None));
        } else if let Some(action) =
            keys::action_of(&event, state.player.head.is_playing()).filter(|_| !is_home)
        {
            event.prevent_default();
            send.emit(action);
        } else if let Some(action) = action_of_key(&event, &state) {
            event.prevent_default();
            send.emit(action);
        }
    })
}
