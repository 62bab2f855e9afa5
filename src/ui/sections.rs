//! The tabs of Compare mode: one section at a time.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::section::Section;
use crate::text::{self, Lang};
use crate::ui::widgets::tabs::{Tab, TabRow};

/// The id of the panel that the tabs control.
const PANEL_ID: &str = "section-panel";
const IDS: [&str; 4] = ["section-deliveries", "section-reports", "section-variants", "section-journal"];

/// The tabs, and under them the section that is shown.
pub fn sections(lang: Lang, shown: Section, send: &Callback<Action>, body: Html) -> Html {
    let words = text::sections::of(lang);
    let tab = |section: Section| {
        let at = section.place();
        Tab { id: IDS[at], name: words.names[at], explained: words.explained[at], count: None }
    };
    let tabs: Vec<_> = Section::ALL.into_iter().map(tab).collect();
    html! {
        <>
            <TabRow label={words.sections} {tabs} shown={shown.place()} panel={PANEL_ID} class="section-tabs"
                on_show={send.reform(|at: usize| Action::ShowSection(Section::ALL[at]))} />
            <div id={PANEL_ID} class="section" role="tabpanel" aria-labelledby={IDS[shown.place()]}>{ body }</div>
        </>
    }
}
