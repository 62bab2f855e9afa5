//! The head of the log panel: which delivery it is, and its figures with their rates.

use yew::prelude::*;

use super::LogPanelProps;
use crate::app::action::Action;
use crate::log::RunLog;
use crate::log::figures::Figures;
use crate::log::list::DeliveryRow;
use crate::text::format::{date_time, number};
use crate::text::logs::{Logs, runs, share};
use crate::text::{Lang, activity};
use crate::ui::shell::icon::{Icon, IconView};
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

/// The figures. Success and failure are shares of the messages, reactions are shares of the successful
/// ones (`delivery-reports` page).
pub(super) fn figure_strip(lang: Lang, words: &Logs, figures: Figures) -> Html {
    let (messages, success) = (figures.to_deliver, figures.success);
    let counts = [
        (messages, 0),
        (success, messages),
        (figures.failed, messages),
        (figures.ignored, 0),
        (figures.opens, success),
        (figures.clicks, success),
        (figures.unsubscriptions, success),
    ];
    html! {
        <dl class="log-figures">
            { for words.figures.into_iter().zip(counts).map(|(name, (count, whole))| html! {
                <div key={name}>
                    <dt>{ name }</dt>
                    <dd>{ number(lang, count) }{ " " }<small>{ share(lang, count, whole) }</small></dd>
                </div>
            }) }
        </dl>
    }
}
