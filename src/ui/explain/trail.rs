//! What the logs of all deliveries have about a recipient, in order of time, page by page.

use yew::prelude::*;

use super::PersonPanelProps;
use crate::app::action::Action;
use crate::app::rows::RowsAction;
use crate::base::people_set::RecipientIdx;
use crate::log::RunLog;
use crate::log::provenance::RowKey;
use crate::log::trail::{TrailRow, TrailWhat};
use crate::text;
use crate::text::deliveries::stamp;
use crate::text::format::number;
use crate::ui::widgets::kind_mark::{hue, kind_of};
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::table::{Heading, head, row};

/// How many rows a page has.
const PAGE: u64 = 20;

/// Props of the table.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TrailProps {
    /// The panel's.
    pub(super) panel: PersonPanelProps,
    /// Who.
    pub(super) recipient: RecipientIdx,
}

/// The table.
#[component]
pub(super) fn TrailTable(props: &TrailProps) -> Html {
    let (panel, lang) = (&props.panel, props.panel.lang);
    let words = text::person::of(lang);
    let page = use_state_eq(|| 0_u64);
    let rows = use_memo((panel.run.clone(), props.recipient, panel.shown), |(run, recipient, shown)| {
        run.trail(*recipient, *shown)
    });
    if rows.is_empty() {
        return html! { <p class="nothing muted">{ words.no_trail }</p> };
    }
    let paging = Paging::new(*page, PAGE, rows.len() as u64);
    let on_turn = {
        let page = page.setter();
        Callback::from(move |wanted| page.set(wanted))
    };
    let headings = words.trail.map(|label| Heading { label, field: "", is_number: false });
    html! {
        <>
            <div class="rows-bar"><Pager label={words.trail_pager} {paging} {lang} {on_turn} /></div>
            <div class="table-box" role="region" aria-label={words.names[0]} tabindex="0">
                <table role="table" class="stacking trail" aria-label={words.names[0]} aria-rowcount={(rows.len() + 1).to_string()}>
                    { head(&headings) }
                    <tbody role="rowgroup">
                        { for (paging.rows().start..).zip(paging.of(&rows)).map(|(at, one)| trail_row(props, &headings, at, one)) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

fn trail_row(props: &TrailProps, headings: &[Heading], place: u64, one: &TrailRow) -> Html {
    let (panel, lang, recipient) = (&props.panel, props.panel.lang, props.recipient);
    let key = match &one.what {
        TrailWhat::LeftOut(row) => RowKey::Excluded(row.delivery, row.run, recipient),
        TrailWhat::Prepared(row) | TrailWhat::Became(row) => RowKey::Message(row.id),
        // The message stands for the reaction to it, whose number only the whole run tells.
        TrailWhat::Reacted(..) => {
            let message = panel.run.record().batches.get(one.batch);
            let message = message.and_then(|batch| panel.run.message_to(batch, recipient, panel.shown));
            RowKey::Message(message.map_or(0, |message| message.row.id))
        }
    };
    let at = one.shown_from;
    let go = panel.send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Mark { key, recipient, at }));
    let open = {
        let delivery = Some(one.delivery);
        panel.send.reform(move |_: MouseEvent| Action::ChooseDelivery(delivery))
    };
    let when = stamp(lang, one.at);
    let name = format!("{}: {when}", text::rows::of(lang).go_to);
    let class = classes!("row-link", "foreign-key", hue(kind_of(&panel.run, one.delivery)));
    let contents = vec![
        html! { <button type="button" class="row-link" aria-label={name.clone()} title={name} onclick={go}>{ when.clone() }</button> },
        html! { <button type="button" {class} onclick={open}>{ RunLog::internal_name(one.delivery) }</button> },
        html! { number(lang, one.run.into()) },
        html! { text::person::trail(lang, &one.what) },
    ];
    row(place, headings, contents)
}
