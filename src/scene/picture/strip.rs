//! The weeks of a run as one picture: a cell a week, with its launches, its deliveries and its rows.

use std::fmt::Write as _;

use super::Picture;
use super::ink::{Ink, Tone};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::weeks::WeekCell;
use crate::scenario::svg::escaped;
use crate::scene::layout::Size;
use crate::text::Lang;
use crate::text::weeks as words;

/// Weeks beside each other: a quarter.
const COLUMNS: u32 = 13;
const CELL: (f64, f64) = (104.0, 78.0);
const GAP: f64 = 6.0;
const MARGIN: f64 = 24.0;
const HEAD: f64 = 34.0;
/// The height of the bar under a cell's words.
const BAR: f64 = 6.0;

/// Draws the weeks begun until a moment. Every cell says in words what it shows.
pub fn strip(lang: Lang, name: &str, log: &RunLog, moment: SimTime, tone: Tone) -> Picture {
    let (ink, cells) = (Ink { tone }, log.week_cells(moment));
    let rows = u32::try_from(cells.len()).unwrap_or(u32::MAX).div_ceil(COLUMNS).max(1);
    let size = Size {
        width: 2.0 * MARGIN + f64::from(COLUMNS) * (CELL.0 + GAP) - GAP,
        height: 2.0 * MARGIN + HEAD + f64::from(rows) * (CELL.1 + GAP) - GAP,
    };
    let title = escaped(&words::title(lang, name));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" role=\"list\" aria-label=\"{title}\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\"><title>{title}</title><rect width=\"{0}\" height=\"{1}\" fill=\"{2}\"/><text x=\"{MARGIN}\" y=\"{3}\" font-size=\"18\" font-weight=\"650\" fill=\"{4}\">{title}</text>",
        size.width,
        size.height,
        ink.of("paper"),
        MARGIN + 14.0,
        ink.of("ink")
    );
    let most = cells.iter().map(|cell| cell.messages + cell.reactions).max().unwrap_or(0);
    for cell in &cells {
        write_cell(&mut svg, ink, lang, cell, most);
    }
    svg.push_str("</svg>\n");
    Picture { svg, size }
}

fn write_cell(svg: &mut String, ink: Ink, lang: Lang, cell: &WeekCell, most: u64) {
    let x = MARGIN + f64::from(cell.week % COLUMNS) * (CELL.0 + GAP);
    let y = MARGIN + HEAD + f64::from(cell.week / COLUMNS) * (CELL.1 + GAP);
    let said = escaped(&words::told(lang, cell));
    let _ = write!(
        svg,
        "<g role=\"listitem\" aria-label=\"{said}\"><title>{said}</title><rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{}\" stroke=\"{}\"/>",
        CELL.0,
        CELL.1,
        ink.of("card"),
        ink.of("line")
    );
    let lines = words::lines(lang, cell);
    for (place, (line, at)) in lines.iter().zip([17.0, 34.0, 48.0, 62.0]).enumerate() {
        let (colour, weight) = if place == 0 { ("ink", 650) } else { ("ink-2", 400) };
        let _ = write!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"11\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
            x + 8.0,
            y + at,
            ink.of(colour),
            escaped(line)
        );
    }
    let share = if most == 0 { 0.0 } else { (cell.messages + cell.reactions) as f64 / most as f64 };
    let _ = write!(
        svg,
        "<rect x=\"{}\" y=\"{}\" width=\"{:.1}\" height=\"{BAR}\" rx=\"2\" fill=\"{}\"/></g>",
        x + 8.0,
        y + CELL.1 - BAR - 4.0,
        share * (CELL.0 - 16.0),
        ink.of("rec")
    );
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    #[test]
    fn every_week_has_a_cell_that_says_what_it_shows() {
        let scenario = Sample::SideBySide.scenario();
        let log = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        let totals = log.totals(log.end());
        let cells = log.week_cells(log.end());
        assert_eq!(cells.len(), 52);
        assert_eq!(cells.iter().map(|cell| cell.messages).sum::<u64>(), totals.broad_logs);
        assert_eq!(cells.iter().map(|cell| cell.reactions).sum::<u64>(), totals.tracking_logs);
        assert_eq!(cells.iter().map(|cell| cell.deliveries).sum::<u64>(), 53);
        let launches = log.record().facts.iter().filter(|fact| fact.what.begins_a_run()).count() as u64;
        assert_eq!(cells.iter().map(|cell| cell.launches).sum::<u64>(), launches);
        for lang in Lang::WRITTEN {
            let picture = strip(lang, "<&>", &log, log.end(), Tone::Light);
            assert_eq!(picture.svg.matches("role=\"listitem\"").count(), 52);
            assert!(picture.svg.contains("&lt;&amp;&gt;") && !picture.svg.contains("currentColor"));
            assert!(
                cells.iter().all(|cell| picture.svg.contains(&escaped(&words::told(lang, cell)).to_string()))
            );
        }
        let half = log.week_cells(cells[26].from);
        assert_eq!(half.len(), 27);
        let until = log.totals(cells[26].from);
        assert_eq!(half.iter().map(|cell| cell.reactions).sum::<u64>(), until.tracking_logs);
        assert_eq!(half.iter().map(|cell| cell.messages).sum::<u64>(), until.broad_logs);
    }
}
