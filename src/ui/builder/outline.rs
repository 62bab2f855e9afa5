//! The workflow as a tree that is built in as the drawing is: by keys, and by a menu on each row.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::menu::Menu;
use super::outline_menu::{STEP, after, items, moved};
use super::palette::focus;
use crate::app::action::Action;
use crate::app::selection::Selection;
use crate::app::state::Sheet;
use crate::paint::clock::now_millis;
use crate::scenario::Scenario;
use crate::scenario::activity::Activity;
use crate::scenario::edit::Edit;
use crate::scenario::finding::{Finding, Severity};
use crate::scene::branch::Graph;
use crate::scene::outline::{Row, RowKind, rows};
use crate::text::builder::outline as words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::after_paint::after_paint;
use crate::ui::widgets::kept_focus::keep_focus;
use crate::ui::widgets::reveal::reveal;
use crate::ui::workflow::card::hue_class;

/// Letters typed within this time are one word, in milliseconds.
const WORD_MILLIS: f64 = 700.0;

/// Props of the outline.
#[derive(Clone, PartialEq, Properties)]
pub struct OutlineProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is wrong or doubtful.
    pub findings: Shared<[Finding]>,
    /// What is chosen.
    pub selection: Selection,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The outline.
#[component]
pub fn Outline(props: &OutlineProps) -> Html {
    let lang = props.lang;
    let node = use_node_ref();
    let closed = use_state_eq(BTreeSet::<Rc<str>>::new);
    let at = use_state_eq(|| None::<Rc<str>>);
    let menu = use_state_eq(|| None::<(Rc<str>, i32)>);
    let word = use_mut_ref(|| (String::new(), f64::MIN));
    let all = use_memo(props.scenario.clone(), |scenario| rows(&scenario.workflow));
    let hues = use_memo(props.scenario.clone(), |scenario| {
        let graph = Graph::of(&scenario.workflow);
        let activities = scenario.workflow.activities.iter().enumerate();
        let hue = |(place, one): (usize, &Activity)| (one.name.clone(), hue_class(graph.hue(place)));
        activities.map(hue).collect::<BTreeMap<_, _>>()
    });
    let shown: Vec<&Row> = all.iter().filter(|row| is_shown(&all, row, &closed)).collect();
    let current = at.as_ref().and_then(|key| shown.iter().position(|row| row.key == *key)).unwrap_or(0);
    // What is chosen elsewhere is shown here.
    use_effect_with(props.selection.only_activity().cloned(), {
        let (node, at) = (node.clone(), at.setter());
        move |chosen| {
            if let Some(name) = chosen {
                at.set(Some(format!("= {name}").into()));
                reveal(&node, "[aria-selected=true]");
            }
        }
    });
    let go = {
        let node = node.clone();
        move |place: usize| focus(&node, &format!("[data-row='{place}']"))
    };
    let set_open = {
        let closed = closed.clone();
        move |key: &Rc<str>, open: bool| {
            let mut next = (*closed).clone();
            if open {
                next.remove(key)
            } else {
                next.insert(key.clone())
            };
            closed.set(next);
        }
    };
    let open_menu = {
        let menu = menu.setter();
        move |row: &Row, element: Option<HtmlElement>| {
            let top = element.map_or(0, |element| element.offset_top() + element.offset_height());
            menu.set(Some((row.key.clone(), top)));
        }
    };
    let onkeydown = {
        let keys: Vec<Row> = shown.iter().map(|row| (*row).clone()).collect();
        let titles: Vec<String> =
            shown.iter().map(|row| title(lang, &props.scenario, row).to_lowercase()).collect();
        let (props, closed, go, set_open, open_menu) =
            (props.clone(), closed.clone(), go.clone(), set_open.clone(), open_menu.clone());
        let node = node.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some(row) = keys.get(current).filter(|_| !event.default_prevented()) else { return };
            let may_edit = !props.readonly && row.activity.is_some() && row.kind != RowKind::Reference;
            let key = event.key();
            let is_closed = closed.contains(&row.key);
            let has_modifier = event.ctrl_key() || event.meta_key();
            match key.as_str() {
                // Screen readers take Insert for themselves, and some keyboards have none.
                "Enter" if has_modifier && may_edit => props.send.emit(Action::Add(after(row))),
                _ if has_modifier => return,
                "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" if event.alt_key() => {
                    // Where nothing can be moved these are the browser's.
                    if !may_edit {
                        return;
                    }
                    if let Some(name) = &row.activity {
                        let (x, y) = STEP[["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]
                            .iter()
                            .position(|one| *one == key)
                            .unwrap_or(0)];
                        props.send.emit(Action::Edit(moved(name, x, y)));
                    }
                }
                "ArrowDown" => go((current + 1).min(keys.len() - 1)),
                "ArrowUp" => go(current.saturating_sub(1)),
                "Home" => go(0),
                "End" => go(keys.len() - 1),
                "ArrowRight" if row.has_children && is_closed => set_open(&row.key, true),
                "ArrowRight" if row.has_children => go(current + 1),
                "ArrowLeft" if row.has_children && !is_closed => set_open(&row.key, false),
                "ArrowLeft" => {
                    let above = keys[..current].iter().rposition(|other| other.level < row.level);
                    above.into_iter().for_each(&go);
                }
                "Enter" | " " => choose(&props, row),
                "ContextMenu" | "F10" if key != "F10" || event.shift_key() => {
                    open_menu(row, event.target_dyn_into());
                }
                "F2" if may_edit => {
                    choose(&props, row);
                    props.send.emit(Action::Show(Some(Sheet::Rename)));
                }
                "Insert" if may_edit => props.send.emit(Action::Add(after(row))),
                "Delete" | "Backspace" if may_edit => {
                    remove(&props, row);
                    keep_focus_in(&node);
                }
                letter if is_letter(letter) && !event.alt_key() => {
                    let mut word = word.borrow_mut();
                    let now = now_millis();
                    if now - word.1 > WORD_MILLIS {
                        word.0.clear();
                    }
                    word.0.push_str(&letter.to_lowercase());
                    word.1 = now;
                    // One letter goes on to the next row; a longer word may stay.
                    let first = current + usize::from(word.0.chars().count() == 1);
                    let order = (first..titles.len()).chain(0..first.min(titles.len()));
                    order
                        .into_iter()
                        .find(|&place| titles[place].starts_with(&word.0))
                        .into_iter()
                        .for_each(&go);
                }
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        })
    };
    let row = |(place, row): (usize, &Row)| {
        let name = title(lang, &props.scenario, row);
        let is_chosen = is_chosen(&props.selection, row);
        let hue = row.activity.as_deref().and_then(|name| hues.get(name)).copied();
        let expanded = row.has_children.then(|| (!closed.contains(&row.key)).to_string());
        let onclick = {
            let (props, row) = (props.clone(), row.clone());
            Callback::from(move |_: MouseEvent| choose(&props, &row))
        };
        let onfocus = {
            let (at, key) = (at.setter(), row.key.clone());
            Callback::from(move |_: FocusEvent| at.set(Some(key.clone())))
        };
        let fold = {
            let (set_open, key, is_closed) = (set_open.clone(), row.key.clone(), closed.contains(&row.key));
            Callback::from(move |event: MouseEvent| {
                event.stop_propagation();
                set_open(&key, is_closed);
            })
        };
        let onmenu = {
            let (open_menu, row) = (open_menu.clone(), row.clone());
            Callback::from(move |event: MouseEvent| {
                event.stop_propagation();
                let button = event.target_dyn_into::<Element>();
                let row_of = button.and_then(|button| button.closest("[data-row]").ok().flatten());
                let element = row_of.and_then(|row| wasm_bindgen::JsCast::dyn_into(row).ok());
                open_menu(&row, element);
            })
        };
        let has_menu = !items(lang, &props.scenario, row, props.readonly).is_empty();
        html! {
            <li key={&*row.key} role="treeitem" class={classes!("tree-row", kind_class(&row.kind), hue)} data-row={place.to_string()}
                tabindex={if place == current { "0" } else { "-1" }} style={format!("--level: {}", row.level - 1)}
                aria-level={row.level.to_string()} aria-posinset={row.sibling.0.to_string()} aria-setsize={row.sibling.1.to_string()}
                aria-expanded={expanded.clone()} aria-selected={is_chosen.to_string()}
                aria-label={spoken(lang, props, row)} {onclick} {onfocus}>
                if row.has_children {
                    <button type="button" class="quiet tree-fold" tabindex="-1" aria-hidden="true" onclick={fold}>
                        <IconView icon={if expanded.as_deref() == Some("true") { Icon::Unfolded } else { Icon::Next }} />
                    </button>
                } else {
                    <span class="tree-fold"></span>
                }
                { content(lang, props, row, &name) }
                if has_menu {
                    <button type="button" class="quiet tool tree-menu" tabindex="-1" aria-haspopup="menu"
                        aria-label={words::menu(lang, &name)} onclick={onmenu}><IconView icon={Icon::More} /></button>
                }
            </li>
        }
    };
    let open = menu.as_ref().and_then(|(key, top)| Some((all.iter().find(|row| row.key == *key)?, *top)));
    let open = open.map(|(row, top)| {
        let entries = items(lang, &props.scenario, row, props.readonly);
        let label = words::menu(lang, &title(lang, &props.scenario, row));
        let names: Vec<AttrValue> = entries.iter().map(|item| item.name.clone()).collect();
        let place = shown.iter().position(|other| other.key == row.key).unwrap_or(0);
        let on_close = {
            let (menu, send, go, node) = (menu.setter(), props.send.clone(), go.clone(), node.clone());
            Callback::from(move |chosen: Option<usize>| {
                menu.set(None);
                let actions = chosen.and_then(|chosen| entries.get(chosen)).map(|item| item.actions.clone());
                let (send, go, node) = (send.clone(), go.clone(), node.clone());
                // Once the menu is gone the row can have the focus, to which a dialog gives it back.
                after_paint(move || {
                    go(place);
                    actions.into_iter().flatten().for_each(|action| send.emit(action));
                    keep_focus_in(&node);
                });
            })
        };
        let on_leave = {
            let menu = menu.setter();
            Callback::from(move |()| menu.set(None))
        };
        html! { <Menu {label} {top} {names} {on_close} {on_leave} /> }
    });
    if all.is_empty() {
        return html! { <p class="workflow-empty muted">{ words::of(lang).empty }</p> };
    }
    html! {
        <div class="tree-frame" ref={node}>
            <ul role="tree" class="tree" aria-label={words::of(lang).tree} {onkeydown}>
                { for shown.iter().enumerate().map(|(place, one)| row((place, one))) }
            </ul>
            { open.unwrap_or_default() }
        </div>
    }
}

