//! The imported people as the scenario's, and the ones it has now.

use crate::people::{GeneratedPeople, ImportedPeople, PopulationSpec};
use crate::text::{self, Lang};

/// The imported people, who change from week to week as those before did, or not at all.
pub(super) fn with_changes(
    people: &ImportedPeople,
    before: &PopulationSpec,
    goes_on: bool,
) -> ImportedPeople {
    let people = people.clone();
    if !goes_on {
        return people;
    }
    let [joins, moves, edits, unsubscribes] = weekly(before);
    ImportedPeople {
        joins_per_week: joins,
        moves_per_week: moves,
        edits_per_week: edits,
        unsubscribes_per_week: unsubscribes,
        ..people
    }
}

/// How many would join each week if the imported people changed as those before did.
pub(super) fn joins_per_week(before: &PopulationSpec) -> u64 {
    weekly(before)[0].into()
}

/// Which recipients there are now.
pub(super) fn present(lang: Lang, population: &PopulationSpec) -> String {
    let file = match population {
        PopulationSpec::Imported(people) => Some(people.name.as_str()),
        PopulationSpec::Generated(_) => None,
    };
    text::import::present(lang, population.size().into(), file)
}

/// Joins, moves, edits and unsubscriptions in a week; the usual ones where nothing ever changes.
fn weekly(population: &PopulationSpec) -> [u32; 4] {
    let usual = GeneratedPeople::default();
    let (joins, moves, edits, unsubscribes) = match population {
        PopulationSpec::Generated(people) => (
            people.joins_per_week,
            people.moves_per_week,
            people.edits_per_week,
            people.unsubscribes_per_week,
        ),
        PopulationSpec::Imported(people) => (
            people.joins_per_week,
            people.moves_per_week,
            people.edits_per_week,
            people.unsubscribes_per_week,
        ),
    };
    match [joins, moves, edits, unsubscribes] {
        [0, 0, 0, 0] => {
            [usual.joins_per_week, usual.moves_per_week, usual.edits_per_week, usual.unsubscribes_per_week]
        }
        weekly => weekly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imported_people_change_only_if_wanted() {
        let before =
            PopulationSpec::Generated(GeneratedPeople { joins_per_week: 7, ..GeneratedPeople::default() });
        let people = ImportedPeople { rows: 3, ..ImportedPeople::default() };
        assert_eq!(with_changes(&people, &before, false), people);
        assert_eq!(with_changes(&people, &before, true).joins_per_week, 7);
        let still = PopulationSpec::Imported(people);
        assert_eq!(joins_per_week(&still), u64::from(GeneratedPeople::default().joins_per_week));
    }
}
