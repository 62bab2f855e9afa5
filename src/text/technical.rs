//! The technical workflows in words: what each is called, what it does, when it runs, what happens without it.

use super::Lang;
use crate::log::technical::{Technical, Timing};
use crate::scenario::properties::Retention;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// What a technical workflow is called.
pub fn name(lang: Lang, workflow: Technical) -> &'static str {
    match workflow {
        Technical::Tracking => lang.pick("Tracking", "Spårning"),
        Technical::DeliveryIndicators => lang.pick("Delivery indicators", "Leveransindikatorer"),
        Technical::Cleanup => lang.pick("Database cleanup", "Databasrensning"),
        Technical::CampaignJobs => lang.pick("Campaign jobs", "Kampanjjobb"),
        Technical::DeliveryJobs => lang.pick("Jobs on deliveries", "Jobb för leveranser"),
        Technical::ReportingAggregates => lang.pick("Reporting aggregates", "Rapportaggregat"),
        Technical::Forecasting => lang.pick("Forecasting", "Prognoser"),
        Technical::AliasCleansing => lang.pick("Alias cleansing", "Aliasrensning"),
        Technical::PausedWorkflows => {
            lang.pick("Paused workflows cleanup", "Rensning av pausade arbetsflöden")
        }
        Technical::Billing => lang.pick("Billing", "Fakturering"),
    }
}

/// What a technical workflow does and what is missing without it.
pub fn explained(lang: Lang, workflow: Technical) -> &'static str {
    match workflow {
        Technical::Tracking => lang.pick(
            "Collects opens and clicks. While it is off nothing comes in: no tracking row, no open, no click.",
            "Samlar in öppningar och klick. När den är avstängd kommer inget in: ingen spårningsrad, ingen öppning, \
             inget klick.",
        ),
        Technical::DeliveryIndicators => lang.pick(
            "Refreshes the counts in the delivery list and the reports. While it is off they stay as the analysis \
             wrote them, although the rows are in the logs.",
            "Uppdaterar antalen i leveranslistan och rapporterna. När den är avstängd står de kvar som analysen skrev \
             dem, fast raderna finns i loggarna.",
        ),
        Technical::Cleanup => lang.pick(
            "Purges log rows by their own age, not by delivery. A continuous delivery loses its oldest rows while it \
             goes on sending; counts that the delivery keeps of itself stay.",
            "Rensar loggrader efter radernas egen ålder, inte per leverans. En kontinuerlig leverans förlorar sina \
             äldsta rader medan den fortsätter att skicka; antal som leveransen själv har sparat är kvar.",
        ),
        Technical::CampaignJobs => lang.pick(
            "Starts the workflows and the targeting of campaigns.",
            "Startar kampanjernas arbetsflöden och målgruppsurval.",
        ),
        Technical::DeliveryJobs => lang.pick(
            "Starts deliveries that were approved or whose contact date has come, and sends reminders.",
            "Startar leveranser som har godkänts eller vars kontaktdatum har kommit, och skickar påminnelser.",
        ),
        Technical::ReportingAggregates => {
            lang.pick("Updates the aggregates that reports use.", "Uppdaterar aggregaten som rapporter använder.")
        }
        Technical::Forecasting => lang.pick(
            "Analyses deliveries that are still to come and makes provisional logs.",
            "Analyserar leveranser som ännu inte har skickats och skapar preliminära loggar.",
        ),
        Technical::AliasCleansing => lang.pick(
            "Standardizes the values of enumerations.",
            "Standardiserar värdena i uppräkningar.",
        ),
        Technical::PausedWorkflows => lang.pick(
            "Warns of workflows that have been paused for a week and stops them after a month.",
            "Varnar för arbetsflöden som har varit pausade i en vecka och stoppar dem efter en månad.",
        ),
        Technical::Billing => {
            lang.pick("Sends the activity report of the system.", "Skickar systemets aktivitetsrapport.")
        }
    }
}

/// When a technical workflow runs: `every day at 04:00`.
pub fn timing(lang: Lang, timing: Timing) -> String {
    match (timing, lang.wording()) {
        (Timing::Hourly, Wording::En) => say!(lang, "at every full hour").into(),
        (Timing::Hourly, Wording::Sv) => "varje hel timme".into(),
        (Timing::Daily(hour), Wording::En) => {
            say!(lang, "every day at {hour}:00", hour = format!("{:02}", hour))
        }
        (Timing::Daily(hour), Wording::Sv) => format!("varje dag kl. {hour:02}:00"),
        (Timing::Mondays(hour), Wording::En) => {
            say!(lang, "on Mondays at {hour}:00", hour = format!("{:02}", hour))
        }
        (Timing::Mondays(hour), Wording::Sv) => format!("på måndagar kl. {hour:02}:00"),
        (Timing::Monthly(day), Wording::En) => say!(lang, "on day {day} of each month", day),
        (Timing::Monthly(day), Wording::Sv) => format!("den {day}:e i varje månad"),
        (Timing::Periodic, Wording::En) => {
            say!(lang, "again and again; the interval is not documented").into()
        }
        (Timing::Periodic, Wording::Sv) => "om och om igen; intervallet är inte dokumenterat".into(),
    }
}

/// How long a retention preset keeps log rows.
pub fn retention(lang: Lang, retention: Retention) -> &'static str {
    match retention {
        Retention::KeepAll => lang.pick(
            "Nothing is purged. Assumption of the lab, so that a year can be seen whole.",
            "Inget rensas. Ett antagande i labbet, så att hela året kan ses.",
        ),
        Retention::V7 => lang.pick(
            "As in Campaign v7: delivery logs and tracking logs for 180 days.",
            "Som i Campaign v7: leveransloggar och spårningsloggar i 180 dagar.",
        ),
        Retention::V8 => lang.pick(
            "As in Campaign v8: delivery logs for six months, tracking logs for a year.",
            "Som i Campaign v8: leveransloggar i sex månader, spårningsloggar i ett år.",
        ),
    }
}

/// The state of its switch.
pub fn switch(lang: Lang, is_on: bool) -> &'static str {
    if is_on { lang.pick("on", "på") } else { lang.pick("off", "av") }
}

/// Said of those whose effect the lab does not simulate.
pub fn not_simulated(lang: Lang) -> &'static str {
    lang.pick("The lab does not simulate what it does.", "Labbet simulerar inte vad den gör.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_workflow_has_words_in_both_languages() {
        for workflow in Technical::ALL {
            assert_ne!(explained(Lang::En, workflow), explained(Lang::Sv, workflow));
            assert!(Lang::WRITTEN.iter().all(|&lang| explained(lang, workflow).ends_with('.')));
            assert_ne!(name(Lang::En, workflow), name(Lang::Sv, workflow));
        }
        assert_eq!(timing(Lang::Sv, Technical::Cleanup.timing()), "varje dag kl. 04:00");
        assert_eq!(timing(Lang::En, Technical::Billing.timing()), "on day 25 of each month");
    }
}
