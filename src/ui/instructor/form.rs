//! The form of what is chosen: the lesson as a whole, or a step.

use yew::prelude::*;

use super::kit::{BenchProps, number, part, select, words};
use super::{build, choices, numbers, steps};
use crate::app::instructor::InstructorAction;
use crate::lesson::authoring::edit::{DraftEdit, StepSort};
use crate::lesson::authoring::lesson;
use crate::lesson::authoring::spot::Spot;
use crate::lesson::course::Skill;
use crate::lesson::course::look::{Look, Moment, Place};
use crate::lesson::course::step::{Doing, Step, Task};
use crate::text::Lang;
use crate::text::instructor::{self as says, Say, place as places};

/// The form.
pub(super) fn view(props: &BenchProps) -> Html {
    let inside = match props.step() {
        Some((place, step)) => of_step(props, place, step),
        None => whole(props),
    };
    let key = props.step().map_or("whole", |(_, step)| step.id.as_str()).to_owned();
    html! { <div class="bench-form" id="bench-form" tabindex="-1" key={format!("{key}-{}", props.bench.code)}>{ inside }</div> }
}

fn whole(props: &BenchProps) -> Html {
    let minutes = lesson(&props.bench.draft).map_or(1, |lesson| lesson.minutes);
    let set = props.clone();
    html! {
        <>
            { languages(props) }
            { words(props, props.say(Say::LessonTitle), Spot::Lesson) }
            { words(props, props.say(Say::About), Spot::About) }
            { number(props.say(Say::Minutes), minutes.into(), 1, move |minutes| set.edit(DraftEdit::Minutes(u32::try_from(minutes).unwrap_or(u32::MAX)))) }
            if lesson(&props.bench.draft).is_some_and(|lesson| lesson.steps.is_empty()) {
                <p class="muted">{ props.say(Say::Begin) }</p>
            }
        </>
    }
}

/// In which language the words are written; more languages can be added.
fn languages(props: &BenchProps) -> Html {
    let own: Vec<_> = props.bench.draft.words.keys().cloned().collect();
    let name =
        |code: &String| Lang::from_code(code).map_or_else(|| code.clone(), |lang| lang.own_name().to_owned());
    let options = own.iter().map(|code| (code.clone(), name(code))).collect();
    let send = props.send.clone();
    let more = Lang::WRITTEN.into_iter().filter(|lang| !props.bench.draft.words.contains_key(lang.code()));
    html! {
        <div class="bench-row">
            { select(props.say(Say::WordsIn), options, &props.bench.code, move |code| {
                send.emit(crate::app::action::Action::Instructor(InstructorAction::Code(code)));
            }) }
            { for more.map(|lang| html! {
                <button key={lang.code()} type="button" class="outlined" onclick={props.edits(DraftEdit::Speak(lang.code().to_owned()))}>
                    { format!("{} {}", props.say(Say::AddLanguage), lang.own_name()) }
                </button>
            }) }
            if own.len() > 1 && props.bench.chosen.is_none() {
                <button type="button" class="link" onclick={props.edits(DraftEdit::Hush(props.bench.code.clone()))}>{ props.say(Say::DropLanguage) }</button>
            }
        </div>
    }
}

fn of_step(props: &BenchProps, place: usize, step: &Step) -> Html {
    let sort = StepSort::of(&step.task);
    let prompt = if sort == StepSort::Build { Say::Task } else { Say::Prompt };
    html! {
        <>
            <div class="bench-row bench-head">
                <h2>{ format!("{}. {}", place + 1, says::sort(props.lang, sort as usize)) }</h2>
                { steps::tools(props, place) }
            </div>
            <p class="small muted">{ says::sort_says(props.lang, sort as usize) }</p>
            if props.bench.draft.words.len() > 1 {
                { languages(props) }
            }
            { words(props, props.say(Say::Title), Spot::Title) }
            { words(props, props.say(Say::Body), Spot::Body) }
            <p class="small muted">{ props.say(Say::BodySays) }</p>
            { part(props.say(Say::Start), start(props, place, step)) }
            if let Task::Read { until, .. } = &step.task {
                { waits(props, place, until.as_ref()) }
            } else {
                { words(props, props.say(prompt), Spot::Prompt) }
            }
            { match &step.task {
                Task::Predict { question } | Task::Find { question } | Task::Quiz { question } => html! {
                    <>
                        { asks(props, place, question.choices.is_empty()) }
                        if question.choices.is_empty() {
                            { numbers::view(props, place, question) }
                        } else {
                            { choices::view(props, place, question) }
                        }
                    </>
                },
                Task::Build { goals, solution, .. } => build::view(props, goals, solution),
                Task::Read { .. } => Html::default(),
            } }
            if step.task.is_item() {
                { part(props.say(Say::Hints), html! {
                    <>
                        { words(props, props.say(Say::HintPoint), Spot::Hint(0)) }
                        { words(props, props.say(Say::HintPrinciple), Spot::Hint(1)) }
                        { words(props, props.say(Say::HintWay), Spot::Hint(2)) }
                    </>
                }) }
                { words(props, props.say(Say::Explanation), Spot::Explain) }
                { skill(props, place, step) }
            }
            <button type="button" class="outlined" onclick={props.on(InstructorAction::Preview(place))}>{ props.say(Say::PreviewHere) }</button>
        </>
    }
}

