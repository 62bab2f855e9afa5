//! How many recipients match a condition at the moment shown, asked of the population itself.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::people::{Condition, People, compile};
use crate::text::Lang;
use crate::text::inspector::condition as words;
use crate::ui::inspector::delivery::reader::PeopleNow;
use crate::ui::shared::Shared;

/// Props of the count.
#[derive(Clone, PartialEq, Properties)]
pub struct MatchCountProps {
    /// The condition.
    pub condition: Condition,
    /// The run, which has the people.
    pub run: Option<Shared<RunLog>>,
    /// The moment shown.
    pub shown: SimTime,
    /// The language.
    pub lang: Lang,
}

/// The count; it is the one bold thing of a query's panel.
#[component]
pub fn MatchCount(props: &MatchCountProps) -> Html {
    let now = use_mut_ref(PeopleNow::default);
    let people = props.run.as_ref().map(|run| run.plan().people.clone());
    let asked = (props.condition.clone(), people.as_ref().map(Shared::of), props.shown);
    let counted = use_memo(asked, |(condition, _, shown)| {
        count(&mut now.borrow_mut(), people.as_ref()?, condition, *shown)
    });
    let words = words::of(props.lang);
    let Some((matched, present)) = *counted else {
        return html! { <p class="ins-hint">{ words.not_counted }</p> };
    };
    html! {
        <div class="ins-count">
            <p>
                <b class="ins-summary">{ words::matching(props.lang, matched, present) }</b>{ " " }
                <span>{ words::matching_at(props.lang, props.shown) }</span>
            </p>
            if names(&props.condition, "blackList") {
                <p class="ins-hint">{ words.without_opt_outs }</p>
            }
        </div>
    }
}

/// How many match and how many there are; none where the condition cannot be evaluated.
fn count(now: &mut PeopleNow, people: &Rc<People>, condition: &Condition, at: SimTime) -> Option<(u64, u64)> {
    let selector = compile(condition, people.schema()).ok()?;
    let now = now.at(people, at);
    Some((now.select(&selector, at).len(), now.present().len()))
}

/// Whether a test of the condition looks at an attribute.
fn names(condition: &Condition, attribute: &str) -> bool {
    match condition {
        Condition::Test(test) => test.attribute == attribute,
        group => group.parts().iter().any(|part| names(part, attribute)),
    }
}
