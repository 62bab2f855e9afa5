//! What stands in the coach's place once the tour was skipped or gone through.

use yew::prelude::*;

use super::CoachProps;
use super::parts::told;
use crate::app::action::Action;
use crate::app::options::Mode;
use crate::lesson::tour::Status;

/// The way back into the tour, or out of it.
pub(super) fn view(props: &CoachProps) -> Html {
    let words = props.words();
    let is_skipped = props.tour.status == Status::Skipped;
    let (first, label) = if is_skipped {
        (Action::TourResume, words.resume)
    } else {
        (Action::SetMode(Mode::Play), words.on_my_own)
    };
    html! {
        <>
            { told(if is_skipped { &words.skipped } else { &words.completed }, None) }
            <div class="row">
                <button type="button" class="primary" onclick={props.on(first)}>{ label }</button>
                <button type="button" class="outlined" onclick={props.on(Action::TourRestart)}>{ words.restart }</button>
            </div>
        </>
    }
}
