//! A group of a condition: how its parts are joined, the parts, and buttons to add to them.

use yew::prelude::*;

use super::Asking;
use super::parts_of::{Joining, added, fresh_test, joined, removed};
use super::test_row::test_row;
use crate::people::check::MAX_DEPTH;
use crate::people::{Condition, Operator};
use crate::text::inspector::condition as words;
use crate::ui::inspector::choice::{Choice, Entry};
use crate::ui::shell::icon::{Icon, IconView};

/// The group at the end of `path`, with everything in it.
pub fn group_view(asking: &Asking<'_>, group: &Condition, path: &[usize]) -> Html {
    let words = words::of(asking.pen.lang);
    let name = if path.is_empty() { words.group } else { words.inner_group };
    let part = |(place, part): (usize, &Condition)| {
        let way: Vec<usize> = path.iter().copied().chain([place]).collect();
        let key = id(asking.id, &way);
        match part {
            Condition::Test(test) => html! { <li {key}>{ test_row(asking, test, &way) }</li> },
            group => html! { <li {key}>{ group_view(asking, group, &way) }</li> },
        }
    };
    html! {
        <div class="ins-group" role="group" aria-label={name}>
            { head(asking, group, path, name) }
            if group.parts().is_empty() {
                <p class="ins-hint">{ if is_any(group) == group.is_negated() { words.everyone } else { words.nobody } }</p>
            } else {
                <ul>{ for group.parts().iter().enumerate().map(part) }</ul>
            }
            { add_buttons(asking, group, path) }
        </div>
    }
}

/// What tells the controls of a part from those of others.
pub(super) fn id(root: &str, path: &[usize]) -> String {
    path.iter().fold(root.to_owned(), |id, place| format!("{id}-{place}"))
}

fn is_any(group: &Condition) -> bool {
    matches!(group, Condition::Any(_))
}

fn head(asking: &Asking<'_>, group: &Condition, path: &[usize], name: &'static str) -> Html {
    let words = words::of(asking.pen.lang);
    let applied = Joining::of(group).name();
    let choose = {
        let (pen, root, path) = (asking.pen.clone(), asking.root.clone(), path.to_vec());
        let on_change = asking.on_change.clone();
        Callback::from(move |chosen: AttrValue| {
            if let Some(joining) = Joining::ALL.into_iter().find(|joining| joining.name() == &*chosen) {
                pen.edit(on_change.emit(joined(&root, &path, joining)));
            }
        })
    };
    let names = [words.all, words.any, words.none, words.not_all];
    let entries = Joining::ALL.iter().zip(names).map(|(joining, name)| Entry::new(joining.name(), name));
    let entries: Vec<Entry> = entries.collect();
    html! {
        <div class="ins-group-head">
            <Choice id={id(asking.id, path)} label={name} {applied} {entries} {choose} pen={asking.pen.clone()} />
            if !path.is_empty() {
                <button type="button" class="quiet tool" disabled={asking.pen.readonly} aria-label={words.remove_group}
                    title={words.remove_group} onclick={asking.pen.click(asking.edit(removed(&asking.root, path)))}>
                    <IconView icon={Icon::Close} />
                </button>
            }
        </div>
    }
}

fn add_buttons(asking: &Asking<'_>, group: &Condition, path: &[usize]) -> Html {
    let words = words::of(asking.pen.lang);
    let fresh =
        asking.schema.attributes().iter().find(|attribute| attribute.name == "newsletter").map_or_else(
            || Condition::is("email", Operator::IsNotEmpty),
            |first| Condition::Test(fresh_test(first)),
        );
    let test = asking.edit(added(&asking.root, path, fresh.clone()));
    // A group begins with a test, since an empty "any of" would select nobody.
    let inner = asking.edit(added(&asking.root, path, Condition::any(vec![fresh.clone()])));
    let except = asking.edit(added(&asking.root, path, Condition::except(vec![fresh])));
    let has_except = !is_any(group) && !group.is_negated();
    html! {
        <div class="ins-buttons">
            <button type="button" class="outlined" disabled={asking.pen.readonly} onclick={asking.pen.click(test)}>
                { words.add_test }
            </button>
            if path.len() + 2 < MAX_DEPTH {
                <button type="button" class="outlined" disabled={asking.pen.readonly} onclick={asking.pen.click(inner)}>
                    { words.add_group }
                </button>
                if has_except {
                    <button type="button" class="outlined" disabled={asking.pen.readonly} title={words.except_hint}
                        onclick={asking.pen.click(except)}>{ words.add_except }</button>
                }
            }
        </div>
    }
}
