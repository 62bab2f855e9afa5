//! Indicators in words: what each is called and what it counts, with the page that defines it.

use super::Lang;
use super::format::{number, share};
use crate::log::indicators::{Basis, BasisPoints, Indicator, IndicatorId};
use crate::log::provenance::Behind;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// What an indicator is called.
pub fn name(lang: Lang, id: IndicatorId) -> &'static str {
    match id {
        IndicatorId::InitialPopulation => lang.pick("Initial population", "Ursprunglig population"),
        IndicatorId::Rejected => lang.pick("Rejected by rules", "Avvisade av regler"),
        IndicatorId::ToDeliver => lang.pick("Messages to deliver", "Meddelanden att leverera"),
        IndicatorId::Processed => lang.pick("Processed", "Behandlade"),
        IndicatorId::Success => lang.pick("Success", "Lyckade"),
        IndicatorId::Errors => lang.pick("Errors", "Fel"),
        IndicatorId::HardBounces => lang.pick("Hard bounces", "Hårda studsar"),
        IndicatorId::SoftBounces => lang.pick("Soft bounces", "Mjuka studsar"),
        IndicatorId::Opens => lang.pick("Distinct opens", "Unika öppningar"),
        IndicatorId::EstimatedOpens => lang.pick("Estimated distinct opens", "Uppskattade unika öppningar"),
        IndicatorId::RecipientClicks => lang.pick("Recipient clicks", "Mottagare som klickat"),
        IndicatorId::CumulatedClicks => lang.pick("Cumulated clicks", "Klick totalt"),
        IndicatorId::Clickers => lang.pick("Distinct clicks (people)", "Unika klick (personer)"),
        IndicatorId::RawReactivity => lang.pick("Raw reactivity", "Rå reaktionsgrad"),
        IndicatorId::EstimatedReactivity => lang.pick("Estimated reactivity", "Uppskattad reaktionsgrad"),
        IndicatorId::Unsubscriptions => lang.pick("Unsubscriptions", "Avregistreringar"),
        IndicatorId::PeopleReached => lang.pick("Different people reached", "Olika personer som nåtts"),
        IndicatorId::PeopleOpened => lang.pick("Different people who opened", "Olika personer som öppnat"),
        IndicatorId::PeopleClicked => lang.pick("Different people who clicked", "Olika personer som klickat"),
    }
}

/// What an indicator counts, in one or two sentences.
pub fn definition(lang: Lang, id: IndicatorId) -> &'static str {
    match lang.wording() {
        Wording::En => defined_en(lang, id),
        Wording::Sv => defined_sv(id),
    }
}

