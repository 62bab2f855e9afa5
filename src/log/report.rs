//! The outcome of a run for machines: the JSON report and the delivery list as CSV.

use serde::Serialize;

use super::RunLog;
use super::export::cells::guarded;
use super::figures::Figures;
use super::indicators::{Basis, BasisPoints, Indicator, IndicatorId, Scope};
use super::list::{DeliveryRow, DeliveryState};
use crate::base::time::SimTime;

/// The whole report, in the field names of `simulate --format json`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// What tells this outcome from any other.
    pub fingerprint: String,
    /// The seed.
    pub seed: u64,
    /// The number of simulated weeks.
    pub weeks: u32,
    /// How often a schedule launched, or an activity without one began.
    pub runs: usize,
    /// The deliveries, oldest first.
    pub deliveries: Vec<ReportedDelivery>,
    /// The figures of all deliveries together.
    pub totals: Figures,
    /// The indicators of all deliveries together, with rates on successful messages, where they were asked for:
    /// they look at every message.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<ReportedIndicator>,
    /// What is doubtful in the scenario.
    pub findings: Vec<ReportedFinding>,
}

/// An indicator of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReportedIndicator {
    /// Which.
    pub id: IndicatorId,
    /// How many.
    pub numerator: u64,
    /// Of how many; none for a count.
    pub denominator: Option<u64>,
    /// The rate in hundredths of a percent; none for a count, or where there is nothing to be a part of.
    pub basis_points: Option<BasisPoints>,
}

/// A delivery of the report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportedDelivery {
    /// Its number, from 1.
    pub id: u64,
    /// Its internal name.
    pub internal_name: String,
    /// Its label.
    pub label: String,
    /// The name of the activity that made it.
    pub activity: String,
    /// Its state in words.
    pub state: &'static str,
    /// When it was first sent.
    pub contact_date: SimTime,
    /// Its counts.
    #[serde(flatten)]
    pub figures: Figures,
}

/// A finding of the report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportedFinding {
    /// `error` or `warning`.
    pub severity: &'static str,
    /// The name of the activity, if it is about one.
    pub activity: Option<String>,
    /// The stable code.
    pub code: &'static str,
    /// The page of the product's documentation that the finding rests on, if it rests on one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<&'static str>,
    /// The sentence, with place and remedy.
    pub message: String,
}

impl RunLog {
    /// The report of the run at its end.
    pub fn report(&self, findings: Vec<ReportedFinding>) -> Report {
        Report {
            fingerprint: self.fingerprint().to_string(),
            seed: self.plan().seed,
            weeks: self.plan().weeks,
            runs: self.record().facts.iter().filter(|fact| fact.what.begins_a_run()).count(),
            deliveries: self.delivery_list(self.end()).iter().map(|row| self.reported(row)).collect(),
            totals: self.totals(self.end()),
            indicators: Vec::new(),
            findings,
        }
    }

    /// The same report with its indicators. Draws every message of the run again.
    pub fn report_with_indicators(&self, findings: Vec<ReportedFinding>) -> Report {
        Report { indicators: self.reported_indicators(), ..self.report(findings) }
    }

    /// The delivery list as CSV with a heading line.
    ///
    /// # Errors
    /// Those of the CSV writer; none are known for text in memory.
    pub fn report_csv(&self) -> Result<String, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record([
            "id",
            "internal_name",
            "label",
            "activity",
            "state",
            "contact_date",
            "to_deliver",
            "processed",
            "success",
            "failed",
            "pending",
            "cancelled",
            "ignored",
            "opens",
            "clicks",
            "unsubscriptions",
            "broad_logs",
            "tracking_logs",
        ])?;
        for row in self.delivery_list(self.end()) {
            let delivery = self.reported(&row);
            let figures = delivery.figures;
            let heading = [
                delivery.id.to_string(),
                delivery.internal_name,
                guarded(&delivery.label).into_owned(),
                guarded(&delivery.activity).into_owned(),
                delivery.state.to_owned(),
                delivery.contact_date.to_string(),
            ];
            let counts = [
                figures.to_deliver,
                figures.processed,
                figures.success,
                figures.failed,
                figures.pending,
                figures.cancelled,
                figures.ignored,
                figures.opens,
                figures.clicks,
                figures.unsubscriptions,
                figures.broad_logs,
                figures.tracking_logs,
            ];
            writer.write_record(heading.into_iter().chain(counts.map(|count| count.to_string())))?;
        }
        let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn reported_indicators(&self) -> Vec<ReportedIndicator> {
        let all = self.tally(&Scope::All, self.end()).indicators(Basis::Success);
        all.into_iter().map(ReportedIndicator::from).collect()
    }

    fn reported(&self, row: &DeliveryRow) -> ReportedDelivery {
        ReportedDelivery {
            id: Self::delivery_number(row.delivery),
            internal_name: Self::internal_name(row.delivery),
            label: row.label.to_string(),
            activity: self.plan().steps.get(row.step).map(|step| step.name.to_string()).unwrap_or_default(),
            state: match row.state {
                DeliveryState::BeingEdited => "being edited",
                DeliveryState::Prepared => "prepared",
                DeliveryState::StartPending => "start pending",
                DeliveryState::InProgress => "in progress",
                DeliveryState::Paused => "paused",
                DeliveryState::Stopped => "stopped",
                DeliveryState::Finished => "finished",
            },
            contact_date: row.contact_date,
            figures: row.figures,
        }
    }
}

impl From<Indicator> for ReportedIndicator {
    fn from(one: Indicator) -> Self {
        Self { id: one.id, numerator: one.numerator, denominator: one.denominator, basis_points: one.rate() }
    }
}
