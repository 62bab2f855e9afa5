//! Columns that an Enrichment added to a work table: they travel with the population as they were then.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::base::people_set::PeopleSet;
use crate::scenario::activity::targeting::{Comparator, EnrichedColumn, EnrichedTest};

/// The added columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Enriched(BTreeMap<EnrichedColumn, Rc<Column>>);

/// One value for each record, in rising order of the records.
#[derive(Debug)]
struct Column {
    records: Rc<PeopleSet>,
    values: Vec<i64>,
}

impl Enriched {
    /// Adds a column, or takes the place of the one there was.
    pub(super) fn add(&mut self, column: EnrichedColumn, records: &Rc<PeopleSet>, values: Vec<i64>) {
        self.0.insert(column, Rc::new(Column { records: records.clone(), values }));
    }

    /// The columns of several work tables in one; a record has its value from the first table that has one.
    pub(super) fn merged<'e>(tables: impl Iterator<Item = &'e Self>) -> Option<Rc<Self>> {
        let mut tables: Vec<&Self> = tables.collect();
        if tables.len() <= 1 {
            return tables.pop().cloned().map(Rc::new);
        }
        let mut columns: BTreeMap<EnrichedColumn, Vec<&Column>> = BTreeMap::new();
        for (column, values) in tables.iter().flat_map(|table| &table.0) {
            columns.entry(*column).or_default().push(values);
        }
        let merged = columns.into_iter().map(|(column, parts)| (column, Rc::new(Column::merged(&parts))));
        Some(Rc::new(Self(merged.collect())))
    }

    /// Those of the records whose value in a column compares so; a record without a value does not.
    pub(super) fn matching(&self, test: &EnrichedTest, records: &PeopleSet) -> PeopleSet {
        let Some(column) = self.0.get(&test.column) else { return PeopleSet::new() };
        let holds = |value: i64| match test.operator {
            Comparator::Equals => value == test.value,
            Comparator::NotEquals => value != test.value,
            Comparator::Greater => value > test.value,
            Comparator::AtLeast => value >= test.value,
            Comparator::Less => value < test.value,
            Comparator::AtMost => value <= test.value,
        };
        records.iter().filter(|&record| column.value(record).is_some_and(holds)).collect()
    }
}

impl Column {
    fn value(&self, record: u32) -> Option<i64> {
        if !self.records.contains(record) {
            return None;
        }
        let place = usize::try_from(self.records.rank_below(record)).ok()?;
        self.values.get(place).copied()
    }

    fn merged(parts: &[&Self]) -> Self {
        let mut records = PeopleSet::new();
        for part in parts {
            records |= &*part.records;
        }
        let value = |record| parts.iter().find_map(|part| part.value(record)).unwrap_or_default();
        Self { values: records.iter().map(value).collect(), records: Rc::new(records) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(first: u32, values: &[i64]) -> Enriched {
        let records: PeopleSet = (first..).take(values.len()).collect();
        let mut table = Enriched::default();
        table.add(EnrichedColumn::Contracts, &Rc::new(records), values.to_vec());
        table
    }

    fn test(operator: Comparator, value: i64) -> EnrichedTest {
        EnrichedTest { column: EnrichedColumn::Contracts, operator, value }
    }

    #[test]
    fn the_first_table_gives_the_value_of_a_record() {
        let (left, right) = (table(0, &[1, 1, 1]), table(2, &[5, 5, 5]));
        let merged = Enriched::merged([&left, &right].into_iter()).unwrap();
        let everyone = PeopleSet::first(9);
        let one = merged.matching(&test(Comparator::Equals, 1), &everyone);
        assert_eq!(one, PeopleSet::first(3));
        let more = merged.matching(&test(Comparator::Greater, 1), &everyone);
        assert_eq!(more, (3..5).collect());
        // Nothing is known of the others, so nothing holds of them.
        let other = merged.matching(&test(Comparator::NotEquals, 7), &everyone);
        assert_eq!(other, PeopleSet::first(5));
    }

    #[test]
    fn every_comparison_compares() {
        use Comparator::{AtLeast, AtMost, Equals, Greater, Less, NotEquals};
        let table = table(0, &[1, 2, 3]);
        let count = |operator| table.matching(&test(operator, 2), &PeopleSet::first(3)).len();
        assert_eq!([Equals, NotEquals, Greater, AtLeast, Less, AtMost].map(count), [1, 2, 1, 2, 1, 2]);
    }
}
