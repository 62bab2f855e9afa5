//! The dialog that is open over the page.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::{AppState, Sheet};
use crate::ui::about::AboutBox;
use crate::ui::activities::ActivityList;
use crate::ui::builder::commands::{CommandList, offered};
use crate::ui::builder::connect_to::ConnectTo;
use crate::ui::builder::keys::KeyList;
use crate::ui::builder::quick_add::QuickAdd;
use crate::ui::builder::rename::Rename;
use crate::ui::gallery::GalleryDialog;
use crate::ui::import::ImportDialog;
use crate::ui::instructor::offered as offered_lesson;
use crate::ui::share::ShareDialog;
use crate::ui::shared::Shared;
use crate::ui::transport::breakpoints::BreakpointDialog;

/// The dialog that is open.
pub(super) fn dialog(state: &AppState, send: &Callback<Action>) -> Html {
    let lang = state.view.lang;
    match state.view.dialog {
        Some(Sheet::Import) => html! {
            <ImportDialog scenario={Shared::of(state.scenario())} handed={state.handed.clone()} {lang} send={send.clone()} />
        },
        Some(Sheet::Activities) => html! { <ActivityList {lang} send={send.clone()} /> },
        Some(Sheet::About) => {
            html! { <AboutBox {lang} site={AttrValue::from(state.view.site.clone())} send={send.clone()} /> }
        }
        Some(Sheet::Add) => html! {
            <QuickAdd scenario={Shared::of(state.scenario())} adding={state.view.adding.clone()} {lang} send={send.clone()} />
        },
        Some(Sheet::Commands) => html! {
            <CommandList commands={Shared::of(&Rc::new(offered(state)))} scenario={Shared::of(state.scenario())}
                {lang} send={send.clone()} />
        },
        Some(Sheet::Breakpoints) => html! {
            <BreakpointDialog scenario={Shared::of(state.scenario())} run={state.outcome.log.as_ref().map(Shared::of)}
                stepping={state.view.stepping.clone()} {lang} send={send.clone()} />
        },
        Some(Sheet::Keys) => {
            html! { <KeyList preferences={state.view.preferences} {lang} send={send.clone()} /> }
        }
        Some(Sheet::Connect) => match state.view.leading.clone() {
            Some(leading) => html! {
                <ConnectTo scenario={Shared::of(state.scenario())} {leading} {lang} send={send.clone()} />
            },
            None => Html::default(),
        },
        Some(Sheet::Rename) => rename(state, send),
        Some(Sheet::Share) => html! {
            <ShareDialog scenario={Shared::of(state.scenario())} site={AttrValue::from(state.view.site.clone())}
                copied={state.view.link_copied} {lang} send={send.clone()} />
        },
        Some(Sheet::Gallery) => html! {
            <GalleryDialog templates={state.templates.clone()} name={AttrValue::from(state.scenario().name.clone())}
                theme={state.view.theme} {lang} send={send.clone()} />
        },
        Some(Sheet::Lesson) => state
            .instructor
            .offered
            .as_ref()
            .map(|course| offered_lesson::dialog(course, lang, send))
            .unwrap_or_default(),
        None => Html::default(),
    }
}

/// The dialog for another label of the chosen activity.
fn rename(state: &AppState, send: &Callback<Action>) -> Html {
    let chosen = state.view.selection.only_activity();
    let Some(activity) = chosen.and_then(|name| state.scenario().workflow.activity(name)) else {
        return Html::default();
    };
    html! {
        <Rename activity={activity.name.clone()} label={activity.label.clone()} lang={state.view.lang} send={send.clone()} />
    }
}
