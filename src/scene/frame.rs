//! The tokens of one moment: what is crossing the transitions just then, as a function of time alone.

use super::layout::Layout;
use super::route::Point;
use crate::base::time::{SimSpan, SimTime};
use crate::log::RunLog;
use crate::plan::LinkIdx;

/// At most this many tokens are on one transition at a time; where more cross, some stand for the rest.
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
}

/// The tokens at moment `t`. Each is seen for `travel` after its launch, shared out among the transitions of its
/// branch so that the first arrives before the next sets out.
pub fn frame(run: &RunLog, layout: &Layout, t: SimTime, travel: SimSpan) -> Vec<Token> {
    let window = travel.secs().max(1);
    let slot = (window / CROWD).max(1);
    let slot_of = |at: SimTime| at.secs().div_euclid(slot);
    let since = SimTime::from_secs(slot_of(t - travel) * slot);
    let passages = run.passages_until(t);
    let recent = &passages[passages.partition_point(|passage| passage.at < since)..];
    let mut last_slot = vec![None; layout.routes.len()];
    let mut tokens = Vec::new();
    for passage in recent {
        let slot = Some(slot_of(passage.at));
        match last_slot.get_mut(passage.link) {
            Some(last) if *last != slot => *last = slot,
            _ => continue,
        }
        let passed = (t - passage.at).secs() as f64 / window as f64;
        let (Some(Some(route)), Some(&(stage, stages))) =
            (layout.routes.get(passage.link), layout.stages.get(passage.link))
        else {
            continue;
        };
        let share = passed * f64::from(stages) - f64::from(stage);
        if (0.0..1.0).contains(&share) {
            tokens.push(Token { link: passage.link, at: route.point_at(eased(share)), count: passage.count });
        }
    }
    tokens
}

/// Sets out and arrives softly.
fn eased(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}

#[cfg(test)]
mod tests {
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
    fn where_many_cross_a_few_stand_for_them() {
        let (run, layout) = run(Sample::Birthday);
        let middle = run.launch_times()[180] + SimSpan::from_hours(1);
        let tokens = frame(&run, &layout, middle, SimSpan::from_days(45));
        let on = |link| tokens.iter().filter(|token| token.link == link).count();
        assert!((1..=4).contains(&on(0)), "{} tokens", on(0));
    }
}
