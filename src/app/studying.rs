//! What the course does to the state.

use std::rc::Rc;

use super::effect::Effect;
use super::instructor::guests;
use super::learning::{Book, CourseAction, Shelf};
use super::notice::Notice;
use super::options::Mode;
use super::section::Section;
use super::selection::Selection;
use super::state::{AppState, LogKind, View};
use super::{files, playing};
use crate::lesson::course::look::{Look, Moment, Place, WhichLog};
use crate::lesson::course::question::Answer;
use crate::lesson::course::scene::Change;
use crate::lesson::course::step::{Step, Task};
use crate::lesson::judge::count::{end_of_week, nth};
use crate::lesson::judge::key::SEED;
use crate::lesson::judge::params::Params;
use crate::lesson::judge::scene;
use crate::lesson::judge::solve::scene_at;
use crate::lesson::lint;
use crate::lesson::study::progress::Progress;
use crate::lesson::study::{Given, Stage, Study};
use crate::scenario::Scenario;

/// Does what the learner asks for.
pub(super) fn act(state: &mut AppState, action: CourseAction) {
    match action {
        CourseAction::Fetch => fetch(state),
        CourseAction::Came { course, words, lang } => {
            let book = lint::read(&course).and_then(|course| {
                let words = lint::read_words(&words)?;
                Ok(Rc::new(Book { course, words, lang }))
            });
            state.learning.shelf = book.map_or_else(Shelf::Damaged, Shelf::Full);
            // A course that cannot be read is not asked for again and again.
            if let Some(lesson) = state.learning.wanted.take()
                && state.learning.own_book().is_some()
            {
                begin(state, &lesson);
            }
        }
        CourseAction::Failed => state.learning.shelf = Shelf::Missing,
        CourseAction::Begin(lesson) => begin(state, &lesson),
        CourseAction::Close => close(state),
        CourseAction::On => go_on(state),
        CourseAction::Back => move_study(state, |study, lesson, progress| study.go_back(lesson, progress)),
        CourseAction::Answer(given) => answer(state, given),
        CourseAction::Again => again(state),
        CourseAction::Hint => {
            if let (Some(study), Some((_, lesson, _))) = (&state.learning.study, state.learning.lesson()) {
                state.learning.study = Some(study.clone().hint(lesson));
            }
        }
        CourseAction::Solve => solve(state),
        CourseAction::StartOver => set_scene(state, &[]),
        CourseAction::ShowWhy => show_why(state),
        CourseAction::Leave => leave(state),
        CourseAction::Return => come_back(state),
        CourseAction::Erase => {
            close(state);
            state.learning.progress = Rc::default();
            state.save();
        }
        CourseAction::Save => save(state),
        CourseAction::Take(text) => take(state, &text),
    }
}

/// After every action: a locked prediction is told once its run has been seen.
pub(super) fn follow(state: &mut AppState) {
    if state.learning.is_locked() && state.has_figures() && state.player.shown >= state.end() {
        reveal(state);
    }
}

fn fetch(state: &mut AppState) {
    let lang = state.view.lang;
    let is_here = state.learning.own_book().is_some_and(|book| book.lang == lang);
    if is_here || matches!(state.learning.shelf, Shelf::Asked(asked) if asked == lang) {
        return;
    }
    // What is here in another language stays until the words of this one have come.
    if state.learning.own_book().is_none() {
        state.learning.shelf = Shelf::Asked(lang);
    }
    state.outbox.push(Effect::WantCourse(lang));
}

