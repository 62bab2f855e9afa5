//! What a step asks: numbers, choices or a workflow, with hints, and the way to answer.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::props::LessonProps;
use super::prose::{line, paragraphs, plain};
use crate::app::action::Action;
use crate::app::learning::CourseAction;
use crate::app::studying::built;
use crate::lesson::course::question::{Answer, Question};
use crate::lesson::course::step::Task;
use crate::lesson::course::words::StepWords;
use crate::lesson::prediction::Confidence;
use crate::lesson::study::{Given, HINTS, Stage};
use crate::text::course::{panel, words};

/// The largest number that can be given.
const MOST: u64 = 99_999_999;

/// Props of the form.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ItemProps {
    /// What the panel has.
    pub(super) lesson: LessonProps,
}

/// The form of a question. What is typed stays in it until it is answered.
#[component]
pub(super) fn Item(props: &ItemProps) -> Html {
    let lesson = &props.lesson;
    let numbers = use_state(Vec::<Option<u64>>::new);
    let chosen = use_state(|| None::<String>);
    let sure = use_state(Confidence::default);
    let Some((step, told)) = lesson.learning.step() else { return Html::default() };
    let Some(study) = &lesson.learning.study else { return Html::default() };
    let says = words::of(lesson.lang);
    let Some(question) = step.task.question() else { return Html::default() };
    let is_asked = study.stage == Stage::Asked;
    if !question.fields.is_empty() && study.stage.told().is_some() {
        // The table of what was said and what came has it all.
        return html! { <p class="item-prompt">{ line(lesson.lang, &lesson.learning, &told.prompt) }</p> };
    }
    let is_prediction = matches!(step.task, Task::Predict { .. });
    let answer = if question.fields.is_empty() {
        chosen.as_ref().map(|choice| Answer::Choice(choice.clone()))
    } else {
        let given = (0..question.fields.len()).map(|place| numbers.get(place).copied().flatten());
        given.collect::<Option<Vec<_>>>().map(Answer::Numbers)
    };
    let onsubmit = {
        let (send, answer, sure) = (lesson.send.clone(), answer.clone(), *sure);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(answer) = answer.clone() {
                let confidence = is_prediction.then_some(sure);
                send.emit(Action::Course(CourseAction::Answer(Given { answer, confidence })));
            }
        })
    };
    html! {
        <form class="prediction item" {onsubmit}>
            <fieldset disabled={!is_asked} class="item-fields">
                <legend class="item-prompt">{ line(lesson.lang, &lesson.learning, &told.prompt) }</legend>
                { fields(lesson, question, told, &numbers) }
                { choices(lesson, question, told, &chosen) }
            </fieldset>
            if is_prediction {
                { sureness(lesson, &sure, is_asked) }
            }
            if is_asked {
                <button type="submit" class="primary" disabled={answer.is_none()}>
                    { if is_prediction { says.lock } else { says.answer } }
                </button>
            }
        </form>
    }
}

fn fields(
    lesson: &LessonProps,
    question: &Question,
    told: &StepWords,
    numbers: &UseStateHandle<Vec<Option<u64>>>,
) -> Html {
    let given = lesson.learning.study.as_ref().and_then(|study| study.stage.given());
    let field = |(place, field): (usize, &crate::lesson::course::question::Field)| {
        let locked = given.and_then(|given| match &given.answer {
            Answer::Numbers(numbers) => numbers.get(place).copied(),
            _ => None,
        });
        let typed = locked.or_else(|| numbers.get(place).copied().flatten());
        let (setter, before, count) = (numbers.clone(), (**numbers).clone(), question.fields.len());
        let oninput = move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let mut now = before.clone();
            now.resize(count, None);
            now[place] = text.trim().parse().ok().filter(|number| *number <= MOST);
            setter.set(now);
        };
        let label = told.fields.get(&field.id).map(String::as_str).unwrap_or_default();
        html! {
            <label class="number" key={field.id.clone()}>
                <span>{ line(lesson.lang, &lesson.learning, label) }</span>
                <input type="number" inputmode="numeric" min="0" max={MOST.to_string()} step="1" autocomplete="off"
                    value={typed.map(|number| number.to_string()).unwrap_or_default()} {oninput} />
            </label>
        }
    };
    question.fields.iter().enumerate().map(field).collect()
}

fn choices(
    lesson: &LessonProps,
    question: &Question,
    told: &StepWords,
    chosen: &UseStateHandle<Option<String>>,
) -> Html {
    let given = lesson.learning.study.as_ref().and_then(|study| study.stage.given());
    let locked = given.and_then(|given| match &given.answer {
        Answer::Choice(choice) => Some(choice.clone()),
        _ => None,
    });
    let picked = locked.or_else(|| (**chosen).clone());
    let choice = |choice: &crate::lesson::course::question::Choice| {
        let id = choice.id.clone();
        let is_picked = picked.as_deref() == Some(&id);
        let label = told.choices.get(&id).map(|choice| choice.label.as_str()).unwrap_or_default();
        let chosen = chosen.clone();
        let onchange = {
            let id = id.clone();
            move |_: Event| chosen.set(Some(id.clone()))
        };
        html! {
            <label class="item-choice" key={id.clone()}>
                <input type="radio" name="choice" value={id} checked={is_picked} {onchange} />
                <span>{ line(lesson.lang, &lesson.learning, label) }</span>
            </label>
        }
    };
    lesson.learning.params.order(question).into_iter().map(choice).collect()
}

