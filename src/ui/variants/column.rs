//! One variant: how many deliveries, as cards or as one that grows, and where their log rows point to.

use std::rc::Rc;

use yew::prelude::*;

use super::key_tables::KeyTables;
use crate::app::action::Action;
use crate::app::variants::VariantAction;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::series::Series;
use crate::scenario::activity::ActivityKind;
use crate::scenario::variant::Variant;
use crate::text::format::number;
use crate::text::variants as words;
use crate::text::{self, Lang};
use crate::ui::comparison::{self, ComparisonProps};
use crate::ui::shared::Shared;

/// Props of a column.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ColumnProps {
    /// The variant.
    pub(super) variant: Variant,
    /// Its run.
    pub(super) run: Shared<RunLog>,
    /// The delivery activity it is about.
    pub(super) followed: Rc<str>,
    /// The moment shown.
    pub(super) shown: SimTime,
    /// The delivery whose rows are looked at.
    pub(super) picked: Option<DeliveryIdx>,
    /// Whether it is the scenario as it is.
    pub(super) is_present: bool,
    /// Whether the player plays.
    pub(super) is_playing: bool,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The column.
#[component]
pub(super) fn Column(props: &ColumnProps) -> Html {
    let variant = props.variant;
    // A card opens its rows here; the delivery list knows the deliveries of the scenario itself alone.
    let send = use_callback((variant, props.send.clone()), |action, (variant, send)| match action {
        Action::ChooseDelivery(delivery) => {
            let picked = delivery.map(|delivery| (*variant, delivery));
            send.emit(Action::Variant(VariantAction::Pick(picked)));
        }
        other => send.emit(other),
    });
    let on_newest = props.send.reform(|()| Action::Variant(VariantAction::Pick(None)));
    let (lang, words) = (props.lang, words::of(props.lang));
    let name = words::name(lang, variant);
    let sides = Series::all(&props.run, props.shown);
    let own = |series: &Series| *props.run.plan().steps[series.step].name == *props.followed;
    let Some(series) = sides.into_iter().find(own).map(Rc::new) else {
        return html! {
            <section class="side variant is-not" aria-label={name}>
                <h3 class="variant-name">{ name }</h3>
                <p class="variant-notice">{ words.no_step }</p>
            </section>
        };
    };
    let hue = if series.kind == ActivityKind::RecurringDelivery { "is-rec" } else { "is-con" };
    let panel = ComparisonProps {
        run: props.run.clone(),
        shown: props.shown,
        delivery: props.picked,
        said: Default::default(),
        hides_future: false,
        pointed: None,
        is_compact: false,
        is_playing: props.is_playing,
        lang,
        send,
    };
    let picked = props.picked.filter(|delivery| series.made().contains(delivery));
    html! {
        <section class={classes!("side", "variant", hue)} aria-label={name} data-variant={variant_name(variant)}>
            <header class="side-head">
                <h3 class="variant-name">
                    { name }
                    if props.is_present && variant != Variant::AsItIs {
                        { " " }<span class="variant-present">{ words.present }</span>
                    }
                </h3>
                <p class="headline">
                    <b>{ number(lang, series.made as u64) }</b>
                    { " " }
                    <span>{ text::comparison::headline(lang, series.kind, series.made) }</span>
                </p>
            </header>
            { comparison::deliveries(&panel, &series) }
            <KeyTables {name} run={props.run.clone()} step={series.step} shown={props.shown} {picked} {lang} {on_newest} />
        </section>
    }
}

/// How style sheets and tests know a variant.
const fn variant_name(variant: Variant) -> &'static str {
    match variant {
        Variant::AsItIs => "as-it-is",
        Variant::Recurring => "recurring",
        Variant::Continuous => "continuous",
        Variant::Weekly => "weekly",
        Variant::Monthly => "monthly",
        Variant::ShortHistory => "short-history",
        Variant::EndlessHistory => "endless-history",
    }
}
