//! The lists and information services of a scenario: their labels, and who is in them when the run begins.

use std::rc::Rc;

use yew::prelude::*;

use crate::people::Condition;
use crate::scenario::edit::Edit;
use crate::scenario::fresh::free_name;
use crate::scenario::properties::NamedPeople;
use crate::text::inspector::forms::people as words;
use crate::text::inspector::forms::people::NamedForm;
use crate::ui::inspector::InspectorProps;
use crate::ui::inspector::field::Look;
use crate::ui::inspector::forms::rows::Row;
use crate::ui::inspector::forms::sheet::{RowsOf, Sheet};
use crate::ui::inspector::parts::section;
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::reading;

/// Lists or services being edited.
type People<'p> = Sheet<'p, Vec<NamedPeople>>;

/// The lists. The name of a new one is none that a List update uses: that would be the same list.
pub fn lists_section(props: &InspectorProps, pen: &Pen) -> Html {
    let made: Vec<String> = props.scenario.list_names().into_iter().map(str::to_owned).collect();
    let sheet = Sheet::new(props, pen, &props.scenario.lists, Edit::SetLists);
    named(&sheet, words::lists(pen.lang), "list", made)
}

/// The information services.
pub fn services_section(props: &InspectorProps, pen: &Pen) -> Html {
    let sheet = Sheet::new(props, pen, &props.scenario.services, Edit::SetServices);
    named(&sheet, words::services(pen.lang), "service", Vec::new())
}

fn named(sheet: &People<'_>, words: &'static NamedForm, stem: &'static str, taken: Vec<String>) -> Html {
    let rows = sheet.rows(RowsOf {
        id: format!("ins-{stem}s"),
        label: words.heading,
        none: words.none,
        add: words.add,
        is_ordered: false,
        list: |all, _| Some(all),
        of: 0,
        fresh: Rc::new(move |all: &Vec<NamedPeople>| {
            let is_taken = |name: &str| {
                all.iter().any(|one| one.name == name) || taken.iter().any(|other| other == name)
            };
            NamedPeople { name: free_name(stem, is_taken), label: words.fresh.to_owned(), members: None }
        }),
        row: &|place, one| named_row(sheet, words, &format!("ins-{stem}-{place}"), place, one),
    });
    section(words.heading, rows)
}

fn named_row(
    sheet: &People<'_>,
    words: &'static NamedForm,
    id: &str,
    place: usize,
    one: &NamedPeople,
) -> Row {
    let read = sheet.reader(move |all, typed| {
        let label = reading::required(typed)?;
        if let Some(one) = all.get_mut(place) {
            one.label = label;
        }
        Ok(())
    });
    let hint = words::internal(sheet.pen.lang, &one.name).into();
    let head = sheet.told(format!("{id}-label"), words.label, Look::Text, one.label.clone(), read, hint);
    let means = if one.members.is_some() { "" } else { words.nobody };
    let body = html! {
        <>
            { sheet.tick(format!("{id}-members"), words.members, one.members.is_some(), means, |all| {
                if let Some(one) = all.get_mut(place) {
                    one.members = match one.members {
                        None => Some(Condition::everyone()),
                        Some(_) => None,
                    };
                }
            }) }
            if let Some(members) = &one.members {
                { sheet.condition(format!("{id}-c"), words.members, members, move |all, condition| {
                    if let Some(one) = all.get_mut(place) {
                        one.members = Some(condition);
                    }
                }) }
            }
        </>
    };
    let name = if one.label.trim().is_empty() { &one.name } else { &one.label };
    Row { name: name.clone().into(), head, body }
}
