//! What is said to an answer: whether it is right, what would be, and what a wrong one comes from.

use super::Judged;
use crate::lesson::course::goal::Goal;
use crate::lesson::course::look::Look;
use crate::lesson::course::question::{Answer, Choice, Question};
use crate::lesson::course::step::Task;

/// What is said to an answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Whether all of it is right.
    pub is_right: bool,
    /// For each field: the right number, and whether the one given is.
    pub fields: Vec<(u64, bool)>,
    /// The name of the right choice.
    pub choice: Option<String>,
    /// What the answer comes from, where that is known, and what in the lab refutes it.
    pub misconception: Option<(String, Option<Look>)>,
    /// What is to be looked at where no misconception is known.
    pub look: Option<Look>,
    /// For each goal: whether it is met.
    pub goals: Vec<bool>,
}

impl Judged<'_> {
    /// Judges an answer to a task. What cannot be judged, as a reading step or what cannot be counted, is not right.
    pub fn verdict(&self, task: &Task, answer: &Answer) -> Verdict {
        match (task, answer) {
            (Task::Build { goals, .. }, _) => self.built(goals),
            (Task::Predict { question } | Task::Find { question } | Task::Quiz { question }, answer) => {
                match answer {
                    Answer::Numbers(numbers) => self.numbers(question, numbers),
                    Answer::Choice(choice) => self.choice(question, choice),
                    Answer::Workflow => Verdict::default(),
                }
            }
            (Task::Read { .. }, _) => Verdict::default(),
        }
    }

    /// The right answer to a task; none where it cannot be told.
    pub fn right(&self, task: &Task) -> Option<Answer> {
        let Some(question) = task.question() else { return Some(Answer::Workflow) };
        if question.fields.is_empty() {
            return question
                .choices
                .iter()
                .find(|choice| self.is_right(choice))
                .map(|one| Answer::Choice(one.id.clone()));
        }
        question
            .fields
            .iter()
            .map(|field| self.number(&field.answer))
            .collect::<Option<_>>()
            .map(Answer::Numbers)
    }

    /// Whether a choice is right here.
    pub fn is_right(&self, choice: &Choice) -> bool {
        choice.when.as_ref().map_or(choice.is_right, |test| self.holds(test))
    }

    /// For each goal whether it is met.
    pub fn met(&self, goals: &[Goal]) -> Vec<bool> {
        goals.iter().map(|goal| self.holds(&goal.test)).collect()
    }

    fn built(&self, goals: &[Goal]) -> Verdict {
        let goals = self.met(goals);
        Verdict { is_right: goals.iter().all(|is_met| *is_met), goals, ..Verdict::default() }
    }

    fn numbers(&self, question: &Question, given: &[u64]) -> Verdict {
        let mut verdict = Verdict { is_right: given.len() == question.fields.len(), ..Verdict::default() };
        for (field, given) in question.fields.iter().zip(given) {
            let Some(right) = self.number(&field.answer) else { return Verdict::default() };
            let is_right = given.abs_diff(right) <= field.tolerance;
            verdict.fields.push((right, is_right));
            verdict.is_right &= is_right;
            if !is_right && verdict.misconception.is_none() {
                let behind = field.mistakes.iter().find(|mistake| self.number(&mistake.is) == Some(*given));
                verdict.misconception =
                    behind.map(|mistake| (mistake.misconception.clone(), mistake.look.clone()));
            }
        }
        verdict
    }

    fn choice(&self, question: &Question, given: &str) -> Verdict {
        let right = question.choices.iter().find(|choice| self.is_right(choice));
        let chosen = question.choices.iter().find(|choice| choice.id == given);
        let is_right = chosen.is_some_and(|choice| self.is_right(choice));
        let wrong = chosen.filter(|_| !is_right);
        Verdict {
            is_right,
            choice: right.map(|choice| choice.id.clone()),
            misconception: wrong
                .and_then(|choice| Some((choice.misconception.clone()?, choice.look.clone()))),
            look: wrong.and_then(|choice| choice.look.clone()),
            ..Verdict::default()
        }
    }
}
