//! The tests of the core from outside: goldens, properties, rules of the house.
use delivery_lab::{log::RunLog, plan::lower::lower, scenario::samples::Sample};
use std::rc::Rc;
#[test]
fn peek() {
    for s in Sample::ALL {
        let sc = s.scenario();
        let l = lower(&sc, None).map_err(|e| format!("{e:?}")).unwrap();
        let p = Rc::new(l.plan);
        let t = std::time::Instant::now();
        let log = RunLog::of(p);
        println!(
            "{} {:?} {} deliveries {:?} {:?}",
            s.name(),
            t.elapsed(),
            log.record().deliveries.len(),
            log.totals(log.end()),
            l.warnings
        );
        println!("{}", log.trace().lines().take(12).collect::<Vec<_>>().join("\n"));
    }
}
