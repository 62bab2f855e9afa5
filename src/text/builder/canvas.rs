//! Words of the canvas: its tools, the context pad, connecting by pointer and by keys, notes.

use crate::text::Lang;
use crate::text::format::counted;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Canvas {
        /// How to work in the drawing by keys, read out with it.
        pub keys: &'static str,
        /// The same where nothing may be changed.
        pub reading_keys: &'static str,
        /// Names the tools of the drawing.
        pub tools: &'static str,
        /// Adds an activity.
        pub add: &'static str,
        /// Adds a note.
        pub add_note: &'static str,
        /// Sorts the drawing into columns.
        pub tidy: &'static str,
        /// What that does.
        pub tidy_hint: &'static str,
        /// Names the buttons for how large the drawing is.
        pub zoom: &'static str,
        /// Larger.
        pub zoom_in: &'static str,
        /// Smaller.
        pub zoom_out: &'static str,
        /// As a whole, on the button.
        pub fit: &'static str,
        /// What that does.
        pub fit_hint: &'static str,
        /// At its full size.
        pub full_size: &'static str,
        /// Names the small picture of the whole.
        pub minimap: &'static str,
        /// Heads an empty drawing.
        pub empty: &'static str,
        /// What to do about it.
        pub empty_hint: &'static str,
        /// The same where nothing may be changed.
        pub empty_reading: &'static str,
        /// Any other activity after this one.
        pub more: &'static str,
        /// Draws a transition.
        pub connect: &'static str,
        /// Edits the label.
        pub rename: &'static str,
        /// Copies the activity.
        pub duplicate: &'static str,
        /// Takes it out.
        pub remove: &'static str,
        /// Moves it without dragging.
        pub shift: &'static str,
        /// The four ways to move.
        pub shifts: [&'static str; 4],
        /// Resizes a note without dragging.
        pub size: &'static str,
        /// The four ways to resize.
        pub sizes: [&'static str; 4],
        /// Draws the end of a transition anew.
        pub lead_elsewhere: &'static str,
        /// Draws its beginning anew.
        pub begin_elsewhere: &'static str,
        /// The same by a list of activities.
        pub from_list: &'static str,
        /// Where the transition is put back.
        pub as_it_is: &'static str,
        /// Where no activity is pointed at while an end is drawn anew.
        pub stays: &'static str,
        /// Ends moving.
        pub done: &'static str,
        /// Names the field for a label.
        pub label: &'static str,
        /// Names the field for a note.
        pub note_text: &'static str,
        /// What stands on a note without text.
        pub note_empty: &'static str,
        /// Edits a note.
        pub note_edit: &'static str,
        /// Where a transition may lead.
        pub allowed: &'static str,
        /// Where no activity is pointed at.
        pub new_here: &'static str,
        /// Ends connecting.
        pub stop: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Canvas {
    lang.words(&EN, &SV)
}

const EN: Canvas = Canvas {
    keys: "Arrow keys follow the transitions, Enter opens the settings, F2 edits the label, C connects, \
           Alt with an arrow key moves, Delete removes. M goes to the next note, and Alt and Shift with an arrow \
           key resize it. L chooses the next transition, C lets it lead elsewhere, Shift and C begin elsewhere.",
    reading_keys: "Arrow keys follow the transitions, Enter opens the settings.",
    tools: "Tools of the drawing",
    add: "Add activity",
    add_note: "Add note",
    tidy: "Tidy up",
    tidy_hint: "Sort the drawing into columns",
    zoom: "Size of the drawing",
    zoom_in: "Larger",
    zoom_out: "Smaller",
    fit: "Fit",
    fit_hint: "Show the whole workflow",
    full_size: "Full size",
    minimap: "The whole workflow in small; click to go there",
    empty: "Nothing is drawn yet",
    empty_hint: "Begin with a Scheduler, then a Query, then a delivery.",
    empty_reading: "This workflow has no activities.",
    more: "More…",
    connect: "Connect",
    rename: "Rename",
    duplicate: "Duplicate",
    remove: "Remove",
    shift: "Move",
    shifts: ["Left", "Up", "Down", "Right"],
    size: "Resize",
    sizes: ["Narrower", "Shorter", "Taller", "Wider"],
    lead_elsewhere: "Lead elsewhere",
    begin_elsewhere: "Begin elsewhere",
    from_list: "Lead to…",
    as_it_is: "It is there now.",
    stays: "Release to leave the transition as it was.",
    done: "Done",
    label: "Label of the activity",
    note_text: "Text of the note",
    note_empty: "Empty note",
    note_edit: "Edit text",
    allowed: "Release to connect.",
    new_here: "Release to add an activity here.",
    stop: "Stop connecting",
};

const SV: Canvas = Canvas {
    keys: "Piltangenterna följer övergångarna, Enter öppnar inställningarna, F2 ändrar etiketten, C kopplar, \
           Alt med en piltangent flyttar, Delete tar bort. M går till nästa anteckning, och Alt och Skift med en \
           piltangent ändrar dess storlek. L väljer nästa övergång, C låter den leda och Skift och C börja någon \
           annanstans.",
    reading_keys: "Piltangenterna följer övergångarna, Enter öppnar inställningarna.",
    tools: "Verktyg för ritningen",
    add: "Lägg till aktivitet",
    add_note: "Lägg till anteckning",
    tidy: "Ordna",
    tidy_hint: "Sortera ritningen i kolumner",
    zoom: "Ritningens storlek",
    zoom_in: "Större",
    zoom_out: "Mindre",
    fit: "Anpassa",
    fit_hint: "Visa hela arbetsflödet",
    full_size: "Full storlek",
    minimap: "Hela arbetsflödet i miniatyr; klicka för att gå dit",
    empty: "Ännu är inget ritat",
    empty_hint: "Börja med en Schemaläggare, sedan en Fråga och sist en leverans.",
    empty_reading: "Arbetsflödet har inga aktiviteter.",
    more: "Fler…",
    connect: "Koppla",
    rename: "Byt namn",
    duplicate: "Duplicera",
    remove: "Ta bort",
    shift: "Flytta",
    shifts: ["Vänster", "Uppåt", "Nedåt", "Höger"],
    size: "Ändra storlek",
    sizes: ["Smalare", "Lägre", "Högre", "Bredare"],
    lead_elsewhere: "Led någon annanstans",
    begin_elsewhere: "Börja någon annanstans",
    from_list: "Led till…",
    as_it_is: "Där är den nu.",
    stays: "Släpp för att lämna övergången som den var.",
    done: "Klar",
    label: "Aktivitetens etikett",
    note_text: "Anteckningens text",
    note_empty: "Tom anteckning",
    note_edit: "Ändra texten",
    allowed: "Släpp för att koppla.",
    new_here: "Släpp för att lägga till en aktivitet här.",
    stop: "Sluta koppla",
};

/// Names the context pad.
pub fn pad(lang: Lang, title: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "What to do with {title}", title),
        Wording::Sv => format!("Vad du kan göra med {title}"),
    }
}

/// A button that draws an activity after the one chosen.
pub fn append(lang: Lang, kind: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Add {kind} after it", kind),
        Wording::Sv => format!("Lägg till {kind} efter"),
    }
}

