//! The form of the Test: conditions in order, each with comparisons that must all hold, and the default fork.

use std::rc::Rc;

use yew::prelude::*;

use super::comparison::comparison_row;
use super::rows::Row;
use super::sheet::{RowsOf, Sheet};
use super::split::numbered;
use crate::scenario::activity::flow::{Comparison, Operand, TestBranch, TestSettings};
use crate::scenario::activity::targeting::Comparator;
use crate::scenario::variables::VarValue;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::flow as words;
use crate::ui::inspector::parts::section;

/// The form.
pub fn form(sheet: &Sheet<'_, TestSettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    let on = sheet.now.default_fork;
    let rows = sheet.rows(RowsOf {
        id: "ins-branches".to_owned(),
        label: words.branches,
        none: "",
        add: words.add_branch,
        is_ordered: true,
        list: |test, _| Some(&mut test.branches),
        of: 0,
        fresh: Rc::new(|test| {
            let name = numbered("condition", &|name| test.branches.iter().any(|one| one.name == name));
            TestBranch { name, when: vec![fresh_comparison()] }
        }),
        row: &|place, branch| branch_row(sheet, place, branch),
    });
    section(
        words.branches,
        html! {
            <>
                <p class="ins-hint">{ words.branches_hint }</p>
                { rows }
                { sheet.tick("ins-default", words.default_fork, on, words.default_fork_hint, |test| {
                    test.default_fork = !on;
                }) }
            </>
        },
    )
}

fn fresh_comparison() -> Comparison {
    Comparison { left: Operand::RecCount, operator: Comparator::Greater, right: VarValue::Integer(0) }
}

fn branch_row(sheet: &Sheet<'_, TestSettings>, place: usize, branch: &TestBranch) -> Row {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let read = sheet.namer(move |test, name| {
        if let Some(branch) = test.branches.get_mut(place) {
            branch.name = name;
        }
    });
    let head =
        sheet.text(format!("ins-branch-{place}-name"), shared::of(lang).output_name, &branch.name, read);
    let body = sheet.rows(RowsOf {
        id: format!("ins-branch-{place}-when"),
        label: words.comparisons,
        none: words.always,
        add: words.add_comparison,
        is_ordered: false,
        list: |test, branch| test.branches.get_mut(branch).map(|branch| &mut branch.when),
        of: place,
        fresh: Rc::new(|_| fresh_comparison()),
        row: &|number, one| comparison_row(sheet, (place, number), one),
    });
    Row { name: branch.name.clone().into(), head, body }
}
