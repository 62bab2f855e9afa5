//! Gives the chosen activity another label.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::scenario::edit::Edit;
use crate::text::Lang;
use crate::text::builder::commands as words;
use crate::ui::widgets::dialog::Dialog;

/// Props of the dialog.
#[derive(Clone, PartialEq, Properties)]
pub struct RenameProps {
    /// The name of the activity.
    pub activity: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The dialog.
#[component]
pub fn Rename(props: &RenameProps) -> Html {
    let fixed = words::of(props.lang);
    let field = use_node_ref();
    use_effect_with((), {
        let field = field.clone();
        move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
            }
        }
    });
    let save = {
        let (props, field) = (props.clone(), field.clone());
        move || {
            let Some(field) = field.cast::<HtmlInputElement>() else { return };
            props.send.emit(Action::Show(None));
            let label = field.value().trim().to_owned();
            if !label.is_empty() {
                props.send.emit(Action::Edit(Edit::Relabel { activity: props.activity.to_string(), label }));
            }
        }
    };
    let onkeydown = {
        let save = save.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                save();
            }
        })
    };
    html! {
        <Dialog heading={fixed.rename} close_label={fixed.close} class="small-dialog" on_close={props.send.reform(|()| Action::Show(None))}>
            <label class="field">
                <span>{ fixed.label }</span>
                <input type="text" autofocus=true ref={field} value={props.label.clone()} {onkeydown} />
            </label>
            <div><button type="button" class="primary" onclick={move |_| save()}>{ fixed.save }</button></div>
        </Dialog>
    }
}
