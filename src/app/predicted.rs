//! What was predicted, so that it stays drawn beside what comes.

use std::rc::Rc;

use super::state::AppState;
use crate::base::time::SimTime;
use crate::lesson::course::goal::{Count, Counted, Quantity, Which};
use crate::lesson::course::question::Answer;
use crate::log::RunLog;
use crate::plan::StepIdx;
use crate::scenario::activity::ActivityKind;

/// A number that was predicted of a delivery activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The activity.
    pub step: StepIdx,
    /// Of what it is the number.
    pub what: SaidOf,
    /// The number.
    pub number: u64,
    /// When the run came to it, as the engine has it; none where it never does.
    pub reached: Option<SimTime>,
}

/// What was predicted of an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidOf {
    /// Its deliveries.
    Deliveries,
    /// Its runs with recipients.
    Batches,
}

/// Everything that was predicted and can be drawn: nothing before it is locked.
pub fn said(state: &AppState) -> Rc<[Said]> {
    find(state).unwrap_or_default().into()
}

fn find(state: &AppState) -> Option<Vec<Said>> {
    if !state.learning.is_in_lesson() || !state.has_figures() {
        return None;
    }
    let (step, _) = state.learning.step()?;
    let crate::lesson::course::step::Task::Predict { question } = &step.task else { return None };
    let given = state.learning.study.as_ref()?.stage.given()?;
    let Answer::Numbers(numbers) = &given.answer else { return None };
    let run = state.outcome.log.as_deref()?;
    let of = question.fields.iter().zip(numbers);
    Some(of.filter_map(|(field, number)| one(run, &field.answer, *number)).collect())
}

fn one(run: &RunLog, asked: &Quantity, number: u64) -> Option<Said> {
    let Quantity::Counted(Counted { what, of, until: None, delivery: None }) = asked else { return None };
    let what = match what {
        Count::Deliveries => SaidOf::Deliveries,
        Count::Batches => SaidOf::Batches,
        _ => return None,
    };
    let mut meant = (0..run.plan().steps.len()).filter(|step| is_meant(run, *step, of));
    // A number of several activities together has no place at one of them.
    let (step, None) = (meant.next()?, meant.next()) else { return None };
    let place = usize::try_from(number.checked_sub(1)?).ok()?;
    let record = run.record();
    let mut own = record.deliveries.iter().enumerate().filter(|(_, delivery)| delivery.step == step);
    let reached = match what {
        SaidOf::Deliveries => own.nth(place).map(|(_, delivery)| delivery.created_at),
        SaidOf::Batches => {
            let own: Vec<_> = own.map(|(place, _)| place).collect();
            let batches = record.batches.iter().filter(|batch| own.contains(&batch.delivery));
            batches.filter(|batch| !batch.to_deliver.is_empty()).nth(place).map(|batch| batch.at)
        }
    };
    Some(Said { step, what, number, reached })
}

fn is_meant(run: &RunLog, step: StepIdx, which: &Which) -> bool {
    let Some(own) = run.plan().steps.get(step) else { return false };
    let kind = own.work.kind();
    matches!(kind, ActivityKind::RecurringDelivery | ActivityKind::ContinuousDelivery)
        && which.kind.is_none_or(|wanted| wanted == kind)
        && which.name.as_deref().is_none_or(|name| name == &*own.name)
}
