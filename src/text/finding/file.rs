//! Why a scenario file does not open, in both languages.

use crate::scenario::wire::{OpenProblem, VERSION};
use crate::text::Lang;
use crate::text::format::number;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

/// Why a file does not open and what to do about it.
pub fn told(lang: Lang, problem: &OpenProblem) -> Told {
    match lang.wording() {
        Wording::En => english(lang, problem),
        Wording::Sv => swedish(problem),
    }
}

fn english(lang: Lang, problem: &OpenProblem) -> Told {
    match problem {
        OpenProblem::TooLarge { limit } => Told::new(
            say!(lang, "The file is larger than {limit} bytes.", limit = number(lang, *limit as u64)),
            say!(lang, "Choose a smaller file: a scenario is seldom larger than a few megabytes."),
        ),
        OpenProblem::NotText => Told::new(
            say!(lang, "The file is not UTF-8 text."),
            say!(lang, "Choose a scenario file, which ends in .lab.json, or save this one as UTF-8."),
        ),
        OpenProblem::NotJson { line, column } => Told::new(
            say!(
                lang,
                "The file is not valid JSON: reading stops at line {line}, column {column}.",
                line,
                column
            ),
            say!(lang, "Correct that place, or save the scenario again from the lab."),
        ),
        OpenProblem::NotAScenario => Told::new(
            say!(lang, "The file is JSON but not a scenario of the lab."),
            say!(lang, "Choose a scenario file, which ends in .lab.json and names its format and version."),
        ),
        OpenProblem::LaterVersion { version } => Told::new(
            say!(
                lang,
                "The file has version {version} of the format; this lab reads up to version {known}.",
                version,
                known = VERSION
            ),
            say!(lang, "Open it with a newer lab."),
        ),
        OpenProblem::UnknownKind => Told::new(
            say!(lang, "The lab has no use for files of this kind."),
            say!(
                lang,
                "Open a .lab.json file, an SVG or PNG picture exported from the lab, or a CSV file with recipients."
            ),
        ),
        OpenProblem::NothingInside => Told::new(
            say!(lang, "There is no scenario inside this picture."),
            say!(
                lang,
                "Only pictures exported from the lab hold one; some programs and chats remove it. Ask for the .lab.json file or the link."
            ),
        ),
        OpenProblem::DamagedPicture => Told::new(
            say!(lang, "The picture is damaged, so the scenario inside cannot be read."),
            say!(lang, "Copy or export it again, or ask for the .lab.json file or the link."),
        ),
        OpenProblem::Unreadable => Told::new(
            say!(lang, "The browser could not read the file."),
            say!(lang, "See that it is still there, is a file and not a folder, and that you may read it."),
        ),
        OpenProblem::Invalid { place, detail } if place.is_empty() => Told::new(
            say!(lang, "A part of the file is not as it should be: {stopped}", stopped = stopped(detail)),
            say!(lang, "Correct it, or save the scenario again from the lab."),
        ),
        OpenProblem::Invalid { place, detail } => Told::new(
            say!(
                lang,
                "The part {place} of the file is not as it should be: {stopped}",
                place,
                stopped = stopped(detail)
            ),
            say!(lang, "Correct it, or save the scenario again from the lab."),
        ),
    }
}

fn swedish(problem: &OpenProblem) -> Told {
    match problem {
        OpenProblem::TooLarge { limit } => Told::new(
            format!("Filen är större än {} byte.", number(Lang::Sv, *limit as u64)),
            "Välj en mindre fil: ett scenario är sällan större än några megabyte.",
        ),
        OpenProblem::NotText => Told::new(
            "Filen är inte text i UTF-8.",
            "Välj en scenariofil, som slutar på .lab.json, eller spara den här som UTF-8.",
        ),
        OpenProblem::NotJson { line, column } => Told::new(
            format!("Filen är inte giltig JSON: läsningen stannar på rad {line}, kolumn {column}."),
            "Rätta det stället, eller spara scenariot på nytt från labbet.",
        ),
        OpenProblem::NotAScenario => Told::new(
            "Filen är JSON men inget scenario från labbet.",
            "Välj en scenariofil, som slutar på .lab.json och anger sitt format och sin version.",
        ),
        OpenProblem::LaterVersion { version } => Told::new(
            format!(
                "Filen har version {version} av formatet; det här labbet läser till och med version {VERSION}."
            ),
            "Öppna den med ett nyare labb.",
        ),
        OpenProblem::UnknownKind => Told::new(
            "Labbet har ingen användning för filer av det här slaget.",
            "Öppna en .lab.json-fil, en SVG- eller PNG-bild exporterad från labbet eller en CSV-fil med mottagare.",
        ),
        OpenProblem::NothingInside => Told::new(
            "Det finns inget scenario i den här bilden.",
            "Bara bilder exporterade från labbet har ett, och vissa program och chattar tar bort det. Be om .lab.json-filen eller länken.",
        ),
        OpenProblem::DamagedPicture => Told::new(
            "Bilden är skadad, så scenariot i den går inte att läsa.",
            "Kopiera eller exportera den igen, eller be om .lab.json-filen eller länken.",
        ),
        OpenProblem::Unreadable => Told::new(
            "Webbläsaren kunde inte läsa filen.",
            "Se efter att den finns kvar, är en fil och inte en mapp, och att du får läsa den.",
        ),
        OpenProblem::Invalid { place, detail } if place.is_empty() => Told::new(
            format!("En del av filen är inte som den ska. Läsaren svarar på engelska: {}", stopped(detail)),
            "Rätta den, eller spara scenariot på nytt från labbet.",
        ),
        OpenProblem::Invalid { place, detail } => Told::new(
            format!(
                "Delen {place} av filen är inte som den ska. Läsaren svarar på engelska: {}",
                stopped(detail)
            ),
            "Rätta den, eller spara scenariot på nytt från labbet.",
        ),
    }
}

/// With a full stop at its end, as the reader's own words have none.
fn stopped(detail: &str) -> String {
    format!("{}.", detail.trim_end_matches('.'))
}
