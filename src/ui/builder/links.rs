//! The transitions of the canvas: one path each, and the name of the output where there is more than one.

use std::rc::Rc;

use yew::prelude::*;

use super::face::LinkFace;
use crate::ui::workflow::card::hue_class;

/// Props of a transition.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct LinkViewProps {
    /// Its place in the list.
    pub(super) link: usize,
    /// How it is drawn.
    pub(super) face: Rc<LinkFace>,
    /// Whether it is chosen.
    pub(super) is_chosen: bool,
}

/// The transition.
#[component]
pub(super) fn LinkView(props: &LinkViewProps) -> Html {
    let face = &props.face;
    let class = classes!("b-way", hue_class(face.hue), props.is_chosen.then_some("is-chosen"));
    let link = props.link.to_string();
    html! {
        <>
            <path {class} data-link={link.clone()} d={face.way.clone()} />
            if let Some((name, x, y, is_at_end)) = &face.name {
                <text class="b-output" data-name={link} x={x.to_string()} y={y.to_string()}
                    text-anchor={if *is_at_end { "end" } else { "start" }}>{ name }</text>
            }
        </>
    }
}
