//! A modal dialog on the browser's own element, which keeps the focus in and closes by Escape.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::ui::shell::icon::{Icon, IconView};

/// Props of a dialog.
#[derive(Clone, PartialEq, Properties)]
pub struct DialogProps {
    /// The heading, and the dialog's name.
    pub heading: AttrValue,
    /// The label of the button that closes it.
    pub close_label: AttrValue,
    /// A class for its size.
    #[prop_or_default]
    pub class: Classes,
    /// Called when it is closed, however that is done.
    pub on_close: Callback<()>,
    /// Its content.
    pub children: Html,
}

/// An open dialog; it is closed by not rendering it.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let node = use_node_ref();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = dialog.as_ref().filter(|dialog| !dialog.open()) {
                let _ = dialog.show_modal();
            }
            move || {
                // A dialog that is only taken away keeps the focus; one that is closed gives it back.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        }
    });
    let close = props.on_close.reform(|_: MouseEvent| ());
    let oncancel = props.on_close.reform(|event: Event| event.prevent_default());
    let onkeydown = {
        let on_close = props.on_close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                event.prevent_default();
                event.stop_propagation();
                on_close.emit(());
            }
        })
    };
    html! {
        <dialog ref={node} class={classes!("dialog", props.class.clone())} aria-label={props.heading.clone()} {oncancel} {onkeydown}>
            <div class="dialog-head">
                <h2>{ &props.heading }</h2>
                <button type="button" class="quiet tool" aria-label={props.close_label.clone()} onclick={close}>
                    <IconView icon={Icon::Close} />
                </button>
            </div>
            <div class="dialog-body">{ props.children.clone() }</div>
        </dialog>
    }
}
