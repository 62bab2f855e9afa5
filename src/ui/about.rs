//! What this is, in a box.

use yew::prelude::*;

use crate::app::action::Action;
use crate::text::{self, Lang};
use crate::ui::widgets::dialog::Dialog;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct AboutBoxProps {
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn AboutBox(props: &AboutBoxProps) -> Html {
    let words = text::about::of(props.lang);
    html! {
        <Dialog heading={words.heading} close_label={text::shell::of(props.lang).close} class={classes!("about")}
            on_close={props.send.reform(|()| Action::ShowAbout(false))}>
            { for words.paragraphs.iter().map(|paragraph| html! { <p>{ *paragraph }</p> }) }
            <h3>{ words.keys_heading }</h3>
            <dl class="keys">
                { for words.keys.iter().map(|(key, does)| html! {
                    <div key={*key}><dt><kbd>{ *key }</kbd></dt><dd>{ *does }</dd></div>
                }) }
            </dl>
            <h3>{ words.truth_heading }</h3>
            <p>{ words.truth }</p>
            <h3>{ words.privacy_heading }</h3>
            <p>{ words.privacy }</p>
            <p class="small muted">{ words.independent }{ " " }{ words.version }{ " " }{ env!("CARGO_PKG_VERSION") }</p>
        </Dialog>
    }
}