/// Keeps the focus in the stage where the row that has it goes.
fn keep_focus_in(frame: &NodeRef) {
    let stage = frame.cast::<Element>().and_then(|frame| frame.closest(".stage").ok().flatten());
    if let Some(stage) = stage {
        keep_focus(&stage, &[".tree-row[tabindex='0']", ".stage-head button"]);
    }
}

/// Whether a key may begin a title; other signs are commands.
fn is_letter(key: &str) -> bool {
    let mut signs = key.chars();
    signs.next().is_some_and(char::is_alphanumeric) && signs.next().is_none()
}

fn is_shown(all: &[Row], row: &Row, closed: &BTreeSet<Rc<str>>) -> bool {
    let mut above = row.parent.and_then(|parent| all.get(parent));
    while let Some(parent) = above {
        if closed.contains(&parent.key) {
            return false;
        }
        above = parent.parent.and_then(|parent| all.get(parent));
    }
    true
}

fn is_chosen(selection: &Selection, row: &Row) -> bool {
    match (&row.kind, &row.activity) {
        (RowKind::Activity { .. }, Some(name)) => selection.has(name),
        (RowKind::Output { transition, .. }, _) => {
            transition.is_some() && selection.only_transition() == *transition
        }
        _ => false,
    }
}

fn choose(props: &OutlineProps, row: &Row) {
    let selection = match (&row.kind, &row.activity) {
        (RowKind::Output { transition: Some(transition), .. }, _) => Selection::transition(*transition),
        (RowKind::Activity { .. } | RowKind::Reference, Some(name)) => Selection::activity(name.clone()),
        _ => return,
    };
    props.send.emit(Action::Select(selection));
}

