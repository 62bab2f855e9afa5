//! The reducer: the one place that makes new states. Every arm is one call named after its action.

use std::rc::Rc;

use super::action::Action;
use super::adding::{Adding, Leading};
use super::effect::Effect;
use super::history::History;
use super::instructor;
use super::learning::CourseAction;
use super::looking::Look;
use super::notice::Notice;
use super::options::{Keeping, Mode, Options};
use super::selection::Selection;
use super::state::{AppState, Sheet};
use super::templates::TemplateChange;
use super::{
    building, files, filming, lessons, other_tabs, playing, reporting, rows, running, speaking, stepping,
    studying, transcript, variants,
};
use crate::people::PopulationSpec;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;

/// The name of the short tour among lessons.
pub const TOUR: &str = "tour";

/// The state after the action.
#[must_use]
pub fn reduce(state: &AppState, action: Action) -> AppState {
    let is_revealed = state.instructor.project.is_some_and(|project| project.is_revealed);
    if !is_revealed && studying::runs_ahead(&state.learning, &action) {
        return state.clone();
    }
    let is_of_course = is_of_course(&action);
    let before = state;
    let mut next = state.clone();
    let state = &mut next;
    match action {
        Action::Edit(edit) => building::edit(state, edit),
        Action::Copy => building::copy(state),
        Action::Copied(text) => state.clipboard = Some(text),
        Action::Cut => {
            building::copy(state);
            building::remove(state);
        }
        Action::Paste { text, at } => building::paste(state, text, at),
        Action::Duplicate => building::duplicate(state),
        Action::Remove => building::remove(state),
        Action::Tidy => building::tidy(state),
        Action::Undo => files::turn(state, History::undo),
        Action::Redo => files::turn(state, History::redo),
        Action::OpenSample(sample) => files::open_sample(state, sample),
        Action::OpenFile { name, read } => files::open_file(state, name, read),
        Action::OpenLink { read } => files::open_link(state, read),
        Action::CopyLink(link) => state.outbox.push(Effect::CopyLink(link)),
        Action::LinkCopied(is_copied) => state.view.link_copied = Some(is_copied),
        Action::CannotLoad { address } => state.notices.add(Notice::CannotLoad { address }),
        Action::SaveFile => files::save_file(state),
        Action::SavePicture(form) => files::save_picture(state, form),
        Action::CannotPaint => {
            show_sheet(state, None);
            state.notices.add(Notice::CannotPaint);
        }
        Action::HandOver(handed) => files::hand_over(state, handed),
        Action::KeepTemplate(name) => files::keep_template(state, name),
        Action::OpenTemplate(name) => files::open_template(state, &name),
        Action::DeleteTemplate(name) => files::delete_template(state, name),
        Action::RestoreTemplate => files::restore_template(state),
        Action::OpenOther(tab) => files::open_other(state, &tab),
        Action::DeleteOther(tab) => files::delete_other(state, tab),
        Action::TemplatesChanged { changed, is_fleeting } => {
            files::templates_changed(state, changed, is_fleeting);
        }
        Action::Import { population, recipients, left_out } => {
            import(state, population, recipients, left_out)
        }
        Action::RunProgressed(progress) => running::progressed(state, progress),
        Action::RunFinished { id, outcome } => running::finished(state, id, outcome),
        Action::CancelRun => state.running = None,
        Action::RunAgain => running::begin(state),
        Action::Play { now_millis } => playing::play(state, now_millis),
        Action::Pause { now_millis } => playing::pause(state, now_millis),
        Action::Reached { at } => playing::reached(state, at),
        Action::Stalled { millis } => state.player.head = state.player.head.without(millis),
        Action::Seek { to } => playing::seek(state, to),
        Action::StepWeek { weeks } => playing::step_weeks(state, weeks),
        Action::Stepping(action) => stepping::reduce(state, action),
        Action::Reset => playing::reset(state),
        Action::SetSpeed { speed, now_millis } => playing::set_speed(state, speed, now_millis),
        Action::SetMode(mode) => set_mode(state, mode),
        Action::ShowSection(section) => state.view.section = section,
        Action::SaveTranscript(form, filter) => transcript::save(state, form, filter),
        Action::Variant(action) => variants::act(state, action),
        Action::Report(action) => reporting::reduce(state, action),
        Action::SetLang(lang) => speaking::choose(state, lang),
        Action::LangCame(lang) => speaking::came(state, lang),
        Action::SetTheme(theme) => {
            state.view.theme = theme;
            state.save();
        }
        Action::ChooseActivity(activity) => {
            choose(state, activity.map_or_else(Selection::none, Selection::activity));
        }
        Action::Select(selection) => choose(state, selection),
        Action::SelectAll => choose(state, Selection::all(&state.scenario().workflow)),
        Action::ChooseDelivery(delivery) => {
            (state.view.delivery, state.view.page) = (delivery, 0);
            state.view.rows.turn_to_log();
        }
        Action::ShowLog(log) => {
            (state.view.log, state.view.page) = (log, 0);
            state.view.rows.show_log(log);
        }
        Action::Rows(action) => rows::reduce(state, action),
        Action::Film(action) => filming::reduce(state, action),
        Action::TurnToPage(page) => state.view.page = page,
        Action::Add(adding) => add(state, adding),
        Action::ConnectFrom(leading) => connect_from(state, leading),
        Action::Look(look) => look_at(state, look),
        Action::Prefer(preferences) => {
            state.view.preferences = preferences;
            state.save();
        }
        // Not saved: it is what a platform wants for now, and not what somebody chose on this device.
        Action::SetSound(is_on) => state.view.preferences.sound = is_on,
        Action::Show(dialog) => show_sheet(state, dialog),
        Action::Dismiss { number } => state.notices.dismiss(number),
        Action::SetOption { name, value } => set_option(state, name, value),
        Action::OtherTab(found) => other_tabs::found(state, &found),
        Action::CannotSave => {
            state.keeping = Keeping::Refused;
            state.notices.add(Notice::CannotSave);
        }
        Action::CanSave => {
            state.keeping = Keeping::On;
            state.notices.withdraw(&Notice::CannotSave);
        }
        Action::TakeTour(tour) => lessons::take(state, tour),
        Action::Course(action) => studying::act(state, action),
        Action::Instructor(action) => instructor::act(state, action),
        Action::Predict(prediction) => lessons::predict(state, prediction),
        Action::TourOn => lessons::go_on(state),
        Action::TourBack => lessons::go_back(state),
        Action::TourSkip => lessons::skip(state),
        Action::TourResume => lessons::resume(state),
        Action::TourRestart => lessons::restart(state),
    }
    if !is_of_course && studying::meddles(before, state) {
        let mut as_before = before.clone();
        as_before.notices.add(Notice::Predicting);
        return as_before;
    }
    studying::follow(state);
    next
}

