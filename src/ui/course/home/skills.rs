//! What is practised, and how far each skill is.

use yew::prelude::*;

use super::HomeProps;
use crate::app::learning::Book;
use crate::lesson::course::Skill;
use crate::lesson::study::mastery::ROW;
use crate::text::course::{home, words};

/// The skills that the course has items for.
pub(super) fn list(props: &HomeProps, book: &Book) -> Html {
    html! {
        <>
            <p class="muted">{ words::of(props.lang).skills_say }</p>
            <ul class="course-skills">{ for book.course.skills().map(|skill| one(props, book, skill)) }</ul>
        </>
    }
}

fn one(props: &HomeProps, book: &Book, skill: Skill) -> Html {
    let (says, mark) = (words::of(props.lang), props.learning.progress.mark.as_percent());
    let mastery = props.learning.progress.skill(skill);
    let name = book.words.skills.get(skill.name()).map_or(skill.name(), String::as_str);
    let state = if mastery.is_reached() {
        format!("✓ {}", says.mastered)
    } else if mastery.has_begun() {
        words::skill(props.lang, mastery.percent(), mastery.row())
    } else {
        says.not_begun.to_owned()
    };
    let spoken = mastery.has_begun().then(|| home::skill(props.lang, mastery.percent(), mastery.row(), mark));
    html! {
        <li key={skill.name()} class={classes!(mastery.is_reached().then_some("is-done"))} title={spoken}>
            <span>{ name }</span>
            <small>{ state }</small>
            <span class="course-bar" aria-hidden="true">
                <i style={format!("inline-size: {}%", mastery.percent())}></i>
                <b style={format!("inset-inline-start: {mark}%")}></b>
            </span>
            <span class="course-row" aria-hidden="true">
                { for (0..ROW).map(|place| html! { <i key={place} class={classes!((place < mastery.row()).then_some("is-on"))}></i> }) }
            </span>
        </li>
    }
}
