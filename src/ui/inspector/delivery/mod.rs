//! The forms of the activities that make or steer deliveries, and the creative editor.

#[cfg(test)]
mod asking;
pub mod blocks;
pub mod channel;
pub mod continuous;
pub mod control;
pub mod creative;
pub mod draft;
mod editing;
pub mod fields;
pub mod plain;
pub mod preview;
pub mod properties;
pub mod reader;
pub mod recurring;
pub mod script;
pub mod template;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use super::InspectorProps;
use super::parts::{Toggle, switch};
use super::pen::Pen;
use crate::base::time::SimTime;
use crate::scenario::Scenario;
use crate::scenario::activity::ActivityKind;
use crate::scenario::edit::Edit;
use crate::text::inspector::delivery as words;
use crate::ui::shared::Shared;

/// A delivery activity being edited.
#[derive(Clone)]
pub struct Delivering<'p> {
    /// The panel.
    pub props: &'p InspectorProps,
    /// Where edits go.
    pub pen: Pen,
    /// The activity.
    pub activity: Rc<str>,
    /// The scenario it is in.
    pub scenario: Shared<Scenario>,
    /// The moment shown.
    pub shown: SimTime,
}

/// How many deliveries the activity has made until the moment shown; the one bold thing of the panel.
fn made_line(delivering: &Delivering<'_>) -> Html {
    let Some(run) = &delivering.props.run else { return Html::default() };
    let Some(step) = run.plan().step_named(&delivering.activity) else { return Html::default() };
    let until = run.deliveries_until(delivering.shown);
    let made = run.record().deliveries.iter().take(until).filter(|row| row.step == step).count() as u64;
    let lang = delivering.pen.lang;
    html! {
        <p class="ins-count">
            <b class="ins-summary">{ words::made(lang, made) }</b>{ " " }
            <span>{ words::made_until(lang, made, delivering.shown) }</span>
        </p>
    }
}

/// The switch between the two kinds, with what the present one means.
fn kind_switch(delivering: &Delivering<'_>, kind: ActivityKind) -> Html {
    let words = words::of(delivering.pen.lang);
    let edit = |kind| Edit::SetDeliveryKind { activity: delivering.activity.to_string(), kind };
    let is_recurring = kind == ActivityKind::RecurringDelivery;
    let sides = vec![
        Toggle::new(words.recurring, is_recurring, edit(ActivityKind::RecurringDelivery)),
        Toggle::new(words.continuous, !is_recurring, edit(ActivityKind::ContinuousDelivery)),
    ];
    let means = if is_recurring { words.recurring_means } else { words.continuous_means };
    html! {
        <>
            { switch(&delivering.pen, words.kind, sides) }
            <p class="ins-hint">{ means }</p>
        </>
    }
}
