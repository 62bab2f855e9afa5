//! Tables of recipients.

use delivery_lab::people::import::{
    Delimiter, ImportError, Imported, Limits, Table, decode, guess_mapping, import, import_file,
};
use delivery_lab::people::{ImportedPeople, PopulationSpec};
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{Scenario, wire};
use delivery_lab::text::Lang;
use delivery_lab::text::import::{bad_row, told};

use crate::told::is_told;

/// Imports a file as it is guessed to be, and as everything else that somebody could say it is.
pub fn recipients(bytes: &[u8]) {
    let limits = Limits { rows: 2_000, columns: 60, ..Limits::default() };
    match import_file(bytes, "people.csv", &limits) {
        Ok(imported) => taken(imported),
        Err(problem) => refused(&problem),
    }
    let Ok(decoded) = decode(bytes, &limits) else { return };
    for delimiter in Delimiter::ALL {
        for has_header in [true, false] {
            let table = Table::read(&decoded.text, Some(delimiter), Some(has_header), &limits);
            let read = table.and_then(|table| {
                let mapping = guess_mapping(&table.headers, &table.samples);
                import(&decoded.text, &table, &mapping, "people.csv", &limits)
            });
            match read {
                Ok(imported) => is_accounted_for(&imported),
                Err(problem) => refused(&problem),
            }
        }
    }
}

/// The people become part of a scenario, which can be checked, saved and opened.
fn taken(imported: Imported) {
    is_accounted_for(&imported);
    let population = PopulationSpec::Imported(ImportedPeople { joins_per_week: 0, ..imported.people });
    let scenario = Scenario { weeks: 1, population, ..Sample::RecurringWeekly.scenario() };
    check(&scenario);
    let again = wire::open(wire::save(&scenario).as_bytes());
    assert_eq!(again.as_ref(), Ok(&scenario), "a save loses recipients");
}

fn is_accounted_for(imported: &Imported) {
    assert_eq!(imported.people.rows, imported.good_rows, "rows that are no people, or people without a row");
    assert!(imported.bad_rows.len() as u64 <= imported.bad_total, "more bad rows listed than there are");
    for bad in &imported.bad_rows {
        for lang in Lang::WRITTEN {
            assert!(bad_row(lang, bad).contains(':'), "a bad row without words");
        }
    }
}

fn refused(problem: &ImportError) {
    is_told(|lang| told(lang, problem));
}