fn defined_en(lang: Lang, id: IndicatorId) -> &'static str {
    match id {
        IndicatorId::InitialPopulation => {
            say!(lang, "Everyone who was targeted, before the rules of the analysis left anybody out.")
        }
        IndicatorId::Rejected => {
            say!(
                lang,
                "Recipients the rules of the analysis left out, such as those who opted out or have no address."
            )
        }
        IndicatorId::ToDeliver => {
            say!(lang, "Rows in the broadLog after the analysis: one for each message.")
        }
        IndicatorId::Processed => say!(lang, "Messages with a result: success or error."),
        IndicatorId::Success => {
            say!(
                lang,
                "Messages with the status Sent. That is no proof that anybody received them, and a message that is \
             still being tried is not among them."
            )
        }
        IndicatorId::Errors => say!(lang, "Messages that could not be delivered."),
        IndicatorId::HardBounces => {
            say!(
                lang,
                "Messages that failed because the user is unknown. No other reason counts as hard in the report."
            )
        }
        IndicatorId::SoftBounces => {
            say!(
                lang,
                "Messages that failed because the server was unreachable or refused, the mailbox was full, the domain \
             was invalid or the account disabled."
            )
        }
        IndicatorId::Opens => {
            say!(
                lang,
                "Messages with any row in the tracking log, each counted once. So a click counts as an open, and \
             somebody who reads without images is not counted."
            )
        }
        IndicatorId::EstimatedOpens => {
            say!(
                lang,
                "Distinct opens scaled up to all messages, as if those who read in text format opened as often as the \
             others: opens × messages to deliver ÷ messages not in text format."
            )
        }
        IndicatorId::RecipientClicks => {
            say!(lang, "Messages in which a link was clicked, each counted once.")
        }
        IndicatorId::CumulatedClicks => {
            say!(lang, "All clicks on links; somebody who clicks three times counts three times.")
        }
        IndicatorId::Clickers => {
            say!(
                lang,
                "People who clicked a link, each counted once in a delivery however many messages of it they got."
            )
        }
        IndicatorId::RawReactivity => say!(lang, "The share of distinct opens in which a link was clicked."),
        IndicatorId::EstimatedReactivity => {
            say!(lang, "The share of estimated opens in which a link was clicked.")
        }
        IndicatorId::Unsubscriptions => say!(lang, "Clicks on the opt-out link."),
        IndicatorId::PeopleReached => {
            say!(
                lang,
                "Different people who were sent a message. Adding up deliveries counts a person again in each of them; \
             this does not. It is counted from the log rows that are left."
            )
        }
        IndicatorId::PeopleOpened => {
            say!(
                lang,
                "Different people who opened or clicked in any of the deliveries, counted from the log rows that are \
             left."
            )
        }
        IndicatorId::PeopleClicked => {
            say!(
                lang,
                "Different people who clicked a link in any of the deliveries, counted from the log rows that are left."
            )
        }
    }
}

const fn defined_sv(id: IndicatorId) -> &'static str {
    match id {
        IndicatorId::InitialPopulation => {
            "Alla som ingick i målgruppen, innan analysens regler utelämnade någon."
        }
        IndicatorId::Rejected => {
            "Mottagare som analysens regler utelämnade, till exempel de som har avregistrerat sig eller saknar \
             adress."
        }
        IndicatorId::ToDeliver => "Rader i leveransloggen efter analysen: en för varje meddelande.",
        IndicatorId::Processed => "Meddelanden som har fått ett resultat: lyckat eller fel.",
        IndicatorId::Success => {
            "Meddelanden med statusen Skickat. Det bevisar inte att någon har tagit emot dem, och ett meddelande \
             som systemet fortfarande försöker leverera räknas inte."
        }
        IndicatorId::Errors => "Meddelanden som inte gick att leverera.",
        IndicatorId::HardBounces => {
            "Meddelanden som misslyckades för att användaren är okänd. Inga andra orsaker räknas som hårda i \
             rapporten."
        }
        IndicatorId::SoftBounces => {
            "Meddelanden som misslyckades för att servern inte gick att nå eller vägrade, brevlådan var full, \
             domänen ogiltig eller kontot inaktiverat."
        }
        IndicatorId::Opens => {
            "Meddelanden med någon rad i spårningsloggen, vart och ett räknat en gång. Ett klick räknas alltså som \
             en öppning, och den som läser utan bilder räknas inte."
        }
        IndicatorId::EstimatedOpens => {
            "Unika öppningar uppräknade till alla meddelanden, som om de som läser i textformat öppnade lika ofta \
             som de andra: öppningar × meddelanden att leverera ÷ meddelanden som inte är i textformat."
        }
        IndicatorId::RecipientClicks => {
            "Meddelanden där någon klickat på en länk, vart och ett räknat en gång."
        }
        IndicatorId::CumulatedClicks => "Alla klick på länkar; den som klickar tre gånger räknas tre gånger.",
        IndicatorId::Clickers => {
            "Personer som klickat på en länk, var och en räknad en gång i en leverans hur många meddelanden de än \
             fått i den."
        }
        IndicatorId::RawReactivity => "Andelen unika öppningar där någon klickat på en länk.",
        IndicatorId::EstimatedReactivity => "Andelen uppskattade öppningar där någon klickat på en länk.",
        IndicatorId::Unsubscriptions => "Klick på avregistreringslänken.",
        IndicatorId::PeopleReached => {
            "Olika personer som fått ett meddelande skickat till sig. När leveranser summeras räknas en person en \
             gång i var och en av dem; här inte. Räknas på de loggrader som är kvar."
        }
        IndicatorId::PeopleOpened => {
            "Olika personer som öppnat eller klickat i någon av leveranserna, räknade på de loggrader som är kvar."
        }
        IndicatorId::PeopleClicked => {
            "Olika personer som klickat på en länk i någon av leveranserna, räknade på de loggrader som är kvar."
        }
    }
}

