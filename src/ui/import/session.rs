//! What the import dialog knows: the file, what its columns become, and what came of it. Knows no browser.
//!
//! Reading takes a while, so that it is asked for first and done by [`Turn::Work`] after the page was drawn.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::Reducible;

use crate::people::AttributeKind;
use crate::people::import::{
    ColumnMapping, Delimiter, Encoding, ImportError, Imported, Limits, Table, Target, decode, guess_mapping,
    import, own_name,
};
use crate::people::schema::Schema;

/// The state of the dialog.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) limits: Limits,
    /// How often a file was chosen.
    chosen: u32,
    /// The file on show.
    pub(super) file: Option<OpenFile>,
    /// The file under way; the one on show stays until it is read.
    pub(super) reading: Option<Reading>,
    /// The file that was refused last.
    pub(super) refused: Option<Refused>,
}

/// A file whose text is being fetched, or is there and waits to be looked at.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    pub(super) name: Rc<str>,
    bytes: Option<Rc<Vec<u8>>>,
}

/// A file that cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refused {
    pub(super) name: Rc<str>,
    /// Why; none where the browser could not read it.
    pub(super) error: Option<ImportError>,
}

/// A file that was read.
#[derive(Clone, Debug)]
pub(super) struct OpenFile {
    pub(super) name: Rc<str>,
    pub(super) encoding: Encoding,
    pub(super) table: Rc<Table>,
    pub(super) mapping: Rc<Vec<ColumnMapping>>,
    /// What the import gives; while `is_due`, what it gave before the last change.
    pub(super) outcome: Option<Result<Rc<Imported>, ImportError>>,
    /// Whether the outcome is not that of the mapping on show.
    pub(super) is_due: bool,
    text: Rc<str>,
    /// What the person chose, by delimiter and place, so that nothing is lost by going back and forth.
    choices: Rc<BTreeMap<(usize, usize), Choice>>,
}

/// What a column may become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// The standard attribute of this name.
    Standard(String),
    /// A new attribute.
    New(AttributeKind),
    /// Nothing.
    LeaveOut,
}

/// What happens in the dialog.
#[derive(Debug)]
pub(super) enum Turn {
    /// A file was chosen, by the number of that choice.
    Choose {
        number: u32,
        name: String,
        bytes: u64,
    },
    /// That of a choice was fetched, or could not be.
    Fetched(u32, Option<Vec<u8>>),
    /// Says whether the first line has names.
    SetHeader(bool),
    SetDelimiter(Delimiter),
    /// Says what a column becomes.
    SetTarget(usize, Choice),
    /// Does what is due.
    Work,
}

/// The kinds a new attribute may have, in the order they are offered.
pub(super) const NEW_KINDS: [AttributeKind; 4] =
    [AttributeKind::Text, AttributeKind::Integer, AttributeKind::Date, AttributeKind::Flag];

impl Choice {
    /// Everything that can be chosen: the standard attributes, the new ones, nothing.
    pub(super) fn all() -> Vec<Self> {
        let standard = Schema::standard();
        let standard = standard.attributes().iter().map(|attribute| Self::Standard(attribute.name.clone()));
        standard.chain(NEW_KINDS.map(Self::New)).chain([Self::LeaveOut]).collect()
    }

    /// The choice that a target stands for.
    pub(super) fn of(target: &Target) -> Self {
        match target {
            Target::Attribute(name) => Self::Standard(name.clone()),
            Target::Custom { kind, .. } => Self::New(*kind),
            Target::Ignore => Self::LeaveOut,
        }
    }

    fn target(&self, mapping: &[ColumnMapping], place: usize) -> Target {
        match self {
            Self::Standard(name) => Target::Attribute(name.clone()),
            Self::New(kind) => Target::Custom { name: own_name(mapping, place), kind: *kind },
            Self::LeaveOut => Target::Ignore,
        }
    }
}

