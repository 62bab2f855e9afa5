//! Subscription services: subscribes or unsubscribes a population (`subscription-services` page).

use super::records::recipients_of;
use crate::engine::parcel::Parcel;
use crate::engine::record::{TargetingFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::targeting::NamedIdx;
use crate::scenario::activity::targeting::SubscriptionAction;

/// Changes who is subscribed; who already was, or was not, stays so.
pub(super) fn change(
    world: &mut World,
    turn: Turn,
    service: NamedIdx,
    action: SubscriptionAction,
    inbound: &Parcel,
) -> Outcome {
    let people = recipients_of(inbound.dimension, &inbound.population());
    if let Some(subscribers) = world.services.get_mut(service) {
        let before = subscribers.len();
        match action {
            SubscriptionAction::Subscribe => *subscribers |= &*people,
            SubscriptionAction::Unsubscribe => *subscribers -= &*people,
        }
        let after = subscribers.len();
        let fact = TargetingFact::SubscriptionsChanged {
            service,
            action,
            inbound: people.len(),
            changed: before.abs_diff(after),
            subscribers: after,
        };
        world.note(turn.at, Some(turn.step), What::Targeting(fact));
    }
    Outcome::passes(inbound.clone())
}
