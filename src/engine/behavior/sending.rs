//! Delivery, Delivery control and the channels' deliveries (`delivery`, `delivery-control` and
//! `cross-channel-deliveries` pages).

use std::rc::Rc;

use super::continuous::computed;
use crate::base::people_set::PeopleSet;
use crate::engine::delivery::{self, NewDelivery, Then, newest, steer};
use crate::engine::parcel::Parcel;
use crate::engine::record::{DeliveryFact, DeliveryIdx, Refused, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::TemplateIdx;
use crate::plan::sending::{DeliveryStep, Properties, Sending, Which};
use crate::scenario::activity::sending::{ControlAction, DeliveryAction};
use crate::scenario::creative::Creative;
use crate::scenario::intervention::TaskError;

/// One task.
pub(super) fn execute(world: &mut World, turn: Turn, work: &Sending, parcel: &Parcel) -> Outcome {
    let done = match work {
        Sending::Channel { creative, properties } => {
            channel(world, turn, creative.clone(), properties, parcel)
        }
        Sending::Delivery(settings) => deliver(world, turn, settings, parcel),
        Sending::Control(step, action) => {
            let named = step.map_or(parcel.delivery, |step| newest(world, step));
            control(world, turn, named, *action, parcel)
        }
    };
    match done {
        Ok(passed) => Outcome::passes(passed),
        // A fault of configuration, which *Process errors* does not catch.
        Err(refused) => {
            world.note(turn.at, Some(turn.step), What::Delivery(DeliveryFact::Refused(refused)));
            Outcome::Fails(TaskError::Database)
        }
    }
}

/// One object, executed once: in a final state it cannot be used again (`gs-message` page).
///
/// Assumption: the second activation is an error.
fn channel(
    world: &mut World,
    turn: Turn,
    creative: Rc<Creative>,
    properties: &Rc<Properties>,
    parcel: &Parcel,
) -> Result<Parcel, Refused> {
    if let Some(delivery) = newest(world, turn.step) {
        return Err(Refused::NotReusable(delivery));
    }
    let creative = world.memories[turn.step].creative.clone().unwrap_or(creative);
    let delivery = make(world, turn, creative, properties.clone(), None);
    let sent = delivery::analyse(world, turn, delivery, parcel.population(), Then::Start);
    Ok(Parcel { delivery: Some(delivery), ..parcel.with_people(sent) })
}

/// Delivery control; the event passes on with its population.
fn control(
    world: &mut World,
    turn: Turn,
    delivery: Option<DeliveryIdx>,
    action: ControlAction,
    parcel: &Parcel,
) -> Result<Parcel, Refused> {
    let delivery = delivery.ok_or(Refused::NoDelivery)?;
    steer(world, turn, delivery, action);
    Ok(Parcel { delivery: Some(delivery), ..parcel.clone() })
}

/// Delivery: which one, for whom, with what content, and how far it goes.
fn deliver(
    world: &mut World,
    turn: Turn,
    settings: &DeliveryStep,
    parcel: &Parcel,
) -> Result<Parcel, Refused> {
    let content = if settings.takes_content {
        let named = parcel.delivery.ok_or(Refused::NoDelivery)?;
        Some(world.record.deliveries[named].creative.clone())
    } else {
        None
    };
    let delivery = which(world, turn, &settings.which, content, parcel)?;
    let target = match &settings.recipients {
        Some(selector) => {
            let wall = world.wall(turn);
            Rc::new(world.people.select(selector, wall))
        }
        None => parcel.population(),
    };
    let reached = act(world, turn, delivery, settings.action, target)?;
    let people = Some(reached).filter(|_| !settings.without_target);
    Ok(Parcel { delivery: Some(delivery), people, ..parcel.clone() })
}

/// The delivery that the activity works on; made if there is none yet.
fn which(
    world: &mut World,
    turn: Turn,
    which: &Which,
    content: Option<Rc<Creative>>,
    parcel: &Parcel,
) -> Result<DeliveryIdx, Refused> {
    match which {
        Which::FromTransition => parcel.delivery.ok_or(Refused::NoDelivery),
        Which::Explicit(creative, properties) => Ok(match newest(world, turn.step) {
            Some(delivery) => delivery,
            None => {
                let own = world.memories[turn.step].creative.clone();
                let creative = content.or(own).unwrap_or_else(|| creative.clone());
                make(world, turn, creative, properties.clone(), None)
            }
        }),
        Which::Computed(template, pattern) => {
            let label = computed(pattern, world.wall(turn));
            let made = world.memories[turn.step].deliveries.iter().rev().copied();
            let known = made.into_iter().find(|delivery| world.record.deliveries[*delivery].label == label);
            Ok(known.unwrap_or_else(|| from_template(world, turn, *template, content, Some(label))))
        }
        Which::New(template) => Ok(from_template(world, turn, *template, content, None)),
    }
}

/// Goes as far as the action says; returns whom the outbound transition carries.
fn act(
    world: &mut World,
    turn: Turn,
    delivery: DeliveryIdx,
    action: DeliveryAction,
    target: Rc<PeopleSet>,
) -> Result<Rc<PeopleSet>, Refused> {
    let note = |world: &mut World, fact| world.note(turn.at, Some(turn.step), What::Delivery(fact));
    let analysed = world.record.deliveries[delivery].batches.last().copied();
    match (action, analysed) {
        (DeliveryAction::SendProof, _) => {
            note(world, DeliveryFact::ProofSent { delivery: Some(delivery) });
            Ok(target)
        }
        (_, Some(batch)) if !world.record.batches[batch].is_open() => Err(Refused::NotReusable(delivery)),
        // It is prepared already; what is left is to start it.
        (DeliveryAction::PrepareAndStart, Some(batch)) => {
            let to_deliver = world.record.batches[batch].to_deliver.set();
            steer(world, turn, delivery, ControlAction::Start);
            Ok(to_deliver)
        }
        (_, Some(batch)) => {
            note(world, DeliveryFact::Skipped { delivery });
            Ok(world.record.batches[batch].to_deliver.set())
        }
        (DeliveryAction::Save, None) => {
            world.record.deliveries[delivery].target = Some(target.clone());
            Ok(target)
        }
        (DeliveryAction::EstimateTarget, None) => {
            note(world, DeliveryFact::Estimated { delivery, count: target.len() });
            world.record.deliveries[delivery].target = Some(target.clone());
            Ok(target)
        }
        (DeliveryAction::Prepare, None) => Ok(delivery::analyse(world, turn, delivery, target, Then::Wait)),
        (DeliveryAction::PrepareAndStart, None) => {
            Ok(delivery::analyse(world, turn, delivery, target, Then::Start))
        }
    }
}

fn from_template(
    world: &mut World,
    turn: Turn,
    template: TemplateIdx,
    content: Option<Rc<Creative>>,
    label: Option<Rc<str>>,
) -> DeliveryIdx {
    let creative = content.unwrap_or_else(|| world.templates[template].clone());
    let row = &world.plan.templates[template];
    let (properties, script) = (row.properties.clone(), row.computed_label.clone());
    let label = label.or_else(|| script.map(|pattern| computed(&pattern, world.wall(turn))));
    make(world, turn, creative, properties, label)
}

fn make(
    world: &mut World,
    turn: Turn,
    creative: Rc<Creative>,
    properties: Rc<Properties>,
    label: Option<Rc<str>>,
) -> DeliveryIdx {
    let label = label.unwrap_or_else(|| world.memories[turn.step].label.clone());
    delivery::create(world, turn, NewDelivery { label, code: "".into(), creative, properties })
}
