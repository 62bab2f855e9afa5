//! The list of all activities, for looking up: by tab, with what is not simulated and why.

use yew::prelude::*;

use super::shell::icon::{Icon, IconView};
use super::widgets::dialog::Dialog;
use crate::app::action::Action;
use crate::scenario::activity::{ActivityKind, Tab};
use crate::text::{self, Lang, reference};

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct ActivityListProps {
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

const TABS: [Tab; 4] = [Tab::Targeting, Tab::Deliveries, Tab::FlowControl, Tab::Actions];

/// The list.
#[component]
pub fn ActivityList(props: &ActivityListProps) -> Html {
    let lang = props.lang;
    let words = reference::of(lang);
    let on_close = props.send.reform(|()| Action::Show(None));
    html! {
        <Dialog heading={words.heading} close_label={words.close} class="reference" {on_close}>
            <p>{ words.what }</p>
            { for TABS.into_iter().map(|tab| html! {
                <section key={text::activity::tab(lang, tab)}>
                    <h3>{ text::activity::tab(lang, tab) }</h3>
                    <ul class="reference-list">
                        { for ActivityKind::ALL.into_iter().filter(|kind| kind.tab() == tab).map(|kind| row(lang, kind)) }
                    </ul>
                </section>
            }) }
            <section>
                <h3>{ text::activity::tab(lang, Tab::NotSimulated) }</h3>
                <p>{ words.not_simulated }</p>
                <ul class="reference-list">
                    { for reference::not_simulated(lang).map(|(name, why)| html! {
                        <li key={name}>
                            <span class="reference-icon is-inert"><IconView icon={Icon::Activity(ActivityKind::Outside)} /></span>
                            <div><strong>{ name }</strong><p>{ why }</p></div>
                        </li>
                    }) }
                </ul>
            </section>
        </Dialog>
    }
}

fn row(lang: Lang, kind: ActivityKind) -> Html {
    let is_inert = kind == ActivityKind::Script;
    html! {
        <li key={text::activity::name(lang, kind)}>
            <span class={classes!("reference-icon", is_inert.then_some("is-inert"))}><IconView icon={Icon::Activity(kind)} /></span>
            <div>
                <strong>{ text::activity::name(lang, kind) }</strong>
                <p>{ text::activity::explained(lang, kind) }</p>
                <p class="small muted">{ reference::ways(lang, kind) }</p>
            </div>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;

    #[tokio::test]
    async fn every_activity_is_listed_and_what_is_missing_says_why() {
        for lang in Lang::WRITTEN {
            let props = ActivityListProps { lang, send: Callback::noop() };
            let html =
                LocalServerRenderer::<ActivityList>::with_props(props).hydratable(false).render().await;
            let listed = ActivityKind::ALL.into_iter().filter(|kind| *kind != ActivityKind::Outside);
            for kind in listed {
                assert!(
                    html.contains(&format!("<strong>{}</strong>", text::activity::name(lang, kind))),
                    "{kind:?}"
                );
            }
            for (name, _) in reference::not_simulated(lang) {
                assert!(html.contains(&format!("<strong>{name}</strong>")), "{name}");
            }
        }
    }
}
