//! The film of the run that is being made, and what a person can ask of it.

use super::effect::Effect;
use super::state::AppState;

/// A film that is being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filming {
    /// Its number; each has its own.
    pub id: u64,
    /// How much is done, in thousandths.
    pub permille: u32,
    /// Whether it is over, and whether that went well.
    pub ended: Option<bool>,
}

/// Films of a lab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Films {
    /// The one that is being made, or was and is not closed yet.
    pub now: Option<Filming>,
    /// How many were begun: the number of the last of them.
    begun: u64,
}

/// What a person, or what makes the film, can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilmAction {
    /// From a button: films the whole run, in place of any other film.
    Start,
    /// From what makes it: how far it has come. Another film's progress changes nothing.
    Progressed {
        /// The number of the film.
        id: u64,
        /// In thousandths.
        permille: u32,
    },
    /// From what makes it: it is over.
    Ended {
        /// The number of the film.
        id: u64,
        /// Whether the browser made it.
        is_saved: bool,
    },
    /// From the band of the film: stops it, or closes the band.
    Close,
}

/// The state after the action.
pub(super) fn reduce(state: &mut AppState, action: FilmAction) {
    let films = &mut state.view.films;
    match action {
        FilmAction::Start if state.outcome.log.is_some() => {
            films.begun += 1;
            let id = films.begun;
            films.now = Some(Filming { id, permille: 0, ended: None });
            state.outbox.push(Effect::Film { id });
        }
        FilmAction::Start => {}
        FilmAction::Progressed { id, permille } => {
            if let Some(film) = films.now.as_mut().filter(|film| film.id == id && film.ended.is_none()) {
                film.permille = permille;
            }
        }
        FilmAction::Ended { id, is_saved } => {
            if let Some(film) = films.now.as_mut().filter(|film| film.id == id) {
                (film.permille, film.ended) = (1_000, Some(is_saved));
                state.outbox.push(Effect::StopFilm);
            }
        }
        FilmAction::Close => {
            films.now = None;
            state.outbox.push(Effect::StopFilm);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::options::Options;
    use super::super::reduce;
    use super::*;

    fn act(state: &AppState, action: FilmAction) -> AppState {
        reduce::reduce(state, Action::Film(action))
    }

    #[test]
    fn one_film_is_made_at_a_time_and_can_be_stopped() {
        let state = AppState::new(&Options::default(), None);
        let second = act(&act(&state, FilmAction::Start), FilmAction::Start);
        let film = |state: &AppState| state.view.films.now;
        assert_eq!(film(&second), Some(Filming { id: 2, permille: 0, ended: None }));
        let old = act(&second, FilmAction::Ended { id: 1, is_saved: true });
        assert_eq!(film(&old), film(&second));
        let on = act(&second, FilmAction::Progressed { id: 2, permille: 400 });
        assert_eq!(film(&on).map(|film| film.permille), Some(400));
        let over = act(&on, FilmAction::Ended { id: 2, is_saved: true });
        assert_eq!(film(&over).and_then(|film| film.ended), Some(true));
        let late = act(&over, FilmAction::Progressed { id: 2, permille: 500 });
        assert_eq!(film(&late), film(&over));
        let closed = act(&over, FilmAction::Close);
        assert_eq!(film(&closed), None);
        let effects: Vec<_> =
            closed.outbox.after(state.outbox.newest()).map(|(_, one)| one.clone()).collect();
        let begun = [Effect::Film { id: 1 }, Effect::Film { id: 2 }];
        assert_eq!(effects, [&begun[..], &[Effect::StopFilm, Effect::StopFilm]].concat());
    }
}
