//! The list of all commands, to be searched, each with its key.

use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::combobox::{Combobox, Entry, Verdict};
use crate::app::action::Action;
use crate::app::command::{self, Command, Deed, Focus, Pressed, Shortcut};
use crate::app::options::{Mode, Theme};
use crate::app::state::AppState;
use crate::paint::clock::now_millis;
use crate::scenario::Scenario;
use crate::scenario::samples::Sample;
use crate::text::builder::search::{Fit, fit};
use crate::text::builder::{commands as words, palette};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::Icon;
use crate::ui::widgets::dialog::Dialog;

/// What takes letters for itself.
const FIELDS: &str = "input:not([type=checkbox]):not([type=radio]):not([type=range]):not([type=file]), select, \
     textarea, [contenteditable]";
/// Where the keys of the workflow work.
const WORKFLOW: &str = ".stage-body";

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct CommandListProps {
    /// The commands that can be done, with the actions they are.
    pub commands: Shared<Vec<(Command, Action)>>,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The list.
#[component]
pub fn CommandList(props: &CommandListProps) -> Html {
    let lang = props.lang;
    let fixed = words::of(lang);
    let entries =
        use_memo((props.commands.clone(), props.scenario.clone(), lang), |(commands, scenario, lang)| {
            commands.iter().map(|(command, _)| entry(*lang, scenario, command)).collect::<Vec<_>>()
        });
    let order = {
        let (commands, scenario, entries) = (props.commands.clone(), props.scenario.clone(), entries.clone());
        Callback::from(move |typed: String| {
            let places: Vec<usize> = (0..commands.len()).collect();
            text::builder::search::ranked(&places, |&place| {
                fits(lang, &typed, &scenario, &commands[place].0, &entries[place].name)
            })
        })
    };
    let on_choose = {
        let (commands, send) = (props.commands.clone(), props.send.clone());
        Callback::from(move |place: usize| {
            let Some((_, action)) = commands.get(place) else { return };
            send.emit(Action::Show(None));
            send.emit(at_this_moment(action.clone()));
        })
    };
    html! {
        <Dialog heading={fixed.heading} close_label={fixed.close} class="picker" on_close={props.send.reform(|()| Action::Show(None))}>
            <Combobox id="command" label={fixed.field} nothing={fixed.nothing} entries={Shared::of(&entries)}
                {order} found={move |count| palette::found(lang, count)} {on_choose} />
        </Dialog>
    }
}

/// The commands of a state with their actions.
pub fn offered(state: &AppState) -> Vec<(Command, Action)> {
    let all = command::all(state).into_iter();
    all.filter_map(|command| command.action(state, 0.0).map(|action| (command, action))).collect()
}

/// The list may have been open for a while.
fn at_this_moment(action: Action) -> Action {
    match action {
        Action::Play { .. } => Action::Play { now_millis: now_millis() },
        Action::Pause { .. } => Action::Pause { now_millis: now_millis() },
        other => other,
    }
}

fn entry(lang: Lang, scenario: &Scenario, command: &Command) -> Entry {
    let activity = |name: &str| scenario.workflow.activity(name).map(|one| one.settings.kind());
    let (icon, hint) = match command {
        Command::Deed(deed) => (icon(*deed), command::shortcuts(*deed).first().map(|key| shown(lang, key))),
        Command::Add(sort) => (Some(Icon::Activity(sort.kind())), None),
        Command::GoTo(name) => (activity(name).map(Icon::Activity), None),
        Command::Theme(_) => (Some(Icon::Theme), None),
        _ => (None, None),
    };
    Entry {
        icon,
        name: name(lang, scenario, command).into(),
        remark: AttrValue::default(),
        hint: hint.unwrap_or_default().into(),
        verdict: Verdict::Fine,
    }
}

fn icon(deed: Deed) -> Option<Icon> {
    Some(match deed {
        Deed::Add => Icon::Add,
        Deed::ConnectTo => Icon::Connect,
        Deed::Rename => Icon::Edit,
        Deed::Undo => Icon::Undo,
        Deed::Redo => Icon::Redo,
        Deed::Remove => Icon::Close,
        Deed::PlayOrPause => Icon::Play,
        Deed::WeekOn | Deed::StepOn => Icon::Forward,
        Deed::WeekBack | Deed::StepBack => Icon::Back,
        Deed::Breakpoints => Icon::Breakpoint,
        Deed::Reset => Icon::Rewind,
        Deed::Save => Icon::Save,
        Deed::Recipients => Icon::People,
        Deed::About | Deed::Keys | Deed::Activities => Icon::Help,
        _ => return None,
    })
}

/// What a command is called.
fn name(lang: Lang, scenario: &Scenario, command: &Command) -> String {
    let shell = text::shell::of(lang);
    let place = |found: Option<usize>| found.unwrap_or_default();
    match command {
        Command::Deed(deed) => words::name(lang, *deed).to_owned(),
        Command::Add(sort) => words::add(lang, palette::name(lang, *sort)),
        Command::GoTo(name) => words::go_to(lang, &text::activity::place(lang, scenario, name)),
        Command::Mode(mode) => {
            let names = [shell.build, shell.play, shell.compare, shell.learn];
            words::mode(lang, names[place(Mode::ALL.iter().position(|one| one == mode))])
        }
        Command::Lang(other) => format!("{} · {}", text::shell::of(lang).language, other.own_name()),
        Command::Theme(theme) => {
            words::theme(lang, shell.themes[place(Theme::ALL.iter().position(|one| one == theme))])
        }
        Command::Sample(sample) => {
            words::sample(lang, shell.samples[place(Sample::ALL.iter().position(|one| one == sample))])
        }
    }
}

/// By its name, by the name of what it adds, and by its name in the other language.
fn fits(lang: Lang, typed: &str, scenario: &Scenario, command: &Command, own: &str) -> Option<Fit> {
    let other = lang.other();
    let bare = match command {
        Command::Add(sort) => palette::fits(lang, typed, *sort).map(|fit| fit.max(Fit::Word)),
        _ => None,
    };
    let by_name = fit(typed, own, &[&name(other, scenario, command)], "");
    by_name.into_iter().chain(bare).min()
}

/// A key as it is written: `Ctrl+Shift+Z`, on a Mac `⇧⌘Z`.
pub(super) fn shown(lang: Lang, shortcut: &Shortcut) -> String {
    let key = words::key(lang, shortcut.key);
    if is_mac() {
        let shift = if shortcut.shift { "⇧" } else { "" };
        let command = if shortcut.ctrl { "⌘" } else { "" };
        return format!("{shift}{command}{key}");
    }
    let ctrl = shortcut.ctrl.then(|| "Ctrl".to_owned());
    let shift = shortcut.shift.then(|| words::key(lang, "Shift"));
    ctrl.into_iter().chain(shift).chain([key]).collect::<Vec<_>>().join("+")
}

/// Whether the browser says that it runs on a Mac or an iPad; outside a browser it does not.
fn is_mac() -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
        platform.is_some_and(|name| name.starts_with("Mac") || name.starts_with("iP"))
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        false
    }
}

