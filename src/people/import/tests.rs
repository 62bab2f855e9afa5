//! Properties of importing: every row is kept or listed, whatever the bytes.

use proptest::prelude::*;

use super::*;
use crate::base::time::SimTime;
use crate::people::{AttributeKind, People, PopulationSpec};

fn imported(text: &str) -> Imported {
    import_file(text.as_bytes(), "clients.csv", &Limits::default()).unwrap()
}

fn column<'a>(imported: &'a Imported, attribute: &str) -> &'a str {
    let found = imported.people.columns.iter().find(|column| column.attribute == attribute);
    &found.unwrap().values
}

fn reasons(imported: &Imported) -> Vec<(u64, RowProblem)> {
    imported.bad_rows.iter().map(|bad| (bad.line, bad.reason.clone())).collect()
}

#[test]
fn good_rows_are_kept_and_bad_ones_listed_with_line_and_reason() {
    let text = "E-post;Förnamn;Födelsedatum;Poäng;Nyhetsbrev\r\n\
        asa@example.com;\"Åsa\r\nB\";2001-12-31;1 200;ja\r\n\
        \r\n\
        nonsense;Bo;;;\r\n\
        bo@example.com;Bo;31.12.2001;;nej\r\n\
        ASA@example.com;Eva;;;\r\n\
        li@example.com;Li;31.02.2001;;\r\n\
        li@example.com;Li;;many;\r\n\
        li@example.com;Li;;;perhaps\r\n\
        li@example.com;Li\r\n\
        ;;;;\r\n\
        li@example.com;Li;;;;;\r\n";
    let imported = imported(text);
    let owned = str::to_owned;
    let expected = [
        (5, RowProblem::InvalidEmail { value: owned("nonsense") }),
        (7, RowProblem::DuplicateEmail { value: owned("ASA@example.com"), first_line: 2 }),
        (8, RowProblem::UnreadableDate { column: owned("Födelsedatum"), value: owned("31.02.2001") }),
        (9, RowProblem::NotANumber { column: owned("Poäng"), value: owned("many") }),
        (10, RowProblem::NotAFlag { column: owned("Nyhetsbrev"), value: owned("perhaps") }),
        (11, RowProblem::WrongFieldCount { expected: 5, found: 2 }),
        (12, RowProblem::Blank),
    ];
    assert_eq!(reasons(&imported), expected);
    assert_eq!((imported.good_rows, imported.bad_total), (3, 7));
    assert_eq!(column(&imported, "email"), "asa@example.com\nbo@example.com\nli@example.com");
    assert_eq!(column(&imported, "firstName"), "Åsa B\nBo\nLi");
    assert_eq!(column(&imported, "birthDate"), "2001-12-31\n2001-12-31\n");
    assert_eq!(column(&imported, "points"), "1200\n\n");
    assert_eq!(column(&imported, "newsletter"), "1\n\n");
}

#[test]
fn american_dates_are_read_where_the_column_is_american() {
    let imported = imported("email,born\na@b.se,03/04/2001\nc@d.se,03/14/2001\n");
    assert_eq!(column(&imported, "birthDate"), "2001-03-04\n2001-03-14");
}

#[test]
fn a_quote_that_is_never_closed_costs_one_row() {
    let rows: String = (0..200).map(|n| format!("p{n}@example.com,Person\n")).collect();
    let imported = imported(&format!("email,name\na@b.se,\"Bo\n{rows}"));
    assert_eq!(reasons(&imported), [(2, RowProblem::UnclosedQuote)]);
    assert_eq!(imported.good_rows, 200);
}

#[test]
fn a_quote_that_is_never_closed_costs_one_row_at_the_end_too() {
    let read = imported("email,name\ng@h.se,\"Two\nlines\"\na@b.se,\"Bo\nc@d.se,Ann\n");
    assert_eq!(reasons(&read), [(4, RowProblem::UnclosedQuote)]);
    assert_eq!(column(&read, "email"), "g@h.se\nc@d.se");
    let last = imported("email,name\na@b.se,\"Bo");
    assert_eq!((last.good_rows, last.bad_total), (1, 0), "nothing is swallowed");
}

#[test]
fn a_value_may_have_any_letter_but_not_any_length() {
    let long = "x".repeat(1_001);
    let imported = imported(&format!("email,__proto__\na@b.se,<script>\u{202e}\u{1}\nc@d.se,{long}\n"));
    assert_eq!(column(&imported, "__proto__"), "<script>");
    let column = "__proto__".to_owned();
    assert_eq!(reasons(&imported), [(3, RowProblem::TooLong { column, limit: 1_000 })]);
}

