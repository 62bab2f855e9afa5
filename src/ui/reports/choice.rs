//! What is reported on: everything, an activity, one delivery, or deliveries chosen one by one; and the denominator.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::reporting::{ReportAction, Reporting, Subject};
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::indicators::Basis;
use crate::log::series::Series;
use crate::text::deliveries::stamp;
use crate::text::{self, Lang, indicator, label};
use crate::ui::shared::Shared;
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::select::{Select, choice};

/// How many deliveries of the list are shown at once.
const PAGE: u64 = 26;

/// Props of the choice.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChooserProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// What is chosen.
    pub reporting: Reporting,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The choice.
#[component]
pub(super) fn Chooser(props: &ChooserProps) -> Html {
    let (words, lang) = (text::reports::of(props.lang), props.lang);
    let series = Series::all(&props.run, props.shown);
    let made = props.run.deliveries_until(props.shown);
    let mut subjects = vec![Subject::All];
    subjects.extend(series.iter().map(|one| Subject::Step(one.step)));
    subjects.push(Subject::Picked);
    let several = subjects.len();
    subjects.extend((0..made).map(Subject::Delivery));
    // One from which the player has gone back stays chosen.
    if let Subject::Delivery(one) = props.reporting.subject
        && (made..props.run.record().deliveries.len()).contains(&one)
    {
        subjects.push(props.reporting.subject);
    }
    let chosen = subjects.iter().position(|one| *one == props.reporting.subject).unwrap_or_default();
    let name = |subject: &Subject| match subject {
        Subject::All => text::reports::all_of(lang, words.all, made as u64),
        Subject::Step(step) => {
            let count = series.iter().find(|one| one.step == *step).map_or(0, |one| one.made);
            text::reports::all_of(lang, label::of_step(props.run.plan(), *step), count as u64)
        }
        Subject::Picked => words.picked.to_owned(),
        Subject::Delivery(delivery) => delivery_name(&props.run, lang, *delivery),
    };
    let option = |(at, subject): (usize, &Subject)| choice(at, at == chosen, name(subject));
    let on_choose = {
        let (send, subjects) = (props.send.clone(), subjects.clone());
        Callback::from(move |at: usize| {
            if let Some(subject) = subjects.get(at) {
                send.emit(Action::Report(ReportAction::ReportOn(*subject)));
            }
        })
    };
    html! {
        <div class="report-choice">
            <div class="report-subject">
                <span aria-hidden="true">{ words.subject }</span>
                <Select label={words.subject} {chosen} {on_choose}>
                    <optgroup label={words.cumulated}>{ for subjects.iter().enumerate().take(several).map(option) }</optgroup>
                    <optgroup label={words.single}>{ for subjects.iter().enumerate().skip(several).map(option) }</optgroup>
                </Select>
            </div>
            if props.reporting.subject == Subject::Picked {
                <PickList ..props.clone() />
            }
        </div>
    }
}

/// The deliveries to choose from, page by page.
#[component]
fn PickList(props: &ChooserProps) -> Html {
    let (words, lang) = (text::reports::of(props.lang), props.lang);
    let page = use_state(|| 0_u64);
    let made = props.run.deliveries_until(props.shown);
    let all: Vec<DeliveryIdx> = (0..made).collect();
    let paging = Paging::new(*page, PAGE, made as u64);
    let on_turn = {
        let page = page.clone();
        Callback::from(move |wanted| page.set(wanted))
    };
    let rows = paging.of(&all).to_vec();
    let send = |action: ReportAction| props.send.reform(move |_: MouseEvent| Action::Report(action.clone()));
    let picked = &props.reporting.picked;
    let count = picked.iter().filter(|delivery| **delivery < made).count();
    let one = |delivery: &DeliveryIdx| {
        let delivery = *delivery;
        let onchange = props.send.reform(move |event: Event| {
            let is_picked = event.target_unchecked_into::<HtmlInputElement>().checked();
            Action::Report(ReportAction::Pick(vec![delivery], is_picked))
        });
        html! {
            <label key={delivery as u64} class="pick">
                <input type="checkbox" checked={picked.contains(&delivery)} {onchange} />
                <span>{ delivery_name(&props.run, lang, delivery) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="picks">
            <legend>{ words.pick }{ ": " }{ text::reports::picked(lang, count as u64) }</legend>
            <div class="pick-tools">
                <button type="button" class="outlined" onclick={send(ReportAction::Pick(rows.clone(), true))}>{ words.pick_page }</button>
                <button type="button" class="outlined" onclick={send(ReportAction::PickNone)}>{ words.pick_none }</button>
                <Pager label={words.pager} {paging} {lang} {on_turn} />
            </div>
            <div class="pick-list">{ for rows.iter().map(one) }</div>
        </fieldset>
    }
}

/// A delivery by its internal name and the day it was made.
fn delivery_name(run: &RunLog, lang: Lang, delivery: DeliveryIdx) -> String {
    let row = run.record().deliveries.get(delivery);
    let told = row.map(|row| format!(" {}, {}", row.label, stamp(lang, row.created_at)));
    format!("{}{}", RunLog::internal_name(delivery), told.unwrap_or_default())
}

/// The one switch of what rates on reception are taken on.
pub(super) fn basis_switch(lang: Lang, basis: Basis, send: &Callback<Action>) -> Html {
    let words = text::reports::of(lang);
    let button = |one: Basis| {
        let onclick = send.reform(move |_: MouseEvent| Action::Report(ReportAction::TakeRatesOn(one)));
        html! {
            <button type="button" data-basis={one.code()} aria-pressed={(one == basis).to_string()} {onclick}>{ indicator::basis(lang, one) }</button>
        }
    };
    html! {
        <div class="basis">
            <span class="basis-name" aria-hidden="true">{ words.basis }</span>
            <div class="segments" role="group" aria-label={words.basis}>
                { button(Basis::Success) }
                { button(Basis::ToDeliver) }
            </div>
            <p class="muted small">{ words.basis_what }</p>
        </div>
    }
}
