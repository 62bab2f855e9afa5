//! Reads courses, hostile until read, and says what is wrong with one: its form, its names, its words, its tasks.

mod names;
mod words;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::course::step::Step;
use super::course::words::CourseWords;
use super::course::{Course, FORMAT, VERSION};
use super::judge::scene::SceneProblem;
use super::judge::solve::{Unsolved, solve};
use crate::base::plain;
use crate::text::course::finding::{CourseFinding, CourseProblem};

/// The largest course file that is read, in bytes.
pub const MAX_BYTES: usize = 4 << 20;

/// Reads a course.
///
/// # Errors
/// What is wrong, with the smallest part that cannot be read.
pub fn read(bytes: &[u8]) -> Result<Course, CourseFinding> {
    let value = json(bytes)?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(whole(CourseProblem::NotACourse));
    }
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => {}
        Some(version) if version > u64::from(VERSION) => return Err(whole(CourseProblem::LaterVersion)),
        _ => return Err(whole(CourseProblem::NotACourse)),
    }
    part::<Course>(&value, "").map_err(|finding| locate(&value).unwrap_or(finding))
}

/// Whether a text says that it is a course.
pub fn is_course(bytes: &[u8]) -> bool {
    json(bytes).is_ok_and(|value| value.get("format").and_then(Value::as_str) == Some(FORMAT))
}

/// Reads the words of a course.
///
/// # Errors
/// What is wrong.
pub fn read_words(bytes: &[u8]) -> Result<CourseWords, CourseFinding> {
    part(&json(bytes)?, "")
}

/// What is wrong with a course and with its words by language code; those it brings along are looked at, too.
pub fn lint(course: &Course, more: &[(String, CourseWords)]) -> Vec<CourseFinding> {
    let mut findings = lint_words(course);
    for (code, words) in more {
        findings.extend(words::lint(course, code, words));
    }
    findings.extend(solve(course).into_iter().map(|(lesson, step, unsolved)| CourseFinding {
        place: place_of(&lesson, &step),
        problem: problem_of(unsolved),
    }));
    findings
}

/// What is wrong with the names and the words of a course that brings its words along; nothing is run.
pub fn lint_words(course: &Course) -> Vec<CourseFinding> {
    let words = course.words.iter().flat_map(|(code, words)| words::lint(course, code, words));
    names::lint(course).into_iter().chain(words).collect()
}

fn place_of(lesson: &str, step: &str) -> String {
    format!("lessons.{lesson}.steps.{step}")
}

/// Reads JSON, with or without a byte order mark.
///
/// # Errors
/// Where it is none.
pub fn json(bytes: &[u8]) -> Result<Value, CourseFinding> {
    if bytes.len() > MAX_BYTES {
        return Err(whole(CourseProblem::TooLarge(MAX_BYTES)));
    }
    let read = serde_json::from_slice(plain::without_mark(bytes));
    let mut value = read.map_err(|error| whole(CourseProblem::NotJson(error.line(), error.column())))?;
    plain::tidy(&mut value);
    Ok(value)
}

fn part<T: DeserializeOwned>(value: &Value, place: &str) -> Result<T, CourseFinding> {
    let read = T::deserialize(value);
    read.map_err(|error| CourseFinding {
        place: place.to_owned(),
        // The reader repeats what it cannot read, which may be the whole file.
        problem: CourseProblem::Invalid(plain::shortened(&error.to_string(), 200).into_owned()),
    })
}

/// The first step that cannot be read, so that the sentence can name it.
fn locate(value: &Value) -> Option<CourseFinding> {
    let name = |value: &Value, place: usize| {
        let id = value.get("id").and_then(Value::as_str);
        id.map_or_else(|| place.to_string(), |id| plain::shortened(id, 60).into_owned())
    };
    for (at, lesson) in value.get("lessons")?.as_array()?.iter().enumerate() {
        for (place, step) in lesson.get("steps").and_then(Value::as_array).into_iter().flatten().enumerate() {
            if let Err(finding) = part::<Step>(step, &place_of(&name(lesson, at), &name(step, place))) {
                return Some(finding);
            }
        }
    }
    None
}

fn whole(problem: CourseProblem) -> CourseFinding {
    CourseFinding { place: String::new(), problem }
}

/// What is said of a step that cannot be taken.
pub(super) fn problem_of(unsolved: Unsolved) -> CourseProblem {
    match unsolved {
        Unsolved::Scene(SceneProblem::UnknownScenario(name) | SceneProblem::UnknownParameter(name)) => {
            CourseProblem::Unknown(name)
        }
        Unsolved::Scene(SceneProblem::Astray { pointer, at }) => CourseProblem::Astray(pointer, at),
        Unsolved::Scene(SceneProblem::Scenario(problem)) => CourseProblem::BadScene(format!("{problem:?}")),
        Unsolved::NoScene => CourseProblem::NoScene,
        Unsolved::NoAnswer => CourseProblem::NoAnswer,
        Unsolved::ManyRight => CourseProblem::ManyRight,
        Unsolved::MistakeIsRight { misconception } => CourseProblem::MistakeIsRight(misconception),
        Unsolved::SolvedBefore => CourseProblem::SolvedBefore,
        Unsolved::GoalMissed { goal } => CourseProblem::GoalMissed(goal),
        Unsolved::WrongFailsElsewhere { place, fails, first } => {
            CourseProblem::WrongFailsElsewhere(place + 1, fails, first)
        }
    }
}
