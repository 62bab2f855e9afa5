//! A population: everyone who is there at the start or joins during a run, and what happens to them.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use chrono::NaiveDate;

use super::changes::Change;
use super::column::Column;
use super::columns::Columns;
use super::doubles::Doubles;
use super::making::PeopleMaker;
use super::schema::{self, AttributeIdx, Schema};
use super::spec::{PopulationProblem, PopulationSpec};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::{DAY_SECS, SimTime};

/// Everyone of a run, as they are at the start. Never changes; [`super::PeopleAt`] moves through time.
#[derive(Clone, Debug)]
pub struct People {
    pub(super) schema: Schema,
    pub(super) initial: u32,
    pub(super) columns: Columns,
    pub(super) changes: Vec<Change>,
    /// Everyone without an e-mail address, whether they have joined or not.
    pub(super) without_address: Rc<PeopleSet>,
    /// Who has opted out before the start.
    pub(super) denylisted: PeopleSet,
    /// Who reads in text format at the start, whether they have joined or not.
    pub(super) text_format: Rc<PeopleSet>,
    /// Those of a file who share an e-mail address or a mobile number, once somebody asked.
    pub(super) doubles: [OnceCell<Rc<Doubles>>; 2],
}

/// Who a recipient is, as a message or a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The given name; may be empty.
    pub first_name: String,
    /// The family name; may be empty.
    pub last_name: String,
    /// The address, unless there is none.
    pub email: Option<String>,
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// No value.
    Empty,
    /// A text that is not empty.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A day.
    Date(NaiveDate),
    /// Yes or no.
    Flag(bool),
}

impl People {
    /// Everyone of a run of `weeks` weeks from `start`. More weeks add people and changes and alter none.
    /// [`PeopleMaker`] makes the same people a few at a time.
    ///
    /// # Errors
    /// The problems of `spec` that prevent a run, among them stored values that cannot be read.
    pub fn build(
        spec: &PopulationSpec,
        seed: u64,
        start: SimTime,
        weeks: u32,
    ) -> Result<Self, Vec<PopulationProblem>> {
        let mut maker = PeopleMaker::new(spec, seed, start, weeks)?;
        while !maker.advance(u64::MAX) {}
        maker.finish()
    }

    /// The attributes these people have.
    pub fn schema(&self) -> &Schema {
        &self.schema
    }

    /// How many are there at the start.
    pub fn initial(&self) -> u32 {
        self.initial
    }

    /// How many there are with all who join later: recipients are numbered `0..total`.
    pub fn total(&self) -> u32 {
        self.columns.len
    }

    /// Everything that happens to them, in order of time.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// When a recipient joined; one second before the start for those who are there from the start.
    pub fn joined_at(&self, recipient: RecipientIdx) -> SimTime {
        self.columns.identities.generator.joined_at(recipient)
    }

    /// Name and address of a recipient. They never change.
    pub fn identity(&self, recipient: RecipientIdx) -> Identity {
        let text = |attribute| self.columns.text(recipient, attribute).into_owned();
        Identity {
            first_name: text(schema::FIRST_NAME),
            last_name: text(schema::LAST_NAME),
            email: Some(text(schema::EMAIL)).filter(|email| !email.is_empty()),
        }
    }

    /// Who shares the e-mail address, or else the mobile number, with whom. Invented people have their own.
    pub fn doubles(&self, of_mobile: bool) -> Rc<Doubles> {
        let attribute = if of_mobile { schema::MOBILE_PHONE } else { schema::EMAIL };
        let stored = || {
            let texts: Vec<_> = (0..self.columns.identities.stored_people)
                .map(|recipient| self.columns.text(recipient, attribute))
                .collect();
            Rc::new(Doubles::of((0..).zip(texts.iter().map(Cow::as_ref))))
        };
        self.doubles[usize::from(of_mobile)].get_or_init(stored).clone()
    }

    /// The text of an attribute at the start; empty where it is not a text.
    pub fn text(&self, recipient: RecipientIdx, attribute: AttributeIdx) -> Cow<'_, str> {
        self.columns.text(recipient, attribute)
    }
}

impl Columns {
    /// The value of an attribute for showing.
    pub(super) fn value(&self, recipient: RecipientIdx, attribute: AttributeIdx) -> Value {
        match self.get(attribute) {
            None => Value::Empty,
            Some(Column::Integer(_)) => self
                .get(attribute)
                .and_then(|column| column.integer(recipient))
                .map_or(Value::Empty, Value::Integer),
            Some(column @ Column::Date(_)) => column.day(recipient).map_or(Value::Empty, |day| {
                Value::Date(SimTime::from_secs(i64::from(day) * DAY_SECS).date())
            }),
            Some(column @ Column::Flag(_)) => Value::Flag(column.flag(recipient)),
            Some(_) => match self.text(recipient, attribute) {
                text if text.is_empty() => Value::Empty,
                text => Value::Text(text.into_owned()),
            },
        }
    }
}
