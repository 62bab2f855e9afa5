//! Findings about well-known pitfalls that the drawing shows, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::PitfallProblem;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::format::{counted, counted_sv, number, quoted, span};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

pub(super) fn told(lang: Lang, scenario: &Scenario, problem: &PitfallProblem) -> Told {
    match lang.wording() {
        Wording::En => english(lang, scenario, problem),
        Wording::Sv => swedish(scenario, problem),
    }
}

fn english(lang: Lang, scenario: &Scenario, problem: &PitfallProblem) -> Told {
    match problem {
        PitfallProblem::HistoryShorterThanInterval { days, interval } => Told::new(
            say!(
                lang,
                "Its history lasts {days}, and its runs are {interval} apart: everyone is forgotten and selected again at each run.",
                days = counted(lang, (*days).into(), "day", "days"),
                interval = span(lang, *interval)
            ),
            say!(lang, "Enter a longer history, or 0 for one that never forgets."),
        ),
        PitfallProblem::HistoryLostAtRestart => Told::new(
            say!(
                lang,
                "Its history is not kept when the workflow starts, and the workflow is restarted during the run: everyone is then selected again."
            ),
            say!(lang, "Switch on “Keep history when starting”."),
        ),
        PitfallProblem::RecurringWithoutSchedule => Told::new(
            say!(
                lang,
                "A recurring delivery has no schedule of its own, and none comes before it: it runs only once."
            ),
            say!(lang, "Put a Scheduler at the beginning of the branch."),
        ),
        PitfallProblem::ManyDeliveriesInADay { count } => Told::new(
            say!(
                lang,
                "The workflow makes {deliveries} in one day; more than 10 must be justified.",
                deliveries = counted(lang, (*count).into(), "delivery", "deliveries")
            ),
            say!(lang, "Use a continuous delivery, or launch less often."),
        ),
        PitfallProblem::ManyDeliveries => Told::new(
            say!(lang, "The workflow makes more than 1,000 deliveries; an instance should hold fewer."),
            say!(lang, "Use a continuous delivery, launch less often, or purge old deliveries."),
        ),
        PitfallProblem::BuiltInTemplate { template } => Told::new(
            say!(
                lang,
                "It uses the built-in template {template}, which must be neither modified nor deleted.",
                template = quoted(lang, template)
            ),
            say!(lang, "Duplicate the template and use the copy."),
        ),
        PitfallProblem::SharedTemplate { template, other } => Told::new(
            say!(
                lang,
                "{other} refers to the template {template} as well; editing it from one of them changes both.",
                other = place(lang, scenario, other),
                template = quoted(lang, template)
            ),
            say!(lang, "Duplicate the template if they shall differ."),
        ),
        PitfallProblem::Unreachable => Told::new(
            say!(lang, "No start leads here, so it is never activated."),
            say!(lang, "Draw a transition from an activity that is activated, or take it out."),
        ),
        PitfallProblem::NoEnd => Told::new(
            say!(
                lang,
                "Its branch has no End. That is allowed; an End shows that the branch is meant to stop here."
            ),
            say!(lang, "Add an End if you like to see it."),
        ),
        PitfallProblem::NeedsFork => Told::new(
            say!(
                lang,
                "Several transitions leave one output. The lab follows them all; in the product only a Fork has several."
            ),
            say!(lang, "Put a Fork behind it."),
        ),
        PitfallProblem::RunsOverlap { waits, interval } => Told::new(
            say!(
                lang,
                "{waits} waits longer than the {interval} between two launches, so that runs overlap.",
                waits = place(lang, scenario, waits),
                interval = span(lang, *interval)
            ),
            say!(lang, "Guard it by a Test on an instance variable, or give the current task priority."),
        ),
        PitfallProblem::ScheduleEditWithoutRestart { number: change } => Told::new(
            say!(
                lang,
                "Change {change} edits its schedule, and the workflow is not restarted after it: the old schedule goes on.",
                change
            ),
            say!(lang, "Restart the workflow after the change."),
        ),
        PitfallProblem::StopsOneOccurrence { number: change } => Told::new(
            say!(lang, "Change {change} stops one delivery only; the next runs make others.", change),
            say!(lang, "Stop the workflow to end the programme."),
        ),
        PitfallProblem::LosesOldestRows => Told::new(
            say!(
                lang,
                "The cleanup deletes log rows by their age, so that in {weeks} weeks this delivery loses its oldest rows while it goes on sending.",
                weeks = number(lang, scenario.weeks.into())
            ),
            say!(lang, "Read its reports before the rows are gone; consolidated figures stay."),
        ),
        PitfallProblem::KeepsInterimResults => Told::new(
            say!(lang, "Interim results are kept between two executions, which fills the database."),
            say!(lang, "Switch it off before the workflow goes live."),
        ),
        PitfallProblem::TrackingOff => Told::new(
            say!(lang, "The Tracking technical workflow is off: opens and clicks are never collected."),
            say!(lang, "Switch it on to see them."),
        ),
    }
}

