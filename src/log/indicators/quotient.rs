//! What somebody might divide by what, to see why only some of it stays below 100 % (`metrics-calculation` page).

use super::Tally;

/// A division of opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotient {
    /// Every open each time, by successful messages.
    AllOpensOfMessages,
    /// Messages opened, by different people: counts of different things.
    OpensOfPeople,
    /// Messages opened, by successful messages: the reports' own.
    OpensOfMessages,
    /// Different people who opened, by different people reached.
    PeopleOfPeople,
}

impl Quotient {
    /// All of them, those that can pass 100 % first.
    pub const ALL: [Self; 4] =
        [Self::AllOpensOfMessages, Self::OpensOfPeople, Self::OpensOfMessages, Self::PeopleOfPeople];

    /// Whether it can pass 100 %.
    pub const fn can_pass(self) -> bool {
        matches!(self, Self::AllOpensOfMessages | Self::OpensOfPeople)
    }

    /// What is divided, and by what; `all_opens` counts every open each time.
    pub fn of(self, tally: &Tally, all_opens: u64) -> (u64, u64) {
        let (figures, people) = (&tally.figures, &tally.people);
        match self {
            Self::AllOpensOfMessages => (all_opens, figures.success),
            Self::OpensOfPeople => (figures.opens, people.reached.len()),
            Self::OpensOfMessages => (figures.opens, figures.success),
            Self::PeopleOfPeople => (people.opened.len(), people.reached.len()),
        }
    }
}
