//! Messages to the person, until they are closed.

use yew::prelude::*;

use super::shell::icon::{Icon, IconView};
use crate::app::action::Action;
use crate::app::notice::{Notice, Notices, Posted};
use crate::text::course::progress;
use crate::text::told::Told;
use crate::text::{self, Lang, finding, host, notice, share};

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

/// The panel. It is there without messages too, so that a new one is heard.
#[component]
pub fn NoticeList(props: &NoticeListProps) -> Html {
    html! {
        <div class="notices" aria-live="polite">
            { for props.notices.iter().map(|posted| row(props, posted)) }
        </div>
    }
}

fn row(props: &NoticeListProps, posted: &Posted) -> Html {
    let number = posted.number;
    let onclick = props.send.reform(move |_: MouseEvent| Action::Dismiss { number });
    let is_good = matches!(
        posted.notice,
        Notice::Imported { .. } | Notice::LinkOpened | Notice::OtherTab | Notice::ProgressTaken { .. }
    );
    let (role, icon) = if is_good { ("status", Icon::Tick) } else { ("alert", Icon::Warning) };
    let Told { what, remedy } = told(props.lang, &posted.notice);
    let close = text::shell::of(props.lang).close;
    html! {
        <div key={number} class={classes!("notice", (!is_good).then_some("is-problem"))} {role}>
            <IconView {icon} />
            <p><strong>{ what }</strong>{ " " }{ remedy }</p>
            <button type="button" class="quiet tool" aria-label={close} title={close} {onclick}>
                <IconView icon={Icon::Close} />
            </button>
        </div>
    }
}

fn told(lang: Lang, posted: &Notice) -> Told {
    match posted {
        Notice::CannotOpen { name, problem } => {
            notice::cannot_open(lang, name, &finding::told_of_file(lang, problem))
        }
        Notice::CannotLoad { address } => host::cannot_load(lang, address),
        Notice::CannotOpenLink(problem) => {
            notice::cannot_open_link(lang, &share::told_of_link(lang, problem))
        }
        Notice::LinkOpened => notice::link_opened(lang),
        Notice::CannotOpenLesson { name, finding: found } => {
            let why = text::course::finding::sentence(lang, found);
            Told::new(text::instructor::finding::not_opened(lang, name, &why), String::new())
        }
        Notice::CannotPaint => notice::cannot_paint(lang),
        Notice::CannotPaste(problem) => notice::cannot_paste(lang, *problem),
        Notice::Refused(refusal) => finding::told_of_refusal(lang, refusal.clone()),
        Notice::SavedWorkUnreadable => notice::saved_work_unreadable(lang),
        Notice::CannotSave => notice::cannot_save(lang),
        Notice::OtherTab => notice::other_tab(lang),
        Notice::ProgressUnreadable(problem) => progress::told(lang, problem),
        Notice::ProgressTaken { answers, unknown } => progress::taken(lang, *answers, *unknown),
        Notice::ProgressAside => progress::put_aside(lang),
        Notice::LessonGone => progress::lesson_gone(lang),
        Notice::Predicting => progress::predicting(lang),
        Notice::NoLanguage(missing) => notice::no_language(lang, *missing),
        Notice::UnknownOption { name, value } => host::not_an_option(lang, name, value),
        Notice::Imported { recipients, left_out } => notice::imported(lang, *recipients, *left_out),
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;
    use crate::app::options::Options;
    use crate::app::reduce::reduce;
    use crate::app::state::AppState;
    use crate::scenario::wire::OpenProblem;

    async fn view(notices: Notices, lang: Lang) -> String {
        let props = NoticeListProps { notices, lang, send: Callback::noop() };
        LocalServerRenderer::<NoticeList>::with_props(props).hydratable(false).render().await
    }

    #[tokio::test]
    async fn each_message_says_what_and_what_to_do_and_can_be_closed() {
        let state = AppState::new(&Options::default(), None);
        let option = Action::SetOption { name: "weeks".into(), value: "many".into() };
        let read = Err(OpenProblem::NotAScenario);
        let file = Action::OpenFile { name: "notes.json".into(), read };
        let actions = [option, file, Action::CannotSave];
        let state = actions.into_iter().fold(state, |state, action| reduce(&state, action));
        let html = view(state.notices.clone(), Lang::En).await;
        assert_eq!(
            (html.matches("role=\"alert\"").count(), html.matches("aria-label=\"Close\"").count()),
            (3, 3)
        );
        for part in
            ["“notes.json” was not opened", "Choose a scenario file", "weeks", "Save the scenario as a file"]
        {
            assert!(html.contains(part), "{part}: {html}");
        }
        let first = state.notices.iter().next().unwrap().number;
        let html = view(reduce(&state, Action::Dismiss { number: first }).notices, Lang::Sv).await;
        assert_eq!(html.matches("role=\"alert\"").count(), 2);
        assert!(html.contains("öppnades inte"));
    }
}
