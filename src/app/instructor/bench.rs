//! The bench: a draft with its past, the step that is chosen, and what was read off the lab.

use std::rc::Rc;

use super::super::effect::Effect;
use super::super::options::Mode;
use super::super::selection::Selection;
use super::super::state::{AppState, LogKind};
use super::super::studying::{apply_look, is_at};
use super::super::{files, playing};
use super::InstructorAction;
use super::drafts::{DraftWish, Kept};
use crate::lesson::authoring::check::{Cache, Found, check};
use crate::lesson::authoring::edit::{DraftEdit, apply};
use crate::lesson::authoring::propose::{self, Proposal};
use crate::lesson::authoring::spot::Spot;
use crate::lesson::authoring::{capture, lesson, step, title};
use crate::lesson::course::Course;
use crate::lesson::course::look::{Look, Moment, Place, WhichDelivery, WhichLog};
use crate::lesson::course::scene::Change;
use crate::lesson::course::step::Task;
use crate::lesson::judge::params::Params;
use crate::lesson::judge::solve::scene_at;
use crate::lesson::judge::{Played, diff, scene};
use crate::scenario::Scenario;
use crate::text::Lang;

/// How many edits can be undone.
const DEPTH: usize = 200;

/// The bench.
#[derive(Clone, Debug)]
pub struct Bench {
    /// The lesson as it is.
    pub draft: Rc<Course>,
    past: Vec<Rc<Course>>,
    future: Vec<Rc<Course>>,
    /// What is being typed; further letters are the same step back.
    typing: Option<(String, Option<usize>, Spot)>,
    /// The step that is chosen; none for the lesson as a whole.
    pub chosen: Option<usize>,
    /// The language of the words that are written.
    pub code: String,
    /// Whether the lab is being recorded.
    pub is_recording: bool,
    /// Why the last wish was not fulfilled.
    pub problem: Option<Problem>,
    /// What is still to be mended.
    pub found: Rc<Vec<Found>>,
    cache: Rc<Cache>,
    /// The start of the chosen step, and what its run comes to.
    pub start: Option<Rc<Played>>,
    /// Goals that its solution meets.
    pub proposals: Rc<Vec<Proposal>>,
    seen: String,
    /// The field to go to, numbered, so that the same wish twice is two wishes.
    pub wish: (u64, Option<String>),
}

/// Why nothing was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The present scenario is the start.
    NothingDone,
    /// There is no start.
    NoStart,
}

impl Bench {
    /// A lesson on the bench.
    pub(super) fn of(draft: Rc<Course>, lang: Lang) -> Self {
        let has_own = draft.words.contains_key(lang.code());
        let first = || draft.words.keys().next().cloned();
        let code = if has_own { Some(lang.code().to_owned()) } else { first() };
        let mut bench = Self {
            code: code.unwrap_or_else(|| lang.code().to_owned()),
            draft,
            past: Vec::new(),
            future: Vec::new(),
            typing: None,
            chosen: None,
            is_recording: false,
            problem: None,
            found: Rc::default(),
            cache: Rc::default(),
            start: None,
            proposals: Rc::default(),
            seen: String::new(),
            wish: (0, None),
        };
        bench.refresh();
        bench
    }

    /// Whether something can be undone.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something can be done again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// How many things are to be mended.
    pub fn faults(&self) -> usize {
        self.found.iter().filter(|found| !found.is_note()).count()
    }

    /// What is kept on the device.
    pub(super) fn kept(&self) -> Kept {
        let text = serde_json::to_string(&*self.draft).unwrap_or_default();
        Kept { id: self.draft.id.clone(), title: title(&self.draft, &self.code), text: text.into() }
    }

    /// Whether a proposed goal is one of the step's.
    pub fn is_ticked(&self, proposal: &Proposal) -> bool {
        self.goal_of(proposal).is_some()
    }

