//! More words of the list of pieces: what is next, the pass mark, the cards.

use crate::text::Lang;
use crate::text::format::{counted, counted_sv, whole_percent};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// Words without a number in them.
    #[derive(Debug)]
    pub struct Words {
        /// Above the piece that is next.
        pub next: &'static str,
        /// Above a piece that was begun.
        pub go_on_with: &'static str,
        /// Everything is done.
        pub all_done: &'static str,
        /// What to do then.
        pub all_done_says: &'static str,
        /// And where the certificate is, for who has passed.
        pub certificate_below: &'static str,
        /// Heading of the cards.
        pub cards: &'static str,
        /// The field that searches them.
        pub search: &'static str,
        /// No card has what is searched for.
        pub no_card: &'static str,
        /// A card with facts.
        pub reference: &'static str,
        /// A card with a belief.
        pub myth: &'static str,
        /// From a card to its lesson.
        pub to_lesson: &'static str,
        /// The pass mark.
        pub mark: &'static str,
        /// What it is for.
        pub mark_says: &'static str,
        /// Says where the progress is where nothing is kept on the device.
        pub not_kept: &'static str,
        /// Says that the learner cannot change the pass mark.
        pub mark_is_set: &'static str,
        /// A pass mark of one's own.
        pub custom: &'static str,
        /// The last piece.
        pub check: &'static str,
        /// Yes, the file in place of one's own progress.
        pub replace_yes: &'static str,
        /// No.
        pub replace_no: &'static str,
        /// Closes what is said of an older edition.
        pub understood: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Words {
    lang.words(&EN, &SV)
}

/// What is left of the course.
pub fn left(lang: Lang, minutes: u32) -> String {
    match lang.wording() {
        Wording::En => {
            say!(lang, "about {minutes} left", minutes = counted(lang, minutes.into(), "minute", "minutes"))
        }
        Wording::Sv => format!("ungefär {} kvar", counted_sv(minutes.into(), "minut", "minuter")),
    }
}

/// At which step of how many a piece was left.
pub fn at_step(lang: Lang, step: usize, steps: usize) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "at step {step} of {steps}", step, steps),
        Wording::Sv => format!("vid steg {step} av {steps}"),
    }
}

/// How many cards there are.
pub fn cards_found(lang: Lang, cards: usize) -> String {
    match lang.wording() {
        Wording::En => counted(lang, cards as u64, "card", "cards"),
        Wording::Sv => counted_sv(cards as u64, "kort", "kort"),
    }
}

/// A pass mark in percent.
pub fn percent(lang: Lang, percent: u8) -> String {
    whole_percent(lang, u64::from(percent) * 100)
}

/// How a skill stands, as it is spoken.
pub fn skill(lang: Lang, right: u8, row: u8, mark: u8) -> String {
    let [percent, mark] = [right, mark].map(|share| percent(lang, share));
    match lang.wording() {
        Wording::En => {
            say!(lang, "{percent} right (pass mark {mark}), {row} of 3 in a row", percent, mark, row)
        }
        Wording::Sv => format!("{percent} rätt (godkänt vid {mark}), {row} av 3 i rad"),
    }
}

const EN: Words = Words {
    next: "Next",
    go_on_with: "Go on with",
    all_done: "All pieces are done",
    all_done_says: "Take any of them again: the items draw other values.",
    certificate_below: "Your certificate is below.",
    cards: "Look it up",
    search: "Search the cards",
    no_card: "No card has this. Try another word.",
    reference: "Facts",
    myth: "Is it so?",
    to_lesson: "Open the lesson",
    mark: "Pass mark",
    mark_says: "From here on a skill and the final check are passed.",
    not_kept: "Nothing of it is kept on this device. The page or the course platform around the lab may keep it.",
    mark_is_set: "It is set by the page or the course platform that this lab is part of.",
    custom: "Own",
    check: "Final check",
    replace_yes: "Open the file",
    replace_no: "Keep mine",
    understood: "Understood",
};

const SV: Words = Words {
    next: "Nästa",
    go_on_with: "Fortsätt med",
    all_done: "Alla delar är klara",
    all_done_says: "Ta om vilken du vill: uppgifterna får andra värden.",
    certificate_below: "Ditt intyg finns nedan.",
    cards: "Slå upp",
    search: "Sök bland korten",
    no_card: "Inget kort har det. Prova ett annat ord.",
    reference: "Fakta",
    myth: "Stämmer det?",
    to_lesson: "Öppna lektionen",
    mark: "Gräns för godkänt",
    mark_says: "Härifrån är en färdighet och slutprovet godkända.",
    not_kept: "Inget av dem sparas på enheten. Sidan eller kursplattformen runt labbet kan spara dem.",
    mark_is_set: "Den bestäms av sidan eller kursplattformen som labbet ingår i.",
    custom: "Egen",
    check: "Slutprov",
    replace_yes: "Öppna filen",
    replace_no: "Behåll mina",
    understood: "Jag förstår",
};
