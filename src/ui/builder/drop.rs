//! Dragging an activity from the palette onto the drawing.

use web_sys::DragEvent;

use super::quick_add::all;
use crate::scenario::edit::Edit;
use crate::scenario::fresh::Sort;
use crate::text::Lang;
use crate::text::builder::palette;

/// The type under which a dragged activity is told.
const TYPE: &str = "application/x-delivery-lab-activity";

/// Says what is dragged.
pub fn begin(event: &DragEvent, sort: Sort) {
    let place = all().iter().position(|one| *one == sort);
    if let (Some(data), Some(place)) = (event.data_transfer(), place) {
        let _ = data.set_data(TYPE, &place.to_string());
        data.set_effect_allowed("copy");
    }
}

/// For the drawing's `ondragover`: tells the browser that an activity may be dropped here. Tells whether one is
/// dragged.
pub fn over(event: &DragEvent) -> bool {
    let Some(data) = event.data_transfer() else { return false };
    let is_activity = data.types().iter().any(|one| one.as_string().as_deref() == Some(TYPE));
    if is_activity {
        event.prevent_default();
        data.set_drop_effect("copy");
    }
    is_activity
}

/// For the drawing's `ondrop`: the edit that adds what was dropped, its left upper corner at what `world` makes of
/// the place of the pointer in the window; none where something else was dropped.
pub fn dropped(event: &DragEvent, lang: Lang, world: impl FnOnce(i32, i32) -> (i32, i32)) -> Option<Edit> {
    let text = event.data_transfer()?.get_data(TYPE).ok()?;
    let edit = edit_of(&text, lang, || world(event.client_x(), event.client_y()))?;
    event.prevent_default();
    Some(edit)
}

fn edit_of(text: &str, lang: Lang, at: impl FnOnce() -> (i32, i32)) -> Option<Edit> {
    let sort = *all().get(text.parse::<usize>().ok()?)?;
    let (x, y) = at();
    Some(Edit::Add { sort, label: palette::name(lang, sort).to_owned(), x, y, after: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::ActivityKind;

    #[test]
    fn what_was_not_dragged_from_the_palette_adds_nothing() {
        let place = all().iter().position(|sort| *sort == Sort::Kind(ActivityKind::Wait)).unwrap();
        let edit = edit_of(&place.to_string(), Lang::Sv, || (7, 9)).unwrap();
        let Edit::Add { sort, label, x, y, after } = edit else { panic!("{edit:?}") };
        assert_eq!((sort, &*label, x, y, after), (Sort::Kind(ActivityKind::Wait), "Vänta", 7, 9, None));
        for text in ["", "-1", "999", "wait"] {
            assert_eq!(edit_of(text, Lang::En, || (0, 0)), None);
        }
    }
}
