//! What the element holds of a mounted lab: the methods of the public contract.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use yew::{AppHandle, Callback, Renderer};

use super::keeper::{Keeper, Turn};
use super::lab::Lab;
use super::{announce, breakdown, exchange, storage};
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::learning::CourseAction;
use crate::app::options::{Keeping, Options};
use crate::app::snapshot::{self, Snapshot, SnapshotProblem};
use crate::app::state::AppState;
use crate::lesson;
use crate::lesson::course::Course;
use crate::lesson::link::LessonLinkProblem;
use crate::paint::clock::now_millis;
use crate::paint::timer::Timer;
use crate::scenario::wire::{self, OpenProblem};
use crate::scenario::{file, link};
use crate::text::course::finding::CourseFinding;
use crate::text::told::Told;
use crate::text::{self, Lang};
use crate::ui::root::{Root, RootProps};
use crate::ui::shared::Shared;

/// A mounted lab. Once it is disposed of, its methods fail with a sentence.
#[wasm_bindgen]
pub struct LabHandle {
    app: Rc<Cell<Option<AppHandle<Root>>>>,
    // Puts it up in a moment; taken back, it never does.
    showing: Cell<Option<Timer>>,
    lab: Rc<Lab>,
}

/// Takes in the pack of a language, for all labs of the page; tells whether it is one.
#[wasm_bindgen(js_name = takeLanguage)]
pub fn take_language(code: &str, pack: &[u8]) -> bool {
    let text = std::str::from_utf8(pack);
    match (Lang::from_code(code).and_then(Lang::tongue), text) {
        (Some(tongue), Ok(text)) => text::lang::pack::take(tongue, text).is_ok(),
        _ => false,
    }
}

/// The code of the pack that a language still needs, if it is one of a pack.
#[wasm_bindgen(js_name = missingLanguage)]
pub fn missing_language(code: &str) -> Option<String> {
    let lang = Lang::from_code(code).filter(|lang| !lang.is_here());
    lang.and_then(Lang::tongue).map(|tongue| tongue.code().to_owned())
}

/// Mounts a lab into an empty element. `options` is a plain object of texts; `emit(type, detail)` is told
/// what happens, and may call back into the handle.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element, options: &JsValue, emit: Function) -> LabHandle {
    let (mut given, wrong) = read_options(options);
    // What the page asks for is shown as it asks, and never takes the place of the reader's own work.
    let is_own_work = given.sample.is_none() && text_of(options, "scenario").is_none();
    let keeps = is_own_work && given.keep != Some(false);
    let stored = keeps.then(storage::load).flatten();
    given.keeping = match keeps {
        true if storage::is_allowed() => Keeping::On,
        true => Keeping::Refused,
        false if given.keep == Some(false) => Keeping::Elsewhere,
        false => Keeping::Off,
    };
    let lab = Rc::new(Lab::new(emit, given.clone(), stored.clone(), wrong));
    breakdown::watch_over(&lab);
    if keeps {
        let weak = Rc::downgrade(&lab);
        let tell = move |turn: Turn| {
            if let Some(lab) = weak.upgrade() {
                lab.send(match turn {
                    Turn::Works(true) => Action::CanSave,
                    Turn::Works(false) => Action::CannotSave,
                    Turn::Other(found) => Action::OtherTab(found),
                });
            }
        };
        lab.keep_with(Keeper::new(tell));
    }
    let outlet = {
        let lab = lab.clone();
        Callback::from(move |(effect, store)| lab.perform(&effect, &store))
    };
    let bind = {
        let lab = lab.clone();
        Callback::from(move |(send, store)| lab.rendered(send, store))
    };
    let first = Shared::of(&Rc::new(Cell::new(Some(AppState::new(&given, stored.as_deref())))));
    let props = RootProps { first, in_steps: true, outlet, bind };
    let app = Rc::<Cell<_>>::default();
    // The run of a year has taken its time; the browser gets to what else waits before the page is put up.
    let showing = Timer::after(0, {
        let (app, mut waiting) = (app.clone(), Some((root, props)));
        move || {
            if let Some((root, props)) = waiting.take() {
                app.set(Some(Renderer::<Root>::with_root_and_props(root, props).render()));
            }
        }
    });
    LabHandle { app, showing: Cell::new(Some(showing)), lab }
}

