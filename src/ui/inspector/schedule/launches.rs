//! The launch times of a schedule: the last one that is over and the next ten, from the calendar that fires them.

use yew::prelude::*;

use super::planned::PlanProps;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::figures::of_batch;
use crate::plan::StepIdx;
use crate::schedule::Zone;
use crate::text::Lang;
use crate::text::format::{date, time};
use crate::text::inspector::schedule as words;

/// How many launches are shown at first, and how many more each time.
pub const PAGE: usize = 10;

/// The list.
#[component]
pub fn LaunchList(props: &PlanProps) -> Html {
    let pages = use_state_eq(|| 1_usize);
    // One more than is shown tells whether there is anything to extend by.
    let coming = use_memo((props.clone(), *pages), |(props, pages)| {
        props.coming(props.start).take(pages * PAGE + 1).collect::<Vec<_>>()
    });
    let words = words::of(props.lang);
    let listed = coming.len().min(*pages * PAGE);
    let extend = {
        let pages = pages.clone();
        Callback::from(move |_: MouseEvent| pages.set(*pages + 1))
    };
    html! {
        <section class="ins-section" aria-labelledby="ins-launches">
            <h3 class="eyebrow" id="ins-launches">{ words.launches }</h3>
            <ol class="ins-launches">
                { for last_done(props).map(|(at, mailed)| done_row(props.lang, at, mailed)) }
                { for coming.iter().take(listed).enumerate().map(|(place, &at)| {
                    coming_row(props.lang, at, Coming::of(place, at >= props.end))
                }) }
            </ol>
            if props.zone != Zone::Utc {
                <p class="ins-hint">{ words::read_in(props.lang, props.zone) }</p>
            }
            if coming.is_empty() {
                <p class="ins-hint">{ words.no_launch }</p>
            }
            if coming.len() > listed {
                <button type="button" class="outlined" onclick={extend}>{ words.extend }</button>
            }
        </section>
    }
}

/// The last launch that is over, with how many messages it sent; none before the first.
fn last_done(props: &PlanProps) -> Option<(SimTime, u64)> {
    let run = props.run.as_ref()?;
    let step = run.plan().step_named(&props.activity)?;
    let at = run.launches_of(step).take_while(|&at| at <= props.shown).last()?;
    (at > props.start || props.shown > props.start).then(|| (at, mailed(run, step, at)))
}

/// How many messages the deliveries behind an activity sent at a moment.
fn mailed(run: &RunLog, step: StepIdx, at: SimTime) -> u64 {
    let plan = run.plan();
    let (mut behind, mut open) = (vec![step], vec![step]);
    while let Some(from) = open.pop() {
        for link in plan.links.iter().filter(|link| link.from == from) {
            if !behind.contains(&link.to) {
                behind.push(link.to);
                open.push(link.to);
            }
        }
    }
    let batches = &run.record().batches;
    let first = batches.partition_point(|batch| batch.at < at);
    let sent = batches[first..].iter().take_while(|batch| batch.at == at);
    sent.filter(|batch| behind.contains(&batch.step)).map(|batch| of_batch(batch, at).to_deliver).sum()
}

fn done_row(lang: Lang, at: SimTime, mailed: u64) -> Html {
    let what = match mailed {
        0 => words::of(lang).done.to_owned(),
        mailed => words::mailed(lang, mailed),
    };
    html! {
        <li key={at.secs()} class="is-done">
            <span>{ date(lang, at.date()) }{ " " }<span class="ins-time">{ time(at) }</span></span>
            <span>{ what }</span>
        </li>
    }
}

/// Where a launch to come lies.
enum Coming {
    /// It is the next one.
    Next,
    /// It comes later in the simulated weeks.
    Later,
    /// It comes after them.
    Beyond,
}

impl Coming {
    fn of(place: usize, is_beyond: bool) -> Self {
        match place {
            _ if is_beyond => Self::Beyond,
            0 => Self::Next,
            _ => Self::Later,
        }
    }
}

fn coming_row(lang: Lang, at: SimTime, place: Coming) -> Html {
    let words = words::of(lang);
    let (class, mark) = match place {
        Coming::Beyond => ("is-beyond", words.beyond),
        Coming::Next => ("is-next", words.next),
        Coming::Later => ("", ""),
    };
    html! {
        <li key={at.secs()} {class} data-at={at.to_string()}>
            <span>{ date(lang, at.date()) }{ " " }<span class="ins-time">{ time(at) }</span></span>
            <span>{ mark }</span>
        </li>
    }
}
