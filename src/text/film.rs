//! Words for a film of the run.

use super::Lang;
use super::format::number;
use super::rows::counted_name;
use crate::log::provenance::Counted;

/// The words.
#[derive(Debug)]
pub struct FilmWords {
    /// Button: films the run.
    pub button: &'static str,
    /// Names the band of a film that is being made.
    pub band: &'static str,
    /// Said when it is there.
    pub saved: &'static str,
    /// Said where the browser could not make it.
    pub not_saved: &'static str,
    /// Written on the film: what made it.
    pub made_by: &'static str,
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static FilmWords {
    match lang {
        Lang::En => &EN,
        Lang::Sv => &SV,
    }
}

const EN: FilmWords = FilmWords {
    button: "The weeks as a film (WebM)",
    band: "Film of the run",
    saved: "The film is saved.",
    not_saved: "The browser did not make the film. Close other tabs, or try another browser.",
    made_by: "Delivery Lab",
};

const SV: FilmWords = FilmWords {
    button: "Veckorna som film (WebM)",
    band: "Film av körningen",
    saved: "Filmen är sparad.",
    not_saved: "Webbläsaren gjorde ingen film. Stäng andra flikar eller prova en annan webbläsare.",
    made_by: "Delivery Lab",
};

/// How a film goes on: `Filming the run: 40%, keep this tab in view`.
pub fn filming(lang: Lang, permille: u32) -> String {
    let percent = permille / 10;
    match lang {
        Lang::En => format!("Filming the run: {percent}%. Keep this tab in view."),
        Lang::Sv => format!("Körningen filmas: {percent}\u{a0}%. Håll fliken synlig."),
    }
}

/// The rows of both logs: `broadLog rows: 1,234 · Tracking log rows: 567`.
pub fn rows(lang: Lang, broad_logs: u64, tracking_logs: u64) -> String {
    let line = |counted, count| format!("{}: {}", counted_name(lang, counted), number(lang, count));
    format!("{} · {}", line(Counted::BroadLogs, broad_logs), line(Counted::TrackingLogs, tracking_logs))
}
