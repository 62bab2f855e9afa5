//! Where the learner is among the steps, and the ways back and on.

use yew::prelude::*;

use super::props::LessonProps;
use crate::app::learning::CourseAction;
use crate::lesson::course::Lesson;
use crate::lesson::course::step::{Step, Task};
use crate::lesson::study::Study;
use crate::text::course::{panel, words};

/// A mark for each step: its shape, and its name for who listens, say how it stands.
pub(super) fn marks(props: &LessonProps, lesson: &Lesson, study: &Study) -> Html {
    let says = panel::of(props.lang);
    let mark = |(place, step): (usize, &Step)| {
        let item = props.learning.progress.item(&study.lesson, &step.id);
        let (class, mark, state) = if step.task.is_item() && item.is_right {
            ("is-right", "✓", says.right)
        } else if step.task.is_item() && item.tries > 0 {
            ("is-wrong", "–", says.wrong)
        } else if place < study.furthest {
            ("is-done", "•", says.done)
        } else {
            ("is-later", "", says.to_come)
        };
        let is_now = place == study.step;
        let state = if is_now { format!("{state}, {}", says.now) } else { state.to_owned() };
        html! {
            <li key={place} class={classes!("step-mark", class, is_now.then_some("is-now"))} aria-current={is_now.then_some("step")}>
                <span aria-hidden="true">{ mark }</span>
                <span class="visually-hidden">{ format!("{}: {state}", words::step_of(props.lang, place + 1, lesson.steps.len())) }</span>
            </li>
        }
    };
    html! { <ol class="step-marks" aria-label={says.steps}>{ for lesson.steps.iter().enumerate().map(mark) }</ol> }
}

/// Back and on; where the way on is closed, why; and off to the free lab.
pub(super) fn view(props: &LessonProps, step: usize, is_last: bool, task: &Task) -> Html {
    let says = words::of(props.lang);
    let reason = match task {
        _ if props.may_go_on => "",
        Task::Read { .. } => says.do_first,
        _ => says.answer_first,
    };
    html! {
        <div class="coach-foot">
            <p class="coach-reason" id="lesson-reason">{ reason }</p>
            <div class="coach-ways">
                <button type="button" class="outlined" disabled={step == 0 || props.learning.is_locked()} onclick={props.on(CourseAction::Back)}>{ says.back }</button>
                <button type="button" class={if props.may_go_on { "primary" } else { "outlined" }} disabled={!props.may_go_on}
                    aria-describedby="lesson-reason" onclick={props.on(CourseAction::On)}>
                    { if is_last { says.finish } else { says.next } }
                </button>
            </div>
            <button type="button" class="link lesson-leave" onclick={props.on(CourseAction::Leave)}>{ says.leave }</button>
        </div>
    }
}
