//! The reports of the product, for one delivery or for several added up, with charts of the whole run.

mod choice;
mod kinds;
mod paper;
mod tables;
#[cfg(test)]
mod tests;
mod trap;

use std::rc::Rc;

use yew::prelude::*;

use self::choice::{Chooser, basis_switch};
use crate::app::action::Action;
use crate::app::reporting::{ReportAction, Reporting, Subject};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::breakdown::Breakdown;
use crate::log::growth::Growth;
use crate::log::indicators::{Scope, Tally};
use crate::scenario::Scenario;
use crate::scene::charts::{ChartId, Source};
use crate::text::format::date_time;
use crate::text::reports::Reports as Words;
use crate::text::{self, Lang};
use crate::ui::charts::ChartView;
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// More messages than this are counted only when that is asked for: each of them is drawn again.
const MOST_AT_ONCE: u64 = 150_000;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct ReportsProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// What is reported on.
    pub reporting: Reporting,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// What the reports say.
#[derive(Debug)]
struct Counts {
    tally: Tally,
    parts: Breakdown,
}

/// What was asked to be counted although it takes a moment.
#[derive(Clone, PartialEq)]
struct Asked {
    run: Shared<RunLog>,
    scope: Scope,
    shown: SimTime,
}

/// The panel.
#[component]
pub fn Reports(props: &ReportsProps) -> Html {
    let words = text::reports::of(props.lang);
    let growth = use_memo(props.run.clone(), |run| Growth::of(run));
    let scope = props.reporting.scope(&props.run);
    let messages = props.run.messages_of(&scope, props.shown);
    let asked = use_state(|| None::<Asked>);
    let ask = Asked { run: props.run.clone(), scope: scope.clone(), shown: props.shown };
    let may_count = messages <= MOST_AT_ONCE || *asked == Some(ask.clone());
    let counts = use_memo((ask.clone(), may_count), |(ask, may_count)| {
        may_count.then(|| Counts {
            tally: ask.run.tally(&ask.scope, ask.shown),
            parts: ask.run.breakdown(&ask.scope, ask.shown),
        })
    });
    let is_empty = props.run.batches_until(props.shown) == 0;
    let on_count = {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(Some(ask.clone())))
    };
    html! {
        <section class="reports" aria-labelledby="reports-heading">
            { head(props, words) }
            { paper::summary(props, words) }
            if is_empty {
                <div class="nothing">
                    <p><strong>{ words.none_yet }</strong></p>
                    <p class="muted">{ words.none_yet_remedy }</p>
                </div>
            } else {
                { kinds::comparison(props, words, &growth) }
                <Chooser run={props.run.clone()} shown={props.shown} reporting={props.reporting.clone()} lang={props.lang} send={props.send.clone()} />
                { reported(props, words, (&scope, &growth), &counts, messages, on_count) }
                { charts(props, words, &scope, &growth) }
            }
        </section>
    }
}

fn head(props: &ReportsProps, words: &Words) -> Html {
    let report =
        |action: ReportAction| props.send.reform(move |_: MouseEvent| Action::Report(action.clone()));
    html! {
        <div class="reports-head">
            <div>
                <h2 id="reports-heading">{ words.heading }</h2>
                <p class="muted small">{ words.lead }</p>
            </div>
            <div class="reports-tools">
                <button type="button" class="outlined" onclick={report(ReportAction::SaveReport)}><IconView icon={Icon::Save} />{ words.save }</button>
                <button type="button" class="outlined" onclick={report(ReportAction::Print)}><IconView icon={Icon::Note} />{ words.print }</button>
            </div>
        </div>
    }
}

/// The reports on what is chosen, or how to get them.
fn reported(
    props: &ReportsProps,
    words: &'static Words,
    (scope, growth): (&Scope, &Rc<Growth>),
    counts: &Option<Counts>,
    messages: u64,
    on_count: Callback<MouseEvent>,
) -> Html {
    let lang = props.lang;
    if props.reporting.subject == Subject::Picked && *scope == Scope::Deliveries(Vec::new()) {
        return html! { <p class="nothing muted">{ words.nothing_picked }</p> };
    }
    let Some(Counts { tally, parts }) = counts else {
        return html! {
            <div class="nothing">
                <p>{ text::reports::many_messages(lang, messages) }</p>
                <button type="button" class="primary" onclick={on_count}>{ words.count }</button>
            </div>
        };
    };
    html! {
        <div class="reported">
            <p class="report-standing" role="status">
                <strong>{ text::reports::standing(lang, tally.deliveries, tally.runs) }</strong>
                <span class="muted">{ words.as_of }{ " " }{ date_time(lang, props.shown) }</span>
            </p>
            { basis_switch(lang, props.reporting.basis, &props.send) }
            <div class="report-cards">
                { tables::summary(props, words, tally) }
                { tables::tracking(props, words, tally) }
                <article class="report-card is-wide" data-report="throughput">
                    <h3>{ words.reports[2] }</h3>
                    <p class="muted small">{ words.explained[2] }</p>
                    { chart(props, ChartId::Throughput, scope, growth, Html::default()) }
                </article>
                { tables::failures(props, words, tally, parts) }
                { tables::links(props, words, tally, parts) }
                { trap::panel(props, tally, parts) }
            </div>
        </div>
    }
}

/// The charts, those of the whole run first.
fn charts(props: &ReportsProps, words: &'static Words, scope: &Scope, growth: &Rc<Growth>) -> Html {
    let reporting = &props.reporting;
    let rows = |by_activity: bool, name: &'static str| {
        let action = ReportAction::RowsByActivity(by_activity);
        let onclick = props.send.reform(move |_: MouseEvent| Action::Report(action.clone()));
        html! {
            <button type="button" aria-pressed={(reporting.by_activity == by_activity).to_string()} {onclick}>{ name }</button>
        }
    };
    let switch = html! {
        <div class="segments" role="group" aria-label={words.rows}>
            { rows(false, words.by_delivery) }
            { rows(true, words.by_activity) }
        </div>
    };
    html! {
        <div class="charts">
            <h2>{ words.charts }</h2>
            { chart(props, ChartId::Runs, scope, growth, switch) }
            <div class="chart-pairs">
                { chart(props, ChartId::Deliveries, scope, growth, Html::default()) }
                { chart(props, ChartId::Logs, scope, growth, Html::default()) }
                { chart(props, ChartId::Rates, scope, growth, Html::default()) }
                { chart(props, ChartId::Hours, scope, growth, Html::default()) }
            </div>
        </div>
    }
}

fn chart(props: &ReportsProps, id: ChartId, scope: &Scope, growth: &Growth, switch: Html) -> Html {
    let reporting = &props.reporting;
    let chart = id.of(&Source {
        run: &props.run,
        growth,
        shown: props.shown,
        scope,
        basis: reporting.basis,
        by_delivery: !reporting.by_activity,
        lang: props.lang,
    });
    html! {
        <ChartView {id} {chart} is_table={reporting.is_table(id)} lang={props.lang} send={props.send.clone()}>
            { switch }
        </ChartView>
    }
}
