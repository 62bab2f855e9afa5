//! Takes every step of a course as one who knows would: each can be answered, each goal reached and missed.

use super::Played;
use super::key::SEED;
use super::params::Params;
use super::scene::SceneProblem;
use crate::lesson::course::scene::Scene;
use crate::lesson::course::step::{Doing, Step, Task};
use crate::lesson::course::{Course, Lesson};

/// What is wrong with a step that cannot be taken as it says.
#[derive(Clone, Debug, PartialEq)]
pub enum Unsolved {
    /// Its scene, or a change of it, cannot be made.
    Scene(SceneProblem),
    /// Neither it nor a step before it has a scene, and it needs one.
    NoScene,
    /// No right answer can be told: something cannot be counted, or no choice is right.
    NoAnswer,
    /// More than one choice is right.
    ManyRight,
    /// A number that is said to be a mistake is right, or no such number can be told.
    MistakeIsRight {
        /// The misconception of that mistake.
        misconception: String,
    },
    /// All goals are met before anything is done.
    SolvedBefore,
    /// The solution does not meet this goal.
    GoalMissed {
        /// The goal.
        goal: String,
    },
    /// A wrong workflow fails at another goal than it says, or not at all.
    WrongFailsElsewhere {
        /// Its place in the list, from 0.
        place: usize,
        /// The goal that it says.
        fails: String,
        /// The first goal that is not met.
        first: Option<String>,
    },
}

/// Every step that cannot be taken as it says, by lesson and step, each problem once.
pub fn solve(course: &Course) -> Vec<(String, String, Unsolved)> {
    let mut unsolved = Vec::new();
    for lesson in &course.lessons {
        for (place, step) in lesson.steps.iter().enumerate() {
            let problems = problems_at(course, lesson, place).into_iter();
            unsolved.extend(problems.map(|problem| (lesson.id.clone(), step.id.clone(), problem)));
        }
    }
    unsolved
}

/// What is wrong with one step, each problem once.
pub fn problems_at(course: &Course, lesson: &Lesson, place: usize) -> Vec<Unsolved> {
    let Some(step) = lesson.steps.get(place) else { return Vec::new() };
    let mut problems = Vec::new();
    for problem in Params::all(step).iter().flat_map(|params| solve_step(course, lesson, place, params)) {
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}

/// The scene that is open at a step: its own, or that of the nearest step before it that has one.
pub fn scene_at(lesson: &Lesson, place: usize) -> Option<(usize, &Scene)> {
    let until = lesson.steps.get(..=place)?;
    until.iter().enumerate().rev().find_map(|(place, step)| Some((place, step.scene.as_ref()?)))
}

/// The values that a scene is made with: those of the step that is open where the scene is its own; one of an earlier
/// step has what that step draws first, as learners have it.
pub fn params_at(lesson: &Lesson, place: usize, at: usize, params: &Params) -> Params {
    match lesson.steps.get(at) {
        Some(earlier) if at != place => Params::draw(earlier, &lesson.id, SEED, 0),
        _ => params.clone(),
    }
}

fn solve_step(course: &Course, lesson: &Lesson, place: usize, params: &Params) -> Vec<Unsolved> {
    let step = &lesson.steps[place];
    let Some((at, scene)) = scene_at(lesson, place) else {
        return if needs_scene(step) { vec![Unsolved::NoScene] } else { Vec::new() };
    };
    let own = params_at(lesson, place, at, params);
    let played = match Played::scene(course, scene, &[], &own) {
        Ok(played) => played,
        Err(problem) => return vec![Unsolved::Scene(problem)],
    };
    let judged = played.judged(params);
    match &step.task {
        Task::Read { until: Some(Doing::Reached(test)), solution } => {
            let mut problems = Vec::new();
            if judged.holds(test) {
                problems.push(Unsolved::SolvedBefore);
            }
            match Played::scene(course, scene, &[solution], &own) {
                Ok(solved) if solved.judged(params).holds(test) => {}
                Ok(_) => problems.push(Unsolved::GoalMissed { goal: "until".to_owned() }),
                Err(problem) => problems.push(Unsolved::Scene(problem)),
            }
            problems
        }
        Task::Read { .. } => Vec::new(),
        Task::Predict { question } | Task::Find { question } | Task::Quiz { question } => {
            let Some(answer) = judged.right(&step.task) else { return vec![Unsolved::NoAnswer] };
            let mut problems = Vec::new();
            if question.choices.iter().filter(|choice| judged.is_right(choice)).count() > 1 {
                problems.push(Unsolved::ManyRight);
            }
            if !judged.verdict(&step.task, &answer).is_right {
                problems.push(Unsolved::NoAnswer);
            }
            for field in &question.fields {
                let right = judged.number(&field.answer);
                let same = |mistake: &&crate::lesson::course::question::Mistake| {
                    let wrong = judged.number(&mistake.is);
                    wrong.is_none()
                        || wrong
                            .zip(right)
                            .is_some_and(|(wrong, right)| wrong.abs_diff(right) <= field.tolerance)
                };
                problems.extend(field.mistakes.iter().filter(same).map(|mistake| Unsolved::MistakeIsRight {
                    misconception: mistake.misconception.clone(),
                }));
            }
            problems
        }
        Task::Build { goals, solution, wrong } => {
            let mut problems = Vec::new();
            let first_missed = |met: &[bool]| {
                let missed = met.iter().position(|is_met| !is_met);
                missed.and_then(|place| goals.get(place)).map(|goal| goal.id.clone())
            };
            if first_missed(&judged.met(goals)).is_none() {
                problems.push(Unsolved::SolvedBefore);
            }
            match Played::scene(course, scene, &[solution], &own) {
                Ok(solved) => {
                    let missed = first_missed(&solved.judged(params).met(goals));
                    problems.extend(missed.map(|goal| Unsolved::GoalMissed { goal }));
                }
                Err(problem) => problems.push(Unsolved::Scene(problem)),
            }
            for (place, wrong) in wrong.iter().enumerate() {
                match Played::scene(course, scene, &[solution, &wrong.changes], &own) {
                    Ok(played) => {
                        let first = first_missed(&played.judged(params).met(goals));
                        if first.as_ref() != Some(&wrong.fails) {
                            problems.push(Unsolved::WrongFailsElsewhere {
                                place,
                                fails: wrong.fails.clone(),
                                first,
                            });
                        }
                    }
                    Err(problem) => problems.push(Unsolved::Scene(problem)),
                }
            }
            problems
        }
    }
}

fn needs_scene(step: &Step) -> bool {
    match &step.task {
        Task::Read { .. } => false,
        Task::Predict { .. } | Task::Find { .. } | Task::Build { .. } => true,
        Task::Quiz { question } => {
            !question.fields.is_empty() || question.choices.iter().any(|choice| choice.when.is_some())
        }
    }
}
