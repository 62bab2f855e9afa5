//! The words of the list of pieces and of the lesson panel, in every language.

use crate::text::Lang;
use crate::text::format::{counted, counted_sv, number};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// Words without a number in them.
    #[derive(Debug)]
    pub struct Words {
        /// While the course is fetched.
        pub coming: &'static str,
        /// The course did not come, and what to do.
        pub missing: &'static str,
        /// Tries again.
        pub retry: &'static str,
        /// Heading of the pieces.
        pub pieces: &'static str,
        /// Heading of the skills.
        pub skills: &'static str,
        /// Says what a skill needs.
        pub skills_say: &'static str,
        /// Before what is so, on a card with a belief.
        pub truth: &'static str,
        /// A piece or skill that was not begun.
        pub not_begun: &'static str,
        /// One that was begun.
        pub begun: &'static str,
        /// One that is done.
        pub done: &'static str,
        /// A skill that is mastered.
        pub mastered: &'static str,
        /// Opens the first piece.
        pub begin: &'static str,
        /// Opens the piece that was begun.
        pub resume: &'static str,
        /// Opens the short tour.
        pub tour: &'static str,
        /// Heading of what concerns the progress.
        pub progress: &'static str,
        /// Says where the progress is.
        pub progress_says: &'static str,
        /// Saves the progress as a file.
        pub save: &'static str,
        /// Takes progress from a file.
        pub take: &'static str,
        /// Forgets the progress.
        pub erase: &'static str,
        /// Asks before that.
        pub erase_sure: &'static str,
        /// Does it.
        pub erase_yes: &'static str,
        /// Does not.
        pub erase_no: &'static str,
        /// The lesson panel.
        pub panel: &'static str,
        /// Closes the lesson.
        pub close: &'static str,
        /// Off to the free lab.
        pub leave: &'static str,
        /// In the free lab.
        pub away: &'static str,
        /// Back from it.
        pub come_back: &'static str,
        /// One step back.
        pub back: &'static str,
        /// One step on.
        pub next: &'static str,
        /// After the last step.
        pub finish: &'static str,
        /// Locks a prediction.
        pub lock: &'static str,
        /// Gives an answer.
        pub answer: &'static str as "verb",
        /// Has the workflow judged.
        pub check: &'static str,
        /// The question how sure one is.
        pub how_sure: &'static str,
        /// How sure, least first.
        pub confidence: [&'static str; 3],
        /// A prediction is locked: now the run.
        pub locked: &'static str,
        /// Starts the player.
        pub play: &'static str,
        /// Stops it.
        pub pause: &'static str,
        /// To the end of the run.
        pub to_end: &'static str,
        /// The column of what was answered.
        pub given: &'static str,
        /// The column of what is right.
        pub came: &'static str,
        /// Said of a right answer.
        pub right: &'static str,
        /// Said of a wrong one.
        pub wrong: &'static str,
        /// Said of a workflow that meets all goals.
        pub built: &'static str,
        /// Said of one that does not.
        pub not_built: &'static str,
        /// A goal that is met.
        pub met: &'static str,
        /// One that is not.
        pub unmet: &'static str,
        /// Before the name of a misconception.
        pub belief: &'static str,
        /// Leads to what refutes it.
        pub show_why: &'static str,
        /// Another try with other values.
        pub again: &'static str,
        /// One more hint.
        pub hint: &'static str,
        /// Says that the next hint voids credit.
        pub last_hint: &'static str,
        /// Puts a solution into the drawing.
        pub solve: &'static str,
        /// Begins the building anew.
        pub start_over: &'static str,
        /// Why one may not go on: something is to be done first.
        pub do_first: &'static str,
        /// Why one may not go on: it is to be answered first.
        pub answer_first: &'static str,
        /// Done, of what a reading step waits for.
        pub seen: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Words {
    lang.words(&EN, &SV)
}

/// How long a piece takes.
pub fn minutes(lang: Lang, minutes: u32) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "{minutes} min", minutes = number(lang, minutes.into())),
        Wording::Sv => format!("{} min", number(lang, minutes.into())),
    }
}

/// Which step of how many.
pub fn step_of(lang: Lang, step: usize, steps: usize) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Step {step} of {steps}", step, steps),
        Wording::Sv => format!("Steg {step} av {steps}"),
    }
}

/// How much of the course is done.
pub fn done_of(lang: Lang, done: usize, pieces: usize) -> String {
    match lang.wording() {
        Wording::En => say!(
            lang,
            "{done} of {pieces} done",
            done,
            pieces = counted(lang, pieces as u64, "piece", "pieces")
        ),
        Wording::Sv => format!("{done} av {} klara", counted_sv(pieces as u64, "del", "delar")),
    }
}

