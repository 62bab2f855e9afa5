//! Checks what divides a population: subsets, cells, columns, and the outputs they make.

use std::collections::BTreeSet;

use super::Found;
use super::carried::Carried;
use crate::people::Schema;
use crate::scenario::Scenario;
use crate::scenario::activity::targeting::{SplitSettings, SubsetSize};
use crate::scenario::activity::{Activity, Settings};
use crate::scenario::finding::{Problem, TargetingProblem};

/// The whole, in hundredths of a percent.
const WHOLE: u32 = 10_000;

pub(super) fn check(
    scenario: &Scenario,
    activity: &Activity,
    schema: &Schema,
    carried: &Carried<'_>,
    found: &mut Found<'_>,
) {
    match &activity.settings {
        Settings::Split(split) => {
            if split.subsets.is_empty() {
                found.warning(TargetingProblem::NothingToDo);
            }
            for subset in &split.subsets {
                subset.filter.iter().for_each(|filter| found.condition(filter, schema));
                if let Some(test) = &subset.enriched
                    && !carried.into.has(test.column)
                {
                    found.error(TargetingProblem::ColumnNotAdded { column: test.column });
                }
            }
            sizes(split, found);
        }
        Settings::Cells(cells) => {
            if cells.cells.is_empty() {
                found.warning(TargetingProblem::NothingToDo);
            }
            cells.cells.iter().for_each(|cell| found.condition(&cell.condition, schema));
        }
        Settings::Enrichment(enrichment) if enrichment.columns.is_empty() => {
            found.warning(TargetingProblem::NothingToDo);
        }
        Settings::Intersection(_)
        | Settings::Exclusion(_)
        | Settings::Deduplication(_)
        | Settings::Subscription(_)
        | Settings::ListUpdate(_)
        | Settings::UpdateData(_) => {}
        _ => return,
    }
    names(activity, found);
    for transition in scenario.workflow.transitions.iter().filter(|one| one.from == activity.name) {
        if activity.settings.port_named(transition.output.as_deref()).is_none() {
            let output = transition.output.clone().unwrap_or_default();
            found.plain_error(Problem::MissingOutput { output });
        }
    }
}

fn names(activity: &Activity, found: &mut Found<'_>) {
    let mut seen = BTreeSet::new();
    for (place, output) in (1..).zip(activity.settings.outputs()) {
        if output.name.trim().is_empty() {
            found.error(TargetingProblem::EmptyOutputName { place });
        } else if !seen.insert(output.name.clone()) {
            found.error(TargetingProblem::DuplicateOutput { name: output.name });
        }
    }
}

fn sizes(split: &SplitSettings, found: &mut Found<'_>) {
    let mut sum = 0_u64;
    let mut is_over = false;
    for one in &split.subsets {
        let subset = one.name.clone();
        match one.limit.as_ref().map(|limit| &limit.size) {
            Some(SubsetSize::Records(0) | SubsetSize::ShareOfTenThousand(0)) => {
                found.warning(TargetingProblem::LimitOfNothing { subset });
            }
            Some(&SubsetSize::ShareOfTenThousand(share)) => {
                sum += u64::from(share);
                if share > WHOLE {
                    is_over = true;
                    found.error(TargetingProblem::ShareOverWhole { subset, share });
                }
            }
            _ => {}
        }
    }
    if sum > WHOLE.into() && !is_over {
        found.warning(TargetingProblem::SharesOverWhole { sum });
    }
    let takes_all = |at: &usize| {
        let one = &split.subsets[*at];
        one.filter.is_none() && one.enriched.is_none() && one.limit.is_none()
    };
    if let Some(at) = (0..split.subsets.len()).find(takes_all)
        && let Some(next) = split.subsets.get(at + 1)
    {
        let (taker, subset) = (split.subsets[at].name.clone(), next.name.clone());
        found.warning(TargetingProblem::NobodyLeft { taker, subset });
    }
}
