//! Every command in one table: its key, whether it can be done now, and what it asks of the store.

use std::rc::Rc;

use super::action::Action;
use super::adding::Leading;
use super::instructor::InstructorAction;
use super::instructor::project::ProjectAction;
use super::looking::Look;
use super::options::{Mode, Theme};
use super::placing;
use super::preferences::Preferences;
use super::state::{AppState, Sheet};
use super::stepping::StepAction;
use crate::log::steps::Way;
use crate::scenario::fresh::Sort;
use crate::scenario::samples::Sample;
use crate::text::Lang;
pub use crate::text::builder::commands::Deed;
use crate::text::builder::palette;

/// A command.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// One that needs no more than its name.
    Deed(Deed),
    /// Adds an activity of this sort.
    Add(Sort),
    /// Goes to the activity of this name.
    GoTo(Rc<str>),
    /// Shows another mode.
    Mode(Mode),
    /// Speaks another language.
    Lang(Lang),
    /// Takes another theme.
    Theme(Theme),
    /// Opens a sample.
    Sample(Sample),
}

/// Where a key is a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere in the lab, in fields as well.
    Everywhere,
    /// Everywhere but in fields.
    Page,
    /// In the drawing and the outline.
    Workflow,
    /// There too, and the browser itself says so: by an event of the clipboard.
    Clipboard,
    /// Where the player listens for it.
    Player,
}

/// A key, alone or with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The key, as the browser names it; letters are small.
    pub key: &'static str,
    /// Whether Ctrl, or ⌘, is held.
    pub ctrl: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Where.
    pub scope: Scope,
}

/// A key that was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pressed<'k> {
    /// The key, as the browser names it.
    pub key: &'k str,
    /// Whether Ctrl or ⌘ is held.
    pub ctrl: bool,
    /// Whether Shift is held.
    pub shift: bool,
    /// Whether Alt is held.
    pub alt: bool,
}

/// Where the focus was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// In a field, which takes letters for itself.
    pub is_field: bool,
    /// In the drawing or the outline.
    pub is_workflow: bool,
    /// In a dialog.
    pub is_dialog: bool,
}

impl Shortcut {
    const fn of(key: &'static str, scope: Scope) -> Self {
        Self { key, ctrl: false, shift: false, scope }
    }

    const fn ctrl(key: &'static str, scope: Scope) -> Self {
        Self { key, ctrl: true, shift: false, scope }
    }

    /// Whether it is one sign without Ctrl or ⌘, which dictation and slips press too.
    pub fn is_single(&self) -> bool {
        !self.ctrl && self.key.chars().count() == 1 && self.key != " "
    }

    fn fits(&self, pressed: Pressed<'_>) -> bool {
        // Which signs need Shift depends on the keyboard.
        let is_letter = self.key.chars().count() > 1 || self.key.chars().all(char::is_alphabetic);
        let shift_fits = self.shift == pressed.shift || !is_letter;
        !pressed.alt && self.ctrl == pressed.ctrl && shift_fits && self.key == pressed.key.to_lowercase()
            || !pressed.alt && !pressed.ctrl && !self.ctrl && self.key == pressed.key && shift_fits
    }

    fn is_heard(&self, focus: Focus, single_keys: bool) -> bool {
        let may_be = single_keys || !self.is_single();
        may_be
            && match self.scope {
                Scope::Everywhere => true,
                Scope::Page => !focus.is_field && !focus.is_dialog,
                Scope::Workflow => focus.is_workflow && !focus.is_field && !focus.is_dialog,
                Scope::Clipboard | Scope::Player => false,
            }
    }
}

