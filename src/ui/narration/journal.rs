//! The journal: every sentence until the moment shown, newest first, by activity and by topic; and the tasks.

use yew::prelude::*;

use super::count_told;
use super::sentence::moment;
use super::tasks::TaskList;
use crate::app::action::Action;
use crate::app::transcript::TranscriptForm;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::journal::{JournalFilter, Topic};
use crate::text::journal::narrated;
use crate::text::narration as words;
use crate::text::{Lang, label};
use crate::ui::shared::Shared;
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::select::{Select, choice};

/// How many sentences a page has.
const PAGE: u64 = 25;

/// Props of the journal.
#[derive(Clone, PartialEq, Properties)]
pub struct JournalProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The journal. Only the sentences of the page are made.
#[component]
pub fn Journal(props: &JournalProps) -> Html {
    let (lang, run) = (props.lang, &props.run);
    let fixed = words::of(lang);
    let filter = use_state_eq(JournalFilter::default);
    let page = use_state_eq(|| 0_u64);
    let steps = use_memo(run.clone(), |run| run.journal_steps());
    let facts =
        use_memo((run.clone(), props.shown, *filter), |(run, shown, filter)| run.journal(*shown, *filter));
    let paging = Paging::new(*page, PAGE, facts.len() as u64);
    let on_turn = {
        let page = page.clone();
        Callback::from(move |wanted| page.set(wanted))
    };
    let ask = {
        let (filter, page) = (filter.setter(), page.setter());
        move |asked: JournalFilter| {
            filter.set(asked);
            page.set(0);
        }
    };
    let on_step = {
        let (ask, asked, steps) = (ask.clone(), *filter, steps.clone());
        // The first entry stands for all.
        Callback::from(move |at: usize| {
            let step = at.checked_sub(1).and_then(|at| steps.get(at)).copied();
            ask(JournalFilter { step, ..asked });
        })
    };
    let on_topic = {
        let asked = *filter;
        Callback::from(move |at: usize| {
            let topic = at.checked_sub(1).and_then(|at| Topic::ALL.get(at)).copied();
            ask(JournalFilter { topic, ..asked });
        })
    };
    let step_at =
        filter.step.and_then(|step| steps.iter().position(|one| *one == step)).map_or(0, |at| at + 1);
    let topic_at =
        filter.topic.and_then(|topic| Topic::ALL.iter().position(|one| *one == topic)).map_or(0, |at| at + 1);
    let save = |form: TranscriptForm, name: &'static str| {
        let asked = *filter;
        html! {
            <button type="button" class="outlined" disabled={facts.is_empty()}
                onclick={props.send.reform(move |_: MouseEvent| Action::SaveTranscript(form, asked))}>{ name }</button>
        }
    };
    let line = |place: u64| {
        let fact = facts.get(usize::try_from(place).ok()?).and_then(|fact| run.record().facts.get(*fact))?;
        let step = fact.step.and_then(|step| run.plan().steps.get(step));
        Some(html! {
            <li key={place}>
                { moment(lang, run, fact.at, &props.send) }
                <span class="who">{ step.map_or("–", |step| label::or_name(&step.label, &step.name)) }</span>
                <span class="told">{ narrated(lang, run.plan(), run.record(), fact) }</span>
            </li>
        })
    };
    // Newest first: the first page has the last facts.
    let total = facts.len() as u64;
    let lines: Html = paging.rows().map(|row| total - 1 - row).filter_map(line).collect();
    html! {
        <div class="journal-section">
            <section class="journal" aria-labelledby="journal-heading">
                <div class="list-head">
                    <h2 id="journal-heading">{ fixed.journal }<span class="count">{ count_told(lang, facts.len()) }</span></h2>
                    <Pager label={fixed.pager} {paging} {lang} {on_turn} />
                </div>
                <div class="journal-tools">
                    <Select label={fixed.of_activity[0]} chosen={step_at} on_choose={on_step}>
                        { choice(0, step_at == 0, fixed.of_activity[1]) }
                        { for steps.iter().enumerate().map(|(at, step)| {
                            choice(at + 1, step_at == at + 1, label::of_step(run.plan(), *step).to_owned())
                        }) }
                    </Select>
                    <Select label={fixed.of_topic[0]} chosen={topic_at} on_choose={on_topic}>
                        { choice(0, topic_at == 0, fixed.of_topic[1]) }
                        { for Topic::ALL.iter().enumerate().map(|(at, topic)| {
                            choice(at + 1, topic_at == at + 1, words::topic(lang, *topic))
                        }) }
                    </Select>
                    { save(TranscriptForm::Text, fixed.save[0]) }
                    { save(TranscriptForm::Table, fixed.save[1]) }
                </div>
                if facts.is_empty() {
                    <p class="nothing muted" role="status">{ fixed.none }</p>
                } else {
                    <ol class="journal-lines" reversed={true} start={(total - paging.rows().start).to_string()}>{ lines }</ol>
                }
            </section>
            <TaskList run={run.clone()} shown={props.shown} {lang} />
        </div>
    }
}
