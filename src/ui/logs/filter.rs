//! The fields above a log: only rows about somebody, of a status, of a URL, for a reason, of a run.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::rows::{RowsAction, Traced};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::export::ExportTable;
use crate::log::query::{RowFilter, StatusKind, UrlKind};
use crate::log::rows::{ExclusionReason, MessageStatus};
use crate::text::rows::Rows;
use crate::text::{self, Lang, activity};
use crate::ui::shared::Shared;
use crate::ui::widgets::select::{Select, choice};

/// Every reason for which the analysis leaves somebody out.
const REASONS: [ExclusionReason; 7] = [
    ExclusionReason::AddressNotSpecified,
    ExclusionReason::Denylisted,
    ExclusionReason::Quarantined,
    ExclusionReason::FilteringRule,
    ExclusionReason::Double,
    ExclusionReason::Pressure,
    ExclusionReason::Capacity,
];

/// Props of the fields.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FilterProps {
    /// The run.
    pub(super) run: Shared<RunLog>,
    /// The moment shown.
    pub(super) shown: SimTime,
    /// What the log shows.
    pub(super) looked: Traced,
    /// Which rows of it.
    pub(super) filter: RowFilter,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The fields.
#[component]
pub(super) fn LogFilter(props: &FilterProps) -> Html {
    let words = text::rows::of(props.lang);
    let links =
        use_memo((props.run.clone(), props.looked.scope.clone(), props.shown), |(run, scope, shown)| {
            run.links_of(scope, *shown)
        });
    let filter = &props.filter;
    let own = match props.looked.counted.table() {
        ExportTable::TrackingLog => url_field(props, words, &links),
        ExportTable::ExclusionLog => {
            let names: Vec<_> =
                REASONS.map(|reason| activity::exclusion_reason(props.lang, reason).to_owned()).into();
            let chosen = filter.reason.and_then(|one| REASONS.iter().position(|reason| *reason == one));
            let take = |place: Option<usize>, filter: RowFilter| RowFilter {
                reason: place.and_then(|place| REASONS.get(place).copied()),
                ..filter
            };
            choices(props, words.reason, words, names, chosen, take)
        }
        ExportTable::BroadLog | ExportTable::Deliveries => {
            let names: Vec<_> =
                StatusKind::ALL.map(|status| status_name(props.lang, status).to_owned()).into();
            let chosen = filter.status.and_then(|one| StatusKind::ALL.iter().position(|kind| *kind == one));
            let take = |place: Option<usize>, filter: RowFilter| RowFilter {
                status: place.and_then(|place| StatusKind::ALL.get(place).copied()),
                ..filter
            };
            choices(props, words.status, words, names, chosen, take)
        }
    };
    let typed = |take: fn(&HtmlInputElement, RowFilter) -> RowFilter| {
        let (send, filter) = (props.send.clone(), filter.clone());
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            send.emit(Action::Rows(RowsAction::Filter(take(&input, filter.clone()))));
        })
    };
    let who = typed(|input, filter| RowFilter { who: input.value().into(), ..filter });
    let run = typed(|input, filter| {
        let run = run_of(&input.value());
        // What is no number of a run does not stay.
        input.set_value(&shown(run));
        RowFilter { run, ..filter }
    });
    let clear = props.send.reform(|_: MouseEvent| Action::Rows(RowsAction::Filter(RowFilter::default())));
    html! {
        <div class="row-filter" role="search" aria-label={words.log_filter}>
            <label><span>{ words.who }</span>
                <input type="search" value={filter.who.to_string()} placeholder={words.who_hint} onchange={who} />
            </label>
            { own }
            <label class="is-short"><span>{ words.run }</span>
                <input type="text" inputmode="numeric" value={shown(filter.run)}
                    placeholder={words.any} onchange={run} />
            </label>
            <button type="button" class="quiet" disabled={filter.is_open()} onclick={clear}>{ words.clear }</button>
        </div>
    }
}

/// The number of a run that was typed.
fn run_of(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|&run| run > 0)
}

/// The number of a run as its field shows it.
fn shown(run: Option<u32>) -> String {
    run.map(|run| run.to_string()).unwrap_or_default()
}

fn url_field(props: &FilterProps, words: &'static Rows, links: &[Rc<str>]) -> Html {
    let log_words = text::logs::of(props.lang);
    let mut kinds = vec![UrlKind::Open, UrlKind::OptOut, UrlKind::Click];
    let mut names: Vec<String> =
        [log_words.open_pixel, log_words.opt_out_link, words.any_link].map(str::to_owned).into();
    kinds.extend(links.iter().cloned().map(UrlKind::Link));
    names.extend(links.iter().map(|link| link.to_string()));
    let chosen = props.filter.url.as_ref().and_then(|one| kinds.iter().position(|kind| kind == one));
    let take = move |place: Option<usize>, filter: RowFilter| RowFilter {
        url: place.and_then(|place| kinds.get(place).cloned()),
        ..filter
    };
    choices(props, words.url, words, names, chosen, take)
}

/// A field with the choice of any, and of one of some.
fn choices(
    props: &FilterProps,
    label: &'static str,
    words: &'static Rows,
    names: Vec<String>,
    chosen: Option<usize>,
    take: impl Fn(Option<usize>, RowFilter) -> RowFilter + 'static,
) -> Html {
    let (send, filter) = (props.send.clone(), props.filter.clone());
    let on_choose = Callback::from(move |place: usize| {
        let filter = take(place.checked_sub(1), filter.clone());
        send.emit(Action::Rows(RowsAction::Filter(filter)));
    });
    let place = chosen.map_or(0, |chosen| chosen + 1);
    let all = std::iter::once(words.any.to_owned()).chain(names).enumerate();
    html! {
        <label><span>{ label }</span>
            <Select {label} chosen={place} {on_choose}>
                { for all.map(|(at, name)| choice(at, at == place, name)) }
            </Select>
        </label>
    }
}

fn status_name(lang: Lang, status: StatusKind) -> &'static str {
    // The reason does not matter to the name.
    let reason = crate::engine::fate::FailureReason::Unreachable;
    activity::message_status(
        lang,
        match status {
            StatusKind::Pending => MessageStatus::Pending,
            StatusKind::TakenIntoAccount => MessageStatus::TakenIntoAccount(reason),
            StatusKind::Sent => MessageStatus::Sent,
            StatusKind::Failed => MessageStatus::Failed(reason),
            StatusKind::Cancelled => MessageStatus::Cancelled,
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_a_number_from_one_on() {
        for (text, run, field) in
            [(" 07 ", Some(7), "7"), ("0", None, ""), ("-1", None, ""), ("two", None, "")]
        {
            assert_eq!((run_of(text), shown(run_of(text)).as_str()), (run, field), "{text}");
        }
    }
}
