//! What a draft still lacks: what the linter of courses finds, and what only a lesson of one's own needs, each with the
//! field it is about. Steps whose task did not change are not run again.

use std::collections::BTreeMap;

use super::super::course::step::Task;
use super::super::course::{Course, Lesson};
use super::super::judge::Played;
use super::super::judge::params::Params;
use super::super::judge::solve::{params_at, problems_at, scene_at};
use super::super::lint;
use super::spot::Spot;
use super::{finished, lesson, words};
use crate::text::course::finding::{CourseFinding, CourseProblem};

/// Something that is to be mended, or to be thought over.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The step, from 0; none for the lesson as a whole.
    pub step: Option<usize>,
    /// The field; none where it is about the step as a whole.
    pub spot: Option<Spot>,
    /// The language of the words it is about.
    pub code: Option<String>,
    /// What.
    pub fault: Fault,
}

/// What is found.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// What the linter of courses says.
    Course(CourseProblem),
    /// There is no step yet.
    NoSteps,
    /// A build step without a goal.
    NoGoals,
    /// A build step that was not done yet.
    NoSolution,
    /// This goal is met before anything is done; it does no harm.
    MetBefore(String),
}

impl Found {
    /// Whether the lesson may go out with it.
    pub fn is_note(&self) -> bool {
        matches!(self.fault, Fault::MetBefore(_))
    }
}

/// What runs came to, by what was run.
pub type Cache = BTreeMap<String, Vec<Fault>>;

/// Everything that is found, in the order of the steps; `cache` remembers what was run.
pub fn check(draft: &Course, cache: &mut Cache) -> Vec<Found> {
    let course = finished(draft);
    let Some(own) = lesson(&course) else { return Vec::new() };
    let mut found: Vec<Found> =
        lint::lint_words(&course).into_iter().filter_map(|finding| place(&course, finding)).collect();
    found.extend(empty_hints(&course, own));
    if own.steps.is_empty() {
        found.push(Found { step: None, spot: None, code: None, fault: Fault::NoSteps });
    }
    let mut used = Cache::new();
    for place in 0..own.steps.len() {
        let key = key(&course, own, place);
        let faults = cache.remove(&key).unwrap_or_else(|| runs(&course, own, place));
        found.extend(faults.iter().map(|fault| Found {
            step: Some(place),
            spot: spot_of(fault),
            code: None,
            fault: fault.clone(),
        }));
        used.insert(key, faults);
    }
    *cache = used;
    found.sort_by_key(|one| (one.is_note(), one.step.map_or(0, |step| step + 1)));
    found
}

/// Everything that the run of a step depends on, as one text.
fn key(course: &Course, own: &Lesson, place: usize) -> String {
    let scene = scene_at(own, place)
        .map(|(at, scene)| (at == place, scene, own.steps.get(at).map(|step| (&step.id, &step.vary))));
    let file = scene.and_then(|(_, scene, _)| course.scenarios.get(&scene.from));
    let step = own.steps.get(place).map(|step| (&step.id, &step.vary, &step.task));
    serde_json::to_string(&(step, scene, file)).unwrap_or_default()
}

fn runs(course: &Course, own: &Lesson, place: usize) -> Vec<Fault> {
    let mut faults: Vec<Fault> = problems_at(course, own, place)
        .into_iter()
        .map(|problem| Fault::Course(lint::problem_of(problem)))
        .collect();
    let Some(step) = own.steps.get(place) else { return faults };
    if let Task::Build { goals, solution, .. } = &step.task {
        if solution.is_empty() {
            faults = vec![Fault::NoSolution];
        } else if goals.is_empty() {
            faults = vec![Fault::NoGoals];
        } else if let Some((at, scene)) = scene_at(own, place) {
            let params = Params::all(step).into_iter().next().unwrap_or_default();
            if let Ok(played) = Played::scene(course, scene, &[], &params_at(own, place, at, &params)) {
                let met = played.judged(&params).met(goals);
                if met.iter().any(|is_met| !is_met) {
                    let met = goals.iter().zip(met).filter(|(_, is_met)| *is_met);
                    faults.extend(met.map(|(goal, _)| Fault::MetBefore(goal.id.clone())));
                }
            }
        }
    }
    faults.dedup();
    faults
}

