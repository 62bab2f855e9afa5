//! What the controls of a form ask for, kept by their ids, so that a test can use them without a page.

use std::cell::RefCell;
use std::collections::BTreeMap;

use yew::prelude::*;

use super::rows::RowChange;
use crate::people::Condition;
use crate::scenario::edit::Edit;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::pen::Reader;

/// A control and what it asks for.
#[derive(Clone)]
pub(in crate::ui::inspector) enum Control {
    /// A field.
    Field(Reader),
    /// A list to choose from, or a field that takes any text.
    Choice(Callback<AttrValue, Edit>),
    /// A check box or a side of a switch.
    Button(Box<Edit>),
    /// A condition builder.
    Condition(Callback<Condition, Edit>),
    /// A list of rows.
    Rows(Callback<RowChange, Edit>),
}

thread_local! {
    static CONTROLS: RefCell<BTreeMap<String, Control>> = const { RefCell::new(BTreeMap::new()) };
}

/// Keeps a control.
pub(in crate::ui::inspector) fn note(id: &str, control: Control) {
    CONTROLS.with_borrow_mut(|controls| controls.insert(id.to_owned(), control));
}

/// Forgets all controls.
pub(in crate::ui::inspector) fn clear() {
    CONTROLS.with_borrow_mut(BTreeMap::clear);
}

fn control(id: &str) -> Control {
    CONTROLS.with_borrow(|controls| match controls.get(id) {
        Some(control) => control.clone(),
        None => panic!("no control {id} among {:?}", controls.keys()),
    })
}

/// What typing in a field or choosing from a list asks for.
pub(in crate::ui::inspector) fn enter(id: &str, typed: &str) -> Result<Edit, Wrong> {
    match control(id) {
        Control::Field(read) => read.emit(typed.to_owned().into()),
        Control::Choice(make) => Ok(make.emit(typed.to_owned().into())),
        _ => panic!("{id} takes no text"),
    }
}

/// What pressing a check box or a side of a switch asks for.
pub(in crate::ui::inspector) fn press(id: &str) -> Edit {
    match control(id) {
        Control::Button(edit) => *edit,
        _ => panic!("{id} cannot be pressed"),
    }
}

/// What another condition asks for.
pub(in crate::ui::inspector) fn ask(id: &str, condition: Condition) -> Edit {
    match control(id) {
        Control::Condition(make) => make.emit(condition),
        _ => panic!("{id} is no condition"),
    }
}

/// What a change of a list of rows asks for.
pub(in crate::ui::inspector) fn change(id: &str, change: RowChange) -> Edit {
    match control(id) {
        Control::Rows(make) => make.emit(change),
        _ => panic!("{id} is no list of rows"),
    }
}
