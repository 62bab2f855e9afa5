//! Why two activities cannot be connected, or what is doubtful about it.

use crate::scenario::Scenario;
use crate::scenario::activity::ActivityKind;
use crate::scenario::connect::{Ban, Doubt};
use crate::text::Lang;
use crate::text::activity::{name, place};
use crate::text::format::quoted;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

/// Why a transition cannot be drawn, and what would work.
pub fn told(lang: Lang, ban: &Ban) -> Told {
    let (what, remedy) = match ban {
        Ban::NoSuchActivity => (
            lang.pick("One of the two activities is no longer there.", "En av de två aktiviteterna finns inte längre.").to_owned(),
            lang.pick("Choose another one.", "Välj en annan."),
        ),
        Ban::Itself => (
            lang.pick("An activity cannot lead to itself.", "En aktivitet kan inte leda till sig själv.").to_owned(),
            lang.pick("To repeat a branch, lead it back over a Wait.", "Led grenen tillbaka över en Vänta om den ska upprepas."),
        ),
        Ban::NothingLeadsInto(kind) => (starts_branch(lang, *kind), into_remedy(lang, *kind)),
        Ban::NothingFollows(kind) => (ends_branch(lang, *kind), follows_remedy(lang, *kind)),
        Ban::OutboundIsOff(kind) => (
            match lang.wording() {
                Wording::En => say!(lang, "This {kind} has no outbound transition.", kind = name(lang, *kind)),
                Wording::Sv => format!("{} har ingen utgående övergång här.", name(lang, *kind)),
            },
            lang.pick(
                "Tick “Generate an outbound transition” in its settings, then connect it.",
                "Kryssa i ”Generera en utgående övergång” i dess inställningar och koppla den sedan.",
            ),
        ),
        Ban::NoSuchOutput { output } => (
            match lang.wording() {
                Wording::En => say!(lang, "The activity has no output {output}.", output = quoted(lang, output)),
                Wording::Sv => format!("Aktiviteten har ingen utgång {}.", quoted(lang, output)),
            },
            lang.pick("Choose one of the outputs it has, or add it in its settings.", "Välj en av dess utgångar, eller lägg till den i inställningarna."),
        ),
        Ban::IsThere => (
            lang.pick("This transition is there already.", "Den här övergången finns redan.").to_owned(),
            lang.pick("Connect another output, or another activity.", "Koppla en annan utgång eller en annan aktivitet."),
        ),
        Ban::HasInbound(kind) => (
            match lang.wording() {
                Wording::En => say!(lang, "A {kind} takes one inbound transition, and this one has it.", kind = name(lang, *kind)),
                Wording::Sv => format!("{} tar en ingående övergång, och den här har redan en.", name(lang, *kind)),
            },
            lang.pick(
                "Take the other transition out first, or draw a second activity of this kind.",
                "Ta först bort den andra övergången, eller rita en aktivitet till av samma slag.",
            ),
        ),
        Ban::Circle => (
            lang.pick(
                "This would be a loop on which time never passes, so the workflow would run for ever at one moment.",
                "Det blir en slinga där tiden aldrig går, så att arbetsflödet körs i evighet vid en och samma tidpunkt.",
            )
            .to_owned(),
            lang.pick("Put a Wait on the way back, or a Test that can leave it.", "Lägg en Vänta på vägen tillbaka, eller ett Test som kan lämna den."),
        ),
    };
    Told::new(what, remedy)
}

fn starts_branch(lang: Lang, kind: ActivityKind) -> String {
    match lang.wording() {
        Wording::En => {
            say!(lang, "A {kind} starts a branch: nothing can lead into it.", kind = name(lang, kind))
        }
        Wording::Sv => format!("{} börjar en gren: inget kan leda in i den.", name(lang, kind)),
    }
}

fn into_remedy(lang: Lang, kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::JumpEnd => lang.pick(
            "Lead to the Jump start of the same number instead.",
            "Led till hoppets start med samma nummer i stället.",
        ),
        _ => lang.pick(
            "Connect it the other way round, from it to the activity that shall follow.",
            "Koppla åt andra hållet, från den till aktiviteten som ska följa.",
        ),
    }
}

fn ends_branch(lang: Lang, kind: ActivityKind) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Nothing can follow a {kind}.", kind = name(lang, kind)),
        Wording::Sv => format!("Inget kan följa efter {}.", name(lang, kind)),
    }
}

fn follows_remedy(lang: Lang, kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::JumpStart => lang.pick(
            "The branch goes on at the Jump end of the same number; connect that one.",
            "Grenen fortsätter vid hoppets slut med samma nummer; koppla det.",
        ),
        _ => lang.pick(
            "Lead on from the activity before it, with a Fork if both shall follow.",
            "Led vidare från aktiviteten före den, med en Förgrening om båda ska följa.",
        ),
    }
}

/// What is doubtful about a transition that was drawn, and what would be better.
pub fn doubt(lang: Lang, scenario: &Scenario, doubt: &Doubt) -> Told {
    match (doubt, lang.wording()) {
        (Doubt::SecondSchedule { other }, Wording::En) => Told::new(
            say!(
                lang,
                "This branch now passes two schedules; the other one is in {other}.",
                other = place(lang, scenario, other)
            ),
            say!(lang, "Keep one schedule in a branch, or nobody can say when it runs."),
        ),
        (Doubt::SecondSchedule { other }, Wording::Sv) => Told::new(
            format!("Grenen passerar nu två scheman; det andra finns i {}.", place(lang, scenario, other)),
            "Ha bara ett schema i en gren, annars kan ingen säga när den körs.",
        ),
        (Doubt::PlainQuery, Wording::En) => Told::new(
            say!(lang, "A plain Query selects the same people at each run, and they are mailed again."),
            say!(lang, "Put an Incremental query before a Continuous delivery."),
        ),
        (Doubt::PlainQuery, Wording::Sv) => Told::new(
            "En vanlig Fråga väljer samma personer vid varje körning, och de får utskicket igen.",
            "Ha en Inkrementell fråga före en Kontinuerlig leverans.",
        ),
        (Doubt::NobodySelected, Wording::En) => Told::new(
            say!(lang, "Nothing on this way selects recipients, so the delivery has nobody to send to."),
            say!(lang, "Put a Query before the delivery."),
        ),
        (Doubt::NobodySelected, Wording::Sv) => Told::new(
            "Inget på den här vägen väljer mottagare, så leveransen har ingen att skicka till.",
            "Lägg en Fråga före leveransen.",
        ),
        (Doubt::SecondWay, Wording::En) => Told::new(
            say!(lang, "This output now leads two ways, and both are taken."),
            say!(lang, "A Fork says so more clearly; a Split divides the people instead."),
        ),
        (Doubt::SecondWay, Wording::Sv) => Told::new(
            "Utgången leder nu åt två håll, och båda används.",
            "En Förgrening visar det tydligare; Dela delar i stället upp mottagarna.",
        ),
    }
}
