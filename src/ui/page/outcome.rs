//! What the run came to, as the page shows it in each mode: the comparison, lists, reports and logs.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::learning::Cover;
use crate::app::options::Mode;
use crate::app::predicted;
use crate::app::section::Section;
use crate::app::state::AppState;
use crate::ui::comparison::Comparison;
use crate::ui::course::cover::cover;
use crate::ui::deliveries::DeliveryList;
use crate::ui::explain::PersonPanel;
use crate::ui::logs::LogPanel;
use crate::ui::logs::marked::MarkedNote;
use crate::ui::narration::Narration;
use crate::ui::narration::journal::Journal;
use crate::ui::reports::Reports;
use crate::ui::sections::sections;
use crate::ui::shared::Shared;
use crate::ui::variants::VariantPanel;

/// What the run came to: the comparison, and in Compare mode the section that is shown; less of it while something covers it.
pub(super) fn outcome(state: &AppState, covers: Option<Cover>, send: &Callback<Action>) -> Html {
    let Some(log) = &state.outcome.log else { return Html::default() };
    if let Some(why) = covers.filter(|why| *why == Cover::Asked || state.view.mode == Mode::Compare) {
        return cover(state.view.lang, why, state.view.mode, send);
    }
    let pointed = state.learning.pointed.as_ref().map(|pointed| AttrValue::from(pointed.activity.clone()));
    let is_compact = state.view.mode == Mode::Compare;
    let comparison = html! {
        <Comparison run={Shared::of(log)} shown={state.player.shown} delivery={state.view.delivery}
            is_compact={is_compact} is_playing={state.player.head.is_playing()} said={predicted::said(state)}
            hides_future={covers.is_some()} pointed={pointed.clone()} lang={state.view.lang} send={send.clone()} />
    };
    if !is_compact {
        return html! {
            <>
                if covers.is_none() {
                    <Narration run={Shared::of(log)} shown={state.player.shown} lang={state.view.lang} send={send.clone()} />
                }
                { comparison }
                { logs(state, send) }
            </>
        };
    }
    let body = match state.view.section {
        Section::Deliveries => html! {
            <>
                { comparison }
                <DeliveryList run={Shared::of(log)} shown={state.player.shown} delivery={state.view.delivery}
                    filter={state.view.rows.list.clone()} pointed={pointed} lang={state.view.lang} send={send.clone()} />
                { logs(state, send) }
            </>
        },
        Section::Variants => html! {
            <VariantPanel scenario={Shared::of(state.scenario())} run={Shared::of(log)} is_current={state.has_figures()}
                population={state.outcome.population().map(Shared::of)} trials={Shared::of(&state.trials)}
                view={state.view.variants.clone()} shown={state.player.shown} is_playing={state.player.head.is_playing()}
                lang={state.view.lang} send={send.clone()} />
        },
        Section::Journal => html! {
            <Journal run={Shared::of(log)} shown={state.player.shown} lang={state.view.lang} send={send.clone()} />
        },
        Section::Reports => html! {
            <Reports scenario={Shared::of(state.scenario())} run={Shared::of(log)} shown={state.player.shown}
                reporting={state.view.reporting.clone()} is_playing={state.player.head.is_playing()}
                lang={state.view.lang} send={send.clone()} />
        },
    };
    sections(state.view.lang, state.view.section, send, body)
}

/// The logs of the delivery or the figure that is chosen, and the recipient who is looked at.
fn logs(state: &AppState, send: &Callback<Action>) -> Html {
    let view = &state.view;
    let Some(log) = &state.outcome.log else { return Html::default() };
    let person = view.rows.person.map(|person| html! {
        <PersonPanel run={Shared::of(log)} scenario={Shared::of(state.outcome.scenario().unwrap_or(state.scenario()))}
            shown={state.player.shown} {person} lang={view.lang} send={send.clone()} />
    });
    let is_open = view.delivery.is_some() || view.rows.traced.is_some();
    html! {
        <>
            <MarkedNote marked={view.rows.marked} shown={state.player.shown} lang={view.lang} send={send.clone()} />
            if is_open {
                <LogPanel run={Shared::of(log)} shown={state.player.shown} delivery={view.delivery} kind={view.log} page={view.page}
                    rows={view.rows.clone()} has_dashboard={view.mode == Mode::Compare} lang={view.lang} send={send.clone()} />
            }
            { person.unwrap_or_default() }
        </>
    }
}
