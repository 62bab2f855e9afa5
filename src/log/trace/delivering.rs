//! Trace lines about deliveries.

use super::{left_out, named};
use crate::engine::record::{DeliveryFact, Record, Refused, Warning};
use crate::log::RunLog;

pub(super) fn line(record: &Record, fact: &DeliveryFact) -> String {
    let of = |delivery: &usize| named(record, *delivery);
    match fact {
        DeliveryFact::Warned { delivery, warning } => {
            format!("warning in {}: {}", of(delivery), warned(*warning))
        }
        DeliveryFact::Estimated { delivery, count } => format!("{} targets {count}", of(delivery)),
        DeliveryFact::Prepared { batch } => record.batches.get(*batch).map_or_else(String::new, |batch| {
            let (messages, left_out) = (batch.to_deliver.len(), left_out(batch));
            let number = RunLog::delivery_number(batch.delivery);
            format!("prepared: {messages} to deliver, {left_out}, in delivery {number}")
        }),
        DeliveryFact::AwaitsApproval { delivery, until } => {
            format!("{} awaits approval until {until}", of(delivery))
        }
        DeliveryFact::AwaitsConfirmation { delivery, warned: false } => {
            format!("{} awaits confirmation", of(delivery))
        }
        DeliveryFact::AwaitsConfirmation { delivery, warned: true } => {
            format!("{} awaits confirmation because of the warning", of(delivery))
        }
        DeliveryFact::Approved { delivery } => format!("{} approved", of(delivery)),
        DeliveryFact::Confirmed { delivery } => format!("{} confirmed", of(delivery)),
        DeliveryFact::ApprovalExpired { delivery } => {
            format!("{} not approved in time: not sent", of(delivery))
        }
        DeliveryFact::Postponed { delivery, until } => format!("{} postponed to {until}", of(delivery)),
        DeliveryFact::NotStarted { delivery } => {
            format!("{} not started: Jobs on deliveries is off", of(delivery))
        }
        DeliveryFact::Paused { delivery, held } => format!("{} paused, {held} held", of(delivery)),
        DeliveryFact::Resumed { delivery } => format!("{} taken up", of(delivery)),
        DeliveryFact::Stopped { delivery, cancelled } => {
            format!("{} stopped, {cancelled} cancelled", of(delivery))
        }
        DeliveryFact::Expired { delivery, cancelled } => {
            format!("{} past its validity, {cancelled} cancelled", of(delivery))
        }
        DeliveryFact::ProofSent { delivery: Some(delivery) } => format!("proof of {} sent", of(delivery)),
        DeliveryFact::ProofSent { delivery: None } => "proof sent".into(),
        DeliveryFact::Skipped { delivery } => format!("{}: already done, skipped", of(delivery)),
        DeliveryFact::Refused(Refused::ProofOnRecurring) => {
            "refused: a Recurring delivery sends no proof".into()
        }
        DeliveryFact::Refused(Refused::NotReusable(delivery)) => {
            format!("refused: {} cannot be used again", of(delivery))
        }
        DeliveryFact::Refused(Refused::NoDelivery) => "refused: the transition names no delivery".into(),
        DeliveryFact::Refused(Refused::NothingToDo) => "refused: no delivery is in a state for it".into(),
    }
}

fn warned(warning: Warning) -> &'static str {
    match warning {
        Warning::EmptySubject => "the subject is empty",
        Warning::NoOptOutLink => "the unsubscription link is missing",
        Warning::DoubtfulUrl => "a link is no web address",
        Warning::LongSms => "longer than one SMS",
    }
}
