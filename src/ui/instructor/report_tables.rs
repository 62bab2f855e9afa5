//! The tables of the report: the class item by item, and for each learner items, skills, sureness, beliefs, attempts.

use yew::prelude::*;

use super::report::ReportProps;
use crate::lesson::course::question::Answer;
use crate::lesson::prediction::Confidence;
use crate::lesson::report::{
    Learner, calibration, class as facilities, items, misconceptions, parts, skills,
};
use crate::lesson::study::progress::ItemKey;
use crate::text::course::words;
use crate::text::format::{decimal_mark, number, percent};
use crate::text::instructor::{Say, skill_name};

/// The titles of an item's lesson and step; none where the course does not have it.
pub(super) fn item_name(props: &ReportProps, key: &ItemKey) -> Option<(String, String)> {
    let (lesson, step) = parts(key);
    let told = props.book.as_ref()?.words.lessons.get(lesson)?;
    Some((told.title.clone(), told.steps.get(step)?.title.clone()))
}

fn named(props: &ReportProps, key: &ItemKey) -> (String, String) {
    let (lesson, step) = parts(key);
    item_name(props, key).unwrap_or_else(|| (lesson.to_owned(), step.to_owned()))
}

/// A table with a caption; the first column names its rows.
fn table(props: &ReportProps, caption: Say, heads: &[Say], rows: Vec<Vec<String>>, words: usize) -> Html {
    if rows.is_empty() {
        return html! { <p class="small muted">{ props.say(caption) }{ ": " }{ props.say(Say::NothingYet) }</p> };
    }
    let class = |column: usize| (column >= words).then_some("number");
    let row = |(at, row): (usize, Vec<String>)| {
        html! {
            <tr key={at}>
                { for row.into_iter().enumerate().map(|(column, text)| match column {
                    0 => html! { <th key={column} scope="row">{ text }</th> },
                    _ => html! { <td key={column} class={class(column)} data-label={props.say(heads[column])}>{ text }</td> },
                }) }
            </tr>
        }
    };
    html! {
        <div class="class-table" role="group" tabindex="0" aria-label={props.say(caption)}>
            <table>
                <caption>{ props.say(caption) }</caption>
                <thead><tr>{ for heads.iter().enumerate().map(|(column, head)| html! { <th key={column} scope="col" class={class(column)}>{ props.say(*head) }</th> }) }</tr></thead>
                <tbody>{ for rows.into_iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

/// For each item how the class fared.
pub(super) fn class(props: &ReportProps) -> Html {
    let lang = props.lang;
    let rows =
        facilities(props.book.as_ref().map(|book| &book.course), &props.learners).into_iter().map(|row| {
            let (lesson, step) = named(props, &row.key);
            let tenths = (row.tries * 10).checked_div(row.answered).unwrap_or(0);
            let point = decimal_mark(lang);
            vec![
                step,
                lesson,
                number(lang, row.answered),
                percent(lang, row.first_right, row.answered),
                percent(lang, row.right, row.answered),
                format!("{}{point}{}", tenths / 10, tenths % 10),
                number(lang, row.hinted),
            ]
        });
    let heads = [
        Say::Item,
        Say::Lesson,
        Say::AnsweredBy,
        Say::FirstRight,
        Say::InTheEnd,
        Say::MeanTries,
        Say::HintsTaken,
    ];
    table(props, Say::Class, &heads, rows.collect(), 2)
}

/// Everything of one learner.
pub(super) fn learner(props: &ReportProps, learner: &Learner) -> Html {
    let yes = |is: bool| props.say(if is { Say::Yes } else { Say::No }).to_owned();
    let (lang, progress) = (props.lang, &learner.progress);
    let course = props.book.as_ref().map(|book| &book.course);
    let own = items(course, std::slice::from_ref(learner)).into_iter().map(|key| {
        let item = progress.items.get(&key).copied().unwrap_or_default();
        let (lesson, step) = named(props, &key);
        vec![
            step,
            lesson,
            number(lang, item.tries.into()),
            yes(item.is_first_right),
            yes(item.is_right),
            number(lang, item.hints.into()),
        ]
    });
    let mastered = skills(progress).into_iter().map(|(skill, average, row, is_reached)| {
        vec![
            skill_name(lang, skill.place()).to_owned(),
            percent(lang, average.into(), 100),
            number(lang, row.into()),
            yes(is_reached),
        ]
    });
    let sure =
        calibration(progress).into_iter().filter(|(_, of, _)| *of > 0).map(|(confidence, of, right)| {
            vec![
                said(props, confidence),
                number(lang, of.into()),
                format!("{} ({})", number(lang, right.into()), percent(lang, right.into(), of.into())),
            ]
        });
    let met = course.map(|course| misconceptions(course, progress)).unwrap_or_default().into_iter().map(
        |(name, times)| {
            let told = props.book.as_ref().and_then(|book| book.words.misconceptions.get(&name));
            vec![told.map_or(name, |told| told.name.clone()), number(lang, times.into())]
        },
    );
    html! {
        <>
            { table(props, Say::Items, &[Say::Item, Say::Lesson, Say::Tries, Say::FirstRight, Say::InTheEnd, Say::HintsTaken], own.collect(), 2) }
            { table(props, Say::Skills, &[Say::SkillColumn, Say::Average, Say::InARow, Say::Mastered], mastered.collect(), 1) }
            { table(props, Say::Calibration, &[Say::Confidence, Say::Predictions, Say::Were], sure.collect(), 1) }
            { table(props, Say::Misconceptions, &[Say::Belief, Say::Times], met.collect(), 1) }
            <details class="bench-codes"><summary>{ props.say(Say::Attempts) }</summary>{ attempts(props, learner) }</details>
        </>
    }
}

fn attempts(props: &ReportProps, learner: &Learner) -> Html {
    let lang = props.lang;
    let rows = learner.progress.attempts.iter().enumerate().map(|(place, attempt)| {
        let (_, step) = named(props, &ItemKey::new(&attempt.lesson, &attempt.step));
        let answer = match &attempt.answer {
            Answer::Numbers(numbers) => {
                numbers.iter().map(|one| number(lang, *one)).collect::<Vec<_>>().join(", ")
            }
            Answer::Choice(choice) => choice.clone(),
            Answer::Workflow => "–".to_owned(),
        };
        let is_surprise = !attempt.is_right && attempt.confidence == Some(Confidence::Sure);
        let came = if attempt.is_right {
            words::of(lang).right
        } else if is_surprise {
            props.say(Say::SureAndWrong)
        } else {
            words::of(lang).wrong
        };
        let sure = attempt.confidence.map_or_else(|| "–".to_owned(), |confidence| said(props, confidence));
        vec![
            number(lang, place as u64 + 1),
            step,
            answer,
            came.to_owned(),
            sure,
            number(lang, attempt.hints.into()),
        ]
    });
    let heads = [Say::Number, Say::Item, Say::Gave, Say::Outcome, Say::Confidence, Say::HintsTaken];
    table(props, Say::Attempts, &heads, rows.collect(), 5)
}

fn said(props: &ReportProps, confidence: Confidence) -> String {
    let place = Confidence::ALL.iter().position(|one| *one == confidence).unwrap_or_default();
    words::of(props.lang).confidence[place].to_owned()
}
