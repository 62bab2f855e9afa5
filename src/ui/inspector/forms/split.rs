//! The forms of Split and Cells: rows that each have an output.

use std::rc::Rc;

use yew::prelude::*;

use super::limit::subset_body;
use super::rows::Row;
use super::sheet::{RowsOf, Sheet};
use crate::people::Condition;
use crate::scenario::activity::targeting::{Cell, CellsSettings, SplitSettings, Subset};
use crate::scenario::fresh::free_name;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::targeting as words;
use crate::ui::inspector::parts::section;

/// The Split.
pub fn split(sheet: &Sheet<'_, SplitSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let on = sheet.now.complement;
    let rows = sheet.rows(RowsOf {
        id: "ins-subsets".to_owned(),
        label: words.subsets,
        none: "",
        add: words.add_subset,
        is_ordered: true,
        list: |split, _| Some(&mut split.subsets),
        of: 0,
        fresh: Rc::new(|split| {
            let name = numbered("subset", &|name| split.subsets.iter().any(|one| one.name == name));
            Subset { name, filter: None, enriched: None, limit: None }
        }),
        row: &|place, subset| {
            let read = sheet.namer(move |split, name| {
                if let Some(subset) = split.subsets.get_mut(place) {
                    subset.name = name;
                }
            });
            let id = format!("ins-subset-{place}-name");
            let head = sheet.text(id, shared::of(lang).output_name, &subset.name, read);
            Row { name: subset.name.clone().into(), head, body: subset_body(sheet, place, subset) }
        },
    });
    section(
        words.subsets,
        html! {
            <>
                <p class="ins-hint">{ words.subsets_hint }</p>
                { rows }
                { sheet.tick("ins-complement", shared::of(lang).complement, on, words.complement_of_split, |split| {
                    split.complement = !on;
                }) }
            </>
        },
    )
}

/// The Cells.
pub fn cells(sheet: &Sheet<'_, CellsSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let rows = sheet.rows(RowsOf {
        id: "ins-cells".to_owned(),
        label: words.cells,
        none: "",
        add: words.add_cell,
        is_ordered: true,
        list: |cells, _| Some(&mut cells.cells),
        of: 0,
        fresh: Rc::new(|cells| {
            let name = numbered("cell", &|name| cells.cells.iter().any(|one| one.name == name));
            Cell { name, condition: Condition::everyone() }
        }),
        row: &|place, cell| {
            let read = sheet.namer(move |cells, name| {
                if let Some(cell) = cells.cells.get_mut(place) {
                    cell.name = name;
                }
            });
            let head =
                sheet.text(format!("ins-cell-{place}-name"), shared::of(lang).output_name, &cell.name, read);
            let id = format!("ins-cell-{place}-c");
            let body = sheet.condition(id, words.cell_condition, &cell.condition, move |cells, condition| {
                if let Some(cell) = cells.cells.get_mut(place) {
                    cell.condition = condition;
                }
            });
            Row { name: cell.name.clone().into(), head, body }
        },
    });
    section(words.cells, html! { <><p class="ins-hint">{ words.subsets_hint }</p>{ rows }</> })
}

/// A free name with a number from 1 on: `subset1`.
pub fn numbered(stem: &str, is_taken: &dyn Fn(&str) -> bool) -> String {
    let first = format!("{stem}1");
    if is_taken(&first) { free_name(stem, |name| name == stem || is_taken(name)) } else { first }
}
