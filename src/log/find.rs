//! Finds recipients by number, name or address, some at a time: a population may have a million of them.

use super::RunLog;
use crate::base::people_set::{PeopleSet, RecipientIdx};

/// A name is about as much work as this many messages drawn.
const NAME: u64 = 6;

/// A search for recipients under way.
///
/// A whole number is the number of a recipient, from 1; anything else is a part of the name or of the address,
/// whatever the case of its letters.
#[derive(Debug)]
pub struct PeopleFinder {
    asked: String,
    next: RecipientIdx,
    found: PeopleSet,
}

impl PeopleFinder {
    /// Nothing looked at yet.
    pub fn new(asked: &str) -> Self {
        Self { asked: asked.trim().to_lowercase(), next: 0, found: PeopleSet::new() }
    }

    /// Goes on for about as long as it takes to draw `budget` messages; tells whether everyone was looked at.
    pub fn advance(&mut self, log: &RunLog, budget: u64) -> bool {
        let people = &log.plan().people;
        let total = people.total();
        if let Ok(number) = self.asked.parse::<RecipientIdx>() {
            if let Some(recipient) = number.checked_sub(1).filter(|&recipient| recipient < total) {
                self.found.insert(recipient);
            }
            self.next = total;
        }
        let most = u32::try_from(budget / NAME).unwrap_or(u32::MAX).max(1);
        let until = self.next.saturating_add(most).min(total);
        for recipient in self.next..until {
            let identity = people.identity(recipient);
            let name = format!("{} {}", identity.first_name, identity.last_name).to_lowercase();
            let is_in = |text: &str| text.contains(&self.asked);
            if is_in(&name) || identity.email.is_some_and(|email| is_in(&email.to_lowercase())) {
                self.found.insert(recipient);
            }
        }
        self.next = until;
        until == total
    }

    /// How much is done, in thousandths.
    pub fn permille(&self, log: &RunLog) -> u32 {
        let total = u64::from(log.plan().people.total()).max(1);
        u32::try_from(u64::from(self.next) * 1_000 / total).unwrap_or(1_000)
    }

    /// Everyone found so far.
    pub fn found(&self) -> &PeopleSet {
        &self.found
    }

    /// Everyone found.
    pub fn finish(self) -> PeopleSet {
        self.found
    }
}
