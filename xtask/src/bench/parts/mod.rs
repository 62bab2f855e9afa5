//! The parts of the measurement: what each measures, beside what, and what is written and drawn of it.

mod build;
mod callgrind;
mod canvas;
pub(super) mod canvas_table;
mod count;
pub(super) mod count_table;
mod engine;
pub(super) mod engine_table;
mod fit;
pub(super) mod lighthouse;
mod load;
pub(super) mod load_table;
mod player;
pub(super) mod player_table;
pub(super) mod rig;

use anyhow::Result;

use self::rig::Rig;
use crate::bench::aims::Section;
use crate::bench::chart::{Chart, Palette};
use crate::bench::charts;
use crate::bench::results::Results;

/// Something that is measured by itself.
pub(crate) struct Part {
    /// What it is called on the command line and in the kept results.
    pub(crate) name: &'static str,
    /// Its heading.
    pub(crate) title: &'static str,
    /// The packages whose versions are told.
    pub(crate) rivals: &'static [&'static str],
    /// Whether it opens the release page.
    pub(crate) needs_page: bool,
    /// Whether it takes Node.js and Chromium.
    pub(crate) needs_browser: bool,
    /// How many steps it announces.
    pub(crate) steps: usize,
    pub(crate) measure: fn(&mut Rig) -> Result<Results>,
    pub(crate) section: fn(&Results) -> Result<Section>,
    pub(crate) charts: fn(&Results, &Palette) -> Vec<Chart>,
}

/// All of them, in the order in which they are measured and written.
pub(crate) const PARTS: [Part; 6] = [
    Part {
        name: "engine",
        title: "The engine: a simulated year",
        rivals: &engine::RIVALS,
        needs_page: false,
        needs_browser: true,
        steps: 4,
        measure: engine::measure,
        section: engine_table::of,
        charts: charts::engine,
    },
    Part {
        name: "count",
        title: "The engine: instructions",
        rivals: &[],
        needs_page: false,
        needs_browser: false,
        steps: 3,
        measure: count::measure,
        section: count_table::of,
        charts: charts::count,
    },
    Part {
        name: "canvas",
        title: "The canvas: opening and dragging",
        rivals: &canvas::RIVALS,
        needs_page: true,
        needs_browser: true,
        steps: 2,
        measure: canvas::measure,
        section: canvas_table::of,
        charts: charts::canvas,
    },
    Part {
        name: "player",
        title: "The player: tokens and log rows",
        rivals: &player::RIVALS,
        needs_page: true,
        needs_browser: true,
        steps: 2,
        measure: player::measure,
        section: player_table::of,
        charts: charts::player,
    },
    Part {
        name: "load",
        title: "A first visit",
        rivals: &load::RIVALS,
        needs_page: true,
        needs_browser: true,
        steps: 2,
        measure: load::measure,
        section: load_table::of,
        charts: charts::load,
    },
    Part {
        name: "lighthouse",
        title: "Lighthouse",
        rivals: &[],
        needs_page: true,
        needs_browser: true,
        steps: 1,
        measure: lighthouse::measure,
        section: lighthouse::section,
        charts: charts::lighthouse,
    },
];
