//! Conditions in words: attributes, operators, a whole filter in one line, and what is wrong with one.

use crate::text::lang::Wording;
use crate::text::lang::say;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Lang;
use super::format::{NO_BREAK_SPACE, and_list, counted, counted_sv, number, or_list, plain_date, quoted};
use super::told::Told;
use crate::people::{
    AttributeKind, Condition, ConditionProblem, ConditionProblemKind, Operator, Scalar, Schema, Test,
};

/// How an attribute is called; one that came with an imported file keeps its own name.
pub fn attribute(lang: Lang, name: &str) -> &str {
    match name {
        "email" => lang.pick("e-mail", "e-post"),
        "firstName" => lang.pick("first name", "förnamn"),
        "lastName" => lang.pick("last name", "efternamn"),
        "birthDate" => lang.pick("date of birth", "födelsedatum"),
        "gender" => lang.pick("gender", "kön"),
        "country" => lang.pick("country", "land"),
        "city" => lang.pick("town", "ort"),
        "language" => lang.pick("language", "språk"),
        "newsletter" => lang.pick("newsletter", "nyhetsbrev"),
        "loyalty" => lang.pick("loyalty tier", "lojalitetsnivå"),
        "points" => lang.pick("points", "poäng"),
        "created" => lang.pick("profile created", "profilen skapad"),
        "emailFormat" => lang.pick("e-mail format", "e-postformat"),
        "blackList" => lang.pick("denylisted", "på blocklistan"),
        "mobilePhone" => lang.pick("mobile phone", "mobiltelefon"),
        _ => name,
    }
}

/// How an operator is called in a form, for an attribute of this kind.
pub fn operator(lang: Lang, operator: Operator, kind: AttributeKind) -> &'static str {
    let of_dates = matches!(kind, AttributeKind::Date);
    match operator {
        Operator::Equals => lang.pick("is", "är"),
        Operator::NotEquals => lang.pick("is not", "är inte"),
        Operator::Contains => lang.pick("contains", "innehåller"),
        Operator::StartsWith => lang.pick("starts with", "börjar med"),
        Operator::Greater if of_dates => lang.pick("is after", "är efter"),
        Operator::Greater => lang.pick("is more than", "är mer än"),
        Operator::AtLeast if of_dates => lang.pick("is on or after", "är tidigast"),
        Operator::AtLeast => lang.pick("is at least", "är minst"),
        Operator::Less if of_dates => lang.pick("is before", "är före"),
        Operator::Less => lang.pick("is less than", "är mindre än"),
        Operator::AtMost if of_dates => lang.pick("is on or before", "är senast"),
        Operator::AtMost => lang.pick("is at most", "är högst"),
        Operator::IsEmpty => lang.pick("is empty", "saknas"),
        Operator::IsNotEmpty => lang.pick("is not empty", "finns"),
        Operator::IsTrue => lang.pick("is yes", "är ja"),
        Operator::IsFalse => lang.pick("is no", "är nej"),
        Operator::IsAnniversary => lang.pick("has its anniversary today", "har årsdag i dag"),
        Operator::WithinLastDays => lang.pick("is within the last … days", "är inom de senaste … dagarna"),
        Operator::OlderThanDays => lang.pick("is more than … days ago", "är för mer än … dagar sedan"),
    }
}

/// What an attribute holds: `a text`, `a whole number`.
pub fn kind(lang: Lang, kind: AttributeKind) -> &'static str {
    match kind {
        AttributeKind::Text => lang.pick("a text", "en text"),
        AttributeKind::Integer => lang.pick("a whole number", "ett heltal"),
        AttributeKind::Date => lang.pick("a date", "ett datum"),
        AttributeKind::Flag => lang.pick("yes or no", "ja eller nej"),
    }
}

/// A condition in one line: `newsletter is yes and e-mail is not empty`. Groups within groups are in brackets, and
/// so is what shall not hold: `newsletter is yes and not (loyalty tier is “gold”)`.
pub fn describe(lang: Lang, schema: &Schema, condition: &Condition) -> String {
    let is_any = matches!(condition, Condition::Any(_));
    let text = match condition {
        Condition::Test(one) => return test(lang, schema, one),
        group if group.parts().is_empty() => {
            let is_nobody = is_any != group.is_negated();
            return if is_nobody { lang.pick("nobody", "ingen") } else { lang.pick("everyone", "alla") }
                .to_owned();
        }
        group if is_any => or_list(lang, &parts(lang, schema, group.parts())),
        group => and_list(lang, &parts(lang, schema, group.parts())),
    };
    if condition.is_negated() { format!("{} ({text})", lang.pick("not", "inte")) } else { text }
}

