//! The workflow as a tree: branch by branch, the outputs of an activity as its children.

use std::rc::Rc;

use super::branch::{Graph, Place};
use crate::scenario::Workflow;
use crate::scenario::activity::ports::{Output, Port};

/// What a row is.
#[derive(Clone, Debug, PartialEq)]
pub enum RowKind {
    /// A branch, numbered from 1, with how many activities it has.
    Branch {
        /// Its number.
        number: usize,
        /// How many activities.
        activities: usize,
    },
    /// An activity; where its one output leads nowhere although it has to, that is told here.
    Activity {
        /// Whether the workflow pauses behind it.
        is_open: bool,
    },
    /// An output of the activity above.
    Output {
        /// Which.
        output: Output,
        /// The transition that leaves it, by its place in the list; none where it leads nowhere.
        transition: Option<usize>,
        /// Its number among several transitions that leave the same output, from 1; 0 where there is one.
        way: usize,
    },
    /// The branch goes on at an activity that stands elsewhere in the tree.
    Reference,
}

/// A row of the tree.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Unique among the rows and the same as long as it means the same.
    pub key: Rc<str>,
    /// The activity it is about; none for a branch.
    pub activity: Option<Rc<str>>,
    /// What it is.
    pub kind: RowKind,
    /// How deep it stands, from 1.
    pub level: usize,
    /// The row above it in the tree.
    pub parent: Option<usize>,
    /// Its place among its siblings, from 1, and how many they are.
    pub sibling: (usize, usize),
    /// Whether rows stand below it.
    pub has_children: bool,
}

/// The rows of a workflow from top to bottom. Every activity has one row, however many ways lead to it.
pub fn rows(workflow: &Workflow) -> Vec<Row> {
    let graph = Graph::of(workflow);
    let mut tree =
        Tree { workflow, graph: &graph, listed: vec![false; workflow.activities.len()], rows: Vec::new() };
    let mut number = 0;
    let roots = graph.branches().into_iter().filter_map(|branch| branch.first().copied());
    // What only a transition from an unknown output leads to stands in no row above: it begins a branch.
    for root in roots.chain(0..workflow.activities.len()) {
        if tree.listed[root] {
            continue;
        }
        number += 1;
        let at = tree.push(format!("branch {number}"), None, RowKind::Branch { number, activities: 0 }, None);
        tree.chain(root, Some(at));
        let activities =
            tree.rows[at..].iter().filter(|row| matches!(row.kind, RowKind::Activity { .. })).count();
        tree.rows[at].kind = RowKind::Branch { number, activities };
    }
    count_siblings(&mut tree.rows);
    tree.rows
}

struct Tree<'w> {
    workflow: &'w Workflow,
    graph: &'w Graph,
    listed: Vec<bool>,
    rows: Vec<Row>,
}

impl Tree<'_> {
    fn push(
        &mut self,
        key: String,
        activity: Option<Rc<str>>,
        kind: RowKind,
        parent: Option<usize>,
    ) -> usize {
        let level = parent.and_then(|parent| self.rows.get(parent)).map_or(1, |parent| parent.level + 1);
        let (key, has_children) = (key.into(), false);
        self.rows.push(Row { key, activity, kind, level, parent, sibling: (1, 1), has_children });
        if let Some(parent) = parent.and_then(|parent| self.rows.get_mut(parent)) {
            parent.has_children = true;
        }
        self.rows.len() - 1
    }

    /// An activity and what follows it, on the same level as long as there is one way only.
    fn chain(&mut self, from: Place, parent: Option<usize>) {
        let mut next = Some(from);
        while let Some(place) = next.take() {
            let Some(activity) = self.workflow.activities.get(place) else { return };
            let name: Rc<str> = activity.name.as_str().into();
            if std::mem::replace(&mut self.listed[place], true) {
                let key = format!("to {name} {}", self.rows.len());
                self.push(key, Some(name), RowKind::Reference, parent);
                return;
            }
            let ways = self.ways(place);
            let is_plain = |(output, transition, _): &(Output, Option<usize>, usize)| {
                output.port == Port::Main && (transition.is_some() || output.is_required)
            };
            match &ways[..] {
                [] => {
                    self.push(format!("= {name}"), Some(name), RowKind::Activity { is_open: false }, parent);
                }
                [only] if is_plain(only) => {
                    let is_open = only.1.is_none();
                    self.push(format!("= {name}"), Some(name), RowKind::Activity { is_open }, parent);
                    next = only.1.and_then(|transition| self.target(transition));
                }
                _ => {
                    let own = RowKind::Activity { is_open: false };
                    let at = self.push(format!("= {name}"), Some(name.clone()), own, parent);
                    for (output, transition, way) in ways {
                        let key = format!("{name} > {} {way}", output.name);
                        let kind = RowKind::Output { output, transition, way };
                        let below = self.push(key, Some(name.clone()), kind, Some(at));
                        if let Some(target) = transition.and_then(|transition| self.target(transition)) {
                            self.chain(target, Some(below));
                        }
                    }
                }
            }
        }
    }

    fn target(&self, transition: usize) -> Option<Place> {
        self.graph.ends().get(transition).copied().flatten().map(|(_, to)| to)
    }

    /// The outputs of an activity that lead on or would have to, once for each transition.
    fn ways(&self, place: Place) -> Vec<(Output, Option<usize>, usize)> {
        let Some(activity) = self.workflow.activities.get(place) else { return Vec::new() };
        let leaving: Vec<(usize, Option<Port>)> = self
            .workflow
            .transitions
            .iter()
            .enumerate()
            .filter(|(at, one)| one.from == activity.name && self.target(*at).is_some())
            .map(|(at, one)| (at, activity.settings.port_named(one.output.as_deref())))
            .collect();
        let mut ways = Vec::new();
        for output in activity.settings.outputs() {
            let own: Vec<usize> =
                leaving.iter().filter(|(_, port)| *port == Some(output.port)).map(|(at, _)| *at).collect();
            if own.is_empty() && output.is_required {
                ways.push((output.clone(), None, 0));
            }
            for (number, at) in (1..).zip(&own) {
                ways.push((output.clone(), Some(*at), if own.len() > 1 { number } else { 0 }));
            }
        }
        ways
    }
}

