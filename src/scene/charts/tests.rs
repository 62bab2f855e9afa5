//! The charts of a year: their numbers are those of the log, at every moment and in both languages.

use std::rc::Rc;

use super::*;
use crate::plan::lower::lower;
use crate::scenario::samples::Sample;
use crate::scene::chart::Body;

fn run() -> RunLog {
    RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan))
}

fn source<'r>(run: &'r RunLog, growth: &'r Growth, shown: SimTime) -> Source<'r> {
    Source {
        run,
        growth,
        shown,
        scope: &Scope::All,
        basis: Basis::Success,
        by_delivery: true,
        lang: Lang::En,
    }
}

#[test]
fn charts_add_up_to_the_figures_of_the_moment() {
    let run = run();
    let growth = Growth::of(&run);
    for shown in ["2026-06-08 12:00", "2027-01-04 00:00"].map(|at| SimTime::parse(at).unwrap().min(run.end()))
    {
        let source = source(&run, &growth, shown);
        let totals = run.totals(shown);
        for by_delivery in [true, false] {
            let chart = ChartId::Runs.of(&Source { by_delivery, ..source });
            let Body::Grid(grid) = &chart.body else { panic!("a grid") };
            let rows: u64 = grid.rows.iter().flat_map(|row| row.cells.iter().flatten()).sum();
            assert_eq!(rows, totals.to_deliver);
            assert_eq!(grid.rows.len(), if by_delivery { run.deliveries_until(shown) } else { 2 });
        }
        let Body::Lines(made) = ChartId::Deliveries.of(&source).body else { panic!("lines") };
        let last: u64 = made.lines.iter().filter_map(|line| *line.values.last().unwrap()).sum();
        assert_eq!(last, run.deliveries_until(shown) as u64);
        let Body::Lines(logs) = ChartId::Logs.of(&source).body else { panic!("lines") };
        let last: u64 = logs.lines.iter().filter_map(|line| *line.values.last().unwrap()).sum();
        assert_eq!(last, totals.broad_logs + totals.tracking_logs);
        for (id, sums) in [
            (ChartId::Hours, [totals.opens, totals.clicks]),
            (ChartId::Throughput, [totals.success, totals.failed]),
        ] {
            let Body::Bars(bars) = id.of(&source).body else { panic!("bars") };
            assert_eq!([0, 1].map(|part: usize| bars.parts[part].values.iter().sum::<u64>()), sums);
            assert!(bars.names.len() <= 40);
        }
    }
}

#[test]
fn a_year_says_what_is_to_be_learnt() {
    let run = run();
    let growth = Growth::of(&run);
    let takeaway = |id: ChartId| id.of(&source(&run, &growth, run.end())).takeaway;
    assert!(takeaway(ChartId::Runs).contains("52 deliveries hold"), "{}", takeaway(ChartId::Runs));
    assert!(takeaway(ChartId::Runs).contains(": 1 delivery holds"));
    assert!(
        takeaway(ChartId::Rates).contains("52 reports say")
            && takeaway(ChartId::Rates).contains("one report says")
    );
}

#[test]
fn before_the_first_run_charts_are_empty_and_still_charts() {
    let run = run();
    let growth = Growth::of(&run);
    for lang in Lang::WRITTEN {
        for id in ChartId::ALL {
            let chart = id.of(&Source { lang, ..source(&run, &growth, run.plan().start) });
            assert!(!chart.takeaway.is_empty() && !chart.title.is_empty());
            assert!(chart.draw(300.0).height > 20.0);
            assert_eq!(ChartId::ALL[id.place()], id);
        }
    }
}

#[test]
fn rates_of_a_chart_are_never_over_all() {
    let run = run();
    let growth = Growth::of(&run);
    for week in 0..52 {
        let shown = run.plan().start + crate::base::time::SimSpan::from_hours(week * 168 + 40);
        for basis in [Basis::Success, Basis::ToDeliver] {
            let Body::Lines(rates) =
                ChartId::Rates.of(&Source { basis, ..source(&run, &growth, shown) }).body
            else {
                panic!("lines")
            };
            assert!(
                rates.lines.iter().flat_map(|line| line.values.iter().flatten()).all(|rate| *rate <= 10_000)
            );
        }
    }
}
