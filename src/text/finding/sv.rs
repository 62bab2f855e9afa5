//! Findings and refusals in Swedish.

use crate::scenario::edit::Refusal;
use crate::scenario::finding::Problem;
use crate::scenario::{MAX_SEED, MAX_WEEKS, Scenario};
use crate::text::Lang::Sv;
use crate::text::activity::{outside, place, why_not_simulated};
use crate::text::builder::told_of_ban;
use crate::text::format::{counted_sv, number, percent};
use crate::text::told::Told;
use crate::text::{condition, schedule};

pub(super) fn told(scenario: &Scenario, problem: &Problem) -> Told {
    match problem {
        // Told by files of their own, in both languages.
        Problem::Targeting(_)
        | Problem::Flow(_)
        | Problem::Sending(_)
        | Problem::Life(_)
        | Problem::Pitfall(_) => Told::new(String::new(), String::new()),
        Problem::WeeksOutOfRange(weeks) => Told::new(
            format!("Körningen har {}.", counted_sv((*weeks).into(), "vecka", "veckor")),
            format!("Ange ett antal veckor från 1 till {MAX_WEEKS}."),
        ),
        Problem::SeedOutOfRange(seed) => Told::new(
            format!("Slumpfröet {seed} är för stort."),
            format!("Ange ett heltal från 0 till {MAX_SEED}."),
        ),
        Problem::StartOutOfRange => Told::new(
            format!("Den första dagen, {}, ligger utanför åren 1900 till 2200.", scenario.start),
            "Välj en första dag inom de åren.",
        ),
        Problem::Population(problem) => super::population::told(Sv, problem),
        Problem::ChanceOutOfRange { field, value } => Told::new(
            format!("{} är satt till {}.", chance(field), percent(Sv, (*value).into(), 10_000)),
            "Välj högst 100 %; i filen är det 10000.",
        ),
        Problem::Schedule(problem) => schedule::told(Sv, problem),
        Problem::NeverFires => Told::new(
            "Schemat har ingen start från och med den första simulerade dagen.",
            "Välj ett senare datum eller en längre giltighet, eller ett annat schema.",
        ),
        Problem::FiresLater => Told::new(
            "Schemat startar först efter de simulerade veckorna.",
            "Simulera fler veckor, eller välj ett annat schema.",
        ),
        Problem::NoPopulation => Told::new(
            "Ingen fråga leder till leveransen, så den har ingen att skicka till.",
            "Sätt en fråga eller en inkrementell fråga före den.",
        ),
        Problem::Condition(problem) => condition::told(Sv, problem),
        Problem::HistoryOutOfRange(days) => Told::new(
            format!("Historiken är {} lång.", counted_sv((*days).into(), "dag", "dagar")),
            "Ange högst 36 500 dagar, eller 0 för en historik som aldrig glömmer.",
        ),
        Problem::SecondSchedule { first } => Told::new(
            format!(
                "Aktiviteten har ett eget schema efter det i {}; scheman efter varandra mångdubblar körningarna.",
                place(Sv, scenario, first)
            ),
            "Behåll bara ett schema i en gren.",
        ),
        Problem::PlainQueryIntoContinuous { query } => Told::new(
            format!("{} väljer samma personer igen vid varje körning.", place(Sv, scenario, query)),
            "Använd en inkrementell fråga, som utelämnar dem som redan har valts.",
        ),
        Problem::MissingOutput { output } if output.is_empty() => Told::new(
            "En övergång leder ut ur den, men som den är inställd har den ingen utgående övergång.",
            "Ta bort övergången, eller slå på den utgående övergången.",
        ),
        Problem::MissingOutput { output } => Told::new(
            format!("Den har ingen utgång ”{output}”."),
            "Rita övergången från en av dess utgångar.",
        ),
        Problem::MissingList(name) => {
            Told::new(format!("Det finns ingen lista ”{name}”."), "Välj en av listorna i det här scenariot.")
        }
        Problem::MissingService(name) => Told::new(
            format!("Det finns ingen informationstjänst ”{name}”."),
            "Välj en av tjänsterna i det här scenariot.",
        ),
        Problem::MissingAttribute(name) => {
            Told::new(format!("Mottagare har inget attribut ”{name}”."), "Välj ett av deras attribut.")
        }
        Problem::NotSimulated(kind) => Told::new(
            format!("{} simuleras inte. {}", outside(Sv, *kind), why_not_simulated(Sv, *kind)),
            "Ta bort den ur arbetsflödet.",
        ),
        Problem::MissingTemplate(template) => Told::new(
            format!("Det finns ingen leveransmall ”{template}”."),
            "Välj en av mallarna i det här scenariot.",
        ),
        Problem::DuplicateTemplate(name) => {
            Told::new(format!("Två leveransmallar heter ”{name}”."), "Ge den ena ett annat namn.")
        }
        Problem::InterventionOutside { number } => Told::new(
            format!("Ändring {number} ligger utanför de simulerade veckorna och sker därför aldrig."),
            "Flytta den till en tid inom körningen, eller ta bort den.",
        ),
        Problem::InterventionMissing { number, name } => Told::new(
            format!("Ändring {number} gäller ”{name}”, som inte är någon leveransaktivitet eller mall här."),
            "Välj en som finns, eller ta bort ändringen.",
        ),
        Problem::InterventionBuiltIn { number, template } => Told::new(
            format!("Ändring {number} skulle redigera den inbyggda mallen ”{template}”."),
            "Duplicera mallen och redigera kopian: inbyggda mallar ska lämnas som de är.",
        ),
        Problem::EmptyWorkflow => Told::new(
            "Arbetsflödet har ingen aktivitet.",
            "Lägg till en schemaläggare, en fråga och en leverans.",
        ),
        Problem::WorkflowTooLarge { limit } => Told::new(
            format!("Arbetsflödet har fler än {} aktiviteter eller övergångar.", number(Sv, *limit as u64)),
            "Dela upp det i flera scenarier.",
        ),
        Problem::DuplicateName(name) => {
            Told::new(format!("Två aktiviteter heter ”{name}”."), "Ge den ena ett annat namn.")
        }
        Problem::EmptyName => Told::new("En aktivitet saknar namn.", "Ge varje aktivitet ett namn."),
        Problem::MissingSource { from, to } => Told::new(
            format!("En övergång till {} utgår från ”{from}”, som inte finns.", place(Sv, scenario, to)),
            "Lägg till den aktiviteten, eller ta bort övergången.",
        ),
        Problem::MissingTarget { to, .. } => Told::new(
            format!("Övergången härifrån leder till ”{to}”, som inte finns."),
            "Lägg till den aktiviteten, eller ta bort övergången.",
        ),
        Problem::Cycle => Told::new(
            "Övergångarna leder i en cirkel tillbaka till den här aktiviteten, och inget i den låter tiden gå eller avslutar den.",
            "Sätt en väntan eller ett test i cirkeln, eller ta bort en av dess övergångar.",
        ),
        Problem::InboundNotAllowed => {
            Told::new("Inget får leda till den här aktiviteten.", "Ta bort övergången som går in i den.")
        }
        Problem::OutboundNotAllowed => {
            Told::new("Inget får följa efter ett slut.", "Ta bort övergången som går ut från det.")
        }
        Problem::NoInbound => Told::new(
            "Inget leder till den här leveransen, så den har inga mottagare.",
            "Dra en övergång till den från en fråga.",
        ),
        Problem::NoOutbound => Told::new(
            "Inget följer efter den här aktiviteten, så resultatet kommer ingen vart.",
            "Dra en övergång från den till nästa aktivitet.",
        ),
        Problem::NoDelivery => Told::new(
            "Ingen aktivitet skapar leveranser, så inget skulle skickas.",
            "Lägg till en återkommande eller en kontinuerlig leverans.",
        ),
        Problem::MissingActivity(name) => Told::new(
            format!("Det finns ingen aktivitet ”{name}”."),
            "Lägg till den, eller ta bort det som hänvisar till den.",
        ),
    }
}

