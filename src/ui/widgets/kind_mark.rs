//! The mark of a delivery activity: many cards for recurring, strata for continuous, in the hue of the branch.

use yew::prelude::*;

use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::scenario::activity::ActivityKind;
use crate::text::{Lang, activity};
use crate::ui::shell::icon::{Icon, IconView};

/// The kind of activity that made a delivery.
pub fn kind_of(run: &RunLog, delivery: DeliveryIdx) -> ActivityKind {
    let row = run.record().deliveries.get(delivery);
    let step = row.and_then(|row| run.plan().steps.get(row.step));
    step.map_or(ActivityKind::RecurringDelivery, |step| step.work.kind())
}

/// The class that gives the hue of a branch.
pub const fn hue(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::ContinuousDelivery => "con",
        _ => "rec",
    }
}

/// The mark, with the kind in words for those who do not see it.
pub fn kind_mark(lang: Lang, kind: ActivityKind) -> Html {
    html! {
        <span class={classes!("kind-mark", hue(kind))} title={activity::name(lang, kind)}>
            <IconView icon={Icon::Activity(kind)} />
            <span class="visually-hidden">{ activity::name(lang, kind) }</span>
        </span>
    }
}
