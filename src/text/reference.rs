//! The list of all activities: by tab, what each does, what comes in and goes out.

use super::Lang;
use super::activity::{self, ports};
use crate::scenario::activity::ActivityKind;
use crate::scenario::activity::sending::OutsideKind;
use crate::text::lang::words;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Reference {
        /// The list's name.
        pub heading: &'static str,
        /// Button that closes it.
        pub close: &'static str,
        /// Button in the about box that opens it.
        pub door: &'static str,
        /// The first paragraph.
        pub what: &'static str,
        /// The first paragraph of those that are not simulated.
        pub not_simulated: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Reference {
    lang.words(&EN, &SV)
}

const EN: Reference = Reference {
    heading: "Activities",
    close: "Close",
    door: "All activities",
    what: "The activities of a campaign workflow, by the tabs of the palette: what each does, and how many \
           transitions enter and leave it.",
    not_simulated: "These need a system outside the lab. A workflow may show them but cannot run with them.",
};

const SV: Reference = Reference {
    heading: "Aktiviteter",
    close: "Stäng",
    door: "Alla aktiviteter",
    what: "Aktiviteterna i ett kampanjarbetsflöde, efter palettens flikar: vad var och en gör, och hur många \
           övergångar som leder in i och ut ur den.",
    not_simulated: "De här behöver ett system utanför labbet. Ett arbetsflöde får visa dem men kan inte köras med dem.",
};

/// How many transitions enter and leave an activity: `In: 1 · Out: one for each subset, and a complement`.
pub fn ways(lang: Lang, kind: ActivityKind) -> String {
    let (into, out) = (lang.pick("In", "In"), lang.pick("Out", "Ut"));
    format!("{into}: {} · {out}: {}", ports::inbound(lang, kind.inbound()), outbound(lang, kind))
}

fn outbound(lang: Lang, kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::End | ActivityKind::JumpStart => "0",
        ActivityKind::Intersection | ActivityKind::Exclusion | ActivityKind::Deduplication => {
            lang.pick("1, and a complement if wanted", "1, och ett komplement vid behov")
        }
        ActivityKind::Split => lang.pick(
            "one for each subset, and a complement if wanted",
            "en för varje delmängd, och ett komplement vid behov",
        ),
        ActivityKind::Cells => lang.pick("one for each cell", "en för varje cell"),
        ActivityKind::Fork => lang.pick("one for each branch", "en för varje gren"),
        ActivityKind::Test => lang.pick(
            "one for each condition, and a default if wanted",
            "en för varje villkor, och ett förval vid behov",
        ),
        ActivityKind::Approval => {
            lang.pick("one for each answer and expiration", "en för varje svar och tidsgräns")
        }
        ActivityKind::ExternalSignal => {
            lang.pick("1, and one for each expiration", "1, och en för varje tidsgräns")
        }
        ActivityKind::Task => lang.pick("2: done and not done", "2: utförd och inte utförd"),
        ActivityKind::UpdateData => {
            lang.pick("0–1, and one for rejects if wanted", "0–1, och en för avvisade vid behov")
        }
        ActivityKind::Delivery | ActivityKind::ContinuousDelivery => {
            lang.pick("0–1, and one for errors if wanted", "0–1, och en för fel vid behov")
        }
        ActivityKind::Subscription
        | ActivityKind::ListUpdate
        | ActivityKind::Email
        | ActivityKind::Sms
        | ActivityKind::DirectMail
        | ActivityKind::RecurringDelivery
        | ActivityKind::Alert
        | ActivityKind::Script
        | ActivityKind::DeliveryControl => "0–1",
        _ => "1",
    }
}

/// The activities that are not simulated, each with its name and why.
pub fn not_simulated(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    OutsideKind::ALL
        .into_iter()
        .map(move |kind| (activity::outside(lang, kind), activity::why_not_simulated(lang, kind)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_says_how_many_transitions_enter_and_leave() {
        assert_eq!(
            ways(Lang::En, ActivityKind::Split),
            "In: 1 · Out: one for each subset, and a complement if wanted"
        );
        assert_eq!(ways(Lang::Sv, ActivityKind::Union), "In: 2 eller fler, väntar på alla · Ut: 1");
    }
}
