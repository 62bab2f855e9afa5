//! The head of the log panel: which delivery it is, and its figures with their rates.

use yew::prelude::*;

use super::LogPanelProps;
use crate::app::action::Action;
use crate::log::RunLog;
use crate::log::figures::Figures;
use crate::log::indicators::Scope;
use crate::log::list::DeliveryRow;
use crate::log::provenance::Counted;
use crate::text::format::date_time;
use crate::text::logs::{Logs, runs, share};
use crate::text::{self, activity};
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::figure::figure;
use crate::ui::widgets::kind_mark::{hue, kind_mark, kind_of};

/// The delivery's label, internal name, state and contact date, and the button that closes its logs.
pub(super) fn heading(props: &LogPanelProps, words: &Logs, row: &DeliveryRow) -> Html {
    let (lang, kind) = (props.lang, kind_of(&props.run, row.delivery));
    let close = props.send.reform(|_: MouseEvent| Action::ChooseDelivery(None));
    html! {
        <div class="logs-heading">
            { kind_mark(lang, kind) }
            <h2 id="logs-heading">
                <span class="visually-hidden">{ words.heading }{ " " }</span>
                { &*row.label }{ " " }
                <span class={classes!("internal-name", hue(kind))} translate="no">{ RunLog::internal_name(row.delivery) }</span>
            </h2>
            <p class="small muted logs-facts">
                <span>{ activity::name(lang, kind) }</span>
                <span>{ activity::delivery_state(lang, row.state) }</span>
                <span>{ words.contact_date }{ " " }{ date_time(lang, row.contact_date) }</span>
                <span>{ runs(lang, row.runs as u64) }</span>
            </p>
            <button type="button" class="quiet tool" aria-label={words.close} title={words.close} onclick={close}>
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

/// The heading of several deliveries together, and the button that closes their logs.
pub(super) fn several(props: &LogPanelProps, scope: &Scope) -> Html {
    let lang = props.lang;
    let words = text::rows::of(lang);
    let made = props.run.deliveries_until(props.shown);
    let (name, count) = match scope {
        Scope::Step(step) => {
            let label = props.run.plan().steps.get(*step).map_or("", |step| &step.label);
            (
                label,
                props
                    .run
                    .record()
                    .deliveries
                    .iter()
                    .filter(|row| row.step == *step && row.created_at <= props.shown)
                    .count(),
            )
        }
        Scope::Deliveries(deliveries) => {
            (words.several, deliveries.iter().filter(|one| **one < made).count())
        }
        _ => (words.several, made),
    };
    let close = text::logs::of(lang).close;
    let leave = props.send.reform(|_: MouseEvent| Action::ChooseDelivery(None));
    html! {
        <div class="logs-heading">
            <h2 id="logs-heading">
                <span class="visually-hidden">{ text::logs::of(lang).heading }{ " " }</span>{ name.to_owned() }
            </h2>
            <p class="small muted logs-facts"><span>{ text::rows::deliveries(lang, count as u64) }</span></p>
            <button type="button" class="quiet tool" aria-label={close} title={close} onclick={leave}>
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

/// The figures, each with the rows behind it. Success and failure are shares of the messages, reactions are shares of
/// the successful ones (`delivery-reports` page).
pub(super) fn figure_strip(props: &LogPanelProps, words: &Logs, scope: &Scope, figures: Figures) -> Html {
    let lang = props.lang;
    let (messages, success) = (figures.to_deliver, figures.success);
    let counts = [
        (Counted::ToDeliver, messages, 0),
        (Counted::Success, success, messages),
        (Counted::Failed, figures.failed, messages),
        (Counted::Ignored, figures.ignored, 0),
        (Counted::Opens, figures.opens, success),
        (Counted::Clicks, figures.clicks, success),
        (Counted::Unsubscriptions, figures.unsubscriptions, success),
    ];
    html! {
        <dl class="log-figures">
            { for words.figures.into_iter().zip(counts).map(|(name, (counted, count, whole))| html! {
                <div key={name}>
                    <dt>{ name }</dt>
                    <dd>{ figure(lang, scope, counted, count, &props.send) }{ " " }<small>{ share(lang, count, whole) }</small></dd>
                </div>
            }) }
        </dl>
    }
}