/// The scenario and the place that the step begins with.
fn start(props: &BenchProps, place: usize, step: &Step) -> Html {
    let scene = if step.scene.is_some() { Say::HasScene } else { Say::NoScene };
    html! {
        <>
            <p class="small">{ props.say(scene) }</p>
            <div class="bench-row">
                <button type="button" class="outlined" onclick={props.on(InstructorAction::UsePresent)}>{ props.say(Say::UsePresent) }</button>
                if props.bench.start.is_some() {
                    <button type="button" class="outlined" onclick={props.on(InstructorAction::ShowStart)}>{ props.say(Say::ShowStart) }</button>
                }
                if step.scene.is_some() {
                    <button type="button" class="link" onclick={props.edits(DraftEdit::Scene(place, None))}>{ props.say(Say::DropScene) }</button>
                }
            </div>
            <p class="small">{ step.look.as_ref().map_or_else(|| props.say(Say::PlaceFree).to_owned(), |look| look_in_words(props.lang, look)) }</p>
            <div class="bench-row">
                <button type="button" class="outlined" onclick={props.on(InstructorAction::UsePlace)}>{ props.say(Say::UsePlace) }</button>
                if step.look.is_some() {
                    <button type="button" class="link" onclick={props.edits(DraftEdit::Look(place, None))}>{ props.say(Say::DropPlace) }</button>
                }
            </div>
        </>
    }
}

fn look_in_words(lang: Lang, look: &Look) -> String {
    let place = look.place.map(|place| places::name(lang, place as usize).to_owned());
    let moment = look.at.map(|at| match at {
        Moment::Start => places::moment(lang, None, false),
        Moment::End => places::moment(lang, None, true),
        Moment::Week(week) => places::moment(lang, Some(week), false),
    });
    let delivery = look.delivery.as_ref().map(|one| format!("{} {}", one.activity, one.number));
    let parts: Vec<_> = [place, moment, look.activity.clone(), delivery].into_iter().flatten().collect();
    parts.join(" · ")
}

/// What a reading step waits for.
fn waits(props: &BenchProps, place: usize, until: Option<&Doing>) -> Html {
    let opened =
        [Place::Build, Place::Play, Place::Deliveries, Place::Reports, Place::Variants, Place::Journal];
    let mut options = vec![
        (String::new(), props.say(Say::AtOnce).to_owned()),
        ("played".into(), props.say(Say::UntilPlayed).into()),
        ("logs".into(), props.say(Say::UntilLogs).into()),
        ("followed".into(), props.say(Say::UntilFollowed).into()),
    ];
    options.extend(
        opened.iter().map(|one| (format!("{}", *one as usize), places::opened(props.lang, *one as usize))),
    );
    let chosen = match until {
        None => String::new(),
        Some(Doing::Played) => "played".into(),
        Some(Doing::OpenedLogs) => "logs".into(),
        Some(Doing::Followed) => "followed".into(),
        Some(Doing::Opened(place)) => format!("{}", *place as usize),
        Some(Doing::Reached(_)) => {
            options.push(("reached".into(), props.say(Say::Computed).into()));
            "reached".into()
        }
    };
    let set = props.clone();
    select(props.say(Say::Until), options, &chosen, move |value| {
        let doing = match value.as_str() {
            "reached" => return,
            "played" => Some(Doing::Played),
            "logs" => Some(Doing::OpenedLogs),
            "followed" => Some(Doing::Followed),
            other => other.parse().ok().and_then(|at: usize| opened.get(at).copied()).map(Doing::Opened),
        };
        set.edit(DraftEdit::Until(place, doing));
    })
}

/// Whether numbers are asked for, or a choice.
fn asks(props: &BenchProps, place: usize, asks_numbers: bool) -> Html {
    let options =
        vec![("n".into(), props.say(Say::Numbers).into()), ("c".into(), props.say(Say::OneOf).into())];
    let set = props.clone();
    select(props.say(Say::AskFor), options, if asks_numbers { "n" } else { "c" }, move |value| {
        if (value == "n") != asks_numbers {
            set.edit(DraftEdit::AsksNumbers(place, value == "n"));
        }
    })
}

fn skill(props: &BenchProps, place: usize, step: &Step) -> Html {
    let options = Skill::ALL
        .map(|skill| (skill.name().to_owned(), says::skill_name(props.lang, skill.place()).to_owned()));
    let chosen = step.skill.map_or("", Skill::name);
    let set = props.clone();
    select(props.say(Say::Skill), options.to_vec(), chosen, move |name| {
        if let Some(skill) = Skill::ALL.into_iter().find(|skill| skill.name() == name) {
            set.edit(DraftEdit::Skill(place, skill));
        }
    })
}
