//! What is wrong or doubtful in the scenario, each with its place and remedy.

use std::rc::Rc;

use yew::prelude::*;

use super::icon::{Icon, IconView};
use crate::app::action::Action;
use crate::scenario::Scenario;
use crate::scenario::finding::{Finding, Severity};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct FindingListProps {
    /// What was found, errors first.
    pub findings: Shared<[Finding]>,
    /// The scenario it was found in.
    pub scenario: Shared<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The list; nothing where nothing was found.
#[component]
pub fn FindingList(props: &FindingListProps) -> Html {
    let Some(first) = props.findings.first() else { return Html::default() };
    let words = text::shell::of(props.lang);
    let is_error = first.severity == Severity::Error;
    let heading = if is_error { words.cannot_run } else { words.doubtful };
    html! {
        <section class={classes!("findings", is_error.then_some("is-error"))} role={if is_error { "alert" } else { "status" }}>
            <h2><IconView icon={Icon::Warning} />{ heading }</h2>
            <ul>
                { for props.findings.iter().map(|finding| row(props, finding)) }
            </ul>
        </section>
    }
}

fn row(props: &FindingListProps, finding: &Finding) -> Html {
    let words = text::shell::of(props.lang);
    let place = finding.activity.clone().filter(|name| props.scenario.workflow.activity(name).is_some());
    html! {
        <li>
            <span>
                { text::finding::sentence(props.lang, &props.scenario, finding) }
                if let Some(page) = finding.problem.page() {
                    <small>{ " " }{ text::finding::page(props.lang, page) }</small>
                }
            </span>
            if let Some(name) = place {
                <button type="button" class="link" onclick={{
                    let (send, name): (_, Rc<str>) = (props.send.clone(), name.into());
                    move |_| send.emit(Action::ChooseActivity(Some(name.clone())))
                }}>{ words.show_place }</button>
            }
        </li>
    }
}
