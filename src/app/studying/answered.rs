//! An answer as the page around us is told of it: in words, so that nobody needs the course to read it.

use serde::{Serialize, Serializer};

use super::wording::plain;
use crate::app::learning::Learning;
use crate::lesson::course::question::{Answer, Question};
use crate::lesson::course::step::Task;
use crate::lesson::prediction::Confidence;
use crate::lesson::study::{Given, HINTS};

/// What `lesson-answered` carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The course, by its id: a lesson of one's own is one too.
    pub course: String,
    /// The lesson.
    pub lesson: String,
    /// The step.
    pub item: String,
    /// What sort of task it is.
    pub kind: Kind,
    /// How far it is.
    pub phase: Phase,
    /// What is asked or to be done.
    pub question: String,
    /// What an answer consists of.
    #[serde(rename = "type")]
    pub form: Form,
    /// What each number is about.
    pub fields: Vec<String>,
    /// What was answered; none where it is the workflow.
    pub response: Option<Response>,
    /// What could be chosen, in the order of the course.
    pub choices: Vec<Offered>,
    /// Whether it is right, once that is judged.
    pub right: Option<bool>,
    /// What would be right, once that is judged; none where it is a workflow.
    pub correct: Option<Response>,
    /// How sure the learner is, from 0 to 1; none where that is not asked.
    #[serde(serialize_with = "share")]
    pub confidence: Option<Confidence>,
    /// How many hints were open.
    pub hints: u8,
    /// Whether it counts as the learner's own: the last hint gives the answer away.
    pub credit: bool,
    /// The language of the words.
    pub lang: String,
}

/// The sorts of tasks that are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Said before the run is seen.
    Predict,
    /// Found in the lab.
    Find,
    /// Known.
    Quiz,
    /// Built.
    Build,
}

/// How far an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// A prediction is locked.
    Answered,
    /// It was held against what is so.
    Judged,
}

/// What an answer consists of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Numbers.
    Numeric,
    /// One of several choices.
    Choice,
    /// A workflow.
    Performance,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Response {
    /// The numbers, in the order of the fields.
    Numbers(Vec<u64>),
    /// The id of a choice.
    Choice(String),
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Offered {
    /// What names it.
    pub id: String,
    /// What it says.
    pub text: String,
}

impl Answered {
    /// The answer to the step that is shown; `right` once it is judged. None where nothing of it is known.
    pub(super) fn of(learning: &Learning, given: &Given, right: Option<bool>) -> Option<Self> {
        let ((book, lesson, _), (step, words)) = (learning.lesson()?, learning.step()?);
        let (lang, spoken) = (book.lang, &book.course.words);
        // A lesson that has its words inside may speak another language than the page.
        let other = spoken.keys().next().filter(|_| !spoken.contains_key(lang.code()));
        let say = |text: &str| plain(lang, learning, text);
        let question = step.task.question();
        let asked = if words.prompt.is_empty() { &words.title } else { &words.prompt };
        let fields = question.map(|question| &question.fields[..]).unwrap_or_default();
        let choices = question.map(|question| &question.choices[..]).unwrap_or_default();
        let label = |field: &str| say(words.fields.get(field).map_or(field, String::as_str));
        let choice = |id: &str| Offered {
            id: id.to_owned(),
            text: say(words.choices.get(id).map_or(id, |choice| choice.label.as_str())),
        };
        let hints = learning.study.as_ref()?.hints;
        Some(Self {
            course: book.course.id.clone(),
            lesson: lesson.id.clone(),
            item: step.id.clone(),
            kind: Kind::of(&step.task)?,
            phase: if right.is_some() { Phase::Judged } else { Phase::Answered },
            question: say(asked),
            form: Form::of(question),
            fields: fields.iter().map(|field| label(&field.id)).collect(),
            response: Response::of(&given.answer),
            choices: choices.iter().map(|one| choice(&one.id)).collect(),
            right,
            correct: right.and_then(|_| Response::correct(learning)),
            confidence: given.confidence,
            hints,
            credit: hints < HINTS,
            lang: other.map_or(lang.code(), String::as_str).to_owned(),
        })
    }
}

impl Kind {
    fn of(task: &Task) -> Option<Self> {
        Some(match task {
            Task::Read { .. } => return None,
            Task::Predict { .. } => Self::Predict,
            Task::Find { .. } => Self::Find,
            Task::Quiz { .. } => Self::Quiz,
            Task::Build { .. } => Self::Build,
        })
    }
}

impl Form {
    fn of(question: Option<&Question>) -> Self {
        match question {
            None => Self::Performance,
            Some(question) if question.fields.is_empty() => Self::Choice,
            Some(_) => Self::Numeric,
        }
    }
}

impl Response {
    fn of(answer: &Answer) -> Option<Self> {
        match answer {
            Answer::Numbers(numbers) => Some(Self::Numbers(numbers.clone())),
            Answer::Choice(id) => Some(Self::Choice(id.clone())),
            Answer::Workflow => None,
        }
    }

    /// What the judge says would be right.
    fn correct(learning: &Learning) -> Option<Self> {
        let verdict = learning.verdict.as_ref()?;
        let numbers = || verdict.fields.iter().map(|(right, _)| *right).collect::<Vec<_>>();
        let numbers = (!verdict.fields.is_empty()).then(numbers).map(Self::Numbers);
        numbers.or_else(|| verdict.choice.clone().map(Self::Choice))
    }
}

/// From a guess, which is 0, to sure, which is 1.
fn share<S: Serializer>(confidence: &Option<Confidence>, to: S) -> Result<S::Ok, S::Error> {
    let place = confidence.and_then(|one| Confidence::ALL.iter().position(|other| *other == one));
    place.map(|place| place as f64 / (Confidence::ALL.len() - 1) as f64).serialize(to)
}
