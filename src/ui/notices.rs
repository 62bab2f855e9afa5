//! Messages to the person, until they are closed.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::notice::{Notice, Notices, Posted};
use crate::text::told::Told;
use crate::text::{self, Lang};
use crate::ui::shell::icon::{Icon, IconView};

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeListProps {
    /// The messages.
    pub notices: Notices,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel. The live region is always there, so that a new message is heard.
#[component]
pub fn NoticeList(props: &NoticeListProps) -> Html {
    html! {
        <div class="notices" role="status">
            { for props.notices.iter().map(|posted| row(props, posted)) }
        </div>
    }
}

fn row(props: &NoticeListProps, posted: &Posted) -> Html {
    let words = text::shell::of(props.lang);
    let Told { what, remedy } = told(props.lang, &posted.notice);
    let is_good = matches!(posted.notice, Notice::Imported { .. });
    let (send, number) = (props.send.clone(), posted.number);
    html! {
        <div key={number} class={classes!("notice", is_good.then_some("is-good"))}>
            <IconView icon={if is_good { Icon::Tick } else { Icon::Warning }} />
            <p><b>{ what }</b>{ " " }{ remedy }</p>
            <button type="button" class="quiet tool" aria-label={words.close}
                onclick={move |_| send.emit(Action::Dismiss { number })}><IconView icon={Icon::Close} /></button>
        </div>
    }
}

fn told(lang: Lang, notice: &Notice) -> Told {
    match notice {
        Notice::CannotOpen { name, problem } => {
            text::notice::cannot_open(lang, name, &text::finding::told_of_file(lang, problem))
        }
        Notice::CannotLoad { address } => text::notice::cannot_load(lang, address),
        Notice::Refused(refusal) => text::finding::told_of_refusal(lang, *refusal),
        Notice::SavedWorkUnreadable => text::notice::saved_work_unreadable(lang),
        Notice::CannotSave => text::notice::cannot_save(lang),
        Notice::UnknownOption { name, value } => text::notice::unknown_option(lang, name, value),
        Notice::Imported { recipients, left_out } => {
            text::notice::imported(lang, u64::from(*recipients), *left_out)
        }
    }
}
