//! A list of rows that can be added, removed and moved: subsets, answers, conditions of a Test.

use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast as _;
use yew::prelude::*;

use crate::scenario::edit::Edit;
use crate::text::inspector::forms as words;
use crate::ui::inspector::pen::Pen;
use crate::ui::shell::icon::{Icon, IconView};

/// The most rows a list may have.
pub const MOST_ROWS: usize = 100;

/// A change of a list of rows; places count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowChange {
    /// A new one at the end.
    Add,
    /// Without the one at this place.
    Remove(usize),
    /// The one at this place changes places with the one before it.
    Up(usize),
    /// The one at this place changes places with the one after it.
    Down(usize),
}

impl RowChange {
    /// Makes the change; one that is not possible leaves the list as it is.
    pub fn apply<T>(self, list: &mut Vec<T>, fresh: T) {
        match self {
            Self::Add if list.len() < MOST_ROWS => list.push(fresh),
            Self::Remove(place) if place < list.len() => {
                list.remove(place);
            }
            Self::Up(place) if place > 0 && place < list.len() => list.swap(place - 1, place),
            Self::Down(place) if place + 1 < list.len() => list.swap(place, place + 1),
            _ => {}
        }
    }

    /// Which control is looked at next, for whoever uses the keyboard: its place and what it does.
    fn then_focused(self) -> (usize, Aim) {
        match self {
            Self::Add => (usize::MAX, Aim::Field),
            Self::Remove(place) => (place, Aim::Remove),
            Self::Up(place) => (place.saturating_sub(1), Aim::Up),
            Self::Down(place) => (place + 1, Aim::Down),
        }
    }
}

/// A control of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Aim {
    Up,
    Down,
    Remove,
    Field,
}

impl Aim {
    const fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Remove => "remove",
            Self::Field => "field",
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called, for its buttons.
    pub name: AttrValue,
    /// The field beside the buttons.
    pub head: Html,
    /// The fields below.
    pub body: Html,
}

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct RowsProps {
    /// The id of the list, unique in the inspector.
    pub id: AttrValue,
    /// Names the list.
    pub label: AttrValue,
    /// Said where there is no row.
    pub none: AttrValue,
    /// The button that adds one.
    pub add: AttrValue,
    /// Whether their order matters.
    pub is_ordered: bool,
    /// The rows.
    pub rows: Vec<Row>,
    /// The edit that makes a change.
    pub change: Callback<RowChange, Edit>,
    /// Where edits go.
    pub pen: Pen,
}

/// The list. After a change the keyboard is where the row went, or at its neighbour where the row is gone.
#[component]
pub fn Rows(props: &RowsProps) -> Html {
    let node = use_node_ref();
    let wanted = use_mut_ref(|| None::<(usize, Aim)>);
    let names: Vec<AttrValue> = props.rows.iter().map(|row| row.name.clone()).collect();
    use_effect_with(names, {
        let (node, wanted) = (node.clone(), wanted.clone());
        move |names: &Vec<AttrValue>| {
            if let Some((place, aim)) = wanted.borrow_mut().take()
                && let Some(list) = node.cast::<HtmlElement>()
            {
                focus(&list, place.min(names.len().saturating_sub(1)), aim);
            }
        }
    });
    let click = |change: RowChange| {
        let (wanted, pen, make) = (wanted.clone(), props.pen.clone(), props.change.clone());
        Callback::from(move |_: MouseEvent| {
            *wanted.borrow_mut() = Some(change.then_focused());
            pen.edit(make.emit(change));
        })
    };
    let words = words::of(props.pen.lang);
    let tool = |place: usize, change: RowChange, aim: Aim, text: &str, icon: Icon, is_off: bool| {
        html! {
            <button type="button" class="quiet tool" data-aim={aim.name()} title={text.to_owned()}
                aria-label={format!("{text}: {}", props.rows.get(place).map_or("", |row| &row.name))}
                disabled={props.pen.readonly || is_off} onclick={click(change)}><IconView {icon} /></button>
        }
    };
    let last = props.rows.len().saturating_sub(1);
    let row = |(place, row): (usize, &Row)| {
        html! {
            <li key={place} data-place={place.to_string()} aria-label={row.name.clone()}>
                <div class="ins-row-head">
                    { row.head.clone() }
                    <div class="ins-row-tools">
                        if props.is_ordered {
                            { tool(place, RowChange::Up(place), Aim::Up, words.move_up, Icon::Ascending, place == 0) }
                            { tool(place, RowChange::Down(place), Aim::Down, words.move_down, Icon::Descending, place == last) }
                        }
                        { tool(place, RowChange::Remove(place), Aim::Remove, words.remove, Icon::Close, false) }
                    </div>
                </div>
                { row.body.clone() }
            </li>
        }
    };
    html! {
        <div class="ins-rows" id={props.id.clone()} ref={node}>
            if props.rows.is_empty() {
                <p class="ins-hint">{ &props.none }</p>
            } else {
                <ul aria-label={props.label.clone()}>{ for props.rows.iter().enumerate().map(row) }</ul>
            }
            <button type="button" class="outlined" data-aim="add"
                disabled={props.pen.readonly || props.rows.len() >= MOST_ROWS} onclick={click(RowChange::Add)}>
                { &props.add }
            </button>
        </div>
    }
}

/// Gives the keyboard to a control of a row, or to one that is there and can be used.
fn focus(list: &HtmlElement, place: usize, aim: Aim) {
    let find = |selector: String| {
        let found = list.query_selector(&selector).ok().flatten();
        found.and_then(|element| element.dyn_into::<HtmlElement>().ok())
    };
    let in_row = |aim: Aim| {
        let other = match aim {
            Aim::Up => Aim::Down,
            _ => Aim::Up,
        };
        let head = format!(":scope > ul > [data-place=\"{place}\"] > .ins-row-head");
        let tool = |aim: Aim| find(format!("{head} [data-aim=\"{}\"]:not(:disabled)", aim.name()));
        match aim {
            Aim::Field => find(format!(":scope > ul > [data-place=\"{place}\"] :is(input, select)")),
            Aim::Remove => tool(aim),
            _ => tool(aim).or_else(|| tool(other)),
        }
    };
    let target = in_row(aim).or_else(|| find(":scope > [data-aim=\"add\"]".to_owned()));
    if let Some(target) = target {
        // An element that cannot take the keyboard keeps it where it is.
        let _ = target.focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_added_removed_and_moved_where_that_is_possible() {
        let changed = |change: RowChange| {
            let mut list = vec!['a', 'b', 'c'];
            change.apply(&mut list, 'n');
            list.into_iter().collect::<String>()
        };
        assert_eq!(changed(RowChange::Add), "abcn");
        assert_eq!(changed(RowChange::Remove(1)), "ac");
        assert_eq!(changed(RowChange::Up(2)), "acb");
        assert_eq!(changed(RowChange::Down(0)), "bac");
        for change in [RowChange::Up(0), RowChange::Down(2), RowChange::Remove(3), RowChange::Up(7)] {
            assert_eq!(changed(change), "abc", "{change:?}");
        }
        let mut full = vec!['a'; MOST_ROWS];
        RowChange::Add.apply(&mut full, 'n');
        assert_eq!(full.len(), MOST_ROWS);
    }

    #[test]
    fn the_keyboard_follows_the_row() {
        assert_eq!(RowChange::Up(2).then_focused(), (1, Aim::Up));
        assert_eq!(RowChange::Down(0).then_focused(), (1, Aim::Down));
        assert_eq!(RowChange::Remove(1).then_focused(), (1, Aim::Remove));
    }
}
