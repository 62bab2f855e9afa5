//! The tools rendered to text: what can be added, the tree with its rows, and what is said of them.

use std::rc::Rc;

use yew::LocalServerRenderer;
use yew::prelude::*;

use super::outline::{Outline, OutlineProps};
use super::outline_menu::items;
use super::palette::{Palette, PaletteProps};
use super::quick_add::{QuickAdd, QuickAddProps, all};
use crate::app::action::Action;
use crate::app::adding::Adding;
use crate::app::options::{Mode, Options};
use crate::app::preferences::Preferences;
use crate::app::reduce::reduce;
use crate::app::selection::Selection;
use crate::app::state::AppState;
use crate::scenario::Scenario;
use crate::scenario::activity::{ActivityKind, Tab};
use crate::scenario::edit::{Edit, apply};
use crate::scenario::fresh::Sort;
use crate::scenario::samples::Sample;
use crate::scene::outline::rows;
use crate::text::Lang;
use crate::text::builder::palette as words;
use crate::ui::shared::Shared;

fn with_split() -> Rc<Scenario> {
    let add = Edit::Add {
        sort: Sort::Kind(ActivityKind::Split),
        label: "Split".into(),
        x: 0,
        y: 600,
        after: Some(("query".into(), None)),
    };
    Rc::new(apply(&Sample::SideBySide.scenario(), add).unwrap())
}

async fn outline(readonly: bool, lang: Lang) -> String {
    let props = OutlineProps {
        scenario: Shared::of(&with_split()),
        findings: Shared::of(&Rc::from([])),
        selection: Selection::activity("query"),
        readonly,
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<Outline>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn everything_simulated_is_on_the_palette_and_the_rest_is_folded() {
    for lang in Lang::WRITTEN {
        let props = PaletteProps {
            scenario: Shared::of(&with_split()),
            selection: Selection::none(),
            preferences: Preferences::default(),
            lang,
            send: Callback::noop(),
        };
        let html = LocalServerRenderer::<Palette>::with_props(props).hydratable(false).render().await;
        for sort in all() {
            let is_there = html.contains(&format!("<span>{}</span>", words::name(lang, sort)));
            assert_eq!(is_there, sort.tab() != Tab::NotSimulated, "{sort:?}");
        }
        assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one tab stop");
    }
}

#[tokio::test]
async fn what_may_not_follow_says_why_before_it_is_chosen() {
    let adding = Adding { at: None, after: Some(("query".into(), None)) };
    let props =
        QuickAddProps { scenario: Shared::of(&with_split()), adding, lang: Lang::En, send: Callback::noop() };
    let html = LocalServerRenderer::<QuickAdd>::with_props(props).hydratable(false).render().await;
    assert!(html.contains("After Query “query”"));
    assert!(html.contains("Added without a transition: A Scheduler starts a branch"));
    assert!(html.contains("role=\"combobox\"") && html.contains("aria-activedescendant=\"add-0\""));
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
}

#[tokio::test]
async fn the_tree_has_each_activity_once_with_its_outputs() {
    let html = outline(false, Lang::En).await;
    assert_eq!(html.matches("role=\"treeitem\"").count(), rows(&with_split().workflow).len());
    assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one tab stop");
    assert_eq!(html.matches("is-activity").count(), 6);
    assert!(html.contains("aria-label=\"subset1, leads nowhere: the workflow pauses there\""));
    assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
    assert!(outline(false, Lang::Sv).await.contains("Åtgärder för Fråga"));
}

/// The names of a row's actions.
fn names(scenario: &Scenario, key: &str, readonly: bool) -> Vec<String> {
    let rows = rows(&scenario.workflow);
    let row = rows.iter().find(|row| &*row.key == key).unwrap();
    items(Lang::En, scenario, row, readonly).iter().map(|item| item.name.to_string()).collect()
}

#[test]
fn each_row_can_do_what_the_drawing_can() {
    let scenario = with_split();
    let query = names(&scenario, "= query", false);
    for name in ["Connect to…", "Rename…", "Duplicate", "Move left", "Remove", "Add an activity after it…"]
    {
        assert!(query.iter().any(|one| one == name), "{name}");
    }
    assert_eq!(query.iter().filter(|name| name.starts_with("Disconnect from")).count(), 2);
    assert_eq!(names(&scenario, "split > complement 0", false).len(), 2);
    assert_eq!(names(&scenario, "= query", true), ["Show its settings"]);
}

#[test]
fn what_a_menu_does_the_store_does() {
    let options = Options { mode: Some(Mode::Build), ..Options::default() };
    let mut state = AppState::new(&options, None);
    let rows = rows(&state.scenario().workflow);
    let row = rows.iter().find(|row| &*row.key == "= query").unwrap();
    let menu = items(Lang::En, state.scenario(), row, false);
    let move_right = menu.iter().find(|item| &*item.name == "Move right").unwrap();
    let before = state.scenario().workflow.activity("query").unwrap().x;
    for action in [move_right, move_right].into_iter().flat_map(|item| &item.actions) {
        state = reduce(&state, action.clone());
    }
    assert!(state.scenario().workflow.activity("query").unwrap().x > before);
    state = reduce(&state, Action::Undo);
    assert_eq!(state.scenario().workflow.activity("query").unwrap().x, before, "a row of moves is one step");
}
