//! Line icons on a grid of twenty, drawn in the colour of the text around them.

use yew::prelude::*;

use crate::scenario::activity::ActivityKind;
use crate::scene::activity_icon;

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An activity of this kind.
    Activity(ActivityKind),
    /// Play.
    Play,
    /// Pause.
    Pause,
    /// A week back.
    Back,
    /// A week on.
    Forward,
    /// To the start.
    Rewind,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// A plus.
    Add,
    /// A minus.
    Less,
    /// An arrow from one point to another.
    Connect,
    /// Two sheets.
    Duplicate,
    /// A bin.
    Bin,
    /// Arrows in four directions.
    Move,
    /// An arrow with two heads from corner to corner.
    Resize,
    /// A sheet with a folded corner.
    Note,
    /// Boxes in columns.
    Tidy,
    /// A cross.
    Close,
    /// A warning sign.
    Warning,
    /// People.
    People,
    /// Save.
    Save,
    /// Open.
    Open,
    /// Two dots joined to a third: share.
    Share,
    /// Four tiles: the gallery.
    Gallery,
    /// A bin.
    Delete,
    /// A tick.
    Tick,
    /// A question mark.
    Help,
    /// A pencil.
    Edit,
    /// A half-filled circle: light and dark.
    Theme,
    /// Three dots: more.
    More,
    /// To the first page.
    First,
    /// To the previous page.
    Previous,
    /// To the next page.
    Next,
    /// A row whose children are shown.
    Unfolded,
    /// To the last page.
    Last,
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
    /// A loudspeaker.
    Sound,
    /// A loudspeaker that is switched off.
    Silence,
    /// A dot in a ring: where the player rests.
    Breakpoint,
    /// To the left.
    Left,
    /// To the right.
    Right,
}

/// Props of an icon.
#[derive(Clone, PartialEq, Properties)]
pub struct IconViewProps {
    /// Which.
    pub icon: Icon,
}

/// An icon; what it means is said by the text or the label beside it.
#[component]
pub fn IconView(props: &IconViewProps) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor"
            stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
            <path d={props.icon.path()} />
        </svg>
    }
}

impl Icon {
    /// The strokes, for use inside another drawing.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Activity(kind) => activity_icon::path(kind),
            Self::Play => "M6 3.500v13l10.500-6.500z",
            Self::Pause => "M6 4v12M14 4v12",
            Self::Back => "M15 4v12L6 10zM4 4v12",
            Self::Forward => "M5 4v12l9-6zM16 4v12",
            Self::Rewind => "M17 4v12l-6.500-6zM10 4v12l-6.500-6z",
            Self::Undo => "M7 4 3.500 7.500 7 11M4 7.500h7.500a4.500 4.500 0 0 1 0 9H7",
            Self::Redo => "M13 4l3.500 3.500L13 11M16 7.500H8.500a4.500 4.500 0 0 0 0 9H13",
            Self::Add => "M10 4v12M4 10h12",
            Self::Less => "M4 10h12",
            Self::Connect => "M5 8a2 2 0 1 0 .01 0M7 10h9M12.500 6.500 16 10l-3.500 3.500",
            Self::Duplicate => "M7 7h9.500v9.500H7zM13 7V3.500H3.500V13H7",
            Self::Bin => {
                "M3.500 5.500h13M8 5.500V3.500h4v2M5.500 5.500l.8 11h7.400l.8-11M8.500 8.500v5M11.500 8.500v5"
            }
            Self::Resize => "M4 4l12 12M4 9V4h5M16 11v5h-5",
            Self::Move => {
                "M10 3v14M3 10h14M7.800 5.200 10 3l2.200 2.200M7.800 14.800 10 17l2.200-2.200M5.200 7.800 3 10l2.200 2.200M14.800 7.800 17 10l-2.200 2.200"
            }
            Self::Note => "M3.500 3.500h13v8.500l-4.500 4.500H3.500zM16.500 12H12v4.500M6.500 7h7M6.500 10h4",
            Self::Tidy => "M3 3.500h5v5H3zM3 11.500h5v5H3zM12 7.500h5v5h-5zM8 6h2v8H8M10 10h2",
            Self::Close => "M5 5l10 10M15 5 5 15",
            Self::Warning => "M10 3 2.500 16.500h15zM10 8v4M10 14.300v.2",
            Self::People => {
                "M7.500 4a2.700 2.700 0 1 0 .01 0M2.500 16c0-3 2-5 5-5s5 2 5 5M13 4.500a2.500 2.500 0 0 1 0 5M14.500 11.500c2 .5 3 2.200 3 4.500"
            }
            Self::Save => "M10 3v9M6.500 8.500 10 12l3.500-3.500M4 13v4h12v-4",
            Self::Open => "M10 12V3M6.500 6.500 10 3l3.500 3.500M4 13v4h12v-4",
            Self::Share => {
                "M14.500 3.500a1.800 1.800 0 1 0 .01 0M5.500 8.200a1.800 1.800 0 1 0 .01 0M14.500 12.900a1.800 1.800 0 1 0 .01 0M7.100 9.100l5.800-3M7.100 10.900l5.800 3"
            }
            Self::Gallery => "M3 4h6v5H3zM11 4h6v5h-6zM3 11.500h6V16H3zM11 11.500h6V16h-6z",
            Self::Delete => "M4 6h12M8 6V4h4v2M5.500 6l.8 11h7.400l.8-11M8.500 9v5M11.500 9v5",
            Self::Tick => "M4 10.500 8.500 15 16 5.500",
            Self::Help => "M7.500 7.500a2.600 2.600 0 1 1 3.700 2.600c-.8.4-1.200.9-1.200 1.900M10 15v.2",
            Self::Edit => "M4 16l.8-3.500L13 4.300l2.700 2.700-8.200 8.200zM11.500 5.800l2.700 2.700",
            Self::First => "M14 5l-5 5 5 5M6 5v10",
            Self::Previous => "M12 5l-5 5 5 5",
            Self::Next => "M8 5l5 5-5 5",
            Self::Unfolded => "M5 8l5 5 5-5",
            Self::Last => "M6 5l5 5-5 5M14 5v10",
            Self::Ascending => "M10 16V5M6 9l4-4 4 4",
            Self::Descending => "M10 4v11M6 11l4 4 4-4",
            Self::Sound => {
                "M3.500 8v4h2.800L10 15.500v-11L6.300 8zM12.800 7.500a3.500 3.500 0 0 1 0 5M15 5.500a6.400 6.400 0 0 1 0 9"
            }
            Self::Silence => "M3.500 8v4h2.800L10 15.500v-11L6.300 8zM13 8l4 4M17 8l-4 4",
            Self::Breakpoint => "M10 3a7 7 0 1 0 .01 0M10 7.500a2.500 2.500 0 1 0 .01 0z",
            Self::Left => "M16 10H5M9 6l-4 4 4 4",
            Self::Right => "M4 10h11M11 6l4 4-4 4",
            Self::More => "M4.500 10v.1M10 10v.1M15.500 10v.1",
            Self::Theme => "M10 3a7 7 0 1 0 .01 0M10 3v14M10 6.500h5.500M10 10h6.500M10 13.500h5.500",
        }
    }
}
