//! Time constraint: passes on in a window of time only (`time-constraint` page).

use crate::base::time::{SimSpan, SimTime};
use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Alarm, Outcome, Turn, Wake};
use crate::engine::world::World;
use crate::scenario::activity::flow::{OutsideWindow, TimeConstraintSettings};
use crate::schedule::{Weekday, Zone};

/// Passes on inside the window; outside it tries again when the window opens, or is dropped.
///
/// The window is read in the time zone of the activity.
pub(super) fn begin(
    world: &mut World,
    turn: Turn,
    window: &TimeConstraintSettings,
    parcel: Parcel,
) -> Outcome {
    let zone = world.plan.steps[turn.step].zone;
    match (opening_in(zone, window, turn.at), window.outside) {
        (Some(at), _) if at == turn.at => Outcome::passes(parcel),
        (Some(at), OutsideWindow::Later) => Outcome::Waits(vec![Alarm { at, number: 0 }]),
        (None, _) | (_, OutsideWindow::Drop) => {
            world.note(turn.at, Some(turn.step), What::Flow(FlowFact::OutsideWindow));
            Outcome::ends()
        }
    }
}

/// The window opens, or *Execute pending task(s) now* lets it through although it is closed.
pub(super) fn open(parcel: Parcel, why: Wake) -> Option<Outcome> {
    matches!(why, Wake::Alarm(_) | Wake::Now).then(|| Outcome::passes(parcel))
}

/// The moment at which the window is open on the wall of a zone: `now`, or when it opens next.
fn opening_in(zone: Zone, window: &TimeConstraintSettings, now: SimTime) -> Option<SimTime> {
    let wall = zone.to_local(now);
    let opens = opening(window, wall)?;
    Some(if opens == wall { now } else { zone.from_local(opens).moment().max(now) })
}

/// `now` where the window is open, else the moment it opens next; none where it has no day.
///
/// A window that ends not later than it begins goes on into the next day. Assumption: the days are those on which
/// it opens.
fn opening(window: &TimeConstraintSettings, now: SimTime) -> Option<SimTime> {
    let midnight = SimTime::from_date(now.date());
    // From yesterday, whose window may still be open, to the same weekday of next week.
    (-1..=7).find_map(|day| {
        let day = midnight + SimSpan::from_days(day);
        let opens = day + SimSpan::from_secs(window.from.secs().into());
        let closing_day = if window.to > window.from { day } else { day + SimSpan::from_days(1) };
        let closes = closing_day + SimSpan::from_secs(window.to.secs().into());
        (window.days.contains(Weekday::of(day)) && now < closes).then(|| opens.max(now))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Days, TimeOfDay};

    fn check(days: Days, (from, to): (u8, u8), now: &str, expected: Option<&str>) {
        let window = TimeConstraintSettings {
            days,
            from: TimeOfDay::new(from, 0),
            to: TimeOfDay::new(to, 0),
            outside: OutsideWindow::Later,
        };
        let expected = expected.map(|text| SimTime::parse(text).unwrap());
        assert_eq!(opening(&window, SimTime::parse(now).unwrap()), expected, "{window:?} at {now}");
    }

    #[test]
    fn a_window_is_open_from_its_first_second_to_before_its_last() {
        let daily = || Days::EveryDay;
        check(daily(), (9, 17), "2026-01-05 09:00", Some("2026-01-05 09:00"));
        check(daily(), (9, 17), "2026-01-05 16:59:59", Some("2026-01-05 16:59:59"));
        check(daily(), (9, 17), "2026-01-05 17:00", Some("2026-01-06 09:00"));
        check(daily(), (9, 17), "2026-01-05 08:00", Some("2026-01-05 09:00"));
    }

    #[test]
    fn a_window_over_midnight_belongs_to_the_day_it_opens() {
        let friday = || Days::on([Weekday::Friday]);
        check(friday(), (22, 2), "2026-01-10 01:59", Some("2026-01-10 01:59"));
        check(friday(), (22, 2), "2026-01-10 02:00", Some("2026-01-16 22:00"));
        check(friday(), (22, 2), "2026-01-09 01:00", Some("2026-01-09 22:00"));
        // The same time twice is a whole day.
        check(friday(), (9, 9), "2026-01-10 08:59", Some("2026-01-10 08:59"));
        check(friday(), (9, 9), "2026-01-10 09:00", Some("2026-01-16 09:00"));
    }

    #[test]
    fn a_window_is_read_on_the_wall_of_the_zone() {
        let window = TimeConstraintSettings {
            days: Days::EveryDay,
            from: TimeOfDay::new(9, 0),
            to: TimeOfDay::new(17, 0),
            outside: OutsideWindow::Later,
        };
        let at = |text| SimTime::parse(text).unwrap();
        for (now, expected) in [
            // Winter: the wall is an hour ahead of the server.
            ("2026-03-28 07:59", "2026-03-28 08:00"),
            ("2026-03-28 15:59", "2026-03-28 15:59"),
            ("2026-03-28 16:00", "2026-03-29 07:00"),
            // Summer: two hours.
            ("2026-03-29 07:00", "2026-03-29 07:00"),
        ] {
            assert_eq!(opening_in(Zone::Stockholm, &window, at(now)), Some(at(expected)), "{now}");
        }
    }

    #[test]
    fn a_window_without_days_never_opens() {
        check(Days::on([]), (9, 17), "2026-01-05 09:00", None);
    }
}