fn count_siblings(rows: &mut [Row]) {
    let mut counts = std::collections::BTreeMap::<Option<usize>, usize>::new();
    for row in rows.iter_mut() {
        let count = counts.entry(row.parent).or_default();
        *count += 1;
        row.sibling.0 = *count;
    }
    for row in rows.iter_mut() {
        row.sibling.1 = counts.get(&row.parent).copied().unwrap_or(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::{ActivityKind, Transition};
    use crate::scenario::edit::{Edit, apply};
    use crate::scenario::fresh::Sort;
    use crate::scenario::samples::Sample;

    fn shown(workflow: &Workflow) -> Vec<String> {
        let row = |row: &Row| {
            let indent = "-".repeat(row.level - 1);
            let name = row.activity.as_deref().unwrap_or_default();
            match &row.kind {
                RowKind::Branch { number, activities } => format!("branch {number} ({activities})"),
                RowKind::Activity { is_open } => {
                    format!("{indent}{name}{}", if *is_open { " open" } else { "" })
                }
                RowKind::Output { output, transition, .. } => {
                    format!("{indent}>{}{}", output.name, if transition.is_none() { " open" } else { "" })
                }
                RowKind::Reference => format!("{indent}to {name}"),
            }
        };
        rows(workflow).iter().map(row).collect()
    }

    #[test]
    fn one_way_stays_on_its_level_and_outputs_are_children() {
        let scenario = Sample::SideBySide.scenario();
        assert_eq!(
            shown(&scenario.workflow),
            [
                "branch 1 (3)",
                "-scheduler",
                "-query",
                "-recurring",
                "branch 2 (2)",
                "-incremental",
                "-continuous"
            ]
        );
        let add = |kind, from: &str| Edit::Add {
            sort: Sort::Kind(kind),
            label: String::new(),
            x: 0,
            y: 900,
            after: Some((from.into(), None)),
        };
        let scenario = apply(&scenario, add(ActivityKind::Split, "query")).unwrap();
        let to_end = Edit::All(vec![
            add(ActivityKind::End, "split"),
            Edit::Connect(Transition::new("recurring", "end")),
        ]);
        let scenario = apply(&scenario, to_end).unwrap();
        let rows = rows(&scenario.workflow);
        assert_eq!(
            shown(&scenario.workflow)[..11],
            [
                "branch 1 (5)",
                "-scheduler",
                "-query",
                "-->main",
                "---recurring",
                "---end",
                "-->main",
                "---split",
                "---->subset1",
                "-----to end",
                "---->subset2 open"
            ]
        );
        assert_eq!(rows[8].sibling, (1, 3), "a complement too");
        assert!(rows.iter().all(|row| rows.iter().filter(|other| other.key == row.key).count() == 1));
    }

    #[test]
    fn what_an_unknown_output_leads_to_has_rows_too() {
        let mut workflow = Sample::SideBySide.scenario().workflow;
        workflow.transitions[0].output = Some("nowhere".into());
        assert_eq!(
            shown(&workflow),
            [
                "branch 1 (1)",
                "-scheduler open",
                "branch 2 (2)",
                "-incremental",
                "-continuous",
                "branch 3 (2)",
                "-query",
                "-recurring"
            ]
        );
    }

    #[test]
    fn circles_end() {
        let scenario = Sample::SideBySide.scenario();
        let mut workflow = scenario.workflow;
        workflow.transitions.push(Transition::new("recurring", "scheduler"));
        assert_eq!(shown(&workflow).last().unwrap(), "-to scheduler");
    }
}