/// How far a skill is.
pub fn skill(lang: Lang, percent: u8, row: u8) -> String {
    let percent = super::home::percent(lang, percent);
    match lang.wording() {
        Wording::En => say!(lang, "{percent} right, {row} in a row", percent, row),
        Wording::Sv => format!("{percent} rätt, {row} i rad"),
    }
}

const EN: Words = Words {
    coming: "The course is on its way…",
    missing: "The course could not be fetched. Check the connection and try again; everything else works without it.",
    retry: "Try again",
    pieces: "The pieces",
    skills: "What you practise",
    skills_say: "A skill is mastered with three right answers in a row and enough right on the whole.",
    truth: "What is so",
    not_begun: "Not begun",
    begun: "Begun",
    done: "Done",
    mastered: "Mastered",
    begin: "Begin the course",
    resume: "Go on where you were",
    tour: "The short tour",
    progress: "Your progress",
    progress_says: "It stays on this device. Nothing is sent anywhere.",
    save: "Save progress",
    take: "Open progress…",
    erase: "Erase progress",
    erase_sure: "All answers and skills are forgotten. Sure?",
    erase_yes: "Yes, erase",
    erase_no: "Keep it",
    panel: "Lesson",
    close: "Close the lesson",
    leave: "Try things freely",
    away: "You are in the free lab. The lesson waits as you left it.",
    come_back: "Back to the lesson",
    back: "Back",
    next: "Next",
    finish: "Finish",
    lock: "Lock my prediction",
    answer: "Answer",
    check: "Check my workflow",
    how_sure: "How sure are you?",
    confidence: ["Guessing", "Fairly", "Sure"],
    locked: "Locked. Now let it run and see.",
    play: "Play",
    pause: "Pause",
    to_end: "To the end",
    given: "You said",
    came: "It is",
    right: "Right.",
    wrong: "Not quite.",
    built: "All goals are met.",
    not_built: "Not yet. Look at the goals that are open.",
    met: "met",
    unmet: "open",
    belief: "A common belief:",
    show_why: "Show me where",
    again: "Try another one",
    hint: "Hint",
    last_hint: "The next hint gives it away; this item then does not count.",
    solve: "Put this solution in",
    start_over: "Start over",
    do_first: "Do it in the lab first, then go on.",
    answer_first: "Answer first, then go on.",
    seen: "Done.",
};

const SV: Words = Words {
    coming: "Kursen är på väg…",
    missing: "Kursen gick inte att hämta. Se över anslutningen och försök igen; allt annat fungerar utan den.",
    retry: "Försök igen",
    pieces: "Delarna",
    skills: "Det du övar",
    skills_say: "En färdighet sitter efter tre rätta svar i rad och tillräckligt många rätt totalt.",
    truth: "Så är det",
    not_begun: "Inte påbörjad",
    begun: "Påbörjad",
    done: "Klar",
    mastered: "Sitter",
    begin: "Börja kursen",
    resume: "Fortsätt där du var",
    tour: "Den korta rundturen",
    progress: "Dina framsteg",
    progress_says: "De stannar på enheten. Inget skickas någonstans.",
    save: "Spara framsteg",
    take: "Öppna framsteg…",
    erase: "Radera framsteg",
    erase_sure: "Alla svar och färdigheter glöms. Säker?",
    erase_yes: "Ja, radera",
    erase_no: "Behåll",
    panel: "Lektion",
    close: "Stäng lektionen",
    leave: "Prova fritt",
    away: "Du är i det fria labbet. Lektionen väntar som du lämnade den.",
    come_back: "Tillbaka till lektionen",
    back: "Tillbaka",
    next: "Nästa",
    finish: "Avsluta",
    lock: "Lås min förutsägelse",
    answer: "Svara",
    check: "Kontrollera arbetsflödet",
    how_sure: "Hur säker är du?",
    confidence: ["Gissar", "Ganska", "Säker"],
    locked: "Låst. Låt det köra och se.",
    play: "Spela",
    pause: "Pausa",
    to_end: "Till slutet",
    given: "Du sa",
    came: "Det är",
    right: "Rätt.",
    wrong: "Inte riktigt.",
    built: "Alla mål är nådda.",
    not_built: "Inte än. Se vilka mål som är öppna.",
    met: "nått",
    unmet: "öppet",
    belief: "Det är lätt att tro:",
    show_why: "Visa var",
    again: "Försök med en ny",
    hint: "Ledtråd",
    last_hint: "Nästa ledtråd avslöjar svaret; uppgiften räknas då inte.",
    solve: "Lägg in den här lösningen",
    start_over: "Börja om",
    do_first: "Gör det i labbet först, gå sedan vidare.",
    answer_first: "Svara först, gå sedan vidare.",
    seen: "Klart.",
};
