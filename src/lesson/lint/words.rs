//! Whether the words of a language say all that a course needs, and nothing else.

use std::collections::BTreeMap;

use super::place_of;
use crate::lesson::course::step::{Step, Task};
use crate::lesson::course::words::{CourseWords, LessonWords, StepWords};
use crate::lesson::course::{Course, Lesson, Skill};
use crate::lesson::markup;
use crate::text::course::finding::{CourseFinding, CourseProblem};

/// What looks like a tag or a script.
const MARKUP: [&str; 4] = ["<", "javascript:", "&lt;", "data:text"];

pub(super) fn lint(course: &Course, code: &str, words: &CourseWords) -> Vec<CourseFinding> {
    let mut lint = Lint { code, findings: Vec::new() };
    lint.needed("", &[("title", &words.title), ("about", &words.about)]);
    let skills = Skill::ALL.map(Skill::name);
    lint.keys("skills", skills.into_iter(), &words.skills);
    lint.keys("lessons", course.lessons.iter().map(|lesson| lesson.id.as_str()), &words.lessons);
    lint.keys("misconceptions", course.misconceptions.iter().map(String::as_str), &words.misconceptions);
    lint.keys("cards", course.cards.iter().map(|card| card.id.as_str()), &words.cards);
    for lesson in &course.lessons {
        if let Some(words) = words.lessons.get(&lesson.id) {
            lint.lesson(lesson, words);
        }
    }
    for (id, words) in &words.misconceptions {
        lint.needed(&format!("misconceptions.{id}"), &[("name", &words.name), ("why", &words.why)]);
    }
    for (id, words) in &words.cards {
        lint.needed(&format!("cards.{id}"), &[("title", &words.title), ("body", &words.body.concat())]);
    }
    lint.findings
}

struct Lint<'c> {
    code: &'c str,
    findings: Vec<CourseFinding>,
}

impl Lint<'_> {
    fn find(&mut self, place: &str, problem: CourseProblem) {
        self.findings.push(CourseFinding { place: place.to_owned(), problem });
    }

    /// Each of these must say something, and nothing but plain text.
    fn needed(&mut self, place: &str, texts: &[(&str, &str)]) {
        for (name, text) in texts {
            if text.trim().is_empty() {
                self.find(place, CourseProblem::MissingWords(self.code.to_owned(), (*name).to_owned()));
            }
            self.plain(place, text);
        }
    }

    /// It may say nothing, and else nothing but plain text.
    fn plain(&mut self, place: &str, text: &str) {
        if MARKUP.iter().any(|mark| text.to_lowercase().contains(mark)) {
            self.find(place, CourseProblem::Markup(self.code.to_owned()));
        }
    }

    /// There must be words for each of these names, and for no other.
    fn keys<'n, T>(
        &mut self,
        place: &str,
        names: impl Iterator<Item = &'n str>,
        words: &BTreeMap<String, T>,
    ) {
        let names: Vec<_> = names.collect();
        for name in names.iter().filter(|name| !words.contains_key(**name)) {
            self.find(place, CourseProblem::MissingWords(self.code.to_owned(), (*name).to_owned()));
        }
        for name in words.keys().filter(|name| !names.contains(&name.as_str())) {
            self.find(place, CourseProblem::NeedlessWords(self.code.to_owned(), name.clone()));
        }
    }

    fn lesson(&mut self, lesson: &Lesson, words: &LessonWords) {
        let place = format!("lessons.{}", lesson.id);
        self.needed(&place, &[("title", &words.title), ("about", &words.about)]);
        let steps = lesson.steps.iter().map(|step| step.id.as_str());
        self.keys(&format!("{place}.steps"), steps, &words.steps);
        for step in &lesson.steps {
            if let Some(words) = words.steps.get(&step.id) {
                self.step(&place_of(&lesson.id, &step.id), lesson, step, words);
            }
        }
    }

    fn step(&mut self, place: &str, lesson: &Lesson, step: &Step, words: &StepWords) {
        self.needed(place, &[("title", &words.title)]);
        let question = step.task.question();
        let fields: Vec<_> =
            question.into_iter().flat_map(|one| &one.fields).map(|field| field.id.as_str()).collect();
        let choices = question.into_iter().flat_map(|one| &one.choices).map(|choice| choice.id.as_str());
        self.keys(&format!("{place}.fields"), fields.iter().copied(), &words.fields);
        self.keys(&format!("{place}.choices"), choices, &words.choices);
        let goals = if let Task::Build { goals, .. } = &step.task { &goals[..] } else { &[] };
        self.keys(&format!("{place}.goals"), goals.iter().map(|goal| goal.id.as_str()), &words.goals);
        for (id, choice) in &words.choices {
            self.needed(&format!("{place}.choices.{id}"), &[("label", &choice.label), ("why", &choice.why)]);
        }
        for (id, goal) in &words.goals {
            self.needed(&format!("{place}.goals.{id}"), &[("label", &goal.label), ("why", &goal.why)]);
        }
        for (id, label) in &words.fields {
            self.needed(&format!("{place}.fields.{id}"), &[("label", label)]);
        }
        let is_item = step.task.is_item();
        if is_item {
            self.needed(place, &[("prompt", &words.prompt), ("explain", &words.explain.concat())]);
            let wanted = if lesson.is_check { 0 } else { 3 };
            if words.hints.len() != wanted {
                self.find(place, CourseProblem::Hints(self.code.to_owned(), words.hints.len()));
            }
        } else {
            self.needed(place, &[("body", &words.body.concat())]);
        }
        // What is not needed must be plain text as well.
        let others = if is_item { &words.body } else { &words.explain };
        for text in others.iter().chain(&words.hints) {
            self.plain(place, text);
        }
        if !is_item {
            self.plain(place, &words.prompt);
        }
        let mut known: Vec<String> = step.vary.keys().cloned().collect();
        known.extend(fields.iter().flat_map(|field| [(*field).to_owned(), format!("given.{field}")]));
        let texts =
            words.body.iter().chain([&words.title, &words.prompt]).chain(&words.hints).chain(&words.explain);
        let texts = texts
            .chain(words.fields.values())
            .chain(words.choices.values().flat_map(|one| [&one.label, &one.why]));
        let texts: Vec<_> =
            texts.chain(words.goals.values().flat_map(|one| [&one.label, &one.why])).cloned().collect();
        for text in texts {
            for name in markup::placeholders(&text).into_iter().filter(|name| !known.contains(name)) {
                self.find(place, CourseProblem::UnknownPlaceholder(self.code.to_owned(), name));
            }
        }
    }
}
