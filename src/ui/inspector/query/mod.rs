//! The forms of Query and Incremental query: the condition, who matches now, and the history.

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
    /// The activity that has the condition.
    pub activity: Rc<str>,
    /// The condition.
    pub condition: Condition,
    /// The attributes it may name.
    pub schema: Schema,
    /// The run.
    pub run: Option<Shared<RunLog>>,
    /// The moment shown.
    pub shown: SimTime,
    /// Where edits go.
    pub pen: Pen,
}

/// A condition being edited.
pub struct Asking<'a> {
    activity: &'a str,
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
        Edit::SetCondition { activity: self.activity.to_owned(), condition }
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
        activity: &props.activity,
        root: Rc::new(parts_of::as_group(&props.condition)),
        schema: &props.schema,
        suggestions: &known,
        today: props.shown.date(),
        pen: &props.pen,
    };
    let words = words::of(props.pen.lang);
    section(
        words.condition,
        html! {
            <>
                { group_view(&asking, &asking.root, &[]) }
                <MatchCount condition={props.condition.clone()} run={props.run.clone()} shown={props.shown}
                    lang={props.pen.lang} />
            </>
        },
    )
}
