//! The delivery list with the console's columns.

mod filter;
pub mod order;
mod totals;

use std::rc::Rc;

use yew::prelude::*;

use self::filter::ListFields;
use self::order::{Column, Order};
use crate::app::action::Action;
use crate::app::rows::{ListFilter, PersonPart, PersonView, RowsAction};
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::export::{ExportOf, ExportTable};
use crate::log::indicators::Scope;
use crate::log::list::DeliveryRow;
use crate::log::provenance::Counted;
use crate::log::query::RowQuery;
use crate::scenario::activity::ActivityKind;
use crate::text::deliveries::{Deliveries, stamp};
use crate::text::format::number;
use crate::text::{self, Lang, activity};
use crate::ui::filming::FilmButton;
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::figure::figure;
use crate::ui::widgets::kind_mark::{hue, kind_mark, kind_of};
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::reveal::reveal;
use crate::ui::widgets::table::{Heading, absent, cell};

/// How many deliveries a page has: few enough for the browser, enough for most of a year of weeks.
///
/// Pages and not a window that follows the scrolling: the rows of a page are all there, so the browser finds words in
/// them, a screen reader walks the table, narrow screens stack rows of any height, and nothing moves under the finger.
pub const PAGE: u64 = 50;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct DeliveryListProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The delivery whose logs are open.
    pub delivery: Option<DeliveryIdx>,
    /// Which deliveries the list has.
    #[prop_or_default]
    pub filter: ListFilter,
    /// The activity that a learner was led to.
    #[prop_or_default]
    pub pointed: Option<AttrValue>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn DeliveryList(props: &DeliveryListProps) -> Html {
    let words = text::deliveries::of(props.lang);
    let order = use_state(|| Order::NEWEST);
    let page = use_state_eq(|| 0_u64);
    let all = use_memo((props.run.clone(), props.shown), |(run, shown)| run.delivery_list(*shown));
    let key = (props.run.clone(), props.shown, *order, props.filter.clone());
    let rows = use_memo(key, |(run, _, order, filter)| {
        let mut rows: Vec<_> = all.iter().filter(|row| filter.lets(run, row)).cloned().collect();
        order.sort(&mut rows);
        rows
    });
    // Another filter begins at its first page, unless the chosen one is on another.
    use_effect_with(props.filter.clone(), {
        let page = page.clone();
        move |_| page.set(0)
    });
    use_effect_with((props.delivery, *order, props.filter.clone()), {
        let (rows, page) = (rows.clone(), page.clone());
        move |(chosen, _, _)| {
            if let Some(at) = rows.iter().position(|row| Some(row.delivery) == *chosen) {
                page.set(at as u64 / PAGE);
            }
        }
    });
    let list = use_node_ref();
    use_effect_with(props.pointed.clone(), {
        let list = list.clone();
        move |_| reveal(&list, ".is-pointed")
    });
    use_effect_with((props.delivery, *page), {
        let list = list.clone();
        move |_| reveal(&list, ".is-chosen")
    });
    let paging = Paging::new(*page, PAGE, rows.len() as u64);
    let on_turn = Callback::from({
        let page = page.clone();
        move |wanted| page.set(wanted)
    });
    let on_sort = Callback::from({
        let (order, page) = (order.clone(), page.clone());
        move |column| {
            order.set(order.by(column));
            page.set(0);
        }
    });
    if all.is_empty() {
        return empty(words);
    }
    let first = paging.rows().start;
    let look_for = props.send.reform(|_: MouseEvent| {
        Action::Rows(RowsAction::Look(Some(PersonView { recipient: None, part: PersonPart::Trail })))
    });
    html! {
        <section class="deliveries" aria-labelledby="deliveries-heading">
            <div class="list-head">
                <h2 id="deliveries-heading">{ words.heading }<span class="count">{ number(props.lang, rows.len() as u64) }</span></h2>
                if has_same_labels(&props.run, &rows) {
                    <p class="small muted same-labels">{ words.same_labels }</p>
                }
                <button type="button" class="quiet" onclick={look_for}>{ text::person::of(props.lang).open }</button>
                { files(props, &rows) }
                <Pager label={words.pager} {paging} lang={props.lang} {on_turn} />
            </div>
            <ListFields run={props.run.clone()} filter={props.filter.clone()} lang={props.lang} send={props.send.clone()} />
            if rows.is_empty() {
                <p class="nothing muted" role="status">{ text::rows::of(props.lang).no_delivery }</p>
            }
            <div ref={list} hidden={rows.is_empty()} class="table-box" role="group" aria-labelledby="deliveries-heading" tabindex="0">
                <table role="table" class="stacking sortable" aria-labelledby="deliveries-heading"
                    aria-rowcount={(rows.len() + 2).to_string()}>
                    <thead role="rowgroup">
                        <tr role="row">{ for heads(words).map(|(column, heading)| sort_head(column, heading, *order, &on_sort)) }</tr>
                    </thead>
                    <tbody role="rowgroup">
                        { for (first..).zip(paging.of(&rows)).map(|(place, row)| body_row(props, words, row, place)) }
                    </tbody>
                    { totals::row(props, words, &rows) }
                </table>
            </div>
        </section>
    }
}

