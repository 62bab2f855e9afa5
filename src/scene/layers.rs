//! Activities that hang together in columns, ordered so that few of their transitions cross.

use super::branch::{Graph, Place};
use super::canvas::GRID;
use super::spot::ROW;

/// A part with more long transitions than this many columns in sum orders only its activities.
const MOST_BENDS: usize = 6_000;
/// How many times the columns are ordered and set, in both directions.
const ROUNDS: usize = 12;

/// A place in a column: an activity, or where a long transition passes.
struct Node {
    /// The activity; none where a transition passes.
    place: Option<Place>,
    column: usize,
    /// What leads here from the columns before, and where it leads in the columns behind.
    before: Vec<usize>,
    behind: Vec<usize>,
    /// The middle, in rows.
    y: f64,
}

/// The columns.
pub(super) struct Layers {
    nodes: Vec<Node>,
    columns: Vec<Vec<usize>>,
}

impl Layers {
    /// Orders a part of a graph.
    pub(super) fn of(graph: &Graph, part: &[Place]) -> Self {
        let links = forward(graph, part);
        let mut layers = Self::columns(part, &links);
        for _ in 0..ROUNDS {
            layers.order(true);
            layers.order(false);
        }
        for round in 0..ROUNDS {
            layers.set(round % 2 == 0);
        }
        // At last from the left, so that a chain is level with its beginning.
        layers.set(true);
        layers
    }

    /// The activities with their columns and heights in world units; the highest is at 0.
    pub(super) fn placed(&self) -> Vec<(Place, i32, i32)> {
        let steps = f64::from(ROW / GRID);
        let height = |y: f64| (y * steps).round() as i32 * GRID;
        let all =
            self.nodes.iter().filter_map(|node| Some((node.place?, node.column as i32, height(node.y))));
        let all: Vec<_> = all.collect();
        let top = all.iter().map(|(.., y)| *y).min().unwrap_or(0);
        all.into_iter().map(|(place, column, y)| (place, column, y - top)).collect()
    }

    fn columns(part: &[Place], links: &[(usize, usize)]) -> Self {
        let mut lengths = vec![0_usize; part.len()];
        // No circles are left, so that the longest way has fewer steps than there are activities.
        for _ in 0..part.len() {
            let before = lengths.clone();
            links.iter().for_each(|&(from, to)| lengths[to] = lengths[to].max(lengths[from] + 1));
            if lengths == before {
                break;
            }
        }
        let node = |place, column| Node { place, column, before: Vec::new(), behind: Vec::new(), y: 0.0 };
        let mut nodes: Vec<Node> =
            part.iter().zip(&lengths).map(|(place, column)| node(Some(*place), *column)).collect();
        let bends: usize = links.iter().map(|&(from, to)| lengths[to] - lengths[from] - 1).sum();
        for &(from, to) in links {
            let mut last = from;
            if bends <= MOST_BENDS {
                for column in lengths[from] + 1..lengths[to] {
                    nodes.push(node(None, column));
                    join(&mut nodes, last);
                    last = nodes.len() - 1;
                }
            }
            nodes[last].behind.push(to);
            nodes[to].before.push(last);
        }
        let mut columns = vec![Vec::new(); lengths.iter().max().map_or(0, |last| last + 1)];
        // In the order in which they are reached from the left, following the transitions in their order.
        let mut is_listed = vec![false; nodes.len()];
        for first in (0..part.len()).filter(|node| nodes[*node].before.is_empty()) {
            let mut next = vec![first];
            while let Some(at) = next.pop() {
                if !std::mem::replace(&mut is_listed[at], true) {
                    columns[nodes[at].column].push(at);
                    next.extend(nodes[at].behind.iter().rev());
                }
            }
        }
        let mut layers = Self { nodes, columns };
        layers.number();
        layers
    }

    /// The heights as the places in the columns.
    fn number(&mut self) {
        for column in &self.columns {
            column.iter().enumerate().for_each(|(at, node)| self.nodes[*node].y = at as f64);
        }
    }