#[test]
fn a_contradictory_mapping_is_refused() {
    let table = Table::read("a,b\n1,2\n", None, None, &Limits::default()).unwrap();
    let targets = |first: Target, second: Target| {
        let header = || "a".to_owned();
        [
            ColumnMapping { header: header(), target: first },
            ColumnMapping { header: header(), target: second },
        ]
    };
    let attempt =
        |mapping: &[ColumnMapping]| import("a,b\n1,2\n", &table, mapping, "a.csv", &Limits::default());
    let points = || Target::Attribute("points".to_owned());
    let twice = ImportError::TargetTwice { attribute: "points".to_owned() };
    assert_eq!(attempt(&targets(points(), points())), Err(twice.clone()));
    let custom = Target::Custom { name: "points".to_owned(), kind: AttributeKind::Text };
    assert_eq!(attempt(&targets(points(), custom)), Err(twice));
    let unknown = Target::Attribute("shoe".to_owned());
    assert!(matches!(attempt(&targets(points(), unknown)), Err(ImportError::UnknownTarget { .. })));
    let ignoring = attempt(&targets(points(), Target::Ignore)).unwrap();
    assert_eq!((ignoring.people.columns.len(), ignoring.good_rows), (1, 1));
}

#[test]
fn an_import_becomes_a_population_and_survives_a_file() {
    let imported = imported("email,Skor,Senast köp\na@b.se,42,2020-02-29\nc@d.se,,\n");
    let spec = PopulationSpec::Imported(imported.people);
    let json = serde_json::to_string(&spec).unwrap();
    assert_eq!(serde_json::from_str::<PopulationSpec>(&json).unwrap(), spec);
    let people = People::build(&spec, 1, SimTime::from_secs(0), 4).unwrap();
    assert_eq!((people.total(), people.identity(1).email.as_deref()), (2, Some("c@d.se")));
}

proptest! {
    #[test]
    fn any_bytes_are_imported_or_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        import_and_count(&bytes)?;
    }

    #[test]
    fn bytes_that_look_like_a_table_keep_every_row(
        bytes in prop::collection::vec(prop::sample::select(b"a@b.se\",;\t\n\r\xe5 12-/x".to_vec()), 0..400),
    ) {
        import_and_count(&bytes)?;
    }

    #[test]
    fn what_a_writer_writes_is_read_back(
        rows in prop::collection::vec(("[^\\x00]{0,20}", any::<i32>(), prop::option::of(0..20_000i64)), 1..30),
        delimiter in prop::sample::select(b",;\t".to_vec()),
    ) {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        writer.write_record(["email", "note", "points", "created"]).unwrap();
        let day = |day: &Option<i64>| day.map_or(String::new(), |day| SimTime::from_secs(day * 86_400).date().to_string());
        for (number, (note, points, created)) in rows.iter().enumerate() {
            let email = format!("p{number}@example.com");
            writer.write_record([&email, note, &points.to_string(), &day(created)]).unwrap();
        }
        let limits = Limits::default();
        let bytes = writer.into_inner().unwrap();
        let decoded = decode(&bytes, &limits).unwrap();
        let table = Table::read(&decoded.text, None, None, &limits).unwrap();
        let mut mapping = guess_mapping(&table.headers, &table.samples);
        mapping[1].target = Target::Custom { name: "note".to_owned(), kind: AttributeKind::Text };
        let imported = import(&decoded.text, &table, &mapping, "a.csv", &limits).unwrap();
        prop_assert_eq!((imported.good_rows as usize, imported.bad_total), (rows.len(), 0));
        let lines = |values: Vec<String>| values.join("\n");
        prop_assert_eq!(column(&imported, "note"), lines(rows.iter().map(|(note, ..)| crate::base::plain::one_line(note).into_owned()).collect()));
        prop_assert_eq!(column(&imported, "points"), lines(rows.iter().map(|(_, points, _)| points.to_string()).collect()));
        prop_assert_eq!(column(&imported, "created"), lines(rows.iter().map(|(.., created)| day(created)).collect()));
    }
}

fn import_and_count(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(imported) = import_file(bytes, "a.csv", &Limits::default()) else { return Ok(()) };
    prop_assert_eq!(imported.bad_rows.len() as u64, imported.bad_total.min(1_000));
    prop_assert!(imported.bad_rows.is_sorted_by_key(|bad| bad.line));
    let spec = PopulationSpec::Imported(imported.people);
    prop_assert!(People::build(&spec, 1, SimTime::from_secs(0), 1).is_ok());
    Ok(())
}
