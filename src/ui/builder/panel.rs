//! The workflow in Build mode: the canvas with its tools, or the outline where there is no room for a drawing.

use yew::prelude::*;

use super::canvas::Stage;
use super::commands::shown;
use crate::app::action::Action;
use crate::app::adding::Adding;
use crate::app::command::{Deed, shortcuts};
use crate::app::looking::Looking;
use crate::app::preferences::Preferences;
use crate::app::selection::Selection;
use crate::app::state::Sheet;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::finding::Finding;
use crate::scenario::note::Note;
use crate::scene::canvas::{CARD, Canvas};
use crate::scene::spot;
use crate::scene::tidy::tidy;
use crate::text::builder::canvas as words;
use crate::text::builder::outline as outline_words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::workflow::room::use_room;

/// A panel narrower than this shows an outline unless a drawing is asked for.
const NARROW: f64 = 520.0;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct BuilderPanelProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong or doubtful.
    pub findings: Shared<[Finding]>,
    /// What is chosen.
    pub selection: Selection,
    /// What the drawing was asked to show.
    pub looking: Looking,
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
    /// The outline.
    pub outline: Html,
}

/// The panel.
#[component]
pub fn BuilderPanel(props: &BuilderPanelProps) -> Html {
    let node = use_node_ref();
    let room = use_room(&node);
    let is_outline = props.preferences.outline.unwrap_or(room.size().width < NARROW);
    let words = text::workflow::of(props.lang);
    let show = |outline: bool, name: &'static str| {
        let (preferences, send) = (props.preferences, props.send.clone());
        let onclick = move |_: MouseEvent| {
            send.emit(Action::Prefer(Preferences { outline: Some(outline), ..preferences }));
        };
        html! {
            <button type="button" aria-pressed={(is_outline == outline).to_string()} {onclick}>{ name }</button>
        }
    };
    html! {
        <section class={classes!("workflow", "builder", is_outline.then_some("is-outline"))} aria-label={words.panel} ref={node}>
            <header class="workflow-head">
                <h2 class="eyebrow">{ words.panel }</h2>
                if !props.readonly {
                    { tools(props, is_outline) }
                }
                <div class="segments workflow-views" role="group" aria-label={words.views}>
                    { show(false, words.drawing) }
                    { show(true, words.outline) }
                </div>
            </header>
            if is_outline {
                { props.outline.clone() }
            } else {
                <Stage scenario={props.scenario.clone()} findings={props.findings.clone()} selection={props.selection.clone()}
                    looking={props.looking.clone()} has_single_keys={props.preferences.single_keys} readonly={props.readonly}
                    lang={props.lang} send={props.send.clone()} />
            }
        </section>
    }
}

/// What is added to the drawing as a whole, and what sorts it.
fn tools(props: &BuilderPanelProps, is_outline: bool) -> Html {
    let words = words::of(props.lang);
    let adding = props.adding.clone();
    let add = props.send.reform(move |_: MouseEvent| Action::Add(adding.clone()));
    let commands = props.send.reform(|_: MouseEvent| Action::Show(Some(Sheet::Commands)));
    let key = shortcuts(Deed::Commands).first().map(|key| shown(props.lang, key));
    let (send, scenario) = (props.send.clone(), props.scenario.clone());
    let note = {
        let (send, scenario) = (send.clone(), scenario.clone());
        move |_: MouseEvent| send.emit(Action::Edit(Edit::AddNote(Note::new("", note_place(&scenario)))))
    };
    let arrange = move |_: MouseEvent| send.emit(Action::Edit(Edit::Arrange(tidy(&scenario.workflow))));
    let tool = |icon: Icon, name: &'static str, hint: &'static str, onclick: Callback<MouseEvent>| {
        html! {
            <button type="button" class="b-action" title={hint} {onclick}><IconView {icon} /><span>{ name }</span></button>
        }
    };
    html! {
        <div class="b-actions" role="group" aria-label={words.tools}>
            { tool(Icon::Add, words.add, words.add, add) }
            if !is_outline {
                { tool(Icon::Note, words.add_note, words.add_note, Callback::from(note)) }
                if props.scenario.workflow.activities.len() > 1 {
                    { tool(Icon::Tidy, words.tidy, words.tidy_hint, Callback::from(arrange)) }
                }
            }
            <button type="button" class="b-action" onclick={commands}>
                <span>{ outline_words::of(props.lang).commands }</span>
                if let Some(key) = key { <kbd>{ key }</kbd> }
            </button>
        </div>
    }
}

/// A free place for a note: below the drawing, at its left edge.
fn note_place(scenario: &Scenario) -> (i32, i32) {
    let bounds = Canvas::of(&scenario.workflow).bounds();
    let near = (bounds.x.round() as i32, (bounds.bottom() + CARD.height / 2.0).round() as i32);
    spot::free(&scenario.workflow, near)
}
