//! Whether the names in a course are one for each and lead somewhere, and whether its items are whole.

use std::collections::BTreeSet;

use super::place_of;
use crate::lesson::course::Course;
use crate::lesson::course::question::Question;
use crate::lesson::course::step::{Step, Task};
use crate::text::course::finding::{CourseFinding, CourseProblem};

pub(super) fn lint(course: &Course) -> Vec<CourseFinding> {
    let mut findings = Vec::new();
    let mut find = |place: String, problem: CourseProblem| findings.push(CourseFinding { place, problem });
    for name in twice(course.lessons.iter().map(|lesson| lesson.id.as_str())) {
        find("lessons".into(), CourseProblem::Duplicate(name));
    }
    for name in twice(course.misconceptions.iter().map(String::as_str)) {
        find("misconceptions".into(), CourseProblem::Duplicate(name));
    }
    for name in course.misconceptions.iter().filter(|name| !is_used(course, name)) {
        find("misconceptions".into(), CourseProblem::Unused(name.clone()));
    }
    for name in twice(course.cards.iter().map(|card| card.id.as_str())) {
        find("cards".into(), CourseProblem::Duplicate(name));
    }
    for card in course.cards.iter().filter(|card| course.lesson(&card.lesson).is_none()) {
        find(format!("cards.{}", card.id), CourseProblem::Unknown(card.lesson.clone()));
    }
    for lesson in &course.lessons {
        for name in twice(lesson.steps.iter().map(|step| step.id.as_str())) {
            find(format!("lessons.{}", lesson.id), CourseProblem::Duplicate(name));
        }
        for step in &lesson.steps {
            for problem in of_step(course, step) {
                find(place_of(&lesson.id, &step.id), problem);
            }
        }
    }
    findings
}

fn of_step(course: &Course, step: &Step) -> Vec<CourseProblem> {
    let mut problems = Vec::new();
    if step.task.is_item() && step.skill.is_none() {
        problems.push(CourseProblem::NoSkill);
    }
    if let Some(question) = step.task.question() {
        if question.fields.is_empty() == question.choices.is_empty() {
            problems.push(CourseProblem::NoQuestion);
        }
        let named = names_of(question);
        problems.extend(twice(named.into_iter()).into_iter().map(CourseProblem::Duplicate));
    }
    let choices = step.task.question().into_iter().flat_map(|question| &question.choices);
    let behind = choices.filter_map(|choice| choice.misconception.as_ref());
    let behind = behind.chain(step.task.mistakes().map(|mistake| &mistake.misconception));
    let unknown = behind.filter(|name| !course.misconceptions.contains(name));
    problems.extend(unknown.map(|name| CourseProblem::Unknown(name.clone())));
    if let Task::Build { goals, wrong, .. } = &step.task {
        problems.extend(
            twice(goals.iter().map(|goal| goal.id.as_str())).into_iter().map(CourseProblem::Duplicate),
        );
        let is_goal = |name: &String| goals.iter().any(|goal| goal.id == *name);
        let unknown = wrong.iter().map(|wrong| &wrong.fails).filter(|name| !is_goal(name));
        problems.extend(unknown.map(|name| CourseProblem::Unknown(name.clone())));
    }
    problems
}

fn names_of(question: &Question) -> Vec<&str> {
    let fields = question.fields.iter().map(|field| field.id.as_str());
    fields.chain(question.choices.iter().map(|choice| choice.id.as_str())).collect()
}

/// Whether an answer may come from this misconception.
fn is_used(course: &Course, name: &str) -> bool {
    course.items().any(|(_, step)| {
        let choices = step.task.question().into_iter().flat_map(|question| &question.choices);
        let mut behind = choices.filter_map(|choice| choice.misconception.as_deref());
        behind.any(|one| one == name) || step.task.mistakes().any(|mistake| mistake.misconception == name)
    })
}

/// The names that come more than once, each once.
fn twice<'n>(names: impl Iterator<Item = &'n str>) -> Vec<String> {
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for name in names {
        if !seen.insert(name) {
            twice.insert(name.to_owned());
        }
    }
    twice.into_iter().collect()
}
