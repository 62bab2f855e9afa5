//! Makes the people of a run a few at a time, so that a million of them keep nobody waiting.

use std::rc::Rc;

use chrono::NaiveDate;

use super::bits::Bits;
use super::changes::Changing;
use super::column::{Column, Days, GrowingTexts, NO_DAY, NO_INTEGER, PlainTexts};
use super::columns::{Columns, Identities};
use super::generate::Generator;
use super::population::People;
use super::schema::{self, Attribute, AttributeIdx, AttributeKind, Schema, TEXT_FORMAT};
use super::spec::{ImportedColumn, PopulationProblem, PopulationSpec, Rates};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;

/// People in the making. How it is sliced changes nothing about them.
pub struct PeopleMaker {
    spec: PopulationSpec,
    rates: Rates,
    seed: u64,
    start: SimTime,
    weeks: u32,
    generator: Generator,
    schema: Schema,
    len: u32,
    /// The stored people, whose values come from the file.
    rows: u32,
    problems: Vec<PopulationProblem>,
    list: Vec<Rc<Column>>,
    stage: Stage,
}

enum Stage {
    /// The next column, and how far it is; none where it is not begun.
    Columns(Option<Growing>),
    Changes(Columns, Changing),
    /// Whom something holds of at the start, and the first recipient not looked at.
    Marks(Columns, Changing, Marks, RecipientIdx),
    Over,
}

/// Sets of people that are asked for often, as they are at the start.
#[derive(Default)]
struct Marks {
    without_address: PeopleSet,
    denylisted: PeopleSet,
    text_format: PeopleSet,
}

/// A column that grows, with the next recipient.
struct Growing {
    values: Values,
    next: RecipientIdx,
}

enum Values {
    Identity,
    Texts(GrowingTexts),
    Integers(Vec<i64>),
    Dates(Days),
    Flags(Vec<bool>),
}

impl PeopleMaker {
    /// Before anybody is made.
    ///
    /// # Errors
    /// The problems of `spec` that prevent a run.
    pub fn new(
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
        let (rows, missing_email) = match spec {
            PopulationSpec::Generated(people) => (0, people.missing_email_per_ten_thousand),
            PopulationSpec::Imported(people) => (people.rows, 0),
        };
        Ok(Self {
            rates,
            seed,
            start,
            weeks,
            generator: Generator::new(seed, start, initial, rates.joins, missing_email),
            schema: spec.schema(),
            len: initial + weeks * rates.joins,
            rows,
            problems,
            list: Vec::new(),
            stage: Stage::Columns(None),
            spec: spec.clone(),
        })
    }

    /// Goes on for about `budget` values; tells whether everyone is made. The stored values of one column of
    /// an imported population are read at once.
    pub fn advance(&mut self, budget: u64) -> bool {
        let mut left = budget.max(1);
        while left > 0 && !self.is_over() {
            let used = match std::mem::replace(&mut self.stage, Stage::Over) {
                Stage::Columns(growing) => self.grow(growing, left),
                Stage::Changes(columns, changing) => self.change(columns, changing),
                Stage::Marks(columns, changing, marks, next) => {
                    self.mark(columns, changing, marks, next, left)
                }
                Stage::Over => 1,
            };
            left = left.saturating_sub(used.max(1));
        }
        self.is_over()
    }

    /// How much is done, in thousandths.
    pub fn permille(&self) -> u32 {
        let columns = u64::try_from(self.schema.iter().count()).unwrap_or(u64::MAX).max(1);
        let made = self.list.len() as u64 * 1_000;
        let of_column = match &self.stage {
            Stage::Columns(Some(growing)) => u64::from(growing.next) * 1_000 / u64::from(self.len.max(1)),
            Stage::Columns(None) => 0,
            _ => return 1_000,
        };
        u32::try_from((made + of_column) / columns).unwrap_or(1_000).min(1_000)
    }

    /// Everyone, once they are made.
    ///
    /// # Errors
    /// Stored values that cannot be read.
    pub fn finish(self) -> Result<People, Vec<PopulationProblem>> {
        match self.stage {
            Stage::Marks(columns, changing, marks, _) => Ok(People {
                schema: self.schema,
                initial: self.spec.size(),
                columns,
                changes: changing.finish(),
                without_address: Rc::new(marks.without_address),
                denylisted: marks.denylisted,
                text_format: Rc::new(marks.text_format),
                doubles: Default::default(),
            }),
            _ => Err(self.problems),
        }
    }

    fn is_over(&self) -> bool {
        match &self.stage {
            Stage::Marks(.., next) => *next >= self.len,
            Stage::Over => true,
            _ => false,
        }
    }

