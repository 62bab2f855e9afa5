//! The date and the week, written into their places frame by frame.

use web_sys::Node;
use yew::prelude::*;

use super::follow::use_playhead;
use crate::app::state::Player;
use crate::scenario::Scenario;
use crate::scene::timeline::weeks_begun;
use crate::text::Lang;
use crate::text::transport::{clock, place};
use crate::ui::shared::Shared;

/// Props of the clock.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ClockProps {
    /// The scenario.
    pub(super) scenario: Shared<Scenario>,
    /// The player.
    pub(super) player: Player,
    /// The language.
    pub(super) lang: Lang,
}

/// The clock.
#[component]
pub(super) fn Clock(props: &ClockProps) -> Html {
    let (date, week) = (use_node_ref(), use_node_ref());
    let (lang, weeks, start) = (props.lang, props.scenario.weeks, props.scenario.start_time());
    let is_running = props.player.head.is_playing();
    let written =
        move |moment| (clock(lang, moment, is_running), place(lang, weeks_begun(start, moment), weeks));
    {
        let (date, week) = (date.clone(), week.clone());
        use_playhead(props.player, props.scenario.end_time(), (start, weeks, lang), move |moment| {
            let (date_text, week_text) = written(moment);
            write(&date, &date_text);
            write(&week, &week_text);
        });
    }
    let (date_text, week_text) = written(props.player.shown);
    html! {
        <p class="clock">
            <strong ref={date}>{ date_text }</strong>
            <span ref={week}>{ week_text }</span>
        </p>
    }
}

/// Writes into the text that Yew made, so that Yew still knows it.
fn write(place: &NodeRef, text: &str) {
    let node = place.get().and_then(|element: Node| element.first_child());
    if let Some(node) = node.filter(|node| node.node_value().as_deref() != Some(text)) {
        node.set_node_value(Some(text));
    }
}
