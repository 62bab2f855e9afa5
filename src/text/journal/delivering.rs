//! Journal sentences about deliveries.

use super::{Teller, excluded, sent};
use crate::engine::record::{BatchIdx, DeliveryFact, Refused, Warning};
use crate::log::RunLog;
use crate::text::Lang;
use crate::text::format::{counted, counted_sv, date_time};
use crate::text::lang::Wording;
use crate::text::lang::say;

impl Teller<'_> {
    pub(super) fn delivering(&self, lang: Lang, fact: &DeliveryFact) -> String {
        match lang.wording() {
            Wording::En => self.delivering_in_english(lang, fact),
            Wording::Sv => self.delivering_in_swedish(fact),
        }
    }

    fn delivering_in_english(&self, lang: Lang, fact: &DeliveryFact) -> String {
        let who = self.activity();
        let name = |delivery: &usize| self.delivery(lang, *delivery);
        let messages = |count: u64| counted(lang, count, "message", "messages");
        match fact {
            DeliveryFact::Warned { delivery, warning } => {
                say!(
                    lang,
                    "{who}: the analysis of {delivery} warns that {warning}.",
                    who,
                    delivery = name(delivery),
                    warning = warned(lang, *warning)
                )
            }
            DeliveryFact::Estimated { delivery, count } => {
                let people = counted(lang, *count, "recipient", "recipients");
                say!(
                    lang,
                    "{who} estimated the target of {delivery}: {people}.",
                    who,
                    delivery = name(delivery),
                    people
                )
            }
            DeliveryFact::Prepared { batch } => self.prepared(lang, *batch),
            DeliveryFact::AwaitsApproval { delivery, until } => {
                let until = date_time(lang, *until);
                say!(
                    lang,
                    "{who}: {delivery} waits for the campaign's approvals until {until}.",
                    who,
                    delivery = name(delivery),
                    until
                )
            }
            DeliveryFact::AwaitsConfirmation { delivery, warned: false } => {
                say!(
                    lang,
                    "{who}: {delivery} waits for somebody to confirm it.",
                    who,
                    delivery = name(delivery)
                )
            }
            DeliveryFact::AwaitsConfirmation { delivery, warned: true } => {
                say!(
                    lang,
                    "{who}: {delivery} waits to be confirmed because the analysis gave a warning.",
                    who,
                    delivery = name(delivery)
                )
            }
            DeliveryFact::Approved { delivery } => {
                say!(lang, "{who}: {delivery} was approved.", who, delivery = name(delivery))
            }
            DeliveryFact::Confirmed { delivery } => {
                say!(lang, "{who}: {delivery} was confirmed.", who, delivery = name(delivery))
            }
            DeliveryFact::ApprovalExpired { delivery } => {
                say!(
                    lang,
                    "{who}: nobody approved {delivery} in time, so it is not sent.",
                    who,
                    delivery = name(delivery)
                )
            }
            DeliveryFact::Postponed { delivery, until } => {
                let until = date_time(lang, *until);
                say!(
                    lang,
                    "{who}: {delivery} waits for its contact date, {until}.",
                    who,
                    delivery = name(delivery),
                    until
                )
            }
            DeliveryFact::NotStarted { delivery } => say!(
                lang,
                "{who}: {delivery} is ready, but the technical workflow Jobs on deliveries is off, so nothing starts it.",
                who,
                delivery = name(delivery)
            ),
            DeliveryFact::Paused { delivery, held } => {
                say!(
                    lang,
                    "{who}: {delivery} was paused; {messages} wait.",
                    who,
                    delivery = name(delivery),
                    messages = messages(*held)
                )
            }
            DeliveryFact::Resumed { delivery } => {
                say!(lang, "{who}: {delivery} goes on.", who, delivery = name(delivery))
            }
            DeliveryFact::Stopped { delivery, cancelled } => say!(
                lang,
                "{who}: {delivery} was stopped and {messages} cancelled; the workflow and later runs go on.",
                who,
                delivery = name(delivery),
                messages = messages(*cancelled)
            ),
            DeliveryFact::Expired { delivery, cancelled } => say!(
                lang,
                "{who}: the validity of {delivery} is over, so the cleanup cancelled {messages}.",
                who,
                delivery = name(delivery),
                messages = messages(*cancelled)
            ),
            DeliveryFact::ProofSent { delivery: Some(delivery) } => {
                say!(lang, "{who} sent a proof of {delivery}.", who, delivery = name(delivery))
            }
            DeliveryFact::ProofSent { delivery: None } => say!(lang, "{who} sent a proof.", who),
            DeliveryFact::Skipped { delivery } => {
                say!(
                    lang,
                    "{who} skipped a step that was already done for {delivery}.",
                    who,
                    delivery = name(delivery)
                )
            }
            DeliveryFact::Refused(Refused::ProofOnRecurring) => say!(
                lang,
                "No proof was sent: a Recurring delivery sends none. Send it from the template of {who}.",
                who
            ),
            DeliveryFact::Refused(Refused::NotReusable(delivery)) => say!(
                lang,
                "{who} failed: {delivery} is a single delivery that was already sent or stopped, and cannot be used \
                 again. Make a new one from a template at each run, or use a Recurring delivery.",
                who,
                delivery = name(delivery)
            ),
            DeliveryFact::Refused(Refused::NoDelivery) => say!(
                lang,
                "{who} failed: its transition names no delivery. Put an activity that makes one before it.",
                who
            ),
            DeliveryFact::Refused(Refused::NothingToDo) => {
                say!(lang, "Nothing was done: no delivery of {who} is in a state for it.", who)
            }
        }
    }

    fn delivering_in_swedish(&self, fact: &DeliveryFact) -> String {
        let who = self.activity();
        let name = |delivery: &usize| self.delivery(Lang::Sv, *delivery);
        let messages = |count: u64| counted_sv(count, "meddelande", "meddelanden");
        match fact {
            DeliveryFact::Warned { delivery, warning } => {
                format!(
                    "{who}: analysen av {} varnar för att {}.",
                    name(delivery),
                    warned(Lang::Sv, *warning)
                )
            }
            DeliveryFact::Estimated { delivery, count } => {
                let people = counted_sv(*count, "mottagare", "mottagare");
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
        match lang.wording() {
            Wording::En => {
                let messages = counted(lang, sent(batch), "message", "messages");
                let people = counted(lang, excluded(batch), "recipient", "recipients");
                say!(
                    lang,
                    "{who} prepared {messages} in delivery {delivery} and left out {people}.",
                    who,
                    messages,
                    delivery,
                    people
                )
            }
            Wording::Sv => {
                let messages = counted_sv(sent(batch), "meddelande", "meddelanden");
                let people = counted_sv(excluded(batch), "mottagare", "mottagare");
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