/// While a transition is drawn: from where, and what to do.
pub fn connecting(lang: Lang, title: &str, output: &str) -> String {
    let from = if output.is_empty() { title.to_owned() } else { format!("{title}, {output}") };
    match lang.wording() {
        Wording::En => say!(lang, "From {from}: choose where it leads. Escape stops.", from),
        Wording::Sv => format!("Från {from}: välj vart den leder. Escape avbryter."),
    }
}

/// While an end of a transition is drawn anew: of which, and what to do.
pub fn reconnecting(lang: Lang, transition: &str, is_start: bool) -> String {
    match (lang.wording(), is_start) {
        (Wording::En, false) => {
            say!(lang, "{transition}: choose where it shall lead. Escape leaves it as it was.", transition)
        }
        (Wording::En, true) => {
            say!(lang, "{transition}: choose where it shall begin. Escape leaves it as it was.", transition)
        }
        (Wording::Sv, false) => {
            format!("{transition}: välj vart den ska leda. Escape lämnar den som den var.")
        }
        (Wording::Sv, true) => {
            format!("{transition}: välj var den ska börja. Escape lämnar den som den var.")
        }
    }
}

/// What is told of a target while a transition is drawn by keys.
pub fn target(lang: Lang, title: &str, reason: Option<&str>, is_refused: bool) -> String {
    match (reason, is_refused) {
        (None, _) => format!("{title}. {}", lang.pick("Enter connects.", "Enter kopplar.")),
        (Some(reason), false) => {
            format!("{title}. {reason} {}", lang.pick("Enter connects all the same.", "Enter kopplar ändå."))
        }
        (Some(reason), true) => format!("{title}. {reason}"),
    }
}

/// Names a transition when it is read out.
pub fn transition(lang: Lang, from: &str, to: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Transition from {from} to {to}", from, to),
        Wording::Sv => format!("Övergång från {from} till {to}"),
    }
}

/// Names a note when it is read out.
pub fn note(lang: Lang, text: &str) -> String {
    let text = if text.trim().is_empty() { of(lang).note_empty } else { text.trim() };
    format!("{}: {text}", lang.pick("Note", "Anteckning"))
}

/// How many things are chosen.
pub fn chosen(lang: Lang, count: usize) -> String {
    counted(lang, count as u64, lang.either("chosen", "vald"), lang.either("chosen", "valda"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_says_whether_enter_connects() {
        assert_eq!(target(Lang::En, "Query", None, false), "Query. Enter connects.");
        assert_eq!(target(Lang::Sv, "Fråga", Some("Nej."), true), "Fråga. Nej.");
        assert!(target(Lang::En, "Query", Some("Doubtful."), false).ends_with("all the same."));
        assert!(connecting(Lang::En, "Split", "Complement").starts_with("From Split, Complement:"));
        assert_eq!(note(Lang::Sv, " "), "Anteckning: Tom anteckning");
    }
}
