//! Findings about deliveries, their properties and their templates, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::SendingProblem;
use crate::text::Lang;
use crate::text::format::{number, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

pub(super) fn told(lang: Lang, _scenario: &Scenario, problem: &SendingProblem) -> Told {
    match lang.wording() {
        Wording::En => english(lang, problem),
        Wording::Sv => swedish(problem),
    }
}

fn english(lang: Lang, problem: &SendingProblem) -> Told {
    let of = |template: &Option<String>| match template {
        Some(label) => say!(lang, " of the template {label}", label = quoted(lang, label)),
        None => String::new(),
    };
    match problem {
        SendingProblem::SingleOnSchedule => Told::new(
            say!(
                lang,
                "It works on one and the same delivery, which cannot be used again once it is sent: the second run \
             fails."
            ),
            say!(lang, "Choose New, created from a template, or use a Recurring delivery."),
        ),
        SendingProblem::ChannelOnSchedule => Told::new(
            say!(
                lang,
                "A channel delivery is one delivery that is executed once: the second run of the schedule fails."
            ),
            say!(
                lang,
                "Use a Recurring delivery for a delivery at each run, or a Continuous delivery for one that goes on."
            ),
        ),
        SendingProblem::ValidityOutOfRange { template, days } => Told::new(
            say!(
                lang,
                "The delivery duration{template} is {days} days.",
                template = of(template),
                days = number(lang, (*days).into())
            ),
            say!(lang, "Choose 1 to 365 days; the product begins with 5."),
        ),
        SendingProblem::PressureOutOfRange { template, messages, days } => Told::new(
            say!(
                lang,
                "The pressure rule{template} allows {messages} messages in {days} days.",
                template = of(template),
                messages = number(lang, (*messages).into()),
                days = number(lang, (*days).into())
            ),
            say!(lang, "Allow 1 to 100 messages in 1 to 3,650 days, or take the rule away."),
        ),
        SendingProblem::NoCapacity { template } => Told::new(
            say!(
                lang,
                "The capacity rule{template} allows no message a day, so everybody is left out.",
                template = of(template)
            ),
            say!(lang, "Allow at least one message a day, or take the rule away."),
        ),
        SendingProblem::PostponedTooLong { template, hours } => Told::new(
            say!(
                lang,
                "The contact date{template} lies {hours} hours after the analysis.",
                template = of(template),
                hours = number(lang, (*hours).into())
            ),
            say!(lang, "Postpone by at most 8,760 hours, which is a year."),
        ),
        SendingProblem::NoDeliveryBefore => Told::new(
            say!(lang, "It takes its delivery from the transition, but no activity before it makes one."),
            say!(lang, "Put an activity that makes a delivery before it, or choose the delivery here."),
        ),
        SendingProblem::ProofOnRecurring { number: at } => Told::new(
            say!(
                lang,
                "Change {at} asks for a proof, and a Recurring delivery sends none.",
                at = number(lang, *at as u64)
            ),
            say!(lang, "Send the proof from the template, or use another delivery activity."),
        ),
        SendingProblem::NoMobileNumbers => Told::new(
            say!(
                lang,
                "It sends SMS, and these recipients have no mobile numbers, so everybody is left out."
            ),
            say!(lang, "Import recipients with a column of mobile numbers."),
        ),
        SendingProblem::LettersUntracked => Told::new(
            say!(
                lang,
                "Direct mail goes to a router as a file: letters have no opens, no clicks and no bounces here."
            ),
            say!(lang, "Look at the messages and exclusions, not at reactions."),
        ),
        SendingProblem::NobodyConfirms => Told::new(
            say!(
                lang,
                "Its approval mode is manual, and nobody confirms a delivery of it during the run, so nothing is \
             sent."
            ),
            say!(lang, "Let somebody confirm its deliveries, or choose the automatic mode."),
        ),
        SendingProblem::NobodyApproves => Told::new(
            say!(
                lang,
                "The campaign wants deliveries approved, and nobody approves one of it during the run, so nothing is \
             sent."
            ),
            say!(
                lang,
                "Let somebody approve its deliveries in time, or take the approvals of the campaign away."
            ),
        ),
    }
}

fn swedish(problem: &SendingProblem) -> Told {
    let of = |template: &Option<String>| match template {
        Some(label) => format!(" i mallen {}", quoted(Lang::Sv, label)),
        None => String::new(),
    };
    match problem {
        SendingProblem::SingleOnSchedule => Told::new(
            "Den arbetar med en och samma leverans, som inte kan användas igen när den är skickad: den andra \
             körningen misslyckas.",
            "Välj Ny, skapad från en mall, eller använd en återkommande leverans.",
        ),
        SendingProblem::ChannelOnSchedule => Told::new(
            "En kanalleverans är en enda leverans som körs en gång: schemats andra körning misslyckas.",
            "Använd en återkommande leverans för en leverans per körning, eller en kontinuerlig leverans för en \
             som fortsätter.",
        ),
        SendingProblem::ValidityOutOfRange { template, days } => Told::new(
            format!(
                "Leveransens giltighetstid{} är {} dagar.",
                of(template),
                number(Lang::Sv, (*days).into())
            ),
            "Välj 1 till 365 dagar; produkten börjar med 5.",
        ),
        SendingProblem::PressureOutOfRange { template, messages, days } => Told::new(
            format!(
                "Tryckregeln{} tillåter {} meddelanden på {} dagar.",
                of(template),
                number(Lang::Sv, (*messages).into()),
                number(Lang::Sv, (*days).into())
            ),
            "Tillåt 1 till 100 meddelanden på 1 till 3 650 dagar, eller ta bort regeln.",
        ),
        SendingProblem::NoCapacity { template } => Told::new(
            format!("Kapacitetsregeln{} tillåter inga meddelanden per dag, så alla utelämnas.", of(template)),
            "Tillåt minst ett meddelande per dag, eller ta bort regeln.",
        ),
        SendingProblem::PostponedTooLong { template, hours } => Told::new(
            format!(
                "Kontaktdatumet{} ligger {} timmar efter analysen.",
                of(template),
                number(Lang::Sv, (*hours).into())
            ),
            "Skjut upp med högst 8 760 timmar, det vill säga ett år.",
        ),
        SendingProblem::NoDeliveryBefore => Told::new(
            "Den tar sin leverans från övergången, men ingen aktivitet före den skapar någon.",
            "Sätt en aktivitet som skapar en leverans före den, eller välj leveransen här.",
        ),
        SendingProblem::ProofOnRecurring { number: at } => Told::new(
            format!(
                "Ändring {} begär ett korrektur, och en återkommande leverans skickar inga.",
                number(Lang::Sv, *at as u64)
            ),
            "Skicka korrekturet från mallen, eller använd en annan leveransaktivitet.",
        ),
        SendingProblem::NoMobileNumbers => Told::new(
            "Den skickar sms, och de här mottagarna har inga mobilnummer, så alla utelämnas.",
            "Importera mottagare med en kolumn för mobilnummer.",
        ),
        SendingProblem::LettersUntracked => Told::new(
            "Direktreklam går som fil till en distributör: brev har inga öppningar, klick eller studsar här.",
            "Se på meddelandena och uteslutningarna, inte på reaktionerna.",
        ),
        SendingProblem::NobodyConfirms => Told::new(
            "Godkännandet är manuellt, och ingen bekräftar någon av leveranserna under körningen, så ingenting \
             skickas.",
            "Låt någon bekräfta leveranserna, eller välj det automatiska läget.",
        ),
        SendingProblem::NobodyApproves => Told::new(
            "Kampanjen kräver att leveranser godkänns, och ingen godkänner någon av dem under körningen, så \
             ingenting skickas.",
            "Låt någon godkänna leveranserna i tid, eller ta bort kampanjens godkännanden.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_says_what_and_what_to_do_in_either_language() {
        let template = || Some("Letter".to_owned());
        let problems = [
            SendingProblem::SingleOnSchedule,
            SendingProblem::ChannelOnSchedule,
            SendingProblem::ValidityOutOfRange { template: template(), days: 0 },
            SendingProblem::PressureOutOfRange { template: None, messages: 0, days: 7 },
            SendingProblem::NoCapacity { template: template() },
            SendingProblem::PostponedTooLong { template: None, hours: 9_000 },
            SendingProblem::NoDeliveryBefore,
            SendingProblem::ProofOnRecurring { number: 2 },
            SendingProblem::NoMobileNumbers,
            SendingProblem::LettersUntracked,
            SendingProblem::NobodyConfirms,
            SendingProblem::NobodyApproves,
        ];
        for problem in &problems {
            let [en, sv] = [english(Lang::En, problem), swedish(problem)];
            for told in [&en, &sv] {
                assert!(told.what.ends_with('.') && told.remedy.ends_with('.'), "{told:?}");
            }
            assert_ne!(en, sv);
        }
        assert!(english(Lang::En, &problems[2]).what.contains("of the template “Letter” is 0 days"));
        assert!(swedish(&problems[2]).what.contains("i mallen ”Letter” är 0 dagar"));
    }
}