fn parts(lang: Lang, schema: &Schema, parts: &[Condition]) -> Vec<String> {
    let alone = parts.len() == 1;
    let one = |part: &Condition| match describe(lang, schema, part) {
        text if alone || part.parts().len() < 2 || part.is_negated() => text,
        text => format!("({text})"),
    };
    parts.iter().map(one).collect()
}

fn test(lang: Lang, schema: &Schema, test: &Test) -> String {
    let kind = schema.find(&test.attribute).and_then(|idx| schema.get(idx)).map(|attribute| attribute.kind);
    let name = attribute(lang, &test.attribute);
    let value = test.value.as_ref().map(|value| shown(lang, value)).unwrap_or_else(|| "…".to_owned());
    let is_one = test.value == Some(Scalar::Integer(1));
    match (test.operator, lang.wording()) {
        (Operator::WithinLastDays, Wording::En) if is_one => say!(lang, "{name} within the last day", name),
        (Operator::WithinLastDays, Wording::En) => {
            say!(lang, "{name} within the last {value} days", name, value)
        }
        (Operator::WithinLastDays, Wording::Sv) if is_one => format!("{name} den senaste dagen"),
        (Operator::WithinLastDays, Wording::Sv) => format!("{name} de senaste {value} dagarna"),
        (Operator::OlderThanDays, Wording::En) if is_one => say!(lang, "{name} more than 1 day ago", name),
        (Operator::OlderThanDays, Wording::En) => {
            say!(lang, "{name} more than {value} days ago", name, value)
        }
        (Operator::OlderThanDays, Wording::Sv) if is_one => format!("{name} för mer än 1 dag sedan"),
        (Operator::OlderThanDays, Wording::Sv) => format!("{name} för mer än {value} dagar sedan"),
        (asked, _) => {
            let asked_text = operator(lang, asked, kind.unwrap_or(AttributeKind::Text));
            if asked.needs_value() {
                format!("{name} {asked_text} {value}")
            } else {
                format!("{name} {asked_text}")
            }
        }
    }
}

/// A value as it stands in a sentence: dates and numbers as the language writes them, texts quoted.
fn shown(lang: Lang, value: &Scalar) -> String {
    match value {
        Scalar::Flag(true) => lang.pick("yes", "ja").to_owned(),
        Scalar::Flag(false) => lang.pick("no", "nej").to_owned(),
        Scalar::Integer(integer) => {
            let sign = if *integer < 0 { "−" } else { "" };
            format!("{sign}{}", number(lang, integer.unsigned_abs()))
        }
        Scalar::Text(text) => match NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d") {
            Ok(date) => plain_date(lang, date).replace(' ', &NO_BREAK_SPACE.to_string()),
            Err(_) => quoted(lang, text),
        },
    }
}

/// What is wrong with a condition and what to do about it.
pub fn told(lang: Lang, problem: &ConditionProblem) -> Told {
    let told = match lang.wording() {
        Wording::En => told_en(lang, &problem.kind),
        Wording::Sv => told_sv(&problem.kind),
    };
    if problem.path.is_empty() {
        return told;
    }
    let path: Vec<String> = problem.path.iter().map(|place| (place + 1).to_string()).collect();
    let place = lang.pick("Part", "Del");
    let of = lang.pick("of the condition", "av villkoret");
    Told { what: format!("{place} {} {of}: {}", path.join("."), told.what), ..told }
}

