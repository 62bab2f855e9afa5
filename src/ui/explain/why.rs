//! Why each run did or did not reach a recipient: the answer and the deciding rule first, the whole chain on demand.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::PersonPanelProps;
use crate::app::action::Action;
use crate::base::people_set::RecipientIdx;
use crate::engine::probe::Verdict;
use crate::log::RunLog;
use crate::log::chain::{RunMet, RunOutcome, Watch};
use crate::paint::work::Work;
use crate::text::deliveries::stamp;
use crate::text::person::{self, Person};
use crate::text::{explain, rows};
use crate::ui::shared::Shared;
use crate::ui::widgets::kind_mark::{hue, kind_of};
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::select::{Select, choice};

/// How many runs a page has.
const PAGE: u64 = 12;
/// How much of the run is a slice, in messages drawn.
const SLICE: u64 = 8_192;

/// The verdicts of a run and a recipient. It holds the run itself: an address may be that of another run later.
type Known = (Shared<RunLog>, RecipientIdx, Rc<Vec<Verdict>>);

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WhyProps {
    /// The panel's.
    pub(super) panel: PersonPanelProps,
    /// Who.
    pub(super) recipient: RecipientIdx,
}

/// The list, the newest run first.
#[component]
pub(super) fn WhyList(props: &WhyProps) -> Html {
    let (panel, lang) = (&props.panel, props.panel.lang);
    let words = person::of(lang);
    let page = use_state_eq(|| 0_u64);
    let which = use_state_eq(|| 0_usize);
    let permille = use_state_eq(|| 0_u32);
    let known = use_state(|| None::<Known>);
    let is_of = |(run, recipient, _): &&Known| *run == panel.run && *recipient == props.recipient;
    let verdicts = known.as_ref().filter(is_of).map(|(_, _, verdicts)| verdicts.clone());
    use_effect_with((panel.run.clone(), props.recipient, verdicts.is_some()), {
        let (known, permille) = (known.setter(), permille.setter());
        move |(run, recipient, is_known)| {
            let (run, recipient) = (run.clone(), *recipient);
            let work = (!is_known).then(|| {
                let watch = Rc::new(RefCell::new(Some(Watch::new(&run, recipient))));
                let slice = {
                    let watch = watch.clone();
                    move || watch.borrow_mut().as_mut().is_none_or(|watch| watch.advance(SLICE))
                };
                Work::start(slice, move |is_over| {
                    if is_over {
                        if let Some(watch) = watch.borrow_mut().take() {
                            known.set(Some((run.clone(), recipient, Rc::new(watch.finish()))));
                        }
                    } else if let Some(watch) = &*watch.borrow() {
                        permille.set(watch.permille(&run) / 10 * 10);
                    }
                })
            });
            move || drop(work)
        }
    });
    let key = (panel.run.clone(), props.recipient, panel.shown, verdicts.is_some());
    let met = use_memo(key, {
        let verdicts = verdicts.clone();
        move |(run, recipient, shown, _)| {
            verdicts.map(|verdicts| run.runs_met(&verdicts, *recipient, *shown)).unwrap_or_default()
        }
    });
    if verdicts.is_none() {
        return html! { <p class="nothing muted" role="status">{ rows::percent_done(lang, words.watching, *permille) }</p> };
    }
    if met.is_empty() {
        return html! { <p class="nothing muted">{ words.no_runs }</p> };
    }
    let has_message = |one: &RunMet| matches!(one.outcome, RunOutcome::Message(_));
    let reached = met.iter().filter(|one| has_message(one)).count() as u64;
    let is_shown = |one: &&RunMet| match *which {
        1 => has_message(one),
        2 => !has_message(one),
        _ => true,
    };
    let newest: Vec<&RunMet> = met.iter().rev().filter(is_shown).collect();
    let paging = Paging::new(*page, PAGE, newest.len() as u64);
    let on_turn = {
        let page = page.setter();
        Callback::from(move |wanted| page.set(wanted))
    };
    let on_choose = {
        let (which, page) = (which.setter(), page.setter());
        Callback::from(move |place| {
            which.set(place);
            page.set(0);
        })
    };
    html! {
        <>
            <div class="rows-bar">
                <p role="status">{ person::reached(lang, reached, met.len() as u64) }</p>
                <Select label={words.filter} chosen={*which} {on_choose}>
                    { for words.filters.into_iter().enumerate().map(|(at, name)| choice(at, at == *which, name)) }
                </Select>
                <Pager label={words.runs_pager} {paging} {lang} {on_turn} />
            </div>
            <ol class="met">
                { for paging.of(&newest).iter().map(|one| met_run(props, words, one)) }
            </ol>
        </>
    }
}

fn met_run(props: &WhyProps, words: &Person, one: &RunMet) -> Html {
    let (panel, lang) = (&props.panel, props.panel.lang);
    let is_reached = matches!(one.outcome, RunOutcome::Message(_));
    let answer = words.answers[usize::from(!is_reached)];
    let sentence = |happening| explain::sentence(lang, &panel.scenario, &panel.run, happening);
    let to = one.at;
    let seek = panel.send.reform(move |_: MouseEvent| Action::Seek { to });
    let class = classes!("foreign-key", hue(kind_of(&panel.run, one.delivery)));
    html! {
        <li key={one.batch as u64} class={classes!("met-run", is_reached.then_some("is-reached"))}>
            <p class="met-head">
                <strong class="met-answer">{ answer }</strong>
                <span>{ person::outcome(lang, one.outcome) }</span>
                <span {class} translate="no">{ RunLog::internal_name(one.delivery) }</span>
                <button type="button" class="row-link small" title={rows::back_to(lang, one.at)} onclick={seek}>{ stamp(lang, one.at) }</button>
            </p>
            <p>{ sentence(&one.deciding) }</p>
            if !one.chain.is_empty() {
                <details class="chain">
                    <summary>{ words.chain }</summary>
                    <ol>
                        { for one.chain.iter().enumerate().map(|(at, happening)| html! {
                            <li key={at}><span class="muted small">{ stamp(lang, happening.at) }</span>{ " " }{ sentence(happening) }</li>
                        }) }
                    </ol>
                </details>
            }
        </li>
    }
}
