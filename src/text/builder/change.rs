//! What an edit came to, in a sentence for those who listen.

use crate::scenario::Scenario;
use crate::scenario::activity::Transition;
use crate::scenario::change::Change;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::format::counted;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// More activities than this are counted, not named.
const NAMED: usize = 3;

/// What undoing came to.
pub fn undone(lang: Lang, told: &str) -> String {
    format!("{} {told}", lang.pick("Undone:", "Ångrat:"))
}

/// What doing again came to.
pub fn redone(lang: Lang, told: &str) -> String {
    format!("{} {told}", lang.pick("Redone:", "Gjort om:"))
}

/// What differs between two states, most telling first; none where nothing does.
pub fn told(lang: Lang, before: &Scenario, after: &Scenario, change: &Change) -> Option<String> {
    let mut parts = Vec::new();
    let mut say = |verb: &str, scenario: &Scenario, names: &[String]| {
        if !names.is_empty() {
            parts.push(format!("{verb} {}.", listed(lang, scenario, names)));
        }
    };
    say(lang.pick("Added", "Lade till"), after, &change.added);
    say(lang.pick("Removed", "Tog bort"), before, &change.removed);
    say(lang.pick("Changed", "Ändrade"), after, &change.altered);
    say(lang.pick("Moved", "Flyttade"), after, &change.moved);
    let is_whole =
        |one: &&Transition| !change.removed.contains(&one.from) && !change.removed.contains(&one.to);
    let connected: Vec<_> = change.connected.iter().collect();
    let disconnected: Vec<_> = change.disconnected.iter().filter(is_whole).collect();
    for (verb, scenario, transitions) in [
        (lang.pick("Connected", "Kopplade"), after, connected),
        (lang.pick("Disconnected", "Kopplade bort"), before, disconnected),
    ] {
        match transitions[..] {
            [] => {}
            [one] => parts.push(format!("{verb} {}.", way(lang, scenario, one))),
            _ => {
                let (one, many) = lang.either(("transition", "transitions"), ("övergång", "övergångar"));
                parts.push(format!("{verb} {}.", counted(lang, transitions.len() as u64, one, many)));
            }
        }
    }
    if change.has_other_notes {
        parts.push(lang.pick("Changed the notes.", "Ändrade anteckningarna.").to_owned());
    }
    if change.has_other_frame && parts.is_empty() {
        parts.push(lang.pick("Changed the scenario.", "Ändrade scenariot.").to_owned());
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn listed(lang: Lang, scenario: &Scenario, names: &[String]) -> String {
    if names.len() > NAMED {
        let (one, many) = lang.either(("activity", "activities"), ("aktivitet", "aktiviteter"));
        return counted(lang, names.len() as u64, one, many);
    }
    names.iter().map(|name| place(lang, scenario, name)).collect::<Vec<_>>().join(", ")
}

fn way(lang: Lang, scenario: &Scenario, transition: &Transition) -> String {
    let (from, to) = (place(lang, scenario, &transition.from), place(lang, scenario, &transition.to));
    match lang.wording() {
        Wording::En => say!(lang, "{from} to {to}", from, to),
        Wording::Sv => format!("{from} till {to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::ActivityKind;
    use crate::scenario::edit::{Edit, apply};
    use crate::scenario::fresh::Sort;
    use crate::scenario::samples::Sample;

    fn said(lang: Lang, edit: Edit) -> Option<String> {
        let before = Sample::SideBySide.scenario();
        let after = apply(&before, edit).unwrap();
        told(lang, &before, &after, &Change::between(&before, &after))
    }

    #[test]
    fn an_edit_is_told_by_what_it_did() {
        let add = Edit::Add {
            sort: Sort::Kind(ActivityKind::Wait),
            label: "Cool off".into(),
            x: 0,
            y: 0,
            after: Some(("query".into(), None)),
        };
        assert_eq!(
            said(Lang::En, add.clone()).as_deref(),
            Some("Added Wait “Cool off”. Connected Query “query” to Wait “Cool off”.")
        );
        assert!(said(Lang::Sv, add).unwrap().starts_with("Lade till Vänta ”Cool off”."));
        let remove = Edit::Remove { activities: vec!["query".into()] };
        assert_eq!(said(Lang::En, remove).as_deref(), Some("Removed Query “query”."));
        assert_eq!(said(Lang::En, Edit::SetWeeks(52)), None);
        assert_eq!(said(Lang::En, Edit::SetWeeks(9)).as_deref(), Some("Changed the scenario."));
    }
}
