//! What is due when: earliest first, at equal times by rank, then first in, first out.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use crate::base::time::SimTime;

/// Things due at moments of simulated time.
#[derive(Debug)]
pub(super) struct Queue<T> {
    heap: BinaryHeap<Reverse<Due<T>>>,
    next_seq: u64,
}

/// What comes before what in the same second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// The server comes up, and what was commanded while it was down.
    Server,
    /// What a person does.
    Person,
    /// What was due earlier and was held back.
    Late,
    /// Everything else.
    Due,
    /// A look at what the second has left.
    Last,
}

#[derive(Debug)]
struct Due<T> {
    at: SimTime,
    rank: Rank,
    seq: u64,
    what: T,
}

impl<T> Queue<T> {
    /// A queue with nothing in it.
    pub(super) fn new() -> Self {
        Self { heap: BinaryHeap::new(), next_seq: 0 }
    }

    /// Adds something due at `at`, behind everything already due then.
    pub(super) fn push(&mut self, at: SimTime, what: T) {
        self.push_ranked(at, Rank::Due, what);
    }

    /// Adds something due at `at`, behind everything of its rank already due then.
    pub(super) fn push_ranked(&mut self, at: SimTime, rank: Rank, what: T) {
        self.heap.push(Reverse(Due { at, rank, seq: self.next_seq, what }));
        self.next_seq += 1;
    }

    /// How many things are due.
    pub(super) fn len(&self) -> usize {
        self.heap.len()
    }

    /// Takes the next thing due before `end`.
    pub(super) fn pop_before(&mut self, end: SimTime) -> Option<(SimTime, T)> {
        if self.heap.peek()?.0.at >= end {
            return None;
        }
        self.heap.pop().map(|Reverse(due)| (due.at, due.what))
    }
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> PartialEq for Due<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<T> Eq for Due<T> {}

impl<T> PartialOrd for Due<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Due<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.at, self.rank, self.seq).cmp(&(other.at, other.rank, other.seq))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_times_come_first_in_first_out() {
        let mut queue = Queue::new();
        for (secs, name) in [(5, "b"), (3, "a"), (5, "c"), (9, "late")] {
            queue.push(SimTime::from_secs(secs), name);
        }
        let end = SimTime::from_secs(9);
        let order: Vec<_> = std::iter::from_fn(|| queue.pop_before(end)).map(|(_, name)| name).collect();
        assert_eq!(order, ["a", "b", "c"]);
    }

    #[test]
    fn equal_times_come_by_rank_first() {
        let mut queue = Queue::new();
        let at = SimTime::from_secs(5);
        queue.push_ranked(at, Rank::Last, "look");
        queue.push(at, "launch");
        queue.push_ranked(at, Rank::Late, "late");
        queue.push_ranked(at, Rank::Person, "pause");
        queue.push_ranked(at, Rank::Server, "up");
        queue.push_ranked(at, Rank::Person, "stop");
        let order: Vec<_> = std::iter::from_fn(|| queue.pop_before(SimTime::from_secs(6))).collect();
        let names: Vec<_> = order.into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["up", "pause", "stop", "late", "launch", "look"]);
    }
}
