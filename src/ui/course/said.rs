//! What is said to an answer: right or not, the numbers side by side, where it comes from, and why it is so.

use yew::prelude::*;

use super::props::LessonProps;
use super::prose::{line, paragraphs};
use crate::app::learning::CourseAction;
use crate::lesson::course::question::Answer;
use crate::lesson::course::step::Task;
use crate::lesson::judge::verdict::Verdict;
use crate::lesson::prediction::Confidence;
use crate::text::course::words;
use crate::text::format::number;

/// What is said; empty before anything was answered.
pub(super) fn view(lesson: &LessonProps) -> Html {
    html! { <div class="said" tabindex="-1">{ inside(lesson).unwrap_or_default() }</div> }
}

fn inside(lesson: &LessonProps) -> Option<Html> {
    let learning = &lesson.learning;
    let (step, told) = learning.step()?;
    let study = learning.study.as_ref()?;
    let verdict = learning.verdict.as_ref()?;
    let says = words::of(lesson.lang);
    if let (Task::Build { .. }, false) = (&step.task, verdict.is_right) {
        return Some(html! { <p class="said-head">{ says.not_built }</p> });
    }
    study.stage.told()?;
    let head = match (&step.task, verdict.is_right) {
        (Task::Build { .. }, _) => says.built,
        (_, true) => says.right,
        (_, false) => says.wrong,
    };
    let is_check = learning.lesson().is_some_and(|(_, lesson, _)| lesson.is_check);
    let can_retry = !is_check && !verdict.is_right;
    let has_look =
        verdict.look.is_some() || verdict.misconception.as_ref().is_some_and(|(_, look)| look.is_some());
    Some(html! {
        <>
            <p class={classes!("said-head", verdict.is_right.then_some("is-right"))}>{ head }</p>
            { numbers(lesson, verdict) }
            { chosen(lesson, verdict) }
            { belief(lesson, verdict) }
            { paragraphs(lesson.lang, learning, &told.explain) }
            <div class="row">
                if !verdict.is_right && has_look {
                    <button type="button" class="outlined" onclick={lesson.on(CourseAction::ShowWhy)}>{ says.show_why }</button>
                }
                if can_retry {
                    <button type="button" class="outlined" onclick={lesson.on(CourseAction::Again)}>{ says.again }</button>
                }
            </div>
        </>
    })
}

/// Given and right side by side; the prediction stays to be seen.
fn numbers(lesson: &LessonProps, verdict: &Verdict) -> Html {
    let learning = &lesson.learning;
    let given = learning.study.as_ref().and_then(|study| study.stage.given()).map(|given| &given.answer);
    let (Some((step, told)), Some(Answer::Numbers(given))) = (learning.step(), given) else {
        return Html::default();
    };
    let says = words::of(lesson.lang);
    let sure =
        study_sure(lesson).map(|sure| html! { <caption>{ format!("{} {sure}", says.how_sure) }</caption> });
    let fields = step.task.question().map(|question| &question.fields[..]).unwrap_or_default();
    let row = |((field, given), (right, is_right)): (
        (&crate::lesson::course::question::Field, &u64),
        &(u64, bool),
    )| {
        let label = told.fields.get(&field.id).map(String::as_str).unwrap_or_default();
        let most = (*given).max(*right).max(1) as f64;
        let share = |count: u64| format!("inline-size: {:.1}%", count as f64 / most * 100.0);
        html! {
            <tr key={field.id.clone()}>
                <th scope="row">{ line(lesson.lang, learning, label) }
                    <span class="said-bars" aria-hidden="true">
                        <i class="is-given" style={share(*given)}></i><i class="is-came" style={share(*right)}></i>
                    </span>
                </th>
                <td class="number">{ number(lesson.lang, *given) }</td>
                <td class={classes!("number", "came", is_right.then_some("is-right"))}>{ number(lesson.lang, *right) }</td>
            </tr>
        }
    };
    html! {
        <table class="verdict">
            { sure }
            <thead><tr><td></td><th scope="col" class="number">{ says.given }</th><th scope="col" class="number">{ says.came }</th></tr></thead>
            <tbody>{ for fields.iter().zip(given).zip(&verdict.fields).map(row) }</tbody>
        </table>
    }
}

/// How sure the learner was, where that was asked.
fn study_sure(lesson: &LessonProps) -> Option<&'static str> {
    let confidence = lesson.learning.study.as_ref()?.stage.given()?.confidence?;
    let place = Confidence::ALL.iter().position(|one| *one == confidence)?;
    words::of(lesson.lang).confidence.get(place).copied()
}

/// What is said to the choice.
fn chosen(lesson: &LessonProps, verdict: &Verdict) -> Html {
    let learning = &lesson.learning;
    let given = learning.study.as_ref().and_then(|study| study.stage.given()).map(|given| &given.answer);
    let (Some((_, told)), Some(Answer::Choice(given))) = (learning.step(), given) else {
        return Html::default();
    };
    let why = told.choices.get(given).map(|choice| choice.why.as_str()).unwrap_or_default();
    let right =
        verdict.choice.as_ref().filter(|right| *right != given).and_then(|right| told.choices.get(right));
    html! {
        <>
            <p>{ line(lesson.lang, learning, why) }</p>
            if let Some(right) = right {
                <p class="said-right">{ format!("{}: ", words::of(lesson.lang).came) }{ line(lesson.lang, learning, &right.label) }</p>
            }
        </>
    }
}

/// Where a wrong answer comes from.
fn belief(lesson: &LessonProps, verdict: &Verdict) -> Html {
    let named = verdict
        .misconception
        .as_ref()
        .and_then(|(name, _)| lesson.learning.book()?.words.misconceptions.get(name));
    let Some(belief) = named else { return Html::default() };
    html! {
        <blockquote class="belief">
            <p><span class="muted">{ words::of(lesson.lang).belief }</span>{ " " }<em>{ line(lesson.lang, &lesson.learning, &belief.name) }</em></p>
            <p>{ line(lesson.lang, &lesson.learning, &belief.why) }</p>
        </blockquote>
    }
}
