//! The import of recipients in Swedish.

use super::{Import, megabytes};
use crate::people::import::{BinaryKind, ImportError, RowProblem};
use crate::text::Lang;
use crate::text::condition::attribute;
use crate::text::format::{counted_sv, number as grouped};
use crate::text::told::Told;

pub(super) const WORDS: Import = Import {
    heading: "Mottagare från en fil",
    close: "Stäng",
    intro: "Använd dina egna mottagare från en CSV-fil: en rad för var och en, med kolumner som e-post, \
            förnamn och ort. Filen läses på den här sidan och skickas ingenstans.",
    choose: "Välj en CSV-fil",
    choose_other: "Välj en annan fil",
    or_drop: "eller släpp den här",
    example: "En exempelfil",
    example_name: "mottagare.csv",
    example_file: "E-post;Förnamn;Efternamn;Födelsedatum;Ort;Nyhetsbrev;Skonummer\r\n\
        ada.lind@example.com;Ada;Lind;1988-04-12;Uppsala;ja;38\r\n\
        bo.krantz@example.com;Bo;Krantz;1975-11-30;Lund;ja;43\r\n\
        eva.sand@example.com;Eva;Sand;2001-02-28;Malmö;nej;40\r\n\
        ali.berg@example.com;Ali;Berg;1993-07-05;Umeå;ja;44\r\n\
        mia.holm@example.com;Mia;Holm;1966-09-21;\"Göteborg; Haga\";nej;37\r\n",
    encoding: "Teckenkodning",
    delimiter: "Avgränsare",
    rows: "Rader",
    has_header: "Första raden innehåller kolumnernas namn",
    mapping: "Vad kolumnerna blir",
    mapping_columns: ["I filen", "Första värdena", "Blir"],
    standard: "Attribut som alla mottagare har",
    new: "Nytt attribut",
    leave_out: "Ta inte med",
    bad_lines: "Rader som inte kan tas in",
    bad_columns: ["Rad", "Vad som är fel"],
    only_header: (
        "Filen har kolumnnamn men inga mottagare under dem.",
        "Lägg till en rad för varje mottagare. Är första raden en mottagare, ta bort bocken ovan.",
    ),
    all_bad: ("Ingen av raderna kan tas in.", "Se nedan vad som är fel med dem."),
    unreadable: (
        "Webbläsaren kunde inte läsa den.",
        "Se efter att det är en fil och inte en mapp, och att den finns kvar; välj den sedan igen.",
    ),
    take_none: "Inga mottagare att använda än",
    back_to_generated: "Tillbaka till genererade mottagare",
    counting: "Räknar…",
};

fn number(count: u64) -> String {
    grouped(Lang::Sv, count)
}

pub(super) fn outcome(good: u64, bad: u64) -> String {
    let recipients = number(good);
    match bad {
        0 if good > 1 => format!("Alla {recipients} mottagare kan tas in."),
        0 => format!("{recipients} mottagare kan tas in."),
        _ => {
            format!("{recipients} mottagare kan tas in, men inte {}.", counted_sv(bad, "rad", "rader"))
        }
    }
}

pub(super) fn error(error: &ImportError) -> Told {
    match error {
        ImportError::TooLarge { bytes, limit } => Told::new(
            format!(
                "Filen är på {}; labbet läser upp till {}.",
                megabytes(Lang::Sv, *bytes),
                megabytes(Lang::Sv, *limit)
            ),
            "Dela upp den, eller utelämna kolumner som du inte behöver.",
        ),
        ImportError::NotText { looks_like } => not_text(*looks_like),
        ImportError::NoRows => Told::new("Filen är tom.", "Välj en fil med en rad för varje mottagare."),
        ImportError::LimitReached { rows, limit } => Told::new(
            format!(
                "Filen har minst {} mottagare; labbet tar upp till {}, så ingen togs in.",
                number(*rows),
                number(*limit)
            ),
            "Ta en del av filen, till exempel dess första 100 000 rader.",
        ),
        ImportError::TooManyColumns { columns, limit } => Told::new(
            format!(
                "Filen har {} kolumner; labbet läser upp till {}.",
                number(*columns as u64),
                number(*limit as u64)
            ),
            "Utelämna kolumner som du inte behöver, eller se över avgränsaren.",
        ),
        ImportError::TargetTwice { attribute: name } => Told::new(
            format!("Två kolumner blir ”{}”.", attribute(Lang::Sv, name)),
            "Låt den ena bli något annat, eller ta inte med den.",
        ),
        ImportError::UnknownTarget { attribute } => Told::new(
            format!("Det finns inget attribut som heter ”{attribute}”."),
            "Låt kolumnen bli något annat.",
        ),
    }
}

fn not_text(looks_like: BinaryKind) -> Told {
    let save_as = "Öppna den i ditt kalkylprogram och spara den som CSV.";
    let export = "Exportera mottagarna som CSV från programmet de kommer från.";
    match looks_like {
        BinaryKind::ZipOrSpreadsheet => {
            Told::new("Det här är ett kalkylark eller ett zip-arkiv, inte en CSV-fil.", save_as)
        }
        BinaryKind::OldSpreadsheet => {
            Told::new("Det här är ett kalkylark av äldre slag, inte en CSV-fil.", save_as)
        }
        BinaryKind::Pdf => Told::new("Det här är ett PDF-dokument, inte en CSV-fil.", export),
        BinaryKind::Image => Told::new("Det här är en bild, inte en CSV-fil.", export),
        BinaryKind::Compressed => {
            Told::new("Det här är en komprimerad fil.", "Packa upp den och välj CSV-filen i den.")
        }
        BinaryKind::Other => Told::new("Det här är ingen textfil.", export),
    }
}

pub(super) fn row(problem: &RowProblem) -> Told {
    match problem {
        RowProblem::WrongFieldCount { expected, found } => Told::new(
            format!(
                "{} i stället för {}.",
                counted_sv(*found as u64, "värde", "värden"),
                number(*expected as u64)
            ),
            if found < expected {
                "Lägg till det som saknas, även om det är tomt."
            } else {
                "Sätt citattecken runt ett värde som innehåller avgränsaren."
            },
        ),
        RowProblem::Blank => Told::new("Bara avgränsare.", "Ta bort raden."),
        RowProblem::UnclosedQuote => Told::new(
            "Ett citattecken inleder ett värde men avslutas aldrig.",
            "Avsluta det, eller ta bort det.",
        ),
        RowProblem::TooLong { column, limit } => Told::new(
            format!("”{column}” är längre än {} tecken.", number(*limit as u64)),
            "Korta det, eller ta inte med kolumnen.",
        ),
        RowProblem::InvalidEmail { value } => {
            Told::new(format!("”{value}” är ingen e-postadress."), "Rätta den, eller lämna den tom.")
        }
        RowProblem::DuplicateEmail { value, first_line } => Told::new(
            format!("”{value}” finns redan på rad {}.", number(*first_line)),
            "Behåll en av de två raderna.",
        ),
        RowProblem::UnreadableDate { column, value } => Told::new(
            format!("”{value}” i ”{column}” är inget datum."),
            "Skriv det som 2001-12-31, eller låt kolumnen bli en text.",
        ),
        RowProblem::NotANumber { column, value } => Told::new(
            format!("”{value}” i ”{column}” är inget heltal."),
            "Skriv bara siffror, eller låt kolumnen bli en text.",
        ),
        RowProblem::NotAFlag { column, value } => Told::new(
            format!("”{value}” i ”{column}” är varken ja eller nej."),
            "Skriv ja eller nej, eller låt kolumnen bli en text.",
        ),
    }
}
