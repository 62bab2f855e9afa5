//! What Compare mode can show, one at a time.

/// A part of Compare mode.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// The delivery list, with the logs of the delivery that is chosen.
    #[default]
    Deliveries,
    /// What the reports of the product would show, for one delivery or many.
    Reports,
    /// Variants of the scenario beside each other, on one clock.
    Variants,
    /// What happened, sentence by sentence, and the tasks of the workflow.
    Journal,
}

impl Section {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Deliveries, Self::Reports, Self::Variants, Self::Journal];

    /// Its place among the tabs.
    pub const fn place(self) -> usize {
        match self {
            Self::Deliveries => 0,
            Self::Reports => 1,
            Self::Variants => 2,
            Self::Journal => 3,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_places_are_those_of_the_tabs() {
        assert!(Section::ALL.into_iter().enumerate().all(|(at, section)| section.place() == at));
    }
}
