//! Findings about activities of the Targeting tab, in words.

use crate::people::WriteProblem;
use crate::scenario::Scenario;
use crate::scenario::finding::TargetingProblem;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::condition::{attribute, kind};
use crate::text::enriched;
use crate::text::format::{number, percent, quoted};
use crate::text::told::Told;

pub(super) fn told(lang: Lang, scenario: &Scenario, problem: &TargetingProblem) -> Told {
    match lang {
        Lang::En => english(scenario, problem),
        Lang::Sv => swedish(scenario, problem),
    }
}

fn english(scenario: &Scenario, problem: &TargetingProblem) -> Told {
    const EN: Lang = Lang::En;
    match problem {
        TargetingProblem::NothingComesIn => Told::new(
            "Nothing leads into this activity, so it has no population to work on.",
            "Draw a transition to it from a query or from another activity that passes a population on.",
        ),
        TargetingProblem::NoPopulationComesIn => Told::new(
            "What leads into this activity activates it but brings no population, so it works on nobody.",
            "Put a query or a read list before it.",
        ),
        TargetingProblem::TooFewInbound => Told::new(
            "Only one transition enters, so there is nothing to combine.",
            "Draw a second transition to it, or take the activity out.",
        ),
        TargetingProblem::NotMerged { inbound } => Told::new(
            format!(
                "{} transitions enter, and this activity does not merge them: it handles each population by itself.",
                number(EN, *inbound as u64)
            ),
            "Put a union in front of it if it is to see everyone together.",
        ),
        TargetingProblem::PopulationReplaced => Told::new(
            "A population comes in, and the list takes its place.",
            "Draw an intersection or a union behind it if both are meant.",
        ),
        TargetingProblem::MainSetElsewhere { activity } => Told::new(
            format!(
                "The main set is to come from {}, which does not lead here.",
                place(EN, scenario, activity)
            ),
            "Choose an activity that leads into the exclusion.",
        ),
        TargetingProblem::NothingToDo => Told::new(
            "It has no subset, cell or column, so it does nothing.",
            "Add at least one, or take the activity out.",
        ),
        TargetingProblem::EmptyOutputName { place } => {
            Told::new(format!("Output {place} has no name."), "Give each subset and each cell a name.")
        }
        TargetingProblem::DuplicateOutput { name } => Told::new(
            format!("Two outputs have the name {}.", quoted(EN, name)),
            "Give one of them another name.",
        ),
        TargetingProblem::LimitOfNothing { subset } => Told::new(
            format!("The subset {} is limited to nobody, so it is always empty.", quoted(EN, subset)),
            "Raise the limit to at least 1 record, or take the limit off.",
        ),
        TargetingProblem::ShareOverWhole { subset, share } => Told::new(
            format!(
                "The subset {} is to have {} of the population.",
                quoted(EN, subset),
                percent(EN, (*share).into(), 10_000)
            ),
            "Choose at most 100%.",
        ),
        TargetingProblem::SharesOverWhole { sum } => Told::new(
            format!(
                "The shares of the subsets make {} together, so the last ones get less than they ask for.",
                percent(EN, *sum, 10_000)
            ),
            "Lower them until they make at most 100%.",
        ),
        TargetingProblem::NobodyLeft { taker, subset } => Told::new(
            format!(
                "The subset {} takes everyone, so nobody is left for {} and those after it.",
                quoted(EN, taker),
                quoted(EN, subset)
            ),
            "Move it to the end, or give it a condition or a limit.",
        ),
        TargetingProblem::DaysOutOfRange(days) => Told::new(
            format!("A question to the logs goes back {} days.", number(EN, (*days).into())),
            "Choose 1 to 3,650 days.",
        ),
        TargetingProblem::NoDeliveryActivity(name) => Told::new(
            format!(
                "A question to the logs is about {}, which makes no deliveries.",
                place(EN, scenario, name)
            ),
            "Choose a delivery activity, or ask about any delivery.",
        ),
        TargetingProblem::ColumnNotAdded { column } => Told::new(
            format!(
                "A subset tests {}, which nothing before this activity adds.",
                quoted(EN, enriched::column(EN, *column))
            ),
            "Put an enrichment with that column before it.",
        ),
        TargetingProblem::ContractsComeIn => Told::new(
            "Contracts come in, but this activity works on recipients.",
            "Put a change dimension to recipients before it.",
        ),
        TargetingProblem::MixedDimensions => Told::new(
            "Recipients come in by one transition and contracts by another; they cannot be combined.",
            "Change the dimension of one of them first.",
        ),
        TargetingProblem::SameDimension => Told::new(
            "The population already consists of what it is changed to, so this does nothing.",
            "Choose the other dimension, or take the activity out.",
        ),
        TargetingProblem::Write { attribute: name, problem } => {
            let name = quoted(EN, attribute(EN, name));
            match problem {
                WriteProblem::NotWritable => Told::new(
                    format!(
                        "The lab does not write {name}: it tells recipients apart, and all would get the same."
                    ),
                    "Choose another attribute, such as the newsletter, the loyalty tier or the points.",
                ),
                WriteProblem::DoesNotFit { kind: wanted } => Told::new(
                    format!("The value does not fit {name}, which holds {}.", kind(EN, *wanted)),
                    "Enter a value of that kind.",
                ),
            }
        }
        TargetingProblem::DuplicateList(name) => Told::new(
            format!("Two lists have the name {}.", quoted(EN, name)),
            "Give one of them another name.",
        ),
        TargetingProblem::DuplicateService(name) => Told::new(
            format!("Two information services have the name {}.", quoted(EN, name)),
            "Give one of them another name.",
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
            format!(
                "Huvuduppsättningen ska komma från {}, som inte leder hit.",
                place(SV, scenario, activity)
            ),
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
            Told::new(format!("Två utgångar heter {}.", quoted(SV, name)), "Ge en av dem ett annat namn.")
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
            Told::new(format!("Två listor heter {}.", quoted(SV, name)), "Ge en av dem ett annat namn.")
        }
        TargetingProblem::DuplicateService(name) => Told::new(
            format!("Två informationstjänster heter {}.", quoted(SV, name)),
            "Ge en av dem ett annat namn.",
        ),
    }
}
