//! The tokens of one moment: what is crossing the transitions just then, as a function of time alone.

use super::layout::Layout;
use super::route::Point;
use crate::base::time::{SimSpan, SimTime};
use crate::engine::record::Passage;
use crate::log::RunLog;
use crate::plan::LinkIdx;

/// At most this many tokens, and one that arrives, are on one transition at a time; crossings close to each other
/// travel in one.
const CROWD: i64 = 3;

/// Something on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The transition it is on.
    pub link: LinkIdx,
    /// Where it is.
    pub at: Point,
    /// How many recipients it carries; none for a bare activation.
    pub count: Option<u64>,
    /// How many crossings it stands for.
    pub crossings: u32,
}

/// Crossings that travel together.
struct Group {
    link: LinkIdx,
    set_out: SimTime,
    count: Option<u64>,
    crossings: u32,
}

impl Group {
    fn of(passage: &Passage) -> Self {
        Self { link: passage.link, set_out: passage.at, count: passage.count, crossings: 1 }
    }

    fn join(&mut self, passage: &Passage) {
        self.count = match (self.count, passage.count) {
            (Some(sum), Some(count)) => Some(sum + count),
            (sum, count) => sum.or(count),
        };
        self.crossings += 1;
    }

    fn token(&self, at: Point) -> Token {
        Token { link: self.link, at, count: self.count, crossings: self.crossings }
    }
}

/// The tokens at moment `t`. Each is seen for `travel` after its launch, shared out among the transitions of its
/// branch so that the first arrives before the next sets out.
///
/// Every crossing is part of a token, so the counts of the tokens add up to the recipients on their way.
pub fn frame(run: &RunLog, layout: &Layout, t: SimTime, travel: SimSpan) -> Vec<Token> {
    let window = travel.secs().max(1);
    // As far back as a group may begin of which something is still to be seen.
    let since = t - SimSpan::from_secs(window + window / CROWD + 1);
    let tokens = groups(run, layout, since, t, window).into_iter().filter_map(|group| {
        let route = layout.routes.get(group.link)?.as_ref()?;
        let &(stage, stages) = layout.stages.get(group.link)?;
        let passed = (t - group.set_out).secs() as f64 / window as f64;
        let share = passed * f64::from(stages) - f64::from(stage);
        (0.0..1.0).contains(&share).then(|| group.token(route.point_at(eased(share))))
    });
    tokens.collect()
}

/// What crossed after `since` until `until`, one token for each transition, in its middle: a frame for those who want
/// nothing to move.
pub fn still(run: &RunLog, layout: &Layout, since: SimTime, until: SimTime) -> Vec<Token> {
    let mut sums: Vec<Option<Group>> = layout.routes.iter().map(|_| None).collect();
    let passages = run.passages_until(until);
    for passage in &passages[passages.partition_point(|passage| passage.at <= since)..] {
        match sums.get_mut(passage.link) {
            Some(Some(group)) => group.join(passage),
            Some(place) => *place = Some(Group::of(passage)),
            None => {}
        }
    }
    let tokens = sums.into_iter().flatten().filter_map(|group| {
        let route = layout.routes.get(group.link)?.as_ref()?;
        Some(group.token(route.point_at(0.5)))
    });
    tokens.collect()
}

/// The crossings after `since` until `t`; those of a transition that fall into one slot of its time are one group.
///
/// A slot is a fraction of the time that a token is on the transition, so that whoever joins one late is still seen.
fn groups(run: &RunLog, layout: &Layout, since: SimTime, t: SimTime, window: i64) -> Vec<Group> {
    let passages = run.passages_until(t);
    let mut groups: Vec<Group> = Vec::new();
    let mut open: Vec<Option<(i64, usize)>> = vec![None; layout.routes.len()];
    for passage in &passages[passages.partition_point(|passage| passage.at < since)..] {
        let (Some(open), Some(&(_, stages))) = (open.get_mut(passage.link), layout.stages.get(passage.link))
        else {
            continue;
        };
        let slot = passage.at.secs().div_euclid((window / (i64::from(stages.max(1)) * CROWD)).max(1));
        match *open {
            Some((last, group)) if last == slot => groups[group].join(passage),
            _ => {
                *open = Some((slot, groups.len()));
                groups.push(Group::of(passage));
            }
        }
    }
    groups
}