/// Whether an action goes about among lessons: it may show another scenario also while one is being predicted.
fn is_of_course(action: &Action) -> bool {
    match action {
        Action::Course(_)
        | Action::SetMode(_)
        | Action::Instructor(_)
        | Action::TourResume
        | Action::TourRestart => true,
        Action::SetOption { name, .. } => name == "lesson",
        _ => false,
    }
}

/// Whatever is chosen anew, moves that follow are a step of their own.
fn choose(state: &mut AppState, selection: Selection) {
    state.history.end_moves();
    state.view.selection = selection;
}

/// Opens the list of activities to add one from.
fn add(state: &mut AppState, adding: Adding) {
    if !state.view.readonly {
        state.view.adding = adding;
        state.view.dialog = Some(Sheet::Add);
    }
}

/// What is looked at is chosen, wherever it was looked for from.
fn look_at(state: &mut AppState, look: Look) {
    if let Look::At(name) = &look {
        choose(state, Selection::activity(name.clone()));
    }
    state.view.looking = state.view.looking.next(look);
}

/// Opens the list of activities to lead to.
fn connect_from(state: &mut AppState, leading: Leading) {
    if !state.view.readonly && state.scenario().workflow.activity(&leading.from).is_some() {
        state.view.leading = Some(leading);
        state.view.dialog = Some(Sheet::Connect);
    }
}

/// Opens a dialog in place of any other, or closes it.
pub(super) fn show_sheet(state: &mut AppState, dialog: Option<Sheet>) {
    state.view.dialog = dialog;
    (state.handed, state.view.link_copied) = (None, None);
    if dialog == Some(Sheet::Gallery) {
        (state.templates.deleted, state.templates.problem) = (None, None);
        state.outbox.push(Effect::Templates(TemplateChange::Read));
    }
}

fn import(state: &mut AppState, population: PopulationSpec, recipients: u32, left_out: u64) {
    building::edit(state, Edit::SetPopulation(population));
    state.view.dialog = None;
    state.notices.add(Notice::Imported { recipients, left_out });
}

/// Learn mode needs the course.
fn set_mode(state: &mut AppState, mode: Mode) {
    state.view.mode = mode;
    if mode == Mode::Lesson {
        state.learning.is_touring = false;
        studying::act(state, CourseAction::Fetch);
    }
}

/// The short tour, or a piece of the course.
pub(super) fn open_lesson(state: &mut AppState, lesson: String) {
    if lesson == TOUR {
        studying::act(state, CourseAction::Close);
        state.learning.is_touring = true;
        state.view.mode = Mode::Lesson;
    } else {
        studying::act(state, CourseAction::Begin(lesson));
    }
}

/// An option that changes while the page runs does what the control of the same name does.
fn set_option(state: &mut AppState, name: String, value: String) {
    let mut options = Options::default();
    if !options.set(&name, &value) {
        return state.notices.add(Notice::UnknownOption { name, value });
    }
    if let Some(sample) = options.sample {
        files::open_sample(state, sample);
    }
    if options.weeks.is_some() || options.seed.is_some() {
        let mut scenario = Scenario::clone(state.scenario());
        scenario.weeks = options.weeks.unwrap_or(scenario.weeks);
        scenario.seed = options.seed.unwrap_or(scenario.seed);
        files::commit(state, Rc::new(scenario));
    }
    if let Some(mode) = options.mode {
        set_mode(state, mode);
    }
    if let Some(lesson) = options.lesson {
        open_lesson(state, lesson);
    }
    if let Some(lang) = options.lang {
        speaking::choose(state, lang);
    }
    state.view.theme = options.theme.unwrap_or(state.view.theme);
    state.view.controls = options.controls.unwrap_or(state.view.controls);
    if name == "readonly" {
        state.view.readonly = options.readonly;
    }
}
