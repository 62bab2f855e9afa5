//! Tokens that travel along the transitions while the player plays: written into the drawing frame by frame,
//! never through the store.

use web_sys::Element;
use yew::prelude::*;

use crate::base::time::SimSpan;
use crate::log::RunLog;
use crate::paint::motion;
use crate::paint::ticker::Ticker;
use crate::scene::frame::{Token, frame};
use crate::scene::layout::Layout;
use crate::scene::playhead::Playhead;
use crate::text::workflow::brief;
use crate::ui::shared::Shared;
use crate::ui::workflow::card::hue_class;

/// How long the tokens of a launch are on their way, in thousandths of a second of the wall clock.
const TRAVEL_MILLIS: f64 = 520.0;
/// At most this many tokens are drawn.
const MOST: usize = 24;

/// Props of the tokens.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TokensProps {
    /// The run.
    pub(super) run: Shared<RunLog>,
    /// The ways.
    pub(super) layout: Shared<Layout>,
    /// The playhead, from which each frame takes its moment.
    pub(super) head: Playhead,
}

/// The tokens; empty groups where nothing plays.
#[component]
pub(super) fn Tokens(props: &TokensProps) -> Html {
    let node = use_node_ref();
    let ticker = use_mut_ref(|| None::<Ticker>);
    {
        let node = node.clone();
        use_effect_with(props.clone(), move |props| {
            let stop = {
                let (node, ticker) = (node.clone(), ticker.clone());
                move || {
                    ticker.replace(None);
                    draw(&node, &[], &[]);
                }
            };
            if props.head.is_playing() && !motion::is_unwanted() {
                ticker.replace(Some(start(node, props.clone())));
            }
            stop
        });
    }
    html! {
        <g class="tokens" ref={node} aria-hidden="true">
            { for (0..MOST).map(|place| html! {
                <g key={place}><circle /><text text-anchor="middle" dy="4"></text></g>
            }) }
        </g>
    }
}

fn start(node: NodeRef, props: TokensProps) -> Ticker {
    let hues: Vec<_> = props
        .layout
        .graph()
        .ends()
        .iter()
        .map(|ends| ends.and_then(|(_, to)| props.layout.hues.get(to)).map_or("", |hue| hue_class(*hue)))
        .collect();
    let travel_secs = f64::from(props.head.speed().weeks_per_second()) * 604.8 * TRAVEL_MILLIS;
    let travel = SimSpan::from_secs(travel_secs as i64);
    Ticker::start(move |now_millis| {
        let moment = props.head.time_at(now_millis, props.run.end());
        draw(&node, &frame(&props.run, &props.layout, moment, travel), &hues);
    })
}

/// Puts the tokens into the groups and hides the groups that are left over.
fn draw(node: &NodeRef, tokens: &[Token], hues: &[&str]) {
    let Some(groups) = node.cast::<Element>().map(|group| group.children()) else { return };
    let mut tokens = tokens.iter();
    for place in 0..groups.length() {
        let Some(group) = groups.item(place) else { continue };
        match tokens.next() {
            Some(token) => show(&group, token, hues.get(token.link).copied().unwrap_or_default()),
            None => {
                let _ = group.set_attribute("class", "");
            }
        }
    }
}

fn show(group: &Element, token: &Token, hue: &str) {
    let _ = group.set_attribute("class", &format!("is-there {hue}"));
    let _ = group.set_attribute("transform", &format!("translate({:.1} {:.1})", token.at.x, token.at.y));
    let (radius, label) = match token.count {
        Some(count) => (radius(count), brief(count)),
        None => (5.0, String::new()),
    };
    let parts = group.children();
    if let Some(circle) = parts.item(0) {
        let _ = circle.set_attribute("r", &format!("{radius:.1}"));
    }
    if let Some(text) = parts.item(1).filter(|text| text.text_content().as_deref() != Some(&label)) {
        text.set_text_content(Some(&label));
    }
}

/// The area of a token grows with its count, from the least in which a label can be read.
fn radius(count: u64) -> f64 {
    (121.0 + 120.0 * (count as f64 / 10_000.0).min(1.0)).sqrt()
}
