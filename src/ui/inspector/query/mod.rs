//! The condition builder with the count of those who match, and the history of an Incremental query.

pub mod group;
pub mod history;
pub mod matches;
pub mod parts_of;
pub mod suggestions;
pub mod test_row;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use chrono::NaiveDate;
use yew::prelude::*;

use self::group::group_view;
use self::matches::MatchCount;
use self::suggestions::{Suggestions, suggestions};
use super::parts::section;
use super::pen::Pen;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::people::{Condition, Schema};
use crate::scenario::edit::Edit;
use crate::text::inspector::condition as words;
use crate::ui::shared::Shared;

/// Props of the condition builder.
#[derive(Clone, PartialEq, Properties)]
pub struct ConditionFormProps {
    /// What the ids of its controls begin with, unique in the inspector.
    #[prop_or(AttrValue::Static("ins-c"))]
    pub id: AttrValue,
    /// Names it where it stands among other fields; without, it is a section of its own.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The condition.
    pub condition: Condition,
    /// The attributes it may name.
    pub schema: Schema,
    /// The run.
    pub run: Option<Shared<RunLog>>,
    /// The moment shown.
    pub shown: SimTime,
    /// The edit that puts another condition in the place of this one.
    pub on_change: Callback<Condition, Edit>,
    /// Where edits go.
    pub pen: Pen,
}

/// A condition being edited.
pub struct Asking<'a> {
    /// What the ids of its controls begin with.
    id: &'a str,
    on_change: &'a Callback<Condition, Edit>,
    /// The condition as a group.
    root: Rc<Condition>,
    schema: &'a Schema,
    suggestions: &'a Suggestions,
    today: NaiveDate,
    pen: &'a Pen,
}

impl Asking<'_> {
    /// The edit that sets another condition.
    fn edit(&self, condition: Condition) -> Edit {
        self.on_change.emit(condition)
    }
}

/// The condition builder with the count of those who match.
#[component]
pub fn ConditionForm(props: &ConditionFormProps) -> Html {
    let people = props.run.as_ref().map(|run| run.plan().people.clone());
    let known = use_memo(people.as_ref().map(Shared::of), |people| {
        suggestions(people.as_ref().map(|people| &**people))
    });
    let asking = Asking {
        id: &props.id,
        on_change: &props.on_change,
        root: Rc::new(parts_of::as_group(&props.condition)),
        schema: &props.schema,
        suggestions: &known,
        today: props.shown.date(),
        pen: &props.pen,
    };
    let builder = html! {
        <>
            { group_view(&asking, &asking.root, &[]) }
            <MatchCount condition={props.condition.clone()} run={props.run.clone()} shown={props.shown}
                lang={props.pen.lang} />
        </>
    };
    match &props.label {
        Some(label) => html! { <div class="ins-condition" role="group" aria-label={label}>{ builder }</div> },
        None => section(words::of(props.pen.lang).condition, builder),
    }
}
