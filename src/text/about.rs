//! Words of the about box: what this is, its keys, what is simulated, what stays where, whose marks they are.

use super::Lang;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct About {
        /// The box's name.
        pub heading: &'static str,
        /// Button.
        pub close: &'static str,
        /// The first paragraph.
        pub what: &'static str,
        /// Heading of the keys.
        pub keys: &'static str,
        /// The keys, each with what it does.
        pub key_list: [(&'static str, &'static str); 5],
        /// Headings, each with a paragraph.
        pub sections: [(&'static str, &'static str); 3],
        /// Button: takes the tour from its first step.
        pub tour: &'static str,
        /// Link to the licences of the libraries.
        pub licences: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static About {
    lang.words(&EN, &SV)
}

/// The last line: version and licence.
pub fn version(lang: Lang, version: &str) -> String {
    match lang.wording() {
        Wording::En => say!(
            lang,
            "Version {version}. Free software under the MIT licence or the Apache licence 2.0, as you choose.",
            version
        ),
        Wording::Sv => format!(
            "Version {version}. Fri programvara under MIT-licensen eller Apache-licensen 2.0, som du väljer."
        ),
    }
}

const EN: About = About {
    heading: "About Delivery Lab",
    close: "Close",
    what: "Delivery Lab runs a campaign workflow through simulated weeks and shows what a recurring and a \
           continuous delivery leave behind: deliveries, broadLog rows, tracking log rows.",
    keys: "Keys",
    key_list: [
        ("Space", "Play and pause, wherever the focus is not on a button or a field"),
        ("← →", "On the timeline: a week back or on"),
        ("Page Up, Page Down", "On the timeline: four weeks on or back"),
        ("Home, End", "On the timeline: to the start, to the end"),
        ("Esc", "Closes a box, lets go of the chosen activity"),
    ],
    sections: [
        (
            "What is simulated",
            "Everything. Recipients, messages and reactions are made up, unless you import recipients of your \
             own. The rules follow Adobe's public documentation; where it is silent the lab assumes something, \
             and says that it is an assumption.",
        ),
        (
            "What stays where",
            "Nothing leaves your browser by itself: the lab has no account, sets no cookies and sends nothing anywhere. \
             Where a course platform opened it, or the page around it asks, these learn your progress and answers. \
             Your work is kept on this device only.",
        ),
        (
            "Independent",
            "This is not an Adobe product. Adobe and Adobe Campaign are trademarks of Adobe; this simulator is \
             independent of Adobe.",
        ),
    ],
    tour: "Start the guided tour",
    licences: "The libraries inside, and their licences",
};

const SV: About = About {
    heading: "Om Delivery Lab",
    close: "Stäng",
    what: "Delivery Lab kör ett kampanjarbetsflöde genom simulerade veckor och visar vad en återkommande och en \
           kontinuerlig leverans lämnar efter sig: leveranser, rader i leveransloggen (broadLog) och \
           spårningsloggen.",
    keys: "Tangenter",
    key_list: [
        ("Mellanslag", "Spela och pausa, när fokus inte är på en knapp eller ett fält"),
        ("← →", "På tidslinjen: en vecka bakåt eller framåt"),
        ("Page Up, Page Down", "På tidslinjen: fyra veckor framåt eller bakåt"),
        ("Home, End", "På tidslinjen: till början, till slutet"),
        ("Esc", "Stänger en ruta, släpper den valda aktiviteten"),
    ],
    sections: [
        (
            "Vad som är simulerat",
            "Allt. Mottagare, meddelanden och reaktioner är påhittade, om du inte importerar egna mottagare. \
             Reglerna följer Adobes offentliga dokumentation; där den tiger antar labbet något, och säger att \
             det är ett antagande.",
        ),
        (
            "Vad som stannar var",
            "Inget lämnar din webbläsare av sig självt: labbet har inget konto, sätter inga kakor och skickar inget \
             någonstans. Om en kursplattform öppnade det, eller sidan runt det frågar, får de veta dina framsteg och \
             svar. Ditt arbete sparas bara på den här enheten.",
        ),
        (
            "Oberoende",
            "Det här är ingen Adobe-produkt. Adobe och Adobe Campaign är varumärken som tillhör Adobe; \
             simulatorn är oberoende av Adobe.",
        ),
    ],
    tour: "Starta rundturen",
    licences: "Biblioteken inuti, och deras licenser",
};