fn told_en(lang: Lang, problem: &ConditionProblemKind) -> Told {
    let name = |name: &str| quoted(lang, attribute(lang, name));
    match problem {
        ConditionProblemKind::UnknownAttribute { attribute } => Told::new(
            say!(lang, "Recipients have no attribute “{attribute}”.", attribute),
            say!(lang, "Choose one from the list, or import recipients that have it."),
        ),
        ConditionProblemKind::OperatorDoesNotFit { attribute, kind: held, operator: asked } => Told::new(
            say!(
                lang,
                "{attribute} holds {kind}, so “{operator}” cannot be asked of it.",
                attribute = name(attribute),
                kind = kind(lang, *held),
                operator = operator(lang, *asked, *held)
            ),
            say!(lang, "Choose {choices}.", choices = or_list(lang, &fitting(lang, *held))),
        ),
        ConditionProblemKind::ValueMissing { attribute, .. } => Told::new(
            say!(lang, "{attribute} is compared with nothing.", attribute = name(attribute)),
            say!(lang, "Enter a value, or ask whether it is empty."),
        ),
        ConditionProblemKind::NotAText { attribute } => Told::new(
            say!(lang, "{attribute} is a text and is compared with yes or no.", attribute = name(attribute)),
            say!(lang, "Enter a text."),
        ),
        ConditionProblemKind::NotANumber { attribute, value } => Told::new(
            say!(
                lang,
                "{attribute} is compared with “{value}”, which is not a whole number.",
                attribute = name(attribute),
                value
            ),
            say!(lang, "Enter a number such as 100, without decimals or separators."),
        ),
        ConditionProblemKind::NotADate { attribute, value } => Told::new(
            say!(
                lang,
                "{attribute} is compared with “{value}”, which is not a date.",
                attribute = name(attribute),
                value
            ),
            say!(lang, "Enter a date such as 2026-06-08."),
        ),
        ConditionProblemKind::NotDays { attribute, value, limit } => Told::new(
            say!(lang, "{attribute} is compared with “{value}” days.", attribute = name(attribute), value),
            say!(
                lang,
                "Enter a number of days from 0 to {limit}.",
                limit = number(lang, limit.unsigned_abs())
            ),
        ),
        ConditionProblemKind::EmptyAny => Told::new(
            say!(lang, "An “any of” group has no part, so it would never select anybody."),
            say!(lang, "Add a test to the group, or take the group out."),
        ),
        ConditionProblemKind::EmptyNotAll => Told::new(
            say!(lang, "A “not all of” group has no part, so it would never select anybody."),
            say!(lang, "Add a test to the group, or take the group out."),
        ),
        ConditionProblemKind::TooDeep { limit } => Told::new(
            say!(lang, "The condition has groups within groups on more than {limit} levels.", limit),
            say!(lang, "Put the tests into fewer groups."),
        ),
        ConditionProblemKind::TooManyTests { limit } => Told::new(
            say!(
                lang,
                "The condition has more than {tests}.",
                tests = counted(lang, *limit as u64, "test", "tests")
            ),
            say!(lang, "Take tests out, or import an attribute that already holds the answer."),
        ),
    }
}

fn told_sv(problem: &ConditionProblemKind) -> Told {
    const LANG: Lang = Lang::Sv;
    let name = |name: &str| format!("”{}”", attribute(LANG, name));
    match problem {
        ConditionProblemKind::UnknownAttribute { attribute } => Told::new(
            format!("Mottagarna har inget attribut ”{attribute}”."),
            "Välj ett ur listan, eller importera mottagare som har det.",
        ),
        ConditionProblemKind::OperatorDoesNotFit { attribute, kind: held, operator: asked } => Told::new(
            format!(
                "{} är {}, så ”{}” går inte att använda.",
                name(attribute),
                kind(LANG, *held),
                operator(LANG, *asked, *held)
            ),
            format!("Välj {}.", or_list(LANG, &fitting(LANG, *held))),
        ),
        ConditionProblemKind::ValueMissing { attribute, .. } => Told::new(
            format!("{} jämförs inte med något.", name(attribute)),
            "Ange ett värde, eller fråga om det saknas.",
        ),
        ConditionProblemKind::NotAText { attribute } => Told::new(
            format!("{} är en text men jämförs med ja eller nej.", name(attribute)),
            "Ange en text.",
        ),
        ConditionProblemKind::NotANumber { attribute, value } => Told::new(
            format!("{} jämförs med ”{value}”, som inte är ett heltal.", name(attribute)),
            "Ange ett tal som 100, utan decimaler och mellanrum.",
        ),
        ConditionProblemKind::NotADate { attribute, value } => Told::new(
            format!("{} jämförs med ”{value}”, som inte är ett datum.", name(attribute)),
            "Ange ett datum som 2026-06-08.",
        ),
        ConditionProblemKind::NotDays { attribute, value, limit } => Told::new(
            format!("{} jämförs med ”{value}” dagar.", name(attribute)),
            format!("Ange ett antal dagar från 0 till {}.", number(LANG, limit.unsigned_abs())),
        ),
        ConditionProblemKind::EmptyAny => Told::new(
            "En grupp ”något av” saknar delar och skulle aldrig välja någon.",
            "Lägg till ett test i gruppen, eller ta bort den.",
        ),
        ConditionProblemKind::EmptyNotAll => Told::new(
            "En grupp ”inte alla” saknar delar och skulle aldrig välja någon.",
            "Lägg till ett test i gruppen, eller ta bort den.",
        ),
        ConditionProblemKind::TooDeep { limit } => Told::new(
            format!("Villkoret har grupper inuti grupper i fler än {limit} nivåer."),
            "Samla testerna i färre grupper.",
        ),
        ConditionProblemKind::TooManyTests { limit } => Told::new(
            format!("Villkoret har fler än {}.", counted_sv(*limit as u64, "test", "tester")),
            "Ta bort tester, eller importera ett attribut som redan har svaret.",
        ),
    }
}

