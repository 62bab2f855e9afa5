//! A mounted lab as the host sees it: a way in for actions, the newest state, and what goes out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsValue;
use yew::Callback;

use super::filming::Filming;
use super::keeper::Keeper;
use super::storage::Room;
use super::waiting::Promises;
use super::{announce, drafts, exchange, exporting, filming, painting, storage, templates};
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::files;
use crate::app::notice::Notice;
use crate::app::options::Options;
use crate::app::state::AppState;
use crate::paint::clock::now_millis;
use crate::paint::work::Work;
use crate::scenario::{png, wire};
use crate::scene::film::Film;
use crate::text::{self, Lang};
use crate::ui::store::Store;

/// One lab. Nothing here stays borrowed while the page around is called, since it may call back.
pub(super) struct Lab {
    pub(super) emit: Function,
    /// The options it was mounted with.
    pub(super) given: Options,
    /// What was kept on the device when it was mounted.
    stored: Option<String>,
    link: RefCell<Link>,
    /// Whether it begins to play once it is there.
    plays_at_start: Cell<bool>,
    lang: Cell<Lang>,
    keeper: RefCell<Option<Rc<Keeper>>>,
    promises: Promises,
    /// The CSV file that is being written.
    export: RefCell<Option<Work>>,
    /// The film that is being made.
    film: RefCell<Option<Filming>>,
}

/// How far it is: mounted, there, or gone.
enum Link {
    Opening(Vec<Action>),
    There(Callback<Action>, Rc<Store>),
    Gone,
}

impl Lab {
    pub(super) fn new(emit: Function, given: Options, stored: Option<String>, first: Vec<Action>) -> Self {
        Self {
            emit,
            plays_at_start: Cell::new(given.autoplay),
            lang: Cell::new(given.lang.or(given.page_lang).unwrap_or_default()),
            given,
            stored,
            link: RefCell::new(Link::Opening(first)),
            keeper: RefCell::default(),
            promises: Promises::default(),
            export: RefCell::default(),
            film: RefCell::default(),
        }
    }

    /// Has the work kept on this device from now on.
    pub(super) fn keep_with(&self, keeper: Rc<Keeper>) {
        self.keeper.replace(Some(keeper));
    }

    /// Sends an action, or puts it by until the lab is there.
    pub(super) fn send(&self, action: Action) {
        let send = match &mut *self.link.borrow_mut() {
            Link::Opening(waiting) => return waiting.push(action),
            Link::There(send, _) => send.clone(),
            Link::Gone => return,
        };
        send.emit(action);
    }

    /// Starts the player; before the lab is there, it starts with it.
    pub(super) fn play(&self) {
        self.plays_at_start.set(true);
        if self.is_there() {
            self.send(Action::Play { now_millis: now_millis() });
        }
    }

    /// Stops the player; tells whether it was playing.
    pub(super) fn pause(&self) -> bool {
        let was_to_play = self.plays_at_start.replace(false);
        let Ok(store) = self.store() else { return was_to_play && !self.is_gone() };
        self.send(Action::Pause { now_millis: now_millis() });
        store.state.player.head.is_playing()
    }

    /// The store as the last action left it.
    ///
    /// # Errors
    /// When the lab is still opening or has gone.
    pub(super) fn store(&self) -> Result<Rc<Store>, JsValue> {
        match &*self.link.borrow() {
            Link::There(_, store) => Ok(store.newest()),
            Link::Opening(_) => Err(exchange::error(text::host::of(self.lang()).opening)),
            Link::Gone => Err(exchange::error(text::host::of(self.lang()).gone)),
        }
    }

    /// The language it speaks.
    pub(super) fn lang(&self) -> Lang {
        match self.link.try_borrow().as_deref() {
            Ok(Link::There(_, store)) => store.newest().state.view.lang,
            _ => self.lang.get(),
        }
    }

    /// Each render ends here. After the first, what was put by is done and the page is told.
    pub(super) fn rendered(&self, send: Callback<Action>, store: Rc<Store>) {
        let lang = store.state.view.lang;
        let before = match &*self.link.borrow() {
            Link::Gone => return,
            Link::Opening(_) => None,
            Link::There(..) => Some(self.lang.get()),
        };
        self.lang.set(lang);
        let waiting = match self.link.replace(Link::There(send, store.clone())) {
            Link::Opening(waiting) => waiting,
            _ => Vec::new(),
        };
        match before {
            None => self.begin(&store, waiting),
            Some(before) if before != lang => self.tell_language("changed"),
            Some(_) => {}
        }
        self.keep_promises(&store);
    }

