//! Something being edited as a whole: every field of it asks for an edit that sets all of it.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::prelude::*;

use super::area::Area;
#[cfg(test)]
use super::probe;
use super::rows::{Row, RowChange, Rows};
use crate::people::Condition;
use crate::scenario::activity::Settings;
use crate::scenario::edit::Edit;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::InspectorProps;
use crate::ui::inspector::choice::{Choice, Entry};
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::{Toggle, check_box, switch};
use crate::ui::inspector::pen::{Pen, Reader};
use crate::ui::inspector::query::ConditionForm;
use crate::ui::inspector::reading;

/// Something being edited: the settings of an activity, or the lists of a scenario.
pub struct Sheet<'p, S> {
    /// The panel.
    pub props: &'p InspectorProps,
    /// Where edits go.
    pub pen: &'p Pen,
    /// What it is now.
    pub now: Rc<S>,
    make: Rc<dyn Fn(S) -> Edit>,
}

/// What is said about a field.
#[derive(Default)]
pub struct About {
    /// Said below it.
    pub hint: Option<AttrValue>,
    /// Offered while typing.
    pub suggestions: Option<Rc<[String]>>,
}

impl From<String> for About {
    fn from(hint: String) -> Self {
        Self { hint: Some(hint.into()), suggestions: None }
    }
}

impl From<&'static str> for About {
    fn from(hint: &'static str) -> Self {
        Self { hint: Some(hint.into()), suggestions: None }
    }
}

/// Rows as a sheet has them: where they are, what they are called, what a new one is.
pub struct RowsOf<'w, S, T> {
    /// What the ids of its controls begin with.
    pub id: String,
    /// Names the list.
    pub label: &'static str,
    /// Said where there is none.
    pub none: &'static str,
    /// The button that adds one.
    pub add: &'static str,
    /// Whether their order matters.
    pub is_ordered: bool,
    /// The rows.
    pub list: fn(&mut S, usize) -> Option<&mut Vec<T>>,
    /// Given to `list`: which of several lists it is.
    pub of: usize,
    /// A new row; it may look at those that are there.
    pub fresh: Rc<dyn Fn(&S) -> T>,
    /// A row in the page.
    pub row: &'w dyn Fn(usize, &T) -> Row,
}

