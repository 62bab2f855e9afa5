//! One recipient: the search for them, what the logs have about them, why each run did or did not reach them.

mod finder;
mod trail;
mod why;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use self::finder::Finder;
use self::trail::TrailTable;
use self::why::WhyList;
use crate::app::action::Action;
use crate::app::rows::{PersonPart, PersonView, RowsAction};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::text::{self, Lang, explain};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::reveal::reveal_from;
use crate::ui::widgets::tabs::{Tab, TabRow};

const PANEL_ID: &str = "person-panel";
const IDS: [&str; 2] = ["person-trail", "person-why"];
const PARTS: [PersonPart; 2] = [PersonPart::Trail, PersonPart::Why];

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct PersonPanelProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The scenario, for the names in sentences.
    pub scenario: Shared<Scenario>,
    /// The moment shown.
    pub shown: SimTime,
    /// Who, and what about them.
    pub person: PersonView,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn PersonPanel(props: &PersonPanelProps) -> Html {
    let words = text::person::of(props.lang);
    let top = use_node_ref();
    use_effect_with(props.person.recipient, {
        let top = top.clone();
        move |recipient| {
            reveal_from(&top, ".person-head");
            // Whoever chose somebody far above goes on reading here.
            let heading = top.cast::<Element>().filter(|_| recipient.is_some());
            let heading = heading.and_then(|panel| panel.query_selector("h2").ok().flatten());
            if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
                let _ = heading.focus();
            }
        }
    });
    let look = |person: Option<PersonView>| {
        props.send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Look(person)))
    };
    let heading = match props.person.recipient {
        Some(recipient) => explain::who(props.lang, &props.run, recipient),
        None => words.heading.to_owned(),
    };
    html! {
        <section ref={top} class="person" aria-labelledby="person-heading">
            <div class="person-head">
                <h2 id="person-heading" tabindex="-1">{ heading }</h2>
                if props.person.recipient.is_some() {
                    <button type="button" class="quiet" onclick={look(Some(PersonView { recipient: None, ..props.person }))}>{ words.another }</button>
                }
                <button type="button" class="quiet tool" aria-label={words.close} title={words.close} onclick={look(None)}>
                    <IconView icon={Icon::Close} />
                </button>
            </div>
            if let Some(recipient) = props.person.recipient {
                { tabs(props) }
                <div id={PANEL_ID} role="tabpanel" aria-labelledby={IDS[place(props.person.part)]} class="person-body">
                    if props.person.part == PersonPart::Trail {
                        <TrailTable panel={props.clone()} {recipient} />
                    } else {
                        <WhyList panel={props.clone()} {recipient} />
                    }
                </div>
            } else {
                <Finder run={props.run.clone()} person={props.person} lang={props.lang} send={props.send.clone()} />
            }
        </section>
    }
}

fn tabs(props: &PersonPanelProps) -> Html {
    let words = text::person::of(props.lang);
    let tabs: Vec<_> = (0..2)
        .map(|at| Tab { id: IDS[at], name: words.names[at], explained: words.explained[at], count: None })
        .collect();
    let person = props.person;
    let on_show = props.send.reform(move |at: usize| {
        Action::Rows(RowsAction::Look(Some(PersonView { part: PARTS[at], ..person })))
    });
    html! {
        <TabRow label={words.parts} {tabs} shown={place(person.part)} panel={PANEL_ID} class="person-tabs" {on_show} />
    }
}

const fn place(part: PersonPart) -> usize {
    match part {
        PersonPart::Trail => 0,
        PersonPart::Why => 1,
    }
}