impl Session {
    /// A dialog in which no file was chosen yet.
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, chosen: 0, file: None, reading: None, refused: None }
    }

    /// The number of the next choice.
    pub(super) fn next_number(&self) -> u32 {
        self.chosen + 1
    }

    /// Whether there is work to do.
    pub(super) fn is_due(&self) -> bool {
        self.reading.as_ref().is_some_and(|reading| reading.bytes.is_some())
            || self.file.as_ref().is_some_and(|file| file.is_due)
    }

    /// Whether two columns have the same target as this one; that is never right.
    pub(super) fn is_twice(&self, place: usize) -> bool {
        let Some(file) = &self.file else { return false };
        let same = |other: &&ColumnMapping| {
            other.target != Target::Ignore
                && file.mapping.get(place).is_some_and(|one| one.target == other.target)
        };
        file.mapping.iter().filter(same).count() > 1
    }

    fn choose(&mut self, number: u32, name: String, bytes: u64) {
        (self.chosen, self.reading, self.refused) = (number, None, None);
        let (name, limit) = (Rc::from(name), self.limits.bytes);
        if bytes > limit {
            self.refused = Some(Refused { name, error: Some(ImportError::TooLarge { bytes, limit }) });
        } else {
            self.reading = Some(Reading { name, bytes: None });
        }
    }

    fn fetched(&mut self, bytes: Option<Vec<u8>>) {
        match (&mut self.reading, bytes) {
            (Some(reading), Some(bytes)) => reading.bytes = Some(Rc::new(bytes)),
            (Some(reading), None) => {
                self.refused = Some(Refused { name: reading.name.clone(), error: None });
                self.reading = None;
            }
            (None, _) => {}
        }
    }

    fn work(&mut self) {
        if let Some(Reading { name, bytes: Some(bytes) }) =
            self.reading.take_if(|reading| reading.bytes.is_some())
        {
            match OpenFile::read(name.clone(), &bytes, &self.limits) {
                Ok(file) => (self.file, self.refused) = (Some(file), None),
                Err(error) => self.refused = Some(Refused { name, error: Some(error) }),
            }
        }
        if let Some(file) = &mut self.file
            && file.is_due
        {
            file.import(&self.limits);
        }
    }
}

impl OpenFile {
    fn read(name: Rc<str>, bytes: &[u8], limits: &Limits) -> Result<Self, ImportError> {
        let decoded = decode(bytes, limits)?;
        let table = Table::read(&decoded.text, None, None, limits)?;
        let mapping = guess_mapping(&table.headers, &table.samples);
        Ok(Self {
            name,
            encoding: decoded.encoding,
            text: decoded.text.into(),
            table: Rc::new(table),
            mapping: Rc::new(mapping),
            outcome: None,
            is_due: true,
            choices: Rc::default(),
        })
    }

    fn import(&mut self, limits: &Limits) {
        let imported = import(&self.text, &self.table, &self.mapping, &self.name, limits);
        self.outcome = Some(imported.map(Rc::new));
        self.is_due = false;
    }

    /// Reads the table anew; a reading that gives none changes nothing.
    fn reread(&mut self, delimiter: Delimiter, has_header: bool, limits: &Limits) {
        if let Ok(table) = Table::read(&self.text, Some(delimiter), Some(has_header), limits) {
            self.table = Rc::new(table);
            self.map();
        }
    }

    /// Guesses what the columns become, but for those of which the person has said it.
    fn map(&mut self) {
        let mut mapping = guess_mapping(&self.table.headers, &self.table.samples);
        let here = self.delimiter_place();
        for (&(delimiter, place), choice) in self.choices.iter() {
            if delimiter == here && place < mapping.len() {
                mapping[place].target = choice.target(&mapping, place);
            }
        }
        (self.mapping, self.is_due) = (Rc::new(mapping), true);
    }

    fn set_target(&mut self, place: usize, choice: Choice) {
        let key = (self.delimiter_place(), place);
        let mapping = Rc::make_mut(&mut self.mapping);
        let target = choice.target(mapping, place);
        if let Some(column) = mapping.get_mut(place).filter(|column| column.target != target) {
            column.target = target;
            Rc::make_mut(&mut self.choices).insert(key, choice);
            self.is_due = true;
        }
    }

    fn delimiter_place(&self) -> usize {
        Delimiter::ALL.iter().position(|&delimiter| delimiter == self.table.delimiter).unwrap_or_default()
    }
}

impl Reducible for Session {
    type Action = Turn;