impl<'p, S: Clone + 'static> Sheet<'p, S> {
    /// Settings of the activity with this name.
    pub fn of(
        props: &'p InspectorProps,
        pen: &'p Pen,
        activity: &str,
        now: &S,
        wrap: fn(S) -> Settings,
    ) -> Self {
        let activity = activity.to_owned();
        let make =
            move |next| Edit::SetSettings { activity: activity.clone(), settings: Box::new(wrap(next)) };
        Self::new(props, pen, now, make)
    }

    /// Anything that an edit sets as a whole.
    pub fn new(props: &'p InspectorProps, pen: &'p Pen, now: &S, make: impl Fn(S) -> Edit + 'static) -> Self {
        Self { props, pen, now: Rc::new(now.clone()), make: Rc::new(make) }
    }

    /// The edit that makes a change.
    pub fn with(&self, change: impl FnOnce(&mut S)) -> Edit {
        let mut next = S::clone(&self.now);
        change(&mut next);
        (self.make)(next)
    }

    /// Makes edits of what is given later.
    pub fn making<A: 'static>(&self, change: impl Fn(&mut S, A) + 'static) -> Callback<A, Edit> {
        let (now, make) = (self.now.clone(), self.make.clone());
        Callback::from(move |given| {
            let mut next = S::clone(&now);
            change(&mut next, given);
            make(next)
        })
    }

    /// Reads what is typed in a field.
    pub fn reader(&self, change: impl Fn(&mut S, &str) -> Result<(), Wrong> + 'static) -> Reader {
        let (now, make) = (self.now.clone(), self.make.clone());
        Callback::from(move |typed: AttrValue| {
            let mut next = S::clone(&now);
            change(&mut next, &typed)?;
            Ok(make(next))
        })
    }

    /// Reads the name of an output, which no other output of the activity may have.
    pub fn namer(&self, change: impl Fn(&mut S, String) + 'static) -> Reader {
        let read = self.reader(move |next, typed| {
            change(next, reading::required(typed)?);
            Ok(())
        });
        Callback::from(move |typed: AttrValue| {
            let edit = read.emit(typed)?;
            if let Edit::SetSettings { settings, .. } = &edit {
                twice(settings).map_or(Ok(()), Err)?;
            }
            Ok(edit)
        })
    }

    /// A field for any text.
    pub fn text(&self, id: impl Into<AttrValue>, label: &'static str, applied: &str, read: Reader) -> Html {
        self.field(id, label, Look::Text, applied.to_owned(), read)
    }

    /// A field.
    pub fn field(
        &self,
        id: impl Into<AttrValue>,
        label: &'static str,
        look: Look,
        applied: String,
        read: Reader,
    ) -> Html {
        self.told(id, label, look, applied, read, About::default())
    }

    /// A field with something said about it.
    pub fn told(
        &self,
        id: impl Into<AttrValue>,
        label: &'static str,
        look: Look,
        applied: String,
        read: Reader,
        about: About,
    ) -> Html {
        let id = id.into();
        #[cfg(test)]
        probe::note(&id, probe::Control::Field(read.clone()));
        let About { hint, suggestions } = about;
        html! { <Field {id} {label} {look} {applied} {read} {hint} {suggestions} pen={self.pen.clone()} /> }
    }

    /// A field of several lines.
    pub fn area(
        &self,
        id: &'static str,
        label: &'static str,
        applied: &str,
        change: impl Fn(&mut S, String) + 'static,
    ) -> Html {
        let change = self.making(move |next, text: AttrValue| change(next, text.to_string()));
        #[cfg(test)]
        probe::note(id, probe::Control::Choice(change.clone()));
        html! { <Area {id} {label} applied={applied.to_owned()} {change} pen={self.pen.clone()} /> }
    }

    /// A field for a number.
    pub fn number(
        &self,
        id: impl Into<AttrValue>,
        label: &'static str,
        applied: u32,
        (from, to): (u32, u32),
        change: impl Fn(&mut S, u32) + 'static,
    ) -> Html {
        let read = self.reader(move |next, typed| {
            change(next, reading::count(typed, from, to)?);
            Ok(())
        });
        self.field(id, label, Look::Number, applied.to_string(), read)
    }

    /// A list to choose from.
    pub fn choice(
        &self,
        id: impl Into<AttrValue>,
        label: &'static str,
        applied: impl Into<AttrValue>,
        entries: Vec<Entry>,
        change: impl Fn(&mut S, &str) + 'static,
    ) -> Html {
        let (id, pen) = (id.into(), self.pen.clone());
        let make = self.making(move |next, chosen: AttrValue| change(next, &chosen));
        #[cfg(test)]
        probe::note(&id, probe::Control::Choice(make.clone()));
        let choose = Callback::from(move |chosen| pen.edit(make.emit(chosen)));
        html! {
            <Choice {id} {label} applied={applied.into()} {entries} {choose} pen={self.pen.clone()} />
        }
    }

    /// A list of a few values, of which one is chosen.
    pub fn one_of<V: Copy + PartialEq + 'static>(
        &self,
        id: impl Into<AttrValue>,
        label: &'static str,
        applied: V,
        values: &[(V, String)],
        change: impl Fn(&mut S, V) + 'static,
    ) -> Html {
        let entries =
            (0..).zip(values).map(|(place, (_, text)): (u32, _)| Entry::new(place.to_string(), text.clone()));
        let entries = entries.collect();
        let place = values.iter().position(|(value, _)| *value == applied).unwrap_or_default();
        let values: Vec<V> = values.iter().map(|(value, _)| *value).collect();
        self.choice(id, label, place.to_string(), entries, move |next, chosen| {
            if let Some(value) = chosen.parse().ok().and_then(|place: usize| values.get(place)) {
                change(next, *value);
            }
        })
    }

    /// A switch between a few values.
    pub fn sides<V: Copy + PartialEq>(
        &self,
        label: &'static str,
        applied: V,
        values: &[(V, &'static str)],
        change: impl Fn(&mut S, V),
    ) -> Html {
        let sides = values.iter().map(|&(value, text)| {
            let edit = self.with(|next| change(next, value));
            #[cfg(test)]
            probe::note(text, probe::Control::Button(Box::new(edit.clone())));
            Toggle::new(text, value == applied, edit)
        });
        switch(self.pen, label, sides.collect())
    }

    /// A check box with what it means now.
    pub fn tick(
        &self,
        id: impl Into<AttrValue>,
        label: impl Into<AttrValue>,
        on: bool,
        means: &str,
        change: impl FnOnce(&mut S),
    ) -> Html {
        let (id, edit) = (id.into(), self.with(change));
        #[cfg(test)]
        probe::note(&id, probe::Control::Button(Box::new(edit.clone())));
        check_box(self.pen, id, label, on, means, edit)
    }

    /// A condition builder among other fields.
    pub fn condition(
        &self,
        id: String,
        label: &'static str,
        condition: &Condition,
        change: impl Fn(&mut S, Condition) + 'static,
    ) -> Html {
        let on_change = self.making(change);
        #[cfg(test)]
        probe::note(&id, probe::Control::Condition(on_change.clone()));
        let props = self.props;
        html! {
            <ConditionForm {id} label={AttrValue::from(label)} condition={condition.clone()} {on_change}
                schema={props.scenario.population.schema()} run={props.run.clone()} shown={props.shown}
                pen={self.pen.clone()} />
        }
    }

    /// A list of rows.
    pub fn rows<T: Clone + 'static>(&self, of: RowsOf<'_, S, T>) -> Html {
        let mut now = S::clone(&self.now);
        let rows: Vec<Row> = (of.list)(&mut now, of.of)
            .map(|list| list.iter().enumerate().map(|(place, one)| (of.row)(place, one)).collect())
            .unwrap_or_default();
        let change = {
            let (now, make, list, which, fresh) =
                (self.now.clone(), self.make.clone(), of.list, of.of, of.fresh);
            Callback::from(move |change: RowChange| {
                let mut next = S::clone(&now);
                let new = fresh(&next);
                if let Some(list) = list(&mut next, which) {
                    change.apply(list, new);
                }
                make(next)
            })
        };
        #[cfg(test)]
        probe::note(&of.id, probe::Control::Rows(change.clone()));
        html! {
            <Rows id={of.id} label={of.label} none={of.none} add={of.add} is_ordered={of.is_ordered} {rows} {change}
                pen={self.pen.clone()} />
        }
    }
}

/// A name that two outputs have.
fn twice(settings: &Settings) -> Option<Wrong> {
    let mut seen = BTreeSet::new();
    let outputs = settings.outputs().into_iter();
    outputs
        .map(|output| output.name)
        .find(|name| !seen.insert(name.clone()))
        .map(|name| Wrong::NameTaken { name })
}