fn sureness(lesson: &LessonProps, sure: &UseStateHandle<Confidence>, is_asked: bool) -> Html {
    let says = words::of(lesson.lang);
    // What was given stays, also where the form was drawn anew since.
    let given = lesson.learning.study.as_ref().and_then(|study| study.stage.given());
    let shown = given.and_then(|given| given.confidence).unwrap_or(**sure);
    html! {
        <fieldset disabled={!is_asked}>
            <legend>{ says.how_sure }</legend>
            <div class="choices">
                { for Confidence::ALL.into_iter().zip(says.confidence).map(|(confidence, name)| {
                    let setter = sure.clone();
                    html! {
                        <label key={name}>
                            <input type="radio" name="sure" checked={confidence == shown} onchange={move |_: Event| setter.set(confidence)} />
                            <span>{ name }</span>
                        </label>
                    }
                }) }
            </div>
        </fieldset>
    }
}

/// The goals of a build step, as they are met at this moment, and the way to have them judged.
pub(super) fn build(lesson: &LessonProps) -> Html {
    let (Some((step, told)), Some(study)) = (lesson.learning.step(), &lesson.learning.study) else {
        return Html::default();
    };
    let Task::Build { goals, .. } = &step.task else { return Html::default() };
    let says = words::of(lesson.lang);
    let is_told = study.stage.told() == Some(true);
    let was_checked = lesson.learning.verdict.is_some();
    let row = |(goal, is_met): (&crate::lesson::course::goal::Goal, &bool)| {
        let own = told.goals.get(&goal.id);
        let label = own.map(|own| own.label.as_str()).unwrap_or_default();
        let why = own.map(|own| own.why.as_str()).unwrap_or_default();
        html! {
            <li key={goal.id.clone()} class={classes!("goal", is_met.then_some("is-met"))}>
                <span class="goal-mark" aria-hidden="true">{ if *is_met { "✓" } else { "○" } }</span>
                <span>
                    { line(lesson.lang, &lesson.learning, label) }
                    <span class="visually-hidden">{ format!(" ({})", if *is_met { says.met } else { says.unmet }) }</span>
                    if was_checked && !is_met {
                        <small>{ line(lesson.lang, &lesson.learning, why) }</small>
                    }
                </span>
            </li>
        }
    };
    html! {
        <div class="prediction item">
            <p class="item-prompt">{ line(lesson.lang, &lesson.learning, &told.prompt) }</p>
            <ul class="goals">{ for goals.iter().zip(lesson.goals.iter()).map(row) }</ul>
            if !is_told {
                <div class="row">
                    <button type="button" class="primary" onclick={lesson.on(CourseAction::Answer(built()))}>{ says.check }</button>
                    <button type="button" class="outlined" onclick={lesson.on(CourseAction::StartOver)}>{ says.start_over }</button>
                </div>
            }
        </div>
    }
}

/// The hints that are open, and the one button for the next.
pub(super) fn hints(lesson: &LessonProps) -> Html {
    let (Some((step, told)), Some(study)) = (lesson.learning.step(), &lesson.learning.study) else {
        return Html::default();
    };
    if !step.task.is_item() || told.hints.is_empty() || study.stage != Stage::Asked {
        return Html::default();
    }
    let says = words::of(lesson.lang);
    let open = usize::from(study.hints).min(told.hints.len());
    let is_last = study.hints + 1 == HINTS;
    let can_solve = study.hints >= HINTS && matches!(step.task, Task::Build { .. });
    html! {
        <div class="hints" tabindex="-1">
            <ol class="hint-list">
                { for told.hints[..open].iter().enumerate().map(|(place, hint)| html! {
                    <li key={place}>
                        <span class="eyebrow">{ panel::hint_of(lesson.lang, place + 1, told.hints.len()) }</span>
                        { paragraphs(lesson.lang, &lesson.learning, std::slice::from_ref(hint)) }
                    </li>
                }) }
            </ol>
            if is_last {
                <p class="muted">{ says.last_hint }</p>
            }
            if study.hints < HINTS {
                <button type="button" class="link" onclick={lesson.on(CourseAction::Hint)}
                    aria-label={plain(lesson.lang, &lesson.learning, says.hint)}>{ says.hint }</button>
            }
            if can_solve {
                <button type="button" class="outlined" onclick={lesson.on(CourseAction::Solve)}>{ says.solve }</button>
            }
        </div>
    }
}