/// The keys of a command; the first is the one that is shown.
pub fn shortcuts(deed: Deed) -> Vec<Shortcut> {
    let shifted_z = Shortcut { key: "z", ctrl: true, shift: true, scope: Scope::Page };
    match deed {
        Deed::Add => vec![Shortcut::of("a", Scope::Page), Shortcut::of("n", Scope::Page)],
        Deed::ConnectTo => vec![Shortcut::of("c", Scope::Page)],
        Deed::Rename => vec![Shortcut::of("F2", Scope::Workflow)],
        Deed::Undo => vec![Shortcut::ctrl("z", Scope::Page)],
        Deed::Redo => vec![shifted_z, Shortcut::ctrl("y", Scope::Page)],
        Deed::Cut => vec![Shortcut::ctrl("x", Scope::Clipboard)],
        Deed::Copy => vec![Shortcut::ctrl("c", Scope::Clipboard)],
        Deed::Paste => vec![Shortcut::ctrl("v", Scope::Clipboard)],
        Deed::Duplicate => vec![Shortcut::of("d", Scope::Page)],
        Deed::Remove => {
            vec![Shortcut::of("Delete", Scope::Workflow), Shortcut::of("Backspace", Scope::Workflow)]
        }
        Deed::SelectAll => vec![Shortcut::ctrl("a", Scope::Workflow)],
        Deed::Tidy => vec![Shortcut::of("t", Scope::Page)],
        Deed::Fit => vec![Shortcut::of("f", Scope::Page), Shortcut::of("!", Scope::Page)],
        Deed::FullSize => vec![Shortcut::of("0", Scope::Page)],
        Deed::Nearer => vec![Shortcut::of("+", Scope::Page)],
        Deed::Farther => vec![Shortcut::of("-", Scope::Page)],
        Deed::Outline => vec![Shortcut::of("o", Scope::Page)],
        Deed::PlayOrPause => vec![Shortcut::of(" ", Scope::Player)],
        Deed::StepOn => vec![Shortcut::of(".", Scope::Page)],
        Deed::StepBack => vec![Shortcut::of(",", Scope::Page)],
        Deed::Breakpoints => vec![Shortcut::of("b", Scope::Page)],
        Deed::Commands => vec![Shortcut::ctrl("k", Scope::Everywhere)],
        Deed::Keys => vec![Shortcut::of("?", Scope::Page)],
        Deed::Project => vec![Shortcut::of("p", Scope::Page)],
        _ => Vec::new(),
    }
}

/// The command that a key is, where it is one.
pub fn of_key(pressed: Pressed<'_>, focus: Focus, single_keys: bool) -> Option<Deed> {
    let means = |deed: &Deed| {
        shortcuts(*deed).iter().any(|one| one.fits(pressed) && one.is_heard(focus, single_keys))
    };
    Deed::ALL.into_iter().find(means)
}

/// Everything that can be done in this state, in the order of the list.
pub fn all(state: &AppState) -> Vec<Command> {
    let activities = &state.scenario().workflow.activities;
    let mut all: Vec<Command> = Deed::ALL.into_iter().map(Command::Deed).collect();
    all.extend(activities.iter().map(|one| Command::GoTo(one.name.as_str().into())));
    all.extend(crate::scenario::activity::Tab::ALL.into_iter().flat_map(Sort::of_tab).map(Command::Add));
    all.extend(Mode::ALL.map(Command::Mode));
    all.extend(Lang::ALL.map(Command::Lang));
    all.extend(Theme::ALL.map(Command::Theme));
    all.extend(Sample::ALL.map(Command::Sample));
    // The list itself needs not offer itself.
    all.retain(|one| *one != Command::Deed(Deed::Commands) && one.action(state, 0.0).is_some());
    all
}

