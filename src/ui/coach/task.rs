//! The steps in which the learner does something to the page: play the year, change one thing.

use yew::prelude::*;

use super::CoachProps;
use crate::app::action::Action;
use crate::base::time::{SimSpan, SimTime};
use crate::paint::clock::now_millis;
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::edit::Edit;
use crate::text;

/// Play the year, or go straight to its end.
pub(super) fn play(props: &CoachProps) -> Html {
    let words = text::coach::of(props.lang);
    let (play, seek) = (props.send.clone(), props.send.clone());
    let end = props.scenario.end_time();
    html! {
        <div class="coach-task">
            <button type="button" class={if props.may_go_on { "outlined" } else { "primary" }} disabled={props.is_playing}
                onclick={move |_| play.emit(Action::Play { now_millis: now_millis() })}>{ words.play }</button>
            <button type="button" class="link" onclick={move |_| seek.emit(Action::Seek { to: end })}>{ words.to_the_end }</button>
        </div>
    }
}

/// Edit the creative of the continuous delivery in the middle of the year.
pub(super) fn change(props: &CoachProps) -> Html {
    let words = text::coach::of(props.lang);
    if props.may_go_on {
        return html! { <p class="coach-done" role="status">{ words.changed }</p> };
    }
    let Some(edit) = edit_half_way(&props.scenario, words.new_subject) else { return Html::default() };
    let send = props.send.clone();
    let day = text::format::date(props.lang, middle(&props.scenario).date());
    html! {
        <div class="coach-task">
            <button type="button" class="primary" onclick={move |_| send.emit(Action::Edit(edit.clone()))}>
                { words.change }</button>
            <span class="small muted">{ day }</span>
        </div>
    }
}

/// Another subject for the first continuous delivery, from the middle of the weeks on.
fn edit_half_way(scenario: &Scenario, subject: &str) -> Option<Edit> {
    let mut activities = scenario.workflow.activities.iter();
    let activity =
        activities.find(|activity| matches!(activity.settings, Settings::ContinuousDelivery(_)))?;
    let mut creative = scenario.template_of(&activity.settings)?.creative.clone();
    creative.subject = subject.to_owned();
    Some(Edit::EditCreativeAt { activity: activity.name.clone(), at: middle(scenario), creative })
}

/// Noon of the middle week's third day, so that the next run is seen to find the change.
fn middle(scenario: &Scenario) -> SimTime {
    scenario.start_time()
        + SimSpan::from_days(7 * i64::from(scenario.weeks / 2) + 2)
        + SimSpan::from_hours(12)
}
