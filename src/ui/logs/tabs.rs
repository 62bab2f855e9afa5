//! The three tabs of the log panel.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::LogKind;
use crate::text::format::number;
use crate::text::{self, Lang};
use crate::ui::widgets::tabs::{Tab, TabRow};

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

/// The tabs, where each log has so many rows.
pub(super) fn log_tabs(lang: Lang, kind: LogKind, counts: [u64; 3], send: &Callback<Action>) -> Html {
    let words = text::logs::of(lang);
    let tab = |(at, kind): (usize, LogKind)| Tab {
        id: tab_id(kind),
        name: words.kinds[at],
        explained: words.explained[at],
        count: Some(number(lang, counts[at]).into()),
    };
    let tabs: Vec<_> = KINDS.into_iter().enumerate().map(tab).collect();
    html! {
        <TabRow label={words.tabs} {tabs} shown={place(kind)} panel={PANEL_ID} class="log-tabs"
            on_show={send.reform(|at: usize| Action::ShowLog(KINDS[at]))} />
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_those_of_the_tabs() {
        assert!(KINDS.into_iter().enumerate().all(|(at, kind)| place(kind) == at));
    }
}
