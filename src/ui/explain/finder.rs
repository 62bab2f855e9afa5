//! The search for a recipient, between frames, and a list of those found.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::rows::{PersonView, RowsAction};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::log::RunLog;
use crate::log::find::PeopleFinder;
use crate::paint::work::Work;
use crate::text::{Lang, explain, person};
use crate::ui::shared::Shared;

/// How many of those found are listed.
const LISTED: usize = 20;
/// How much of the search is a slice, in messages drawn.
const SLICE: u64 = 4_096;

/// Props of the search.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FinderProps {
    /// The run.
    pub(super) run: Shared<RunLog>,
    /// What will be told of whom is found.
    pub(super) person: PersonView,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The search.
#[component]
pub(super) fn Finder(props: &FinderProps) -> Html {
    let words = person::of(props.lang);
    let field = use_node_ref();
    let asked = use_state_eq(|| AttrValue::from(""));
    // Those found, with the run they were found in: the same numbers are other people in another run.
    let found = use_state(|| None::<(Shared<RunLog>, Rc<PeopleSet>)>);
    let people = found.as_ref().filter(|(of, _)| *of == props.run).map(|(_, people)| people.clone());
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
            }
        }
    });
    use_effect_with((props.run.clone(), (*asked).clone(), people.is_some()), {
        let found = found.setter();
        move |(run, asked, is_found)| {
            let work = (!asked.is_empty() && !is_found).then(|| {
                let finder = Rc::new(RefCell::new(Some(PeopleFinder::new(asked))));
                let slice = {
                    let (finder, run) = (finder.clone(), run.clone());
                    move || finder.borrow_mut().as_mut().is_none_or(|finder| finder.advance(&run, SLICE))
                };
                let run = run.clone();
                Work::start(slice, move |is_over| {
                    if let Some(finder) = finder.borrow_mut().take_if(|_| is_over) {
                        found.set(Some((run.clone(), Rc::new(finder.finish()))));
                    }
                })
            });
            move || drop(work)
        }
    });
    let onsubmit = {
        let (field, asked, found) = (field.clone(), asked.setter(), found.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(field) = field.cast::<HtmlInputElement>() {
                found.set(None);
                asked.set(field.value().trim().to_owned().into());
            }
        })
    };
    html! {
        <div class="finder">
            <form class="row-filter" role="search" {onsubmit}>
                <label><span>{ words.search }</span><input ref={field} type="search" placeholder={words.hint} /></label>
                <button type="submit">{ words.find }</button>
            </form>
            <div role="status">
                { match &people {
                    Some(people) if people.is_empty() => html! { <p class="muted">{ words.nobody }</p> },
                    Some(people) => {
                        let listed = people.len().min(LISTED as u64);
                        html! { <p class="muted">{ person::found(props.lang, people.len(), listed) }</p> }
                    }
                    None if !asked.is_empty() => html! { <p class="muted">{ words.finding }</p> },
                    None => Html::default(),
                } }
            </div>
            if let Some(people) = &people {
                <ul class="found" aria-label={words.found}>
                    { for people.iter().take(LISTED).map(|recipient| one(props, recipient)) }
                </ul>
            }
        </div>
    }
}

fn one(props: &FinderProps, recipient: RecipientIdx) -> Html {
    let person = PersonView { recipient: Some(recipient), ..props.person };
    let look = props.send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Look(Some(person))));
    html! {
        <li key={recipient}><button type="button" class="row-link" onclick={look}>{ explain::who(props.lang, &props.run, recipient) }</button></li>
    }
}
