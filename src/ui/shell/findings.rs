//! What is wrong or doubtful in the scenario, each with its place and remedy.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::icon::{Icon, IconView};
use crate::app::action::Action;
use crate::app::looking::Look;
use crate::scenario::Scenario;
use crate::scenario::finding::{Finding, Severity};
use crate::scenario::remedy::{Remedy, remedies};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::widgets::kept_focus::keep_focus;

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct FindingListProps {
    /// What was found, errors first.
    pub findings: Shared<[Finding]>,
    /// The scenario it was found in.
    pub scenario: Shared<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// Where the focus goes when the last finding is put right: on in the list, else to what is chosen in the workflow.
const AFTER_REMEDY: &[&str] =
    &[".findings button", ".b-card[tabindex='0']", ".tree-row[tabindex='0']", ".stage-head button"];

/// The lab, once a remedy was pressed and until it has worked.
type Pressed = Rc<RefCell<Option<Element>>>;

/// Each remedy is tried before it is offered; beyond so many findings one does not click through them.
const MOST_TRIED: usize = 24;

/// The list; nothing where nothing was found.
#[component]
pub fn FindingList(props: &FindingListProps) -> Html {
    let cures = use_memo(
        (props.scenario.clone(), props.findings.clone(), props.readonly),
        |(scenario, findings, readonly)| {
            let most = if *readonly { 0 } else { MOST_TRIED };
            findings.iter().take(most).map(|finding| remedies(scenario, finding)).collect::<Vec<_>>()
        },
    );
    let pressed: Pressed = use_mut_ref(|| None);
    // What is put right is found no more, and the button goes with it, as soon as the run has come.
    use_effect_with(props.findings.clone(), {
        let pressed = pressed.clone();
        move |_| pressed.take().iter().for_each(|lab| keep_focus(lab, AFTER_REMEDY))
    });
    let Some(first) = props.findings.first() else { return Html::default() };
    let words = text::shell::of(props.lang);
    let is_error = first.severity == Severity::Error;
    let heading = if is_error { words.cannot_run } else { words.doubtful };
    html! {
        <section class={classes!("findings", is_error.then_some("is-error"))} role={if is_error { "alert" } else { "status" }}>
            <h2><IconView icon={Icon::Warning} />{ heading }</h2>
            <ul>
                { for props.findings.iter().enumerate().map(|(place, finding)| {
                    row(props, finding, cures.get(place).map(Vec::as_slice).unwrap_or_default(), &pressed)
                }) }
            </ul>
        </section>
    }
}

fn row(props: &FindingListProps, finding: &Finding, remedies: &[Remedy], pressed: &Pressed) -> Html {
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
                    move |_| send.emit(Action::Look(Look::At(name.clone())))
                }}>{ words.show_place }</button>
            }
            if !remedies.is_empty() {
                <span class="remedies">
                    { for remedies.iter().map(|remedy| {
                        let edit = remedy.edit.clone();
                        let pressed = pressed.clone();
                        let onclick = props.send.reform(move |event: MouseEvent| {
                            let button = event.target_dyn_into::<Element>();
                            *pressed.borrow_mut() = button.and_then(|button| button.closest(".lab").ok().flatten());
                            Action::Edit(edit.clone())
                        });
                        let name = text::builder::remedy::named(props.lang, &props.scenario, &remedy.cure);
                        html! { <button type="button" class="outlined" {onclick}>{ name }</button> }
                    }) }
                </span>
            }
        </li>
    }
}
