//! What the lab shows for a step: its scene, where it is led to, and what an answer points at.

use std::rc::Rc;

use crate::app::history::History;
use crate::app::learning::Pointed;
use crate::app::options::Mode;
use crate::app::playing;
use crate::app::section::Section;
use crate::app::selection::Selection;
use crate::app::state::{AppState, LogKind, View};
use crate::lesson::course::look::{Look, Moment, Place, WhichLog};
use crate::lesson::course::scene::Change;
use crate::lesson::course::step::Task;
use crate::lesson::judge::count::{end_of_week, nth};
use crate::lesson::judge::key::SEED;
use crate::lesson::judge::params::Params;
use crate::lesson::judge::scene;
use crate::lesson::judge::solve::scene_at;
use crate::scenario::Scenario;

/// Shows the step: its values, its scene, and where the lab is led to.
pub(in crate::app) fn enter(state: &mut AppState) {
    draw(state);
    let Some((step, _)) = state.learning.step() else { return };
    if step.scene.is_some() {
        set_scene(state, &[]);
    }
    look_of_step(state);
}

/// Draws the values of the step; what was said to an earlier answer is gone.
pub(super) fn draw(state: &mut AppState) {
    (state.learning.verdict, state.learning.pointed, state.learning.right) = (None, None, Rc::default());
    let Some(study) = &state.learning.study else { return };
    let drawn =
        state.learning.step().map(|(step, _)| Params::draw(step, &study.lesson, SEED, study.variation));
    state.learning.params = Rc::new(drawn.unwrap_or_default());
}

/// Leads the lab to where the step wants it; what is to be predicted is not on show.
pub(super) fn look_of_step(state: &mut AppState) {
    let Some((step, _)) = state.learning.step() else { return };
    let (look, task) = (step.look.clone().unwrap_or_default(), step.task.clone());
    let usual = match task {
        Task::Build { .. } => Place::Build,
        Task::Find { .. } => Place::Deliveries,
        Task::Read { .. } | Task::Predict { .. } | Task::Quiz { .. } => Place::Play,
    };
    if state.view.mode == Mode::Lesson || !matches!(task, Task::Quiz { .. }) {
        open(&mut state.view, look.place.unwrap_or(usual));
    }
    match task {
        Task::Predict { .. } => playing::reset(state),
        Task::Find { .. } if look.at.is_none() => playing::seek(state, state.end()),
        _ => {}
    }
    apply(state, &look);
}

/// Leads the lab somewhere.
pub(in crate::app) fn apply(state: &mut AppState, look: &Look) {
    if let Some(place) = look.place {
        open(&mut state.view, place);
    }
    let to = match look.at {
        Some(Moment::Start) => Some(state.scenario().start_time()),
        Some(Moment::End) => Some(state.end()),
        Some(Moment::Week(week)) => Some(end_of_week(state.scenario(), week)),
        None => None,
    };
    if let Some(to) = to {
        playing::seek(state, to);
    }
    if let Some(activity) = &look.activity {
        state.view.selection = Selection::activity(Rc::from(activity.as_str()));
    }
    if let Some(which) = &look.delivery
        && let Some(log) = &state.outcome.log
    {
        let made = log.record().deliveries[..log.deliveries_until(state.player.shown)].iter().enumerate();
        let name = |step: usize| log.plan().steps.get(step).map(|step| step.name.to_string());
        let own: Vec<_> = made
            .filter(|(_, delivery)| name(delivery.step).as_deref() == Some(&which.activity))
            .map(|(place, _)| place)
            .collect();
        (state.view.delivery, state.view.page) = (nth(&own, which.number), 0);
        state.view.rows.turn_to_log();
    }
    if let Some(log) = look.log {
        let log = match log {
            WhichLog::BroadLog => LogKind::BroadLog,
            WhichLog::TrackingLog => LogKind::TrackingLog,
            WhichLog::ExclusionLog => LogKind::ExclusionLog,
        };
        (state.view.log, state.view.page) = (log, 0);
        state.view.rows.show_log(log);
    }
}

/// Leads to what refutes a wrong answer, and marks it.
pub(super) fn show_why(state: &mut AppState) {
    let Some(verdict) = state.learning.verdict.clone() else { return };
    let behind = verdict.misconception.as_ref().and_then(|(_, look)| look.clone());
    let Some(look) = behind.or_else(|| verdict.look.clone()) else { return };
    // In a list the rows are marked; the settings of the activity would lie over them where there is little room.
    let is_drawn = matches!(look.place, Some(Place::Build | Place::Play) | None);
    apply(state, &Look { activity: look.activity.clone().filter(|_| is_drawn), ..look.clone() });
    let activity = look.activity.or(look.delivery.map(|which| which.activity));
    state.learning.pointed = activity.map(|activity| Rc::new(Pointed { activity, place: look.place }));
}

fn open(view: &mut View, place: Place) {
    let (mode, section) = spot(place);
    view.mode = mode;
    view.section = section.unwrap_or(view.section);
}

/// Whether a place is what is open.
pub(in crate::app) fn is_at(view: &View, place: Place) -> bool {
    let (mode, section) = spot(place);
    view.mode == mode && section.is_none_or(|section| view.section == section)
}

fn spot(place: Place) -> (Mode, Option<Section>) {
    match place {
        Place::Build => (Mode::Build, None),
        Place::Play => (Mode::Play, None),
        Place::Deliveries => (Mode::Compare, Some(Section::Deliveries)),
        Place::Reports => (Mode::Compare, Some(Section::Reports)),
        Place::Variants => (Mode::Compare, Some(Section::Variants)),
        Place::Journal => (Mode::Compare, Some(Section::Journal)),
    }
}

/// Puts the step's scene on show, with more changes to it. It has no past: Undo stays within the step.
pub(in crate::app) fn set_scene(state: &mut AppState, more: &[Change]) {
    let Some(scenario) = scene(state, more) else { return };
    show(state, History::new(Rc::new(scenario)));
    (state.view.delivery, state.view.selection) = (None, Selection::none());
}

/// Shows a scenario of the lesson from its first moment.
pub(super) fn show(state: &mut AppState, to: History) {
    state.view.sample = None;
    state.view.reporting.choose_all();
    state.change(|history| {
        *history = to;
        true
    });
    playing::reset(state);
}

/// The step's scene with more changes to it; none where it cannot be made.
pub(super) fn scene(state: &AppState, more: &[Change]) -> Option<Scenario> {
    let (book, lesson, _) = state.learning.lesson()?;
    let study = state.learning.study.as_ref()?;
    let (at, scene) = scene_at(lesson, study.step)?;
    let drawn;
    let params = if at == study.step {
        &*state.learning.params
    } else {
        drawn = Params::draw(lesson.steps.get(at)?, &lesson.id, SEED, 0);
        &drawn
    };
    scene::make(&book.course, scene, &[more], params).ok()
}
