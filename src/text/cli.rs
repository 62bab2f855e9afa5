//! The sentences of the command line `simulate`: help, faults, and the summary of a run.

use crate::text::lang::Wording;
use std::io::ErrorKind;

use super::Lang;
use super::activity::name;
use super::format::{counted, date, number, quoted};
use crate::scenario::Scenario;
use crate::scenario::activity::ActivityKind;

/// The words of the command line that have no number in them.
#[derive(Debug)]
pub struct Cli {
    /// What the program does.
    pub about: &'static str,
    /// The argument FILE.
    pub file: &'static str,
    /// The option `--sample`.
    pub sample: &'static str,
    /// The option `--weeks`.
    pub weeks: &'static str,
    /// The option `--recipients`.
    pub recipients: &'static str,
    /// The option `--seed`.
    pub seed: &'static str,
    /// The option `--csv`.
    pub csv: &'static str,
    /// The option `--format`.
    pub format: &'static str,
    /// The option `--check`.
    pub check: &'static str,
    /// The option `--explain`.
    pub explain: &'static str,
    /// The option `--rows`.
    pub rows: &'static str,
    /// The option `--course`.
    pub course: &'static str,
    /// The option `--words`.
    pub words: &'static str,
    /// The option `--package`.
    pub package: &'static str,
    /// The option `--page`.
    pub page: &'static str,
    /// The option `--pass-mark`.
    pub pass_mark: &'static str,
    /// The option `--help`.
    pub help: &'static str,
    /// The option `--version`.
    pub version: &'static str,
    /// Says that a check found nothing.
    pub nothing_found: &'static str,
    /// Says that `--recipients` does not fit people of a file.
    pub people_of_a_file: &'static str,
    /// Says that the simulation gave more than can be written.
    pub not_written: &'static str,
    /// The title of a package of a course that has none.
    pub package_title: &'static str,
    /// Says that a package needs the page.
    pub no_page: &'static str,
    /// Says that a file is not the page in one file.
    pub not_the_page: &'static str,
    /// Says that a lesson has no words.
    pub no_words: &'static str,
    /// Says that a package is too large.
    pub package_too_large: &'static str,
    /// The headings of the table of deliveries.
    pub columns: [&'static str; 9],
    /// Names the row of all deliveries together.
    pub totals: &'static str,
    /// Heading over warnings.
    pub warnings: &'static str,
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static Cli {
    match lang.wording() {
        Wording::En => &EN,
        Wording::Sv => &SV,
    }
}

const EN: Cli = Cli {
    about: "Simulates a campaign workflow and lists the deliveries it makes",
    file: "The scenario to run: a .lab.json file, or an SVG or PNG picture with one inside",
    sample: "The built-in scenario to run; side-by-side if nothing is named",
    weeks: "How many weeks to simulate, in place of the scenario's number",
    recipients: "How many recipients to invent, in place of the scenario's number",
    seed: "The seed of all chances, in place of the scenario's",
    csv: "A CSV file with recipients to use in place of the scenario's; its weekly changes stay",
    format: "How to write the outcome",
    check: "Only list what is wrong or doubtful in the scenario",
    explain: "Tell of one recipient why they got each message or did not; their number or e-mail address",
    rows: "Write every row of a table at the end of the run as CSV, with moments in UTC, in place of the outcome",
    course: "A course to check in place of a run: its form, its words, and every task by its solution",
    words: "The words of that course in a language, such as sv.json; may be given several times",
    package: "Write that course or lesson as a zip for a learning platform in place of checking it; needs --page",
    page: "The page in one file, which the package has inside",
    pass_mark: "From how many percent on the package is passed, 50 to 100; 80 if nothing is said",
    help: "Print help",
    version: "Print version",
    nothing_found: "Nothing wrong was found.",
    people_of_a_file: "The recipients of this scenario come from a file, so --recipients cannot change their \
                       number. Leave --recipients out.",
    not_written: "The outcome cannot be written in this format. Choose another --format.",
    package_title: "Delivery Lab",
    no_page: "A package needs the page. Name it with --page delivery-lab.html.",
    not_the_page: "This is not the page in one file. Build it with cargo xtask build, and name \
                   dist/delivery-lab.html.",
    no_words: "The course has no words, so nobody could read it. Put its words into the file, or name them with \
               --words.",
    package_too_large: "The package would be larger than 64 MB, which platforms refuse. Make the lesson smaller.",
    columns: [
        "No.",
        "Label",
        "Contact date",
        "To send",
        "Success",
        "Failed",
        "Left out",
        "BroadLog rows",
        "Tracking rows",
    ],
    totals: "All",
    warnings: "Warnings",
};

const SV: Cli = Cli {
    about: "Simulerar ett kampanjarbetsflöde och listar leveranserna som det skapar",
    file: "Scenariot som ska köras: en .lab.json-fil, eller en bild (SVG, PNG) med ett scenario inuti",
    sample: "Det inbyggda scenariot som ska köras; side-by-side om inget anges",
    weeks: "Hur många veckor som ska simuleras, i stället för scenariots antal",
    recipients: "Hur många mottagare som ska hittas på, i stället för scenariots antal",
    seed: "Slumpfröet, i stället för scenariots",
    csv: "En CSV-fil med mottagare i stället för scenariots; ändringarna per vecka är kvar",
    format: "Hur utfallet ska skrivas",
    check: "Lista bara det som är fel eller tveksamt i scenariot",
    explain: "Berätta för en mottagare varför varje meddelande kom eller inte; ange nummer eller e-postadress",
    rows: "Skriv varje rad i en tabell vid körningens slut som CSV, med tider i UTC, i stället för utfallet",
    course: "En kurs att kontrollera i stället för en körning: dess form, dess ord och varje uppgift med sin lösning",
    words: "Kursens ord på ett språk, som sv.json; kan anges flera gånger",
    package: "Skriv kursen eller lektionen som en zip för en lärplattform i stället för att kontrollera den; kräver --page",
    page: "Sidan i en enda fil, som paketet har inuti",
    pass_mark: "Från hur många procent paketet är godkänt, 50 till 100; 80 om inget anges",
    help: "Visa hjälp",
    version: "Visa version",
    nothing_found: "Inget fel hittades.",
    people_of_a_file: "Mottagarna i det här scenariot kommer från en fil, så --recipients kan inte ändra deras \
                       antal. Utelämna --recipients.",
    not_written: "Utfallet går inte att skriva i det här formatet. Välj ett annat --format.",
    package_title: "Delivery Lab",
    no_page: "Ett paket behöver sidan. Ange den med --page delivery-lab.html.",
    not_the_page: "Det här är inte sidan i en enda fil. Bygg den med cargo xtask build och ange \
                   dist/delivery-lab.html.",
    no_words: "Kursen har inga ord, så ingen skulle kunna läsa den. Lägg in orden i filen eller ange dem med \
               --words.",
    package_too_large: "Paketet skulle bli större än 64 MB, vilket plattformar vägrar ta emot. Gör lektionen mindre.",
    columns: [
        "Nr",
        "Etikett",
        "Kontaktdatum",
        "Att skicka",
        "Lyckade",
        "Misslyckade",
        "Utelämnade",
        "Rader i broadLog",
        "Spårningsrader",
    ],
    totals: "Alla",
    warnings: "Varningar",
};

/// What an activity did over the whole run.
#[derive(Clone, Copy, Debug)]
pub struct Summed<'a> {
    /// The kind of delivery activity.
    pub kind: ActivityKind,
    /// Its label.
    pub label: &'a str,
    /// How many deliveries it made.
    pub deliveries: u64,
    /// How many runs wrote into them.
    pub runs: u64,
    /// How many messages they have.
    pub messages: u64,
}

/// `Recurring delivery “Weekly newsletter”: 52 deliveries from 52 runs, 318,000 messages`.
pub fn summed(lang: Lang, of: Summed<'_>) -> String {
    let place = format!("{} {}", name(lang, of.kind), quoted(lang, of.label));
    match lang.wording() {
        Wording::En => format!(
            "{place}: {} from {}, {}",
            counted(lang, of.deliveries, "delivery", "deliveries"),
            counted(lang, of.runs, "run", "runs"),
            counted(lang, of.messages, "message", "messages")
        ),
        Wording::Sv => format!(
            "{place}: {} från {}, {}",
            counted(lang, of.deliveries, "leverans", "leveranser"),
            counted(lang, of.runs, "körning", "körningar"),
            counted(lang, of.messages, "meddelande", "meddelanden")
        ),
    }
}

/// `52 weeks from Mon 5 Jan 2026, 10,000 recipients at the start, seed 1, fingerprint …`.
pub fn frame(lang: Lang, scenario: &Scenario, fingerprint: &str) -> String {
    let (start, seed) = (date(lang, scenario.start), scenario.seed);
    let (weeks, people) = (scenario.weeks.into(), scenario.population.size().into());
    match lang.wording() {
        Wording::En => format!(
            "{} from {start}, {} at the start, seed {seed}, fingerprint {fingerprint}",
            counted(lang, weeks, "week", "weeks"),
            counted(lang, people, "recipient", "recipients")
        ),
        Wording::Sv => format!(
            "{} från {start}, {} vid början, slumpfrö {seed}, fingeravtryck {fingerprint}",
            counted(lang, weeks, "vecka", "veckor"),
            counted(lang, people, "mottagare", "mottagare")
        ),
    }
}

/// The line under a table that was cut: `… and 40 more deliveries; --format csv lists them all`.
pub fn more(lang: Lang, count: u64) -> String {
    match lang.wording() {
        Wording::En => format!(
            "… and {}; --format csv lists them all",
            counted(lang, count, "more delivery", "more deliveries")
        ),
        Wording::Sv => format!(
            "… och {}; --format csv listar alla",
            counted(lang, count, "leverans till", "leveranser till")
        ),
    }
}

/// Says how an import went where rows were left out.
pub fn rows_left_out(lang: Lang, bad: u64, good: u64) -> String {
    match lang.wording() {
        Wording::En => format!(
            "{} left out of the recipients' file, {} kept.",
            counted(lang, bad, "row was", "rows were"),
            number(lang, good)
        ),
        Wording::Sv => format!(
            "{} i mottagarfilen utelämnades, {} behölls.",
            counted(lang, bad, "rad", "rader"),
            number(lang, good)
        ),
    }
}

/// The line under a cut list of rows: `… and 40 more`.
pub fn more_rows(lang: Lang, count: u64) -> String {
    format!(
        "{} {}",
        lang.pick("… and", "… och"),
        counted(lang, count, lang.pick("more", "till"), lang.pick("more", "till"))
    )
}

/// Says that a file cannot be read and what to do about it.
pub fn unreadable(lang: Lang, path: &str, kind: ErrorKind) -> String {
    let path = quoted(lang, path);
    match (kind, lang.wording()) {
        (ErrorKind::NotFound, Wording::En) => {
            format!("There is no file {path}. Check the name and the folder, or use --sample NAME.")
        }
        (ErrorKind::NotFound, Wording::Sv) => {
            format!("Det finns ingen fil {path}. Kontrollera namnet och mappen, eller använd --sample NAMN.")
        }
        (ErrorKind::IsADirectory, Wording::En) => format!("{path} is a folder. Name a file in it."),
        (ErrorKind::IsADirectory, Wording::Sv) => format!("{path} är en mapp. Ange en fil i den."),
        (ErrorKind::PermissionDenied, Wording::En) => {
            format!("{path} may not be read. Give yourself the right to read it, or choose another file.")
        }
        (ErrorKind::PermissionDenied, Wording::Sv) => {
            format!("{path} får inte läsas. Ge dig själv läsrättighet, eller välj en annan fil.")
        }
        (other, Wording::En) => format!("{path} cannot be read ({other}). Choose another file."),
        (other, Wording::Sv) => format!("{path} går inte att läsa ({other}). Välj en annan fil."),
    }
}

/// Puts the file in front of what is wrong with it: `“a.json”: …`.
pub fn about_file(lang: Lang, path: &str, sentence: &str) -> String {
    format!("{}: {sentence}", quoted(lang, path))
}
