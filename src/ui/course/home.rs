//! The list of pieces: where to go on, what is mastered, what can be looked up, and one's own progress.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::learning::{Book, CourseAction, Learning, Shelf};
use crate::lesson::course::{CardKind, Lesson, Skill};
use crate::lesson::markup::{Piece, pieces};
use crate::text::Lang;
use crate::text::course::finding::sentence;
use crate::text::course::words;
use crate::ui::widgets::file::read_file;

/// The largest file with progress that is read, in bytes.
const MOST_BYTES: usize = 4 << 20;

/// Props of the list.
#[derive(Clone, Properties)]
pub(in crate::ui) struct HomeProps {
    /// The course and the learner.
    pub(in crate::ui) learning: Rc<Learning>,
    /// The language.
    pub(in crate::ui) lang: Lang,
    /// Takes actions.
    pub(in crate::ui) send: Callback<Action>,
}

impl PartialEq for HomeProps {
    fn eq(&self, other: &Self) -> bool {
        let shelf = |one: &Learning| (std::mem::discriminant(&one.shelf), one.book().map(Rc::as_ptr));
        shelf(&self.learning) == shelf(&other.learning)
            && Rc::ptr_eq(&self.learning.progress, &other.learning.progress)
            && self.learning.study == other.learning.study
            && self.lang == other.lang
            && self.send == other.send
    }
}

impl HomeProps {
    fn on(&self, action: CourseAction) -> Callback<MouseEvent> {
        self.send.reform(move |_: MouseEvent| Action::Course(action.clone()))
    }
}

/// The list.
#[component]
pub(in crate::ui) fn CourseHome(props: &HomeProps) -> Html {
    let says = words::of(props.lang);
    let erasing = use_state(|| false);
    let body = match &props.learning.shelf {
        Shelf::Full(book) => full(props, book, &erasing),
        Shelf::Empty | Shelf::Asked(_) => html! { <p class="muted" role="status">{ says.coming }</p> },
        Shelf::Missing => html! {
            <div role="alert">
                <p>{ says.missing }</p>
                <button type="button" class="primary" onclick={props.on(CourseAction::Fetch)}>{ says.retry }</button>
            </div>
        },
        Shelf::Damaged(finding) => html! { <p role="alert">{ sentence(props.lang, finding) }</p> },
    };
    html! { <section class="course" aria-label={says.pieces}>{ body }</section> }
}

fn full(props: &HomeProps, book: &Rc<Book>, erasing: &UseStateHandle<bool>) -> Html {
    let (says, told) = (words::of(props.lang), &book.words);
    let progress = &props.learning.progress;
    let visit = |lesson: &Lesson| progress.visits.get(&lesson.id).copied();
    let is_done = |lesson: &&Lesson| visit(lesson).is_some_and(|visit| visit.is_done);
    let done = book.course.lessons.iter().filter(is_done).count();
    let open = props.learning.study.as_ref().map(|study| study.lesson.clone());
    let begun = book.course.lessons.iter().find(|lesson| visit(lesson).is_some_and(|visit| !visit.is_done));
    let next = begun.or_else(|| book.course.lessons.iter().find(|lesson| !is_done(lesson)));
    let next = open.or_else(|| next.map(|lesson| lesson.id.clone()));
    let has_begun = !progress.visits.is_empty();
    html! {
        <>
            <header class="course-head">
                <div>
                    <h2 tabindex="-1">{ &told.title }</h2>
                    <p>{ &told.about }</p>
                    <p class="muted">{ words::done_of(props.lang, done, book.course.lessons.len()) }</p>
                </div>
                <div class="course-ways">
                    if let Some(next) = next {
                        <button type="button" class="primary" onclick={props.on(CourseAction::Begin(next))}>
                            { if has_begun { says.resume } else { says.begin } }
                        </button>
                    }
                    <button type="button" class="outlined" onclick={props.send.reform(|_: MouseEvent| Action::TourResume)}>{ says.tour }</button>
                </div>
            </header>
            <h3 class="eyebrow">{ says.pieces }</h3>
            <ol class="course-pieces">{ for book.course.lessons.iter().map(|lesson| piece(props, book, lesson)) }</ol>
            <h3 class="eyebrow">{ says.skills }</h3>
            <p class="muted">{ says.skills_say }</p>
            <ul class="course-skills">{ for Skill::ALL.map(|skill| of_skill(props, book, skill)) }</ul>
            { cards(props, book, CardKind::Myth, says.myths) }
            { cards(props, book, CardKind::Reference, says.reference) }
            <h3 class="eyebrow">{ says.progress }</h3>
            <p class="muted">{ says.progress_says }</p>
            { own(props, erasing) }
        </>
    }
}