    fn reduce(self: Rc<Self>, turn: Turn) -> Rc<Self> {
        let mut next = Self::clone(&self);
        let limits = next.limits;
        match (turn, &mut next.file) {
            (Turn::Choose { number, name, bytes }, _) => next.choose(number, name, bytes),
            // Another file was chosen since.
            (Turn::Fetched(number, _), _) if number != self.chosen => return self,
            (Turn::Fetched(_, bytes), _) => next.fetched(bytes),
            (Turn::Work, _) if !self.is_due() => return self,
            (Turn::Work, _) => next.work(),
            (Turn::SetHeader(has_header), Some(file)) => {
                file.reread(file.table.delimiter, has_header, &limits)
            }
            (Turn::SetDelimiter(delimiter), Some(file)) => {
                file.reread(delimiter, file.table.has_header, &limits)
            }
            (Turn::SetTarget(place, choice), Some(file)) => file.set_target(place, choice),
            (Turn::SetHeader(_) | Turn::SetDelimiter(_) | Turn::SetTarget(..), None) => {}
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(turns: impl IntoIterator<Item = Turn>) -> Rc<Session> {
        turns.into_iter().fold(Rc::new(Session::new(Limits::default())), Reducible::reduce)
    }

    fn opened(text: &str) -> Vec<Turn> {
        let choose = Turn::Choose { number: 1, name: "a.csv".to_owned(), bytes: text.len() as u64 };
        vec![choose, Turn::Fetched(1, Some(text.as_bytes().to_vec())), Turn::Work]
    }

    fn good(session: &Session) -> u32 {
        session.file.as_ref().unwrap().outcome.as_ref().unwrap().as_ref().unwrap().good_rows
    }

    const FILE: &str = "email;points;shoe\na@b.se;1;4\nc@d.se;x;5\n";

    #[test]
    fn a_file_is_read_only_when_the_page_was_drawn() {
        let mut turns = opened(FILE);
        turns.pop();
        let waiting = after(turns);
        assert!(waiting.is_due() && waiting.file.is_none() && waiting.reading.is_some());
        let session = after(opened(FILE));
        assert!(!session.is_due() && session.reading.is_none());
        assert_eq!(good(&session), 1);
        let same = session.clone().reduce(Turn::Work);
        assert!(Rc::ptr_eq(&same, &session), "no work, no drawing");
    }

    #[test]
    fn a_changed_mapping_is_imported_again_and_kept() {
        let as_text = Turn::SetTarget(1, Choice::New(AttributeKind::Text));
        let session = after(opened(FILE).into_iter().chain([as_text]));
        assert!(session.is_due());
        assert_eq!(good(&session), 1, "what it gave before stays on show");
        let session = session.reduce(Turn::Work);
        assert_eq!(good(&session), 2);
        let there_and_back = [
            Turn::SetDelimiter(Delimiter::Comma),
            Turn::SetHeader(false),
            Turn::SetDelimiter(Delimiter::Semicolon),
        ];
        let session = there_and_back.into_iter().fold(session, Reducible::reduce).reduce(Turn::Work);
        let file = session.file.as_ref().unwrap();
        assert!(!file.table.has_header);
        assert_eq!(Choice::of(&file.mapping[1].target), Choice::New(AttributeKind::Text));
    }

    #[test]
    fn a_target_taken_twice_is_told_of_both_columns() {
        let twice = Turn::SetTarget(2, Choice::Standard("points".to_owned()));
        let session = after(opened(FILE).into_iter().chain([twice, Turn::Work]));
        assert_eq!([0, 1, 2].map(|place| session.is_twice(place)), [false, true, true]);
        let outcome = session.file.as_ref().unwrap().outcome.as_ref().unwrap();
        assert!(matches!(outcome, Err(ImportError::TargetTwice { .. })));
    }

    #[test]
    fn a_refused_file_leaves_the_one_before() {
        let refused = |bytes: &[u8]| {
            let choose = Turn::Choose { number: 2, name: "b.xlsx".to_owned(), bytes: 10 };
            let turns = [choose, Turn::Fetched(2, Some(bytes.to_vec())), Turn::Work];
            let session = after(opened(FILE).into_iter().chain(turns));
            assert_eq!(good(&session), 1);
            session.refused.as_ref().unwrap().error.clone()
        };
        assert!(matches!(refused(b"PK\x03\x04\0\0"), Some(ImportError::NotText { .. })));
        assert_eq!(refused(b""), Some(ImportError::NoRows));
        let huge = Turn::Choose { number: 2, name: "c.csv".to_owned(), bytes: 1 << 40 };
        let session =
            after(opened(FILE).into_iter().chain([huge, Turn::Fetched(2, Some(Vec::new())), Turn::Work]));
        assert!(matches!(session.refused.as_ref().unwrap().error, Some(ImportError::TooLarge { .. })));
        let lost = Turn::Choose { number: 1, name: "c.csv".to_owned(), bytes: 1 };
        let session = after([lost, Turn::Fetched(1, None)]);
        assert_eq!(session.refused.as_ref().unwrap().error, None);
    }

    #[test]
    fn a_file_that_is_fetched_late_is_not_taken_for_the_one_chosen_since() {
        let choose = |number, name: &str| Turn::Choose { number, name: name.to_owned(), bytes: 10 };
        let late = [choose(1, "a.csv"), choose(2, "b.csv"), Turn::Fetched(1, Some(b"email\n".to_vec()))];
        let session = after(late);
        assert!(!session.is_due() && session.next_number() == 3);
        assert_eq!(&*session.reading.as_ref().unwrap().name, "b.csv");
        let turns = [Turn::Fetched(2, Some(FILE.as_bytes().to_vec())), Turn::Work, Turn::Fetched(1, None)];
        let session = turns.into_iter().fold(session, Reducible::reduce);
        assert_eq!((&*session.file.as_ref().unwrap().name, good(&session)), ("b.csv", 1));
        assert_eq!(session.refused, None);
    }

    #[test]
    fn every_guess_is_among_the_choices() {
        let session = after(opened(FILE));
        let mapping = &session.file.as_ref().unwrap().mapping;
        assert!(mapping.iter().all(|column| Choice::all().contains(&Choice::of(&column.target))));
    }
}
