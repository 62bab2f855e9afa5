//! The life of a delivery: made, analysed, approved, sent, fed back, and steered by hand (`delivery-analysis` page).

mod analysis;
mod approval;
mod control;
mod quarantine;
mod sending;
mod typology;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use super::record::{
    Batch, BatchIdx, Delivery, DeliveryFact, DeliveryIdx, DeliveryState, Exclusion, ExclusionReason, What,
};
use super::task::Turn;
use super::world::World;
use crate::base::kept_set::KeptSet;
use crate::base::people_set::PeopleSet;
use crate::base::time::{SimSpan, SimTime};
use crate::plan::StepIdx;
use crate::plan::sending::Properties;
use crate::scenario::activity::sending::Channel;
use crate::scenario::creative::Creative;

pub(super) use control::{newest, steer};
pub(super) use quarantine::Bounces;
pub(super) use sending::is_stopped;

/// What deliveries of the run wait for, and which addresses are in quarantine.
#[derive(Debug, Default)]
pub(super) struct Sending {
    /// Runs that are analysed, not sent and not cancelled, with what they wait for.
    waits: BTreeMap<BatchIdx, Wait>,
    /// Runs whose analysis gave a warning.
    warned: BTreeSet<BatchIdx>,
    /// The run that was analysed just now and is started at once, with who has a message in it.
    pub analysed: Option<(BatchIdx, Rc<PeopleSet>)>,
    /// Runs whose messages are to be drawn next.
    pub to_draw: VecDeque<BatchIdx>,
    /// Bounced addresses.
    feedback: quarantine::Feedbacks,
    /// Messages under a capacity rule, by day of contact.
    capacity_used: BTreeMap<i64, u64>,
    /// The longest time between an analysis and its contact date.
    longest_wait: SimSpan,
}

/// What an analysed run waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wait {
    /// Another activity or a person who starts it.
    Start,
    /// The approvals of the campaign.
    Approval,
    /// Nothing: nobody approved it in time.
    ApprovalOver,
    /// *Confirm delivery*.
    Confirmation,
    /// Its contact date, or *Jobs on deliveries*.
    Contact,
    /// Somebody who takes it up again.
    Paused,
}

/// What is due in the life of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Due {
    /// The contact date of a run.
    Contact(BatchIdx),
    /// The end of the days in which operators may approve.
    ApprovalEnd(BatchIdx),
    /// The cleanup after the end of the validity.
    Expiry(BatchIdx),
}

/// What follows an analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    /// *Prepare*: nothing, until somebody starts it.
    Wait,
    /// *Prepare and start*.
    Start,
}

/// What a new row of `nms:delivery` starts with.
pub(super) struct NewDelivery {
    pub label: Rc<str>,
    pub code: Rc<str>,
    pub creative: Rc<Creative>,
    pub properties: Rc<Properties>,
}

/// Makes a delivery.
pub(super) fn create(world: &mut World, turn: Turn, new: NewDelivery) -> DeliveryIdx {
    let Turn { at, step, .. } = turn;
    let delivery = world.record.deliveries.len();
    let NewDelivery { label, code, creative, properties } = new;
    let (target, batches) = (None, Vec::new());
    let row = Delivery { step, label, code, created_at: at, creative, properties, target, batches };
    world.record.deliveries.push(row);
    world.memories[step].deliveries.push(delivery);
    world.note(at, Some(step), What::DeliveryCreated { delivery });
    delivery
}

/// Analyses a target for a delivery and goes on as asked; returns who has a message.
///
/// The broadLog rows exist from the analysis on (`data-model-description` page).
pub(super) fn analyse(
    world: &mut World,
    turn: Turn,
    delivery: DeliveryIdx,
    target: Rc<PeopleSet>,
    then: Then,
) -> Rc<PeopleSet> {
    let at = turn.at;
    let row = &world.record.deliveries[delivery];
    let (properties, creative, step) = (row.properties.clone(), row.creative.clone(), row.step);
    let warnings = typology::warnings(&properties, &creative);
    for warning in &warnings {
        world.note(at, Some(turn.step), What::Delivery(DeliveryFact::Warned { delivery, warning: *warning }));
    }
    let contact_date = at + SimSpan::from_hours(properties.postponed_hours.into());
    let occurrence = world.memories[step].occurrences;
    world.memories[step].occurrences += 1;
    let key = world.plan.steps[step].key.with(occurrence.into());
    let analysed = analysis::of(world, turn, &properties, contact_date, key, target);
    let to_deliver = analysed.to_deliver.clone();
    let number = world.record.batches.len();
    let before = world.record.batches.iter().rev().find(|batch| batch.step == step);
    let exclusions = kept(analysed.exclusions, before);
    let batch = Batch {
        delivery,
        step,
        occurrence,
        at,
        key,
        channel: properties.channel,
        to_deliver: KeptSet::of(analysed.to_deliver, before.map(|before| &before.to_deliver)),
        text_format: match properties.channel {
            Channel::Email => Rc::clone(world.people.text_format()),
            Channel::Sms | Channel::DirectMail => Rc::default(),
        },
        exclusions,
        contact_date,
        sent_at: None,
        cancelled_at: None,
        states: Vec::with_capacity(1),
        retry_hours: 1,
        failed: 0,
        first_broad_log: world.next_broad_log,
        first_tracking_log: world.next_tracking_log,
        curve: super::curve::Curve::default(),
        digest: 0,
    };
    world.next_broad_log += to_deliver.len();
    world.record.batches.push(batch);
    let row = &mut world.record.deliveries[delivery];
    row.batches.push(number);
    row.target = None;
    let sending = &mut world.sending;
    sending.longest_wait = sending.longest_wait.max(contact_date - at);
    if !warnings.is_empty() {
        sending.warned.insert(number);
    }
    if then == Then::Wait || !approval::starts_at_once(world, at, number) {
        world.note(at, Some(turn.step), What::Delivery(DeliveryFact::Prepared { batch: number }));
    }
    match then {
        Then::Wait => world.hold(at, number, Wait::Start, DeliveryState::Prepared),
        Then::Start => {
            world.sending.analysed = Some((number, to_deliver.clone()));
            approval::start(world, at, turn.step, number);
            world.sending.analysed = None;
        }
    }
    to_deliver
}

/// Everyone left out by reason, beside those whom the run `before` left out.
fn kept(by_reason: Vec<(ExclusionReason, PeopleSet)>, before: Option<&Batch>) -> Vec<Exclusion> {
    let earlier = |reason| before?.exclusions.iter().find(|exclusion| exclusion.reason == reason);
    let exclusions = by_reason.into_iter().map(|(reason, people)| {
        let earlier = earlier(reason).map(|exclusion| &exclusion.people);
        Exclusion { reason, people: KeptSet::of(Rc::new(people), earlier) }
    });
    exclusions.collect()
}

impl World {
    /// Something is due in the life of a delivery.
    pub(super) fn deliver_due(&mut self, at: SimTime, due: Due) {
        match due {
            Due::Contact(batch) => approval::contact(self, at, batch),
            Due::ApprovalEnd(batch) => approval::end(self, at, batch),
            Due::Expiry(batch) => sending::expire(self, at, batch),
        }
    }

    /// A run waits from now on, in this state.
    fn hold(&mut self, at: SimTime, batch: BatchIdx, wait: Wait, state: DeliveryState) {
        self.sending.waits.insert(batch, wait);
        self.record.batches[batch].states.push((at, state));
    }

    fn note_delivery(&mut self, at: SimTime, step: StepIdx, fact: DeliveryFact) {
        self.note(at, Some(step), What::Delivery(fact));
    }
}