fn piece(props: &HomeProps, book: &Book, lesson: &Lesson) -> Html {
    let says = words::of(props.lang);
    let told = book.words.lessons.get(&lesson.id);
    let (title, about) = told.map(|told| (told.title.as_str(), told.about.as_str())).unwrap_or_default();
    let (state, class) = match props.learning.progress.visits.get(&lesson.id) {
        Some(visit) if visit.is_done => (says.done, "is-done"),
        Some(_) => (says.begun, "is-begun"),
        None => (says.not_begun, "is-new"),
    };
    html! {
        <li key={lesson.id.clone()} class={classes!("course-piece", class)}>
            <button type="button" onclick={props.on(CourseAction::Begin(lesson.id.clone()))}>
                <strong>{ title }</strong>
                <span>{ about }</span>
                <small>{ format!("{} · {state}", words::minutes(props.lang, lesson.minutes)) }</small>
            </button>
        </li>
    }
}

fn of_skill(props: &HomeProps, book: &Book, skill: Skill) -> Html {
    let says = words::of(props.lang);
    let mastery = props.learning.progress.skill(skill);
    let name = book.words.skills.get(skill.name()).map(String::as_str).unwrap_or_default();
    let state = if mastery.is_reached() {
        says.mastered.to_owned()
    } else if mastery.has_begun() {
        words::skill(props.lang, mastery.percent(), mastery.row())
    } else {
        says.not_begun.to_owned()
    };
    html! {
        <li key={skill.name()} class={classes!(mastery.is_reached().then_some("is-done"))}>
            <span>{ name }</span><small>{ state }</small>
            <span class="course-bar" aria-hidden="true"><i style={format!("inline-size: {}%", mastery.percent())}></i></span>
        </li>
    }
}

/// Cards that open: a belief with what is so, or facts in short.
fn cards(props: &HomeProps, book: &Book, kind: CardKind, heading: &'static str) -> Html {
    let own = book.course.cards.iter().filter(|card| card.kind == kind);
    let own: Vec<_> = own.filter_map(|card| Some((card, book.words.cards.get(&card.id)?))).collect();
    if own.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3 class="eyebrow">{ heading }</h3>
            <div class="course-cards">
                { for own.into_iter().map(|(card, told)| html! {
                    <details key={card.id.clone()} class="course-card">
                        <summary>{ prose(props.lang, &told.title) }</summary>
                        if kind == CardKind::Myth {
                            <p class="eyebrow">{ words::of(props.lang).truth }</p>
                        }
                        { for told.body.iter().map(|text| html! { <p>{ prose(props.lang, text) }</p> }) }
                    </details>
                }) }
            </div>
        </>
    }
}

fn prose(lang: Lang, text: &str) -> Html {
    let pieces = pieces(lang, text, |_| None).into_iter();
    pieces
        .map(|piece| match piece {
            Piece::Plain(text) => html! { { text } },
            Piece::Strong(text) => html! { <strong>{ text }</strong> },
            Piece::Code(text) => html! { <code translate="no">{ text }</code> },
        })
        .collect()
}

/// Saving, opening and erasing the progress; erasing is asked about.
fn own(props: &HomeProps, erasing: &UseStateHandle<bool>) -> Html {
    let says = words::of(props.lang);
    let ask = |on: bool| {
        let erasing = erasing.clone();
        move |_: MouseEvent| erasing.set(on)
    };
    let erase = {
        let (erasing, send) = (erasing.clone(), props.send.clone());
        move |_: MouseEvent| {
            erasing.set(false);
            send.emit(Action::Course(CourseAction::Erase));
        }
    };
    let onchange = {
        let send = props.send.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            input.set_value("");
            let send = send.clone();
            read_file(&file, MOST_BYTES, move |bytes| {
                let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default();
                send.emit(Action::Course(CourseAction::Take(text.into())));
            });
        })
    };
    html! {
        <div class="course-own">
            if **erasing {
                <p role="alert">{ says.erase_sure }</p>
                <button type="button" class="outlined" onclick={erase}>{ says.erase_yes }</button>
                <button type="button" class="outlined" onclick={ask(false)}>{ says.erase_no }</button>
            } else {
                <button type="button" class="outlined" onclick={props.on(CourseAction::Save)}>{ says.save }</button>
                <label class="outlined button-like">{ says.take }<input type="file" accept="application/json,.json" class="visually-hidden" {onchange} /></label>
                <button type="button" class="outlined" onclick={ask(true)}>{ says.erase }</button>
            }
        </div>
    }
}