    /// Orders each column by the mean place of what it is joined to on one side.
    fn order(&mut self, is_rightward: bool) {
        for column in in_order(self.columns.len(), is_rightward) {
            let mut keyed: Vec<(f64, usize)> =
                self.columns[column].iter().map(|&node| (self.wish(node, is_rightward), node)).collect();
            keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
            for (at, (_, node)) in keyed.iter().enumerate() {
                self.nodes[*node].y = at as f64;
            }
            self.columns[column] = keyed.into_iter().map(|(_, node)| node).collect();
        }
    }

    /// Sets each column in its order as near as can be to the mean height of what it is joined to on one side.
    fn set(&mut self, is_rightward: bool) {
        for column in in_order(self.columns.len(), is_rightward) {
            let nodes = &self.columns[column];
            let mut offsets = Vec::with_capacity(nodes.len());
            let mut offset = 0.0;
            for (at, &node) in nodes.iter().enumerate() {
                let before = at.checked_sub(1).map(|before| self.nodes[nodes[before]].place);
                // A transition that passes needs less room than a card.
                offset += before.map_or(0.0, |before| match (before, self.nodes[node].place) {
                    (Some(_), Some(_)) => 1.0,
                    (None, None) => 0.25,
                    _ => 0.75,
                });
                offsets.push(offset);
            }
            let wishes =
                nodes.iter().zip(&offsets).map(|(&node, offset)| self.wish(node, is_rightward) - offset);
            let levels = rising(wishes);
            for ((&node, level), offset) in self.columns[column].iter().zip(levels).zip(offsets) {
                self.nodes[node].y = level + offset;
            }
        }
    }

    /// The mean height of what a node is joined to on one side; its own where there is nothing.
    fn wish(&self, node: usize, is_rightward: bool) -> f64 {
        let node = &self.nodes[node];
        let joined = if is_rightward { &node.before } else { &node.behind };
        let sum: f64 = joined.iter().map(|other| self.nodes[*other].y).sum();
        if joined.is_empty() { node.y } else { sum / joined.len() as f64 }
    }
}

/// Joins a node to the one made last.
fn join(nodes: &mut [Node], from: usize) {
    let to = nodes.len() - 1;
    nodes[from].behind.push(to);
    nodes[to].before.push(from);
}

fn in_order(count: usize, is_rightward: bool) -> impl Iterator<Item = usize> {
    (0..count).map(move |at| if is_rightward { at } else { count - 1 - at })
}

/// The transitions within a part, by places in the part, without those that close a circle.
fn forward(graph: &Graph, part: &[Place]) -> Vec<(usize, usize)> {
    let at = |place: Place| part.binary_search(&place).ok();
    // Not yet reached, on the way, done.
    let mut states = vec![0_u8; part.len()];
    let mut links = Vec::new();
    let mut starts: Vec<usize> = (0..part.len()).collect();
    starts.sort_by_key(|start| !graph.entering(part[*start]).is_empty());
    for start in starts {
        let mut way = vec![(start, 0)];
        if std::mem::replace(&mut states[start], 1) != 0 {
            states[start] = 2;
            continue;
        }
        while let Some((node, next)) = way.last_mut() {
            let from = *node;
            let Some(&link) = graph.leaving(part[from]).get(*next) else {
                states[from] = 2;
                way.pop();
                continue;
            };
            *next += 1;
            let Some(to) = graph.ends()[link].and_then(|(_, to)| at(to)) else { continue };
            if states[to] != 1 {
                links.push((from, to));
            }
            if states[to] == 0 {
                states[to] = 1;
                way.push((to, 0));
            }
        }
    }
    links
}

/// The rising row that is nearest to a row of numbers, by the sum of squares.
fn rising(wishes: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for wish in wishes {
        pools.push((wish, 1));
        while let &[.., (before, many), (last, few)] = pools.as_slice() {
            if before <= last {
                break;
            }
            let count = many + few;
            pools.truncate(pools.len() - 2);
            pools.push(((before * many as f64 + last * few as f64) / count as f64, count));
        }
    }
    pools.into_iter().flat_map(|(level, count)| std::iter::repeat_n(level, count)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_rises_as_near_as_can_be() {
        assert_eq!(rising([0.0, 3.0, 1.0, 5.0, 2.0, 2.0].into_iter()), [0.0, 2.0, 2.0, 3.0, 3.0, 3.0]);
        assert_eq!(rising([2.0, 1.0, 0.0].into_iter()), [1.0; 3]);
    }
}
