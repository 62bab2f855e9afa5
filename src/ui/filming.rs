//! The band of a film that is being made, and the button that asks for one where the browser can.

use yew::prelude::*;

use super::export::band;
use crate::app::action::Action;
use crate::app::filming::{FilmAction, Filming};
use crate::paint::recorder;
use crate::text::{self, Lang};

/// Props of the band.
#[derive(Clone, PartialEq, Properties)]
pub struct FilmBandProps {
    /// The film; none where none was asked for.
    pub film: Option<Filming>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The band, and what is said to those who listen at the end.
#[component]
pub fn FilmBand(props: &FilmBandProps) -> Html {
    let words = text::film::of(props.lang);
    let said = match props.film.and_then(|film| film.ended) {
        Some(true) => words.saved,
        Some(false) => words.not_saved,
        None => "",
    };
    let close = props.send.reform(|_: MouseEvent| Action::Film(FilmAction::Close));
    let shown = props.film.map(|film| {
        let going =
            film.ended.is_none().then(|| (text::film::filming(props.lang, film.permille), film.permille));
        band(props.lang, words.band, going, said, close)
    });
    html! {
        <>
            { shown.unwrap_or_default() }
            <p class="visually-hidden" role="status">{ said }</p>
        </>
    }
}

/// Props of the button.
#[derive(Clone, PartialEq, Properties)]
pub struct FilmButtonProps {
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The button; nothing where the browser makes no films.
#[component]
pub fn FilmButton(props: &FilmButtonProps) -> Html {
    let can_film = use_state_eq(|| false);
    use_effect_with((), {
        let can_film = can_film.setter();
        move |()| can_film.set(recorder::kind().is_some())
    });
    let start = props.send.reform(|_: MouseEvent| Action::Film(FilmAction::Start));
    html! {
        if *can_film {
            <button type="button" class="quiet" onclick={start}>{ text::film::of(props.lang).button }</button>
        }
    }
}
