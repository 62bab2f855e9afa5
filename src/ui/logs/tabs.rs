//! The three tabs of the log panel, moved through by the arrow keys.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::LogKind;
use crate::text::format::number;
use crate::text::{self, Lang};

/// The id of the panel that the tabs control.
pub(super) const PANEL_ID: &str = "logs-panel";
const KINDS: [LogKind; 3] = [LogKind::BroadLog, LogKind::TrackingLog, LogKind::ExclusionLog];

/// The place of a log among the tabs.
pub(super) const fn place(kind: LogKind) -> usize {
    match kind {
        LogKind::BroadLog => 0,
        LogKind::TrackingLog => 1,
        LogKind::ExclusionLog => 2,
    }
}

/// The id of a tab.
pub(super) const fn tab_id(kind: LogKind) -> &'static str {
    match kind {
        LogKind::BroadLog => "logs-tab-broad",
        LogKind::TrackingLog => "logs-tab-tracking",
        LogKind::ExclusionLog => "logs-tab-exclusion",
    }
}

/// Props of the tabs.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LogTabsProps {
    /// The log shown.
    pub(super) kind: LogKind,
    /// How many rows each has.
    pub(super) counts: [u64; 3],
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The tabs.
#[component]
pub(super) fn LogTabs(props: &LogTabsProps) -> Html {
    let words = text::logs::of(props.lang);
    let nodes = [use_node_ref(), use_node_ref(), use_node_ref()];
    let onkeydown = {
        let (nodes, send, at) = (nodes.clone(), props.send.clone(), place(props.kind));
        Callback::from(move |event: KeyboardEvent| {
            let Some(to) = after_key(&event.key(), at) else { return };
            event.prevent_default();
            send.emit(Action::ShowLog(KINDS[to]));
            if let Some(tab) = nodes[to].cast::<HtmlElement>() {
                let _ = tab.focus();
            }
        })
    };
    html! {
        <div class="segments log-tabs" role="tablist" aria-label={words.tabs} {onkeydown}>
            { for KINDS.into_iter().enumerate().map(|(at, kind)| {
                let is_shown = kind == props.kind;
                html! {
                    <button key={tab_id(kind)} ref={nodes[at].clone()} id={tab_id(kind)} type="button" role="tab"
                        aria-selected={is_shown.to_string()} aria-controls={PANEL_ID} title={words.explained[at]}
                        tabindex={if is_shown { "0" } else { "-1" }}
                        onclick={props.send.reform(move |_: MouseEvent| Action::ShowLog(kind))}>
                        { words.kinds[at] }{ " " }<span class="count">{ number(props.lang, props.counts[at]) }</span>
                    </button>
                }
            }) }
        </div>
    }
}

/// The tab that a key leads to from the tab at `at`; none where the key is none of theirs.
fn after_key(key: &str, at: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((at + 1) % KINDS.len()),
        "ArrowLeft" => Some((at + KINDS.len() - 1) % KINDS.len()),
        "Home" => Some(0),
        "End" => Some(KINDS.len() - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_and_other_keys_go_nowhere() {
        assert_eq!((after_key("ArrowRight", 2), after_key("ArrowLeft", 0)), (Some(0), Some(2)));
        assert_eq!((after_key("Home", 1), after_key("End", 0)), (Some(0), Some(2)));
        assert_eq!(after_key("a", 1), None);
        assert!(KINDS.into_iter().enumerate().all(|(at, kind)| place(kind) == at));
    }
}