    fn goal_of(&self, proposal: &Proposal) -> Option<String> {
        let Task::Build { goals, .. } = &step(&self.draft, self.chosen?)?.task else { return None };
        goals.iter().find(|goal| goal.test == proposal.test).map(|goal| goal.id.clone())
    }

    /// Edits the draft; a row of letters in one field is one step back.
    fn edit(&mut self, edit: DraftEdit) -> bool {
        let typing = match &edit {
            DraftEdit::Say(code, place, spot, _) => Some((code.clone(), *place, spot.clone())),
            _ => None,
        };
        self.problem = None;
        let Some(next) = apply(&self.draft, edit) else { return false };
        let before = std::mem::replace(&mut self.draft, Rc::new(next));
        if typing.is_none() || typing != self.typing {
            self.past.push(before);
            if self.past.len() > DEPTH {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.typing = typing;
        true
    }

    fn turn(&mut self, is_back: bool) -> bool {
        let (from, to) =
            if is_back { (&mut self.past, &mut self.future) } else { (&mut self.future, &mut self.past) };
        let Some(other) = from.pop() else { return false };
        to.push(std::mem::replace(&mut self.draft, other));
        (self.typing, self.problem) = (None, None);
        true
    }

    /// Brings what follows from the draft up to date.
    pub(super) fn refresh(&mut self) {
        let count = lesson(&self.draft).map_or(0, |lesson| lesson.steps.len());
        self.chosen = self.chosen.filter(|_| count > 0).map(|place| place.min(count.saturating_sub(1)));
        if !self.draft.words.contains_key(&self.code) {
            self.code = self.draft.words.keys().next().cloned().unwrap_or_default();
        }
        let mut cache = Cache::clone(&self.cache);
        self.found = Rc::new(check(&self.draft, &mut cache));
        self.cache = Rc::new(cache);
        self.look();
    }

    /// Runs the start of the chosen step, and its solution, where that is not what was run last.
    fn look(&mut self) {
        let seen = self.chosen.and_then(|place| self.key(place)).unwrap_or_default();
        if seen == self.seen {
            return;
        }
        self.seen = seen;
        (self.start, self.proposals) = (None, Rc::default());
        let Some(start) = self.chosen.and_then(|place| self.scenario(place, &[])) else { return };
        let start = Rc::new(Played::of(start));
        if let Some(place) = self.chosen
            && let Some(Task::Build { solution, .. }) = step(&self.draft, place).map(|step| &step.task)
            && !solution.is_empty()
            && let Some(solved) = self.scenario(place, solution)
        {
            self.proposals = Rc::new(propose::goals(&start, &Played::of(solved)));
        }
        self.start = Some(start);
    }

    fn key(&self, place: usize) -> Option<String> {
        let lesson = lesson(&self.draft)?;
        let (at, scene) = scene_at(lesson, place)?;
        let solution = match &lesson.steps.get(place)?.task {
            Task::Build { solution, .. } => Some(solution),
            _ => None,
        };
        let file = self.draft.scenarios.get(&scene.from);
        serde_json::to_string(&(scene, &lesson.steps.get(at)?.vary, solution, file)).ok()
    }

    /// The scenario that a step begins with, with changes.
    pub(super) fn scenario(&self, place: usize, more: &[Change]) -> Option<Scenario> {
        let lesson = lesson(&self.draft)?;
        let (at, scene) = scene_at(lesson, place)?;
        let params = Params::all(lesson.steps.get(at)?).into_iter().next().unwrap_or_default();
        scene::make(&self.draft, scene, &[more], &params).ok()
    }
}

/// Does what is asked of the bench.
pub(super) fn act(state: &mut AppState, action: InstructorAction) {
    let Some(mut bench) = state.instructor.bench.as_deref().cloned() else { return };
    let before = bench.draft.clone();
    let steps = lesson(&before).map_or(0, |lesson| lesson.steps.len());
    match action {
        InstructorAction::Change(edit) => {
            let goes_to = match &edit {
                DraftEdit::Add(at, _) => Some((*at).min(steps)),
                DraftEdit::Duplicate(place) => Some(place + 1),
                DraftEdit::Move(_, to) => Some(*to),
                DraftEdit::Remove(place) => Some(place.saturating_sub(1)),
                _ => None,
            };
            let speaks = if let DraftEdit::Speak(code) = &edit { Some(code.clone()) } else { None };
            let is_new = matches!(edit, DraftEdit::Add(..) | DraftEdit::Duplicate(_));
            if bench.edit(edit) {
                if let Some(place) = goes_to {
                    (bench.chosen, bench.is_recording) = (Some(place), false);
                }
                let row =
                    bench.chosen.filter(|_| goes_to.is_some()).map(|place| format!("bench-step-{place}"));
                if let Some(id) = if is_new { Some(Spot::Title.id()) } else { row } {
                    bench.wish = (bench.wish.0 + 1, Some(id));
                }
                ask_for_words(state, speaks.iter());
                bench.code = speaks.unwrap_or(bench.code);
            }
        }
        InstructorAction::Undo => _ = bench.turn(true),
        InstructorAction::Redo => _ = bench.turn(false),
        InstructorAction::Choose(place) => {
            (bench.chosen, bench.is_recording, bench.problem) = (place, false, None);
            bench.typing = None;
        }
        InstructorAction::Code(code) if bench.draft.words.contains_key(&code) => bench.code = code,
        InstructorAction::GoTo(number) => {
            if let Some(found) = bench.found.get(number).cloned() {
                bench.chosen = found.step;
                bench.code = found.code.unwrap_or(bench.code);
                let id = found.spot.map_or_else(|| "bench-form".to_owned(), |spot| spot.id());
                bench.wish = (bench.wish.0 + 1, Some(id));
            }
        }
        other => in_lab(state, &mut bench, &other),
    }
    if bench.draft != before {
        state.outbox.push(Effect::Drafts(DraftWish::Keep(bench.kept())));
    }
    bench.refresh();
    state.instructor.bench = Some(Rc::new(bench));
}

/// What goes to and fro between the chosen step and the lab.
fn in_lab(state: &mut AppState, bench: &mut Bench, action: &InstructorAction) {
    let Some(place) = bench.chosen else { return };
    match action {
        InstructorAction::UsePresent => {
            let (found, own) = capture::scene(&bench.draft, state.scenario());
            bench.edit(DraftEdit::SceneOf(place, found, own));
        }
        InstructorAction::ShowStart => {
            if let Some(scenario) = bench.scenario(place, &[]) {
                show(state, scenario);
                let look = step(&bench.draft, place).and_then(|step| step.look.clone()).unwrap_or_default();
                if look.place.is_none() {
                    state.view.mode = Mode::Play;
                }
                apply_look(state, &look);
            }
        }
        InstructorAction::UsePlace => _ = bench.edit(DraftEdit::Look(place, Some(present(state)))),
        InstructorAction::Record => match bench.scenario(place, &[]) {
            Some(scenario) => {
                show(state, scenario);
                state.view.mode = Mode::Build;
                (bench.is_recording, bench.problem) = (true, None);
            }
            None => bench.problem = Some(Problem::NoStart),
        },
        InstructorAction::StopRecording => bench.is_recording = false,
        InstructorAction::Solved => {
            let start = bench.scenario(place, &[]);
            let changes = start.as_ref().and_then(|start| diff::between(start, state.scenario()));
            match changes {
                Some(changes) if changes.is_empty() => bench.problem = Some(Problem::NothingDone),
                Some(changes) => solved(bench, place, changes),
                None => bench.problem = Some(Problem::NoStart),
            }
        }
        InstructorAction::ShowSolution => {
            if let Some(Task::Build { solution, .. }) =
                step(&bench.draft, place).map(|step| step.task.clone())
                && let Some(scenario) = bench.scenario(place, &solution)
            {
                show(state, scenario);
                state.view.mode = Mode::Build;
            }
        }
        InstructorAction::Tick(number) => {
            if let Some(proposal) = bench.proposals.get(*number).cloned() {
                let edit = match bench.goal_of(&proposal) {
                    Some(goal) => DraftEdit::RemoveGoal(place, goal),
                    None => DraftEdit::AddGoal(place, Box::new(proposal.test), proposal.words),
                };
                bench.edit(edit);
            }
        }
        _ => {}
    }
}

/// Takes a solution; goals that were set stay as far as it meets them, else the most telling ones are ticked.
fn solved(bench: &mut Bench, place: usize, changes: Vec<Change>) {
    bench.is_recording = false;
    bench.edit(DraftEdit::Solution(place, changes));
    bench.refresh();
    let has_goals = matches!(step(&bench.draft, place).map(|step| &step.task),
        Some(Task::Build { goals, .. }) if !goals.is_empty());
    if has_goals {
        return;
    }
    let runs = bench.proposals.iter().find(|one| {
        matches!(one.test, crate::lesson::course::goal::Test::Clean | crate::lesson::course::goal::Test::Runs)
    });
    let telling = bench.proposals.iter().filter(|one| !one.is_met_before && Some(*one) != runs).take(2);
    let ticked: Vec<_> = runs.into_iter().chain(telling).cloned().collect();
    for proposal in ticked {
        bench.edit(DraftEdit::AddGoal(place, Box::new(proposal.test), proposal.words));
    }
}

/// Asks for the packs of the languages that a lesson is written in, so that goals can be proposed in their words.
pub(super) fn ask_for_words<'c>(state: &mut AppState, codes: impl Iterator<Item = &'c String>) {
    for lang in codes.filter_map(|code| Lang::from_code(code)).filter(|lang| !lang.is_here()) {
        state.outbox.push(Effect::WantLang(lang));
    }
}

/// A pack has come: goals are proposed in its words, too.
pub(in crate::app) fn words_came(state: &mut AppState) {
    if let Some(bench) = state.instructor.bench.as_mut().map(Rc::make_mut) {
        bench.seen.clear();
        bench.look();
    }
}

/// Puts a scenario into the lab, as one step that can be undone there.
fn show(state: &mut AppState, scenario: Scenario) {
    state.view.sample = None;
    if **state.scenario() != scenario {
        files::commit(state, Rc::new(scenario));
    }
    playing::reset(state);
    (state.view.delivery, state.view.selection) = (None, Selection::none());
}

/// Where the lab is now.
fn present(state: &AppState) -> Look {
    let places =
        [Place::Build, Place::Play, Place::Deliveries, Place::Reports, Place::Variants, Place::Journal];
    let (start, shown) = (state.scenario().start_time(), state.player.shown);
    let at = if shown <= start {
        Moment::Start
    } else if shown >= state.end() {
        Moment::End
    } else {
        let weeks = (1..=state.scenario().weeks)
            .find(|week| crate::lesson::judge::count::end_of_week(state.scenario(), *week) >= shown);
        Moment::Week(weeks.unwrap_or(1))
    };
    let delivery = state.view.delivery.and_then(|place| delivery(state, place));
    let log = delivery.as_ref().map(|_| match state.view.log {
        LogKind::BroadLog => WhichLog::BroadLog,
        LogKind::TrackingLog => WhichLog::TrackingLog,
        LogKind::ExclusionLog => WhichLog::ExclusionLog,
    });
    Look {
        place: places.into_iter().find(|place| is_at(&state.view, *place)),
        at: Some(at),
        activity: state.view.selection.only_activity().map(ToString::to_string),
        delivery,
        log,
    }
}

/// A delivery by the activity that made it, and its number among those.
fn delivery(state: &AppState, place: usize) -> Option<WhichDelivery> {
    let log = state.outcome.log.as_ref()?;
    let made = &log.record().deliveries;
    let step = made.get(place)?.step;
    let number = made[..=place].iter().filter(|one| one.step == step).count();
    let activity = log.plan().steps.get(step)?.name.to_string();
    Some(WhichDelivery { activity, number: i32::try_from(number).ok()? })
}
