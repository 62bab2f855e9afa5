//! The answer key of a lesson: for each step what is right, in each of its variations, why, the hints, and a way to
//! solve it. A page of its own that can be printed; whatever the words are, they stay words.

use std::fmt::Write as _;

use super::super::course::question::Answer;
use super::super::course::scene::Change;
use super::super::course::step::{Step, Task};
use super::super::course::words::StepWords;
use super::super::course::{Course, Lesson};
use super::super::judge::Played;
use super::super::judge::params::Params;
use super::super::judge::scene;
use super::super::judge::solve::{params_at, scene_at};
use super::super::markup;
use super::{lesson, title, words};
use crate::scenario::samples::Sample;
use crate::scenario::svg::escaped;
use crate::text::Lang;
use crate::text::activity::place as named;
use crate::text::activity::summary;
use crate::text::format::number;
use crate::text::instructor::Say;

/// The key in the words of a language, as an HTML page.
pub fn html(course: &Course, code: &str, lang: Lang) -> String {
    let says = |say: Say| escaped(say.within(lang));
    let name = escaped(&title(course, code));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{code}\">\n<meta charset=\"utf-8\">\n<title>{name} – {0}</title>\n<style>body{{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}}h2{{break-after:avoid}}section{{break-inside:avoid}}</style>\n<h1>{name}</h1>\n<p>{0}</p>\n",
        says(Say::Key),
        code = escaped(code),
    );
    let Some(own) = lesson(course) else { return page };
    for (place, step) in own.steps.iter().enumerate() {
        let told =
            words(course, code).and_then(|words| words.steps.get(&step.id)).cloned().unwrap_or_default();
        let _ = writeln!(page, "<section>\n<h2>{}. {}</h2>", place + 1, inline(&told.title));
        paragraphs(&mut page, &told.body);
        if step.task.is_item() {
            let _ = writeln!(page, "<p><strong>{}</strong></p>", inline(&told.prompt));
            let _ = writeln!(page, "<h3>{}</h3>", says(Say::RightAnswer));
            answers(&mut page, course, own, place, step, &told, lang);
            part(&mut page, &says(Say::Explanation), &told.explain, false);
            part(&mut page, &says(Say::Hints), &told.hints, true);
        }
        page.push_str("</section>\n");
    }
    page
}

fn answers(
    page: &mut String,
    course: &Course,
    own: &Lesson,
    place: usize,
    step: &Step,
    told: &StepWords,
    lang: Lang,
) {
    page.push_str("<ul>\n");
    if let Task::Build { goals, solution, .. } = &step.task {
        for goal in goals {
            let label = told.goals.get(&goal.id).map(|goal| inline(&goal.label)).unwrap_or_default();
            let _ = writeln!(page, "<li>{label}</li>");
        }
        let _ = writeln!(page, "</ul>\n<h3>{}</h3>\n<ul>", escaped(Say::Solution.within(lang)));
        for line in solved(course, own, place, step, solution, lang) {
            let _ = writeln!(page, "<li>{line}</li>");
        }
    } else {
        for params in Params::all(step) {
            let line = right(course, own, place, step, told, lang, &params);
            let drawn: Vec<_> =
                params.names().filter_map(|name| Some(format!("{name} = {}", params.get(name)?))).collect();
            let before =
                if drawn.is_empty() { String::new() } else { format!("{}: ", escaped(&drawn.join(", "))) };
            let _ = writeln!(page, "<li>{before}{line}</li>");
        }
        let wrong = step.task.question().into_iter().flat_map(|question| &question.choices);
        // What is right at some values is not wrong: the lines above say when.
        for choice in wrong.filter(|choice| !choice.is_right && choice.when.is_none()) {
            if let Some(choice) = told.choices.get(&choice.id) {
                let _ = writeln!(page, "<li>✗ {} – {}</li>", inline(&choice.label), inline(&choice.why));
            }
        }
    }
    page.push_str("</ul>\n");
}