impl Command {
    /// What it asks of the store; none where it cannot be done now. `now_millis` is the wall clock.
    pub fn action(&self, state: &AppState, now_millis: f64) -> Option<Action> {
        let (view, scenario) = (&state.view, state.scenario());
        let may_edit = !view.readonly;
        match self {
            Self::Deed(deed) => of_deed(*deed, state, now_millis),
            Self::Add(sort) => may_edit.then(|| {
                let adding = placing::beside(scenario, &view.selection);
                Action::Edit(placing::edit(scenario, &adding, *sort, palette::name(view.lang, *sort)))
            }),
            Self::GoTo(name) => {
                scenario.workflow.activity(name).map(|_| Action::Look(Look::At(name.clone())))
            }
            Self::Mode(mode) => (*mode != view.mode).then_some(Action::SetMode(*mode)),
            Self::Lang(lang) => (*lang != view.lang).then_some(Action::SetLang(*lang)),
            Self::Theme(theme) => (*theme != view.theme).then_some(Action::SetTheme(*theme)),
            Self::Sample(sample) => may_edit.then_some(Action::OpenSample(*sample)),
        }
    }
}

fn of_deed(deed: Deed, state: &AppState, now_millis: f64) -> Option<Action> {
    let (view, selection) = (&state.view, &state.view.selection);
    let show = |sheet| Some(Action::Show(Some(sheet)));
    let when = |is_possible: bool, action: Action| is_possible.then_some(action);
    let is_build = view.mode == Mode::Build;
    let may_edit = !view.readonly;
    let has_things = !selection.activities().is_empty() || !selection.notes().is_empty();
    let one = selection.only_activity();
    let outline = |outline: bool| {
        let is_other = view.preferences.outline != Some(outline);
        when(is_build && is_other, Action::Prefer(Preferences { outline: Some(outline), ..view.preferences }))
    };
    let look = |look: Look| when(is_build, Action::Look(look));
    match deed {
        Deed::Add => when(may_edit, Action::Add(placing::beside(state.scenario(), selection))),
        Deed::ConnectTo => {
            let links = &state.scenario().workflow.transitions;
            let again = selection.only_transition().filter(|_| may_edit);
            if let Some(link) = again.and_then(|again| links.get(again)) {
                let from = link.from.as_str().into();
                return Some(Action::ConnectFrom(Leading { from, output: None, again }));
            }
            let from = one.filter(|_| may_edit)?;
            Some(Action::ConnectFrom(Leading { from: from.clone(), output: None, again: None }))
        }
        Deed::Rename => one.filter(|_| may_edit).and_then(|_| show(Sheet::Rename)),
        Deed::Undo => when(may_edit && state.history.can_undo(), Action::Undo),
        Deed::Redo => when(may_edit && state.history.can_redo(), Action::Redo),
        Deed::Cut => when(may_edit && has_things, Action::Cut),
        Deed::Copy => when(has_things, Action::Copy),
        Deed::Paste => when(may_edit && state.clipboard.is_some(), Action::Paste { text: None, at: None }),
        Deed::Duplicate => when(may_edit && has_things, Action::Duplicate),
        Deed::Remove => when(may_edit && !selection.is_empty(), Action::Remove),
        Deed::SelectAll => when(is_build, Action::SelectAll),
        Deed::Tidy => when(is_build && may_edit, Action::Tidy),
        Deed::Fit => look(Look::Fit),
        Deed::FullSize => look(Look::FullSize),
        Deed::Nearer => look(Look::Nearer),
        Deed::Farther => look(Look::Farther),
        Deed::Drawing => outline(false),
        Deed::Outline => outline(true),
        Deed::PlayOrPause if state.player.head.is_playing() => Some(Action::Pause { now_millis }),
        Deed::PlayOrPause => Some(Action::Play { now_millis }),
        Deed::WeekOn => Some(Action::StepWeek { weeks: 1 }),
        Deed::WeekBack => Some(Action::StepWeek { weeks: -1 }),
        Deed::StepOn => Some(Action::Stepping(StepAction::Step(Way::On))),
        Deed::StepBack => Some(Action::Stepping(StepAction::Step(Way::Back))),
        Deed::Breakpoints => show(Sheet::Breakpoints),
        Deed::Reset => Some(Action::Reset),
        Deed::Save => when(may_edit, Action::SaveFile),
        Deed::Recipients => may_edit.then_some(Sheet::Import).and_then(show),
        Deed::Gallery => may_edit.then_some(Sheet::Gallery).and_then(show),
        Deed::Share => show(Sheet::Share),
        Deed::Commands => show(Sheet::Commands),
        Deed::Keys => show(Sheet::Keys),
        Deed::Activities => show(Sheet::Activities),
        Deed::About => show(Sheet::About),
        Deed::MakeLesson => when(may_edit, Action::Instructor(InstructorAction::Lessons)),
        Deed::ReadProgress => Some(Action::Instructor(InstructorAction::Report)),
        Deed::Project => Some(Action::Instructor(InstructorAction::Project(ProjectAction::Toggle))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::options::Options;
    use crate::app::reduce::reduce;
    use crate::app::selection::Selection;

    const KEY: Pressed<'static> = Pressed { key: "a", ctrl: false, shift: false, alt: false };
    const PAGE: Focus = Focus { is_field: false, is_workflow: false, is_dialog: false };

    #[test]
    fn no_key_is_two_commands() {
        let all: Vec<_> = Deed::ALL
            .into_iter()
            .flat_map(|deed| shortcuts(deed).into_iter().map(move |key| (deed, key)))
            .collect();
        for (deed, key) in &all {
            let twins = all
                .iter()
                .filter(|(_, other)| (other.key, other.ctrl, other.shift) == (key.key, key.ctrl, key.shift));
            assert_eq!(twins.count(), 1, "{deed:?}");
        }
    }

    #[test]
    fn keys_without_a_modifier_rest_in_fields_and_dialogs_and_when_switched_off() {
        assert_eq!(of_key(KEY, PAGE, true), Some(Deed::Add));
        assert_eq!(of_key(KEY, PAGE, false), None);
        assert_eq!(of_key(KEY, Focus { is_field: true, ..PAGE }, true), None);
        assert_eq!(of_key(KEY, Focus { is_dialog: true, ..PAGE }, true), None);
        let commands = Pressed { key: "k", ctrl: true, ..KEY };
        assert_eq!(of_key(commands, Focus { is_field: true, ..PAGE }, false), Some(Deed::Commands));
        let redo = Pressed { key: "Z", ctrl: true, shift: true, ..KEY };
        assert_eq!(of_key(redo, PAGE, false), Some(Deed::Redo));
        assert_eq!(of_key(Pressed { shift: false, key: "z", ..redo }, PAGE, true), Some(Deed::Undo));
        assert_eq!(of_key(Pressed { key: "?", shift: true, ..KEY }, PAGE, true), Some(Deed::Keys));
        let bookmark = Pressed { key: "d", ctrl: true, ..KEY };
        assert_eq!(of_key(bookmark, Focus { is_workflow: true, ..PAGE }, true), None, "it is the browser's");
        let delete = Pressed { key: "Delete", ..KEY };
        assert_eq!(of_key(delete, PAGE, true), None);
        assert_eq!(of_key(delete, Focus { is_workflow: true, ..PAGE }, false), Some(Deed::Remove));
    }

    #[test]
    fn every_command_that_is_offered_can_be_done() {
        let options = Options { mode: Some(Mode::Build), ..Options::default() };
        let state = AppState::new(&options, None);
        let state = reduce(&state, Action::Select(Selection::activity("recurring")));
        let offered = all(&state);
        assert!(offered.contains(&Command::Deed(Deed::Rename)));
        assert!(!offered.contains(&Command::Deed(Deed::Undo)));
        for command in offered {
            assert!(command.action(&state, 0.0).is_some(), "{command:?}");
        }
    }

    #[test]
    fn what_may_only_be_read_offers_no_change() {
        let options = Options { mode: Some(Mode::Build), readonly: true, ..Options::default() };
        let state = AppState::new(&options, None);
        let state = reduce(&state, Action::Select(Selection::activity("query")));
        for command in all(&state) {
            let next = reduce(&state, command.action(&state, 0.0).unwrap());
            assert_eq!(next.scenario(), state.scenario(), "{command:?}");
        }
    }
}
