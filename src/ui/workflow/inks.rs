//! The colours of the canvas, read off hidden marks that have the classes of the page.

use web_sys::Element;
use yew::prelude::*;

use crate::scene::branch::Hue;
use crate::scene::film::TONE;
use crate::scene::picture::colour;

/// The classes of the marks, in the order of `Inks::of`.
const CLASSES: [&str; 4] = ["is-rec", "is-con", "is-neutral", "is-warn"];

/// The family of the type of pictures.
const FONT: &str = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// The colour of a line and what is soft of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Ink {
    /// The colour itself.
    pub(super) full: String,
    /// A ground of that colour.
    pub(super) soft: String,
    /// What can be read upon it.
    pub(super) on: String,
}

/// The colours as the theme, the device and forced colours have them.
#[derive(Clone, Debug, Default)]
pub(super) struct Inks {
    inks: [Ink; 4],
    /// The ground of the drawing.
    pub(super) paper: String,
    /// Text upon it.
    pub(super) text: String,
    /// The family of the page's type.
    pub(super) font: String,
}

impl Inks {
    /// Reads them.
    pub(super) fn of(marks: &Element) -> Option<Self> {
        let window = web_sys::window()?;
        let marks = marks.children();
        let mut inks = Self::default();
        for (place, ink) in inks.inks.iter_mut().enumerate() {
            let style = window.get_computed_style(&marks.item(place as u32)?).ok()??;
            let read = |name| style.get_property_value(name).ok();
            *ink = Ink { full: read("color")?, soft: read("background-color")?, on: read("outline-color")? };
        }
        let style = window.get_computed_style(&marks.item(CLASSES.len() as u32)?).ok()??;
        inks.paper = style.get_property_value("background-color").ok()?;
        inks.text = style.get_property_value("color").ok()?;
        inks.font = style.get_property_value("font-family").ok()?;
        Some(inks)
    }

    /// Those of a picture, whatever the page looks like.
    pub(super) fn plain() -> Self {
        let of = |name| colour(TONE, name).to_owned();
        let ink = |full, soft, on| Ink { full: of(full), soft: of(soft), on: of(on) };
        Self {
            inks: [
                ink("rec", "rec-soft", "on-hue"),
                ink("con", "con-soft", "on-hue"),
                ink("ink-2", "sunk", "card"),
                ink("warn", "warn-soft", "card"),
            ],
            paper: of("paper"),
            text: of("ink"),
            font: FONT.to_owned(),
        }
    }

    /// The colour of a branch.
    pub(super) fn hue(&self, hue: Hue) -> &Ink {
        match hue {
            Hue::Recurring => &self.inks[0],
            Hue::Continuous => &self.inks[1],
            Hue::Neutral => &self.inks[2],
        }
    }

    /// The colour of what is doubtful.
    pub(super) fn warning(&self) -> &Ink {
        &self.inks[3]
    }
}

/// The marks; nobody sees them.
pub(super) fn marks(node: &NodeRef) -> Html {
    html! {
        <div class="inks" ref={node}>
            { for CLASSES.into_iter().map(|class| html! { <i key={class} class={classes!("ink", class)}></i> }) }
            <i key="paper" class="ink-paper"></i>
        </div>
    }
}
