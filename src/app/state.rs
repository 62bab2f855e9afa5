//! The state of the page: a struct of shared slices, cheap to clone and compared by pointer where large.

use std::rc::Rc;

use super::adding::{Adding, Leading};
use super::effect::{Effect, Outbox};
use super::filming::Films;
use super::history::History;
use super::instructor::Instructor;
use super::learning::{CourseAction, Learning, Own};
use super::looking::Looking;
use super::notice::{Notice, Notices};
use super::options::{Keeping, Mode, Options, Theme};
use super::outcome::Outcome;
use super::preferences::Preferences;
use super::reporting::Reporting;
use super::rows::{RowsView, Traced};
use super::running::{self, Running};
use super::saved::{self, Saved};
use super::section::Section;
use super::selection::Selection;
use super::stepping::{self, Rest, Stepping};
use super::templates::Templates;
use super::trials::Trials;
use super::variants::{self, Variants};
use super::{reduce, speaking, studying};
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::lesson::prediction::Counted;
use crate::lesson::tour::{Facts, Tour};
use crate::log::indicators::Scope;
use crate::scenario::Scenario;
use crate::scenario::samples::Sample;
use crate::scene::playhead::{Playhead, Speed};
use crate::text::Lang;

/// Everything the page shows follows from this.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The scenario, with what can be undone.
    pub history: History,
    /// What was run besides it, to be compared with it.
    pub trials: Rc<Trials>,
    /// What its run came to; that of an earlier scenario while `running`, or where the run was cancelled.
    pub outcome: Outcome,
    /// The run that is under way, if it takes longer than a moment.
    pub running: Option<Running>,
    /// How many runs took longer than a moment: the number of the last of them.
    pub(super) runs: u64,
    /// Where the player is.
    pub player: Player,
    /// What is open and chosen.
    pub view: View,
    /// The guided tour.
    pub tour: Tour,
    /// The course.
    pub learning: Learning,
    /// The trainer's side.
    pub instructor: Instructor,
    /// Messages to the person.
    pub notices: Notices,
    /// What was copied last, in this lab.
    pub clipboard: Option<Rc<str>>,
    /// One's own templates, as far as they were read.
    pub templates: Templates,
    /// A file for the import dialog, where it was opened by dropping one.
    pub handed: Option<Handed>,
    /// What the device keeps of one's own, while a scenario is shown that came by a link.
    pub lent: Option<Rc<Scenario>>,
    /// Whether the work is kept on this device.
    pub keeping: Keeping,
    /// Requests to the outside that were made and not yet handed over.
    pub outbox: Outbox,
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
    /// What Compare mode shows.
    pub section: Section,
    /// Which variants of the scenario are compared.
    pub variants: Variants,
    /// What the reports are about.
    pub reporting: Reporting,
    /// The language.
    pub lang: Lang,
    /// The language that was chosen and whose pack is still to come.
    pub coming: Option<Lang>,
    /// The theme.
    pub theme: Theme,
    /// What is chosen in the drawing.
    pub selection: Selection,
    /// The delivery whose logs are open.
    pub delivery: Option<DeliveryIdx>,
    /// Which log is open.
    pub log: LogKind,
    /// Which page of it, from 0.
    pub page: u64,
    /// Which rows and recipients are looked at.
    pub rows: RowsView,
    /// The film of the run.
    pub films: Films,
    /// How the player steps and what it rests at.
    pub stepping: Stepping,
    /// Whether the scenario may not be changed.
    pub readonly: bool,
    /// Whether the transport is shown.
    pub controls: bool,
    /// The dialog that is open, at most one.
    pub dialog: Option<Sheet>,
    /// Where an activity added from `Sheet::Add` shall stand, and what shall lead to it.
    pub adding: Adding,
    /// The activity from which `Sheet::Connect` leads on.
    pub leading: Option<Leading>,
    /// What the drawing was asked to show.
    pub looking: Looking,
    /// How somebody likes to build.
    pub preferences: Preferences,
    /// The sample that was opened last, if the scenario comes from one.
    pub sample: Option<Sample>,
    /// Whether the scenario came by a link and was not changed since; then it does not replace one's own on the
    /// device.
    pub is_borrowed: bool,
    /// The address of the page to which links to a scenario lead.
    pub site: Rc<str>,
    /// Whether the link was put on the clipboard; none before that is asked for.
    pub link_copied: Option<bool>,
}

