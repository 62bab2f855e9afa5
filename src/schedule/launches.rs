//! The moments of the launches of a schedule that is read in a time zone.

use std::iter::FusedIterator;

use super::Schedule;
use super::calendar::{Calendar, RANGE};
use super::zone::Zone;
use crate::base::time::{DAY_SECS, SimSpan, SimTime};

const SECOND: SimSpan = SimSpan::from_secs(1);

/// The launches of a schedule from a moment on, in server time: strictly rising, without duplicates, found
/// as needed.
#[derive(Clone, Debug)]
pub struct Launches {
    times: LaunchTimes,
    not_before: SimTime,
    left: Option<u32>,
}

impl Launches {
    pub(super) fn new(schedule: &Schedule, zone: Zone, activated_at: SimTime) -> Self {
        let (times, left) = (LaunchTimes::of(schedule, zone), schedule.validity.limit());
        Self { times, not_before: activated_at, left }
    }
}

impl Iterator for Launches {
    type Item = SimTime;

    fn next(&mut self) -> Option<SimTime> {
        if self.left == Some(0) {
            return None;
        }
        let launch = self.times.first_from(self.not_before)?;
        self.not_before = launch + SECOND;
        self.left = self.left.map(|left| left - 1);
        Some(launch)
    }
}

impl FusedIterator for Launches {}

/// A calendar on the wall of a zone: asked and answering in server time.
#[derive(Clone, Debug)]
pub(super) struct LaunchTimes {
    calendar: Calendar,
    zone: Zone,
}

impl LaunchTimes {
    pub(super) fn of(schedule: &Schedule, zone: Zone) -> Self {
        Self { calendar: Calendar::of(schedule), zone }
    }

    /// The first launch that is not before `moment`.
    pub(super) fn first_from(&self, moment: SimTime) -> Option<SimTime> {
        let wall = self.calendar.first_from(self.zone.first_wall(in_range(moment)))?;
        // The first or last hours of the calendar are outside of it on the server.
        Some(self.zone.from_local(wall).moment()).filter(|launch| launch.is_in_range())
    }

    /// Whether there are fewer than `limit` launches from `from` until just before `before`.
    pub(super) fn are_fewer(&self, limit: u32, from: SimTime, before: SimTime) -> bool {
        let from = in_range(from);
        // Of those that take place at the end of a gap, all but one are no launches of their own.
        let too_many = self
            .zone
            .gaps(from, before)
            .map(|(first, last)| self.calendar.count(first, last + SECOND, u32::MAX).saturating_sub(1));
        let enough = too_many.fold(limit, u32::saturating_add);
        self.calendar.count(self.zone.first_wall(from), self.zone.first_wall(before), enough) < enough
    }
}

/// The moment, or the first of the year 1 where it is earlier.
fn in_range(moment: SimTime) -> SimTime {
    moment.max(SimTime::from_secs(RANGE.0 * DAY_SECS))
}
