//! The grid of runs and deliveries: a column for each run, a row for each delivery or each activity.

use super::Source;
use crate::log::RunLog;
use crate::log::growth::{Cell, RunGrid, rows_written};
use crate::scene::chart::{Body, Chart, Grid, GridRow};
use crate::text::deliveries::stamp;
use crate::text::format::plain_date;
use crate::text::reports::charts::{self, Written};

/// More rows than this would be too low to be told apart.
const MOST_ROWS: usize = 80;

pub(super) fn chart(source: &Source) -> Chart {
    let grid = RunGrid::of(source.run, source.shown);
    let is_by_delivery = source.by_delivery && source.run.deliveries_until(source.shown) <= MOST_ROWS;
    let rows = if is_by_delivery { by_delivery(source, &grid) } else { by_activity(source, &grid) };
    let name = |at: crate::base::time::SimTime| {
        let name = if grid.days == 0 { stamp(source.lang, at) } else { plain_date(source.lang, at.date()) };
        let is_many = grid.days > 1;
        let together = is_many.then(|| charts::together(source.lang, &name, grid.days));
        (at.secs(), together.unwrap_or(name))
    };
    let columns = grid.columns.iter().map(|at| name(*at)).collect();
    let body = Body::Grid(Grid {
        span: source.span(),
        columns,
        row: charts::grid_row(source.lang, is_by_delivery).to_owned(),
        rows,
    });
    source.chart(charts::grid(source.lang), takeaway(source), body)
}

fn by_activity(source: &Source, grid: &RunGrid) -> Vec<GridRow> {
    let steps = source.growth.steps.iter();
    let row = |step: &usize| GridRow {
        name: source.activity(*step),
        tint: source.tint(*step),
        cells: cells(grid, |cell| cell.step == *step),
    };
    steps.map(row).collect()
}

fn by_delivery(source: &Source, grid: &RunGrid) -> Vec<GridRow> {
    let made = &source.run.record().deliveries[..source.run.deliveries_until(source.shown)];
    // The deliveries of an activity stand together, so that each kind has its shape.
    let mut order: Vec<usize> = (0..made.len()).collect();
    order.sort_by_key(|delivery| made[*delivery].step);
    let row = |delivery: usize| GridRow {
        name: RunLog::internal_name(delivery),
        tint: source.tint(made[delivery].step),
        cells: cells(grid, |cell| cell.delivery == delivery),
    };
    order.into_iter().map(row).collect()
}

fn cells(grid: &RunGrid, is_of_row: impl Fn(&Cell) -> bool) -> Vec<Option<u64>> {
    let mut cells = vec![None; grid.columns.len()];
    for cell in grid.cells.iter().filter(|cell| is_of_row(cell)) {
        let value: &mut Option<u64> = &mut cells[cell.column];
        *value = Some(value.unwrap_or_default() + cell.rows);
    }
    cells
}

fn takeaway(source: &Source) -> String {
    let run = source.run;
    let made = &run.record().deliveries[..run.deliveries_until(source.shown)];
    let written = |step: &usize| {
        let own = made.iter().filter(|delivery| delivery.step == *step);
        let rows: Vec<u64> = own.map(|delivery| rows_written(run, delivery, source.shown)).collect();
        Written {
            activity: source.activity(*step),
            deliveries: rows.len() as u64,
            rows: rows.iter().sum(),
            most: rows.iter().copied().max().unwrap_or_default(),
        }
    };
    charts::grid_takeaway(source.lang, &source.growth.steps.iter().map(written).collect::<Vec<_>>())
}