fn chance(field: &str) -> &str {
    match field {
        "fails" => "Andelen meddelanden som misslyckas",
        "opens" => "Andelen meddelanden som öppnas",
        "clicks" => "Andelen av öppnarna som klickar",
        "unsubscribes" => "Andelen av öppnarna som avregistrerar sig",
        other => other,
    }
}

pub(super) fn refusal(refusal: Refusal) -> Told {
    let (what, remedy) = match refusal {
        Refusal::NoSuchActivity => ("Aktiviteten finns inte längre.", "Välj en annan."),
        Refusal::NoSuchTemplate => ("Leveransmallen finns inte.", "Välj en annan."),
        Refusal::NoSuchIntervention => ("Ändringen finns inte längre.", "Välj en annan."),
        Refusal::NoSuchTransition => ("Övergången finns inte längre.", "Välj en annan."),
        Refusal::NoSuchNote => ("Anteckningen finns inte längre.", "Välj en annan."),
        Refusal::Connection(ban) => return told_of_ban(Sv, &ban),
        Refusal::TooMany { limit } => {
            return Told::new(
                format!("Ett arbetsflöde har högst {limit} aktiviteter här."),
                "Ta bort några, eller rita ett arbetsflöde till.",
            );
        }
        Refusal::NotForThisActivity => {
            ("Aktiviteten har ingen sådan inställning.", "Välj en aktivitet som har den.")
        }
        Refusal::BuiltInTemplate => {
            ("Inbyggda mallar får inte ändras.", "Duplicera mallen, eller välj en av dina egna.")
        }
    };
    Told::new(what, remedy)
}