#[wasm_bindgen]
impl LabHandle {
    /// The scenario file as a plain object.
    #[wasm_bindgen(js_name = getScenario)]
    pub fn get_scenario(&self) -> Result<JsValue, JsValue> {
        Ok(exchange::to_plain(&wire::to_value(self.lab.store()?.state.scenario())))
    }

    /// Opens a scenario file, given as a plain object or as its text. True, or an error that says what is
    /// wrong with it; then the work is as it was.
    #[wasm_bindgen(js_name = setScenario)]
    pub fn set_scenario(&self, scenario: &JsValue) -> Result<bool, JsValue> {
        self.lab.store()?;
        let read = match exchange::json_of(scenario) {
            Some(text) => wire::open(text.as_bytes()),
            None => Err(OpenProblem::NotAScenario),
        };
        let failed = read.as_ref().err().map(|problem| self.told_of_file(problem));
        let name = text::host::of(self.lab.lang()).given_scenario.to_owned();
        self.lab.send(Action::OpenFile { name, read: read.map(Rc::new) });
        failed.map_or(Ok(true), Err)
    }

    /// Opens the scenario in the fragment of a link, such as `#s=1…`; tells whether that worked. Its own work comes
    /// back by Undo, and by a reload before anything was changed.
    #[wasm_bindgen(js_name = openLink)]
    pub fn open_link(&self, fragment: &str) -> bool {
        if lesson::link::is_one(fragment) {
            return self.open_lesson_link(fragment);
        }
        let read = link::open(fragment);
        let problem = read.as_ref().err().cloned();
        self.lab.send(Action::OpenLink { read: read.map(Rc::new) });
        if let Some(problem) = &problem {
            self.tell_error(&text::share::told_of_link(self.lab.lang(), problem));
        }
        problem.is_none()
    }

    /// Opens the bytes of a lesson file from the address `name` for a learner.
    #[wasm_bindgen(js_name = openLesson)]
    pub fn open_lesson(&self, name: String, bytes: &[u8]) {
        let read = lesson::lint::read(bytes);
        if let Err(finding) = &read {
            self.tell_error(&Told::new(text::course::finding::sentence(self.lab.lang(), finding), ""));
        }
        self.take_lesson(name, read);
    }

    /// Opens the bytes of a scenario file from the address `name`, under the options given at the beginning.
    #[wasm_bindgen(js_name = openFile)]
    pub fn open_file(&self, name: String, bytes: &[u8]) {
        let read = file::open(bytes);
        let problem = read.as_ref().err().cloned();
        self.lab.send(Action::OpenFile { name, read: read.map(Rc::new) });
        if let Some(problem) = problem {
            return self.tell_error(&text::finding::told_of_file(self.lab.lang(), &problem));
        }
        let (weeks, seed) = (self.lab.given.weeks, self.lab.given.seed);
        let texts =
            [("weeks", weeks.map(|weeks| weeks.to_string())), ("seed", seed.map(|seed| seed.to_string()))];
        for (name, value) in texts {
            self.set_given(name, value);
        }
    }

    /// Says that the pack of a language, which a `want-lang` event asked for, was taken in by [`take_language`], or
    /// cannot be had.
    #[wasm_bindgen(js_name = langCame)]
    pub fn lang_came(&self, code: &str) {
        if let Some(lang) = Lang::from_code(code) {
            self.lab.send(Action::LangCame(lang));
        }
    }

    /// Hands over the course and its words, which a `want-course` event asked for.
    #[wasm_bindgen(js_name = courseCame)]
    pub fn course_came(&self, course: &[u8], words: &[u8], lang: &str) {
        let lang = Lang::from_code(lang).unwrap_or_default();
        self.lab.send(Action::Course(CourseAction::Came {
            course: course.into(),
            words: words.into(),
            lang,
        }));
    }