    fn grow(&mut self, growing: Option<Growing>, left: u64) -> u64 {
        let found = self.schema.iter().nth(self.list.len()).map(|(idx, attribute)| (idx, attribute.clone()));
        let Some((idx, attribute)) = found else {
            return self.end_columns();
        };
        let (mut growing, mut used) = match growing {
            Some(growing) => (growing, 0),
            None => {
                let values = self.begin_column(idx, &attribute);
                (Growing { values, next: self.rows }, u64::from(self.rows))
            }
        };
        let room = u32::try_from(left.saturating_sub(used)).unwrap_or(u32::MAX);
        let until = growing.next.saturating_add(room).min(self.len);
        if !matches!(growing.values, Values::Identity) {
            self.invent(idx, &mut growing.values, growing.next..until);
            used += u64::from(until - growing.next);
        }
        growing.next = until;
        if until >= self.len || matches!(growing.values, Values::Identity) {
            self.list.push(Rc::new(growing.values.finish()));
            self.stage = Stage::Columns(None);
        } else {
            self.stage = Stage::Columns(Some(growing));
        }
        used
    }

    /// The column with its stored values.
    fn begin_column(&mut self, idx: AttributeIdx, attribute: &Attribute) -> Values {
        match idx {
            _ if Identities::ATTRIBUTES.contains(&idx) => return Values::Identity,
            schema::COUNTRY | schema::CITY | schema::LOYALTY => {
                return self.stored_texts(attribute, GrowingTexts::changing());
            }
            _ => {}
        }
        match attribute.kind {
            AttributeKind::Text => self.stored_texts(attribute, GrowingTexts::fixed()),
            AttributeKind::Integer => {
                let readable = |value: &str| value.parse().ok().filter(|&number| number != NO_INTEGER);
                Values::Integers(self.parsed(attribute, NO_INTEGER, readable))
            }
            AttributeKind::Date => {
                let stored = self.parsed(attribute, NO_DAY, |value| {
                    let date = NaiveDate::parse_from_str(value, "%Y-%m-%d").ok()?;
                    let moment = Some(SimTime::from_date(date)).filter(|moment| moment.is_in_range())?;
                    i32::try_from(moment.day_number()).ok()
                });
                let mut days = Days::default();
                stored.into_iter().for_each(|day| days.push(day));
                Values::Dates(days)
            }
            AttributeKind::Flag => Values::Flags(self.parsed(attribute, false, |value| match value {
                "1" => Some(true),
                "0" => Some(false),
                _ => None,
            })),
        }
    }

