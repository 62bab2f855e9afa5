//! What outputs are called in the drawing, and how many transitions an activity takes and gives.

use crate::scenario::activity::Activity;
use crate::scenario::activity::ports::{Inbound, Output, Port};
use crate::text::Lang;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// What an output is called on its transition; nothing where there is no other to tell it from.
pub fn output(lang: Lang, output: &Output) -> String {
    match output.port {
        Port::Main | Port::Call => String::new(),
        Port::Named(_) => output.name.clone(),
        Port::Complement => lang.pick("Complement", "Komplement").to_owned(),
        Port::Rejects => lang.pick("Rejects", "Avvisade").to_owned(),
        Port::Default => lang.pick("Default", "Förval").to_owned(),
        Port::Expired(_) => format!("{}: {}", lang.pick("Expired", "Utgånget"), output.name),
        Port::Error => lang.pick("Error", "Fel").to_owned(),
        Port::Done => lang.pick_as("task", "Done", "Utförd").to_owned(),
        Port::NotDone => lang.pick("Not done", "Inte utförd").to_owned(),
    }
}

/// The outputs of an activity that have a name, for whoever reads them as a list.
pub fn outputs(lang: Lang, activity: &Activity) -> Vec<String> {
    let all = activity.settings.outputs();
    all.iter().map(|one| output(lang, one)).filter(|name| !name.is_empty()).collect()
}

/// An output without a transition, read out: `output Complement leads nowhere: the workflow pauses there`.
pub fn unterminated(lang: Lang, name: &str) -> String {
    match (lang.wording(), name.is_empty()) {
        (Wording::En, true) => {
            say!(lang, "its output leads nowhere, so the workflow pauses there").to_owned()
        }
        (Wording::En, false) => {
            say!(lang, "its output {name} leads nowhere, so the workflow pauses there", name)
        }
        (Wording::Sv, true) => "utgången leder ingenstans, så arbetsflödet pausar där".to_owned(),
        (Wording::Sv, false) => format!("utgången {name} leder ingenstans, så arbetsflödet pausar där"),
    }
}

/// How many transitions may enter: `0–1`, `2 or more`.
pub fn inbound(lang: Lang, inbound: Inbound) -> &'static str {
    match inbound {
        Inbound::None => "0",
        Inbound::AtMostOne => "0–1",
        Inbound::One => "1",
        Inbound::OneOrMore => lang.pick("1 or more", "1 eller fler"),
        Inbound::All => lang.pick("2 or more, waits for all", "2 eller fler, väntar på alla"),
    }
}
