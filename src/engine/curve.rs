//! Reactions to one run by the hour in which the tracking workflow collects them.

use super::fate::LAST_REACTION;
#[cfg(test)]
use super::fate::{Reaction, UrlType};
use crate::base::time::{SimSpan, SimTime};

const HOUR: i64 = 3_600;

/// Cumulated counts of reactions after a send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reacted {
    /// Recipients who opened or clicked: distinct broadLog rows with a tracking row.
    pub opens: u32,
    /// Recipients who clicked a link: distinct broadLog rows with a row of type 1.
    pub clicks: u32,
    /// Rows of type 3.
    pub unsubscriptions: u32,
    /// Tracking rows of any type.
    pub rows: u32,
}

/// Cumulated reactions at each full hour after a send (`technical-workflows` page: tracking runs hourly).
#[derive(Clone, Debug)]
pub struct Curve {
    first_hour: SimTime,
    by_hour: Vec<Reacted>,
}

impl Curve {
    /// A curve without reactions for a send at `sent_at`.
    pub fn new(sent_at: SimTime) -> Self {
        let first_hour = sent_at.next_full_hour();
        let hours = LAST_REACTION.secs() / HOUR + 2;
        Self { first_hour, by_hour: vec![Reacted::default(); usize::try_from(hours).unwrap_or(1)] }
    }

    /// Counts the reactions to one message sent at `sent_at`, row by row; returns how many rows they are. What
    /// `draw` must agree with.
    #[cfg(test)]
    pub(super) fn count(&mut self, sent_at: SimTime, reactions: impl Iterator<Item = Reaction>) -> u32 {
        let (mut rows, mut clicked) = (0, false);
        for reaction in reactions {
            let at_hour = self.hour_of(sent_at + reaction.after);
            let Some(hour) = self.by_hour.get_mut(at_hour) else { continue };
            hour.rows += 1;
            hour.opens += u32::from(rows == 0);
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
        rows
    }

    /// Turns counts by hour into cumulated counts; to be called once, after everything is counted.
    pub fn cumulate(&mut self) {
        let mut sum = Reacted::default();
        for hour in &mut self.by_hour {
            sum.opens += hour.opens;
            sum.clicks += hour.clicks;
            sum.unsubscriptions += hour.unsubscriptions;
            sum.rows += hour.rows;
            *hour = sum;
        }
    }

    /// What had been collected at `moment`.
    pub fn at(&self, moment: SimTime) -> Reacted {
        let hours = (moment - self.first_hour).secs().div_euclid(HOUR);
        let Ok(hours) = usize::try_from(hours) else { return Reacted::default() };
        self.by_hour.get(hours).or(self.by_hour.last()).copied().unwrap_or_default()
    }

    /// The last full hour up to `moment` at which something new was collected.
    pub fn last_change(&self, moment: SimTime) -> Option<SimTime> {
        let now = self.at(moment);
        let place = self.by_hour.partition_point(|hour| hour.rows < now.rows);
        let hours = i64::try_from(place).ok().filter(|_| now.rows > 0)?;
        Some(self.first_hour + SimSpan::from_hours(hours))
    }

    /// Adds what was counted by hour; to be called before `cumulate`.
    pub(super) fn add(&mut self, counted: impl Iterator<Item = Reacted>) {
        for (hour, more) in self.by_hour.iter_mut().zip(counted) {
            hour.opens += more.opens;
            hour.clicks += more.clicks;
            hour.unsubscriptions += more.unsubscriptions;
            hour.rows += more.rows;
        }
    }

    #[cfg(test)]
    fn hour_of(&self, moment: SimTime) -> usize {
        let hours = (moment.next_full_hour() - self.first_hour).secs() / HOUR;
        usize::try_from(hours).unwrap_or(0)
    }
}
