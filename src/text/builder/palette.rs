//! Words of the palette and of the list from which an activity is added.

use crate::scenario::activity::{ActivityKind, Tab};
use crate::scenario::fresh::Sort;
use crate::text::Lang;
use crate::text::activity;
use crate::text::builder::search::{Fit, fit};
use crate::text::lang::words;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Palette {
        /// The palette's name.
        pub heading: &'static str,
        /// The search field.
        pub search: &'static str,
        /// Where nothing fits what was typed.
        pub nothing: &'static str,
        /// Button that folds the palette.
        pub fold: &'static str,
        /// Button that opens it.
        pub unfold: &'static str,
        /// How to use it.
        pub how: &'static str,
        /// Before those that are not simulated.
        pub not_simulated: &'static str,
        /// Heading of the list from which an activity is added.
        pub add: &'static str,
        /// Label of its field.
        pub add_which: &'static str,
        /// Button that closes it.
        pub close: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Palette {
    lang.words(&EN, &SV)
}

const EN: Palette = Palette {
    heading: "Activities",
    search: "Search activities",
    nothing: "No activity fits. Try another word, such as “query” or “wait”.",
    fold: "Hide the activities",
    unfold: "Show the activities",
    how: "Click or press Enter to add; drag to choose the place.",
    not_simulated: "These need a system outside the lab. They can be drawn, but the workflow cannot run with them.",
    add: "Add an activity",
    add_which: "Which activity?",
    close: "Close",
};

const SV: Palette = Palette {
    heading: "Aktiviteter",
    search: "Sök aktiviteter",
    nothing: "Ingen aktivitet passar. Pröva ett annat ord, till exempel ”fråga” eller ”vänta”.",
    fold: "Dölj aktiviteterna",
    unfold: "Visa aktiviteterna",
    how: "Klicka eller tryck på Enter för att lägga till; dra för att välja plats.",
    not_simulated: "De här behöver ett system utanför labbet. De kan ritas, men arbetsflödet kan inte köras med dem.",
    add: "Lägg till en aktivitet",
    add_which: "Vilken aktivitet?",
    close: "Stäng",
};

/// The name of what the palette offers.
pub fn name(lang: Lang, sort: Sort) -> &'static str {
    match sort {
        Sort::Kind(kind) => activity::name(lang, kind),
        Sort::Script(kind) => activity::script(lang, kind),
        Sort::Outside(kind) => activity::outside(lang, kind),
    }
}

/// What it does, or why it is not simulated.
pub fn explained(lang: Lang, sort: Sort) -> &'static str {
    match sort {
        Sort::Kind(kind) => activity::explained(lang, kind),
        Sort::Script(_) => activity::explained(lang, ActivityKind::Script),
        Sort::Outside(kind) => activity::why_not_simulated(lang, kind),
    }
}

/// How well it fits what was typed, by its name in either language and by what it does.
pub fn fits(lang: Lang, typed: &str, sort: Sort) -> Option<Fit> {
    let other = lang.other();
    let tab = activity::tab(lang, sort.tab());
    fit(typed, name(lang, sort), &[name(other, sort), tab], explained(lang, sort))
}

/// What an added activity will follow: `After Query “query”`, with the output where it has a name.
pub fn after(lang: Lang, place: &str, output: &str) -> String {
    let word = lang.pick_as("place", "After", "Efter");
    if output.is_empty() { format!("{word} {place}") } else { format!("{word} {place}, {output}") }
}

/// What happens where the rules forbid the transition: the reason is a whole sentence.
pub fn unconnected(lang: Lang, reason: &str) -> String {
    let word = lang.pick("Added without a transition:", "Läggs till utan övergång:");
    format!("{word} {reason}")
}

/// How many fit, for those who listen.
pub fn found(lang: Lang, count: usize) -> String {
    let (one, many) = lang.either(("entry", "entries"), ("träff", "träffar"));
    crate::text::format::counted(lang, count as u64, one, many)
}

/// The name of a group of the palette.
pub fn group(lang: Lang, tab: Tab) -> &'static str {
    activity::tab(lang, tab)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::builder::search::ranked;

    #[test]
    fn what_is_looked_for_comes_first_in_both_languages() {
        let all: Vec<Sort> = Tab::ALL.into_iter().flat_map(Sort::of_tab).collect();
        let first = |lang, typed: &str| {
            let order = ranked(&all, |sort| fits(lang, typed, *sort));
            order.first().map(|&place| name(lang, all[place]))
        };
        assert_eq!(first(Lang::En, "rec"), Some("Recurring delivery"));
        assert_eq!(first(Lang::En, "fråga"), Some("Query"));
        assert_eq!(first(Lang::Sv, "continuous"), Some("Kontinuerlig leverans"));
        assert_eq!(first(Lang::Sv, "schema"), Some("Schemaläggare"));
        assert_eq!(first(Lang::En, "doubles"), Some("Deduplication"));
        assert_eq!(first(Lang::En, "ftp"), None);
    }
}