fn begin(state: &mut AppState, name: &str) {
    guests::make_room(state, name);
    let Some(book) = state.learning.book().cloned() else {
        state.learning.wanted = Some(name.to_owned());
        return fetch(state);
    };
    let Some(lesson) = book.course.lesson(name) else {
        return state.notices.add(Notice::UnknownOption { name: "lesson".into(), value: name.to_owned() });
    };
    state.learning.is_touring = false;
    if state.learning.own.is_none() {
        state.learning.own = Some(state.scenario().clone());
    }
    state.learning.left = None;
    state.learning.study = Some(Study::open(lesson, &state.learning.progress));
    enter(state);
    // A step that goes on from an earlier one needs that one's scene.
    let study_step = state.learning.study.as_ref().map_or(0, |study| study.step);
    if lesson.steps.get(study_step).is_some_and(|step| step.scene.is_none()) {
        set_scene(state, &[]);
        look_of_step(state);
    }
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

fn close(state: &mut AppState) {
    if state.learning.study.take().is_none() {
        return;
    }
    (state.learning.verdict, state.learning.left) = (None, None);
    if let Some(own) = state.learning.own.take() {
        files::commit(state, own);
        playing::reset(state);
    }
    state.view.mode = Mode::Lesson;
    guests::closed(state);
    state.save();
}

/// Takes a step in the lesson, and enters what is shown then.
fn move_study(
    state: &mut AppState,
    step: impl FnOnce(Study, &crate::lesson::course::Lesson, &mut Progress) -> Study,
) {
    let Some(study) = state.learning.study.clone() else { return };
    let mut progress = Progress::clone(&state.learning.progress);
    let Some((_, lesson, _)) = state.learning.lesson() else { return };
    let moved = step(study, lesson, &mut progress);
    state.learning.progress = Rc::new(progress);
    state.learning.study = Some(moved);
    enter(state);
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

fn go_on(state: &mut AppState) {
    if !state.may_study_on() {
        return;
    }
    let Some(study) = state.learning.study.clone() else { return };
    let mut progress = Progress::clone(&state.learning.progress);
    let Some((_, lesson, _)) = state.learning.lesson() else { return };
    let next = study.clone().go_on(lesson, &mut progress);
    state.learning.progress = Rc::new(progress);
    match next {
        Some(next) => {
            state.learning.study = Some(next);
            enter(state);
            state.outbox.push(Effect::LessonProgress);
            state.save();
        }
        None => {
            state.outbox.push(Effect::LessonCompleted(study.lesson));
            close(state);
        }
    }
}

/// Shows the step: its values, its scene, and where the lab is led to.
pub(super) fn enter(state: &mut AppState) {
    draw(state);
    let Some((step, _)) = state.learning.step() else { return };
    let has_scene = step.scene.is_some();
    if has_scene {
        set_scene(state, &[]);
    }
    look_of_step(state);
}

fn draw(state: &mut AppState) {
    state.learning.verdict = None;
    let Some(study) = &state.learning.study else { return };
    let drawn =
        state.learning.step().map(|(step, _)| Params::draw(step, &study.lesson, SEED, study.variation));
    state.learning.params = Rc::new(drawn.unwrap_or_default());
}

/// Leads the lab to where the step wants it; what is to be predicted is not on show.
fn look_of_step(state: &mut AppState) {
    let Some((step, _)) = state.learning.step() else { return };
    let (look, task) = (step.look.clone().unwrap_or_default(), step.task.clone());
    let usual = match task {
        Task::Build { .. } => Place::Build,
        Task::Find { .. } => Place::Deliveries,
        Task::Read { .. } | Task::Predict { .. } | Task::Quiz { .. } => Place::Play,
    };
    if state.view.mode == Mode::Lesson || step_has_own_place(&task) {
        open(&mut state.view, look.place.unwrap_or(usual));
    }
    match task {
        Task::Predict { .. } => playing::reset(state),
        Task::Find { .. } if look.at.is_none() => playing::seek(state, state.end()),
        _ => {}
    }
    apply_look(state, &look);
}

/// Whether a task needs the lab at a place of its own, and not where the learner left it.
fn step_has_own_place(task: &Task) -> bool {
    !matches!(task, Task::Quiz { .. })
}

/// Leads the lab somewhere.
pub(super) fn apply_look(state: &mut AppState, look: &Look) {
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

fn open(view: &mut View, place: Place) {
    let (mode, section) = spot(place);
    view.mode = mode;
    view.section = section.unwrap_or(view.section);
}

/// Whether a place is what is open.
pub(super) fn is_at(view: &View, place: Place) -> bool {
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

/// Puts the step's scene on show, with more changes to it.
pub(super) fn set_scene(state: &mut AppState, more: &[Change]) {
    let Some(scenario) = scene(state, more) else { return };
    state.view.sample = None;
    files::commit(state, Rc::new(scenario));
    playing::reset(state);
    (state.view.delivery, state.view.selection) = (None, Selection::none());
}

fn scene(state: &AppState, more: &[Change]) -> Option<Scenario> {
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

fn answer(state: &mut AppState, given: Given) {
    let (Some(study), Some((step, _))) = (state.learning.study.clone(), state.learning.step()) else {
        return;
    };
    if study.stage != Stage::Asked {
        return;
    }
    let step = step.clone();
    let is_prediction = matches!(step.task, Task::Predict { .. });
    let verdict =
        (!is_prediction).then(|| state.judged(&state.learning.params).verdict(&step.task, &given.answer));
    let mut progress = Progress::clone(&state.learning.progress);
    let is_right = verdict.as_ref().is_some_and(|verdict| verdict.is_right);
    let mut told = study.answer(&step, given, is_right, &mut progress);
    if matches!(step.task, Task::Build { .. }) && !is_right {
        // What is built is mended, not begun anew.
        told.stage = Stage::Asked;
    }
    state.learning.progress = Rc::new(progress);
    (state.learning.study, state.learning.verdict) = (Some(told), verdict.map(Rc::new));
    follow(state);
    state.save();
}

fn reveal(state: &mut AppState) {
    let (Some(study), Some((step, _))) = (state.learning.study.clone(), state.learning.step()) else {
        return;
    };
    let step: Step = step.clone();
    let Some(given) = study.stage.given().cloned() else { return };
    let verdict = state.judged(&state.learning.params).verdict(&step.task, &given.answer);
    let mut progress = Progress::clone(&state.learning.progress);
    let told = study.reveal(&step, verdict.is_right, &mut progress);
    state.learning.progress = Rc::new(progress);
    (state.learning.study, state.learning.verdict) = (Some(told), Some(Rc::new(verdict)));
    state.outbox.push(Effect::LessonProgress);
    state.save();
}

fn again(state: &mut AppState) {
    let (Some(study), Some((_, lesson, _))) = (state.learning.study.clone(), state.learning.lesson()) else {
        return;
    };
    state.learning.study = Some(study.again(lesson));
    enter(state);
    if state.learning.step().is_some_and(|(step, _)| step.scene.is_none()) {
        draw(state);
    }
}

fn solve(state: &mut AppState) {
    let Some((step, _)) = state.learning.step() else { return };
    let is_shown =
        state.learning.study.as_ref().is_some_and(|study| study.hints >= crate::lesson::study::HINTS);
    if let (Task::Build { solution, .. }, true) = (&step.task, is_shown) {
        let solution = solution.clone();
        set_scene(state, &solution);
    }
}

fn show_why(state: &mut AppState) {
    let Some(verdict) = state.learning.verdict.clone() else { return };
    let look =
        verdict.misconception.as_ref().and_then(|(_, look)| look.clone()).or_else(|| verdict.look.clone());
    if let Some(look) = look {
        apply_look(state, &look);
    }
}

fn leave(state: &mut AppState) {
    state.learning.left = Some(state.scenario().clone());
    if let Some(study) = &mut state.learning.study {
        study.is_away = true;
    }
    state.save();
}

fn come_back(state: &mut AppState) {
    if let Some(study) = &mut state.learning.study {
        study.is_away = false;
    }
    if let Some(left) = state.learning.left.take() {
        if left != *state.scenario() {
            files::commit(state, left);
        }
        look_of_step(state);
    }
    state.save();
}

fn save(state: &mut AppState) {
    let file = serde_json::json!({ "format": PROGRESS, "version": 1, "progress": *state.learning.progress });
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
    let name = "delivery-lab-progress.json".to_owned();
    state.outbox.push(Effect::Download { name, media_type: "application/json", text: text.into() });
}

/// What every file with progress says it is.
const PROGRESS: &str = "delivery-lab/progress";

fn take(state: &mut AppState, text: &str) {
    let read: Option<serde_json::Value> = serde_json::from_str(text).ok();
    let is_ours =
        |value: &serde_json::Value| value.get("format").and_then(serde_json::Value::as_str) == Some(PROGRESS);
    let progress =
        read.filter(is_ours).and_then(|value| serde_json::from_value(value.get("progress")?.clone()).ok());
    match progress {
        Some(progress) => {
            close(state);
            state.learning.progress = Rc::new(progress);
            state.save();
        }
        None => state.notices.add(Notice::ProgressUnreadable),
    }
}

/// The answer to a task that asks for nothing but the workflow.
pub fn built() -> Given {
    Given { answer: Answer::Workflow, confidence: None }
}
