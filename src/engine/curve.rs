//! What becomes of one run by the hour in which feedback is counted and the tracking workflow collects.

use super::fate::LAST_REACTION;
#[cfg(test)]
use super::fate::{Reaction, UrlType};
use super::processing::processed_at;
use crate::base::time::{SimSpan, SimTime};

const HOUR: i64 = 3_600;

/// Cumulated counts after a send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reacted {
    /// Messages sent.
    pub sent: u32,
    /// Messages that could not be delivered.
    pub failed: u32,
    /// Recipients who opened or clicked: distinct broadLog rows with a tracking row, from the first row on.
    pub opens: u32,
    /// Recipients who clicked a link: distinct broadLog rows with a row of type 1.
    pub clicks: u32,
    /// Rows of type 3.
    pub unsubscriptions: u32,
    /// Tracking rows of any type.
    pub rows: u32,
}

/// Counts while messages are drawn: one entry an hour, not cumulated.
#[derive(Clone, Debug)]
pub struct Counting {
    sent_at: SimTime,
    first_hour: SimTime,
    by_hour: Vec<Reacted>,
}

/// Cumulated counts at each full hour after a send (`technical-workflows` page: tracking runs hourly).
///
/// Only hours at which something changed are kept, so that a small run is small.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    first_hour: SimTime,
    /// The number of the hour with the counts from then on, in rising order.
    changes: Box<[(u16, Reacted)]>,
}

impl Counting {
    /// Nothing counted yet of what is sent at `sent_at`.
    pub fn new(sent_at: SimTime) -> Self {
        let hours = LAST_REACTION.secs() / HOUR + 3;
        let by_hour = vec![Reacted::default(); usize::try_from(hours).unwrap_or(1)];
        Self { sent_at, first_hour: sent_at.next_full_hour(), by_hour }
    }

    /// Counts the reactions to one message, row by row; returns how many rows they are. What `draw` must agree with.
    #[cfg(test)]
    pub(super) fn count(&mut self, reactions: impl Iterator<Item = Reaction>) -> u32 {
        let (mut rows, mut first, mut clicked) = (0, None, false);
        for reaction in reactions {
            let at_hour = self.hour_of(self.sent_at + reaction.after);
            let Some(hour) = self.by_hour.get_mut(at_hour) else { continue };
            hour.rows += 1;
            first = first.into_iter().chain([at_hour]).min();
            rows += 1;
            match reaction.url_type {
                UrlType::Open => {}
                UrlType::OptOut => hour.unsubscriptions += 1,
                UrlType::Click => {
                    hour.clicks += u32::from(!clicked);
                    clicked = true;
                }
            }
        }
        if let Some(hour) = first.and_then(|first: usize| self.by_hour.get_mut(first)) {
            hour.opens += 1;
        }
        rows
    }

    /// Adds reactions counted by hour.
    pub(super) fn add(&mut self, counted: impl Iterator<Item = Reacted>) {
        for (hour, more) in self.by_hour.iter_mut().zip(counted) {
            hour.opens += more.opens;
            hour.clicks += more.clicks;
            hour.unsubscriptions += more.unsubscriptions;
            hour.rows += more.rows;
        }
    }

    /// Counts messages that are sent so many hours after the first feedback.
    pub fn count_sent(&mut self, hours: u32, messages: u32) {
        if let Some(hour) = self.after_feedback(hours) {
            hour.sent += messages;
        }
    }

    /// Counts messages that fail so many hours after the first feedback.
    pub fn count_failed(&mut self, hours: u32, messages: u32) {
        if let Some(hour) = self.after_feedback(hours) {
            hour.failed += messages;
        }
    }

    /// The cumulated counts.
    pub fn cumulate(self) -> Curve {
        let mut sum = Reacted::default();
        let mut changes = Vec::new();
        for (number, hour) in (0..).zip(&self.by_hour) {
            if *hour != Reacted::default() {
                sum.sent += hour.sent;
                sum.failed += hour.failed;
                sum.opens += hour.opens;
                sum.clicks += hour.clicks;
                sum.unsubscriptions += hour.unsubscriptions;
                sum.rows += hour.rows;
                changes.push((number, sum));
            }
        }
        Curve { first_hour: self.first_hour, changes: changes.into() }
    }

    fn after_feedback(&mut self, hours: u32) -> Option<&mut Reacted> {
        let hour = self.hour_of(processed_at(self.sent_at)).checked_add(usize::try_from(hours).ok()?)?;
        self.by_hour.get_mut(hour)
    }

    fn hour_of(&self, moment: SimTime) -> usize {
        let hours = (moment.next_full_hour() - self.first_hour).secs() / HOUR;
        usize::try_from(hours).unwrap_or(0)
    }
}

impl Curve {
    /// What had been counted and collected at `moment`.
    pub fn at(&self, moment: SimTime) -> Reacted {
        let hours = (moment - self.first_hour).secs().div_euclid(HOUR);
        let reached = self.changes.partition_point(|(hour, _)| i64::from(*hour) <= hours);
        self.changes[..reached].last().map(|(_, reacted)| *reacted).unwrap_or_default()
    }

    /// The last full hour up to `moment` at which a message was counted as sent or failed.
    pub fn last_feedback(&self, moment: SimTime) -> Option<SimTime> {
        let now = self.at(moment);
        let is_before = |reacted: &Reacted| (reacted.sent, reacted.failed) < (now.sent, now.failed);
        let is_any = now.sent + now.failed > 0;
        let (hour, _) = self.changes.iter().find(|(_, reacted)| is_any && !is_before(reacted))?;
        Some(self.first_hour + SimSpan::from_hours((*hour).into()))
    }

    /// The last full hour up to `moment` at which something new was counted or collected.
    pub fn last_change(&self, moment: SimTime) -> Option<SimTime> {
        let hours = (moment - self.first_hour).secs().div_euclid(HOUR);
        let reached = self.changes.partition_point(|(hour, _)| i64::from(*hour) <= hours);
        let (hour, _) = self.changes[..reached].last()?;
        Some(self.first_hour + SimSpan::from_hours((*hour).into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_there_from_their_hour_on() {
        let sent_at = SimTime::parse("2026-01-05 09:20").unwrap();
        let mut counting = Counting::new(sent_at);
        counting.count_sent(0, 7);
        counting.count_sent(30, 2);
        counting.count_failed(84, 1);
        let curve = counting.cumulate();
        let at = |text| curve.at(SimTime::parse(text).unwrap());
        assert_eq!(at("2026-01-05 09:59"), Reacted::default());
        assert_eq!(at("2026-01-05 10:00"), Reacted { sent: 7, ..Reacted::default() });
        assert_eq!(at("2026-01-06 16:00"), Reacted { sent: 9, ..Reacted::default() });
        assert_eq!(at("2026-01-08 21:59"), Reacted { sent: 9, ..Reacted::default() });
        assert_eq!(at("2026-01-08 22:00"), Reacted { sent: 9, failed: 1, ..Reacted::default() });
        let last = curve.last_change(SimTime::parse("2026-03-01").unwrap());
        assert_eq!(last, SimTime::parse("2026-01-08 22:00"));
        assert_eq!(curve.changes.len(), 3, "three hours at which something changed");
    }
}
