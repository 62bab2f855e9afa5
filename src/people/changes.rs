//! What happens to people in simulated time: they join, move, are edited, opt out.

use super::column::NO_INTEGER;
use super::columns::Columns;
use super::generate::{Generator, WEEK_SECS};
use super::names::TOWNS;
use super::schema::{BLACK_LIST, CITY, COUNTRY, LOYALTY, LOYALTY_TIERS, NEWSLETTER, POINTS};
use super::spec::Rates;
use crate::base::chance::Key;
use crate::base::people_set::RecipientIdx;
use crate::base::time::{SimSpan, SimTime};

/// Something that happens to one recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// When it happens.
    pub at: SimTime,
    /// To whom.
    pub recipient: RecipientIdx,
    /// What happens.
    pub what: ChangeKind,
}

/// What can happen to a recipient outside deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The person is new and is in the population from now on.
    Joined,
    /// The person lives in another town.
    Moved {
        /// The new country code.
        country: &'static str,
        /// The new town.
        city: &'static str,
    },
    /// The person asked for the newsletter, or no longer wants it.
    NewsletterSet(bool),
    /// The person is in another loyalty tier.
    LoyaltySet(&'static str),
    /// The person has this many points now.
    PointsSet(i64),
    /// The person opted out elsewhere and is denylisted.
    Unsubscribed,
}

/// Makes the changes of a run week by week, in order of time. More weeks add changes at the end and alter
/// none. Whoever is changed was there when the week began.
pub(super) struct Changing {
    rates: Rates,
    seed: u64,
    start: SimTime,
    initial: u32,
    week: u32,
    now: Columns,
    all: Vec<Change>,
}

impl Changing {
    /// Before the first week.
    pub(super) fn new(rates: Rates, seed: u64, start: SimTime, initial: u32, columns: &Columns) -> Self {
        Self { rates, seed, start, initial, week: 0, now: columns.clone(), all: Vec::new() }
    }

    /// How many weeks are made.
    pub(super) fn weeks(&self) -> u32 {
        self.week
    }

    /// How many changes the next week has.
    pub(super) fn in_a_week(&self) -> u64 {
        let rates = self.rates;
        [rates.joins, rates.moves, rates.edits, rates.unsubscribes].into_iter().map(u64::from).sum()
    }

    /// Makes those of one more week.
    pub(super) fn make_week(&mut self, generator: &Generator) {
        let (week, rates) = (self.week, self.rates);
        self.week += 1;
        let present = self.initial + week * rates.joins;
        let mut drafts: Vec<Draft> = (present..present + rates.joins)
            .map(|joiner| Draft {
                at: generator.joined_at(joiner),
                recipient: joiner,
                kind: DraftKind::Joins,
                key: Key::of_seed(0),
            })
            .collect();
        let week_start = self.start + SimSpan::from_secs(i64::from(week) * WEEK_SECS);
        let kinds = [
            (DraftKind::Moves, "move", rates.moves),
            (DraftKind::IsEdited, "edit", rates.edits),
            (DraftKind::Unsubscribes, "unsubscribe", rates.unsubscribes),
        ];
        for (kind, name, count) in kinds.into_iter().filter(|_| present > 0) {
            let root = Key::of_seed(self.seed).named(name).with(u64::from(week));
            drafts.extend((0..count).map(|number| {
                let key = root.with(u64::from(number));
                let within = key.named("when").below(WEEK_SECS as u64) as i64;
                let recipient = key.named("who").below(u64::from(present)) as RecipientIdx;
                Draft { at: week_start + SimSpan::from_secs(within), recipient, kind, key: key.named("what") }
            }));
        }
        drafts.sort_by_key(|draft| draft.at);
        let now = &mut self.now;
        self.all.extend(drafts.iter().map(|draft| {
            let change = draft.resolve(now);
            change.apply(now);
            change
        }));
    }

    /// All that were made.
    pub(super) fn finish(self) -> Vec<Change> {
        self.all
    }
}

/// A change whose outcome still depends on what the person is like when it happens.
struct Draft {
    at: SimTime,
    recipient: RecipientIdx,
    kind: DraftKind,
    key: Key,
}

#[derive(Clone, Copy)]
enum DraftKind {
    Joins,
    Moves,
    IsEdited,
    Unsubscribes,
}

impl Draft {
    fn resolve(&self, now: &Columns) -> Change {
        let what = match self.kind {
            DraftKind::Joins => ChangeKind::Joined,
            DraftKind::Moves => self.resolve_move(now),
            DraftKind::IsEdited => self.resolve_edit(now),
            DraftKind::Unsubscribes => ChangeKind::Unsubscribed,
        };
        Change { at: self.at, recipient: self.recipient, what }
    }

    /// Any town but the present one.
    fn resolve_move(&self, now: &Columns) -> ChangeKind {
        let city = now.text(self.recipient, CITY);
        let others = || TOWNS.iter().filter(|town| town.city != city);
        let town = others().nth(self.key.below(others().count() as u64) as usize).unwrap_or(&TOWNS[0]);
        ChangeKind::Moved { country: town.country, city: town.city }
    }

    fn resolve_edit(&self, now: &Columns) -> ChangeKind {
        let how = self.key.named("how");
        match self.key.below(100) {
            0..40 => {
                let on = now.get(NEWSLETTER).is_some_and(|column| column.flag(self.recipient));
                ChangeKind::NewsletterSet(!on)
            }
            40..65 => {
                let tier = now.text(self.recipient, LOYALTY);
                let others = LOYALTY_TIERS.iter().filter(|other| **other != tier);
                let count = others.clone().count() as u64;
                ChangeKind::LoyaltySet(
                    others.clone().nth(how.below(count) as usize).unwrap_or(&LOYALTY_TIERS[0]),
                )
            }
            _ => {
                let points = now.get(POINTS).and_then(|column| column.integer(self.recipient));
                let earned = 10 + how.below(490) as i64;
                ChangeKind::PointsSet(points.unwrap_or_default().saturating_add(earned).max(NO_INTEGER + 1))
            }
        }
    }
}

impl Change {
    /// Writes the new values; joining writes none, as values are there from the start.
    pub(super) fn apply(&self, columns: &mut Columns) {
        match self.what {
            ChangeKind::Joined => {}
            ChangeKind::Moved { country, city } => {
                columns.put_text(self.recipient, COUNTRY, country);
                columns.put_text(self.recipient, CITY, city);
            }
            ChangeKind::NewsletterSet(on) => columns.put_flag(self.recipient, NEWSLETTER, on),
            ChangeKind::LoyaltySet(tier) => columns.put_text(self.recipient, LOYALTY, tier),
            ChangeKind::PointsSet(points) => columns.put_integer(self.recipient, POINTS, points),
            ChangeKind::Unsubscribed => columns.put_flag(self.recipient, BLACK_LIST, true),
        }
    }
}