    /// Adds the values of those without stored ones: everyone, or those who join an imported population.
    fn invent(&self, idx: AttributeIdx, values: &mut Values, who: std::ops::Range<RecipientIdx>) {
        let generator = &self.generator;
        match values {
            Values::Identity => {}
            Values::Texts(texts) => {
                let invent: fn(&Generator, RecipientIdx) -> &'static str = match idx {
                    schema::GENDER => Generator::gender,
                    schema::LANGUAGE => Generator::language,
                    schema::COUNTRY => |generator, who| generator.town(who).country,
                    schema::CITY => |generator, who| generator.town(who).city,
                    schema::LOYALTY => Generator::loyalty,
                    _ => |_, _| "",
                };
                who.for_each(|one| texts.push_known(invent(generator, one)));
            }
            Values::Integers(integers) => match idx {
                schema::POINTS => integers.extend(who.map(|one| generator.points(one))),
                schema::EMAIL_FORMAT => integers.extend(who.map(|one| generator.email_format(one))),
                _ => integers.extend(who.map(|_| NO_INTEGER)),
            },
            Values::Dates(days) => match idx {
                schema::BIRTH_DATE => who.for_each(|one| days.push(generator.birth_day(one))),
                schema::CREATED => who.for_each(|one| days.push(generator.created_day(one))),
                _ => who.for_each(|_| days.push(NO_DAY)),
            },
            Values::Flags(flags) => match idx {
                schema::NEWSLETTER => flags.extend(who.map(|one| generator.newsletter(one))),
                schema::BLACK_LIST => flags.extend(who.map(|one| generator.black_list(one))),
                _ => flags.extend(who.map(|_| false)),
            },
        }
    }

    fn end_columns(&mut self) -> u64 {
        if !self.problems.is_empty() {
            return 1;
        }
        let stored = Identities::ATTRIBUTES.map(|attribute| {
            let column = self.stored(self.schema.get(attribute)?)?;
            Some(column.lines(self.rows).collect::<PlainTexts>())
        });
        let identities = Identities { stored, stored_people: self.rows, generator: self.generator.clone() };
        let list = std::mem::take(&mut self.list);
        let columns = Columns { len: self.len, list, identities: Rc::new(identities) };
        let changing = Changing::new(self.rates, self.seed, self.start, self.spec.size(), &columns);
        self.stage = Stage::Changes(columns, changing);
        u64::from(self.rows)
    }

    fn change(&mut self, columns: Columns, mut changing: Changing) -> u64 {
        if changing.weeks() == self.weeks {
            self.stage = Stage::Marks(columns, changing, Marks::default(), 0);
            return 1;
        }
        changing.make_week(&self.generator);
        let used = changing.in_a_week();
        self.stage = Stage::Changes(columns, changing);
        used
    }

    fn mark(
        &mut self,
        columns: Columns,
        changing: Changing,
        mut marks: Marks,
        next: RecipientIdx,
        left: u64,
    ) -> u64 {
        let until = next.saturating_add(u32::try_from(left).unwrap_or(u32::MAX)).min(self.len);
        let black_list = columns.get(schema::BLACK_LIST);
        let email_format = columns.get(schema::EMAIL_FORMAT);
        for recipient in next..until {
            if !columns.identities.has_email(recipient) {
                marks.without_address.insert(recipient);
            }
            if black_list.is_some_and(|column| column.flag(recipient)) {
                marks.denylisted.insert(recipient);
            }
            if email_format.and_then(|column| column.integer(recipient)) == Some(TEXT_FORMAT) {
                marks.text_format.insert(recipient);
            }
        }
        self.stage = Stage::Marks(columns, changing, marks, until);
        u64::from(until - next)
    }

    fn stored(&self, attribute: &Attribute) -> Option<&ImportedColumn> {
        let PopulationSpec::Imported(people) = &self.spec else { return None };
        people.columns.iter().find(|column| column.attribute == attribute.name)
    }

    fn stored_texts(&self, attribute: &Attribute, mut texts: GrowingTexts) -> Values {
        match self.stored(attribute) {
            Some(column) => column.lines(self.rows).for_each(|value| texts.push(value)),
            None => (0..self.rows).for_each(|_| texts.push("")),
        }
        Values::Texts(texts)
    }

    /// The stored values of an attribute, `none` where there is none; the first unreadable one is reported.
    fn parsed<T: Copy>(
        &mut self,
        attribute: &Attribute,
        none: T,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let Some(column) = self.stored(attribute) else { return vec![none; self.rows as usize] };
        let mut values = Vec::with_capacity(self.len as usize);
        let mut unreadable = None;
        for (row, value) in (1..).zip(column.lines(self.rows)) {
            let Some(parsed) = (if value.is_empty() { Some(none) } else { read(value) }) else {
                let value = value.chars().take(40).collect();
                unreadable = Some(PopulationProblem::UnreadableValue {
                    attribute: attribute.name.clone(),
                    row,
                    value,
                });
                break;
            };
            values.push(parsed);
        }
        self.problems.extend(unreadable);
        values
    }
}

impl Values {
    fn finish(self) -> Column {
        match self {
            Self::Identity => Column::Identity,
            Self::Texts(texts) => texts.finish(),
            Self::Integers(integers) => Column::Integer(integers),
            Self::Dates(days) => Column::Date(days),
            Self::Flags(flags) => Column::Flag(Bits::scan(&flags, |on| on)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_of_any_size_make_the_same_people() {
        let start = SimTime::parse("2026-01-05").unwrap();
        let spec: PopulationSpec =
            serde_json::from_str(r#"{"source":"generated","size":700,"joinsPerWeek":13}"#).unwrap();
        let whole = People::build(&spec, 5, start, 9).unwrap();
        for budget in [1, 37, 5_000] {
            let mut maker = PeopleMaker::new(&spec, 5, start, 9).unwrap();
            let mut last = 0;
            while !maker.advance(budget) {
                assert!(maker.permille() >= last, "{last}");
                last = maker.permille();
            }
            let made = maker.finish().unwrap();
            assert_eq!(made.changes(), whole.changes());
            assert_eq!(
                (&made.without_address, &made.denylisted, &made.text_format),
                (&whole.without_address, &whole.denylisted, &whole.text_format)
            );
            for recipient in 0..whole.total() {
                assert_eq!(made.identity(recipient), whole.identity(recipient));
                for (idx, _) in whole.schema().iter() {
                    assert_eq!(made.columns.value(recipient, idx), whole.columns.value(recipient, idx));
                }
            }
        }
    }
}
