//! The piece that is next, and all of them in order.

use yew::prelude::*;

use super::HomeProps;
use crate::app::action::Action;
use crate::app::learning::{Book, CourseAction};
use crate::lesson::course::Lesson;
use crate::lesson::study::progress::Visit;
use crate::text::course::{home, words};
use crate::ui::course::prose::of_text;

fn visit(props: &HomeProps, lesson: &Lesson) -> Option<Visit> {
    props.learning.progress.visits.get(&lesson.id).copied()
}

fn is_done(props: &HomeProps, lesson: &Lesson) -> bool {
    visit(props, lesson).is_some_and(|visit| visit.is_done)
}

/// The piece to go on with: the one that is open, the first that was begun, else the first that is not done.
fn next_of<'b>(props: &HomeProps, book: &'b Book) -> Option<&'b Lesson> {
    let lessons = &book.course.lessons;
    let open = props.learning.study.as_ref().and_then(|study| book.course.lesson(&study.lesson));
    let begun = || lessons.iter().find(|one| visit(props, one).is_some_and(|visit| !visit.is_done));
    open.or_else(begun).or_else(|| lessons.iter().find(|one| !is_done(props, one)))
}

/// What is next, as the one bold thing of the page.
pub(super) fn next(props: &HomeProps, book: &Book) -> Html {
    let (says, more, lang) = (words::of(props.lang), home::of(props.lang), props.lang);
    let lessons = &book.course.lessons;
    let done = lessons.iter().filter(|lesson| is_done(props, lesson)).count();
    let left = lessons.iter().filter(|lesson| !is_done(props, lesson)).map(|lesson| lesson.minutes).sum();
    let tour = html! {
        <button type="button" class="outlined" onclick={props.send.reform(|_: MouseEvent| Action::TourResume)}>{ says.tour }</button>
    };
    let share = (done * 100).checked_div(lessons.len()).unwrap_or(0);
    let standing = html! {
        <div class="course-standing">
            <span class="course-bar" aria-hidden="true"><i style={format!("inline-size: {share}%")}></i></span>
            <small>
                { words::done_of(lang, done, lessons.len()) }
                if left > 0 { { format!(" · {}", home::left(lang, left)) } }
            </small>
        </div>
    };
    let Some(lesson) = next_of(props, book) else {
        let has_passed = props.learning.progress.has_passed(&book.course);
        return html! {
            <div class="course-next is-done">
                <div><p class="course-next-title">{ more.all_done }</p><p class="muted">{ more.all_done_says }if has_passed { { " " }{ more.certificate_below } }</p></div>
                <div class="course-ways">{ tour }</div>
                { standing }
            </div>
        };
    };
    let told = book.words.lessons.get(&lesson.id);
    let (title, about) = told.map(|told| (told.title.as_str(), told.about.as_str())).unwrap_or_default();
    let is_begun = visit(props, lesson).is_some() || props.learning.study.is_some();
    let has_begun = !props.learning.progress.visits.is_empty() || props.learning.study.is_some();
    html! {
        <div class="course-next">
            <div>
                <p class="eyebrow">{ if is_begun { more.go_on_with } else { more.next } }</p>
                <p class="course-next-title">{ of_text(lang, title) }</p>
                <p>{ of_text(lang, about) }{ " " }<span class="muted">{ words::minutes(lang, lesson.minutes) }</span></p>
            </div>
            <div class="course-ways">
                <button type="button" class="primary" onclick={props.on(CourseAction::Begin(lesson.id.clone()))}>
                    { if has_begun { says.resume } else { says.begin } }
                </button>
                { tour }
            </div>
            { standing }
        </div>
    }
}

/// All pieces, each a button.
pub(super) fn list(props: &HomeProps, book: &Book) -> Html {
    html! { <ol class="course-pieces">{ for book.course.lessons.iter().enumerate().map(|own| piece(props, book, own)) }</ol> }
}

fn piece(props: &HomeProps, book: &Book, (place, lesson): (usize, &Lesson)) -> Html {
    let (says, lang) = (words::of(props.lang), props.lang);
    let told = book.words.lessons.get(&lesson.id);
    let (title, about) = told.map(|told| (told.title.as_str(), told.about.as_str())).unwrap_or_default();
    let (state, class, mark) = match visit(props, lesson) {
        Some(visit) if visit.is_done => (says.done.to_owned(), "is-done", "✓".to_owned()),
        Some(visit) => {
            let step = home::at_step(lang, usize::from(visit.step) + 1, lesson.steps.len());
            (format!("{}, {step}", says.begun), "is-begun", (place + 1).to_string())
        }
        None => (says.not_begun.to_owned(), "is-new", (place + 1).to_string()),
    };
    html! {
        <li key={lesson.id.clone()} class={classes!("course-piece", class)}>
            <button type="button" onclick={props.on(CourseAction::Begin(lesson.id.clone()))}>
                <span class="course-mark" aria-hidden="true">{ mark }</span>
                <strong>{ of_text(lang, title) }</strong>
                <span>{ of_text(lang, about) }</span>
                <small>
                    if lesson.is_check { { format!("{} · ", home::of(lang).check) } }
                    { format!("{} · {state}", words::minutes(lang, lesson.minutes)) }
                </small>
            </button>
        </li>
    }
}
