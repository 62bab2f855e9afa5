//! The words of the guided tour: short sentences, numbers only from the engine.

use super::Lang;
use super::format::{counted, number};

/// The words of the coach around the steps.
#[derive(Debug)]
pub struct Coach {
    /// Names the panel.
    pub tour: &'static str,
    /// Label of a number to predict.
    pub recurring: &'static str,
    /// Label of a number to predict.
    pub continuous: &'static str,
    /// Question.
    pub how_sure: &'static str,
    /// The answers, in the order of `Confidence::ALL`.
    pub confidences: [&'static str; 3],
    /// Button.
    pub lock: &'static str,
    /// Said of a locked prediction.
    pub locked: &'static str,
    /// What a prediction must be.
    pub must_be_number: &'static str,
    /// Button: play.
    pub play: &'static str,
    /// Button: to the end.
    pub to_the_end: &'static str,
    /// Button: makes the change.
    pub change: &'static str,
    /// Said once the change is made.
    pub changed: &'static str,
    /// Column heading.
    pub predicted: &'static str,
    /// Column heading.
    pub came_out: &'static str,
    /// Said of a right number.
    pub right: &'static str,
    /// Said of a wrong number.
    pub wrong: &'static str,
    /// Button.
    pub next: &'static str,
    /// Button of the last step.
    pub finish: &'static str,
    /// Button.
    pub back: &'static str,
    /// Button.
    pub skip: &'static str,
    /// Said at the end.
    pub completed: &'static str,
    /// Said where the tour was left.
    pub left: &'static str,
    /// Button.
    pub go_on: &'static str,
    /// Button.
    pub again: &'static str,
    /// Said where the scenario does not fit the tour.
    pub other_scenario: &'static str,
    /// Button.
    pub open_sample: &'static str,
    /// The subject that the change gives the creative.
    pub new_subject: &'static str,
    /// Heading and sentences of each step, in the order of `Step::ALL`.
    pub steps: [(&'static str, &'static [&'static str]); 9],
    /// What a step waits for, in the order of `Step::ALL`; empty where it waits for nothing.
    pub waits: [&'static str; 9],
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static Coach {
    match lang {
        Lang::En => &EN,
        Lang::Sv => &SV,
    }
}

/// Where the learner is: `Tour · 2 of 9`.
pub fn place(lang: Lang, step: usize, steps: usize) -> String {
    match lang {
        Lang::En => format!("Tour · {step} of {steps}"),
        Lang::Sv => format!("Rundtur · {step} av {steps}"),
    }
}

/// Why the recurring number came out as it did.
pub fn why_recurring(lang: Lang, made: u64) -> String {
    match lang {
        Lang::En => format!(
            "Recurring: every run made a new delivery, so {} stand in the list, each with its own broadLog and tracking log.",
            number(lang, made)
        ),
        Lang::Sv => format!(
            "Återkommande: varje körning skapade en ny leverans, så {} står i listan, var och en med egen leveranslogg och spårningslogg.",
            number(lang, made)
        ),
    }
}

/// Why the continuous number came out as it did.
pub fn why_continuous(lang: Lang, made: u64) -> String {
    let made_en = counted(lang, made, "delivery", "deliveries");
    match lang {
        Lang::En if made == 1 => {
            "Continuous: nothing changed during the year, so every run appended its rows to the same delivery.".into()
        }
        Lang::En => format!(
            "Continuous: the first run after a change of content starts another delivery. That makes {made_en}; the old logs stay with the first."
        ),
        Lang::Sv if made == 1 => {
            "Kontinuerlig: ingenting ändrades under året, så varje körning lade sina rader till samma leverans.".into()
        }
        Lang::Sv => format!(
            "Kontinuerlig: den första körningen efter en ändring av innehållet börjar en ny leverans. Det blir {}; de gamla loggarna stannar hos den första.",
            counted(lang, made, "leverans", "leveranser")
        ),
    }
}

const EN: Coach = Coach {
    tour: "Guided tour",
    recurring: "Recurring",
    continuous: "Continuous",
    how_sure: "How sure are you?",
    confidences: ["Guessing", "Fairly", "Sure"],
    lock: "Lock my prediction",
    locked: "Locked. It stays until you compare.",
    must_be_number: "Enter a whole number for each, such as 12.",
    play: "Play the year",
    to_the_end: "Go to the end of the year",
    change: "Change the subject half-way",
    changed: "The change is on the timeline.",
    predicted: "Predicted",
    came_out: "Came out",
    right: "as predicted",
    wrong: "not as predicted",
    next: "Next",
    finish: "Finish",
    back: "Back",
    skip: "Skip the tour",
    completed: "You have been through the tour. Change anything you like and play again.",
    left: "You left the tour. It goes on where you were.",
    go_on: "Go on",
    again: "Start again",
    other_scenario: "The tour needs a recurring and a continuous delivery side by side.",
    open_sample: "Open “Side by side”",
    new_subject: "Welcome – now with a gift",
    steps: [
        (
            "Two deliveries, one year",
            &[
                "Two branches run every Monday at 09:00, on the same recipients.",
                "One ends in a recurring delivery, one in a continuous delivery. What will a year of them leave behind?",
            ],
        ),
        (
            "Make a prediction",
            &[
                "After 52 weeks, how many deliveries will each branch have made? A guess is fine; it makes the answer stick.",
            ],
        ),
        (
            "Play the year",
            &["Each week is one run. Watch cards appear on one side, and layers pile up on the other."],
        ),
        ("What came out", &[]),
        (
            "Where are the logs?",
            &[
                "Every row of the broadLog points to a delivery. Open one: choose a card on the recurring side, then the card on the continuous side.",
                "Compare the column with the arrow.",
            ],
        ),
        (
            "Now change one thing",
            &[
                "Half-way through the year somebody edits the subject of the welcome e-mail. The continuous delivery refers to a template, and the edit goes there (an assumption of this lab).",
            ],
        ),
        (
            "Predict again",
            &["The workflow runs as before. How many deliveries will each branch have made now?"],
        ),
        ("Play the year again", &["Watch the continuous side at the first run after the change."]),
        ("What the change did", &[]),
    ],
    waits: [
        "",
        "Lock your prediction to go on.",
        "Play to the end of the year to go on.",
        "",
        "Open the logs of a delivery to go on.",
        "Make the change to go on.",
        "Lock your prediction to go on.",
        "Play to the end of the year to go on.",
        "",
    ],
};

const SV: Coach = Coach {
    tour: "Guidad rundtur",
    recurring: "Återkommande",
    continuous: "Kontinuerlig",
    how_sure: "Hur säker är du?",
    confidences: ["Gissar", "Ganska", "Säker"],
    lock: "Lås min förutsägelse",
    locked: "Låst. Den står kvar tills du jämför.",
    must_be_number: "Ange ett heltal för var och en, till exempel 12.",
    play: "Spela året",
    to_the_end: "Gå till årets slut",
    change: "Ändra ämnesraden halvvägs",
    changed: "Ändringen finns på tidslinjen.",
    predicted: "Förutsagt",
    came_out: "Det blev",
    right: "som förutsagt",
    wrong: "inte som förutsagt",
    next: "Nästa",
    finish: "Klar",
    back: "Tillbaka",
    skip: "Hoppa över rundturen",
    completed: "Du har gått hela rundturen. Ändra vad du vill och spela igen.",
    left: "Du lämnade rundturen. Den fortsätter där du var.",
    go_on: "Fortsätt",
    again: "Börja om",
    other_scenario: "Rundturen behöver en återkommande och en kontinuerlig leverans sida vid sida.",
    open_sample: "Öppna ”Sida vid sida”",
    new_subject: "Välkommen – nu med en present",
    steps: [
        (
            "Två leveranser, ett år",
            &[
                "Två grenar körs varje måndag kl. 09:00, med samma mottagare.",
                "Den ena slutar i en återkommande leverans, den andra i en kontinuerlig. Vad lämnar ett år av dem efter sig?",
            ],
        ),
        (
            "Gör en förutsägelse",
            &[
                "Hur många leveranser har varje gren skapat efter 52 veckor? En gissning duger; den gör att svaret fastnar.",
            ],
        ),
        (
            "Spela året",
            &[
                "Varje vecka är en körning. Se hur kort dyker upp på ena sidan och hur lager växer på den andra.",
            ],
        ),
        ("Så blev det", &[]),
        (
            "Var finns loggarna?",
            &[
                "Varje rad i leveransloggen pekar på en leverans. Öppna en: välj ett kort på den återkommande sidan, sedan kortet på den kontinuerliga.",
                "Jämför kolumnen med pilen.",
            ],
        ),
        (
            "Ändra en sak",
            &[
                "Halvvägs in i året ändrar någon ämnesraden i välkomstmejlet. Den kontinuerliga leveransen hänvisar till en mall, och ändringen hamnar där (ett antagande i labbet).",
            ],
        ),
        ("Förutsäg igen", &["Arbetsflödet körs som förut. Hur många leveranser har varje gren skapat nu?"]),
        (
            "Spela året igen",
            &["Håll ögonen på den kontinuerliga sidan vid den första körningen efter ändringen."],
        ),
        ("Vad ändringen gjorde", &[]),
    ],
    waits: [
        "",
        "Lås din förutsägelse för att gå vidare.",
        "Spela till årets slut för att gå vidare.",
        "",
        "Öppna loggarna för en leverans för att gå vidare.",
        "Gör ändringen för att gå vidare.",
        "Lås din förutsägelse för att gå vidare.",
        "Spela till årets slut för att gå vidare.",
        "",
    ],
};
