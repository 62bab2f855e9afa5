//! The form of a Query beyond its condition: what is selected, and what is asked of linked tables.

use std::rc::Rc;

use yew::prelude::*;

use super::links::link_row;
use super::sheet::{RowsOf, Sheet};
use crate::scenario::activity::QuerySettings;
use crate::scenario::activity::targeting::{Dimension, LinkFilter};
use crate::text::activity::words::dimension;
use crate::text::format::capitalized;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::targeting as words;
use crate::ui::inspector::parts::section;

/// The form, around the condition builder.
pub fn form(sheet: &Sheet<'_, QuerySettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let values =
        [Dimension::Recipients, Dimension::Contracts].map(|one| (one, capitalized(dimension(lang, one))));
    let now = &sheet.now;
    html! {
        <>
            { section(shared::of(lang).settings, html! {
                <>
                    { sheet.one_of("ins-dimension", words.dimension, now.dimension, &values, |query, dimension| {
                        query.dimension = dimension;
                    }) }
                    if !now.dimension.is_recipients() {
                        <p class="ins-hint">{ words.contracts }</p>
                    }
                </>
            }) }
            { section(words.links, html! {
                <>
                    if !now.links.is_empty() {
                        <p class="ins-hint">{ words.links_hint }</p>
                    }
                    { links(sheet) }
                </>
            }) }
        </>
    }
}

fn links(sheet: &Sheet<'_, QuerySettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    let list = sheet.props.scenario.list_names().first().map(|name| (*name).to_owned()).unwrap_or_default();
    sheet.rows(RowsOf {
        id: "ins-links".to_owned(),
        label: words.links,
        none: "",
        add: words.add_link,
        is_ordered: false,
        list: |query, _| Some(&mut query.links),
        of: 0,
        fresh: Rc::new(move |_| {
            // Where there is no list to ask about, the log of deliveries can be asked.
            if list.is_empty() {
                LinkFilter::Received { activity: None, days: 30, not: false }
            } else {
                LinkFilter::InList { list: list.clone(), not: false }
            }
        }),
        row: &|place, link| link_row(sheet, place, link),
    })
}