/// Buttons for files of the deliveries in the list and of their logs.
fn files(props: &DeliveryListProps, rows: &[DeliveryRow]) -> Html {
    let (lang, shown) = (props.lang, props.shown);
    let mut deliveries: Vec<DeliveryIdx> = rows.iter().map(|row| row.delivery).collect();
    deliveries.sort_unstable();
    let scope = if props.filter.is_open() { Scope::All } else { Scope::Deliveries(deliveries.clone()) };
    let of = |table| {
        let rows = |counted| ExportOf::Rows(RowQuery::of(scope.clone(), counted, shown));
        match table {
            ExportTable::Deliveries => ExportOf::Deliveries(deliveries.clone(), shown),
            ExportTable::BroadLog => rows(Counted::BroadLogs),
            ExportTable::TrackingLog => rows(Counted::TrackingLogs),
            ExportTable::ExclusionLog => rows(Counted::Ignored),
        }
    };
    let save_weeks = props.send.reform(|_: MouseEvent| Action::Rows(RowsAction::SaveWeeks));
    html! {
        <details class="files">
            <summary>{ text::rows::of(lang).files }</summary>
            <div class="files-menu">
                { for ExportTable::ALL.map(|table| {
                    let of = of(table);
                    let save = props.send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Export(of.clone())));
                    html! {
                        <button key={table.name()} type="button" class="quiet" disabled={rows.is_empty()} onclick={save}>
                            { text::rows::save_as_csv(lang, table) }
                        </button>
                    }
                }) }
                <button key="weeks" type="button" class="quiet" onclick={save_weeks}>{ text::rows::of(lang).weeks }</button>
                <FilmButton key="film" {lang} send={props.send.clone()} />
            </div>
        </details>
    }
}

fn empty(words: &Deliveries) -> Html {
    html! {
        <section class="deliveries" aria-labelledby="deliveries-heading">
            <div class="list-head"><h2 id="deliveries-heading">{ words.heading }</h2></div>
            <div class="nothing">
                <p><strong>{ words.none_yet }</strong></p>
                <p class="muted">{ words.none_yet_remedy }</p>
            </div>
        </section>
    }
}

fn heads(words: &Deliveries) -> impl Iterator<Item = (Column, Heading)> {
    let labels = Column::ALL.into_iter().zip(words.columns);
    labels.map(|(column, label)| (column, Heading { label, field: "", is_number: column.is_number() }))
}

fn sort_head(column: Column, heading: Heading, order: Order, on_sort: &Callback<Column>) -> Html {
    let is_sorted = order.column == column;
    let direction = match (is_sorted, order.is_descending) {
        (false, _) => None,
        (true, true) => Some(("descending", Icon::Descending)),
        (true, false) => Some(("ascending", Icon::Ascending)),
    };
    let class = classes!(heading.class(), column_class(column));
    html! {
        <th key={heading.label} role="columnheader" scope="col" {class} aria-sort={direction.map(|(name, _)| name)}>
            <button type="button" class="sort" onclick={on_sort.reform(move |_: MouseEvent| column)}>
                { heading.label }
                if let Some((_, icon)) = direction {
                    <IconView {icon} />
                }
            </button>
        </th>
    }
}

/// Which columns a narrow screen offers for sorting is a matter of the style sheet.
fn column_class(column: Column) -> &'static str {
    match column {
        Column::Label => "is-label",
        Column::ContactDate | Column::ToSend => "is-main",
        _ => "is-more",
    }
}

fn body_row(props: &DeliveryListProps, words: &Deliveries, row: &DeliveryRow, place: u64) -> Html {
    let (lang, is_chosen) = (props.lang, props.delivery == Some(row.delivery));
    let figures = row.figures;
    let scope = Scope::Delivery(row.delivery);
    let count = |counted, count| figure(lang, &scope, counted, count, &props.send);
    let contents = [
        label(props, words, row, is_chosen),
        if row.code.is_empty() {
            absent()
        } else {
            html! { &*row.code }
        },
        html! { activity::delivery_state(lang, row.state) },
        html! { stamp(lang, row.contact_date) },
        count(Counted::ToDeliver, figures.to_deliver),
        count(Counted::Processed, figures.processed),
        count(Counted::Success, figures.success),
        html! { stamp(lang, row.last_modified) },
    ];
    let step =
        props.run.record().deliveries.get(row.delivery).and_then(|own| props.run.plan().steps.get(own.step));
    let is_pointed = props.pointed.is_some() && step.map(|step| &*step.name) == props.pointed.as_deref();
    let class = is_chosen.then(|| classes!("is-chosen", hue(kind_of(&props.run, row.delivery))));
    let class = classes!(class, is_pointed.then_some("is-pointed"));
    html! {
        <tr role="row" key={row.delivery as u64} {class} aria-rowindex={(place + 2).to_string()}>
            { for heads(words).zip(contents).map(|((_, heading), content)| cell(heading, content)) }
        </tr>
    }
}

fn label(props: &DeliveryListProps, words: &Deliveries, row: &DeliveryRow, is_chosen: bool) -> Html {
    let name = RunLog::internal_name(row.delivery);
    let wanted = Some(row.delivery).filter(|_| !is_chosen);
    let choose = props.send.reform(move |_: MouseEvent| Action::ChooseDelivery(wanted));
    let spoken = format!("{} {} {name}", words.open_logs, row.label);
    html! {
        <span class="label-cell">
            { kind_mark(props.lang, kind_of(&props.run, row.delivery)) }
            <button type="button" class="row-button" aria-expanded={is_chosen.to_string()} aria-label={spoken}
                onclick={choose}>{ &*row.label }</button>
            <small class="internal-name" translate="no">{ name }</small>
        </span>
    }
}

/// Whether two instances of a recurring delivery have the same label, so that the hint is of use.
fn has_same_labels(run: &RunLog, rows: &[DeliveryRow]) -> bool {
    let recurring = |row: &&DeliveryRow| kind_of(run, row.delivery) == ActivityKind::RecurringDelivery;
    let mut labels: Vec<&Rc<str>> = rows.iter().filter(recurring).map(|row| &row.label).collect();
    labels.sort();
    labels.windows(2).any(|pair| pair[0] == pair[1])
}

#[cfg(test)]
mod tests;
