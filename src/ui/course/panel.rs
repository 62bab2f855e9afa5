//! The lesson that is open, beside the lab: one step, one prompt at a time.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::focus::use_kept_focus;
use super::item::{Item, ItemProps, build, hints};
use super::props::LessonProps;
use super::prose::{line, paragraphs, plain};
use super::{said, spoken, ways};
use crate::app::action::Action;
use crate::app::learning::CourseAction;
use crate::lesson::course::step::Task;
use crate::lesson::study::Stage;
use crate::paint::clock::now_millis;
use crate::text::Lang;
use crate::text::course::{panel, words};
use crate::ui::shell::icon::{Icon, IconView};

/// The panel.
#[component]
pub(in crate::ui) fn LessonPanel(props: &LessonProps) -> Html {
    let folded = use_state(|| false);
    let body = use_node_ref();
    let place = props.learning.study.as_ref().map(|study| (study.lesson.clone(), study.step));
    use_focus_on_step(place.clone(), &body);
    use_kept_focus(props.learning.study.clone(), &body);
    // Where it lies over part of the lab it makes room for what it points at, and is there again for the next step.
    use_effect_with((place, props.learning.pointed.clone()), {
        let folded = folded.setter();
        move |(_, pointed)| folded.set(pointed.is_some())
    });
    let says = words::of(props.lang);
    let (Some((_, lesson, lesson_words)), Some((step, told)), Some(study)) =
        (props.learning.lesson(), props.learning.step(), &props.learning.study)
    else {
        return Html::default();
    };
    let fold = {
        let folded = folded.clone();
        move |_: MouseEvent| folded.set(!*folded)
    };
    let shown = panel::of(props.lang);
    let unfolded = if *folded { shown.unfold } else { shown.fold };
    let is_last = study.step + 1 >= lesson.steps.len();
    let key = format!("{}/{}/{}", study.lesson, study.step, study.variation);
    html! {
        <aside class={classes!("coach", "lesson", folded.then_some("is-folded"))} aria-label={says.panel}>
            <div class="coach-top">
                <p class="lesson-title">{ plain(props.lang, &props.learning, &lesson_words.title) }</p>
                <button type="button" class="quiet coach-fold" aria-expanded={(!*folded).to_string()} aria-label={unfolded} title={unfolded} onclick={fold}>
                    <svg class="chevron" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                        <path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" stroke-width="1.600" />
                    </svg>
                </button>
                <button type="button" class="quiet tool" aria-label={says.close} title={says.close} onclick={props.on(CourseAction::Close)}>
                    <IconView icon={Icon::Close} />
                </button>
            </div>
            <div class="lesson-place">
                { ways::marks(props, lesson, study) }
                <p class="step-of">{ words::step_of(props.lang, study.step + 1, lesson.steps.len()) }</p>
            </div>
            <div class="coach-body" ref={body}>
                <h2 key={format!("{}-{}", study.lesson, study.step)} tabindex="-1">{ line(props.lang, &props.learning, &told.title) }</h2>
                { paragraphs(props.lang, &props.learning, &told.body) }
                { match &step.task {
                    Task::Read { until: Some(_), .. } if props.may_go_on => html! { <p class="done">{ says.seen }</p> },
                    Task::Read { .. } => Html::default(),
                    Task::Build { .. } => build(props),
                    Task::Predict { .. } | Task::Find { .. } | Task::Quiz { .. } => {
                        html! { <Item key={key} ..ItemProps { lesson: props.clone() } /> }
                    }
                } }
                { locked(props, &study.stage) }
                { hints(props) }
                { said::view(props) }
                { ways::view(props, study.step, is_last, &step.task) }
            </div>
            { spoken::region(props) }
        </aside>
    }
}

/// A prediction is locked: the run is to be seen.
fn locked(props: &LessonProps, stage: &Stage) -> Html {
    if !matches!(stage, Stage::Locked(_)) {
        return Html::default();
    }
    let says = words::of(props.lang);
    let is_playing = props.is_playing;
    let toggle = props.send.reform(move |_: MouseEvent| {
        let now_millis = now_millis();
        if is_playing { Action::Pause { now_millis } } else { Action::Play { now_millis } }
    });
    let end = props.end;
    html! {
        <>
            <p class="locked"><IconView icon={Icon::Tick} />{ says.locked }</p>
            <div class="row">
                <button type="button" class="primary" onclick={toggle}>{ if is_playing { says.pause } else { says.play } }</button>
                <button type="button" class="outlined" onclick={props.send.reform(move |_: MouseEvent| Action::Seek { to: end })}>
                    { says.to_end }
                </button>
            </div>
        </>
    }
}

/// Puts the focus on the heading of a step that has just come, so that it is read and in view.
#[hook]
fn use_focus_on_step(place: Option<(String, usize)>, body: &NodeRef) {
    let body = body.clone();
    use_effect_with(place, move |_| {
        let Some(body) = body.cast::<HtmlElement>() else { return };
        let heading = body.query_selector("h2").ok().flatten();
        let heading = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok());
        // A lesson that opens by itself in a frame leaves the focus where the reader of the page around has it.
        let is_read = |heading: &HtmlElement| {
            heading.owner_document().is_some_and(|document| document.has_focus().unwrap_or(false))
        };
        if let Some(heading) = heading.filter(is_read) {
            let _ = heading.focus();
        }
    });
}

/// The bar of the free lab: the lesson waits.
pub(in crate::ui) fn away(lang: Lang, send: &Callback<Action>) -> Html {
    let says = words::of(lang);
    html! {
        <div class="band away" role="status">
            <p>{ says.away }</p>
            <button type="button" class="primary" onclick={send.reform(|_: MouseEvent| Action::Course(CourseAction::Return))}>{ says.come_back }</button>
        </div>
    }
}
