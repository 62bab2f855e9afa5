//! The classroom screen: a step of the lesson in large type, its answer covered until it is asked for.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::instructor::project::{Project, ProjectAction};
use crate::app::learning::Learning;
use crate::app::state::AppState;
use crate::lesson::course::question::Answer;
use crate::lesson::course::step::Task;
use crate::lesson::judge::verdict::Verdict;
use crate::text::Lang;
use crate::text::course::words;
use crate::text::format::number;
use crate::text::instructor::Say;
use crate::ui::course::prose::{line, paragraphs};

/// The panel of the classroom screen.
pub(in crate::ui) fn panel(state: &AppState, project: Project, send: &Callback<Action>) -> Html {
    let lang = state.view.lang;
    let on = |action: ProjectAction| {
        send.reform(move |_: MouseEvent| Action::Instructor(InstructorAction::Project(action)))
    };
    let place = if project.is_below { Say::ProjectBeside } else { Say::ProjectBelow };
    html! {
        <aside class="coach project-panel" aria-label={Say::Project.within(lang)}>
            { step(state, project, send).unwrap_or_else(|| html! { <p class="muted">{ Say::ProjectHow.within(lang) }</p> }) }
            <div class="bench-row project-ways">
                <button type="button" class="link" onclick={on(ProjectAction::Place)}>{ place.within(lang) }</button>
                <button type="button" class="link" onclick={on(ProjectAction::Leave)}>{ Say::ProjectLeave.within(lang) }</button>
            </div>
        </aside>
    }
}

fn step(state: &AppState, project: Project, send: &Callback<Action>) -> Option<Html> {
    let (lang, learning) = (state.view.lang, &state.learning);
    let (_, lesson, _) = learning.lesson()?;
    let (step, told) = learning.step()?;
    let at = learning.study.as_ref()?.step;
    let on = |action: ProjectAction| {
        send.reform(move |_: MouseEvent| Action::Instructor(InstructorAction::Project(action)))
    };
    let answer = state.judged(&learning.params).right(&step.task);
    let shown = shown(learning, answer.as_ref());
    let is_item = step.task.is_item();
    let is_build = matches!(step.task, Task::Build { .. });
    let reveal = if project.is_revealed { Say::Cover } else { Say::Reveal };
    Some(html! {
        <>
            <p class="eyebrow">{ words::step_of(lang, at + 1, lesson.steps.len()) }</p>
            <h2 key={at} tabindex="-1">{ line(lang, &shown, &told.title) }</h2>
            { paragraphs(lang, &shown, &told.body) }
            if is_item {
                <p class="item-prompt">{ line(lang, &shown, &told.prompt) }</p>
                { asked(lang, &shown, step, told, answer.as_ref().filter(|_| project.is_revealed)) }
                <div role="status">
                    if project.is_revealed {
                        { paragraphs(lang, &shown, &told.explain) }
                    } else {
                        <p class="muted">{ Say::Covered.within(lang) }</p>
                    }
                </div>
            }
            <div class="bench-row">
                <button type="button" class="outlined" disabled={at == 0} onclick={on(ProjectAction::Back)}>{ Say::Back.within(lang) }</button>
                if is_item {
                    <button type="button" class={if project.is_revealed { "outlined" } else { "primary" }} onclick={on(ProjectAction::Reveal)}>{ reveal.within(lang) }</button>
                }
                if is_build {
                    <button type="button" class="outlined" onclick={on(ProjectAction::Solve)}>{ Say::ShowSolved.within(lang) }</button>
                }
                <button type="button" class={if is_item && !project.is_revealed { "outlined" } else { "primary" }} disabled={at + 1 >= lesson.steps.len()} onclick={on(ProjectAction::On)}>{ Say::Next.within(lang) }</button>
            </div>
        </>
    })
}

/// The learner's side with the right numbers, so that explanations can name them.
fn shown(learning: &Learning, answer: Option<&Answer>) -> Learning {
    let Some(Answer::Numbers(numbers)) = answer else { return learning.clone() };
    let fields = numbers.iter().map(|number| (*number, true)).collect();
    Learning { verdict: Some(Rc::new(Verdict { fields, ..Verdict::default() })), ..learning.clone() }
}

/// What is asked: numbers, answers or goals, with what is right once it is shown.
fn asked(
    lang: Lang,
    learning: &Learning,
    step: &crate::lesson::course::step::Step,
    told: &crate::lesson::course::words::StepWords,
    answer: Option<&Answer>,
) -> Html {
    if let Task::Build { goals, .. } = &step.task {
        let labels = goals.iter().filter_map(|goal| told.goals.get(&goal.id));
        return html! { <ul class="project-list">{ for labels.map(|goal| html! { <li>{ line(lang, learning, &goal.label) }</li> }) }</ul> };
    }
    let Some(question) = step.task.question() else { return Html::default() };
    let right = |place: usize| match answer {
        Some(Answer::Numbers(numbers)) => numbers.get(place).map(|count| number(lang, *count)),
        _ => None,
    };
    html! {
        <>
            { for question.fields.iter().enumerate().map(|(place, field)| html! {
                <p key={field.id.clone()} class="project-number">
                    <span>{ line(lang, learning, told.fields.get(&field.id).map(String::as_str).unwrap_or_default()) }</span>
                    <strong>{ right(place).unwrap_or_else(|| "?".to_owned()) }</strong>
                </p>
            }) }
            <ul class="project-list">
                { for learning.params.order(question).into_iter().map(|choice| {
                    let is_right = matches!(answer, Some(Answer::Choice(id)) if *id == choice.id);
                    let words = told.choices.get(&choice.id);
                    html! {
                        <li key={choice.id.clone()} class={classes!(is_right.then_some("is-right"))}>
                            { line(lang, learning, words.map(|words| words.label.as_str()).unwrap_or_default()) }
                            if is_right {
                                <strong>{ " ✓" }</strong>
                            }
                        </li>
                    }
                }) }
            </ul>
        </>
    }
}
