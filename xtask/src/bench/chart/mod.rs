//! Draws charts as SVG that can be read in light and dark, on paper, and by those who do not see them.

mod bars;
mod palette;
mod plot;
mod scale;
mod svg;

pub(super) use self::bars::{Bar, Bars, Group, Role};
pub(super) use self::palette::Palette;
pub(super) use self::plot::{Line, Plot, Ways};
pub(super) use self::scale::{Kind, number, times};

/// A chart that was drawn.
pub(crate) struct Chart {
    /// The name of its file.
    pub(crate) file: &'static str,
    /// What it shows, for those who do not see it.
    pub(crate) alt: String,
    pub(crate) svg: String,
}
