//! What is seen at a moment is the same whether one plays up to it or seeks it in the finished year, and a run
//! is the same however it is sliced.

use std::rc::Rc;

use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::engine::Run;
use delivery_lab::log::RunLog;
use delivery_lab::plan::Plan;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::Scenario;
use proptest::prelude::*;

use crate::drawn::{cases, reactions, samples, schedules, set_schedule, small};

/// A run that is played no further than it takes to be past `moment`.
fn played(plan: &Rc<Plan>, moment: SimTime) -> RunLog {
    let mut run = Run::new(plan.clone());
    loop {
        let progress = run.advance(1);
        if progress.is_over || progress.moment > moment {
            return RunLog::new(plan.clone(), run.into_record());
        }
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn seeking_shows_what_playing_shows(
        sample in samples(), reactions in reactions(), seed in 0..1_000_u64, hour in 0..4 * 7 * 24_i64,
    ) {
        let scenario = Scenario { reactions, ..small(sample, 40, 4, seed) };
        let plan = Rc::new(lower(&scenario, None).unwrap().plan);
        let moment = plan.start + SimSpan::from_hours(hour);
        let (whole, part) = (RunLog::of(plan.clone()), played(&plan, moment));
        prop_assert_eq!(part.delivery_list(moment), whole.delivery_list(moment));
        prop_assert_eq!(part.totals(moment), whole.totals(moment));
        prop_assert_eq!(part.traffic(moment), whole.traffic(moment));
        for delivery in 0..whole.deliveries_until(moment) {
            let rows = |log: &RunLog| format!(
                "{:?} {:?} {:?}",
                log.broad_log(delivery, moment, 0..u64::MAX),
                log.tracking_log(delivery, moment),
                log.exclusion_log(delivery, moment),
            );
            prop_assert_eq!(rows(&part), rows(&whole));
        }
    }

    #[test]
    fn slices_make_the_same_run(
        sample in samples(), schedule in schedules(), seed in 0..1_000_u64,
        budgets in proptest::collection::vec(1..400_u64, 1..20),
    ) {
        let mut scenario = small(sample, 40, 3, seed);
        let planning = scenario.workflow.activities.iter().find(|one| one.settings.schedule().is_some());
        let name = planning.unwrap().name.clone();
        set_schedule(&mut scenario, &name, schedule);
        let Ok(lowered) = lower(&scenario, None) else { return Ok(()) };
        let plan = Rc::new(lowered.plan);
        let mut run = Run::new(plan.clone());
        let mut before = run.progress();
        for budget in budgets.iter().cycle() {
            let progress = run.advance(*budget);
            prop_assert!(progress.moment >= before.moment && progress.messages >= before.messages);
            before = progress;
            if progress.is_over {
                break;
            }
        }
        let (whole, sliced) = (RunLog::of(plan.clone()), RunLog::new(plan, run.into_record()));
        prop_assert_eq!(sliced.trace(), whole.trace());
        prop_assert_eq!(sliced.fingerprint(), whole.fingerprint());
    }
}
