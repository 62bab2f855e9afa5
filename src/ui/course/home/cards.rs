//! Cards that open: a belief with what is so, or facts in short; to be searched.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::HomeProps;
use crate::app::learning::CourseAction;
use crate::lesson::course::words::CardWords;
use crate::lesson::course::{Card, CardKind};
use crate::text::course::{home, words};
use crate::ui::course::prose::of_text;

/// The cards.
#[component]
pub(super) fn Cards(props: &HomeProps) -> Html {
    let wanted = use_state(String::new);
    let says = home::of(props.lang);
    let Some(book) = props.learning.book() else { return Html::default() };
    if book.course.cards.is_empty() {
        return Html::default();
    }
    let found: Vec<_> = book
        .course
        .cards
        .iter()
        .filter_map(|card| Some((card, book.words.cards.get(&card.id)?)))
        .filter(|(_, told)| has(told, &wanted))
        .collect();
    let oninput = {
        let wanted = wanted.setter();
        Callback::from(move |event: InputEvent| {
            wanted.set(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    html! {
        <>
            <div class="course-cards-head">
                <h3 class="course-heading">{ says.cards }</h3>
                <label class="course-search"><span class="visually-hidden">{ says.search }</span>
                    <input type="search" placeholder={says.search} autocomplete="off" {oninput} />
                </label>
                <p class="visually-hidden" role="status">{ if wanted.is_empty() { String::new() } else { home::cards_found(props.lang, found.len()) } }</p>
            </div>
            if found.is_empty() {
                <p class="muted">{ says.no_card }</p>
            }
            <div class="course-cards">{ for found.into_iter().map(|(card, told)| one(props, card, told)) }</div>
        </>
    }
}

/// Whether a card has every word that is searched for.
fn has(told: &CardWords, wanted: &str) -> bool {
    let text = format!("{} {}", told.title, told.body.join(" ")).to_lowercase();
    wanted.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

fn one(props: &HomeProps, card: &Card, told: &CardWords) -> Html {
    let (lang, says) = (props.lang, home::of(props.lang));
    let is_myth = card.kind == CardKind::Myth;
    let lesson = props.learning.book().and_then(|book| book.words.lessons.get(&card.lesson));
    html! {
        <details key={card.id.clone()} class={classes!("course-card", is_myth.then_some("is-myth"))}>
            <summary><span>{ of_text(lang, &told.title) }</span><small>{ if is_myth { says.myth } else { says.reference } }</small></summary>
            <div class="course-card-body">
                if is_myth {
                    <p class="eyebrow">{ words::of(lang).truth }</p>
                }
                { for told.body.iter().map(|text| html! { <p>{ of_text(lang, text) }</p> }) }
                if let Some(lesson) = lesson {
                    <button type="button" class="link" onclick={props.on(CourseAction::Begin(card.lesson.clone()))}>
                        { format!("{}: ", says.to_lesson) }{ of_text(lang, &lesson.title) }
                    </button>
                }
            </div>
        </details>
    }
}