fn remove(props: &OutlineProps, row: &Row) {
    let edit = match (&row.kind, &row.activity) {
        (RowKind::Output { transition: Some(transition), .. }, _) => {
            Edit::Disconnect { transition: *transition }
        }
        (RowKind::Activity { .. }, Some(name)) => Edit::Remove { activities: vec![name.to_string()] },
        _ => return,
    };
    props.send.emit(Action::Edit(edit));
}

fn kind_class(kind: &RowKind) -> &'static str {
    match kind {
        RowKind::Branch { .. } => "is-branch",
        RowKind::Activity { .. } => "is-activity",
        RowKind::Output { .. } => "is-output",
        RowKind::Reference => "is-reference",
    }
}

/// What a row is called.
pub(super) fn title(lang: Lang, scenario: &Scenario, row: &Row) -> String {
    let activity = row.activity.as_deref().and_then(|name| scenario.workflow.activity(name));
    match &row.kind {
        RowKind::Branch { number, activities } => text::workflow::branch(lang, *number, *activities),
        RowKind::Activity { .. } => activity.map(|one| text::workflow::title(lang, one)).unwrap_or_default(),
        RowKind::Output { output, way, .. } => words::output(lang, output, *way),
        RowKind::Reference => words::reference(lang, scenario, row.activity.as_deref().unwrap_or_default()),
    }
}