/// The action that a key asks for, where it is a command that can be done.
pub fn action_of_key(event: &KeyboardEvent, state: &AppState) -> Option<Action> {
    if event.default_prevented() || event.is_composing() {
        return None;
    }
    let key = event.key();
    if event.meta_key() && key.eq_ignore_ascii_case("y") {
        // On a Mac that is the browser's history; there ⇧⌘Z does again.
        return None;
    }
    let ctrl = event.ctrl_key() || event.meta_key();
    let pressed = Pressed { key: &key, ctrl, shift: event.shift_key(), alt: event.alt_key() };
    // Inside the shadow root the first on the path is what has the focus.
    let target = event.composed_path().get(0);
    let target = wasm_bindgen::JsCast::dyn_into::<Element>(target).ok();
    let is_in = |selector: &str| {
        target.as_ref().is_some_and(|target| target.closest(selector).ok().flatten().is_some())
    };
    let focus = Focus {
        is_field: is_in(FIELDS),
        is_workflow: is_in(WORKFLOW),
        is_dialog: state.view.dialog.is_some(),
    };
    let deed = command::of_key(pressed, focus, state.view.preferences.single_keys)?;
    Command::Deed(deed).action(state, now_millis())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::options::Options;
    use crate::text::builder::search::ranked;

    fn first(lang: Lang, typed: &str) -> String {
        let options = Options { mode: Some(Mode::Build), lang: Some(lang), ..Options::default() };
        let state = AppState::new(&options, None);
        let all = command::all(&state);
        let called = |command: &Command| name(lang, state.scenario(), command);
        let order = ranked(&all, |one| fits(lang, typed, state.scenario(), one, &called(one)));
        called(&all[order[0]])
    }

    #[test]
    fn commands_are_found_by_what_they_do() {
        assert_eq!(first(Lang::En, "tid"), "Tidy up the drawing");
        assert_eq!(first(Lang::En, "recurring"), "Go to Recurring delivery “Weekly newsletter”");
        assert_eq!(first(Lang::En, "dark"), "Theme: Dark");
        assert_eq!(first(Lang::Sv, "mörkt"), "Tema: Mörkt");
        assert_eq!(first(Lang::En, "sms"), "Add Mobile delivery (SMS)");
    }

    #[test]
    fn keys_are_written_as_people_know_them() {
        let key = |deed| shown(Lang::Sv, &command::shortcuts(deed)[0]);
        assert_eq!(key(Deed::Redo), "Ctrl+Skift+Z");
        assert_eq!(key(Deed::PlayOrPause), "Mellanslag");
        assert_eq!(key(Deed::Remove), "Delete");
    }
}
