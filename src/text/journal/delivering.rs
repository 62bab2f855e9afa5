//! Journal sentences about deliveries.

use super::{Teller, excluded, sent};
use crate::engine::record::{BatchIdx, DeliveryFact, Refused, Warning};
use crate::log::RunLog;
use crate::text::Lang;
use crate::text::format::{counted, date_time};

impl Teller<'_> {
    pub(super) fn delivering(&self, lang: Lang, fact: &DeliveryFact) -> String {
        match lang {
            Lang::En => self.delivering_in_english(fact),
            Lang::Sv => self.delivering_in_swedish(fact),
        }
    }

    fn delivering_in_english(&self, fact: &DeliveryFact) -> String {
        let who = self.activity();
        let name = |delivery: &usize| self.delivery(Lang::En, *delivery);
        let messages = |count: u64| counted(Lang::En, count, "message", "messages");
        match fact {
            DeliveryFact::Warned { delivery, warning } => {
                format!(
                    "{who}: the analysis of {} warns that {}.",
                    name(delivery),
                    warned(Lang::En, *warning)
                )
            }
            DeliveryFact::Estimated { delivery, count } => {
                let people = counted(Lang::En, *count, "recipient", "recipients");
                format!("{who} estimated the target of {}: {people}.", name(delivery))
            }
            DeliveryFact::Prepared { batch } => self.prepared(Lang::En, *batch),
            DeliveryFact::AwaitsApproval { delivery, until } => {
                let until = date_time(Lang::En, *until);
                format!("{who}: {} waits for the campaign's approvals until {until}.", name(delivery))
            }
            DeliveryFact::AwaitsConfirmation { delivery, warned: false } => {
                format!("{who}: {} waits for somebody to confirm it.", name(delivery))
            }
            DeliveryFact::AwaitsConfirmation { delivery, warned: true } => {
                format!(
                    "{who}: {} waits to be confirmed because the analysis gave a warning.",
                    name(delivery)
                )
            }
            DeliveryFact::Approved { delivery } => format!("{who}: {} was approved.", name(delivery)),
            DeliveryFact::Confirmed { delivery } => format!("{who}: {} was confirmed.", name(delivery)),
            DeliveryFact::ApprovalExpired { delivery } => {
                format!("{who}: nobody approved {} in time, so it is not sent.", name(delivery))
            }
            DeliveryFact::Postponed { delivery, until } => {
                let until = date_time(Lang::En, *until);
                format!("{who}: {} waits for its contact date, {until}.", name(delivery))
            }
            DeliveryFact::NotStarted { delivery } => format!(
                "{who}: {} is ready, but the technical workflow Jobs on deliveries is off, so nothing starts it.",
                name(delivery)
            ),
            DeliveryFact::Paused { delivery, held } => {
                format!("{who}: {} was paused; {} wait.", name(delivery), messages(*held))
            }
            DeliveryFact::Resumed { delivery } => format!("{who}: {} goes on.", name(delivery)),
            DeliveryFact::Stopped { delivery, cancelled } => format!(
                "{who}: {} was stopped and {} cancelled; the workflow and later runs go on.",
                name(delivery),
                messages(*cancelled)
            ),
            DeliveryFact::Expired { delivery, cancelled } => format!(
                "{who}: the validity of {} is over, so the cleanup cancelled {}.",
                name(delivery),
                messages(*cancelled)
            ),
            DeliveryFact::ProofSent { delivery: Some(delivery) } => {
                format!("{who} sent a proof of {}.", name(delivery))
            }
            DeliveryFact::ProofSent { delivery: None } => format!("{who} sent a proof."),
            DeliveryFact::Skipped { delivery } => {
                format!("{who} skipped a step that was already done for {}.", name(delivery))
            }
            DeliveryFact::Refused(Refused::ProofOnRecurring) => format!(
                "No proof was sent: a Recurring delivery sends none. Send it from the template of {who}."
            ),
            DeliveryFact::Refused(Refused::NotReusable(delivery)) => format!(
                "{who} failed: {} is a single delivery that was already sent or stopped, and cannot be used \
                 again. Make a new one from a template at each run, or use a Recurring delivery.",
                name(delivery)
            ),
            DeliveryFact::Refused(Refused::NoDelivery) => format!(
                "{who} failed: its transition names no delivery. Put an activity that makes one before it."
            ),
            DeliveryFact::Refused(Refused::NothingToDo) => {
                format!("Nothing was done: no delivery of {who} is in a state for it.")
            }
        }
    }

    fn delivering_in_swedish(&self, fact: &DeliveryFact) -> String {
        let who = self.activity();
        let name = |delivery: &usize| self.delivery(Lang::Sv, *delivery);
        let messages = |count: u64| counted(Lang::Sv, count, "meddelande", "meddelanden");
        match fact {
            DeliveryFact::Warned { delivery, warning } => {
                format!(
                    "{who}: analysen av {} varnar för att {}.",
                    name(delivery),
                    warned(Lang::Sv, *warning)
                )
            }
            DeliveryFact::Estimated { delivery, count } => {
                let people = counted(Lang::Sv, *count, "mottagare", "mottagare");
                format!("{who} uppskattade målgruppen för {}: {people}.", name(delivery))
            }
            DeliveryFact::Prepared { batch } => self.prepared(Lang::Sv, *batch),
            DeliveryFact::AwaitsApproval { delivery, until } => {
                let until = date_time(Lang::Sv, *until);
                format!("{who}: {} väntar på kampanjens godkännanden till {until}.", name(delivery))
            }
            DeliveryFact::AwaitsConfirmation { delivery, warned: false } => {
                format!("{who}: {} väntar på att någon bekräftar den.", name(delivery))
            }
            DeliveryFact::AwaitsConfirmation { delivery, warned: true } => {
                format!("{who}: {} väntar på bekräftelse eftersom analysen gav en varning.", name(delivery))
            }
            DeliveryFact::Approved { delivery } => format!("{who}: {} godkändes.", name(delivery)),
            DeliveryFact::Confirmed { delivery } => format!("{who}: {} bekräftades.", name(delivery)),
            DeliveryFact::ApprovalExpired { delivery } => {
                format!("{who}: ingen godkände {} i tid, så den skickas inte.", name(delivery))
            }
            DeliveryFact::Postponed { delivery, until } => {
                let until = date_time(Lang::Sv, *until);
                format!("{who}: {} väntar på sitt kontaktdatum, {until}.", name(delivery))
            }
            DeliveryFact::NotStarted { delivery } => format!(
                "{who}: {} är klar, men det tekniska arbetsflödet Jobb för leveranser är avstängt, så ingenting \
                 startar den.",
                name(delivery)
            ),
            DeliveryFact::Paused { delivery, held } => {
                format!("{who}: {} pausades; {} väntar.", name(delivery), messages(*held))
            }
            DeliveryFact::Resumed { delivery } => format!("{who}: {} fortsätter.", name(delivery)),
            DeliveryFact::Stopped { delivery, cancelled } => format!(
                "{who}: {} stoppades och {} avbröts; arbetsflödet och senare körningar fortsätter.",
                name(delivery),
                messages(*cancelled)
            ),
            DeliveryFact::Expired { delivery, cancelled } => format!(
                "{who}: giltighetstiden för {} är slut, så rensningen avbröt {}.",
                name(delivery),
                messages(*cancelled)
            ),
            DeliveryFact::ProofSent { delivery: Some(delivery) } => {
                format!("{who} skickade ett korrektur av {}.", name(delivery))
            }
            DeliveryFact::ProofSent { delivery: None } => format!("{who} skickade ett korrektur."),
            DeliveryFact::Skipped { delivery } => {
                format!("{who} hoppade över ett steg som redan var gjort för {}.", name(delivery))
            }
            DeliveryFact::Refused(Refused::ProofOnRecurring) => format!(
                "Inget korrektur skickades: en återkommande leverans skickar inga. Skicka det från mallen för \
                 {who}."
            ),
            DeliveryFact::Refused(Refused::NotReusable(delivery)) => format!(
                "{who} misslyckades: {} är en enstaka leverans som redan har skickats eller stoppats och kan inte \
                 användas igen. Skapa en ny från en mall vid varje körning, eller använd en återkommande leverans.",
                name(delivery)
            ),
            DeliveryFact::Refused(Refused::NoDelivery) => format!(
                "{who} misslyckades: övergången anger ingen leverans. Sätt en aktivitet som skapar en före den."
            ),
            DeliveryFact::Refused(Refused::NothingToDo) => {
                format!("Ingenting gjordes: ingen leverans från {who} är i ett läge för det.")
            }
        }
    }

    fn prepared(&self, lang: Lang, batch: BatchIdx) -> String {
        let who = self.activity();
        let batch = self.record.batches.get(batch);
        let delivery = batch.map_or(0, |batch| RunLog::delivery_number(batch.delivery));
        match lang {
            Lang::En => {
                let messages = counted(lang, sent(batch), "message", "messages");
                let people = counted(lang, excluded(batch), "recipient", "recipients");
                format!("{who} prepared {messages} in delivery {delivery} and left out {people}.")
            }
            Lang::Sv => {
                let messages = counted(lang, sent(batch), "meddelande", "meddelanden");
                let people = counted(lang, excluded(batch), "mottagare", "mottagare");
                format!("{who} förberedde {messages} i leverans {delivery} och utelämnade {people}.")
            }
        }
    }
}

fn warned(lang: Lang, warning: Warning) -> &'static str {
    match warning {
        Warning::EmptySubject => lang.pick("the subject is empty", "ämnesraden är tom"),
        Warning::NoOptOutLink => {
            lang.pick("the unsubscription link is missing", "länken för avregistrering saknas")
        }
        Warning::DoubtfulUrl => lang.pick("a link is not a web address", "en länk inte är en webbadress"),
        Warning::LongSms => lang.pick("the text is longer than one SMS", "texten är längre än ett sms"),
    }
}
