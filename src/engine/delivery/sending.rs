//! Sending begins, is held, goes on, is stopped, or ends with the validity (`send` and `delivery-failures` pages).

use super::{Due, Wait};
use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::engine::curve::Curve;
use crate::engine::fate::MOST_RETRY_HOURS;
use crate::engine::probe::Rule;
use crate::engine::record::{BatchIdx, DeliveryFact, DeliveryIdx, DeliveryState, What};
use crate::engine::task::Turn;
use crate::engine::world::{Event, World};
use crate::plan::StepIdx;

/// The time of day at which the cleanup runs (`technical-workflows` page).
const CLEANUP_HOUR: i64 = 4;

/// The run is sent from now on. While its delivery is paused, it is held with it.
///
/// Assumption: a run that a continuous delivery adds to a paused delivery is held too.
pub(super) fn begin(world: &mut World, at: SimTime, step: StepIdx, batch: BatchIdx) {
    let delivery = world.record.batches[batch].delivery;
    let is_held = |(other, wait): (&BatchIdx, &Wait)| {
        *wait == Wait::Paused && world.record.batches[*other].delivery == delivery
    };
    if world.sending.waits.iter().any(is_held) {
        world.hold(at, batch, Wait::Paused, DeliveryState::Paused);
        let held = world.record.batches[batch].to_deliver.len();
        world.note_delivery(at, step, DeliveryFact::Paused { delivery, held });
        queue_expiry(world, batch);
        return;
    }
    resume(world, at, batch);
    note_sent(world, at, step, batch);
}

/// The sending of a run has begun for the first time.
fn note_sent(world: &mut World, at: SimTime, step: StepIdx, batch: BatchIdx) {
    if world.probe.is_some() {
        let people = world.record.batches[batch].to_deliver.set();
        // Nobody is dropped any more; the verdict is that the message is on its way.
        let turn = Turn { at, step, task: world.record.tasks.len().saturating_sub(1) };
        world.judged(turn, Rule::Sent, Some(&people), &people);
    }
    world.note(at, Some(step), What::Sent { batch });
}

/// The messages go out.
fn resume(world: &mut World, at: SimTime, batch: BatchIdx) {
    world.sending.waits.remove(&batch);
    let row = &mut world.record.batches[batch];
    let validity = SimSpan::from_days(world.record.deliveries[row.delivery].properties.validity_days.into());
    let hours = (row.contact_date + validity - at).secs() / 3_600;
    row.retry_hours = u32::try_from(hours).unwrap_or(1).clamp(1, MOST_RETRY_HOURS);
    row.sent_at = Some(at);
    row.states.push((at, DeliveryState::InProgress));
    row.first_tracking_log = world.next_tracking_log;
    world.begin_drawing(batch);
}

/// *Pause* on a delivery: what is not handed over yet is held. Tells whether there was anything.
pub(super) fn pause(world: &mut World, at: SimTime, step: StepIdx, delivery: DeliveryIdx) -> bool {
    let mut held = None;
    for batch in world.record.deliveries[delivery].batches.clone() {
        let state = world.record.batches[batch].state_at(at);
        if matches!(state, DeliveryState::InProgress | DeliveryState::StartPending) {
            take_back(world, batch);
            world.hold(at, batch, Wait::Paused, DeliveryState::Paused);
            queue_expiry(world, batch);
            held = Some(held.unwrap_or(0) + world.record.batches[batch].to_deliver.len());
        }
    }
    if let Some(held) = held {
        world.note_delivery(at, step, DeliveryFact::Paused { delivery, held });
    }
    held.is_some()
}

/// A paused delivery is taken up. Tells whether it was paused. A run that was held before any of it was sent is sent
/// for the first time then.
pub(super) fn take_up(world: &mut World, at: SimTime, step: StepIdx, delivery: DeliveryIdx) -> bool {
    let batches = world.record.deliveries[delivery].batches.clone();
    let is_paused = |batch: &BatchIdx| world.sending.waits.get(batch) == Some(&Wait::Paused);
    let paused: Vec<BatchIdx> = batches.into_iter().filter(is_paused).collect();
    if !paused.is_empty() {
        world.note_delivery(at, step, DeliveryFact::Resumed { delivery });
    }
    for batch in &paused {
        let is_first = !world.record.batches[*batch].was_in_progress();
        resume(world, at, *batch);
        if is_first {
            note_sent(world, at, step, *batch);
        }
    }
    !paused.is_empty()
}

/// *Stop* on a delivery: what is pending is cancelled; the workflow and later runs go on (`recurring-delivery`
/// page). Tells whether there was anything to stop.
pub(super) fn stop(world: &mut World, at: SimTime, step: StepIdx, delivery: DeliveryIdx) -> bool {
    let mut cancelled = None;
    for batch in world.record.deliveries[delivery].batches.clone() {
        let state = world.record.batches[batch].state_at(at);
        if !matches!(state, DeliveryState::Finished | DeliveryState::Stopped) {
            take_back(world, batch);
            cancelled = Some(cancelled.unwrap_or(0) + cancel(world, at, batch, DeliveryState::Stopped));
        }
    }
    if let Some(cancelled) = cancelled {
        world.note_delivery(at, step, DeliveryFact::Stopped { delivery, cancelled });
    }
    cancelled.is_some()
}

/// Whether the newest run of a delivery was stopped.
pub(in crate::engine) fn is_stopped(world: &World, delivery: DeliveryIdx, at: SimTime) -> bool {
    let newest = world.record.deliveries[delivery].batches.last();
    newest.is_some_and(|batch| world.record.batches[*batch].state_at(at) == DeliveryState::Stopped)
}

/// After the validity the cleanup cancels what is pending and finishes the delivery
/// (`database-cleanup-workflow` page).
///
/// Assumption: it does so even where the lab is set to purge no logs.
pub(super) fn expire(world: &mut World, at: SimTime, batch: BatchIdx) {
    if matches!(world.sending.waits.get(&batch), Some(Wait::Contact | Wait::Paused)) {
        let cancelled = cancel(world, at, batch, DeliveryState::Finished);
        let row = &world.record.batches[batch];
        let (step, delivery) = (row.step, row.delivery);
        world.note_delivery(at, step, DeliveryFact::Expired { delivery, cancelled });
    }
}

/// The cleanup will look at the run once its validity is over.
pub(super) fn queue_expiry(world: &mut World, batch: BatchIdx) {
    let row = &world.record.batches[batch];
    let days = world.record.deliveries[row.delivery].properties.validity_days;
    let end = row.contact_date + SimSpan::from_days(days.into());
    let shift = SimSpan::from_hours(CLEANUP_HOUR);
    let day = (end - shift + SimSpan::from_secs(DAY_SECS - 1)).day_number();
    let cleanup = SimTime::from_secs(day.saturating_mul(DAY_SECS)) + shift;
    world.queue.push(cleanup, Event::Delivery(Due::Expiry(batch)));
}

/// Undoes a sending of which nothing is handed over yet.
fn take_back(world: &mut World, batch: BatchIdx) {
    world.forget_feedback(batch);
    world.sending.waits.remove(&batch);
    let row = &mut world.record.batches[batch];
    (row.sent_at, row.failed, row.digest, row.curve) = (None, 0, 0, Curve::default());
}

fn cancel(world: &mut World, at: SimTime, batch: BatchIdx, state: DeliveryState) -> u64 {
    world.sending.waits.remove(&batch);
    let row = &mut world.record.batches[batch];
    row.cancelled_at = Some(at);
    row.states.push((at, state));
    row.to_deliver.len()
}
