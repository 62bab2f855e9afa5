//! The state of the page: a struct of shared slices, cheap to clone and compared by pointer where large.

use std::rc::Rc;

use super::effect::{Effect, Outbox};
use super::history::History;
use super::notice::{Notice, Notices};
use super::options::{Mode, Options, Theme};
use super::saved::{self, Saved};
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::lesson::prediction::Counted;
use crate::lesson::tour::{Facts, Tour};
use crate::log::RunLog;
use crate::plan::lower::lower;
use crate::plan::population::Population;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::scenario::samples::Sample;
use crate::scene::playhead::{Playhead, Speed};
use crate::text::Lang;

/// Everything the page shows follows from this.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The scenario, with what can be undone.
    pub history: History,
    /// What its run came to.
    pub outcome: Outcome,
    /// Where the player is.
    pub player: Player,
    /// What is open and chosen.
    pub view: View,
    /// The guided tour.
    pub tour: Tour,
    /// Messages to the person.
    pub notices: Notices,
    /// Requests to the outside that were made and not yet handed over.
    pub outbox: Outbox,
}

/// The run of the present scenario.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The run; none where the scenario has errors.
    pub log: Option<Rc<RunLog>>,
    /// What is wrong or doubtful, errors first.
    pub findings: Rc<[Finding]>,
    /// The people, kept for the next run.
    population: Option<Rc<Population>>,
}

/// The player.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Player {
    /// The playhead.
    pub head: Playhead,
    /// The moment that the views show. It follows the playhead from launch to launch, not from frame to frame.
    pub shown: SimTime,
}

/// What is open and chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// The mode.
    pub mode: Mode,
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
    /// The name of the chosen activity.
    pub activity: Option<Rc<str>>,
    /// The delivery whose logs are open.
    pub delivery: Option<DeliveryIdx>,
    /// Which log is open.
    pub log: LogKind,
    /// Which page of it, from 0.
    pub page: u64,
    /// Whether the scenario may not be changed.
    pub readonly: bool,
    /// Whether the transport is shown.
    pub controls: bool,
    /// Whether the import dialog is open.
    pub importing: bool,
    /// Whether the about box is open.
    pub about: bool,
    /// The sample that was opened last, if the scenario comes from one.
    pub sample: Option<Sample>,
}

/// The logs of a delivery.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LogKind {
    /// One row a message.
    #[default]
    BroadLog,
    /// One row an open or click.
    TrackingLog,
    /// One row a recipient left out.
    ExclusionLog,
}

impl AppState {
    /// The state at the beginning, from the options and what was saved on this device.
    ///
    /// What was saved is taken up only where the options ask for no sample of their own.
    pub fn new(options: &Options, stored: Option<&str>) -> Self {
        let mut notices = Notices::default();
        let saved = match stored.map(saved::read) {
            Some(Ok(saved)) => saved,
            Some(Err(_)) => {
                notices.add(Notice::SavedWorkUnreadable);
                Saved::default()
            }
            None => Saved::default(),
        };
        let sample = options.sample.unwrap_or(Sample::SideBySide);
        let restored = saved.scenario.filter(|_| options.sample.is_none());
        let is_restored = restored.is_some();
        let mut scenario = restored.unwrap_or_else(|| sample.scenario());
        scenario.weeks = options.weeks.unwrap_or(scenario.weeks);
        scenario.seed = options.seed.unwrap_or(scenario.seed);
        let outcome = Outcome::of(&scenario, None);
        let shown = scenario.start_time();
        let mode = options.mode.unwrap_or_default();
        Self {
            history: History::new(Rc::new(scenario)),
            outcome,
            player: Player { head: Playhead::resting_at(shown, Speed::default()), shown },
            view: View {
                mode,
                lang: options.lang.or(saved.lang).or(options.page_lang).unwrap_or_default(),
                theme: options.theme.or(saved.theme).unwrap_or_default(),
                activity: None,
                delivery: None,
                log: LogKind::default(),
                page: 0,
                readonly: options.readonly,
                controls: options.controls.unwrap_or(true),
                importing: false,
                about: false,
                sample: Some(sample).filter(|_| !is_restored),
            },
            tour: saved.tour,
            notices,
            outbox: Outbox::default(),
        }
    }

    /// The present scenario.
    pub fn scenario(&self) -> &Rc<Scenario> {
        self.history.present()
    }

    /// What is to be kept on this device, as one text.
    pub fn to_keep(&self) -> String {
        saved::write(self.scenario(), self.tour, self.view.lang, self.view.theme)
    }

    /// The moment the run ends.
    pub fn end(&self) -> SimTime {
        self.scenario().end_time()
    }

    /// What the goals of the tour look at.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            scenario: self.scenario(),
            runs: self.outcome.log.is_some(),
            shown: self.player.shown,
            counted: self.outcome.counted(),
            has_open_logs: self.view.delivery.is_some(),
            readonly: self.view.readonly,
        }
    }

    /// Shows another scenario: runs it and puts the player into its weeks.
    pub(super) fn rerun(&mut self) {
        let known = self.outcome.population.take();
        self.outcome = Outcome::of(self.history.present(), known.as_ref());
        let (start, end) = (self.scenario().start_time(), self.end());
        let shown = self.player.shown.clamp(start, end);
        if shown != self.player.shown {
            self.player = Player { head: Playhead::resting_at(shown, self.player.head.speed()), shown };
        }
        let made = self.outcome.log.as_ref().map_or(0, |log| log.record().deliveries.len());
        self.view.delivery = self.view.delivery.filter(|&delivery| delivery < made);
        self.view.page = 0;
        let scenario = self.history.present();
        let activity = self.view.activity.take();
        self.view.activity = activity.filter(|name| scenario.workflow.activity(name).is_some());
        self.outbox.push(Effect::Changed);
        self.save();
    }

    /// Asks for the work to be kept on this device.
    pub(super) fn save(&mut self) {
        if !self.view.readonly {
            self.outbox.push(Effect::Save);
        }
    }
}

impl Outcome {
    /// How many deliveries the run makes; none where it cannot run.
    pub fn counted(&self) -> Counted {
        self.log.as_deref().map(Counted::of).unwrap_or_default()
    }

    /// Runs a scenario; `known` is the people of an earlier run.
    fn of(scenario: &Scenario, known: Option<&Rc<Population>>) -> Self {
        match lower(scenario, known) {
            Ok(lowered) => {
                let log = RunLog::of(Rc::new(lowered.plan));
                let findings = lowered.warnings.into_iter().chain(log.findings()).collect();
                Self { log: Some(Rc::new(log)), findings, population: Some(lowered.population) }
            }
            Err(findings) => Self { log: None, findings: findings.into(), population: known.cloned() },
        }
    }
}