    /// Says that the course could not be fetched.
    #[wasm_bindgen(js_name = courseFailed)]
    pub fn course_failed(&self) {
        self.lab.send(Action::Course(CourseAction::Failed));
    }

    /// Hands over the page in one file, which a `want-page` event asked for.
    #[wasm_bindgen(js_name = pageCame)]
    pub fn page_came(&self, page: &[u8]) {
        self.lab.send(Action::Instructor(InstructorAction::PageCame(Some(page.into()))));
    }

    /// Says that the page in one file could not be fetched.
    #[wasm_bindgen(js_name = pageFailed)]
    pub fn page_failed(&self) {
        self.lab.send(Action::Instructor(InstructorAction::PageCame(None)));
    }

    /// Says that the scenario at an address could not be loaded.
    #[wasm_bindgen(js_name = cannotLoad)]
    pub fn cannot_load(&self, address: String) {
        let told = text::host::cannot_load(self.lab.lang(), &address);
        self.lab.send(Action::CannotLoad { address });
        self.tell_error(&told);
    }

    /// Plays to the end at once and gives the report, or a promise of it where the run takes longer than a
    /// moment. `weeks` and `seed` of `options` change the scenario.
    pub fn run(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        let store = self.lab.store()?;
        let mut wanted = Options::default();
        for name in ["weeks", "seed"] {
            let Some(value) = text_of(options, name) else { continue };
            if !wanted.set(name, &value) {
                return Err(told(&text::host::not_an_option(self.lab.lang(), name, &value)));
            }
        }
        let scenario = store.state.scenario();
        let weeks = wanted.weeks.filter(|weeks| *weeks != scenario.weeks);
        let seed = wanted.seed.filter(|seed| *seed != scenario.seed);
        self.set_given("weeks", weeks.map(|weeks| weeks.to_string()));
        self.set_given("seed", seed.map(|seed| seed.to_string()));
        if self.lab.store()?.state.is_cancelled() {
            self.lab.send(Action::RunAgain);
        }
        self.lab.report(true)
    }

    /// Starts the player.
    pub fn play(&self) -> Result<(), JsValue> {
        if let Ok(store) = self.lab.store()
            && store.state.outcome.log.is_none()
        {
            self.lab.runnable()?;
        }
        self.lab.play();
        Ok(())
    }

    /// Stops the player; tells whether it was playing.
    pub fn pause(&self) -> bool {
        self.lab.pause()
    }

    /// Moves the player to a date such as `2026-06-08` or `2026-06-08T09:00`, as near as the weeks allow.
    pub fn seek(&self, date: &JsValue) -> Result<(), JsValue> {
        self.lab.store()?;
        let text = written(date).unwrap_or_default();
        let Some(to) = snapshot::moment_of(&text) else {
            return Err(told(&text::host::not_a_date(self.lab.lang(), &text)));
        };
        self.lab.send(Action::Seek { to });
        Ok(())
    }

    /// What is on show, as a plain object that `setState` takes.
    #[wasm_bindgen(js_name = getState)]
    pub fn get_state(&self) -> Result<JsValue, JsValue> {
        Ok(exchange::to_plain(&Snapshot::of(&self.lab.store()?.state, now_millis())))
    }

