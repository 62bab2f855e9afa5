//! A lesson of one's own while it is written: a course of one lesson that has its words inside.

pub mod capture;
pub mod check;
pub mod edit;
pub mod key;
pub mod mend;
pub mod propose;
pub mod spot;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::course::step::{Step, Task};
use super::course::words::{CourseWords, LessonWords, StepWords};
use super::course::{Course, FORMAT, Lesson, Skill, VERSION};
use crate::text::Lang;
use crate::text::instructor::skill_name;

/// How many minutes a lesson may take at most.
pub const MOST_MINUTES: u32 = 120;
/// How many steps a lesson may have at most.
pub const MOST_STEPS: usize = 60;

/// A lesson with nothing in it, in one language.
pub fn new(id: &str, lang: Lang) -> Course {
    let lesson = Lesson { id: id.to_owned(), minutes: 5, is_check: false, steps: Vec::new() };
    let mut course = Course {
        format: FORMAT.to_owned(),
        version: VERSION,
        id: id.to_owned(),
        edition: 1,
        lessons: vec![lesson],
        misconceptions: Vec::new(),
        cards: Vec::new(),
        scenarios: BTreeMap::new(),
        words: BTreeMap::new(),
    };
    speak(&mut course, lang.code());
    course
}

/// A course that was read, as a draft: with a place for every word. None where it has not exactly one lesson.
pub fn adopt(mut course: Course, lang: Lang) -> Option<Course> {
    if course.lessons.len() != 1 {
        return None;
    }
    let codes: Vec<_> = course.words.keys().cloned().collect();
    for code in &codes {
        speak(&mut course, code);
    }
    if codes.is_empty() {
        speak(&mut course, lang.code());
    }
    Some(course)
}

/// The lesson.
pub fn lesson(course: &Course) -> Option<&Lesson> {
    course.lessons.first()
}

/// A step of the lesson.
pub fn step(course: &Course, place: usize) -> Option<&Step> {
    lesson(course)?.steps.get(place)
}

/// The words of the lesson in a language.
pub fn words<'c>(course: &'c Course, code: &str) -> Option<&'c LessonWords> {
    course.words.get(code)?.lessons.get(&lesson(course)?.id)
}

/// The words of a step in a language.
pub fn step_words<'c>(course: &'c Course, code: &str, place: usize) -> Option<&'c StepWords> {
    words(course, code)?.steps.get(&step(course, place)?.id)
}

/// What the lesson is called in a language, or in any.
pub fn title(course: &Course, code: &str) -> String {
    let in_any = || course.words.keys().find_map(|code| words(course, code));
    words(course, code).or_else(in_any).map(|words| words.title.clone()).unwrap_or_default()
}

/// Makes a place for every word of the lesson in a language; words that are there stay.
pub fn speak(course: &mut Course, code: &str) {
    let Some(lesson) = course.lessons.first() else { return };
    let lang = Lang::from_code(code).unwrap_or_default();
    let words = course.words.entry(code.to_owned()).or_default();
    for skill in Skill::ALL {
        let name = || skill_name(lang, skill.place()).to_owned();
        words.skills.entry(skill.name().to_owned()).or_insert_with(name);
    }
    for name in &course.misconceptions {
        words.misconceptions.entry(name.clone()).or_default();
    }
    let own = words.lessons.entry(lesson.id.clone()).or_default();
    for step in &lesson.steps {
        make_room(step, own.steps.entry(step.id.clone()).or_default());
    }
    head(words);
}

/// The heading of the course is that of its one lesson.
fn head(words: &mut CourseWords) {
    if let Some(lesson) = words.lessons.values().next() {
        (words.title, words.about) = (lesson.title.clone(), lesson.about.clone());
    }
}

/// A place for every word that a step needs.
fn make_room(step: &Step, words: &mut StepWords) {
    let question = step.task.question();
    for field in question.into_iter().flat_map(|question| &question.fields) {
        words.fields.entry(field.id.clone()).or_default();
    }
    for choice in question.into_iter().flat_map(|question| &question.choices) {
        words.choices.entry(choice.id.clone()).or_default();
    }
    if let Task::Build { goals, .. } = &step.task {
        for goal in goals {
            words.goals.entry(goal.id.clone()).or_default();
        }
    }
    if step.task.is_item() && words.hints.len() < 3 {
        words.hints.resize(3, String::new());
    }
}

/// Takes out what nothing refers to any more, in every language.
pub fn prune(course: &mut Course) {
    let Some(lesson) = course.lessons.first() else { return };
    let scenes: Vec<_> = lesson.steps.iter().filter_map(|step| step.scene.as_ref()).collect();
    course.scenarios.retain(|name, _| scenes.iter().any(|scene| scene.from == *name));
    let believed: Vec<String> = lesson.steps.iter().flat_map(beliefs).collect();
    course.misconceptions.retain(|name| believed.contains(name));
    for words in course.words.values_mut() {
        words.misconceptions.retain(|name, _| believed.contains(name));
        let Some(own) = words.lessons.get_mut(&lesson.id) else { continue };
        own.steps.retain(|name, _| lesson.steps.iter().any(|step| step.id == *name));
        for step in &lesson.steps {
            let Some(words) = own.steps.get_mut(&step.id) else { continue };
            let question = step.task.question();
            let fields: Vec<_> =
                question.into_iter().flat_map(|one| &one.fields).map(|one| &one.id).collect();
            let choices: Vec<_> =
                question.into_iter().flat_map(|one| &one.choices).map(|one| &one.id).collect();
            words.fields.retain(|name, _| fields.contains(&name));
            words.choices.retain(|name, _| choices.contains(&name));
            let goals: &[_] = if let Task::Build { goals, .. } = &step.task { goals } else { &[] };
            words.goals.retain(|name, _| goals.iter().any(|goal| goal.id == *name));
        }
    }
}

/// The misconceptions that a step names.
fn beliefs(step: &Step) -> Vec<String> {
    let choices = step.task.question().into_iter().flat_map(|question| &question.choices);
    let behind = choices.filter_map(|choice| choice.misconception.clone());
    behind.chain(step.task.mistakes().map(|mistake| mistake.misconception.clone())).collect()
}

/// The draft as it leaves the bench: without empty paragraphs and without what nothing refers to.
pub fn finished(course: &Course) -> Course {
    let mut course = course.clone();
    prune(&mut course);
    let tidy = |texts: &mut Vec<String>| texts.retain(|text| !text.trim().is_empty());
    for words in course.words.values_mut() {
        for step in words.lessons.values_mut().flat_map(|lesson| lesson.steps.values_mut()) {
            tidy(&mut step.body);
            tidy(&mut step.explain);
        }
    }
    course
}

/// A name that none of these has, such as `step-3`.
pub fn free_name<'n>(stem: &str, taken: impl Iterator<Item = &'n str> + Clone) -> String {
    let name = |number: usize| format!("{stem}{number}");
    let is_free = |name: &String| taken.clone().all(|other| other != name);
    (1..).map(name).find(is_free).unwrap_or_default()
}
