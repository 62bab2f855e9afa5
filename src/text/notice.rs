//! Messages to the person in words, each with what to do.

use super::Lang;
use super::format::{counted, quoted};
use super::told::Told;

/// A file could not be opened.
pub fn cannot_open(lang: Lang, name: &str, told: &Told) -> Told {
    let name = quoted(lang, name);
    let what = match lang {
        Lang::En => format!("{name} could not be opened. {}", told.what),
        Lang::Sv => format!("{name} kunde inte öppnas. {}", told.what),
    };
    Told::new(what, told.remedy.clone())
}

/// A scenario at an address could not be loaded.
pub fn cannot_load(lang: Lang, address: &str) -> Told {
    match lang {
        Lang::En => Told::new(
            format!("The scenario at {address} could not be loaded."),
            "Check the address and that its server lets this page read it. Your work is as it was.",
        ),
        Lang::Sv => Told::new(
            format!("Scenariot på {address} kunde inte hämtas."),
            "Kontrollera adressen och att servern låter sidan läsa den. Ditt arbete är som det var.",
        ),
    }
}

/// What was saved on the device could not be read.
pub fn saved_work_unreadable(lang: Lang) -> Told {
    match lang {
        Lang::En => Told::new(
            "The work saved on this device could not be read, so the sample is open instead.",
            "Nothing was thrown away: a copy is kept on the device.",
        ),
        Lang::Sv => Told::new(
            "Arbetet som sparats på enheten kunde inte läsas, så exemplet är öppet i stället.",
            "Ingenting har kastats: en kopia finns kvar på enheten.",
        ),
    }
}

/// Nothing can be kept on the device.
pub fn cannot_save(lang: Lang) -> Told {
    match lang {
        Lang::En => Told::new(
            "This browser does not let the page keep anything on the device.",
            "Your work lasts until the page is closed. Save it as a file to keep it.",
        ),
        Lang::Sv => Told::new(
            "Webbläsaren låter inte sidan spara något på enheten.",
            "Arbetet finns tills sidan stängs. Spara det som en fil för att behålla det.",
        ),
    }
}

/// An option has a value that is none.
pub fn unknown_option(lang: Lang, name: &str, value: &str) -> Told {
    let value = quoted(lang, value);
    match lang {
        Lang::En => Told::new(
            format!("The option {name} does not know the value {value}."),
            "It was left out. The options and their values are listed in the README.",
        ),
        Lang::Sv => Told::new(
            format!("Alternativet {name} känner inte till värdet {value}."),
            "Det hoppades över. Alternativen och deras värden står i README.",
        ),
    }
}

/// Recipients were imported.
pub fn imported(lang: Lang, recipients: u64, left_out: u64) -> Told {
    match lang {
        Lang::En => Told::new(
            format!("{} imported.", counted(lang, recipients, "recipient was", "recipients were")),
            if left_out == 0 {
                "The year was simulated anew.".to_owned()
            } else {
                format!("{} left out.", counted(lang, left_out, "line was", "lines were"))
            },
        ),
        Lang::Sv => Told::new(
            format!("{}.", counted(lang, recipients, "mottagare importerades", "mottagare importerades")),
            if left_out == 0 {
                "Året har simulerats på nytt.".to_owned()
            } else {
                format!("{}.", counted(lang, left_out, "rad hoppades över", "rader hoppades över"))
            },
        ),
    }
}