/// The operators that fit, each named once.
fn fitting(lang: Lang, kind: AttributeKind) -> Vec<String> {
    let names: BTreeSet<_> = Operator::fitting(kind).iter().map(|&one| operator(lang, one, kind)).collect();
    names.into_iter().map(|name| quoted(lang, name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(condition: &Condition) -> [String; 2] {
        Lang::WRITTEN.map(|lang| describe(lang, &Schema::standard(), condition))
    }

    #[test]
    fn conditions_read_as_clauses() {
        let newsletter = Condition::all(vec![
            Condition::is("newsletter", Operator::IsTrue),
            Condition::is("email", Operator::IsNotEmpty),
        ]);
        assert_eq!(
            said(&newsletter),
            ["newsletter is yes and e-mail is not empty", "nyhetsbrev är ja och e-post finns"]
        );
        let lately = Condition::compares("created", Operator::WithinLastDays, Scalar::Integer(14));
        assert_eq!(
            said(&lately),
            ["profile created within the last 14 days", "profilen skapad de senaste 14 dagarna"]
        );
        assert_eq!(said(&Condition::everyone()), ["everyone", "alla"]);
    }

    #[test]
    fn groups_within_groups_are_in_brackets() {
        let tier = |name: &str| Condition::compares("loyalty", Operator::Equals, Scalar::Text(name.into()));
        let born = Condition::compares("birthDate", Operator::Less, Scalar::Text("2000-01-01".into()));
        let both = Condition::all(vec![Condition::any(vec![tier("gold"), tier("silver")]), born]);
        assert_eq!(
            said(&both)[0],
            "(loyalty tier is “gold” or loyalty tier is “silver”) and date of birth is before \
             1\u{a0}Jan\u{a0}2000"
        );
    }

    #[test]
    fn what_shall_not_hold_is_in_brackets() {
        let tier = |name: &str| Condition::compares("loyalty", Operator::Equals, Scalar::Text(name.into()));
        let readers = Condition::is("newsletter", Operator::IsTrue);
        let but = |parts| said(&Condition::all(vec![readers.clone(), Condition::except(parts)]));
        assert_eq!(
            but(vec![tier("gold")]),
            [
                "newsletter is yes and not (loyalty tier is “gold”)",
                "nyhetsbrev är ja och inte (lojalitetsnivå är ”gold”)"
            ]
        );
        assert!(
            but(vec![tier("gold"), tier("silver")])[0]
                .ends_with("not (loyalty tier is “gold” or loyalty tier is “silver”)")
        );
        assert_eq!(said(&Condition::except(vec![]))[0], "everyone");
        let nobody = Condition::All(crate::people::AllOf { not: true, ..Default::default() });
        assert_eq!(said(&nobody)[1], "ingen");
        assert_eq!(nobody.problems(&Schema::standard()).len(), 1);
    }

    #[test]
    fn every_standard_attribute_has_a_name_in_both_languages() {
        for one in Schema::standard().attributes() {
            let [english, swedish] = Lang::WRITTEN.map(|lang| attribute(lang, &one.name));
            assert_ne!(swedish, one.name, "no Swedish name");
            assert_ne!(english, swedish, "{}", one.name);
        }
        assert_eq!(attribute(Lang::Sv, "skostorlek"), "skostorlek");
    }

    #[test]
    fn problems_say_what_and_what_to_do() {
        let condition = Condition::all(vec![
            Condition::everyone(),
            Condition::compares("points", Operator::AtLeast, Scalar::Text("many".into())),
        ]);
        let problems = condition.problems(&Schema::standard());
        assert_eq!(
            told(Lang::En, &problems[0]).line(),
            "Part 2 of the condition: “points” is compared with “many”, which is not a whole number. Enter a \
             number such as 100, without decimals or separators."
        );
        let flag = Condition::is("newsletter", Operator::IsEmpty);
        assert_eq!(
            told(Lang::Sv, &flag.problems(&Schema::standard())[0]).line(),
            "”nyhetsbrev” är ja eller nej, så ”saknas” går inte att använda. Välj ”är ja” eller ”är nej”."
        );
    }
}
