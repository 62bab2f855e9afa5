//! What this is, in a box.

use yew::prelude::*;

use super::widgets::dialog::Dialog;
use crate::app::action::Action;
use crate::app::state::Sheet;
use crate::text::{self, Lang};

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct AboutBoxProps {
    /// The language.
    pub lang: Lang,
    /// The address of the lab's own page; what lies beside it has the licences.
    pub site: AttrValue,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn AboutBox(props: &AboutBoxProps) -> Html {
    let words = text::about::of(props.lang);
    let on_close = props.send.reform(|()| Action::Show(None));
    let on_tour = {
        let send = props.send.clone();
        move |_| {
            send.emit(Action::Show(None));
            send.emit(Action::TourRestart);
        }
    };
    let on_activities = {
        let send = props.send.clone();
        move |_| {
            send.emit(Action::Show(Some(Sheet::Activities)));
        }
    };
    html! {
        <Dialog heading={words.heading} close_label={words.close} class="about" {on_close}>
            <p>{ words.what }</p>
            <p class="about-doors">
                <button type="button" class="outlined" onclick={on_tour}>{ words.tour }</button>
                <button type="button" class="outlined" onclick={on_activities}>{ text::reference::of(props.lang).door }</button>
            </p>
            <section>
                <h3>{ words.keys }</h3>
                <dl class="keys">
                    { for words.key_list.into_iter().map(|(key, what)| html! {
                        <div key={key}><dt><kbd>{ key }</kbd></dt><dd>{ what }</dd></div>
                    }) }
                </dl>
            </section>
            { for words.sections.into_iter().map(|(heading, paragraph)| html! {
                <section key={heading}><h3>{ heading }</h3><p>{ paragraph }</p></section>
            }) }
            // The one file has nothing beside it.
            if let Some(folder) = props.site.strip_suffix("index.html") {
                <p class="small"><a href={format!("{folder}licences.html")} target="_blank" rel="noopener">{ words.licences }</a></p>
            }
            <p class="small muted">{ text::about::version(props.lang, env!("CARGO_PKG_VERSION")) }</p>
        </Dialog>
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;

    #[tokio::test]
    async fn it_says_what_it_is_and_whose_the_marks_are() {
        let site = "https://example.com/index.html".into();
        let props = AboutBoxProps { lang: Lang::En, site, send: Callback::noop() };
        let html = LocalServerRenderer::<AboutBox>::with_props(props).hydratable(false).render().await;
        let licences = "https://example.com/licences.html";
        for part in [
            "not an Adobe product",
            "Nothing leaves your browser by itself",
            "<kbd>Space</kbd>",
            "Apache",
            licences,
        ] {
            assert!(html.contains(part), "{part}");
        }
        assert!(html.contains(&format!("Version {}.", env!("CARGO_PKG_VERSION"))));
    }
}