    /// The report of the run; a promise of it while the run is under way. `plays_to_end` puts the player there.
    ///
    /// # Errors
    /// When the scenario cannot run, or its run was cancelled.
    pub(super) fn report(&self, plays_to_end: bool) -> Result<JsValue, JsValue> {
        let store = self.store()?;
        if store.state.running.is_some() {
            return Ok(self.promises.give(store.state.scenario(), plays_to_end).into());
        }
        self.runnable()?;
        if plays_to_end {
            self.send(Action::Reset);
            self.send(Action::Seek { to: store.state.end() });
        }
        let state = &self.store()?.state;
        let findings = text::finding::reported(state.view.lang, state.scenario(), &state.outcome.findings);
        Ok(state.outcome.log.as_ref().map_or(JsValue::NULL, |log| exchange::to_plain(&log.report(findings))))
    }

    /// Whether there is a run of this scenario; the error says why there is none.
    pub(super) fn runnable(&self) -> Result<(), JsValue> {
        let store = self.store()?;
        let state = &store.state;
        if state.has_figures() {
            return Ok(());
        }
        let lang = state.view.lang;
        if state.running.is_some() {
            return Err(exchange::error(text::host::of(lang).running));
        }
        if state.is_cancelled() {
            return Err(exchange::error(text::running::of(lang).host_cancelled));
        }
        let first = state.outcome.findings.first();
        let why = first.map(|finding| text::finding::sentence(lang, state.scenario(), finding));
        let what = text::shell::of(lang).cannot_run;
        Err(exchange::error(&format!("{what}. {}", why.unwrap_or_default())))
    }

    fn keep_promises(&self, store: &Rc<Store>) {
        for promised in self.promises.due(&store.newest().state) {
            let newest = store.newest();
            if promised.is_kept(&newest.state) {
                let report = self.report(promised.plays_to_end);
                promised.keep(report);
            } else {
                promised.break_off(&newest.state);
            }
        }
    }

    fn begin(&self, store: &Store, waiting: Vec<Action>) {
        let unreadable = |notice: &Notice| *notice == Notice::SavedWorkUnreadable;
        let is_unreadable = store.state.notices.iter().any(|posted| unreadable(&posted.notice));
        if is_unreadable && !self.stored.as_deref().is_some_and(storage::keep_aside) {
            // Saving would write over what could not be read and could not be put aside.
            self.keeper.take();
            self.send(Action::CannotSave);
        }
        for action in waiting {
            self.send(action);
        }
        if self.plays_at_start.get() {
            self.play();
        }
        self.tell_language("ready");
    }

    fn tell_language(&self, kind: &str) {
        let lang = self.lang();
        let title = text::host::of(lang).title;
        let detail = [("what", "language".into()), ("lang", lang.code().into()), ("title", title.into())];
        announce::tell(&self.emit, kind, &detail);
        announce::tell(&self.emit, "card", &self.card());
    }

    /// Where its templates and lessons are.
    fn room(&self) -> Room {
        if self.given.keep == Some(false) { Room::Page } else { Room::Device }
    }

    /// Performs a request of the store.
    pub(super) fn perform(self: &Rc<Self>, effect: &Effect, store: &Rc<Store>) {
        match effect {
            Effect::Save => {
                let keeper = self.keeper.borrow().clone();
                if let Some(keeper) = keeper {
                    keeper.keep(store.clone());
                }
            }
            Effect::Templates(wish) => self.send(templates::fulfil(self.room(), wish)),
            Effect::Drafts(wish) => self.send(drafts::fulfil(self.room(), wish)),
            Effect::CopyLink(link) => {
                let lab = Rc::downgrade(self);
                announce::copy(link, move |is_copied| {
                    if let Some(lab) = lab.upgrade() {
                        lab.send(Action::LinkCopied(is_copied));
                    }
                });
            }
            Effect::Paint { name, svg, width, height, scenario } => {
                let (lab, name, scenario) = (Rc::downgrade(self), name.clone(), scenario.clone());
                painting::paint(svg, (*width, *height), move |picture| {
                    let with = picture.and_then(|picture| png::with_scenario(&picture, &scenario));
                    let is_saved =
                        with.is_some_and(|with| announce::download_bytes(&name, "image/png", &with).is_ok());
                    if let Some(lab) = lab.upgrade().filter(|_| !is_saved) {
                        lab.send(Action::CannotPaint);
                    }
                });
            }
            Effect::Export { id, of } => {
                let Some(log) = store.state.outcome.log.clone() else { return };
                let lab = Rc::downgrade(self);
                let work = exporting::start(*id, of, log, move |action| {
                    if let Some(lab) = lab.upgrade() {
                        lab.send(Action::Rows(action));
                    }
                });
                drop(self.export.replace(Some(work)));
            }
            Effect::StopExport => drop(self.export.take()),
            Effect::Film { id } => self.film(*id, &store.state),
            Effect::StopFilm => drop(self.film.take()),
            _ => announce::perform(effect, store, &self.emit),
        }
    }

