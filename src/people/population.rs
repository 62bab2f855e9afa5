//! A population: everyone who is there at the start or joins during a run, and what happens to them.

use std::borrow::Cow;
use std::rc::Rc;

use chrono::NaiveDate;

use super::bits::Bits;
use super::changes::{self, Change};
use super::column::{Column, Days, NO_DAY, NO_INTEGER, PlainTexts};
use super::columns::{Columns, Identities};
use super::generate::Generator;
use super::schema::{self, Attribute, AttributeIdx, AttributeKind, Schema};
use super::spec::{ImportedColumn, ImportedPeople, PopulationProblem, PopulationSpec};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::{DAY_SECS, SimTime};

/// Everyone of a run, as they are at the start. Never changes; [`super::PeopleAt`] moves through time.
#[derive(Clone, Debug)]
pub struct People {
    schema: Schema,
    initial: u32,
    pub(super) columns: Columns,
    changes: Vec<Change>,
    /// Everyone without an e-mail address, whether they have joined or not.
    pub(super) without_address: Rc<PeopleSet>,
    /// Who has opted out before the start.
    pub(super) denylisted: PeopleSet,
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
    ///
    /// # Errors
    /// The problems of `spec` that prevent a run, among them stored values that cannot be read.
    pub fn build(
        spec: &PopulationSpec,
        seed: u64,
        start: SimTime,
        weeks: u32,
    ) -> Result<Self, Vec<PopulationProblem>> {
        let mut problems = spec.problems(weeks);
        problems.retain(PopulationProblem::prevents_run);
        if !problems.is_empty() {
            return Err(problems);
        }
        let (initial, rates) = (spec.size(), spec.rates());
        let (imported, missing_email) = match spec {
            PopulationSpec::Generated(people) => (None, people.missing_email_per_ten_thousand),
            PopulationSpec::Imported(people) => (Some(people), 0),
        };
        let generator = Generator::new(seed, start, initial, rates.joins, missing_email);
        let attributes = spec.schema();
        let len = initial + weeks * rates.joins;
        let mut building = Building { imported, generator: &generator, len, problems };
        let columns = building.columns(&attributes);
        if !building.problems.is_empty() {
            return Err(building.problems);
        }
        let changes = changes::changes(&generator, rates, seed, start, weeks, initial, &columns);
        let everyone = || 0..columns.len;
        let without_address = everyone().filter(|&recipient| !columns.identities.has_email(recipient));
        let black_list = columns.get(schema::BLACK_LIST);
        let opted_out = |recipient: &RecipientIdx| black_list.is_some_and(|column| column.flag(*recipient));
        Ok(Self {
            without_address: Rc::new(without_address.collect()),
            denylisted: everyone().filter(opted_out).collect(),
            schema: attributes,
            initial,
            changes,
            columns,
        })
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

/// Fills the columns: stored values first, invented ones for everyone else.
struct Building<'a> {
    imported: Option<&'a ImportedPeople>,
    generator: &'a Generator,
    len: u32,
    problems: Vec<PopulationProblem>,
}

impl<'a> Building<'a> {
    fn columns(&mut self, schema: &Schema) -> Columns {
        let stored = Identities::ATTRIBUTES
            .map(|attribute| Some(self.lines(self.stored(schema.get(attribute)?)?).collect::<PlainTexts>()));
        let identities = Identities {
            stored,
            stored_people: self.imported.map_or(0, |people| people.rows),
            generator: self.generator.clone(),
        };
        let list = schema.iter().map(|(idx, attribute)| Rc::new(self.column(idx, attribute))).collect();
        Columns { len: self.len, list, identities: Rc::new(identities) }
    }