/// A file with recipients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// Its name.
    pub name: Rc<str>,
    /// Its content.
    pub bytes: Rc<Vec<u8>>,
}

/// A dialog over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Recipients from a file.
    Import,
    /// About the lab.
    About,
    /// All activities, with what they do.
    Activities,
    /// Every command, to be searched.
    Commands,
    /// The keys.
    Keys,
    /// What the player rests at.
    Breakpoints,
    /// A new activity, by typing its name.
    Add,
    /// Where an activity shall lead to.
    Connect,
    /// Another label for the chosen activity.
    Rename,
    /// Samples and one's own templates to begin from.
    Gallery,
    /// A link to the scenario, and files of it.
    Share,
    /// A lesson was opened from a file: what for?
    Lesson,
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
        let own = History::new(Rc::new(scenario));
        let mut learning = Learning {
            progress: Rc::new(saved.course),
            others: Rc::new(saved.others),
            edition: saved.edition,
            name: saved.name.as_str().into(),
            aside: saved.aside.map(Rc::new),
            leaves_no_trace: options.keep == Some(false),
            ..Learning::default()
        };
        if saved.is_new_aside {
            notices.add(Notice::ProgressAside);
        }
        // Whoever left within a lesson is there again; one's own work waits.
        let is_elsewhere = options.sample.is_some() || options.lesson.as_deref() == Some(reduce::TOUR);
        let open = saved.lesson.filter(|_| !is_elsewhere);
        let history = match open.and_then(|kept| Some((kept.histories()?, kept))) {
            Some(((scene, trial), kept)) => {
                learning.own = Some(Own { history: own, sample: None, is_borrowed: false });
                (learning.study, learning.resuming) = (Some(kept.study), Some(kept.step));
                learning.left = trial.is_some().then(|| scene.clone());
                trial.unwrap_or(scene)
            }
            None => own,
        };
        let is_resuming = learning.resuming.is_some();
        let shown = history.present().start_time();
        let mode = options.mode.unwrap_or_default();
        let wanted = options.lang.or(saved.lang).or(options.page_lang).unwrap_or_default();
        let (lang, coming) = speaking::first(wanted);
        let mut state = Self {
            history,
            trials: Rc::default(),
            outcome: Outcome::default(),
            running: None,
            runs: 0,
            player: Player { head: Playhead::resting_at(shown, Speed::default()), shown },
            view: View {
                mode,
                section: Section::default(),
                variants: Variants::default(),
                reporting: Reporting::default(),
                lang,
                coming,
                theme: options.theme.or(saved.theme).unwrap_or_default(),
                selection: Selection::none(),
                delivery: None,
                log: LogKind::default(),
                page: 0,
                rows: RowsView::default(),
                films: Films::default(),
                stepping: Stepping::default(),
                readonly: options.readonly,
                controls: options.controls.unwrap_or(true),
                dialog: None,
                adding: Adding::default(),
                leading: None,
                looking: Looking::default(),
                preferences: saved.preferences,
                sample: Some(sample).filter(|_| !is_restored),
                is_borrowed: false,
                site: options.site.as_str().into(),
                link_copied: None,
            },
            tour: saved.tour,
            learning,
            instructor: Instructor::default(),
            notices,
            clipboard: None,
            templates: Templates::default(),
            handed: None,
            lent: None,
            keeping: options.keeping,
            outbox: Outbox::default(),
        };
        running::begin(&mut state);
        speaking::ask(&mut state);
        match &options.lesson {
            Some(lesson) => reduce::open_lesson(&mut state, lesson.clone()),
            None if is_resuming || mode == Mode::Lesson => studying::act(&mut state, CourseAction::Fetch),
            None => {}
        }
        state
    }

    /// The present scenario.
    pub fn scenario(&self) -> &Rc<Scenario> {
        self.history.present()
    }

    /// What is to be kept on this device, as one text.
    pub fn to_keep(&self) -> String {
        // While a lesson shows scenarios of its own, what is kept is the learner's.
        let (own, is_borrowed) = match &self.learning.own {
            Some(own) => (own.history.present(), own.is_borrowed),
            None => (self.scenario(), self.view.is_borrowed),
        };
        let own = self.lent.as_ref().filter(|_| is_borrowed).unwrap_or(own);
        saved::write(own, self.tour, &self.learning, studying::kept(self), &self.view)
    }

    /// The moment the run ends.
    pub fn end(&self) -> SimTime {
        self.scenario().end_time()
    }

    /// What the goals of the tour look at.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            scenario: self.scenario(),
            runs: self.has_figures(),
            shown: self.player.shown,
            counted: self.counted(),
            has_open_logs: self.view.delivery.is_some(),
            readonly: self.view.readonly,
        }
    }

    /// Whether the figures are those of the present scenario.
    pub fn has_figures(&self) -> bool {
        self.outcome.log.is_some() && !self.is_stale()
    }

    /// Whether there are figures and they are those of an earlier scenario.
    pub fn is_stale(&self) -> bool {
        self.outcome.log.is_some() && !self.outcome.is_of(self.scenario())
    }

    /// Whether the scenario could run and has not, as its run was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.running.is_none() && !self.outcome.is_of(self.scenario())
    }

    /// How many deliveries the run makes; none where it cannot run or has not.
    pub fn counted(&self) -> Counted {
        self.outcome.log.as_deref().filter(|_| self.has_figures()).map(Counted::of).unwrap_or_default()
    }

    /// Has the history changed; where it was, keeps of what is chosen what is still there and runs the scenario.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut History) -> bool) {
        let before = self.scenario().clone();
        if change(&mut self.history) {
            self.view.selection = self.view.selection.kept(&before, self.scenario());
            self.view.is_borrowed = false;
            if self.learning.own.is_none() {
                self.lent = None;
            }
            self.rerun();
        }
    }

    /// Shows another scenario: runs it and puts the player into its weeks.
    pub(super) fn rerun(&mut self) {
        running::begin(self);
        variants::changed(self);
        let (start, end) = (self.scenario().start_time(), self.end());
        let shown = self.player.shown.clamp(start, end);
        if shown != self.player.shown {
            self.player = Player { head: Playhead::resting_at(shown, self.player.head.speed()), shown };
        }
        self.close_missing_logs();
        self.view.stepping.rest = Rest::Plain;
        stepping::aim(self);
        self.outbox.push(Effect::Changed);
        // A scenario that came by a link is not kept before it is changed.
        if !self.view.is_borrowed {
            self.save();
        }
    }

    /// Logs of a delivery that is no more, or not yet at the moment shown, are closed.
    pub(super) fn close_missing_logs(&mut self) {
        self.close_logs_to_come();
        self.view.page = 0;
        self.view.rows.forget(self.outcome.log.as_deref());
    }

    /// Logs of a delivery that is not made yet at the moment shown are closed.
    pub(super) fn close_logs_to_come(&mut self) {
        let view = &mut self.view;
        if view.delivery.is_none() && view.rows.traced.is_none() {
            return;
        }
        let shown = self.player.shown;
        let made = self.outcome.log.as_ref().map_or(0, |log| log.deliveries_until(shown));
        let is_to_come =
            |traced: &Traced| matches!(traced.scope, Scope::Delivery(delivery) if delivery >= made);
        view.delivery = view.delivery.filter(|&delivery| delivery < made);
        if view.rows.traced.as_ref().is_some_and(is_to_come) {
            view.rows.turn_to_log();
        }
    }

    /// Asks for the work to be kept on this device: one's own, also while a scenario is shown that came by a link.
    pub(super) fn save(&mut self) {
        if !self.view.readonly {
            self.outbox.push(Effect::Save);
        }
    }
}
