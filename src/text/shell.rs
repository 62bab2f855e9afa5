//! Words of the frame: header, tabs, samples, the list of findings.

use super::Lang;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Shell {
        /// Names the main landmark.
        pub page: &'static str,
        /// Names the group of tabs.
        pub modes: &'static str,
        /// Tab: build.
        pub build: &'static str,
        /// Tab: play.
        pub play: &'static str,
        /// Tab: compare.
        pub compare: &'static str,
        /// Tab: lesson.
        pub learn: &'static str,
        /// Label of the list of samples.
        pub sample: &'static str,
        /// Entry of that list for a scenario that is none.
        pub own_scenario: &'static str,
        /// The samples, in the order of `Sample::ALL`.
        pub samples: [&'static str; 6],
        /// Button.
        pub undo: &'static str,
        /// Button.
        pub redo: &'static str,
        /// Button: recipients.
        pub recipients: &'static str,
        /// Button: open a file.
        pub open: &'static str,
        /// Button: save a file.
        pub save: &'static str,
        /// The work is kept on this device, in short and in full.
        pub kept: [&'static str; 2],
        /// It is not, as the page around does not ask for it.
        pub not_kept: [&'static str; 2],
        /// It is not, as the browser refuses.
        pub refused: [&'static str; 2],
        /// It is not yet, as it came by a link.
        pub borrowed: [&'static str; 2],
        /// Label of the language menu.
        pub language: &'static str,
        /// Button that shows the tools which a narrow page hides.
        pub more: &'static str,
        /// Label of the theme switch.
        pub theme: &'static str,
        /// The themes, in the order of `Theme::ALL`.
        pub themes: [&'static str; 4],
        /// Button: help and about.
        pub help: &'static str,
        /// Heading over findings that keep the scenario from running.
        pub cannot_run: &'static str,
        /// Heading over findings that do not.
        pub doubtful: &'static str,
        /// Button: goes to the activity a finding is about.
        pub show_place: &'static str,
        /// Button that closes something.
        pub close: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Shell {
    lang.words(&EN, &SV)
}

const EN: Shell = Shell {
    page: "Delivery Lab",
    modes: "Mode",
    build: "Build",
    play: "Play",
    compare: "Compare",
    learn: "Learn",
    sample: "Sample",
    own_scenario: "My scenario",
    samples: [
        "Side by side",
        "Recurring, weekly",
        "Continuous, weekly",
        "Birthday e-mail",
        "Welcome e-mail",
        "Seasonal list",
    ],
    undo: "Undo",
    redo: "Redo",
    recipients: "Recipients",
    open: "Open",
    save: "Save",
    kept: ["Saved on this device", "Your work is saved on this device at every change."],
    not_kept: [
        "Not saved here",
        "This page shows a scenario of its own and keeps no changes. Save the scenario as a file to keep it.",
    ],
    refused: [
        "Not saved here",
        "The browser lets this page keep nothing. Save the scenario as a file to keep it.",
    ],
    borrowed: [
        "Not saved here",
        "A shared scenario is saved on this device once you change it; until then your own work stays there.",
    ],
    language: "Language",
    more: "More tools",
    theme: "Theme",
    themes: ["As the device", "Light", "Dark", "High contrast"],
    help: "Help and about",
    cannot_run: "This workflow cannot run yet",
    doubtful: "Worth a look",
    show_place: "Show",
    close: "Close",
};

const SV: Shell = Shell {
    page: "Delivery Lab",
    modes: "Läge",
    build: "Bygg",
    play: "Spela",
    compare: "Jämför",
    learn: "Lär dig",
    sample: "Exempel",
    own_scenario: "Mitt scenario",
    samples: [
        "Sida vid sida",
        "Återkommande, varje vecka",
        "Kontinuerlig, varje vecka",
        "Födelsedagsmejl",
        "Välkomstmejl",
        "Säsongslista",
    ],
    undo: "Ångra",
    redo: "Gör om",
    recipients: "Mottagare",
    open: "Öppna",
    save: "Spara",
    kept: ["Sparat på enheten", "Ditt arbete sparas på den här enheten vid varje ändring."],
    not_kept: [
        "Sparas inte här",
        "Sidan visar ett eget scenario och sparar inga ändringar. Spara scenariot som fil för att behålla det.",
    ],
    refused: [
        "Sparas inte här",
        "Webbläsaren låter inte sidan spara något. Spara scenariot som fil för att behålla det.",
    ],
    borrowed: [
        "Sparas inte här",
        "Ett delat scenario sparas på enheten när du ändrar det; till dess ligger ditt eget arbete kvar.",
    ],
    language: "Språk",
    more: "Fler verktyg",
    theme: "Tema",
    themes: ["Som enheten", "Ljust", "Mörkt", "Hög kontrast"],
    help: "Hjälp och om",
    cannot_run: "Arbetsflödet kan inte köras än",
    doubtful: "Värt en titt",
    show_place: "Visa",
    close: "Stäng",
};
