//! A build step: its solution is recorded in the lab, its goals are ticked from what the solution comes to.

use yew::prelude::*;

use super::kit::{BenchProps, part, words};
use crate::app::instructor::InstructorAction;
use crate::app::instructor::Problem;
use crate::lesson::authoring::edit::DraftEdit;
use crate::lesson::authoring::spot::Spot;
use crate::lesson::course::goal::Goal;
use crate::lesson::course::scene::Change;
use crate::text::instructor::{self as says, Say};
use crate::ui::shell::icon::{Icon, IconView};

/// The recording and the goals.
pub(super) fn view(props: &BenchProps, goals: &[Goal], solution: &[Change]) -> Html {
    html! {
        <>
            { part(props.say(Say::Recording), recording(props, solution)) }
            { part(props.say(Say::Goals), ticks(props, goals, solution)) }
        </>
    }
}

fn recording(props: &BenchProps, solution: &[Change]) -> Html {
    let is_recording = props.bench.is_recording;
    let problem = props.bench.problem.map(|problem| match problem {
        Problem::NothingDone => Say::NothingDone,
        Problem::NoStart => Say::CannotRecord,
    });
    html! {
        <div class={classes!("bench-record", is_recording.then_some("is-on"))}>
            <p class="small" role="status">
                { if is_recording { props.say(Say::IsRecording).to_owned() } else if solution.is_empty() { props.say(Say::RecordSays).to_owned() } else { says::recorded(props.lang, solution.len()) } }
            </p>
            if let Some(problem) = problem {
                <p class="small problem" role="alert"><IconView icon={Icon::Warning} />{ props.say(problem) }</p>
            }
            <div class="bench-row">
                if is_recording {
                    <button type="button" class="primary" onclick={props.on(InstructorAction::Solved)}>{ props.say(Say::IsSolution) }</button>
                    <button type="button" class="outlined" onclick={props.on(InstructorAction::StopRecording)}>{ props.say(Say::StopRecording) }</button>
                } else {
                    <button type="button" class={if solution.is_empty() { "primary" } else { "outlined" }} onclick={props.on(InstructorAction::Record)}>
                        { props.say(if solution.is_empty() { Say::Record } else { Say::RecordAgain }) }
                    </button>
                    if !solution.is_empty() {
                        <button type="button" class="outlined" onclick={props.on(InstructorAction::ShowSolution)}>{ props.say(Say::ShowSolution) }</button>
                    }
                }
            </div>
        </div>
    }
}

fn ticks(props: &BenchProps, goals: &[Goal], solution: &[Change]) -> Html {
    let bench = &props.bench;
    if solution.is_empty() {
        return html! { <p class="small muted">{ props.say(Say::GoalsLater) }</p> };
    }
    let Some((place, _)) = props.step() else { return Html::default() };
    let proposed = bench.proposals.iter().enumerate().map(|(number, proposal)| {
        let onchange = {
            let send = props.send.clone();
            move |_: Event| send.emit(crate::app::action::Action::Instructor(InstructorAction::Tick(number)))
        };
        let told = proposal.words.iter().find(|(code, _)| *code == bench.code).or(proposal.words.first());
        let label = told.map(|(_, words)| words.label.clone()).unwrap_or_default();
        html! {
            <li key={number}>
                <label class="bench-tick"><input type="checkbox" checked={bench.is_ticked(proposal)} {onchange} />
                    <span>{ label }
                        if proposal.is_met_before {
                            <small>{ " · " }{ props.say(Say::MetAtStart) }</small>
                        }
                    </span>
                </label>
            </li>
        }
    });
    html! {
        <>
            <p class="small muted">{ props.say(Say::GoalsSay) }</p>
            <ul class="bench-ticks">{ for proposed }</ul>
            { for goals.iter().map(|goal| html! {
                <div class="bench-item" key={goal.id.clone()}>
                    { words(props, props.say(Say::Goal), Spot::Goal(goal.id.clone())) }
                    { words(props, props.say(Say::GoalWhy), Spot::GoalWhy(goal.id.clone())) }
                    <button type="button" class="link" onclick={props.edits(DraftEdit::RemoveGoal(place, goal.id.clone()))}>{ props.say(Say::RemoveGoal) }</button>
                </div>
            }) }
        </>
    }
}
