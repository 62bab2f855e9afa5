//! The outcome of a run as a page of plain text.

use crate::log::RunLog;
use crate::log::export::cells::guarded;
use crate::log::figures::Figures;
use crate::log::report::ReportedFinding;
use crate::scenario::Scenario;
use crate::text::format::{date_time, number};
use crate::text::{Lang, cli};

/// How many deliveries the table shows.
const ROWS: usize = 12;
/// How many letters of a label the table shows.
const LABEL_WIDTH: usize = 32;

/// The whole page: heading, a line for each delivery activity, the table of deliveries, warnings.
pub(super) fn of(lang: Lang, scenario: &Scenario, log: &RunLog, findings: &[ReportedFinding]) -> String {
    let mut lines = vec![
        scenario.name.clone(),
        cli::frame(lang, scenario, &log.fingerprint().to_string()),
        String::new(),
    ];
    lines.extend(activities(lang, log));
    lines.push(String::new());
    lines.extend(table(lang, log));
    if !findings.is_empty() {
        lines.extend([String::new(), cli::of(lang).warnings.to_owned()]);
        lines.extend(findings.iter().map(|one| format!("  {}", one.message)));
    }
    lines.join("\n")
}

/// The findings as CSV with a heading line.
pub(super) fn findings_csv(findings: &[ReportedFinding]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let heading = writer.write_record(["severity", "activity", "code", "message"]);
    let rows = findings.iter().try_for_each(|one| {
        let (activity, message) = (guarded(one.activity.as_deref().unwrap_or("")), guarded(&one.message));
        writer.write_record([one.severity, &*activity, one.code, &*message])
    });
    let bytes = heading.and(rows).ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

fn activities(lang: Lang, log: &RunLog) -> impl Iterator<Item = String> {
    let steps = log.plan().steps.iter().enumerate();
    steps.filter(|(_, step)| step.work.kind().is_delivery()).map(move |(at, step)| {
        let record = log.record();
        cli::summed(
            lang,
            cli::Summed {
                kind: step.work.kind(),
                label: &step.label,
                deliveries: record.deliveries.iter().filter(|row| row.step == at).count() as u64,
                runs: record.batches.iter().filter(|batch| batch.step == at).count() as u64,
                messages: log.figures_of_step(at, log.end()).to_deliver,
            },
        )
    })
}

fn table(lang: Lang, log: &RunLog) -> Vec<String> {
    let list = log.delivery_list(log.end());
    let words = cli::of(lang);
    let mut rows = vec![words.columns.map(str::to_owned)];
    rows.extend(list.iter().take(ROWS).map(|row| {
        let id = RunLog::delivery_number(row.delivery).to_string();
        cells(lang, [id, cut(&row.label), date_time(lang, row.contact_date)], row.figures)
    }));
    let is_cut = list.len() > ROWS;
    let heading = [String::new(), words.totals.to_owned(), String::new()];
    rows.push(cells(lang, heading, log.totals(log.end())));
    let mut lines = aligned(&rows);
    if is_cut {
        let last = lines.len() - 1;
        lines.insert(last, cli::more(lang, (list.len() - ROWS) as u64));
    }
    lines
}

fn cells(lang: Lang, [id, label, date]: [String; 3], figures: Figures) -> [String; 9] {
    let number = |count| number(lang, count);
    [
        id,
        label,
        date,
        number(figures.to_deliver),
        number(figures.success),
        number(figures.failed),
        number(figures.ignored),
        number(figures.broad_logs),
        number(figures.tracking_logs),
    ]
}

fn cut(label: &str) -> String {
    if label.chars().count() <= LABEL_WIDTH {
        return label.to_owned();
    }
    label.chars().take(LABEL_WIDTH - 1).chain(['…']).collect()
}

/// Columns as wide as their widest cell; texts to the left, numbers to the right.
fn aligned(rows: &[[String; 9]]) -> Vec<String> {
    let mut widths = [0; 9];
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let line = |row: &[String; 9]| {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| match column {
            1 | 2 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
