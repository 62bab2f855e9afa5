//! What transitions may carry, told from the drawing: recipients, contracts, added columns.

use std::collections::BTreeMap;

use crate::scenario::Workflow;
use crate::scenario::activity::Settings;
use crate::scenario::activity::targeting::{Dimension, EnrichedColumn};

/// What enters an activity.
#[derive(Debug)]
pub(super) struct Carried<'w> {
    /// The activities whose transitions enter, one entry a transition.
    pub sources: Vec<&'w str>,
    /// What these transitions may carry.
    pub into: Load,
}

/// What a transition may carry; a bare activation carries nothing of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Load {
    /// A population of recipients.
    pub recipients: bool,
    /// A population of contracts.
    pub contracts: bool,
    columns: [bool; 3],
}

impl Load {
    /// Whether it may be a population.
    pub(super) const fn is_population(self) -> bool {
        self.recipients || self.contracts
    }

    /// Whether the population may have a column.
    pub(super) const fn has(self, column: EnrichedColumn) -> bool {
        self.columns[column as usize]
    }

    fn population(dimension: Dimension) -> Self {
        Self {
            recipients: dimension == Dimension::Recipients,
            contracts: dimension == Dimension::Contracts,
            ..Self::default()
        }
    }

    fn or(self, other: Self) -> Self {
        let mut columns = self.columns;
        columns.iter_mut().zip(other.columns).for_each(|(mine, other)| *mine |= other);
        Self {
            recipients: self.recipients || other.recipients,
            contracts: self.contracts || other.contracts,
            columns,
        }
    }
}

/// What enters each activity, in drawing order, of a workflow in which jumps are transitions.
pub(super) fn carried(workflow: &Workflow) -> Vec<Carried<'_>> {
    let activities = &workflow.activities;
    let places: BTreeMap<&str, usize> =
        activities.iter().enumerate().map(|(at, activity)| (activity.name.as_str(), at)).collect();
    let mut sources: Vec<Vec<usize>> = vec![Vec::new(); activities.len()];
    for transition in &workflow.transitions {
        let ends = (places.get(transition.from.as_str()), places.get(transition.to.as_str()));
        if let (Some(&from), Some(&to)) = ends {
            sources[to].push(from);
        }
    }
    let mut into = vec![Load::default(); activities.len()];
    // What is carried only grows, so this comes to rest, also where the drawing goes in a circle.
    let mut is_changing = true;
    while is_changing {
        is_changing = false;
        for at in 0..activities.len() {
            let outs = sources[at].iter().map(|&from| out(&activities[from].settings, into[from]));
            let now = outs.fold(into[at], Load::or);
            is_changing |= now != into[at];
            into[at] = now;
        }
    }
    let names = |sources: Vec<usize>| sources.into_iter().map(|at| activities[at].name.as_str()).collect();
    sources.into_iter().zip(into).map(|(from, into)| Carried { sources: names(from), into }).collect()
}

/// What leaves an activity, by what enters it.
fn out(settings: &Settings, into: Load) -> Load {
    let columns = into.columns;
    match settings {
        Settings::Query(query) => {
            let keeps = Load::population(query.dimension);
            let is_same = (into.recipients && keeps.recipients) || (into.contracts && keeps.contracts);
            if is_same { Load { columns, ..keeps } } else { keeps }
        }
        Settings::IncrementalQuery(_) => Load { columns, ..Load::population(Dimension::Recipients) },
        Settings::ReadList(_) => Load::population(Dimension::Recipients),
        Settings::ChangeDimension(change) if into.is_population() => {
            let changed = Load::population(change.to);
            let is_same = (into.recipients && changed.recipients) || (into.contracts && changed.contracts);
            if is_same { Load { columns, ..changed } } else { changed }
        }
        Settings::Enrichment(enrichment) => {
            let mut columns = columns;
            enrichment.columns.iter().for_each(|column| columns[*column as usize] = true);
            Load { columns, ..into }
        }
        _ => into,
    }
}