/// The solution: every activity that it adds or sets otherwise, as the lab says it; anything else as it is in the file.
fn solved(
    course: &Course,
    own: &Lesson,
    place: usize,
    step: &Step,
    solution: &[Change],
    lang: Lang,
) -> Vec<String> {
    let params = Params::all(step).into_iter().next().unwrap_or_default();
    let made = |more: &[&[Change]]| {
        let (at, scene) = scene_at(own, place)?;
        scene::make(course, scene, more, &params_at(own, place, at, &params)).ok()
    };
    let is_of_drawing = |change: &&Change| {
        change.at.starts_with("/workflow/activities") || change.at.starts_with("/workflow/transitions")
    };
    let mut lines = Vec::new();
    if let (Some(before), Some(after)) = (made(&[]), made(&[solution])) {
        let own = after.workflow.activities.iter();
        for activity in own.filter(|one| before.workflow.activity(&one.name) != Some(*one)) {
            let name = inline(&named(lang, &after, &activity.name));
            lines.push(format!("<strong>{name}</strong>: {}", escaped(&summary(lang, &after, activity))));
        }
        let is_gone = |name: &str| after.workflow.activity(name).is_none();
        let gone = before.workflow.activities.iter().filter(|one| is_gone(&one.name));
        lines.extend(gone.map(|one| format!("× {}", escaped(&named(lang, &before, &one.name)))));
    }
    let others: Vec<_> =
        solution.iter().filter(|change| lines.is_empty() || !is_of_drawing(change)).collect();
    lines.extend(others.into_iter().map(|change| {
        let to = change.to.as_ref().map_or_else(|| "×".to_owned(), ToString::to_string);
        format!("<code>{}</code>: <code>{}</code>", escaped(&change.at), escaped(&to))
    }));
    lines
}

/// What is right where these values were drawn.
fn right(
    course: &Course,
    own: &Lesson,
    place: usize,
    step: &Step,
    told: &StepWords,
    lang: Lang,
    params: &Params,
) -> String {
    let played = match scene_at(own, place) {
        Some((at, scene)) => Played::scene(course, scene, &[], &params_at(own, place, at, params)).ok(),
        None => Some(Played::of(Sample::SideBySide.scenario())),
    };
    let Some(played) = played else { return "–".to_owned() };
    match played.judged(params).right(&step.task) {
        Some(Answer::Choice(id)) => {
            let choice = told.choices.get(&id);
            choice
                .map(|choice| format!("✓ {} – {}", inline(&choice.label), inline(&choice.why)))
                .unwrap_or_default()
        }
        Some(Answer::Numbers(numbers)) => {
            let fields = step.task.question().into_iter().flat_map(|question| &question.fields);
            let lines = fields.zip(numbers).map(|(field, count)| {
                let label = told.fields.get(&field.id).map(|label| inline(label)).unwrap_or_default();
                format!("{label}: <strong>{}</strong>", escaped(&number(lang, count)))
            });
            lines.collect::<Vec<_>>().join("; ")
        }
        Some(Answer::Workflow) | None => "–".to_owned(),
    }
}

fn part(page: &mut String, heading: &str, texts: &[String], is_list: bool) {
    if texts.iter().all(|text| text.trim().is_empty()) {
        return;
    }
    let _ = writeln!(page, "<h3>{heading}</h3>");
    if is_list {
        let rows: String = texts.iter().map(|text| format!("<li>{}</li>\n", inline(text))).collect();
        let _ = write!(page, "<ol>\n{rows}</ol>\n");
    } else {
        paragraphs(page, texts);
    }
}

fn paragraphs(page: &mut String, texts: &[String]) {
    for text in texts {
        let _ = writeln!(page, "<p>{}</p>", inline(text));
    }
}

/// A text with its strong words and names; values stay as they are written.
fn inline(text: &str) -> String {
    let pieces = markup::pieces(Lang::En, text, |_| None).into_iter();
    pieces
        .map(|piece| match piece {
            markup::Piece::Plain(text) => escaped(&text),
            markup::Piece::Strong(text) => format!("<strong>{}</strong>", escaped(&text)),
            markup::Piece::Code(text) => format!("<code>{}</code>", escaped(&text)),
        })
        .collect()
}
