//! Open rates: each report by itself, and the reports added up one after the other.

use std::collections::BTreeMap;

use super::Source;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::figures::Figures;
use crate::log::indicators::{Basis, BasisPoints};
use crate::plan::StepIdx;
use crate::scene::chart::{Body, Chart, Line, Lines, Measure, Stroke};
use crate::text::deliveries::stamp;
use crate::text::reports::charts::{self, Rated};

/// The open rates of one activity.
#[derive(Debug, Default)]
struct Series {
    /// Each report: when its delivery was made, and its figures.
    reports: Vec<(SimTime, Figures)>,
}

pub(super) fn chart(source: &Source) -> Chart {
    let of_step: Vec<(StepIdx, Series)> =
        source.growth.steps.iter().map(|step| (*step, Series::of(source, *step))).collect();
    let mut times: BTreeMap<SimTime, ()> =
        of_step.iter().flat_map(|(_, series)| series.reports.iter().map(|(at, _)| (*at, ()))).collect();
    if !times.is_empty() {
        times.insert(source.shown, ());
    }
    let moments: Vec<SimTime> = times.into_keys().collect();
    let mut lines = Vec::new();
    for (step, series) in &of_step {
        let (name, tint) = (source.activity(*step), source.tint(*step));
        let is_one = series.reports.len() < 2;
        if !is_one {
            let own = |at: &SimTime| {
                series.reports.iter().find(|(made, _)| made == at).and_then(|one| rate(source, one.1))
            };
            let values = moments.iter().map(own).collect();
            lines.push(Line { name: charts::each(source.lang, &name), tint, stroke: Stroke::Points, values });
        }
        let values = moments.iter().map(|at| series.cumulated(source, *at)).collect();
        let stroke = if is_one { Stroke::Dashed } else { Stroke::Solid };
        lines.push(Line { name: charts::cumulated(source.lang, &name), tint, stroke, values });
    }
    let rated: Vec<Rated> = of_step.iter().filter_map(|(step, series)| series.rated(source, *step)).collect();
    let body = Body::Lines(Lines {
        span: source.span(),
        moments: moments.iter().map(|at| (at.secs(), stamp(source.lang, *at))).collect(),
        measure: Measure::Rate,
        is_stepped: false,
        lines,
    });
    source.chart(charts::rates(source.lang), charts::rates_takeaway(source.lang, &rated), body)
}

impl Series {
    fn of(source: &Source, step: StepIdx) -> Self {
        let made = &source.run.record().deliveries[..source.run.deliveries_until(source.shown)];
        let own = made.iter().enumerate().filter(|(_, delivery)| delivery.step == step);
        let figures = |delivery: DeliveryIdx| source.run.figures_of_delivery(delivery, source.shown);
        Self { reports: own.map(|(at, delivery)| (delivery.created_at, figures(at))).collect() }
    }

    /// The rate of the reports until a moment added up; none before the first that has one.
    fn cumulated(&self, source: &Source, at: SimTime) -> Option<u64> {
        let until = self.reports.iter().filter(|(made, _)| *made <= at);
        rate(source, until.map(|(_, figures)| *figures).sum())
    }

    fn rated(&self, source: &Source, step: StepIdx) -> Option<Rated> {
        let rates = || self.reports.iter().filter_map(|(_, figures)| points(source, *figures));
        Some(Rated {
            activity: source.activity(step),
            reports: rates().count() as u64,
            range: (rates().min()?, rates().max()?),
            together: points(source, self.reports.iter().map(|(_, figures)| *figures).sum())?,
        })
    }
}

fn points(source: &Source, figures: Figures) -> Option<BasisPoints> {
    let whole = match source.basis {
        Basis::Success => figures.success,
        Basis::ToDeliver => figures.to_deliver,
    };
    BasisPoints::of(figures.opens, whole)
}

fn rate(source: &Source, figures: Figures) -> Option<u64> {
    points(source, figures).map(|rate| rate.get().into())
}
