//! Why no rate is over 100 %: what might be divided by what, with one's own numbers.

use crate::log::indicators::Quotient;
use crate::text::Lang;

/// The heading of the panel.
pub fn heading(lang: Lang) -> &'static str {
    lang.pick("Why no rate is over 100%", "Därför blir ingen andel över 100 %")
}

/// What the panel says first.
pub fn lead(lang: Lang) -> &'static str {
    lang.pick(
        "A rate stays below 100% only if whatever it counts is part of what it is divided by. The reports count \
         messages and divide by messages: a message that is opened five times is opened once. These are your own \
         numbers, divided in four ways.",
        "En andel håller sig under 100 % bara om det som räknas är en del av det som man delar med. Rapporterna räknar \
         meddelanden och delar med meddelanden: ett meddelande som öppnas fem gånger är öppnat en gång. Här är dina \
         egna siffror, delade på fyra sätt.",
    )
}

/// The columns: what is divided, the numbers, the result.
pub fn columns(lang: Lang) -> [&'static str; 3] {
    lang.pick(["Division", "Numbers", "Result"], ["Division", "Siffror", "Resultat"])
}

/// What is divided by what.
pub fn name(lang: Lang, quotient: Quotient) -> &'static str {
    match quotient {
        Quotient::AllOpensOfMessages => {
            lang.pick("All opens ÷ successful messages", "Alla öppningar ÷ lyckade meddelanden")
        }
        Quotient::OpensOfPeople => {
            lang.pick("Distinct opens ÷ different people", "Unika öppningar ÷ olika personer")
        }
        Quotient::OpensOfMessages => {
            lang.pick("Distinct opens ÷ successful messages", "Unika öppningar ÷ lyckade meddelanden")
        }
        Quotient::PeopleOfPeople => lang.pick(
            "Different people who opened ÷ different people reached",
            "Olika personer som öppnat ÷ olika personer som nåtts",
        ),
    }
}

/// What comes of it.
pub fn verdict(lang: Lang, quotient: Quotient) -> &'static str {
    match quotient {
        Quotient::AllOpensOfMessages => lang.pick(
            "Can pass 100%: whoever opens twice is counted twice. No report takes this rate.",
            "Kan passera 100 %: den som öppnar två gånger räknas två gånger. Ingen rapport räknar så.",
        ),
        Quotient::OpensOfPeople => lang.pick(
            "Passes 100% once people get several messages: above are messages, below are people. No report takes \
             this rate.",
            "Passerar 100 % när personer får flera meddelanden: ovan står meddelanden, under står personer. Ingen \
             rapport räknar så.",
        ),
        Quotient::OpensOfMessages => lang.pick(
            "Never passes 100%: each message opened is one of those sent. This is the rate of the reports.",
            "Passerar aldrig 100 %: varje öppnat meddelande är ett av de skickade. Det är rapporternas andel.",
        ),
        Quotient::PeopleOfPeople => lang.pick(
            "Never passes 100%: each person is counted once above and once below. The lab adds this one.",
            "Passerar aldrig 100 %: varje person räknas en gång ovan och en gång under. Den här lägger labbet till.",
        ),
    }
}