/// Sets out and arrives softly.
fn eased(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;
    use crate::scene::layout::Size;

    fn run(sample: Sample) -> (RunLog, Layout) {
        let scenario = sample.scenario();
        let layout = Layout::fit(&scenario.workflow, Size { width: 976.0, height: 300.0 });
        (RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan)), layout)
    }

    #[test]
    fn an_activation_goes_first_and_then_its_population() {
        let (run, layout) = run(Sample::SideBySide);
        let launch = run.launch_times()[4];
        let travel = SimSpan::from_hours(40);
        let at = |hours| frame(&run, &layout, launch + SimSpan::from_hours(hours), travel);
        let links =
            |hours| at(hours).iter().map(|token| (token.link, token.count.is_some())).collect::<Vec<_>>();
        assert_eq!(links(10), [(0, false), (2, true)]);
        assert_eq!(links(30), [(2, true), (1, true)]);
        assert_eq!(at(-1), []);
        assert_eq!(at(41), []);
        assert!(at(5)[0].at.x < at(10)[0].at.x);
        assert_eq!(at(10), at(10));
    }

    #[test]
    fn where_many_cross_some_travel_together() {
        let (run, layout) = run(Sample::Birthday);
        let middle = run.launch_times()[180] + SimSpan::from_hours(1);
        let tokens = frame(&run, &layout, middle, SimSpan::from_days(45));
        for link in 0..layout.routes.len() {
            let on = tokens.iter().filter(|token| token.link == link).count();
            assert!((1..=CROWD as usize + 1).contains(&on), "{on} tokens on {link}");
        }
        assert!(tokens.iter().any(|token| token.crossings > 1));
    }

    /// What the engine recorded as on its way over a transition, counted without any token: crossings of one slot
    /// travel together, from the moment of the first of them.
    fn on_the_way(run: &RunLog, layout: &Layout, link: LinkIdx, t: SimTime, window: i64) -> (u64, u32) {
        let (stage, stages) = layout.stages[link];
        let slot = (window / (i64::from(stages) * CROWD)).max(1);
        let mut first: BTreeMap<i64, (SimTime, u64, u32)> = BTreeMap::new();
        for passage in run.record().passages.iter().filter(|one| one.link == link && one.at <= t) {
            let group = first.entry(passage.at.secs().div_euclid(slot)).or_insert((passage.at, 0, 0));
            (group.1, group.2) = (group.1 + passage.count.unwrap_or(0), group.2 + 1);
        }
        let begins = i64::from(stage) * window;
        let travelling = |group: &&(SimTime, u64, u32)| {
            (begins..begins + window).contains(&((t - group.0).secs() * i64::from(stages)))
        };
        let all = first.values().filter(travelling);
        all.fold((0, 0), |sum, group| (sum.0 + group.1, sum.1 + group.2))
    }

    #[test]
    fn in_every_frame_of_a_recorded_play_the_labels_add_up_to_what_the_engine_counts() {
        use crate::scene::playhead::{Playhead, Speed};
        for sample in Sample::ALL {
            let (run, layout) = run(sample);
            let from = run.launch_times()[3];
            for speed in [Speed::OneDay, Speed::TwoWeeks, Speed::Quarter] {
                let days = f64::from(speed.days_per_second().unwrap());
                let travel = SimSpan::from_secs((days * 86.4 * 520.0) as i64);
                let head = Playhead::resting_at(from, speed).play(0.0, run.end());
                let mut seen = 0;
                // Three seconds at sixty frames a second.
                for number in 0..180_u32 {
                    let t = head.time_at(f64::from(number) * 1_000.0 / 60.0, run.end());
                    let tokens = frame(&run, &layout, t, travel);
                    for link in 0..layout.routes.len() {
                        let own = tokens.iter().filter(|token| token.link == link);
                        let shown = own.fold((0, 0), |sum, token| {
                            (sum.0 + token.count.unwrap_or(0), sum.1 + token.crossings)
                        });
                        let counted = on_the_way(&run, &layout, link, t, travel.secs());
                        assert_eq!(shown, counted, "{sample:?} {speed:?} frame {number}, transition {link}");
                        seen += shown.0;
                    }
                }
                assert!(seen > 0 || speed == Speed::OneDay, "{sample:?} {speed:?}: nobody was on the way");
            }
        }
    }

    #[test]
    fn nobody_is_left_out_and_nobody_counted_twice() {
        for (sample, days) in [(Sample::Birthday, 45), (Sample::SideBySide, 3), (Sample::Welcome, 20)] {
            let (run, layout) = run(sample);
            let travel = SimSpan::from_days(days);
            let (from, to) = (run.launch_times()[20], run.launch_times()[26]);
            // The most that each group was seen to carry; its crossings join it one after the other.
            let mut carried: BTreeMap<(LinkIdx, SimTime), u64> = BTreeMap::new();
            let mut t = from;
            while t <= to + travel {
                let groups = groups(&run, &layout, from - travel - travel, t, travel.secs());
                let seen = frame(&run, &layout, t, travel);
                let in_flight = groups.iter().filter(|group| {
                    let (stage, stages) = layout.stages[group.link];
                    let passed = (t - group.set_out).secs() * i64::from(stages);
                    let begins = i64::from(stage) * travel.secs();
                    (begins..begins + travel.secs()).contains(&passed)
                });
                for group in in_flight {
                    let count = group.count.unwrap_or(0);
                    let most = carried.entry((group.link, group.set_out)).or_default();
                    *most = count.max(*most);
                    let same =
                        seen.iter().any(|token| (token.link, token.count) == (group.link, group.count));
                    assert!(same, "{} recipients on {}", count, group.link);
                }
                t += SimSpan::from_secs(travel.secs() / 40);
            }
            for link in 0..layout.routes.len() {
                let crossed = |until| {
                    let passages = run.passages_until(until);
                    let own = passages.iter().filter(|one| one.link == link && one.at >= from);
                    own.filter_map(|one| one.count).sum::<u64>()
                };
                let mut within =
                    carried.iter().filter(|((one, at), _)| *one == link && (from..=to).contains(at));
                let (sum, last) = (within.clone().map(|(_, count)| count).sum::<u64>(), within.next_back());
                // A group that set out before the end may have been joined after it.
                assert!(sum >= crossed(to) && sum <= crossed(to + travel), "{sample:?} {link}: {last:?}");
                let all = still(&run, &layout, from - SimSpan::from_secs(1), to);
                let still = all.iter().find(|token| token.link == link).and_then(|token| token.count);
                assert_eq!(still.unwrap_or(0), crossed(to));
            }
        }
    }
}