    /// Shows what `getState` gave, here or elsewhere; fields that are left out stay as they are.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, state: &JsValue) -> Result<(), JsValue> {
        self.lab.store()?;
        let json = exchange::json_of(state).unwrap_or_default();
        let actions = Snapshot::read(&json).and_then(|snapshot| snapshot.actions());
        let actions = actions.map_err(|problem| self.told_of_state(&problem))?;
        for action in actions {
            if is_possible(&action, &self.lab.store()?.state) {
                self.lab.send(action);
            }
        }
        Ok(())
    }

    /// The report of the run at its end, as `simulate --format json` writes it; a promise of it while the run is
    /// under way.
    #[wasm_bindgen(js_name = getReport)]
    pub fn get_report(&self) -> Result<JsValue, JsValue> {
        self.lab.report(false)
    }

    /// Sets an option; nothing where the attribute was taken away, which brings its default back.
    #[wasm_bindgen(js_name = setOption)]
    pub fn set_option(&self, name: String, value: Option<String>) {
        self.set_given(&name, value.or_else(|| Options::default_of(&name).map(str::to_owned)));
    }

    /// Takes the lab out of the page and lets go of everything. A second time does nothing.
    pub fn dispose(&self) {
        self.lab.leave();
        self.showing.take();
        if let Some(app) = self.app.take() {
            app.destroy();
        }
    }

    fn set_given(&self, name: &str, value: Option<String>) {
        if let Some(value) = value {
            self.lab.send(Action::SetOption { name: name.to_owned(), value });
        }
    }

    fn told_of_file(&self, problem: &OpenProblem) -> JsValue {
        told(&text::finding::told_of_file(self.lab.lang(), problem))
    }

    fn told_of_state(&self, problem: &SnapshotProblem) -> JsValue {
        let lang = self.lab.lang();
        match problem {
            SnapshotProblem::Unreadable => told(&text::host::wrong_state(lang, "")),
            SnapshotProblem::Version(version) => told(&text::host::later_state(lang, *version)),
            SnapshotProblem::Field(field) => told(&text::host::wrong_state(lang, field)),
            SnapshotProblem::Scenario(problem) => self.told_of_file(problem),
        }
    }

    fn open_lesson_link(&self, fragment: &str) -> bool {
        match lesson::link::open(fragment) {
            Ok(course) => {
                self.take_lesson(String::new(), Ok(course));
                true
            }
            Err(LessonLinkProblem::Link(problem)) => {
                self.tell_error(&text::share::told_of_link(self.lab.lang(), &problem));
                self.lab.send(Action::OpenLink { read: Err(problem) });
                false
            }
            Err(LessonLinkProblem::Lesson(finding)) => {
                self.tell_error(&Told::new(text::course::finding::sentence(self.lab.lang(), &finding), ""));
                self.take_lesson(String::new(), Err(finding));
                false
            }
        }
    }

    fn take_lesson(&self, name: String, read: Result<Course, CourseFinding>) {
        let came = InstructorAction::LessonCame { name, read: read.map(Rc::new), is_taken: true };
        self.lab.send(Action::Instructor(came));
    }

    fn tell_error(&self, told: &Told) {
        announce::tell(&self.lab.emit, "error", &[("message", told.line().into())]);
    }
}

impl Drop for LabHandle {
    fn drop(&mut self) {
        self.dispose();
    }
}

/// Whether the action names something that is there; a state may come from another scenario.
fn is_possible(action: &Action, state: &AppState) -> bool {
    match action {
        Action::ChooseActivity(Some(name)) => state.scenario().workflow.activity(name).is_some(),
        Action::ChooseDelivery(Some(delivery)) => {
            let log = state.outcome.log.as_ref();
            log.is_some_and(|log| *delivery < log.deliveries_until(state.player.shown))
        }
        _ => true,
    }
}

fn told(told: &Told) -> JsValue {
    exchange::error(&told.line())
}

/// The options, and for each with a wrong value the action that says so.
fn read_options(given: &JsValue) -> (Options, Vec<Action>) {
    let page_lang = text_of(given, "pageLang").and_then(|code| Lang::from_code(&code));
    let site = text_of(given, "site").unwrap_or_default();
    let mut options = Options { page_lang, site, ..Options::default() };
    let mut wrong = Vec::new();
    for name in Options::NAMES {
        if let Some(value) = text_of(given, name)
            && !options.set(name, &value)
        {
            wrong.push(Action::SetOption { name: name.to_owned(), value });
        }
    }
    (options, wrong)
}

/// A property of a plain object as a text; numbers and truths are taken as they are written.
fn text_of(object: &JsValue, name: &str) -> Option<String> {
    let object = object.dyn_ref::<Object>()?;
    written(&Reflect::get(object, &name.into()).ok()?)
}

fn written(value: &JsValue) -> Option<String> {
    let number = |value: &JsValue| value.as_f64().map(|number| number.to_string());
    value.as_string().or_else(|| number(value)).or_else(|| value.as_bool().map(|truth| truth.to_string()))
}
