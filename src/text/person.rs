//! Words for one recipient: the search for them, what the logs have about them, why each run did or did not reach them.

use super::Lang;
use super::activity::{exclusion_reason, failure_reason, message_status};
use super::format::{counted, number};
use crate::engine::fate::UrlType;
use crate::log::chain::RunOutcome;
use crate::log::rows::MessageStatus;
use crate::log::trail::TrailWhat;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Person {
        /// Heading while somebody is looked for.
        pub heading: &'static str,
        /// Button that opens the search.
        pub open: &'static str,
        /// Names the search.
        pub search: &'static str,
        /// What can be typed.
        pub hint: &'static str,
        /// Button: searches.
        pub find: &'static str,
        /// While it is searched.
        pub finding: &'static str,
        /// Said where nobody is found.
        pub nobody: &'static str,
        /// Names the list of those found.
        pub found: &'static str,
        /// Button that closes the panel.
        pub close: &'static str,
        /// Button: another recipient.
        pub another: &'static str,
        /// Names the tabs.
        pub parts: &'static str,
        /// The tabs: the logs, why.
        pub names: [&'static str; 2],
        /// What is behind each.
        pub explained: [&'static str; 2],
        /// The columns of the trail: when, delivery, run, what.
        pub trail: [&'static str; 4],
        /// Names the pager of the trail.
        pub trail_pager: &'static str,
        /// Said where the logs have nothing.
        pub no_trail: &'static str,
        /// Names the pager of the runs.
        pub runs_pager: &'static str,
        /// Said where there was no run.
        pub no_runs: &'static str,
        /// While the run is watched once more.
        pub watching: &'static str,
        /// Opens the whole chain of rules.
        pub chain: &'static str,
        /// Answer of a run that reached them, and of one that did not.
        pub answers: [&'static str; 2],
        /// Filter of the runs: all, with a message, without.
        pub filters: [&'static str; 3],
        /// Names that filter.
        pub filter: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Person {
    lang.words(&EN, &SV)
}

const EN: Person = Person {
    heading: "Follow a recipient",
    open: "Follow a recipient",
    search: "Number, name or address",
    hint: "17, Berg or ada@",
    find: "Find",
    finding: "Looking for recipients",
    nobody: "Nobody is called that. Try a part of the name, or a number.",
    found: "Recipients found",
    close: "Close the recipient",
    another: "Another recipient",
    parts: "About the recipient",
    names: ["In the logs", "Why, run by run"],
    explained: [
        "What the logs of all deliveries have about this recipient, in order of time",
        "Whether each run reached this recipient, and the rule that decided",
    ],
    trail: ["When", "Delivery", "Run", "What"],
    trail_pager: "Pages of the recipient's rows",
    no_trail: "No log has anything about this recipient yet. Why, run by run, tells the reason.",
    runs_pager: "Pages of the runs",
    no_runs: "No delivery activity has run yet: play on.",
    watching: "Running the weeks once more, watching this recipient",
    chain: "The whole chain of rules",
    answers: ["Yes", "No"],
    filters: ["All runs", "With a message", "Without a message"],
    filter: "Which runs",
};

const SV: Person = Person {
    heading: "Följ en mottagare",
    open: "Följ en mottagare",
    search: "Nummer, namn eller adress",
    hint: "17, Berg eller ada@",
    find: "Sök",
    finding: "Söker mottagare",
    nobody: "Ingen heter så. Försök med en del av namnet, eller ett nummer.",
    found: "Hittade mottagare",
    close: "Stäng mottagaren",
    another: "En annan mottagare",
    parts: "Om mottagaren",
    names: ["I loggarna", "Varför, körning för körning"],
    explained: [
        "Vad alla leveransers loggar har om mottagaren, i tidsordning",
        "Om varje körning nådde mottagaren, och regeln som avgjorde",
    ],
    trail: ["När", "Leverans", "Körning", "Vad"],
    trail_pager: "Sidor med mottagarens rader",
    no_trail: "Ingen logg har något om mottagaren än. Varför, körning för körning, säger orsaken.",
    runs_pager: "Körningarnas sidor",
    no_runs: "Ingen leveransaktivitet har körts än: spela vidare.",
    watching: "Kör veckorna en gång till och följer mottagaren",
    chain: "Hela kedjan av regler",
    answers: ["Ja", "Nej"],
    filters: ["Alla körningar", "Med meddelande", "Utan meddelande"],
    filter: "Vilka körningar",
};

/// How many were found, and how many of them are listed.
pub fn found(lang: Lang, count: u64, listed: u64) -> String {
    let all =
        counted(lang, count, lang.either("recipient", "mottagare"), lang.either("recipients", "mottagare"));
    if listed >= count {
        return format!("{all}.");
    }
    let listed = number(lang, listed);
    match lang.wording() {
        Wording::En => {
            say!(lang, "{all}; the first {listed} are listed. Type more to narrow it down.", all, listed)
        }
        Wording::Sv => format!("{all}; de {listed} första visas. Skriv mer för att begränsa."),
    }
}

/// How many runs reached them: `A message in 12 of 52 runs until now.`
pub fn reached(lang: Lang, reached: u64, runs: u64) -> String {
    let runs_word = counted(lang, runs, lang.either("run", "körning"), lang.either("runs", "körningar"));
    let reached = number(lang, reached);
    match lang.wording() {
        Wording::En => say!(lang, "A message in {reached} of {runs} until now.", reached, runs = runs_word),
        Wording::Sv => format!("Ett meddelande i {reached} av {runs_word} hittills."),
    }
}

/// What a run was to them, in a few words.
pub fn outcome(lang: Lang, outcome: RunOutcome) -> String {
    match outcome {
        RunOutcome::Message(status) => {
            format!("{}: {}", lang.pick("message", "meddelande"), lang.within(message_status(lang, status)))
        }
        RunOutcome::LeftOut(reason) => format!(
            "{}: {}",
            lang.pick("left out by the analysis", "utelämnad av analysen"),
            lang.within(exclusion_reason(lang, reason))
        ),
        RunOutcome::NotReached => lang.pick("did not reach the delivery", "nådde inte leveransen").into(),
    }
}

/// What a log has about them, in a few words.
pub fn trail(lang: Lang, what: &TrailWhat) -> String {
    match what {
        TrailWhat::LeftOut(row) => format!(
            "{}: {}",
            lang.pick("Targeted, left out by the analysis", "I målgruppen, utelämnad av analysen"),
            lang.within(exclusion_reason(lang, row.reason))
        ),
        TrailWhat::Prepared(row) => format!(
            "{} {}",
            lang.pick("Targeted, message prepared: broadLog row", "I målgruppen, meddelande förberett: rad"),
            number(lang, row.id)
        ),
        TrailWhat::Became(row) => match row.status {
            MessageStatus::Failed(reason) | MessageStatus::TakenIntoAccount(reason) => {
                format!("{}: {}", message_status(lang, row.status), lang.within(failure_reason(lang, reason)))
            }
            status => message_status(lang, status).to_owned(),
        },
        TrailWhat::Reacted(UrlType::Open, _) => lang.pick("Opened", "Öppnade").to_owned(),
        TrailWhat::Reacted(UrlType::OptOut, _) => lang.pick("Opted out", "Avregistrerade sig").to_owned(),
        TrailWhat::Reacted(UrlType::Click, link) => {
            let clicked = lang.pick("Clicked", "Klickade");
            link.as_deref().map_or_else(|| clicked.to_owned(), |link| format!("{clicked} {link}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::time::SimTime;
    use crate::log::rows::{ExclusionReason, ExclusionRow};
    use crate::text::lang::Tongue;

    #[test]
    fn within_a_line_german_nouns_keep_their_capitals() {
        let at = SimTime::parse("2026-05-04T09:00:00").unwrap();
        let reason = ExclusionReason::AddressNotSpecified;
        let what = TrailWhat::LeftOut(ExclusionRow { recipient: 0, delivery: 0, run: 1, at, reason });
        assert!(trail(Lang::En, &what).ends_with(": address not specified"));
        assert!(trail(Lang::Pack(Tongue::De), &what).ends_with(": Address not specified"));
    }
}
