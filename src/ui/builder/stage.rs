//! Where the workflow is built: as a drawing, or as an outline where there is little room or somebody prefers it.

use yew::prelude::*;

use super::commands::shown;
use super::outline::Outline;
use crate::app::action::Action;
use crate::app::adding::Adding;
use crate::app::command::{Deed, shortcuts};
use crate::app::preferences::Preferences;
use crate::app::selection::Selection;
use crate::app::state::Sheet;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::text::builder::outline as words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::workflow::room::use_room;

/// Narrower than this, in pixels, the workflow is an outline unless the drawing is asked for.
const NARROW: i32 = 640;

/// Props of the stage.
#[derive(Clone, PartialEq, Properties)]
pub struct StageProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong or doubtful.
    pub findings: Shared<[Finding]>,
    /// What is chosen.
    pub selection: Selection,
    /// What an activity that is added from here shall follow.
    pub adding: Adding,
    /// How somebody likes to build.
    pub preferences: Preferences,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
    /// The drawing.
    pub children: Html,
}

/// The stage.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let (lang, send) = (props.lang, &props.send);
    let fixed = words::of(lang);
    let frame = text::workflow::of(lang);
    let node = use_node_ref();
    let room = use_room(&node);
    let is_outline = props.preferences.outline.unwrap_or(room.width() < NARROW);
    let toggle = |outline: bool, name: &'static str| {
        let wanted = Preferences { outline: Some(outline), ..props.preferences };
        html! {
            <button type="button" aria-pressed={(is_outline == outline).to_string()}
                onclick={send.reform(move |_| Action::Prefer(wanted))}>{ name }</button>
        }
    };
    let key = |deed: Deed| shortcuts(deed).first().map(|key| shown(lang, key)).unwrap_or_default();
    let adding = props.adding.clone();
    html! {
        <section class={classes!("stage", is_outline.then_some("is-outline"))} aria-label={frame.panel}>
            <header class="stage-head">
                <h2 class="eyebrow">{ frame.panel }</h2>
                if !props.readonly {
                    <button type="button" class="outlined" title={key(Deed::Add)} onclick={send.reform(move |_| Action::Add(adding.clone()))}>
                        <IconView icon={Icon::Add} />{ fixed.add }
                    </button>
                }
                <button type="button" class="quiet" title={key(Deed::Commands)} onclick={send.reform(|_| Action::Show(Some(Sheet::Commands)))}>
                    { fixed.commands }<kbd>{ key(Deed::Commands) }</kbd>
                </button>
                <div class="segments workflow-views" role="group" aria-label={frame.views}>
                    { toggle(false, frame.drawing) }
                    { toggle(true, frame.outline) }
                </div>
            </header>
            <div class="stage-body" ref={node}>
                if is_outline {
                    <Outline scenario={props.scenario.clone()} findings={props.findings.clone()}
                        selection={props.selection.clone()} readonly={props.readonly} {lang} send={send.clone()} />
                } else {
                    { props.children.clone() }
                }
            </div>
        </section>
    }
}
