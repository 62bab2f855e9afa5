//! A run as a film: how long it takes, which moment each frame shows, and what is written on it. Paints nothing.

use std::rc::Rc;

use super::branch::Hue;
use super::layout::{Layout, Size};
use super::picture::{Picture, Tone, fitted};
use super::rect::Rect;
use super::timeline::weeks_begun;
use crate::base::time::{SimSpan, SimTime};
use crate::log::RunLog;
use crate::log::series::Series;
use crate::scenario::Scenario;
use crate::text::format::{capitalized, number};
use crate::text::{Lang, comparison, film, transport};

/// The size of a frame in pixels.
pub const FRAME: Size = Size { width: 1_280.0, height: 720.0 };
/// Where the drawing of the workflow lies on it.
pub const STAGE: Rect = Rect { x: 16.0, y: 64.0, width: 1_248.0, height: 420.0 };
/// The tone of the colours: that of every picture.
pub const TONE: Tone = Tone::Light;
/// The film takes a second for so many weeks, where that makes it neither shorter nor longer than it may be.
const WEEKS_A_SECOND: f64 = 2.0;
const SHORTEST_MILLIS: f64 = 4_000.0;
const LONGEST_MILLIS: f64 = 40_000.0;
/// How long the last frame stays.
const REST_MILLIS: f64 = 1_500.0;
/// No more delivery activities are counted beside each other than can be read.
const MOST_SIDES: usize = 4;

/// A run to be filmed.
#[derive(Clone, Debug)]
pub struct Film {
    /// The run.
    pub run: Rc<RunLog>,
    /// The scenario that ran.
    pub scenario: Rc<Scenario>,
    /// The language of what is written on it.
    pub lang: Lang,
    /// Where everything stands in the drawing.
    pub layout: Layout,
}

/// What is written on a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The name of the scenario.
    pub title: String,
    /// The day.
    pub date: String,
    /// `Week 12 of 52`.
    pub week: String,
    /// How much of the time has passed, from 0 to 1.
    pub share: f64,
    /// What the delivery activities have come to.
    pub sides: Vec<Side>,
}

/// What a delivery activity has come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Its colour.
    pub hue: Hue,
    /// What it is called.
    pub name: String,
    /// How many deliveries it has made.
    pub made: String,
    /// The words beside that number.
    pub headline: String,
    /// How many rows its logs have.
    pub rows: String,
}

impl Film {
    /// The film of a run of a scenario.
    pub fn of(run: Rc<RunLog>, scenario: Rc<Scenario>, lang: Lang) -> Self {
        let room = Size { width: STAGE.width, height: STAGE.height };
        let layout = Layout::fit(&scenario.workflow, room);
        Self { run, scenario, lang, layout }
    }

    /// How long it takes, in milliseconds.
    pub fn millis(&self) -> f64 {
        self.moving_millis() + REST_MILLIS
    }

    /// The moment it shows after so many milliseconds.
    pub fn moment_at(&self, millis: f64) -> SimTime {
        let share = (millis / self.moving_millis()).clamp(0.0, 1.0);
        let span = self.run.end() - self.run.plan().start;
        self.run.plan().start + SimSpan::from_secs((span.secs() as f64 * share) as i64)
    }

    /// How much simulated time passes in so many milliseconds.
    pub fn span_of(&self, millis: f64) -> SimSpan {
        let span = self.run.end() - self.run.plan().start;
        SimSpan::from_secs((span.secs() as f64 * millis / self.moving_millis()) as i64)
    }

    /// How far it is after so many milliseconds, in thousandths.
    pub fn permille(&self, millis: f64) -> u32 {
        (millis / self.millis() * 1_000.0).clamp(0.0, 1_000.0) as u32
    }

    /// How much the drawing is made smaller so that the frame has room for it.
    pub fn scale(&self) -> f64 {
        let Size { width, height } = self.layout.size;
        (STAGE.width / width).min(STAGE.height / height).min(1.0)
    }

    /// What lies behind the tokens: the drawing of the workflow, as large as the layout says.
    pub fn backdrop(&self) -> Picture {
        fitted(self.lang, &self.scenario, &self.layout, TONE)
    }

