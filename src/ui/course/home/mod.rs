//! The list of pieces: where to go on, what is mastered, what can be looked up, and one's own progress.

mod cards;
mod certificate;
mod own;
mod pieces;
mod skills;

use std::rc::Rc;

use yew::prelude::*;

use self::cards::Cards;
use self::certificate::CertificatePage;
use self::own::OwnProgress;
use super::prose::of_text;
use crate::app::action::Action;
use crate::app::learning::{Book, CourseAction, Learning, Shelf};
use crate::text::Lang;
use crate::text::course::finding::sentence;
use crate::text::course::{home, progress, words};

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
        let (own, new) = (&self.learning, &other.learning);
        shelf(own) == shelf(new)
            && Rc::ptr_eq(&own.progress, &new.progress)
            && own.offered.as_ref().map(Rc::as_ptr) == new.offered.as_ref().map(Rc::as_ptr)
            && (&own.study, &own.older, &own.name, own.is_certifying)
                == (&new.study, &new.older, &new.name, new.is_certifying)
            && self.lang == other.lang
            && self.send == other.send
    }
}

impl HomeProps {
    /// A callback for what the learner asks for.
    pub(super) fn on(&self, action: CourseAction) -> Callback<MouseEvent> {
        self.send.reform(move |_: MouseEvent| Action::Course(action.clone()))
    }
}

/// The list, or the certificate in its place.
#[component]
pub(in crate::ui) fn CourseHome(props: &HomeProps) -> Html {
    let says = words::of(props.lang);
    let body = match &props.learning.shelf {
        Shelf::Full(_) if props.learning.is_certifying => html! { <CertificatePage ..props.clone() /> },
        Shelf::Full(book) => full(props, book),
        Shelf::Empty | Shelf::Asked(_) => html! { <p class="muted" role="status">{ says.coming }</p> },
        Shelf::Missing => not_here(props, says, None),
        Shelf::Damaged(finding) => not_here(props, says, Some(sentence(props.lang, finding))),
    };
    html! { <section class="course" aria-label={says.pieces}>{ body }</section> }
}

/// What to do where the course did not come, or came damaged: then also what was found in it.
fn not_here(props: &HomeProps, says: &words::Words, found: Option<String>) -> Html {
    html! {
        <div class="course-note" role="alert">
            <p>{ says.missing }</p>
            if let Some(found) = found {
                <p class="small muted">{ found }</p>
            }
            <button type="button" class="primary" onclick={props.on(CourseAction::Fetch)}>{ says.retry }</button>
        </div>
    }
}

fn full(props: &HomeProps, book: &Rc<Book>) -> Html {
    let (says, told) = (words::of(props.lang), &book.words);
    html! {
        <>
            <header class="course-head">
                <h2 tabindex="-1">{ of_text(props.lang, &told.title) }</h2>
                <p>{ of_text(props.lang, &told.about) }</p>
            </header>
            { older(props) }
            { pieces::next(props, book) }
            <h3 class="course-heading">{ says.pieces }</h3>
            { pieces::list(props, book) }
            <h3 class="course-heading">{ says.skills }</h3>
            { skills::list(props, book) }
            <Cards ..props.clone() />
            <OwnProgress ..props.clone() />
        </>
    }
}

/// What is said of progress of another edition.
fn older(props: &HomeProps) -> Html {
    let Some(older) = props.learning.older else { return Html::default() };
    html! {
        <div class="course-note" role="status">
            <p>{ progress::older_edition(props.lang, older.edition, older.unknown as u64) }</p>
            <button type="button" class="outlined" onclick={props.on(CourseAction::OlderSeen)}>{ home::of(props.lang).understood }</button>
        </div>
    }
}
