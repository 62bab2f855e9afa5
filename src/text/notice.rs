//! Messages at the corner of the page: what happened, and what to do about it.

use super::Lang;
use super::format::{counted, quoted};
use super::told::Told;
use crate::scenario::clipping::ClippingProblem;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// Before the reason why a file cannot be opened.
pub fn cannot_open(lang: Lang, name: &str, reason: &Told) -> Told {
    let name = quoted(lang, name);
    let what = match lang.wording() {
        Wording::En => {
            say!(lang, "{name} was not opened, and your work is as it was. {what}", name, what = reason.what)
        }
        Wording::Sv => format!("{name} öppnades inte, och ditt arbete är som det var. {}", reason.what),
    };
    Told::new(what, reason.remedy.clone())
}

/// What was kept on this device could not be read.
pub fn saved_work_unreadable(lang: Lang) -> Told {
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "The work kept on this device could not be read, so the lab opened a sample instead."),
            say!(
                lang,
                "If you saved the scenario as a file, open that. The old work was put aside and not deleted."
            ),
        ),
        Wording::Sv => Told::new(
            "Arbetet på den här enheten gick inte att läsa, så labbet öppnade ett exempel i stället.",
            "Har du sparat scenariot som fil, öppna den. Det gamla arbetet lades åt sidan och raderades inte.",
        ),
    }
}

/// Another tab has the lab open with other work.
pub fn other_tab(lang: Lang) -> Told {
    Told::new(
        lang.pick(
            "Another tab has the lab open with other work.",
            "En annan flik har labbet öppet med annat arbete.",
        ),
        lang.pick(
            "Each keeps its own. What was changed last opens at the next visit; the rest waits in the gallery.",
            "Var och en behåller sitt. Det som ändrades sist öppnas vid nästa besök; resten väntar i galleriet.",
        ),
    )
}

/// Nothing can be kept on this device.
pub fn cannot_save(lang: Lang) -> Told {
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "Nothing can be kept on this device; your work lives until the page is closed."),
            say!(lang, "Save the scenario as a file to keep it, or allow this page to store data."),
        ),
        Wording::Sv => Told::new(
            "Inget kan sparas på den här enheten; ditt arbete finns tills sidan stängs.",
            "Spara scenariot som fil för att behålla det, eller tillåt sidan att lagra data.",
        ),
    }
}

/// Before the reason why a link cannot be opened.
pub fn cannot_open_link(lang: Lang, reason: &Told) -> Told {
    let before = lang.pick(
        "The link was not opened, and your work is as it was.",
        "Länken öppnades inte, och ditt arbete är som det var.",
    );
    Told::new(format!("{before} {}", reason.what), reason.remedy.clone())
}

/// A link was opened in place of one's own work.
pub fn link_opened(lang: Lang) -> Told {
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "A shared scenario is open."),
            say!(
                lang,
                "Undo brings your own work back, and so does a reload. Once you change the shared scenario, this device keeps that one."
            ),
        ),
        Wording::Sv => Told::new(
            "Ett delat scenario är öppet.",
            "Ångra hämtar tillbaka ditt eget arbete, och det gör en omladdning också. När du ändrar det delade scenariot sparas det på enheten i stället.",
        ),
    }
}

/// The pack of a language could not be fetched.
pub fn no_language(lang: Lang, missing: Lang) -> Told {
    let name = missing.own_name();
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "The words for {name} could not be fetched, so the language stays as it is.", name),
            say!(lang, "Check the connection, then choose the language again."),
        ),
        Wording::Sv => Told::new(
            format!("Orden för {name} kunde inte hämtas, så språket är som det var."),
            "Se över anslutningen och välj sedan språket igen.",
        ),
    }
}

/// The browser could not paint the picture.
pub fn cannot_paint(lang: Lang) -> Told {
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "This browser could not make the PNG picture."),
            say!(lang, "Save the picture as SVG instead, or the scenario as a file."),
        ),
        Wording::Sv => Told::new(
            "Webbläsaren kunde inte göra PNG-bilden.",
            "Spara bilden som SVG i stället, eller scenariot som fil.",
        ),
    }
}

