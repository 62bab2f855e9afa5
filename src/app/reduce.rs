//! The reducer: the one place that makes new states. Every arm is one call named after its action.

use std::rc::Rc;

use super::action::Action;
use super::adding::{Adding, Leading};
use super::effect::Effect;
use super::history::History;
use super::looking::Look;
use super::notice::Notice;
use super::options::Options;
use super::selection::Selection;
use super::state::{AppState, Sheet};
use super::{building, lessons, playing, running};
use crate::people::PopulationSpec;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::samples::Sample;
use crate::scenario::wire::{self, OpenProblem};
use crate::text::Lang;

/// The state after the action.
#[must_use]
pub fn reduce(state: &AppState, action: Action) -> AppState {
    let mut next = state.clone();
    let state = &mut next;
    match action {
        Action::Edit(edit) => building::edit(state, edit),
        Action::Copy => building::copy(state),
        Action::Cut => {
            building::copy(state);
            building::remove(state);
        }
        Action::Paste { text, at } => building::paste(state, text, at),
        Action::Duplicate => building::duplicate(state),
        Action::Remove => building::remove(state),
        Action::Tidy => building::tidy(state),
        Action::Undo => state.change(History::undo),
        Action::Redo => state.change(History::redo),
        Action::OpenSample(sample) => open_sample(state, sample),
        Action::OpenFile { name, read } => open_file(state, name, read),
        Action::CannotLoad { address } => state.notices.add(Notice::CannotLoad { address }),
        Action::SaveFile => save_file(state),
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
        Action::Reset => playing::reset(state),
        Action::SetSpeed { speed, now_millis } => playing::set_speed(state, speed, now_millis),
        Action::SetMode(mode) => state.view.mode = mode,
        Action::SetLang(lang) => set_lang(state, lang),
        Action::SetTheme(theme) => {
            state.view.theme = theme;
            state.save();
        }
        Action::ChooseActivity(activity) => {
            choose(state, activity.map_or_else(Selection::none, Selection::activity));
        }
        Action::Select(selection) => choose(state, selection),
        Action::SelectAll => choose(state, Selection::all(&state.scenario().workflow)),
        Action::ChooseDelivery(delivery) => (state.view.delivery, state.view.page) = (delivery, 0),
        Action::ShowLog(log) => (state.view.log, state.view.page) = (log, 0),
        Action::TurnToPage(page) => state.view.page = page,
        Action::Add(adding) => add(state, adding),
        Action::ConnectFrom(leading) => connect_from(state, leading),
        Action::Look(look) => look_at(state, look),
        Action::Prefer(preferences) => {
            state.view.preferences = preferences;
            state.save();
        }
        Action::Show(dialog) => state.view.dialog = dialog,
        Action::Dismiss { number } => state.notices.dismiss(number),
        Action::SetOption { name, value } => set_option(state, name, value),
        Action::CannotSave => state.notices.add(Notice::CannotSave),
        Action::TakeTour(tour) => lessons::take(state, tour),
        Action::Predict(prediction) => lessons::predict(state, prediction),
        Action::TourOn => lessons::go_on(state),
        Action::TourBack => lessons::go_back(state),
        Action::TourSkip => lessons::skip(state),
        Action::TourResume => lessons::resume(state),
        Action::TourRestart => lessons::restart(state),
    }
    next
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

fn commit(state: &mut AppState, scenario: Rc<Scenario>) {
    state.change(|history| {
        history.commit(scenario);
        true
    });
}

fn open_sample(state: &mut AppState, sample: Sample) {
    state.view.sample = Some(sample);
    commit(state, Rc::new(sample.scenario()));
    playing::reset(state);
}

fn open_file(state: &mut AppState, name: String, read: Result<Rc<Scenario>, OpenProblem>) {
    match read {
        Ok(scenario) => {
            state.view.sample = None;
            commit(state, scenario);
            playing::reset(state);
        }
        Err(problem) => state.notices.add(Notice::CannotOpen { name, problem }),
    }
}

fn save_file(state: &mut AppState) {
    let scenario = state.scenario();
    let safe = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = scenario.name.trim().chars().map(safe).take(60).collect();
    let name = format!("{}.lab.json", if name.is_empty() { "scenario" } else { &name });
    let text = wire::save(scenario);
    state.outbox.push(Effect::Download { name, media_type: "application/json", text: text.into() });
}

fn import(state: &mut AppState, population: PopulationSpec, recipients: u32, left_out: u64) {
    building::edit(state, Edit::SetPopulation(population));
    state.view.dialog = None;
    state.notices.add(Notice::Imported { recipients, left_out });
}

fn set_lang(state: &mut AppState, lang: Lang) {
    state.view.lang = lang;
    state.save();
}

/// An option that changes while the page runs does what the control of the same name does.
fn set_option(state: &mut AppState, name: String, value: String) {
    let mut options = Options::default();
    if !options.set(&name, &value) {
        return state.notices.add(Notice::UnknownOption { name, value });
    }
    if let Some(sample) = options.sample {
        open_sample(state, sample);
    }
    if options.weeks.is_some() || options.seed.is_some() {
        let mut scenario = Scenario::clone(state.scenario());
        scenario.weeks = options.weeks.unwrap_or(scenario.weeks);
        scenario.seed = options.seed.unwrap_or(scenario.seed);
        commit(state, Rc::new(scenario));
    }
    state.view.mode = options.mode.unwrap_or(state.view.mode);
    state.view.lang = options.lang.unwrap_or(state.view.lang);
    state.view.theme = options.theme.unwrap_or(state.view.theme);
    state.view.controls = options.controls.unwrap_or(state.view.controls);
    if name == "readonly" {
        state.view.readonly = options.readonly;
    }
}
