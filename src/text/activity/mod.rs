//! The words for activities, deliveries and log rows, as the product's documentation uses them.

mod explained;
mod names;
pub mod ports;
pub mod settings;
mod summary;
pub mod words;

pub use self::explained::{explained, why_not_simulated};
pub use self::names::{name, outside, script, tab};
pub use self::summary::summary;
use super::Lang;
use super::format::quoted;
use crate::engine::fate::{FailureReason, UrlType};
use crate::log::list::DeliveryState;
use crate::log::rows::{ExclusionReason, MessageStatus};
use crate::scenario::Scenario;
use crate::scenario::activity::Activity;

/// Where something is: `Query “query”`, `Recurring delivery “Weekly newsletter”`.
///
/// The label says it where it tells the activity from all others; else the internal name does.
pub fn place(lang: Lang, scenario: &Scenario, activity: &str) -> String {
    match scenario.workflow.activity(activity) {
        Some(row) => {
            let kind = name(lang, row.settings.kind());
            let called = if is_telling(scenario, row) { row.label.trim() } else { activity };
            format!("{kind} {}", quoted(lang, called))
        }
        None => format!("{} {}", lang.pick("Activity", "Aktivitet"), quoted(lang, activity)),
    }
}

fn is_telling(scenario: &Scenario, activity: &Activity) -> bool {
    let (label, kind) = (activity.label.trim(), activity.settings.kind());
    !label.is_empty()
        && Lang::known().all(|lang| !label.eq_ignore_ascii_case(name(lang, kind)))
        && scenario.workflow.activities.iter().filter(|other| other.label.trim() == label).count() == 1
}

/// The state of a delivery.
pub fn delivery_state(lang: Lang, state: DeliveryState) -> &'static str {
    match state {
        DeliveryState::BeingEdited => lang.pick("Being edited", "Redigeras"),
        DeliveryState::Prepared => lang.pick("Prepared", "Förberedd"),
        DeliveryState::StartPending => lang.pick("Start pending", "Väntar på start"),
        DeliveryState::Paused => lang.pick("Paused", "Pausad"),
        DeliveryState::Stopped => lang.pick("Stopped", "Stoppad"),
        DeliveryState::InProgress => lang.pick("In progress", "Pågår"),
        DeliveryState::Finished => lang.pick("Finished", "Slutförd"),
    }
}

/// The status of a message in the broadLog.
pub fn message_status(lang: Lang, status: MessageStatus) -> &'static str {
    match status {
        MessageStatus::Pending => lang.pick("Pending", "Väntar"),
        MessageStatus::TakenIntoAccount(_) => {
            lang.pick("Taken into account by the service provider", "Mottaget av tjänsteleverantören")
        }
        MessageStatus::Cancelled => lang.pick("Delivery cancelled", "Leverans avbruten"),
        MessageStatus::Sent => lang.pick_as("message", "Sent", "Skickat"),
        MessageStatus::Failed(_) => lang.pick_as("message", "Failed", "Misslyckat"),
    }
}

/// Why a message could not be delivered.
pub fn failure_reason(lang: Lang, reason: FailureReason) -> &'static str {
    match reason {
        FailureReason::UserUnknown => lang.pick("User unknown", "Okänd användare"),
        FailureReason::InvalidDomain => lang.pick("Invalid domain", "Ogiltig domän"),
        FailureReason::Unreachable => lang.pick("Unreachable", "Går inte att nå"),
        FailureReason::AccountDisabled => lang.pick("Account disabled", "Inaktiverat konto"),
        FailureReason::MailboxFull => lang.pick("Mailbox full", "Full brevlåda"),
        FailureReason::Refused => lang.pick("Refused", "Avvisat"),
    }
}

/// Why the analysis left somebody out.
pub fn exclusion_reason(lang: Lang, reason: ExclusionReason) -> &'static str {
    match reason {
        ExclusionReason::AddressNotSpecified => lang.pick("Address not specified", "Adress saknas"),
        ExclusionReason::Denylisted => lang.pick("Denylisted", "På blocklistan"),
        ExclusionReason::Quarantined => lang.pick("In quarantine", "I karantän"),
        ExclusionReason::Double => lang.pick("Double", "Dubblett"),
        ExclusionReason::FilteringRule => lang.pick("Filtering rule", "Filtreringsregel"),
        ExclusionReason::Pressure => lang.pick("Pressure rule", "Tryckregel"),
        ExclusionReason::Capacity => lang.pick("Capacity rule", "Kapacitetsregel"),
    }
}

/// The type of a tracked URL.
pub fn url_type(lang: Lang, url_type: UrlType) -> &'static str {
    match url_type {
        UrlType::Click => lang.pick("Click", "Klick"),
        UrlType::Open => lang.pick_as("event", "Open", "Öppning"),
        UrlType::OptOut => lang.pick("Opt-out", "Avregistrering"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    #[test]
    fn a_label_that_only_repeats_the_kind_gives_way_to_the_name() {
        let mut scenario = Sample::SideBySide.scenario();
        assert_eq!(place(Lang::En, &scenario, "query"), "Query “query”");
        assert_eq!(place(Lang::En, &scenario, "recurring"), "Recurring delivery “Weekly newsletter”");
        assert_eq!(place(Lang::Sv, &scenario, "nobody"), "Aktivitet ”nobody”");
        for activity in &mut scenario.workflow.activities {
            activity.label = "Same".into();
        }
        assert_eq!(place(Lang::Sv, &scenario, "recurring"), "Återkommande leverans ”recurring”");
    }
}
