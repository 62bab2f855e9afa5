//! Why one recipient got a message or did not, as a chain of sentences.

mod rule;

use super::Lang;
use super::activity::{exclusion_reason, failure_reason, place};
use super::format::{counted, quoted};
use super::journal::when;
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::fate::UrlType;
use crate::engine::probe::Rule;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::explain::{Happened, Happening};
use crate::log::rows::{ExclusionReason, MessageStatus};
use crate::plan::StepIdx;
use crate::scenario::Scenario;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// Every happening in a sentence with its moment, in order.
///
/// The rules of an analysis are told by what comes of them: a message, or why there is none.
pub fn lines(lang: Lang, scenario: &Scenario, log: &RunLog, happenings: &[Happening]) -> Vec<String> {
    let start = log.plan().start;
    let line =
        |one: &Happening| format!("{}: {}", when(lang, start, one.at), sentence(lang, scenario, log, one));
    happenings.iter().filter(|one| !is_of_analysis(one)).map(line).collect()
}

fn is_of_analysis(one: &Happening) -> bool {
    let Happened::Judged(verdict) = &one.what else { return false };
    matches!(
        verdict.rule,
        Rule::AddressDefined
            | Rule::NotDenylisted
            | Rule::NotQuarantined
            | Rule::FilteringRule(_)
            | Rule::NoDuplicate
            | Rule::Pressure
            | Rule::Capacity
            | Rule::Sent
    )
}

/// One happening as a sentence without its moment.
pub fn sentence(lang: Lang, scenario: &Scenario, log: &RunLog, one: &Happening) -> String {
    match &one.what {
        Happened::Joined => lang.pick("Joined the population.", "Tillkom i populationen.").into(),
        Happened::Judged(verdict) => rule::sentence(lang, scenario, log, verdict),
        Happened::LeftOut { delivery, reason } => {
            let (reason, delivery) = (left_out(lang, *reason), delivery_name(lang, log, *delivery));
            match lang.wording() {
                Wording::En => say!(
                    lang,
                    "The analysis left the recipient out of {delivery}: {reason}.",
                    delivery,
                    reason
                ),
                Wording::Sv => format!("Analysen utelämnade mottagaren ur {delivery}: {reason}."),
            }
        }
        Happened::Message { delivery, status } => {
            message(lang, &delivery_name(lang, log, *delivery), *status)
        }
        Happened::NoMessage { delivery } => {
            let delivery = delivery_name(lang, log, *delivery);
            match lang.wording() {
                Wording::En => {
                    say!(lang, "No message in {delivery}: the recipient did not reach it.", delivery)
                }
                Wording::Sv => format!("Inget meddelande i {delivery}: mottagaren nådde inte dit."),
            }
        }
        Happened::Reacted { delivery, url_type } => {
            reacted(lang, &delivery_name(lang, log, *delivery), *url_type)
        }
    }
}

