//! Where a word of a lesson stands: one spot for each field of the form, read and written in one language.

use super::super::course::Course;
use super::super::course::words::StepWords;
use super::{head, lesson, step};

/// A spot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The title of the lesson.
    Lesson,
    /// What one can do after the lesson.
    About,
    /// The title of a step.
    Title,
    /// Its paragraphs, a line each.
    Body,
    /// What is asked or to be done.
    Prompt,
    /// A hint, from 0.
    Hint(usize),
    /// Why it is so, a line for each paragraph.
    Explain,
    /// What a number is about.
    Field(String),
    /// A choice.
    Choice(String),
    /// What is said to who has chosen it.
    Why(String),
    /// A goal.
    Goal(String),
    /// What is said as long as it is not met.
    GoalWhy(String),
    /// What people believe.
    Belief(String),
    /// What is so instead.
    BeliefWhy(String),
}

impl Spot {
    /// What names its field on the page, unlike that of any other of the same step.
    pub fn id(&self) -> String {
        match self {
            Self::Lesson => "bench-lesson".into(),
            Self::About => "bench-about".into(),
            Self::Title => "bench-title".into(),
            Self::Body => "bench-body".into(),
            Self::Prompt => "bench-prompt".into(),
            Self::Hint(place) => format!("bench-hint-{place}"),
            Self::Explain => "bench-explain".into(),
            Self::Field(name) => format!("bench-field-{name}"),
            Self::Choice(name) => format!("bench-choice-{name}"),
            Self::Why(name) => format!("bench-why-{name}"),
            Self::Goal(name) => format!("bench-goal-{name}"),
            Self::GoalWhy(name) => format!("bench-goal-why-{name}"),
            Self::Belief(name) => format!("bench-belief-{name}"),
            Self::BeliefWhy(name) => format!("bench-belief-why-{name}"),
        }
    }

    /// Whether it has several lines.
    pub fn is_long(&self) -> bool {
        matches!(self, Self::Body | Self::Explain | Self::About)
    }
}

/// What stands there.
pub fn get(course: &Course, code: &str, place: Option<usize>, spot: &Spot) -> String {
    let Some(all) = course.words.get(code) else { return String::new() };
    let belief = |name: &String| all.misconceptions.get(name);
    let own = lesson(course).and_then(|lesson| all.lessons.get(&lesson.id));
    let found = match spot {
        Spot::Lesson => own.map(|words| words.title.clone()),
        Spot::About => own.map(|words| words.about.clone()),
        Spot::Belief(name) => belief(name).map(|words| words.name.clone()),
        Spot::BeliefWhy(name) => belief(name).map(|words| words.why.clone()),
        _ => place
            .and_then(|place| own?.steps.get(&step(course, place)?.id))
            .and_then(|words| of_step(words, spot)),
    };
    found.unwrap_or_default()
}

fn of_step(words: &StepWords, spot: &Spot) -> Option<String> {
    match spot {
        Spot::Title => Some(words.title.clone()),
        Spot::Body => Some(words.body.join("\n")),
        Spot::Prompt => Some(words.prompt.clone()),
        Spot::Hint(at) => words.hints.get(*at).cloned(),
        Spot::Explain => Some(words.explain.join("\n")),
        Spot::Field(name) => words.fields.get(name).cloned(),
        Spot::Choice(name) => words.choices.get(name).map(|choice| choice.label.clone()),
        Spot::Why(name) => words.choices.get(name).map(|choice| choice.why.clone()),
        Spot::Goal(name) => words.goals.get(name).map(|goal| goal.label.clone()),
        Spot::GoalWhy(name) => words.goals.get(name).map(|goal| goal.why.clone()),
        Spot::Lesson | Spot::About | Spot::Belief(_) | Spot::BeliefWhy(_) => None,
    }
}

/// Puts a text there; a spot that there is not stays empty.
pub fn set(course: &mut Course, code: &str, place: Option<usize>, spot: &Spot, text: &str) {
    let id = lesson(course).map(|lesson| lesson.id.clone()).unwrap_or_default();
    let step = place.and_then(|place| step(course, place)).map(|step| step.id.clone());
    let Some(all) = course.words.get_mut(code) else { return };
    let text = text.to_owned();
    match spot {
        Spot::Belief(name) => all.misconceptions.entry(name.clone()).or_default().name = text,
        Spot::BeliefWhy(name) => all.misconceptions.entry(name.clone()).or_default().why = text,
        _ => {
            let own = all.lessons.entry(id).or_default();
            match spot {
                Spot::Lesson => own.title = text,
                Spot::About => own.about = text,
                _ => {
                    if let Some(step) = step {
                        into_step(own.steps.entry(step).or_default(), spot, text);
                    }
                }
            }
        }
    }
    head(all);
}

fn into_step(words: &mut StepWords, spot: &Spot, text: String) {
    let lines = |text: &str| text.split('\n').map(str::to_owned).collect();
    match spot {
        Spot::Title => words.title = text,
        Spot::Body => words.body = lines(&text),
        Spot::Prompt => words.prompt = text,
        Spot::Hint(at) => {
            if words.hints.len() <= *at {
                words.hints.resize(at + 1, String::new());
            }
            words.hints[*at] = text;
        }
        Spot::Explain => words.explain = lines(&text),
        Spot::Field(name) => _ = words.fields.insert(name.clone(), text),
        Spot::Choice(name) => words.choices.entry(name.clone()).or_default().label = text,
        Spot::Why(name) => words.choices.entry(name.clone()).or_default().why = text,
        Spot::Goal(name) => words.goals.entry(name.clone()).or_default().label = text,
        Spot::GoalWhy(name) => words.goals.entry(name.clone()).or_default().why = text,
        Spot::Lesson | Spot::About | Spot::Belief(_) | Spot::BeliefWhy(_) => {}
    }
}
