//! What a trainer can do to a draft, each as a value; what cannot be done changes nothing.

use super::super::course::goal::{Count, Counted, Goal, Quantity, Which};
use super::super::course::look::Look;
use super::super::course::question::{Choice, Field, Mistake, Question};
use super::super::course::scene::{Change, Scene};
use super::super::course::step::{Doing, Step, Task};
use super::super::course::words::GoalWords;
use super::super::course::{Course, Skill};
use super::spot::{self, Spot};
use super::{MOST_MINUTES, MOST_STEPS, free_name, mend, prune, speak};

/// The sorts of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepSort {
    /// Something to read.
    Read,
    /// A prediction of a run.
    Predict,
    /// Something to find in the lab.
    Find,
    /// A question out of the head.
    Quiz,
    /// A workflow to build or mend.
    Build,
}

impl StepSort {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Read, Self::Predict, Self::Find, Self::Quiz, Self::Build];

    /// The sort of a task.
    pub fn of(task: &Task) -> Self {
        match task {
            Task::Read { .. } => Self::Read,
            Task::Predict { .. } => Self::Predict,
            Task::Find { .. } => Self::Find,
            Task::Quiz { .. } => Self::Quiz,
            Task::Build { .. } => Self::Build,
        }
    }
}

/// An edit. A `usize` that comes first is the place of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftEdit {
    /// How many minutes it takes.
    Minutes(u32),
    /// Words in one more language.
    Speak(String),
    /// No more words in a language; the last one stays.
    Hush(String),
    /// A word in a language.
    Say(String, Option<usize>, Spot, String),
    /// A new step at a place.
    Add(usize, StepSort),
    /// A step once more, behind itself.
    Duplicate(usize),
    /// A step less.
    Remove(usize),
    /// A step to another place.
    Move(usize, usize),
    /// What a step is evidence of.
    Skill(usize, Skill),
    /// The scenario that a step begins with.
    Scene(usize, Option<Scene>),
    /// The scenario that a step begins with, and that the course then has under a name.
    SceneOf(usize, Scene, Option<(String, serde_json::Value)>),
    /// Where the lab is led to.
    Look(usize, Option<Look>),
    /// What is to be done before a reading step is over.
    Until(usize, Option<Doing>),
    /// Whether a question asks for numbers, or for a choice.
    AsksNumbers(usize, bool),
    /// One more number that is asked for.
    AddField(usize),
    /// What the right number is.
    Answer(usize, String, Quantity),
    /// How far off is still right.
    Tolerance(usize, String, u64),
    /// One number less.
    RemoveField(usize, String),
    /// One more wrong number that is known.
    AddMistake(usize, String),
    /// Which wrong number it is.
    Mistake(usize, String, usize, Quantity),
    /// One less.
    RemoveMistake(usize, String, usize),
    /// One more choice.
    AddChoice(usize),
    /// One choice less.
    RemoveChoice(usize, String),
    /// The choice that is right.
    Right(usize, String),
    /// Whether a wrong choice names what it comes from.
    Believe(usize, String, bool),
    /// The changes that solve a build step.
    Solution(usize, Vec<Change>),
    /// One more goal, with its words by language.
    AddGoal(usize, Box<super::super::course::goal::Test>, Vec<(String, GoalWords)>),
    /// One goal less.
    RemoveGoal(usize, String),
}

/// The draft after an edit; none where it changes nothing.
pub fn apply(course: &Course, edit: DraftEdit) -> Option<Course> {
    let mut next = course.clone();
    change(&mut next, edit)?;
    prune(&mut next);
    let codes: Vec<_> = next.words.keys().cloned().collect();
    for code in codes {
        speak(&mut next, &code);
    }
    (next != *course).then_some(next)
}

