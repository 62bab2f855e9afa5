//! Random workflows over years: each runs whole, again, in slices and watched, and every run must come to the same,
//! with its account in order.

use std::rc::Rc;

use delivery_lab::app::job::Job;
use delivery_lab::engine::Run;
use delivery_lab::engine::record::{FlowFact, What};
use delivery_lab::log::RunLog;
use delivery_lab::plan::Plan;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::{Scenario, wire};

use crate::ledger::{self, Account};
use crate::mangle::{self, Dice};
use crate::stock::Stock;

/// What one workflow came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Soaked {
    /// How many drafts were drawn that cannot run.
    pub refused: u64,
    /// Whether a limit ended it.
    pub cut_short: bool,
    /// What was counted.
    pub account: Account,
    /// The bits of its fingerprint.
    pub fingerprint: u64,
}

/// The first workflow of a case that can run, as its file; the drafts that were refused before it are counted.
pub fn draw(stock: &Stock, seed: u64, case: u64, weeks: u32) -> (Vec<u8>, u64) {
    let mut dice = Dice::new(seed, case);
    let mut refused = 0;
    loop {
        let file = mangle::workflow(stock, &mut dice, weeks).to_string().into_bytes();
        let runs = wire::open(&file).is_ok_and(|scenario| lower(&scenario, None).is_ok());
        if runs {
            return (file, refused);
        }
        refused += 1;
    }
}

/// Runs a workflow in every way there is.
///
/// # Errors
/// Where it cannot run at all.
///
/// # Panics
/// Where two ways come to different ends, or an account is not in order.
pub fn soak(file: &[u8], seed: u64, case: u64) -> Result<Soaked, String> {
    let scenario = wire::open(file).map_err(|problem| format!("it does not open: {problem:?}"))?;
    let mut dice = Dice::new(!seed, case);
    let whole = RunLog::of(planned(&scenario)?);
    let outcome = (whole.fingerprint(), report(&whole));
    let is_same = |log: &RunLog| (log.fingerprint(), report(log)) == outcome;
    assert!(is_same(&RunLog::of(planned(&scenario)?)), "run twice, it comes to something else");
    let sliced = in_slices(scenario, &mut dice)?;
    assert!(is_same(&sliced), "run in slices, it comes to something else");
    drop(sliced);
    assert!(is_same(&watched(whole.plan(), &mut dice)), "with somebody watched, it comes to something else");
    let last = whole.record().facts.last().map(|fact| &fact.what);
    let cut_short =
        matches!(last, Some(What::LimitReached { .. } | What::Flow(FlowFact::TooManyTasks { .. })));
    let fingerprint = u64::from_str_radix(&outcome.0.to_string(), 16).unwrap_or(0);
    Ok(Soaked { refused: 0, cut_short, account: ledger::audit(&whole), fingerprint })
}

fn planned(scenario: &Scenario) -> Result<Rc<Plan>, String> {
    let lowered = lower(scenario, None).map_err(|findings| format!("it cannot run: {findings:?}"))?;
    Ok(Rc::new(lowered.plan))
}

fn report(log: &RunLog) -> String {
    serde_json::to_string(&log.report(Vec::new())).unwrap_or_default()
}

/// As the page runs it: people, plan, events and fingerprint, some at a time.
fn in_slices(scenario: Scenario, dice: &mut Dice) -> Result<Rc<RunLog>, String> {
    let mut job = Job::new(Rc::new(scenario), None);
    while !job.advance(1 + dice.below(50_000) as u64).is_over {}
    job.finish().and_then(|outcome| outcome.log).ok_or_else(|| "it cannot run in slices".to_owned())
}

/// Watching a recipient, as an explanation does, changes nothing.
fn watched(plan: &Rc<Plan>, dice: &mut Dice) -> RunLog {
    let everyone = plan.people.total().max(1);
    let recipient = u32::try_from(dice.below(everyone as usize)).unwrap_or(0);
    let mut run = Run::watching(plan.clone(), recipient);
    while !run.advance(1 + dice.below(500_000) as u64).is_over {}
    RunLog::new(plan.clone(), run.into_record())
}
