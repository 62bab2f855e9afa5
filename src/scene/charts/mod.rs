//! The charts of the reports, made of a run at a moment.

pub mod fan;
mod growing;
mod hours;
mod rates;
mod runs;
#[cfg(test)]
mod tests;

use super::chart::shape::Tint;
use super::chart::{Chart, Span};
use super::timeline;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::growth::Growth;
use crate::log::indicators::{Basis, Scope};
use crate::plan::StepIdx;
use crate::scenario::activity::ActivityKind;
use crate::text::reports::charts;
use crate::text::{Lang, label};

/// A chart of the reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartId {
    /// Which run wrote into which delivery.
    Runs,
    /// Deliveries over time.
    Deliveries,
    /// Log rows over time.
    Logs,
    /// First opens and clicks by hours since the send.
    Hours,
    /// Open rates by delivery and cumulated.
    Rates,
    /// Messages with a result by hours since the send.
    Throughput,
}

/// What charts are made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'r> {
    /// The run.
    pub run: &'r RunLog,
    /// The growth of its deliveries.
    pub growth: &'r Growth,
    /// The moment.
    pub shown: SimTime,
    /// What is reported on: the charts of hours are about it.
    pub scope: &'r Scope,
    /// What rates are taken on.
    pub basis: Basis,
    /// Whether the grid has a row for each delivery and not for each activity.
    pub by_delivery: bool,
    /// The language.
    pub lang: Lang,
}

impl ChartId {
    /// All of them, in the order of the page; the throughput stands in its report.
    pub const ALL: [Self; 6] =
        [Self::Runs, Self::Deliveries, Self::Logs, Self::Rates, Self::Hours, Self::Throughput];

    /// Its place among all.
    pub const fn place(self) -> usize {
        match self {
            Self::Runs => 0,
            Self::Deliveries => 1,
            Self::Logs => 2,
            Self::Rates => 3,
            Self::Hours => 4,
            Self::Throughput => 5,
        }
    }

    /// Its name in files and addresses of parts.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Runs => "runs",
            Self::Deliveries => "deliveries",
            Self::Logs => "logs",
            Self::Rates => "rates",
            Self::Hours => "hours",
            Self::Throughput => "throughput",
        }
    }

    /// The chart.
    pub fn of(self, source: &Source) -> Chart {
        match self {
            Self::Runs => runs::chart(source),
            Self::Deliveries => growing::deliveries(source),
            Self::Logs => growing::logs(source),
            Self::Rates => rates::chart(source),
            Self::Hours => hours::opens(source),
            Self::Throughput => hours::throughput(source),
        }
    }
}

/// Simulated time with the names of its months or years.
fn span(lang: Lang, start: SimTime, weeks: u32, end: SimTime) -> Span {
    let mark = |mark: timeline::Mark| {
        let at = SimTime::from_date(mark.date);
        (at.secs(), charts::axis(lang, at, mark.is_year), mark.is_major)
    };
    let names = timeline::marks(start.date(), weeks).into_iter().map(mark).collect();
    Span { from: start.secs(), to: end.secs(), names }
}

impl Source<'_> {
    /// All of the simulated time, with the names of its months or years.
    fn span(&self) -> Span {
        let plan = self.run.plan();
        span(self.lang, plan.start, plan.weeks, self.run.end())
    }

    /// What an activity is called.
    fn activity(&self, step: StepIdx) -> String {
        label::of_step(self.run.plan(), step).to_owned()
    }

    /// The colour of an activity.
    fn tint(&self, step: StepIdx) -> Tint {
        match self.run.plan().steps.get(step).map(|step| step.work.kind()) {
            Some(ActivityKind::ContinuousDelivery) => Tint::Continuous,
            _ => Tint::Recurring,
        }
    }

    /// The colour of what is reported on; that of neither kind where it may be both.
    fn scope_tint(&self) -> Tint {
        match self.scope {
            Scope::Step(step) => self.tint(*step),
            Scope::Delivery(delivery) => {
                let row = self.run.record().deliveries.get(*delivery);
                row.map_or(Tint::Neutral, |row| self.tint(row.step))
            }
            _ => Tint::Neutral,
        }
    }

    fn chart(
        &self,
        [title, unit, across]: charts::Named,
        takeaway: String,
        body: super::chart::Body,
    ) -> Chart {
        Chart {
            title: title.into(),
            takeaway,
            unit: unit.into(),
            across: across.into(),
            body,
            lang: self.lang,
        }
    }
}