/// What is on the clipboard cannot be put into the workflow.
pub fn cannot_paste(lang: Lang, problem: ClippingProblem) -> Told {
    let what = match problem {
        ClippingProblem::Foreign => lang.pick(
            "The clipboard holds no activities of the lab, so nothing was pasted.",
            "Urklipp innehåller inga aktiviteter från labbet, så inget klistrades in.",
        ),
        ClippingProblem::Damaged => lang.pick(
            "The activities on the clipboard are damaged, so nothing was pasted.",
            "Aktiviteterna i urklipp är skadade, så inget klistrades in.",
        ),
        ClippingProblem::Later => lang.pick(
            "The clipboard holds activities of a later version of the lab, so nothing was pasted.",
            "Urklipp innehåller aktiviteter från en senare version av labbet, så inget klistrades in.",
        ),
        ClippingProblem::TooLong => lang.pick(
            "There is too much on the clipboard to be activities of the lab, so nothing was pasted.",
            "Urklipp innehåller för mycket för att vara aktiviteter från labbet, så inget klistrades in.",
        ),
        ClippingProblem::Empty => lang.pick(
            "The clipboard holds an empty selection, so nothing was pasted.",
            "Urklipp innehåller ett tomt urval, så inget klistrades in.",
        ),
    };
    let remedy = lang.pick(
        "Copy activities in this or another tab of the lab, then paste again.",
        "Kopiera aktiviteter i den här eller en annan flik av labbet och klistra sedan in igen.",
    );
    Told::new(what, remedy)
}

/// Recipients were imported.
pub fn imported(lang: Lang, recipients: u32, left_out: u64) -> Told {
    let (one, many) = lang.either(("recipient", "recipients"), ("mottagare", "mottagare"));
    let recipients = counted(lang, recipients.into(), one, many);
    let (line, lines) = lang.either(("line was", "lines were"), ("rad", "rader"));
    let lines = counted(lang, left_out, line, lines);
    match (lang.wording(), left_out) {
        (Wording::En, 0) => Told::new(
            say!(lang, "{recipients} imported.", recipients),
            say!(lang, "The run uses them already."),
        ),
        (Wording::Sv, 0) => Told::new(format!("{recipients} importerade."), "Körningen använder dem redan."),
        (Wording::En, _) => Told::new(
            say!(lang, "{recipients} imported; {lines} left out.", recipients, lines),
            say!(
                lang,
                "The import lists each with its reason; correct the file and import it again to have them all."
            ),
        ),
        (Wording::Sv, _) => Told::new(
            format!("{recipients} importerade; {lines} utelämnades."),
            "Importen visar varje rad med skälet; rätta filen och importera den igen för att få med alla.",
        ),
    }
}

/// A file was to bring progress in the course, and has none.
pub fn progress_unreadable(lang: Lang) -> Told {
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "This file holds no progress in the course; yours is as it was."),
            say!(lang, "Choose a file that “Save progress” made."),
        ),
        Wording::Sv => Told::new(
            "Den här filen innehåller inga framsteg i kursen; dina är som de var.",
            "Välj en fil som ”Spara framsteg” har gjort.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_says_what_was_left_out() {
        assert_eq!(imported(Lang::En, 1, 0).what, "1 recipient imported.");
        assert_eq!(imported(Lang::En, 4_092, 1).what, "4,092 recipients imported; 1 line was left out.");
        assert_eq!(imported(Lang::Sv, 2, 3).what, "2 mottagare importerade; 3 rader utelämnades.");
    }

    #[test]
    fn a_file_that_does_not_open_is_named_with_its_reason() {
        let told =
            cannot_open(Lang::En, "x.json", &Told::new("The file is not UTF-8 text.", "Choose another."));
        assert_eq!(
            told.line(),
            "“x.json” was not opened, and your work is as it was. The file is not UTF-8 text. Choose another."
        );
    }
}
