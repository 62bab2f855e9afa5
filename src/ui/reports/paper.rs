//! What stands over the reports on paper: the scenario in a few lines. The screen does not show it.

use yew::prelude::*;

use super::ReportsProps;
use crate::text;
use crate::text::format::date_time;
use crate::text::reports::{Reports as Words, scenario_line};

pub(super) fn summary(props: &ReportsProps, words: &Words) -> Html {
    let (lang, scenario) = (props.lang, &props.scenario);
    let recipients = u64::from(props.run.plan().people.total());
    html! {
        <div class="paper">
            <h1>{ &scenario.name }</h1>
            <p>{ scenario_line(lang, scenario.weeks, scenario.seed, recipients) }</p>
            <p>{ words.as_of }{ " " }{ date_time(lang, props.shown) }{ ". " }<span class="fingerprint">{ props.run.fingerprint().to_string() }</span></p>
            <h2>{ words.workflow }</h2>
            <ul>
                { for scenario.workflow.activities.iter().enumerate().map(|(at, one)| html! {
                    <li key={at}><b>{ text::workflow::title(lang, one) }</b>{ ": " }{ text::workflow::summary(lang, scenario, one) }</li>
                }) }
            </ul>
        </div>
    }
}
