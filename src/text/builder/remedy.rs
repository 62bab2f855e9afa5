//! What a remedy does, as the words of its button.

use crate::scenario::Scenario;
use crate::scenario::remedy::Cure;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::format::{counted, quoted};
use crate::text::label;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// The words of a remedy's button.
pub fn named(lang: Lang, scenario: &Scenario, cure: &Cure) -> String {
    let fixed = match cure {
        Cure::DuplicateTemplate => lang.pick("Use a copy of the template", "Använd en kopia av mallen"),
        Cure::InsertQuery => lang.pick("Insert a Query", "Lägg in en Fråga"),
        Cure::InsertUnion => lang.pick("Insert a Union", "Lägg in en Förening"),
        Cure::InsertFork => lang.pick("Insert a Fork", "Lägg in en Förgrening"),
        Cure::AddScheduler => lang.pick("Add a Scheduler", "Lägg till en Schemaläggare"),
        Cure::AddEnd => lang.pick("Add an End", "Lägg till ett Slut"),
        Cure::TakeScheduleOff => lang.pick("Take its schedule off", "Ta bort dess schema"),
        Cure::KeepHistory => lang.pick("Keep the history when starting", "Behåll historiken vid start"),
        Cure::NameOutputs => lang.pick("Give the outputs names", "Ge utgångarna namn"),
        Cure::WaitADay => lang.pick("Wait for a day", "Vänta en dag"),
        Cure::EveryDay => lang.pick("Open every day", "Öppna varje dag"),
        Cure::IgnoreConsecutive => lang.pick("Do not count errors", "Räkna inte felen"),
        Cure::DropInterimResults => lang.pick("Keep no interim results", "Behåll inga mellanresultat"),
        Cure::SwitchTrackingOn => lang.pick("Switch tracking on", "Slå på spårningen"),
        Cure::KeepRows => lang.pick("Keep all rows", "Behåll alla rader"),
        Cure::RemoveIntervention { .. } => lang.pick("Take it out", "Ta bort det"),
        _ => return with_value(lang, scenario, cure),
    };
    fixed.to_owned()
}

fn with_value(lang: Lang, scenario: &Scenario, cure: &Cure) -> String {
    match cure {
        Cure::MakeIncremental { query } => {
            let place = place(lang, scenario, query);
            match lang.wording() {
                Wording::En => say!(lang, "Make {place} incremental", place),
                Wording::Sv => format!("Gör {place} inkrementell"),
            }
        }
        Cure::UseTemplate { template } => {
            format!("{} {}", lang.pick("Use the template", "Använd mallen"), quoted(lang, template))
        }
        Cure::UseList { list } => {
            let label = label::of_list(scenario, list);
            format!("{} {}", lang.pick("Use the list", "Använd listan"), quoted(lang, label))
        }
        Cure::UseService { service } => {
            let label = label::of_service(scenario, service);
            format!("{} {}", lang.pick("Use the service", "Använd tjänsten"), quoted(lang, label))
        }
        Cure::SetHistory { days } => {
            let days = counted(lang, (*days).into(), lang.either("day", "dag"), lang.either("days", "dagar"));
            format!("{} {days}", lang.pick("Remember for", "Minns i"))
        }
        Cure::ChooseMainSet { activity } => {
            let place = place(lang, scenario, activity);
            format!("{} {place}", lang.pick("Main set from", "Huvudmängd från"))
        }
        Cure::Disconnect { transitions } => {
            let (one, many) = lang.either(("transition", "transitions"), ("övergång", "övergångar"));
            let count = counted(lang, *transitions as u64, one, many);
            format!("{} {count}", lang.pick("Take out", "Ta bort"))
        }
        Cure::SetWeeks { weeks } => {
            let (one, many) = lang.either(("week", "weeks"), ("vecka", "veckor"));
            format!("{} {}", lang.pick("Simulate", "Simulera"), counted(lang, (*weeks).into(), one, many))
        }
        _ => String::new(),
    }
}