    /// Films the run on show, in place of any other film.
    fn film(self: &Rc<Self>, id: u64, state: &AppState) {
        let Some((log, scenario)) = state.outcome.log.clone().zip(state.outcome.scenario().cloned()) else {
            return;
        };
        let name = files::file_name(&scenario, "webm");
        let lab = Rc::downgrade(self);
        let filming = filming::start(id, name, Film::of(log, scenario, state.view.lang), move |action| {
            if let Some(lab) = lab.upgrade() {
                lab.send(Action::Film(action));
            }
        });
        drop(self.film.replace(Some(filming)));
    }

    /// Lets go of the store and of the page.
    pub(super) fn leave(&self) {
        self.promises.break_all(text::host::of(self.lang()).gone);
        let link = self.link.replace(Link::Gone);
        let (keeper, export, film) = (self.keeper.take(), self.export.take(), self.film.take());
        drop((link, keeper, export, film));
    }

    /// What can still be done when the program has broken down. Touches nothing that may be half changed.
    pub(super) fn break_down(&self, message: &str) {
        let words = text::host::of(self.lang());
        let Ok(link) = self.link.try_borrow() else { return };
        let remedy = match (&*link, &self.stored, self.keeper.try_borrow().as_deref()) {
            (Link::Gone, ..) => return,
            // The stored work itself may be at fault; the next visit shall not meet it again.
            (Link::Opening(_), Some(stored), _) => {
                if storage::keep_aside(stored) {
                    storage::forget();
                }
                words.work_is_aside
            }
            (Link::There(..), _, Ok(Some(keeper))) if keeper.save_waiting() => words.work_is_kept,
            _ => words.work_is_lost,
        };
        let store = match &*link {
            Link::There(_, store) => Some(store.newest()),
            _ => None,
        };
        drop(link);
        let mut detail = self.card();
        detail.extend([("message", message.into()), ("remedy", remedy.into())]);
        announce::tell(&self.emit, "broken", &detail);
        // Last, since this is the most that can go wrong.
        if let Some(store) = store {
            self.tell_report(&store);
        }
    }

    /// The words of the card that takes the place of the lab after a breakdown. They are told beforehand as well, in case that
    /// the program cannot tell them any more.
    fn card(&self) -> Vec<(&'static str, JsValue)> {
        let words = text::host::of(self.lang());
        let is_kept = self.keeper.try_borrow().is_ok_and(|keeper| keeper.is_some());
        let remedy = if is_kept { words.work_may_be_kept } else { words.work_is_lost };
        let texts = [
            ("title", words.stopped),
            ("remedy", remedy),
            ("reload", words.reload),
            ("save", words.save_scenario),
            ("report", words.report),
            ("reportWhat", words.report_what),
            ("copy", words.copy_report),
            ("copied", words.report_copied),
            ("notCopied", words.report_not_copied),
            ("version", env!("CARGO_PKG_VERSION")),
        ];
        texts.map(|(name, text)| (name, text.into())).into()
    }

    /// What only the program knows of what a report of the fault has.
    fn tell_report(&self, store: &Store) {
        let scenario = store.state.scenario();
        let detail = [
            ("actions", store.last_actions().join(", ").into()),
            ("scenario", wire::save(scenario).into()),
            ("file", files::file_name(scenario, "lab.json").into()),
        ];
        announce::tell(&self.emit, "report", &detail);
    }

    fn is_there(&self) -> bool {
        matches!(&*self.link.borrow(), Link::There(..))
    }

    fn is_gone(&self) -> bool {
        matches!(&*self.link.borrow(), Link::Gone)
    }
}
