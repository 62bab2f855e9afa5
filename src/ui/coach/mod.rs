//! The guided tour beside the page, one step at a time.

mod change;
mod parting;
mod parts;
mod prediction;
mod step;
#[cfg(test)]
mod tests;
mod verdict;

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::lesson::prediction::Counted;
use crate::lesson::tour::{Status, Step, Tour};
use crate::scenario::Scenario;
use crate::scenario::activity::ActivityKind;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::kind_mark::hue;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct CoachProps {
    /// The learner's progress.
    pub tour: Tour,
    /// What the present run comes to.
    pub counted: Counted,
    /// Whether the goal of the step is met.
    pub may_go_on: bool,
    /// Whether the player plays.
    pub is_playing: bool,
    /// Whether the scenario may not be changed.
    pub readonly: bool,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

impl CoachProps {
    fn words(&self) -> &'static text::coach::Coach {
        text::coach::of(self.lang)
    }

    /// A callback that sends this action.
    fn on(&self, action: Action) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(action.clone()))
    }
}

/// The panel.
#[component]
pub fn Coach(props: &CoachProps) -> Html {
    let folded = use_state(|| false);
    let body = use_node_ref();
    use_focus_on_change((props.tour.step, props.tour.status), &body);
    let words = props.words();
    let is_running = props.tour.status == Status::Running;
    let is_watching = is_running && props.is_playing && !props.may_go_on;
    let class = classes!("coach", folded.then_some("is-folded"), is_watching.then_some("is-watching"));
    let label = if *folded { words.unfold } else { words.fold };
    let fold = {
        let folded = folded.clone();
        move |_| folded.set(!*folded)
    };
    html! {
        <aside {class} aria-label={words.tour}>
            <div class="coach-top">
                <p class="eyebrow">{ eyebrow(props) }</p>
                if is_running {
                    <button type="button" class="link coach-skip" onclick={props.on(Action::TourSkip)}>{ words.skip }</button>
                }
                <button type="button" class="quiet coach-fold" aria-expanded={(!*folded).to_string()}
                    aria-label={label} title={label} onclick={fold}>
                    <svg class="chevron" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                        <path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="1.600" />
                    </svg>
                </button>
            </div>
            <div class="coach-body" ref={body}>
                { if is_running { step::view(props) } else { parting::view(props) } }
            </div>
        </aside>
    }
}

/// A kind of delivery by its mark and its name.
fn kind(kind: ActivityKind, name: &'static str) -> Html {
    let icon = Icon::Activity(kind);
    html! {
        <span class="kind"><span class={classes!("kind-mark", hue(kind))}><IconView {icon} /></span>{ name }</span>
    }
}

fn eyebrow(props: &CoachProps) -> String {
    let steps = Step::all(props.readonly).len();
    text::coach::eyebrow(props.lang, (props.tour.step.place() + 1).min(steps), steps)
}

/// Puts the focus on the heading of a step that has just come, so that it is read and in view.
#[hook]
fn use_focus_on_change(shown: (Step, Status), body: &NodeRef) {
    let before = use_mut_ref(|| None);
    let body = body.clone();
    use_effect_with(shown, move |shown| {
        if before.replace(Some(*shown)).is_none() {
            return;
        }
        let Some(body) = body.cast::<HtmlElement>() else { return };
        let heading = body.query_selector("h2").ok().flatten();
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            let _ = heading.focus();
        }
    });
}