/// What is found about the activity of a row.
fn found(props: &OutlineProps, row: &Row) -> Vec<Severity> {
    let is_own = |finding: &&Finding| {
        matches!(row.kind, RowKind::Activity { .. })
            && finding.activity.as_deref() == row.activity.as_deref()
            && finding.activity.is_some()
    };
    props.findings.iter().filter(is_own).map(|finding| finding.severity).collect()
}

/// What a row is called when it is read out.
fn spoken(lang: Lang, props: &OutlineProps, row: &Row) -> String {
    let fixed = words::of(lang);
    let activity = row.activity.as_deref().and_then(|name| props.scenario.workflow.activity(name));
    match (&row.kind, activity) {
        (RowKind::Activity { is_open }, Some(one)) => {
            let told = text::workflow::described(lang, &props.scenario, one, &found(props, row), (&[], &[]));
            if *is_open { format!("{told}, {}", fixed.nowhere) } else { told }
        }
        (RowKind::Output { transition: None, output, .. }, _) if output.is_required => {
            format!("{}, {}", title(lang, &props.scenario, row), fixed.nowhere)
        }
        _ => title(lang, &props.scenario, row),
    }
}

fn content(lang: Lang, props: &OutlineProps, row: &Row, name: &str) -> Html {
    let activity = row.activity.as_deref().and_then(|name| props.scenario.workflow.activity(name));
    let nowhere = html! { <span class="outline-open">{ words::of(lang).nowhere }</span> };
    match (&row.kind, activity) {
        (RowKind::Activity { is_open }, Some(one)) => {
            let kind = one.settings.kind();
            let summary = text::workflow::summary(lang, &props.scenario, one);
            let found = found(props, row);
            let worst = found.iter().min();
            html! {
                <>
                    <span class={classes!("card-icon", kind.is_delivery().then_some("is-delivery"))}><IconView icon={Icon::Activity(kind)} /></span>
                    <span class="tree-text">
                        <b>{ name.to_owned() }</b>
                        if !summary.is_empty() {
                            <span class="small muted">{ summary }</span>
                        }
                        if *is_open {
                            { nowhere }
                        }
                    </span>
                    if let Some(worst) = worst {
                        <span class={classes!("count-badge", (*worst == Severity::Error).then_some("is-error"))}
                            title={text::finding::severity(lang, *worst)}>{ found.len() }</span>
                    }
                </>
            }
        }
        (RowKind::Output { transition: None, .. }, _) => {
            html! { <span class="tree-text"><span>{ name.to_owned() }</span>{ nowhere }</span> }
        }
        _ => html! { <span class="tree-text"><span>{ name.to_owned() }</span></span> },
    }
}
