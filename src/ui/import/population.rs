//! The imported people as the scenario's, and the ones it has now.

use crate::people::{ImportedPeople, PopulationSpec};
use crate::text::{self, Lang};

/// The imported people, who change from week to week as those before did, or not at all.
pub(super) fn with_changes(
    people: &ImportedPeople,
    before: &PopulationSpec,
    goes_on: bool,
) -> ImportedPeople {
    let people = people.clone();
    if goes_on { people.changing_as(&PopulationSpec::Imported(changing(before))) } else { people }
}

/// How many would join each week if the imported people changed as those before did.
pub(super) fn joins_per_week(before: &PopulationSpec) -> u64 {
    changing(before).joins_per_week.into()
}

/// Which recipients there are now.
pub(super) fn present(lang: Lang, population: &PopulationSpec) -> String {
    let file = match population {
        PopulationSpec::Imported(people) => Some(people.name.as_str()),
        PopulationSpec::Generated(_) => None,
    };
    text::import::present(lang, population.size().into(), file)
}

/// Nobody, but changing as those before did; as generated people do where those before never changed.
fn changing(before: &PopulationSpec) -> ImportedPeople {
    let nobody = ImportedPeople::default().changing_as(before);
    if nobody == ImportedPeople::default() { nobody.changing_as(&PopulationSpec::default()) } else { nobody }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::GeneratedPeople;

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