fn spot_of(fault: &Fault) -> Option<Spot> {
    match fault {
        Fault::MetBefore(goal) | Fault::Course(CourseProblem::GoalMissed(goal)) => {
            Some(Spot::Goal(goal.clone()))
        }
        _ => None,
    }
}

/// A finding of the linter with the field that it is about; none for what the bench fills in by itself.
fn place(course: &Course, finding: CourseFinding) -> Option<Found> {
    let mut parts = finding.place.split('.');
    let (code, name) = match &finding.problem {
        // Every text of a step is looked at once more; what is empty was told by its own field.
        CourseProblem::MissingWords(_, name) if name == "text" => return None,
        CourseProblem::MissingWords(code, name) => (Some(code.clone()), name.as_str()),
        CourseProblem::NeedlessWords(..) | CourseProblem::Hints(..) => return None,
        CourseProblem::UnknownPlaceholder(code, _) | CourseProblem::Markup(code) => (Some(code.clone()), ""),
        _ => (None, ""),
    };
    let found = |step, spot| {
        Some(Found { step, spot, code: code.clone(), fault: Fault::Course(finding.problem.clone()) })
    };
    match (parts.next(), parts.next()) {
        (Some("misconceptions"), Some(belief)) => {
            let spot =
                if name == "why" { Spot::BeliefWhy(belief.into()) } else { Spot::Belief(belief.into()) };
            found(step_of_belief(course, belief), Some(spot))
        }
        (Some("lessons"), Some(_)) => match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("steps"), Some(step), part, id) => {
                let place = lesson(course)?.steps.iter().position(|one| one.id == step);
                let spot = match (part, id, name) {
                    (Some("choices"), Some(id), "why") => Some(Spot::Why(id.into())),
                    (Some("choices"), Some(id), _) => Some(Spot::Choice(id.into())),
                    (Some("goals"), Some(id), "why") => Some(Spot::GoalWhy(id.into())),
                    (Some("goals"), Some(id), _) => Some(Spot::Goal(id.into())),
                    (Some("fields"), Some(id), _) => Some(Spot::Field(id.into())),
                    (None, _, "title") => Some(Spot::Title),
                    (None, _, "body") => Some(Spot::Body),
                    (None, _, "prompt") => Some(Spot::Prompt),
                    (None, _, "explain") => Some(Spot::Explain),
                    _ => None,
                };
                found(place, spot)
            }
            (None, ..) if name == "title" => found(None, Some(Spot::Lesson)),
            (None, ..) if name == "about" => found(None, Some(Spot::About)),
            _ => found(None, None),
        },
        // The title of the course is that of its lesson.
        (Some(""), _) | (None, _) => None,
        _ => found(None, None),
    }
}

/// Every hint that says nothing, in each language.
fn empty_hints(course: &Course, own: &Lesson) -> Vec<Found> {
    let mut found = Vec::new();
    for (place, step) in own.steps.iter().enumerate().filter(|(_, step)| step.task.is_item() && !own.is_check)
    {
        for code in course.words.keys() {
            let hints =
                words(course, code).and_then(|words| words.steps.get(&step.id)).map(|words| &words.hints);
            let is_empty =
                |at: &usize| hints.and_then(|hints| hints.get(*at)).is_none_or(|hint| hint.trim().is_empty());
            found.extend((0..3).filter(is_empty).map(|at| Found {
                step: Some(place),
                spot: Some(Spot::Hint(at)),
                code: Some(code.clone()),
                fault: Fault::Course(CourseProblem::MissingWords(code.clone(), "hint".to_owned())),
            }));
        }
    }
    found
}

fn step_of_belief(course: &Course, belief: &str) -> Option<usize> {
    let names =
        |step: &super::super::course::step::Step| super::beliefs(step).iter().any(|name| name == belief);
    lesson(course)?.steps.iter().position(names)
}
