//! The edits of a question: its numbers, its choices, and what wrong ones come from.

use super::super::course::Course;
use super::super::course::question::{Choice, Field, Question};
use super::super::course::step::Task;
use super::edit::{self, DraftEdit};
use super::free_name;

/// The most numbers that one question asks for, and the most choices it has.
pub const MOST_FIELDS: usize = 6;
/// The most choices.
pub const MOST_CHOICES: usize = 8;

/// Makes an edit of a question.
pub(super) fn question(course: &mut Course, edit: DraftEdit) -> Option<()> {
    let belief = free_name("belief-", course.misconceptions.iter().map(String::as_str));
    match edit {
        DraftEdit::AsksNumbers(place, asks) => {
            let question = asked(course, place)?;
            (question.fields, question.choices) = if asks {
                (vec![edit::field("number-1")], Vec::new())
            } else {
                (Vec::new(), edit::choices())
            };
        }
        DraftEdit::AddField(place) => {
            let fields = &mut asked(course, place)?.fields;
            if fields.len() >= MOST_FIELDS {
                return None;
            }
            let id = free_name("number-", fields.iter().map(|field| field.id.as_str()));
            fields.push(edit::field(&id));
        }
        DraftEdit::Answer(place, id, answer) => field(course, place, &id)?.answer = answer,
        DraftEdit::Tolerance(place, id, tolerance) => field(course, place, &id)?.tolerance = tolerance,
        DraftEdit::RemoveField(place, id) => {
            let fields = &mut asked(course, place)?.fields;
            if fields.len() > 1 {
                fields.retain(|field| field.id != id);
            }
        }
        DraftEdit::AddMistake(place, id) => {
            field(course, place, &id)?.mistakes.push(edit::mistake(belief.clone()));
            course.misconceptions.push(belief);
        }
        DraftEdit::Mistake(place, id, at, number) => {
            field(course, place, &id)?.mistakes.get_mut(at)?.is = number;
        }
        DraftEdit::RemoveMistake(place, id, at) => {
            let mistakes = &mut field(course, place, &id)?.mistakes;
            if at < mistakes.len() {
                mistakes.remove(at);
            }
        }
        DraftEdit::AddChoice(place) => {
            let choices = &mut asked(course, place)?.choices;
            if choices.len() >= MOST_CHOICES {
                return None;
            }
            let letters = ('a'..='z').map(String::from);
            let id = { letters }.find(|id| choices.iter().all(|choice| choice.id != *id))?;
            choices.push(Choice { id, is_right: false, when: None, misconception: None, look: None });
        }
        DraftEdit::RemoveChoice(place, id) => {
            let choices = &mut asked(course, place)?.choices;
            if choices.len() > 2 {
                choices.retain(|choice| choice.id != id);
            }
        }
        DraftEdit::Right(place, id) => {
            for choice in &mut asked(course, place)?.choices {
                (choice.is_right, choice.when) = (choice.id == id, None);
                if choice.is_right {
                    (choice.misconception, choice.look) = (None, None);
                }
            }
        }
        DraftEdit::Believe(place, id, does) => {
            let choices = &mut asked(course, place)?.choices;
            let choice = choices.iter_mut().find(|choice| choice.id == id)?;
            choice.misconception = does.then(|| belief.clone());
            if does {
                course.misconceptions.push(belief);
            }
        }
        _ => return None,
    }
    Some(())
}

/// The question of a step, to be changed.
fn asked(course: &mut Course, place: usize) -> Option<&mut Question> {
    match &mut edit::step(course, place)?.task {
        Task::Predict { question } | Task::Find { question } | Task::Quiz { question } => Some(question),
        Task::Read { .. } | Task::Build { .. } => None,
    }
}

fn field<'c>(course: &'c mut Course, place: usize, id: &str) -> Option<&'c mut Field> {
    asked(course, place)?.fields.iter_mut().find(|field| field.id == id)
}
