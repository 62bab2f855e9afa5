//! Findings about activities of the Targeting tab, in words.

use crate::people::WriteProblem;
use crate::scenario::Scenario;
use crate::scenario::finding::TargetingProblem;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::condition::{attribute, kind};
use crate::text::enriched;
use crate::text::format::{number, percent, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

pub(super) fn told(lang: Lang, scenario: &Scenario, problem: &TargetingProblem) -> Told {
    match lang.wording() {
        Wording::En => english(lang, scenario, problem),
        Wording::Sv => swedish(scenario, problem),
    }
}

fn english(lang: Lang, scenario: &Scenario, problem: &TargetingProblem) -> Told {
    match problem {
        TargetingProblem::NothingComesIn => Told::new(
            say!(lang, "Nothing leads into this activity, so it has no population to work on."),
            say!(
                lang,
                "Draw a transition to it from a query or from another activity that passes a population on."
            ),
        ),
        TargetingProblem::NoPopulationComesIn => Told::new(
            say!(
                lang,
                "What leads into this activity activates it but brings no population, so it works on nobody."
            ),
            say!(lang, "Put a query or a read list before it."),
        ),
        TargetingProblem::TooFewInbound => Told::new(
            say!(lang, "Only one transition enters, so there is nothing to combine."),
            say!(lang, "Draw a second transition to it, or take the activity out."),
        ),
        TargetingProblem::NotMerged { inbound } => Told::new(
            say!(
                lang,
                "{inbound} transitions enter, and this activity does not merge them: it handles each population by itself.",
                inbound = number(lang, *inbound as u64)
            ),
            say!(lang, "Put a union in front of it if it is to see everyone together."),
        ),
        TargetingProblem::PopulationReplaced => Told::new(
            say!(lang, "A population comes in, and the list takes its place."),
            say!(lang, "Draw an intersection or a union behind it if both are meant."),
        ),
        TargetingProblem::MainSetElsewhere { activity } => Told::new(
            say!(
                lang,
                "The main set is to come from {activity}, which does not lead here.",
                activity = place(lang, scenario, activity)
            ),
            say!(lang, "Choose an activity that leads into the exclusion."),
        ),
        TargetingProblem::NothingToDo => Told::new(
            say!(lang, "It has no subset, cell or column, so it does nothing."),
            say!(lang, "Add at least one, or take the activity out."),
        ),
        TargetingProblem::EmptyOutputName { place } => Told::new(
            say!(lang, "Output {place} has no name.", place),
            say!(lang, "Give each subset and each cell a name."),
        ),
        TargetingProblem::DuplicateOutput { name } => Told::new(
            say!(lang, "Two outputs have the name {name}.", name = quoted(lang, name)),
            say!(lang, "Give one of them another name."),
        ),
        TargetingProblem::LimitOfNothing { subset } => Told::new(
            say!(
                lang,
                "The subset {subset} is limited to nobody, so it is always empty.",
                subset = quoted(lang, subset)
            ),
            say!(lang, "Raise the limit to at least 1 record, or take the limit off."),
        ),
        TargetingProblem::ShareOverWhole { subset, share } => Told::new(
            say!(
                lang,
                "The subset {subset} is to have {percent} of the population.",
                subset = quoted(lang, subset),
                percent = percent(lang, (*share).into(), 10_000)
            ),
            say!(lang, "Choose at most 100%."),
        ),
        TargetingProblem::SharesOverWhole { sum } => Told::new(
            say!(
                lang,
                "The shares of the subsets make {percent} together, so the last ones get less than they ask for.",
                percent = percent(lang, *sum, 10_000)
            ),
            say!(lang, "Lower them until they make at most 100%."),
        ),
        TargetingProblem::NobodyLeft { taker, subset } => Told::new(
            say!(
                lang,
                "The subset {taker} takes everyone, so nobody is left for {subset} and those after it.",
                taker = quoted(lang, taker),
                subset = quoted(lang, subset)
            ),
            say!(lang, "Move it to the end, or give it a condition or a limit."),
        ),
        TargetingProblem::DaysOutOfRange(days) => Told::new(
            say!(lang, "A question to the logs goes back {days} days.", days = number(lang, (*days).into())),
            say!(lang, "Choose 1 to 3,650 days."),
        ),
        TargetingProblem::NoDeliveryActivity(name) => Told::new(
            say!(
                lang,
                "A question to the logs is about {name}, which makes no deliveries.",
                name = place(lang, scenario, name)
            ),
            say!(lang, "Choose a delivery activity, or ask about any delivery."),
        ),
        TargetingProblem::ColumnNotAdded { column } => Told::new(
            say!(
                lang,
                "A subset tests {column}, which nothing before this activity adds.",
                column = quoted(lang, enriched::column(lang, *column))
            ),
            say!(lang, "Put an enrichment with that column before it."),
        ),
        TargetingProblem::ContractsComeIn => Told::new(
            say!(lang, "Contracts come in, but this activity works on recipients."),
            say!(lang, "Put a change dimension to recipients before it."),
        ),
        TargetingProblem::MixedDimensions => Told::new(
            say!(
                lang,
                "Recipients come in by one transition and contracts by another; they cannot be combined."
            ),
            say!(lang, "Change the dimension of one of them first."),
        ),
        TargetingProblem::SameDimension => Told::new(
            say!(lang, "The population already consists of what it is changed to, so this does nothing."),
            say!(lang, "Choose the other dimension, or take the activity out."),
        ),
        TargetingProblem::Write { attribute: name, problem } => {
            let name = quoted(lang, attribute(lang, name));
            match problem {
                WriteProblem::NotWritable => Told::new(
                    say!(
                        lang,
                        "The lab does not write {name}: it tells recipients apart, and all would get the same.",
                        name
                    ),
                    say!(
                        lang,
                        "Choose another attribute, such as the newsletter, the loyalty tier or the points."
                    ),
                ),
                WriteProblem::DoesNotFit { kind: wanted } => Told::new(
                    say!(
                        lang,
                        "The value does not fit {name}, which holds {kind}.",
                        name,
                        kind = kind(lang, *wanted)
                    ),
                    say!(lang, "Enter a value of that kind."),
                ),
            }
        }
        TargetingProblem::DuplicateList(name) => Told::new(
            say!(lang, "Two lists have the name {name}.", name = quoted(lang, name)),
            say!(lang, "Give one of them another name."),
        ),
        TargetingProblem::DuplicateService(name) => Told::new(
            say!(lang, "Two information services have the name {name}.", name = quoted(lang, name)),
            say!(lang, "Give one of them another name."),
        ),
    }
}

fn swedish(scenario: &Scenario, problem: &TargetingProblem) -> Told {
    const SV: Lang = Lang::Sv;
    match problem {
        TargetingProblem::NothingComesIn => Told::new(
            "Ingenting leder in i aktiviteten, så den har ingen population att arbeta med.",
            "Dra en övergång till den från en fråga eller en annan aktivitet som för en population vidare.",
        ),
        TargetingProblem::NoPopulationComesIn => Told::new(
            "Det som leder in i aktiviteten startar den men har ingen population med sig, så den arbetar på ingen.",
            "Lägg en fråga eller aktiviteten Läs lista före den.",
        ),
        TargetingProblem::TooFewInbound => Told::new(
            "Bara en övergång leder in, så det finns inget att kombinera.",
            "Dra en övergång till, eller ta bort aktiviteten.",
        ),
        TargetingProblem::NotMerged { inbound } => Told::new(
            format!(
                "{} övergångar leder in, och aktiviteten slår inte ihop dem: den behandlar varje population för sig.",
                number(SV, *inbound as u64)
            ),
            "Lägg en förening före den om den ska se alla tillsammans.",
        ),
        TargetingProblem::PopulationReplaced => Told::new(
            "En population kommer in, och listan tar dess plats.",
            "Lägg en skärning eller en förening efter om båda ska vara med.",
        ),
        TargetingProblem::MainSetElsewhere { activity } => Told::new(
            format!("Huvudmängden ska komma från {}, som inte leder hit.", place(SV, scenario, activity)),
            "Välj en aktivitet som leder in i uteslutningen.",
        ),
        TargetingProblem::NothingToDo => Told::new(
            "Den har ingen delmängd, cell eller kolumn, så den gör ingenting.",
            "Lägg till minst en, eller ta bort aktiviteten.",
        ),
        TargetingProblem::EmptyOutputName { place } => {
            Told::new(format!("Utgång {place} har inget namn."), "Ge varje delmängd och varje cell ett namn.")
        }
        TargetingProblem::DuplicateOutput { name } => {
            Told::new(format!("Två utgångar heter {}.", quoted(SV, name)), "Ge den ena ett annat namn.")
        }
        TargetingProblem::LimitOfNothing { subset } => Told::new(
            format!("Delmängden {} är begränsad till ingen alls, så den är alltid tom.", quoted(SV, subset)),
            "Höj gränsen till minst 1 post, eller ta bort den.",
        ),
        TargetingProblem::ShareOverWhole { subset, share } => Told::new(
            format!(
                "Delmängden {} ska få {} av populationen.",
                quoted(SV, subset),
                percent(SV, (*share).into(), 10_000)
            ),
            "Välj högst 100 %.",
        ),
        TargetingProblem::SharesOverWhole { sum } => Told::new(
            format!(
                "Delmängdernas andelar blir {} tillsammans, så de sista får mindre än de begär.",
                percent(SV, *sum, 10_000)
            ),
            "Sänk dem tills de blir högst 100 %.",
        ),
        TargetingProblem::NobodyLeft { taker, subset } => Told::new(
            format!(
                "Delmängden {} tar alla, så ingen blir kvar till {} och dem därefter.",
                quoted(SV, taker),
                quoted(SV, subset)
            ),
            "Flytta den sist, eller ge den ett villkor eller en gräns.",
        ),
        TargetingProblem::DaysOutOfRange(days) => Told::new(
            format!("En fråga till loggarna går {} dagar tillbaka.", number(SV, (*days).into())),
            "Välj 1 till 3 650 dagar.",
        ),
        TargetingProblem::NoDeliveryActivity(name) => Told::new(
            format!(
                "En fråga till loggarna gäller {}, som inte gör några leveranser.",
                place(SV, scenario, name)
            ),
            "Välj en leveransaktivitet, eller fråga om alla leveranser.",
        ),
        TargetingProblem::ColumnNotAdded { column } => Told::new(
            format!(
                "En delmängd prövar {}, som ingenting före aktiviteten lägger till.",
                quoted(SV, enriched::column(SV, *column))
            ),
            "Lägg en berikning med den kolumnen före den.",
        ),
        TargetingProblem::ContractsComeIn => Told::new(
            "Avtal kommer in, men aktiviteten arbetar med mottagare.",
            "Lägg aktiviteten Ändra dimension före den, med mottagare som ny dimension.",
        ),
        TargetingProblem::MixedDimensions => Told::new(
            "Mottagare kommer in genom en övergång och avtal genom en annan; de kan inte kombineras.",
            "Byt dimension på den ena först.",
        ),
        TargetingProblem::SameDimension => Told::new(
            "Populationen består redan av det som den ska bytas till, så aktiviteten gör ingenting.",
            "Välj den andra dimensionen, eller ta bort aktiviteten.",
        ),
        TargetingProblem::Write { attribute: name, problem } => {
            let name = quoted(SV, attribute(SV, name));
            match problem {
                WriteProblem::NotWritable => Told::new(
                    format!(
                        "Labbet skriver inte {name}: det skiljer mottagare åt, och alla skulle få samma värde."
                    ),
                    "Välj ett annat attribut, till exempel nyhetsbrevet, lojalitetsnivån eller poängen.",
                ),
                WriteProblem::DoesNotFit { kind: wanted } => Told::new(
                    format!("Värdet passar inte {name}, som innehåller {}.", kind(SV, *wanted)),
                    "Ange ett värde av det slaget.",
                ),
            }
        }
        TargetingProblem::DuplicateList(name) => {
            Told::new(format!("Två listor heter {}.", quoted(SV, name)), "Ge den ena ett annat namn.")
        }
        TargetingProblem::DuplicateService(name) => Told::new(
            format!("Två informationstjänster heter {}.", quoted(SV, name)),
            "Ge den ena ett annat namn.",
        ),
    }
}
