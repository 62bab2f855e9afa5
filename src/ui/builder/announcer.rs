//! Says what each change of the scenario came to, to those who listen.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::history::Course;
use crate::paint::timer::Timer;
use crate::scenario::Scenario;
use crate::scenario::change::Change;
use crate::scenario::connect::judge;
use crate::text::Lang;
use crate::text::builder;
use crate::ui::shared::Shared;

/// How long nothing has to change before it is said, in milliseconds: a row of moves is one sentence.
const REST_MILLIS: i32 = 600;

/// Props of the announcer.
#[derive(Clone, PartialEq, Properties)]
pub struct AnnouncerProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// How the history came to it.
    pub course: Course,
    /// The language.
    pub lang: Lang,
}

/// A live region that is heard and not seen.
#[component]
pub fn Announcer(props: &AnnouncerProps) -> Html {
    let said = use_state_eq(String::new);
    let told = use_mut_ref(|| props.scenario.rc().clone());
    let waiting = use_mut_ref(|| None::<Timer>);
    let before_said = use_mut_ref(String::new);
    {
        let (said, props) = (said.setter(), props.clone());
        use_effect_with(props.scenario.clone(), move |scenario| {
            let (scenario, waiting) = (scenario.rc().clone(), waiting);
            let is_new = !Rc::ptr_eq(&told.borrow(), &scenario);
            if is_new {
                let say = move || {
                    let before = told.replace(scenario.clone());
                    if let Some(mut sentence) = sentence(props.lang, &before, &scenario, props.course) {
                        // The same sentence twice would be heard once.
                        if *before_said.borrow() == sentence {
                            sentence.push('\u{a0}');
                        }
                        before_said.replace(sentence.clone());
                        said.set(sentence);
                    }
                };
                waiting.replace(Some(Timer::after(REST_MILLIS, say)));
            }
            move || {
                waiting.replace(None);
            }
        });
    }
    html! { <p class="visually-hidden announcer" role="status">{ &*said }</p> }
}

/// What a change came to, with what is doubtful about a transition that is new; none where nothing differs.
fn sentence(lang: Lang, before: &Scenario, after: &Scenario, course: Course) -> Option<String> {
    // What was undone is told as it was done: that it is gone now is what undoing means.
    let (from, to) = if course == Course::Back { (after, before) } else { (before, after) };
    let change = Change::between(from, to);
    let told = builder::told_of_change(lang, from, to, &change)?;
    Some(match course {
        Course::Back => builder::undone(lang, &told),
        Course::Forth => builder::redone(lang, &told),
        Course::On => match doubt(lang, after, &change) {
            Some(doubt) => format!("{told} {doubt}"),
            None => told,
        },
    })
}

/// What is doubtful about the one transition that is new.
fn doubt(lang: Lang, after: &Scenario, change: &Change) -> Option<String> {
    let [new] = &change.connected[..] else { return None };
    let mut earlier = after.workflow.clone();
    earlier.transitions.retain(|one| one != new);
    let doubt = judge(&earlier, &new.from, new.output.as_deref(), &new.to).ok().flatten()?;
    Some(builder::doubt(lang, after, &doubt).line())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::Transition;
    use crate::scenario::edit::{Edit, apply};
    use crate::scenario::samples::Sample;

    #[test]
    fn a_doubtful_transition_is_told_with_its_doubt_and_undo_says_so() {
        let before = Sample::SideBySide.scenario();
        let after = apply(&before, Edit::Connect(Transition::new("query", "continuous"))).unwrap();
        let said = sentence(Lang::En, &before, &after, Course::On).unwrap();
        assert!(said.starts_with("Connected Query") && said.contains("same people"), "{said}");
        let undone = sentence(Lang::Sv, &after, &before, Course::Back).unwrap();
        assert!(undone.starts_with("Ångrat: Kopplade Fråga"), "{undone}");
        assert_eq!(sentence(Lang::En, &before, &before, Course::On), None);
    }
}