    fn column(&mut self, idx: AttributeIdx, attribute: &Attribute) -> Column {
        let generator = self.generator;
        match idx {
            _ if Identities::ATTRIBUTES.contains(&idx) => Column::Identity,
            schema::BIRTH_DATE => self.dates(attribute, |r| generator.birth_day(r)),
            schema::CREATED => self.dates(attribute, |r| generator.created_day(r)),
            schema::POINTS => self.integers(attribute, |r| generator.points(r)),
            schema::EMAIL_FORMAT => self.integers(attribute, |r| generator.email_format(r)),
            schema::NEWSLETTER => self.flags(attribute, |r| generator.newsletter(r)),
            schema::BLACK_LIST => self.flags(attribute, |r| generator.black_list(r)),
            schema::GENDER => Column::fixed(self.texts(attribute, |r| generator.gender(r))),
            schema::LANGUAGE => Column::fixed(self.texts(attribute, |r| generator.language(r))),
            schema::COUNTRY => Column::changing(self.texts(attribute, |r| generator.town(r).country)),
            schema::CITY => Column::changing(self.texts(attribute, |r| generator.town(r).city)),
            schema::LOYALTY => Column::changing(self.texts(attribute, |r| generator.loyalty(r))),
            _ => match attribute.kind {
                AttributeKind::Text => Column::fixed(self.texts(attribute, |_| "")),
                AttributeKind::Integer => self.integers(attribute, |_| NO_INTEGER),
                AttributeKind::Date => self.dates(attribute, |_| NO_DAY),
                AttributeKind::Flag => self.flags(attribute, |_| false),
            },
        }
    }

    fn stored(&self, attribute: &Attribute) -> Option<&'a ImportedColumn> {
        self.imported?.columns.iter().find(|column| column.attribute == attribute.name)
    }

    fn lines(&self, column: &'a ImportedColumn) -> impl Iterator<Item = &'a str> + Clone + use<'a> {
        column.lines(self.imported.map_or(0, |people| people.rows))
    }

    /// The recipients without stored values: everyone, or those who join an imported population.
    fn invented(&self) -> std::ops::Range<RecipientIdx> {
        self.imported.map_or(0, |people| people.rows)..self.len
    }

    fn texts(
        &self,
        attribute: &Attribute,
        invent: impl Fn(RecipientIdx) -> &'static str + Clone,
    ) -> impl Iterator<Item = &'a str> + Clone {
        let rows = self.imported.map_or(0, |people| people.rows);
        let stored = self.stored(attribute).map(|column| self.lines(column));
        let missing = if stored.is_some() { 0 } else { rows as usize };
        let stored = stored.into_iter().flatten().chain(std::iter::repeat_n("", missing));
        stored.chain(self.invented().map(move |recipient| -> &'a str { invent(recipient) }))
    }

    fn dates(&mut self, attribute: &Attribute, invent: impl Fn(RecipientIdx) -> i32) -> Column {
        let mut days = self.parsed(attribute, NO_DAY, |value| {
            let date = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok()?;
            let moment = Some(SimTime::from_date(date)).filter(|moment| moment.is_in_range())?;
            i32::try_from(moment.day_number()).ok()
        });
        days.extend(self.invented().map(invent));
        Column::Date(Days::new(days))
    }

    fn integers(&mut self, attribute: &Attribute, invent: impl Fn(RecipientIdx) -> i64) -> Column {
        let readable = |value: &str| value.parse().ok().filter(|&number| number != NO_INTEGER);
        let mut values = self.parsed(attribute, NO_INTEGER, readable);
        values.extend(self.invented().map(invent));
        Column::Integer(values)
    }

    fn flags(&mut self, attribute: &Attribute, invent: impl Fn(RecipientIdx) -> bool) -> Column {
        let mut values = self.parsed(attribute, false, |value| match value {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        });
        values.extend(self.invented().map(invent));
        Column::Flag(Bits::scan(&values, |on| on))
    }

    /// The stored values of an attribute, `none` where there is none; the first unreadable one is reported.
    fn parsed<T: Copy>(
        &mut self,
        attribute: &Attribute,
        none: T,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let rows = self.imported.map_or(0, |people| people.rows);
        let Some(column) = self.stored(attribute) else { return vec![none; rows as usize] };
        let mut values = Vec::with_capacity(self.len as usize);
        for (row, value) in (1..).zip(self.lines(column)) {
            let Some(parsed) = (if value.is_empty() { Some(none) } else { read(value) }) else {
                self.problems.push(PopulationProblem::UnreadableValue {
                    attribute: attribute.name.clone(),
                    row,
                    value: value.chars().take(40).collect(),
                });
                break;
            };
            values.push(parsed);
        }
        values
    }
}
