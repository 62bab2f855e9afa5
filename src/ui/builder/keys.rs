//! All keys in a list, and the switch of those without a modifier.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::commands::shown;
use crate::app::action::Action;
use crate::app::command::{Deed, shortcuts};
use crate::app::preferences::Preferences;
use crate::text::Lang;
use crate::text::builder::commands as words;
use crate::ui::widgets::dialog::Dialog;

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct KeyListProps {
    /// How somebody likes to build.
    pub preferences: Preferences,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The list.
#[component]
pub fn KeyList(props: &KeyListProps) -> Html {
    let lang = props.lang;
    let fixed = words::of(lang);
    let onchange = {
        let (send, preferences) = (props.send.clone(), props.preferences);
        Callback::from(move |event: Event| {
            let single_keys = event.target_unchecked_into::<HtmlInputElement>().checked();
            send.emit(Action::Prefer(Preferences { single_keys, ..preferences }));
        })
    };
    let is_off = |deed: Deed| {
        let all = shortcuts(deed);
        !props.preferences.single_keys && all.iter().all(|key| key.is_single())
    };
    let row = |deed: Deed| {
        let keys = shortcuts(deed);
        (!keys.is_empty()).then(|| {
            html! {
                <tr class={classes!(is_off(deed).then_some("muted"))}>
                    <th scope="row">{ words::name(lang, deed).trim_end_matches('…') }</th>
                    <td>{ for keys.iter().map(|key| html! { <kbd>{ shown(lang, key) }</kbd> }) }</td>
                </tr>
            }
        })
    };
    html! {
        <Dialog heading={fixed.keys} close_label={fixed.close} on_close={props.send.reform(|()| Action::Show(None))}>
            <div>
                <label class="switch">
                    <input type="checkbox" checked={props.preferences.single_keys} {onchange} />{ fixed.single }
                </label>
                <p class="small muted">{ fixed.single_why }</p>
            </div>
            <table class="key-table">
                <caption class="eyebrow">{ fixed.everywhere }</caption>
                <tbody>{ for Deed::ALL.into_iter().filter_map(row) }</tbody>
            </table>
            { of_place(fixed.in_drawing, &fixed.drawing, props.preferences.single_keys) }
            // There letters lead to rows and are no commands.
            { of_place(fixed.in_outline, &fixed.outline, true) }
        </Dialog>
    }
}

/// The keys of one place that are no commands. A single letter may be switched off.
fn of_place(heading: &str, keys: &[(&str, &str)], has_single_keys: bool) -> Html {
    let is_off = |key: &str| !has_single_keys && key.chars().count() == 1;
    html! {
        <table class="key-table">
            <caption class="eyebrow">{ heading }</caption>
            <tbody>
                { for keys.iter().map(|(key, what)| html! {
                    <tr class={classes!(is_off(key).then_some("muted"))}>
                        <th scope="row">{ *what }</th><td><kbd>{ *key }</kbd></td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;

    #[tokio::test]
    async fn each_key_of_the_table_stands_in_the_list() {
        for lang in Lang::WRITTEN {
            let props = KeyListProps { preferences: Preferences::default(), lang, send: Callback::noop() };
            let html = LocalServerRenderer::<KeyList>::with_props(props).hydratable(false).render().await;
            for key in Deed::ALL.into_iter().flat_map(shortcuts) {
                assert!(html.contains(&format!(">{}</kbd>", shown(lang, &key))), "{key:?}");
            }
            for (key, what) in words::of(lang).drawing.iter().chain(&words::of(lang).outline) {
                assert!(html.contains(&format!(">{what}</th><td><kbd>{key}</kbd>")), "{key}");
            }
        }
    }
}
