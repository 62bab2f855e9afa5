//! Words of the condition builder, the count of those who match, and the history of an Incremental query.

use crate::base::time::SimTime;
use crate::text::Lang;
use crate::text::format::{counted, counted_sv, date, number};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct ConditionForm {
        /// Heading of the builder.
        pub condition: &'static str,
        /// Names a group: recipients of whom … hold.
        pub group: &'static str,
        /// Names a group inside another.
        pub inner_group: &'static str,
        /// Every part must hold.
        pub all: &'static str,
        /// One part must hold.
        pub any: &'static str,
        /// No part may hold.
        pub none: &'static str,
        /// One part must not hold.
        pub not_all: &'static str,
        /// Said of a group without parts that holds of everyone.
        pub everyone: &'static str,
        /// Said of one that holds of nobody.
        pub nobody: &'static str,
        /// Field: attribute of a test.
        pub attribute: &'static str,
        /// Field: operator of a test.
        pub operator: &'static str,
        /// Field: value of a test.
        pub value: &'static str,
        /// Field: number of days.
        pub days: &'static str,
        /// Button: adds a test.
        pub add_test: &'static str,
        /// Button: adds a group.
        pub add_group: &'static str,
        /// Button: adds a group none of which may hold.
        pub add_except: &'static str,
        /// What *Except* does.
        pub except_hint: &'static str,
        /// Button: removes a test.
        pub remove_test: &'static str,
        /// Button: removes a group.
        pub remove_group: &'static str,
        /// Said where nobody can be counted because the workflow cannot run.
        pub not_counted: &'static str,
        /// Said where the condition looks at opt-outs, which messages cause too.
        pub without_opt_outs: &'static str,
        /// Heading of the history.
        pub history: &'static str,
        /// Field: *History in days*.
        pub history_days: &'static str,
        /// Check box: *Keep history when starting*.
        pub keep: &'static str,
        /// Said where it is on.
        pub kept: &'static str,
        /// Said where it is off.
        pub emptied: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static ConditionForm {
    lang.words(&EN, &SV)
}

/// How many match: `6,170 of 10,040`.
pub fn matching(lang: Lang, matched: u64, present: u64) -> String {
    let of = lang.pick("of", "av");
    format!("{} {of} {}", number(lang, matched), number(lang, present))
}

/// When they match: `match on Mon 8 Jun 2026`.
pub fn matching_at(lang: Lang, moment: SimTime) -> String {
    let match_on = lang.pick("match on", "uppfyller villkoret");
    format!("{match_on} {}", date(lang, moment.date()))
}

/// What a history of so many days means; 0 is for ever.
pub fn remembered(lang: Lang, days: u32) -> String {
    match (lang.wording(), days) {
        (Wording::En, 0) => {
            say!(lang, "0 means for ever: whoever was targeted once is never selected again.").to_owned()
        }
        (Wording::Sv, 0) => "0 betyder för alltid: den som valts en gång väljs aldrig igen.".to_owned(),
        (Wording::En, _) => say!(
            lang,
            "Whoever was targeted can be selected again after {days}.",
            days = counted(lang, days.into(), "day", "days")
        ),
        (Wording::Sv, _) => {
            format!("Den som valts kan väljas igen efter {}.", counted_sv(days.into(), "dag", "dagar"))
        }
    }
}

const EN: ConditionForm = ConditionForm {
    condition: "Condition",
    group: "Select recipients who meet",
    inner_group: "Group: they meet",
    all: "all of these",
    any: "any of these",
    none: "none of these (except)",
    not_all: "not all of these",
    everyone: "No test: everyone is selected.",
    nobody: "No test: nobody is selected.",
    attribute: "Attribute",
    operator: "Operator",
    value: "Value",
    days: "Days",
    add_test: "Add test",
    add_group: "Add group",
    add_except: "Add exception",
    except_hint: "Except, that is “and not”: recipients who meet any part of it are left out",
    remove_test: "Remove test",
    remove_group: "Remove group",
    not_counted: "Who matches is counted again when the workflow can run.",
    without_opt_outs: "Opt-outs made in the messages of this run are not in this count.",
    history: "History",
    history_days: "History in days",
    keep: "Keep history when starting",
    kept: "A start of the workflow leaves the history as it is.",
    emptied: "A start of the workflow empties the history, so everyone matches again.",
};

const SV: ConditionForm = ConditionForm {
    condition: "Villkor",
    group: "Välj mottagare som uppfyller",
    inner_group: "Grupp: de uppfyller",
    all: "alla dessa",
    any: "något av dessa",
    none: "inget av dessa (utom)",
    not_all: "inte alla dessa",
    everyone: "Inget test: alla väljs.",
    nobody: "Inget test: ingen väljs.",
    attribute: "Attribut",
    operator: "Operator",
    value: "Värde",
    days: "Dagar",
    add_test: "Nytt test",
    add_group: "Ny grupp",
    add_except: "Nytt undantag",
    except_hint: "Utom, alltså ”och inte”: mottagare som uppfyller någon del lämnas utanför",
    remove_test: "Ta bort testet",
    remove_group: "Ta bort gruppen",
    not_counted: "De som uppfyller villkoret räknas igen när arbetsflödet kan köras.",
    without_opt_outs: "Avregistreringar i den här körningens meddelanden ingår inte i antalet.",
    history: "Historik",
    history_days: "Historik i dagar",
    keep: "Behåll historiken vid start",
    kept: "En start av arbetsflödet lämnar historiken som den är.",
    emptied: "En start av arbetsflödet tömmer historiken, så att alla kan väljas igen.",
};
