//! The outcome of the six samples, one line each; the browser test compares the same file with WebAssembly.

use std::fmt::Write as _;
use std::rc::Rc;

use delivery_lab::log::RunLog;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::samples::Sample;

use crate::golden_file::{difference, path};

#[test]
fn samples_run_as_recorded() {
    let mut text = String::from("sample fingerprint deliveries broadLog tracking\n");
    for sample in Sample::ALL {
        let lowered = lower(&sample.scenario(), None).unwrap();
        assert_eq!(lowered.warnings, [], "{} is exemplary", sample.name());
        let log = RunLog::of(Rc::new(lowered.plan));
        let (deliveries, totals) = (log.record().deliveries.len(), log.totals(log.end()));
        let (name, fingerprint) = (sample.name(), log.fingerprint());
        writeln!(text, "{name} {fingerprint} {deliveries} {} {}", totals.broad_logs, totals.tracking_logs)
            .unwrap();
    }
    assert_eq!(difference(&path("tests/golden/fingerprints.txt"), &text), None);
}
