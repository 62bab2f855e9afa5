//! The workflow drawn left to right, with live counts on its transitions; as an outline where there is no room.

pub(crate) mod card;
mod drawing;
pub(crate) mod film;
mod inks;
mod outline;
mod painter;
pub(in crate::ui) mod room;
#[cfg(test)]
mod tests;
mod tokens;

use std::rc::Rc;

use yew::prelude::*;

use self::card::Card;
use self::drawing::Drawing;
use self::outline::Outline;
use self::room::use_room;
use self::tokens::Tokens;
use crate::app::action::Action;
use crate::app::preferences::Preferences;
use crate::app::state::Player;
use crate::app::stepping::Stepping;
use crate::log::RunLog;
use crate::log::traffic::Traffic;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::scene::layout::Layout;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct WorkflowPanelProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// What is wrong or doubtful.
    pub findings: Shared<[Finding]>,
    /// The player.
    pub player: Player,
    /// The name of the chosen activity.
    pub chosen: Option<Rc<str>>,
    /// How somebody likes the lab.
    pub preferences: Preferences,
    /// What the player rests at.
    #[prop_or_default]
    pub stepping: Stepping,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn WorkflowPanel(props: &WorkflowPanelProps) -> Html {
    let body = use_node_ref();
    let room = use_room(&body);
    let wanted = use_state(|| None::<bool>);
    let layout = use_memo((props.scenario.clone(), room), |(scenario, room)| {
        Layout::fit(&scenario.workflow, room.size())
    });
    let cards = use_memo(
        (props.scenario.clone(), props.findings.clone(), props.stepping.breakpoints.clone(), props.lang),
        |(scenario, findings, set, lang)| Card::all(*lang, scenario, findings, set, &layout),
    );
    let words = text::workflow::of(props.lang);
    // Where a drawing would be too small it is an outline, unless the drawing is asked for; then it can be scrolled.
    let may_draw = layout.is_legible() || layout.may_scroll(room.size());
    let is_outline = !may_draw || wanted.unwrap_or(!layout.is_legible());
    let scrolls = !is_outline && !layout.is_legible();
    let counts = counts(props);
    let chosen = props.chosen.as_deref().and_then(|name| cards.iter().position(|card| *card.name == *name));
    let choose = use_callback(
        (props.send.clone(), Shared::of(&cards), chosen),
        |place: usize, (send, cards, chosen)| {
            let name = cards.get(place).filter(|_| *chosen != Some(place)).map(|card| card.name.clone());
            send.emit(Action::ChooseActivity(name));
        },
    );
    let toggle = |outline: bool, name: &'static str| {
        let wanted = wanted.clone();
        html! {
            <button type="button" aria-pressed={(is_outline == outline).to_string()}
                onclick={move |_| wanted.set(Some(outline))}>{ name }</button>
        }
    };
    let least = (!is_outline).then(|| format!("min-block-size: {}px", layout.least_height));
    html! {
        <section class={classes!("workflow", is_outline.then_some("is-outline"))} aria-label={words.panel}>
            <header class="workflow-head">
                <h2 class="eyebrow">{ words.panel }</h2>
                if props.run.is_some() {
                    { sound_button(props) }
                }
                if may_draw && !cards.is_empty() {
                    <div class="segments workflow-views" role="group" aria-label={words.views}>
                        { toggle(false, words.drawing) }
                        { toggle(true, words.outline) }
                    </div>
                }
            </header>
            <div class={classes!("workflow-body", scrolls.then_some("is-wide"))} ref={body} style={least}>
                if cards.is_empty() {
                    <p class="workflow-empty muted">{ words.empty }</p>
                } else if is_outline {
                    <Outline layout={Shared::of(&layout)} cards={Shared::of(&cards)} {counts} {chosen}
                        lang={props.lang} {choose} />
                } else {
                    <>
                        <Drawing layout={Shared::of(&layout)} cards={Shared::of(&cards)} {counts} {chosen}
                            is_playing={props.player.head.is_playing()} {scrolls} lang={props.lang} {choose} />
                        if let Some(run) = &props.run {
                            <Tokens scenario={props.scenario.clone()} run={run.clone()} layout={Shared::of(&layout)}
                                player={props.player} {scrolls} has_sound={props.preferences.sound} lang={props.lang} />
                        }
                    </>
                }
            </div>
        </section>
    }
}

/// Switches the tones for what happens.
fn sound_button(props: &WorkflowPanelProps) -> Html {
    let (words, preferences) = (text::workflow::of(props.lang), props.preferences);
    let wanted = Preferences { sound: !preferences.sound, ..preferences };
    html! {
        <button type="button" class="tool quiet sound" aria-pressed={preferences.sound.to_string()} aria-label={words.sound}
            title={words.sound} onclick={props.send.reform(move |_: MouseEvent| Action::Prefer(wanted))}>
            <IconView icon={if preferences.sound { Icon::Sound } else { Icon::Silence }} />
        </button>
    }
}

/// The count on each transition at the moment shown, in the order of the scenario's transitions.
fn counts(props: &WorkflowPanelProps) -> Rc<[Option<AttrValue>]> {
    let traffic = props.run.as_ref().map(|run| run.traffic(props.player.shown)).unwrap_or_default();
    let count = |traffic: &Traffic| text::workflow::count(props.lang, traffic).map(AttrValue::from);
    traffic.iter().map(count).collect()
}
