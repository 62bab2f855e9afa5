//! Deliveries and log rows over time.

use super::Source;
use crate::log::figures::Figures;
use crate::log::growth::Sampled;
use crate::scene::chart::{Body, Chart, Line, Lines, Measure, Stroke};
use crate::text::deliveries::stamp;
use crate::text::reports::charts;

pub(super) fn deliveries(source: &Source) -> Chart {
    let samples = source.growth.until(source.run, source.shown);
    let lines = (0..source.growth.steps.len()).map(|at| {
        let line = line(source, &samples, at, |(made, _)| *made);
        // Told apart without colours by the dashes of what appends.
        let is_dashed = line.tint == crate::scene::chart::shape::Tint::Continuous;
        Line { stroke: if is_dashed { Stroke::Dashed } else { Stroke::Solid }, ..line }
    });
    let lines: Vec<Line> = lines.collect();
    let made = lines
        .iter()
        .map(|line| (line.name.clone(), line.values.last().copied().flatten().unwrap_or_default()));
    let takeaway = charts::deliveries_takeaway(source.lang, &made.collect::<Vec<_>>());
    source.chart(charts::deliveries(source.lang), takeaway, body(source, &samples, true, lines))
}

pub(super) fn logs(source: &Source) -> Chart {
    let samples = source.growth.until(source.run, source.shown);
    let [broad_log, tracking_log] = charts::log_names(source.lang);
    let mut lines = Vec::new();
    for at in 0..source.growth.steps.len() {
        let broad = line(source, &samples, at, |(_, figures)| figures.broad_logs);
        let tracking = line(source, &samples, at, |(_, figures)| figures.tracking_logs);
        lines.push(Line { name: format!("{}, {broad_log}", broad.name), ..broad });
        lines.push(Line {
            name: format!("{}, {tracking_log}", tracking.name),
            stroke: Stroke::Dashed,
            ..tracking
        });
    }
    let all: Figures = samples.last().into_iter().flat_map(|last| last.of_step.iter().map(|one| one.1)).sum();
    let purged = all.to_deliver.saturating_sub(all.broad_logs);
    let takeaway = charts::logs_takeaway(source.lang, all.broad_logs, all.tracking_logs, purged);
    source.chart(charts::logs(source.lang), takeaway, body(source, &samples, false, lines))
}

fn line(source: &Source, samples: &[Sampled], at: usize, value: impl Fn(&(u64, Figures)) -> u64) -> Line {
    let step = source.growth.steps.get(at).copied().unwrap_or_default();
    let values = samples.iter().map(|sample| sample.of_step.get(at).map(&value)).collect();
    Line { name: source.activity(step), tint: source.tint(step), stroke: Stroke::Solid, values }
}

fn body(source: &Source, samples: &[Sampled], is_stepped: bool, lines: Vec<Line>) -> Body {
    let moments = samples.iter().map(|sample| (sample.at.secs(), stamp(source.lang, sample.at))).collect();
    Body::Lines(Lines { span: source.span(), moments, measure: Measure::Count, is_stepped, lines })
}
