//! Many small cards beside one that grows: the deliveries of each delivery activity.

mod grid;
mod growing;
mod newest;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use self::grid::InstanceGrid;
use self::growing::GrowingCards;
use crate::app::action::Action;
use crate::app::predicted::{Said, SaidOf};
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::indicators::Scope;
use crate::log::provenance::Counted;
use crate::log::series::Series;
use crate::scenario::activity::ActivityKind;
use crate::text::format::number;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::widgets::figure::figure;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The delivery whose logs are open.
    pub delivery: Option<DeliveryIdx>,
    /// Whether only the headlines are wanted.
    pub is_compact: bool,
    /// Whether the player plays, so that what is new comes in with a movement.
    #[prop_or_default]
    pub is_playing: bool,
    /// What was predicted, which stays drawn.
    #[prop_or_default]
    pub said: Rc<[Said]>,
    /// Whether what is to come stays hidden.
    #[prop_or_default]
    pub hides_future: bool,
    /// The activity that a learner was led to.
    #[prop_or_default]
    pub pointed: Option<AttrValue>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// Props of the deliveries of one activity.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SideProps {
    /// The panel's.
    pub(super) panel: ComparisonProps,
    /// The deliveries.
    pub(super) series: Rc<Series>,
}

/// The panel.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let words = text::comparison::of(props.lang);
    let sides = Series::all(&props.run, props.shown);
    let class = classes!(
        "comparison",
        props.is_compact.then_some("is-compact"),
        props.is_playing.then_some("is-playing")
    );
    html! {
        <section {class} aria-label={words.panel}>
            { for sides.into_iter().map(|series| side(props, Rc::new(series))) }
        </section>
    }
}

fn side(props: &ComparisonProps, series: Rc<Series>) -> Html {
    let words = text::comparison::of(props.lang);
    let step = &props.run.plan().steps[series.step];
    let is_recurring = series.kind == ActivityKind::RecurringDelivery;
    let (hue, kind) = if is_recurring { ("is-rec", words.recurring) } else { ("is-con", words.continuous) };
    let is_pointed = props.pointed.as_deref() == Some(&*step.name);
    let label = if step.label.is_empty() { "–" } else { &*step.label };
    html! {
        <section key={&*step.name} class={classes!("side", hue, is_pointed.then_some("is-pointed"))}>
            if is_pointed {
                <p class="pointed-here">{ text::course::panel::of(props.lang).here }</p>
            }
            <header class="side-head">
                <h2 class="eyebrow">{ format!("{kind} · {label}") }</h2>
                <p class="headline">
                    <b>{ number(props.lang, series.made as u64) }</b>
                    { " " }
                    <span>{ text::comparison::headline(props.lang, series.kind, series.made) }</span>
                    { you_said(props, &series, SaidOf::Deliveries) }
                </p>
            </header>
            if !props.is_compact {
                { deliveries(props, &series) }
                { newest::table(props, &series) }
            }
            { figures(props, &series) }
        </section>
    }
}

/// What was predicted of an activity.
pub(super) fn said_of(props: &ComparisonProps, series: &Series, what: SaidOf) -> Option<u64> {
    let own = props.said.iter().find(|said| said.step == series.step && said.what == what);
    own.map(|said| said.number)
}

/// The predicted number as a dashed mark beside what came.
pub(super) fn you_said(props: &ComparisonProps, series: &Series, what: SaidOf) -> Html {
    let number = said_of(props, series, what);
    number.map_or_else(Html::default, |number| {
        html! { <span class="you-said">{ text::course::panel::said(props.lang, number) }</span> }
    })
}

/// Opens the logs of a delivery, or closes them where they are open.
fn open(props: &SideProps, delivery: DeliveryIdx) -> Callback<MouseEvent> {
    let next = (props.panel.delivery != Some(delivery)).then_some(delivery);
    props.panel.send.reform(move |_: MouseEvent| Action::ChooseDelivery(next))
}

/// The deliveries of an activity: many small cards, or one that grows.
pub(in crate::ui) fn deliveries(props: &ComparisonProps, series: &Rc<Series>) -> Html {
    if series.kind == ActivityKind::RecurringDelivery {
        html! { <InstanceGrid panel={props.clone()} series={series.clone()} /> }
    } else {
        html! { <GrowingCards panel={props.clone()} series={series.clone()} /> }
    }
}

fn figures(props: &ComparisonProps, series: &Series) -> Html {
    let words = text::comparison::of(props.lang);
    let figures = props.run.figures_of_step(series.step, props.shown);
    let urls = props.run.tracked_urls_of_step(series.step, props.shown);
    let is_recurring = series.kind == ActivityKind::RecurringDelivery;
    let scope = Scope::Step(series.step);
    let rows = |counted, count| figure(props.lang, &scope, counted, count, &props.send);
    let pairs = [
        (words.broad_log, rows(Counted::BroadLogs, figures.broad_logs)),
        (words.tracking, rows(Counted::TrackingLogs, figures.tracking_logs)),
        (words.urls, html! { number(props.lang, urls) }),
        (words.template, Html::from(if is_recurring { words.own_copy } else { words.shared })),
    ];
    html! {
        <dl class="totals">
            { for pairs.into_iter().map(|(name, value)| html! {
                <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div>
            }) }
        </dl>
    }
}
