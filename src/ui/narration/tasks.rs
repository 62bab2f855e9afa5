//! The task list with the console's columns (`monitor-workflow-execution` page, *Tasks* tab).

use yew::prelude::*;

use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::tasks::{TaskRow, TaskStatus};
use crate::text::format::{date_time, number, span};
use crate::text::narration as words;
use crate::text::{Lang, label};
use crate::ui::shared::Shared;
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::table::{Heading, absent, cell, head};

/// How many tasks a page has.
const PAGE: u64 = 15;

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TaskListProps {
    /// The run.
    pub(super) run: Shared<RunLog>,
    /// The moment shown.
    pub(super) shown: SimTime,
    /// The language.
    pub(super) lang: Lang,
}

/// The list.
#[component]
pub(super) fn TaskList(props: &TaskListProps) -> Html {
    let lang = props.lang;
    let fixed = words::of(lang);
    let page = use_state_eq(|| 0_u64);
    let tasks = use_memo((props.run.clone(), props.shown), |(run, shown)| run.task_list(*shown));
    let paging = Paging::new(*page, PAGE, tasks.len() as u64);
    let on_turn = Callback::from({
        let page = page.clone();
        move |wanted| page.set(wanted)
    });
    let headings = headings(lang);
    html! {
        <section class="tasks">
            <div class="list-head">
                <h2 id="tasks-heading">{ fixed.tasks }<span class="count">{ number(lang, tasks.len() as u64) }</span></h2>
                <Pager label={fixed.task_pager} {paging} {lang} {on_turn} />
            </div>
            if tasks.is_empty() {
                <p class="nothing muted">{ fixed.no_task }</p>
            } else {
                <div class="table-box" role="region" aria-labelledby="tasks-heading" tabindex="0">
                    <table role="table" class="stacking" aria-labelledby="tasks-heading">
                        { head(&headings) }
                        <tbody role="rowgroup">
                            { for (0_u64..).zip(paging.of(&tasks)).map(|(place, task)| row(props, &headings, place, task)) }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}

fn headings(lang: Lang) -> [Heading; 5] {
    words::of(lang).columns.map(|label| Heading { label, field: "", is_number: false })
}

fn row(props: &TaskListProps, headings: &[Heading; 5], place: u64, task: &TaskRow) -> Html {
    let lang = props.lang;
    let is_failed = matches!(task.status, TaskStatus::Failed | TaskStatus::Aborted);
    let next = task.next_execution.map_or_else(absent, |at| html! { { date_time(lang, at) } });
    let cells = [
        html! { { label::of_step(props.run.plan(), task.step).to_owned() } },
        html! { { date_time(lang, task.created_at) } },
        html! { <span class={classes!(is_failed.then_some("is-failed"))}>{ words::status(lang, task.status) }</span> },
        html! { { span(lang, task.duration) } },
        next,
    ];
    html! {
        <tr key={place} role="row">
            { for headings.iter().zip(cells).map(|(heading, content)| cell(*heading, content)) }
        </tr>
    }
}
