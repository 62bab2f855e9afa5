//! Words of the gallery: what each sample teaches, and one's own templates.

use super::Lang;
use super::format::{counted, number, quoted};
use crate::scenario::samples::Sample;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Gallery {
        /// Heading, and the label of the button that opens the dialog.
        pub heading: &'static str,
        /// Button that closes it.
        pub close: &'static str,
        /// That nothing is lost by opening.
        pub intro: &'static str,
        /// Heading over the samples.
        pub samples: &'static str,
        /// Heading over one's own templates.
        pub own: &'static str,
        /// Where there is none yet.
        pub none: &'static str,
        /// Label of the field for the name of a new template.
        pub name: &'static str,
        /// Button: keeps the present scenario as a template.
        pub keep: &'static str,
        /// Button: opens a sample or template.
        pub open: &'static str,
        /// Button: deletes a template.
        pub delete: &'static str,
        /// Button: brings it back.
        pub undo: &'static str,
        /// Heading over what other tabs worked at.
        pub others: &'static str,
        /// What that is.
        pub others_what: &'static str,
        /// Where nothing can be kept on the device.
        pub fleeting: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Gallery {
    lang.words(&EN, &SV)
}

const EN: Gallery = Gallery {
    heading: "Gallery",
    close: "Close",
    intro: "Open one to begin from it. Your present work is one Undo away.",
    samples: "Samples",
    own: "My templates",
    none: "No templates yet. Save the present scenario as one to begin from it again.",
    name: "Name of the template",
    keep: "Save as a template",
    open: "Open",
    delete: "Delete",
    undo: "Undo",
    others: "From other tabs",
    others_what: "Work of tabs that this one has not written over. The newest eight are kept.",
    fleeting: "Nothing can be kept on this device, so these templates are here until the page is closed. Save those you need as files.",
};

const SV: Gallery = Gallery {
    heading: "Galleri",
    close: "Stäng",
    intro: "Öppna ett för att börja från det. Ditt nuvarande arbete får du tillbaka med Ångra.",
    samples: "Exempel",
    own: "Mina mallar",
    none: "Inga mallar än. Spara det nuvarande scenariot som mall för att börja från det igen.",
    name: "Mallens namn",
    keep: "Spara som mall",
    open: "Öppna",
    delete: "Ta bort",
    undo: "Ångra",
    others: "Från andra flikar",
    others_what: "Arbete i flikar som den här inte har skrivit över. De åtta senaste sparas.",
    fleeting: "Inget kan sparas på den här enheten, så mallarna finns tills sidan stängs. Spara dem du behöver som filer.",
};

/// What a sample teaches.
pub fn teaches(lang: Lang, sample: Sample) -> &'static str {
    match sample {
        Sample::SideBySide => lang.pick(
            "The same people, the same Monday: a recurring delivery makes 52 deliveries in a year, a continuous one stays one and grows.",
            "Samma personer, samma måndag: en återkommande leverans blir 52 leveranser på ett år, en kontinuerlig förblir en och växer.",
        ),
        Sample::RecurringWeekly => lang.pick(
            "A newsletter every Monday: each run makes a delivery of its own, with delivery and tracking logs of its own.",
            "Ett nyhetsbrev varje måndag: varje körning gör en egen leverans med egna leverans- och spårningsloggar.",
        ),
        Sample::ContinuousWeekly => lang.pick(
            "An incremental query finds only who is new, and a continuous delivery adds them to one and the same log.",
            "En inkrementell fråga hittar bara dem som är nya, och en kontinuerlig leverans lägger dem i en och samma logg.",
        ),
        Sample::Birthday => lang.pick(
            "Every morning to those who have their birthday: many small deliveries, and why some days have none.",
            "Varje morgon till dem som fyller år: många små leveranser, och varför vissa dagar inte ger någon.",
        ),
        Sample::Welcome => lang.pick(
            "A welcome to whoever joined in the last two weeks, once each: the history of the incremental query at work.",
            "En välkomsthälsning till dem som gått med de senaste två veckorna, en gång var: den inkrementella frågans historik i arbete.",
        ),
        Sample::SeasonalList => lang.pick(
            "Four times a year, with a history of 270 days: who gets the season's offer again, and who does not.",
            "Fyra gånger om året med 270 dagars historik: vem som får säsongens erbjudande igen, och vem som inte får det.",
        ),
    }
}

/// What the picture of a workflow shows, for those who do not see it.
pub fn picture(lang: Lang, activities: usize) -> String {
    let (one, many) = lang.either(("activity", "activities"), ("aktivitet", "aktiviteter"));
    let activities = counted(lang, activities as u64, one, many);
    match lang.wording() {
        Wording::En => say!(lang, "Drawing of a workflow with {activities}", activities),
        Wording::Sv => format!("Ritning av ett arbetsflöde med {activities}"),
    }
}

/// What a button does with the sample or template of this name.
pub fn with(word: &str, lang: Lang, name: &str) -> String {
    format!("{word}: {}", quoted(lang, name))
}

/// After a template was deleted.
pub fn deleted(lang: Lang, name: &str) -> String {
    let name = quoted(lang, name);
    match lang.wording() {
        Wording::En => say!(lang, "{name} was deleted.", name),
        Wording::Sv => format!("{name} togs bort."),
    }
}

/// A template needs a name.
pub fn name_missing(lang: Lang) -> &'static str {
    lang.pick("Give the template a name first.", "Ge mallen ett namn först.")
}

/// There are as many templates as are kept.
pub fn too_many(lang: Lang, most: usize) -> String {
    let most = number(lang, most as u64);
    match lang.wording() {
        Wording::En => say!(
            lang,
            "There are {most} templates, as many as are kept. Delete one you no longer need, or save the scenario as a file.",
            most
        ),
        Wording::Sv => format!(
            "Det finns {most} mallar, så många som sparas. Ta bort en du inte behöver, eller spara scenariot som fil."
        ),
    }
}

/// All templates together are too large.
pub fn too_large(lang: Lang) -> &'static str {
    lang.pick(
        "There is no room for this scenario among the templates on this device. Save it as a file, or delete a large template.",
        "Det finns inte plats för scenariot bland mallarna på den här enheten. Spara det som fil, eller ta bort en stor mall.",
    )
}

/// What is on the device is no list of templates.
pub fn unreadable(lang: Lang) -> &'static str {
    lang.pick(
        "The templates on this device could not be read. They were put aside and not deleted.",
        "Mallarna på den här enheten gick inte att läsa. De lades åt sidan och raderades inte.",
    )
}
