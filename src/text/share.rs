//! Words of the share dialog, of links that do not open, and of files dropped on the page.

use super::Lang;
use super::format::number;
use super::told::Told;
use crate::scenario::link::{LinkProblem, MAX_MADE};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Share {
        /// Heading, and the label of the button that opens the dialog.
        pub heading: &'static str,
        /// Button that closes it.
        pub close: &'static str,
        /// Heading over the link.
        pub link: &'static str,
        /// What is in the link, and where it goes.
        pub what_is_in_it: &'static str,
        /// Button: puts the link on the clipboard.
        pub copy: &'static str,
        /// After that.
        pub copied: &'static str,
        /// After that, where the browser refuses.
        pub not_copied: &'static str,
        /// Heading over the code.
        pub code: &'static str,
        /// What the code is for; its text alternative too.
        pub code_what: &'static str,
        /// Beside a code with very many modules.
        pub code_is_fine: &'static str,
        /// Where the link is too long for a code.
        pub no_code: &'static str,
        /// Heading over the files.
        pub files: &'static str,
        /// What the files are for.
        pub files_what: &'static str,
        /// Button: the scenario file.
        pub save: &'static str,
        /// Button: the picture in lines.
        pub svg: &'static str,
        /// Button: the picture in points.
        pub png: &'static str,
        /// Over the page while a file is dragged over it.
        pub drop: &'static str,
        /// What may be dropped.
        pub drop_what: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Share {
    lang.words(&EN, &SV)
}

const EN: Share = Share {
    heading: "Share",
    close: "Close",
    link: "Link",
    what_is_in_it: "The whole scenario is in the link itself: workflow, templates, recipients' rules, weeks and seed. Whoever opens it sees the same year. Nothing is sent to a server.",
    copy: "Copy link",
    copied: "The link is on the clipboard.",
    not_copied: "The browser did not allow copying. The link is selected: press Ctrl+C, or ⌘C on a Mac.",
    code: "QR code",
    code_what: "QR code of the link: open it with the camera of a telephone or tablet",
    code_is_fine: "This code is fine-grained: show it large, and let people come near.",
    no_code: "This link is too long for a QR code. Share the link itself, or the scenario file.",
    files: "Files",
    files_what: "A picture shows the workflow and has the scenario inside: drop it on the lab, or open it there, to go on working. Some chats and programs remove it; the scenario file always works.",
    save: "Scenario file (.lab.json)",
    svg: "Picture (SVG)",
    png: "Picture (PNG)",
    drop: "Drop the file to open it",
    drop_what: "A scenario (.lab.json), a picture exported from the lab (SVG or PNG), or recipients (CSV)",
};

const SV: Share = Share {
    heading: "Dela",
    close: "Stäng",
    link: "Länk",
    what_is_in_it: "Hela scenariot ligger i själva länken: arbetsflöde, mallar, regler för mottagare, veckor och slumpfrö. Den som öppnar den ser samma år. Ingenting skickas till någon server.",
    copy: "Kopiera länken",
    copied: "Länken ligger i urklipp.",
    not_copied: "Webbläsaren tillät inte kopiering. Länken är markerad: tryck på Ctrl+C, eller ⌘C på en Mac.",
    code: "QR-kod",
    code_what: "QR-kod för länken: öppna den med kameran i en telefon eller surfplatta",
    code_is_fine: "Koden är finmaskig: visa den stort och låt alla komma nära.",
    no_code: "Länken är för lång för en QR-kod. Dela själva länken eller scenariofilen.",
    files: "Filer",
    files_what: "En bild visar arbetsflödet och har scenariot i sig: släpp den på labbet, eller öppna den där, för att arbeta vidare. Vissa chattar och program tar bort det; scenariofilen fungerar alltid.",
    save: "Scenariofil (.lab.json)",
    svg: "Bild (SVG)",
    png: "Bild (PNG)",
    drop: "Släpp filen för att öppna den",
    drop_what: "Ett scenario (.lab.json), en bild exporterad från labbet (SVG eller PNG) eller mottagare (CSV)",
};

/// How long the link is.
pub fn length(lang: Lang, characters: usize) -> String {
    let characters = number(lang, characters as u64);
    match lang.wording() {
        Wording::En => say!(lang, "{characters} characters", characters),
        Wording::Sv => format!("{characters} tecken"),
    }
}

/// Why a link to a scenario does not open, or cannot be made, and what to do about it.
pub fn told_of_link(lang: Lang, problem: &LinkProblem) -> Told {
    let (what, remedy) = match problem {
        LinkProblem::DoesNotFit => {
            let most = number(lang, MAX_MADE as u64);
            let what = match lang.wording() {
                Wording::En => say!(lang, "This scenario is too large for a link, which may have {most} characters.", most),
                Wording::Sv => {
                    format!("Scenariot är för stort för en länk, som får ha {most} tecken.")
                }
            };
            let remedy = lang.pick(
                "Share the scenario file instead. Imported recipients take most room: with generated ones a link is enough.",
                "Dela scenariofilen i stället. Importerade mottagare tar mest plats: med genererade räcker en länk.",
            );
            return Told::new(what, remedy);
        }
        LinkProblem::TooLarge => lang.pick(
            ("There is more in this link than a scenario has.", "Ask for the scenario file instead."),
            ("Det ligger mer i länken än ett scenario har.", "Be om scenariofilen i stället."),
        ),
        LinkProblem::Truncated => lang.pick(
            ("The end of the link is missing.", "Copy the whole link, up to its last character; some programs break long links over several lines."),
            ("Slutet av länken saknas.", "Kopiera hela länken, till sista tecknet; vissa program bryter långa länkar på flera rader."),
        ),
        LinkProblem::Damaged => lang.pick(
            ("The link is damaged, or is no link to a scenario.", "Copy it again from where it came, or ask for the scenario file."),
            ("Länken är skadad eller leder inte till något scenario.", "Kopiera den igen därifrån den kom, eller be om scenariofilen."),
        ),
        LinkProblem::LaterVersion => lang.pick(
            ("A newer version of the lab made this link.", "Reload the page to get the newest lab, then open the link again."),
            ("En nyare version av labbet har gjort länken.", "Ladda om sidan för att få det nyaste labbet och öppna sedan länken igen."),
        ),
        LinkProblem::Scenario(problem) => return super::finding::told_of_file(lang, problem),
    };
    Told::new(what, remedy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::wire::OpenProblem;

    #[test]
    fn every_problem_has_sentences_of_its_own_in_every_language() {
        let problems = [
            LinkProblem::DoesNotFit,
            LinkProblem::TooLarge,
            LinkProblem::Truncated,
            LinkProblem::Damaged,
            LinkProblem::LaterVersion,
            LinkProblem::Scenario(OpenProblem::NotAScenario),
        ];
        let mut told: Vec<_> = Lang::WRITTEN
            .iter()
            .flat_map(|lang| problems.iter().map(|one| told_of_link(*lang, one).line()))
            .collect();
        assert!(told.iter().all(|line| line.ends_with('.')));
        told.sort();
        told.dedup();
        assert_eq!(told.len(), 2 * problems.len());
    }
}
