//! The forms of the two delivery activities and their creative editor.

pub mod continuous;
pub mod creative;
pub mod draft;
pub mod recurring;
pub mod template;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use super::parts::{Toggle, switch};
use super::pen::Pen;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::scenario::activity::ActivityKind;
use crate::scenario::edit::Edit;
use crate::text::inspector::delivery as words;
use crate::ui::shared::Shared;

/// A delivery activity being edited.
#[derive(Clone)]
pub struct Delivering {
    /// Where edits go.
    pub pen: Pen,
    /// The activity.
    pub activity: Rc<str>,
    /// The scenario it is in.
    pub scenario: Shared<Scenario>,
    /// The run.
    pub run: Option<Shared<RunLog>>,
    /// The moment shown.
    pub shown: SimTime,
}

/// How many deliveries the activity has made until the moment shown; the one bold thing of the panel.
fn made_line(delivering: &Delivering) -> Html {
    let Some(run) = &delivering.run else { return Html::default() };
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
fn kind_switch(delivering: &Delivering, kind: ActivityKind) -> Html {
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