    /// What is written on the frame of a moment.
    pub fn page(&self, moment: SimTime) -> Page {
        let (run, lang, start) = (&self.run, self.lang, self.run.plan().start);
        let whole = (run.end() - start).secs().max(1) as f64;
        let week = transport::place(lang, weeks_begun(start, moment), self.scenario.weeks);
        Page {
            title: self.scenario.name.clone(),
            date: transport::clock(lang, moment, true),
            week: capitalized(&week),
            share: (moment - start).secs() as f64 / whole,
            sides: Series::all(run, moment)
                .iter()
                .take(MOST_SIDES)
                .map(|one| self.side(one, moment))
                .collect(),
        }
    }

    fn side(&self, series: &Series, moment: SimTime) -> Side {
        let step = self.run.plan().steps.get(series.step);
        let name = step.map_or("", |step| if step.label.is_empty() { &step.name } else { &step.label });
        let drawn = self.scenario.workflow.activities.iter();
        let place = step.and_then(|step| drawn.clone().position(|one| *one.name == *step.name));
        let hue = place.and_then(|place| self.layout.hues.get(place)).copied();
        let figures = self.run.figures_of_step(series.step, moment);
        Side {
            hue: hue.unwrap_or(Hue::Neutral),
            name: name.to_owned(),
            made: number(self.lang, series.made as u64),
            headline: comparison::headline(self.lang, series.kind, series.made).to_owned(),
            rows: film::rows(self.lang, figures.broad_logs, figures.tracking_logs),
        }
    }

    fn moving_millis(&self) -> f64 {
        let weeks = f64::from(self.scenario.weeks);
        (weeks * 1_000.0 / WEEKS_A_SECOND).clamp(SHORTEST_MILLIS, LONGEST_MILLIS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn film(sample: Sample, weeks: u32) -> Film {
        let scenario = Scenario { weeks, ..sample.scenario() };
        let run = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        Film::of(Rc::new(run), Rc::new(scenario), Lang::En)
    }

    #[test]
    fn it_begins_at_the_start_and_rests_at_the_end() {
        for (weeks, millis) in [(1, 4_000.0), (52, 26_000.0), (520, 40_000.0)] {
            let film = film(Sample::SideBySide, weeks);
            assert_eq!(film.millis(), millis + REST_MILLIS);
            assert_eq!(film.moment_at(0.0), film.run.plan().start);
            assert_eq!(film.moment_at(millis), film.run.end());
            assert_eq!(film.moment_at(film.millis()), film.run.end());
            assert_eq!((film.permille(0.0), film.permille(film.millis())), (0, 1_000));
            assert!(film.moment_at(millis / 2.0) < film.run.end());
            assert_eq!(film.span_of(millis), film.run.end() - film.run.plan().start);
        }
    }

    #[test]
    fn what_is_written_on_it_are_the_figures_of_the_engine() {
        for sample in Sample::ALL {
            let film = film(sample, 12);
            for millis in [0.0, 2_000.0, film.millis()] {
                let moment = film.moment_at(millis);
                let page = film.page(moment);
                let all = Series::all(&film.run, moment);
                assert_eq!(page.sides.len(), all.len());
                for (side, series) in page.sides.iter().zip(&all) {
                    let figures = film.run.figures_of_step(series.step, moment);
                    assert_eq!(side.made, number(Lang::En, series.made as u64));
                    assert!(side.rows.contains(&number(Lang::En, figures.broad_logs)), "{side:?}");
                    assert!(side.rows.contains(&number(Lang::En, figures.tracking_logs)), "{side:?}");
                    assert_ne!(side.hue, Hue::Neutral);
                }
            }
            assert_eq!(film.page(film.run.end()).share, 1.0);
        }
    }

    #[test]
    fn the_drawing_has_every_card_where_the_tokens_travel() {
        for sample in Sample::ALL {
            let film = film(sample, 2);
            let Picture { svg, size } = film.backdrop();
            assert_eq!(size, film.layout.size);
            assert_eq!(svg.matches("stroke-linecap").count(), film.scenario.workflow.activities.len());
            assert!(size.width * film.scale() <= STAGE.width && size.height * film.scale() <= STAGE.height);
            for route in film.layout.routes.iter().flatten() {
                assert!(svg.contains(&route.path_data()));
            }
        }
    }
}