/// Who is explained: `Recipient 17, Ada Berg, ada.berg@example.com`.
pub fn who(lang: Lang, log: &RunLog, recipient: RecipientIdx) -> String {
    let identity = log.plan().people.identity(recipient);
    let name = [identity.first_name, identity.last_name].join(" ");
    let email = identity.email.unwrap_or_else(|| lang.pick("no address", "adress saknas").to_owned());
    let number = u64::from(recipient) + 1;
    let parts = [format!("{} {number}", lang.pick("Recipient", "Mottagare")), name.trim().into(), email];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// What it came to: `Recurring delivery “Weekly newsletter”: 12 messages.`
pub fn outcome(lang: Lang, scenario: &Scenario, log: &RunLog, step: StepIdx, messages: u64) -> String {
    let name = log.plan().steps.get(step).map_or("", |step| &step.name);
    let count = match messages {
        0 => lang.pick("no message", "inget meddelande").to_owned(),
        _ => counted(
            lang,
            messages,
            lang.either("message", "meddelande"),
            lang.either("messages", "meddelanden"),
        ),
    };
    format!("{}: {count}.", place(lang, scenario, name))
}

/// Said where no rule of the run ever met the recipient.
pub fn nothing_happened(lang: Lang, until: SimTime, log: &RunLog) -> String {
    let until = when(lang, log.plan().start, until);
    match lang.wording() {
        Wording::En => {
            say!(lang, "Until {until} no rule met this recipient. Let the workflow run longer.", until)
        }
        Wording::Sv => {
            format!("Fram till {until} har ingen regel prövat mottagaren. Låt arbetsflödet gå längre.")
        }
    }
}

/// Says that there is no such recipient.
pub fn no_such(lang: Lang, asked: &str, total: u64) -> String {
    let asked = quoted(lang, asked);
    let total = super::format::number(lang, total);
    match lang.wording() {
        Wording::En => say!(
            lang,
            "There is no recipient {asked}. Give a number from 1 to {total}, or the e-mail address of a recipient.",
            asked,
            total
        ),
        Wording::Sv => {
            format!(
                "Det finns ingen mottagare {asked}. Ange ett tal från 1 till {total}, eller mottagarens e-postadress."
            )
        }
    }
}

fn delivery_name(lang: Lang, log: &RunLog, delivery: DeliveryIdx) -> String {
    let label = log.record().deliveries.get(delivery).map_or("", |row| &row.label);
    let number = RunLog::delivery_number(delivery);
    format!("{} {number} {}", lang.pick("delivery", "leverans"), quoted(lang, label))
}

fn left_out(lang: Lang, reason: ExclusionReason) -> String {
    lang.within(exclusion_reason(lang, reason))
}

fn message(lang: Lang, delivery: &str, status: MessageStatus) -> String {
    match (status, lang.wording()) {
        (MessageStatus::Sent, Wording::En) => say!(lang, "The message in {delivery} was sent.", delivery),
        (MessageStatus::Sent, Wording::Sv) => format!("Meddelandet i {delivery} skickades."),
        (MessageStatus::Failed(reason), Wording::En) => {
            say!(
                lang,
                "The message in {delivery} could not be delivered: {reason}.",
                delivery,
                reason = lang.within(failure_reason(lang, reason))
            )
        }
        (MessageStatus::Failed(reason), Wording::Sv) => {
            format!(
                "Meddelandet i {delivery} gick inte att leverera: {}.",
                lang.within(failure_reason(lang, reason))
            )
        }
        (MessageStatus::TakenIntoAccount(reason), Wording::En) => say!(
            lang,
            "The message in {delivery} did not get through at first ({reason}) and is being tried again.",
            delivery,
            reason = lang.within(failure_reason(lang, reason))
        ),
        (MessageStatus::TakenIntoAccount(reason), Wording::Sv) => format!(
            "Meddelandet i {delivery} kom inte fram först ({}), och systemet försöker igen.",
            lang.within(failure_reason(lang, reason))
        ),
        (MessageStatus::Cancelled, Wording::En) => {
            say!(lang, "The message in {delivery} was cancelled.", delivery)
        }
        (MessageStatus::Cancelled, Wording::Sv) => format!("Meddelandet i {delivery} avbröts."),
        (MessageStatus::Pending, Wording::En) => {
            say!(lang, "The message in {delivery} is not processed yet.", delivery)
        }
        (MessageStatus::Pending, Wording::Sv) => format!("Meddelandet i {delivery} är inte behandlat än."),
    }
}

fn reacted(lang: Lang, delivery: &str, url_type: UrlType) -> String {
    match (url_type, lang.wording()) {
        (UrlType::Open, Wording::En) => say!(lang, "Opened the message of {delivery}.", delivery),
        (UrlType::Open, Wording::Sv) => format!("Öppnade meddelandet i {delivery}."),
        (UrlType::Click, Wording::En) => say!(lang, "Clicked a link in the message of {delivery}.", delivery),
        (UrlType::Click, Wording::Sv) => format!("Klickade på en länk i meddelandet i {delivery}."),
        (UrlType::OptOut, Wording::En) => {
            say!(
                lang,
                "Opted out through the message of {delivery}, and is denylisted from then on.",
                delivery
            )
        }
        (UrlType::OptOut, Wording::Sv) => {
            format!("Avregistrerade sig genom meddelandet i {delivery} och är därefter på blocklistan.")
        }
    }
}
