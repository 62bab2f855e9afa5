//! The dialog of breakpoints: what can happen anywhere, activities, and crossings of a transition.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::stepping::{StepAction, Stepping};
use crate::log::RunLog;
use crate::log::breakpoints::{Breakpoint, crossing_of};
use crate::plan::LinkIdx;
use crate::scenario::Scenario;
use crate::text::stepping as words;
use crate::text::{Lang, label};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::dialog::Dialog;

/// What can happen anywhere.
const ANYWHERE: [Breakpoint; 3] = [Breakpoint::DeliveryCreated, Breakpoint::MailedTwice, Breakpoint::Trouble];

/// Props of the dialog.
#[derive(Clone, PartialEq, Properties)]
pub struct BreakpointDialogProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// What is set.
    pub stepping: Stepping,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The dialog.
#[component]
pub fn BreakpointDialog(props: &BreakpointDialogProps) -> Html {
    let fixed = words::of(props.lang);
    let activities = props.scenario.workflow.activities.iter().map(|one| {
        let which = Breakpoint::Activity(one.name.as_str().into());
        (which, label::or_name(&one.label, &one.name).to_owned())
    });
    let anywhere = props.run.as_ref().map(|run| {
        let named = ANYWHERE.map(|which| {
            let name = words::breakpoint(props.lang, run.plan(), &which);
            (which, name)
        });
        group(props, fixed.anywhere, named.into_iter())
    });
    html! {
        <Dialog heading={fixed.breakpoints} close_label={fixed.close} class="breakpoints"
            on_close={props.send.reform(|()| Action::Show(None))}>
            <p class="muted">{ fixed.about }</p>
            <div>{ anywhere.unwrap_or_default() }</div>
            <div>{ group(props, fixed.activities, activities) }</div>
            <div>
                if let Some(run) = &props.run {
                    <Crossings run={run.clone()} stepping={props.stepping.clone()} lang={props.lang} send={props.send.clone()} />
                }
            </div>
        </Dialog>
    }
}

/// Switches of one kind.
fn group(
    props: &BreakpointDialogProps,
    heading: &'static str,
    all: impl Iterator<Item = (Breakpoint, String)>,
) -> Html {
    let switch = |(number, (which, name)): (usize, (Breakpoint, String))| {
        let checked = props.stepping.breakpoints.contains(&which);
        let send = props.send.clone();
        let onchange = Callback::from(move |event: Event| {
            let is_wanted = event.target_unchecked_into::<HtmlInputElement>().checked();
            let action = if is_wanted { StepAction::Set } else { StepAction::Lift };
            send.emit(Action::Stepping(action(which.clone())));
        });
        html! {
            <label key={number} class="switch"><input type="checkbox" {checked} {onchange} />{ name }</label>
        }
    };
    html! {
        <fieldset class="breakpoint-group">
            <legend class="eyebrow">{ heading }</legend>
            { for all.enumerate().map(switch) }
        </fieldset>
    }
}

/// Props of the part about transitions.
#[derive(Clone, PartialEq, Properties)]
struct CrossingsProps {
    run: Shared<RunLog>,
    stepping: Stepping,
    lang: Lang,
    send: Callback<Action>,
}

/// Those set on transitions, and a form for one more.
#[component]
fn Crossings(props: &CrossingsProps) -> Html {
    let fixed = words::of(props.lang);
    let chosen = use_node_ref();
    let typed = use_state_eq(|| "1000".to_owned());
    let is_wrong = use_state_eq(|| false);
    let links = own_links(&props.run);
    if links.is_empty() {
        return Html::default();
    }
    let onsubmit = {
        let (chosen, typed, is_wrong) = (chosen.clone(), typed.clone(), is_wrong.setter());
        let (run, send) = (props.run.clone(), props.send.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let link = chosen.cast::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            let above = typed.trim().parse().ok();
            is_wrong.set(above.is_none());
            let crossing = link.and_then(|link: LinkIdx| crossing_of(run.plan(), link));
            if let (Some(crossing), Some(above)) = (crossing, above) {
                send.emit(Action::Stepping(StepAction::Set(Breakpoint::Exceeds { crossing, above })));
            }
        })
    };
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let set = props.stepping.breakpoints.iter().filter(|one| matches!(one, Breakpoint::Exceeds { .. }));
    let row = |(number, which): (usize, &Breakpoint)| {
        let name = words::breakpoint(props.lang, props.run.plan(), which);
        let label = format!("{} {name}", fixed.lift);
        let (send, which) = (props.send.clone(), which.clone());
        let onclick = move |_: MouseEvent| send.emit(Action::Stepping(StepAction::Lift(which.clone())));
        html! {
            <li key={number}>
                <span>{ name }</span>
                <button type="button" class="quiet tool" aria-label={label.clone()} title={label} {onclick}>
                    <IconView icon={Icon::Close} />
                </button>
            </li>
        }
    };
    html! {
        <fieldset class="breakpoint-group">
            <legend class="eyebrow">{ fixed.transitions }</legend>
            <ul class="breakpoint-set">{ for set.enumerate().map(row) }</ul>
            <form class="breakpoint-form" {onsubmit}>
                <label>{ fixed.transition }
                    <select ref={chosen}>
                        { for links.iter().map(|(link, name)| html! {
                            <option key={*link} value={link.to_string()}>{ name }</option>
                        }) }
                    </select>
                </label>
                <label>{ fixed.above }
                    <input type="number" min="0" step="1" value={(*typed).clone()} {oninput} aria-invalid={is_wrong.to_string()} />
                </label>
                <button type="submit">{ fixed.set }</button>
            </form>
            <p class="small breakpoint-wrong" role="alert">{ if *is_wrong { fixed.no_number } else { "" } }</p>
        </fieldset>
    }
}

/// The transitions that were drawn in the workflow itself, with the names of their ends.
fn own_links(run: &RunLog) -> Rc<[(LinkIdx, String)]> {
    let plan = run.plan();
    let own = plan.links.iter().enumerate().filter(|(_, link)| !link.comes_back);
    own.filter_map(|(place, _)| Some((place, words::crossing(plan, &crossing_of(plan, place)?)))).collect()
}
