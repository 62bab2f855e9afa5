//! Time zones: from server time to the clock on the wall, and back.

mod changes;
mod name;
#[cfg(test)]
mod tests;

use std::fmt;

pub use self::name::ZoneName;

use self::changes::{Change, Summer};
use crate::base::time::{SimSpan, SimTime};

/// The time zone in which a schedule is read (`managing-time-zones` page).
///
/// The product lets one choose the zone per workflow and per activity. Assumption: the server's clock is UTC, so
/// that moments of the simulation are moments in UTC.
///
/// Assumption: the rules of today hold in every year, past and future. They are true to history in the zones of
/// Europe from 1996 on, in those of the United States from 2007, in Sydney from 2008 and in São Paulo from
/// 2020.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each names the place in its IANA name")]
pub enum Zone {
    /// Server time.
    #[default]
    Utc,
    London,
    Paris,
    Stockholm,
    Berlin,
    Helsinki,
    NewYork,
    Chicago,
    LosAngeles,
    SaoPaulo,
    Tokyo,
    Kolkata,
    Sydney,
}

/// The moment that a time on the wall names, on the day of a change too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// The wall shows this time once.
    Once(SimTime),
    /// The wall never shows it, for clocks are put forward past it; this is the first moment after the gap.
    Skipped(SimTime),
    /// The wall shows it twice, for clocks are put back over it.
    Twice {
        /// The first time it is shown.
        first: SimTime,
        /// The second time, an hour later.
        second: SimTime,
    },
}

impl Resolved {
    /// When something that is due at this time on the wall takes place.
    ///
    /// Assumption: what is due at a time that is skipped takes place as soon as clocks have been put forward,
    /// and what is due at a time that comes twice takes place the first time only.
    pub const fn moment(self) -> SimTime {
        match self {
            Self::Once(moment) | Self::Skipped(moment) | Self::Twice { first: moment, .. } => moment,
        }
    }
}

impl Zone {
    /// All zones: UTC, then Europe, America, Asia and Australia.
    pub const ALL: [Self; 13] = [
        Self::Utc,
        Self::London,
        Self::Paris,
        Self::Stockholm,
        Self::Berlin,
        Self::Helsinki,
        Self::NewYork,
        Self::Chicago,
        Self::LosAngeles,
        Self::SaoPaulo,
        Self::Tokyo,
        Self::Kolkata,
        Self::Sydney,
    ];

    /// The name of the zone in the IANA database, such as `Europe/Stockholm`.
    pub const fn name(self) -> &'static str {
        self.rule().0
    }

    /// The zone with this IANA name, exactly as written there.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.name() == name)
    }

    /// How far the wall is ahead of server time at a moment; negative in America.
    pub fn offset_at(self, instant: SimTime) -> SimSpan {
        self.last_change(instant).map_or(self.standard(), |change| change.after)
    }

    /// What the wall shows at a moment.
    pub fn to_local(self, instant: SimTime) -> SimTime {
        instant + self.offset_at(instant)
    }

    /// The moment at which the wall shows `wall`.
    pub fn from_local(self, wall: SimTime) -> Resolved {
        // No wall is a day ahead or behind, and changes are months apart: no other one can concern this time.
        let Some(change) = self.last_change(wall + SimSpan::from_days(1)) else {
            return Resolved::Once(wall - self.standard());
        };
        match (wall < change.at + change.before, wall < change.at + change.after) {
            (true, true) => Resolved::Once(wall - change.before),
            (false, false) => Resolved::Once(wall - change.after),
            (false, true) => Resolved::Skipped(change.at),
            (true, false) => Resolved::Twice { first: wall - change.before, second: wall - change.after },
        }
    }

    /// The earliest time on the wall of which [`Resolved::moment`] is `instant` or later. What resolves to the
    /// moments from one instant until another is therefore between their first times on the wall.
    pub(super) fn first_wall(self, instant: SimTime) -> SimTime {
        match self.last_change(instant) {
            Some(change) if instant == change.at || instant < change.at + change.put_back() => {
                change.at + change.before
            }
            _ => self.to_local(instant),
        }
    }

    /// The times on the wall that resolve to one moment, from the first to the last: a pair for each time
    /// that clocks are put forward from one instant until just before another.
    pub(super) fn gaps(self, from: SimTime, before: SimTime) -> impl Iterator<Item = (SimTime, SimTime)> {
        let (_, standard, summer) = self.rule();
        changes::years(from, before)
            .map_while(move |year| summer.changes(standard, year))
            .flatten()
            .filter(move |change| {
                change.put_back() < SimSpan::default() && (from..before).contains(&change.at)
            })
            .map(|change| (change.at + change.before, change.at + change.after))
    }

    fn standard(self) -> SimSpan {
        self.rule().1
    }

    /// The last change of the clocks that is not after `instant`; `None` where they are never changed.
    fn last_change(self, instant: SimTime) -> Option<Change> {
        let (_, standard, summer) = self.rule();
        let year = changes::year_of(instant);
        let [first, second] = summer.changes(standard, year)?;
        let last_year = || summer.changes(standard, year - 1).map(|[_, last]| last);
        [second, first].into_iter().find(|change| change.at <= instant).or_else(last_year)
    }

    /// The name, the offset in winter, and when it is summer.
    const fn rule(self) -> (&'static str, SimSpan, Summer) {
        const fn hours(hours: i64) -> SimSpan {
            SimSpan::from_hours(hours)
        }
        match self {
            Self::Utc => ("UTC", hours(0), Summer::Never),
            Self::London => ("Europe/London", hours(0), Summer::Europe),
            Self::Paris => ("Europe/Paris", hours(1), Summer::Europe),
            Self::Stockholm => ("Europe/Stockholm", hours(1), Summer::Europe),
            Self::Berlin => ("Europe/Berlin", hours(1), Summer::Europe),
            Self::Helsinki => ("Europe/Helsinki", hours(2), Summer::Europe),
            Self::NewYork => ("America/New_York", hours(-5), Summer::UnitedStates),
            Self::Chicago => ("America/Chicago", hours(-6), Summer::UnitedStates),
            Self::LosAngeles => ("America/Los_Angeles", hours(-8), Summer::UnitedStates),
            Self::SaoPaulo => ("America/Sao_Paulo", hours(-3), Summer::Never),
            Self::Tokyo => ("Asia/Tokyo", hours(9), Summer::Never),
            Self::Kolkata => ("Asia/Kolkata", SimSpan::from_secs(19_800), Summer::Never),
            Self::Sydney => ("Australia/Sydney", hours(10), Summer::Sydney),
        }
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