/// What rates on reception are taken on: `of successful messages`.
pub fn basis(lang: Lang, basis: Basis) -> &'static str {
    match basis {
        Basis::Success => lang.pick("of successful messages", "av lyckade meddelanden"),
        Basis::ToDeliver => lang.pick("of messages to deliver", "av meddelanden att leverera"),
    }
}

/// A rate with two decimals: `30.64%`, in Swedish `30,64 %`.
pub fn rate(lang: Lang, rate: BasisPoints) -> String {
    let (full, decimals) = (rate.get() / 100, rate.get() % 100);
    share(lang, &full.to_string(), &format!("{decimals:02}"))
}

/// An indicator with its value: `Distinct opens: 1,236 (30.64%)`. A rate of nothing is left out.
pub fn valued(lang: Lang, indicator: Indicator) -> String {
    let name = name(lang, indicator.id);
    let count = number(lang, indicator.numerator);
    match indicator.rate() {
        Some(value) => format!("{name}: {count} ({})", rate(lang, value)),
        None => format!("{name}: {count}"),
    }
}

/// How much of a count can still be looked at; nothing to say where all of it can.
pub fn purged(lang: Lang, behind: &Behind) -> Option<String> {
    let (left, count) = (number(lang, behind.rows), number(lang, behind.count));
    (behind.purged > 0).then(|| match lang.wording() {
        Wording::En => {
            say!(
                lang,
                "{left} of {count} rows are left. The database cleanup purged the others; the count stays.",
                left,
                count
            )
        }
        Wording::Sv => {
            format!(
                "{left} av {count} rader finns kvar. Databasrensningen tog bort de andra; antalet står kvar."
            )
        }
    })
}

/// Why the sum over several deliveries and the number of different people differ.
pub fn sum_or_people(lang: Lang) -> &'static str {
    lang.pick(
        "A cumulated report adds the deliveries up, so a person who opens in five of them is five opens. Different \
         people are counted once over all of them. A continuous delivery mixes the rows of all its runs, so its \
         figures alone cannot tell one run from another.",
        "En sammanlagd rapport summerar leveranserna, så en person som öppnar i fem av dem är fem öppningar. Olika \
         personer räknas en gång över alla. En kontinuerlig leverans blandar raderna från alla sina körningar, så av dess \
         siffror går det inte att se hur en enskild körning gick.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_indicator_has_words_of_its_own_in_both_languages() {
        let mut names = std::collections::BTreeSet::new();
        for id in IndicatorId::ALL {
            for lang in Lang::WRITTEN {
                assert!(names.insert((lang, name(lang, id))), "{id:?} shares its name");
                assert!(definition(lang, id).ends_with('.'), "{id:?}");
            }
            assert_ne!(definition(Lang::En, id), definition(Lang::Sv, id));
        }
    }

    #[test]
    fn a_rate_has_two_decimals() {
        let opens = Indicator { id: IndicatorId::Opens, numerator: 1, denominator: Some(3) };
        assert_eq!(valued(Lang::En, opens), "Distinct opens: 1 (33.33%)");
        assert_eq!(valued(Lang::Sv, opens), "Unika öppningar: 1 (33,33\u{a0}%)");
        let none = Indicator { denominator: Some(0), ..opens };
        assert_eq!(valued(Lang::En, none), "Distinct opens: 1");
        let clicks = Indicator { id: IndicatorId::CumulatedClicks, numerator: 4_092, denominator: None };
        assert_eq!(valued(Lang::En, clicks), "Cumulated clicks: 4,092");
    }
}