fn swedish(scenario: &Scenario, problem: &PitfallProblem) -> Told {
    let lang = Lang::Sv;
    match problem {
        PitfallProblem::HistoryShorterThanInterval { days, interval } => Told::new(
            format!(
                "Historiken räcker {}, och det går {} mellan körningarna: alla glöms och väljs igen varje gång.",
                counted_sv((*days).into(), "dag", "dagar"),
                span(lang, *interval)
            ),
            "Ange en längre historik, eller 0 för en som aldrig glömmer.",
        ),
        PitfallProblem::HistoryLostAtRestart => Told::new(
            "Historiken sparas inte när arbetsflödet startas, och det startas om under körningen: då väljs alla igen.",
            "Slå på ”Behåll historiken vid start”.",
        ),
        PitfallProblem::RecurringWithoutSchedule => Told::new(
            "En återkommande leverans har inget eget schema, och inget kommer före den: den körs bara en gång.",
            "Sätt en schemaläggare först i grenen.",
        ),
        PitfallProblem::ManyDeliveriesInADay { count } => Told::new(
            format!(
                "Arbetsflödet skapar {} på en dag; fler än 10 måste motiveras.",
                counted_sv((*count).into(), "leverans", "leveranser")
            ),
            "Använd en kontinuerlig leverans, eller starta mer sällan.",
        ),
        PitfallProblem::ManyDeliveries => Told::new(
            format!(
                "Arbetsflödet skapar fler än {} leveranser; en instans bör ha färre.",
                number(lang, 1_000)
            ),
            "Använd en kontinuerlig leverans, starta mer sällan eller rensa gamla leveranser.",
        ),
        PitfallProblem::BuiltInTemplate { template } => Told::new(
            format!(
                "Den använder den inbyggda mallen {}, som varken får ändras eller tas bort.",
                quoted(lang, template)
            ),
            "Duplicera mallen och använd kopian.",
        ),
        PitfallProblem::SharedTemplate { template, other } => Told::new(
            format!(
                "{} hänvisar också till mallen {}; en redigering från den ena ändrar båda.",
                place(lang, scenario, other),
                quoted(lang, template)
            ),
            "Duplicera mallen om de ska skilja sig åt.",
        ),
        PitfallProblem::Unreachable => Told::new(
            "Ingen start leder hit, så den aktiveras aldrig.",
            "Rita en övergång från en aktivitet som aktiveras, eller ta bort den.",
        ),
        PitfallProblem::NoEnd => Told::new(
            "Grenen har inget Slut. Det är tillåtet; ett Slut visar att grenen är tänkt att sluta här.",
            "Lägg till ett Slut om du vill se det.",
        ),
        PitfallProblem::NeedsFork => Told::new(
            "Flera övergångar lämnar samma utgång. Labbet följer alla; i produkten har bara en Förgrening flera.",
            "Sätt en Förgrening efter den.",
        ),
        PitfallProblem::RunsOverlap { waits, interval } => Told::new(
            format!(
                "{} väntar längre än de {} som går mellan två starter, så körningar överlappar varandra.",
                place(lang, scenario, waits),
                span(lang, *interval)
            ),
            "Skydda den med ett Test på en instansvariabel, eller ge den pågående uppgiften företräde.",
        ),
        PitfallProblem::ScheduleEditWithoutRestart { number: change } => Told::new(
            format!(
                "Ändring {change} ändrar schemat, och arbetsflödet startas inte om efteråt: det gamla schemat gäller."
            ),
            "Starta om arbetsflödet efter ändringen.",
        ),
        PitfallProblem::StopsOneOccurrence { number: change } => Told::new(
            format!("Ändring {change} stoppar bara en leverans; nästa körningar skapar andra."),
            "Stoppa arbetsflödet för att avsluta utskicken.",
        ),
        PitfallProblem::LosesOldestRows => Told::new(
            format!(
                "Rensningen tar bort loggrader efter ålder, så på {} veckor förlorar leveransen sina äldsta rader medan den fortsätter skicka.",
                number(lang, scenario.weeks.into())
            ),
            "Läs rapporterna innan raderna är borta; konsoliderade siffror finns kvar.",
        ),
        PitfallProblem::KeepsInterimResults => Told::new(
            "Delresultat sparas mellan två körningar, vilket fyller databasen.",
            "Slå av det innan arbetsflödet tas i drift.",
        ),
        PitfallProblem::TrackingOff => Told::new(
            "Det tekniska arbetsflödet Spårning är av: öppningar och klick samlas aldrig in.",
            "Slå på det för att se dem.",
        ),
    }
}