fn change(course: &mut Course, edit: DraftEdit) -> Option<()> {
    match edit {
        DraftEdit::Minutes(minutes) => course.lessons.first_mut()?.minutes = minutes.clamp(1, MOST_MINUTES),
        DraftEdit::Speak(code) => speak(course, &code),
        DraftEdit::Hush(code) => {
            if course.words.len() > 1 {
                course.words.remove(&code);
            }
        }
        DraftEdit::Say(code, place, spot, text) => spot::set(course, &code, place, &spot, &text),
        DraftEdit::Add(at, sort) => {
            let steps = &mut course.lessons.first_mut()?.steps;
            if steps.len() >= MOST_STEPS {
                return None;
            }
            let id = free_name("step-", steps.iter().map(|step| step.id.as_str()));
            steps.insert(at.min(steps.len()), fresh(id, sort));
        }
        DraftEdit::Duplicate(place) => duplicate(course, place)?,
        DraftEdit::Remove(place) => {
            let steps = &mut course.lessons.first_mut()?.steps;
            if place < steps.len() {
                steps.remove(place);
            }
        }
        DraftEdit::Move(from, to) => {
            let steps = &mut course.lessons.first_mut()?.steps;
            if from >= steps.len() || to >= steps.len() {
                return None;
            }
            let step = steps.remove(from);
            steps.insert(to, step);
        }
        DraftEdit::Skill(place, skill) => step(course, place)?.skill = Some(skill),
        DraftEdit::Scene(place, scene) => step(course, place)?.scene = scene,
        DraftEdit::SceneOf(place, scene, own) => {
            course.scenarios.extend(own);
            step(course, place)?.scene = Some(scene);
        }
        DraftEdit::Look(place, look) => step(course, place)?.look = look,
        DraftEdit::Until(place, doing) => {
            if let Task::Read { until, .. } = &mut step(course, place)?.task {
                *until = doing;
            }
        }
        DraftEdit::Solution(place, changes) => {
            if let Task::Build { solution, wrong, .. } = &mut step(course, place)?.task {
                *solution = changes;
                // They were changes of the solution before.
                wrong.clear();
            }
        }
        DraftEdit::AddGoal(place, test, words) => {
            let Task::Build { goals, .. } = &mut step(course, place)?.task else { return None };
            let id = free_name("goal-", goals.iter().map(|goal| goal.id.as_str()));
            goals.push(Goal { id: id.clone(), test: *test });
            for (code, told) in
                words.into_iter().filter(|(code, _)| course.words.contains_key(code)).collect::<Vec<_>>()
            {
                spot::set(course, &code, Some(place), &Spot::Goal(id.clone()), &told.label);
                spot::set(course, &code, Some(place), &Spot::GoalWhy(id.clone()), &told.why);
            }
        }
        DraftEdit::RemoveGoal(place, id) => {
            if let Task::Build { goals, wrong, .. } = &mut step(course, place)?.task {
                goals.retain(|goal| goal.id != id);
                wrong.retain(|wrong| wrong.fails != id);
            }
        }
        other => return mend::question(course, other),
    }
    Some(())
}

/// A step to be changed.
pub(super) fn step(course: &mut Course, place: usize) -> Option<&mut Step> {
    course.lessons.first_mut()?.steps.get_mut(place)
}

/// A step with nothing said yet.
fn fresh(id: String, sort: StepSort) -> Step {
    let question = |has_fields: bool| Question {
        fields: if has_fields { vec![field("number-1")] } else { Vec::new() },
        choices: if has_fields { Vec::new() } else { choices() },
        is_ordered: false,
    };
    let (skill, task) = match sort {
        StepSort::Read => (None, Task::Read { until: None, solution: Vec::new() }),
        StepSort::Predict => (Some(Skill::Count), Task::Predict { question: question(true) }),
        StepSort::Find => (Some(Skill::Logs), Task::Find { question: question(true) }),
        StepSort::Quiz => (Some(Skill::Choose), Task::Quiz { question: question(false) }),
        StepSort::Build => {
            (Some(Skill::Build), Task::Build { goals: Vec::new(), solution: Vec::new(), wrong: Vec::new() })
        }
    };
    Step { id, skill, vary: Default::default(), scene: None, look: None, task }
}

/// A number to give: how many deliveries there are, until something else is picked.
pub(super) fn field(id: &str) -> Field {
    let counted = Counted { what: Count::Deliveries, of: Which::default(), until: None, delivery: None };
    Field { id: id.to_owned(), answer: Quantity::Counted(counted), tolerance: 0, mistakes: Vec::new() }
}

/// Three choices, the first of which is right; each try mixes them.
pub(super) fn choices() -> Vec<Choice> {
    let choice = |id: &str, is_right| Choice {
        id: id.to_owned(),
        is_right,
        when: None,
        misconception: None,
        look: None,
    };
    vec![choice("a", true), choice("b", false), choice("c", false)]
}

fn duplicate(course: &mut Course, place: usize) -> Option<()> {
    let lesson = course.lessons.first_mut()?;
    if lesson.steps.len() >= MOST_STEPS {
        return None;
    }
    let original = lesson.steps.get(place)?.clone();
    let id = free_name("step-", lesson.steps.iter().map(|step| step.id.as_str()));
    lesson.steps.insert(place + 1, Step { id: id.clone(), ..original.clone() });
    let name = lesson.id.clone();
    for words in course.words.values_mut().filter_map(|words| words.lessons.get_mut(&name)) {
        if let Some(told) = words.steps.get(&original.id).cloned() {
            words.steps.insert(id.clone(), told);
        }
    }
    Some(())
}

/// A mistake that is not told yet.
pub(super) fn mistake(misconception: String) -> Mistake {
    Mistake { is: Quantity::Fixed(1), misconception, look: None }
}
