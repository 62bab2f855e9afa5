//! The one live region of the panel: the newest thing that happened in the step, in a sentence.

use yew::prelude::*;

use super::props::LessonProps;
use super::prose::plain;
use crate::lesson::course::step::Task;
use crate::lesson::study::Stage;
use crate::text::course::{panel, words};

/// The region; empty where nothing has happened.
pub(super) fn region(lesson: &LessonProps) -> Html {
    html! { <p class="visually-hidden" role="status">{ spoken(lesson).unwrap_or_default() }</p> }
}

fn spoken(lesson: &LessonProps) -> Option<String> {
    let (learning, lang) = (&lesson.learning, lesson.lang);
    let (step, told) = learning.step()?;
    let study = learning.study.as_ref()?;
    let says = words::of(lang);
    match (&study.stage, &step.task) {
        (Stage::Locked(_), _) => Some(says.locked.to_owned()),
        (Stage::Told(_, is_right), task) => {
            let head = match (task, is_right) {
                (Task::Build { .. }, true) => says.built,
                (_, true) => says.right,
                (_, false) => says.wrong,
            };
            let behind = learning.verdict.as_ref().and_then(|verdict| verdict.misconception.as_ref());
            let behind = behind.and_then(|(name, _)| learning.book()?.words.misconceptions.get(name));
            let behind =
                behind.map(|belief| format!(" {} {}", says.belief, plain(lang, learning, &belief.name)));
            Some(format!("{head}{}", behind.unwrap_or_default()))
        }
        (Stage::Asked, _) if study.hints > 0 => {
            let open = usize::from(study.hints).min(told.hints.len());
            let hint = told.hints.get(open.checked_sub(1)?)?;
            let name = panel::hint_of(lang, open, told.hints.len());
            Some(format!("{name}: {}", plain(lang, learning, hint)))
        }
        (Stage::Asked, Task::Build { goals, .. }) => {
            let met = lesson.goals.iter().filter(|is_met| **is_met).count();
            Some(panel::goals_met(lang, met, goals.len()))
        }
        (Stage::Asked, Task::Read { until: Some(_), .. }) if lesson.may_go_on => Some(says.seen.to_owned()),
        _ => None,
    }
}
