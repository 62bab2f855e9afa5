//! Words of the view that compares variants of a scenario: what differs, where log rows point to, what to take away.

use super::Lang;
use super::format::{capitalized, counted, number};
use crate::log::difference::{Insight, Measure, Standing};
use crate::log::keyed::{Below, KeyedRows};
use crate::scenario::variant::{Variant, WhyNot};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct VariantWords {
        /// Names the panel.
        pub panel: &'static str,
        /// What stays the same.
        pub intro: &'static str,
        /// Names the choice of what differs.
        pub differs: &'static str,
        /// The choices: kind, rhythm, history, own choice.
        pub axes: [&'static str; 4],
        /// Names the choice of variants.
        pub choose: &'static str,
        /// Why no further variant can be chosen.
        pub full: &'static str,
        /// Names the choice of the delivery activity.
        pub follow: &'static str,
        /// Marks the variant that is the scenario as it is.
        pub present: &'static str,
        /// While a variant is run.
        pub running: &'static str,
        /// While a variant waits for its run.
        pub waiting: &'static str,
        /// While the scenario itself is not run.
        pub waiting_for_run: &'static str,
        /// After the runs were cancelled.
        pub stopped: &'static str,
        /// Button: leaves what was not run.
        pub cancel: &'static str,
        /// Button: runs what was not run.
        pub run: &'static str as "verb",
        /// Before what is wrong with a variant.
        pub impossible: &'static str,
        /// Where the variant has lost its delivery activity.
        pub no_step: &'static str,
        /// Where the workflow has no delivery activity.
        pub no_delivery: &'static str,
        /// Names the picture of tables.
        pub model: &'static str,
        /// What the tables hold: deliveries, messages, opens and clicks.
        pub tables: [&'static str; 3],
        /// In place of rows.
        pub no_rows: &'static str,
        /// Button: shows the newest rows again.
        pub newest: &'static str,
        /// Caption of the table of counts.
        pub table: &'static str,
        /// Its first column.
        pub count: &'static str,
        /// Its rows, in the order of `Measure::ALL`.
        pub measures: [&'static str; 9],
        /// What each of them counts.
        pub explained: [&'static str; 9],
        /// Before the sentence to take away.
        pub take_away: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static VariantWords {
    lang.words(&EN, &SV)
}

const EN: VariantWords = VariantWords {
    panel: "Variants",
    intro: "The same people, the same seed and the same weeks. One thing differs.",
    differs: "What differs",
    axes: ["Kind of delivery", "Schedule", "History", "Own choice"],
    choose: "Variants side by side, at most four",
    full: "Four variants are shown. Leave one out to show another.",
    follow: "Delivery",
    present: "as it is now",
    running: "Running this variant",
    waiting: "Waits for the variant before it",
    waiting_for_run: "The variants are run as soon as the scenario itself has been run.",
    stopped: "This variant was not run.",
    cancel: "Cancel",
    run: "Run",
    impossible: "This variant cannot run.",
    no_step: "The delivery is not part of this variant.",
    no_delivery: "The workflow has no delivery yet. Add a Recurring delivery or a Continuous delivery in Build, and compare the two here.",
    model: "Where log rows point to",
    tables: ["Deliveries", "Delivery log", "Tracking log"],
    no_rows: "No rows yet",
    newest: "Newest rows",
    table: "What differs at this moment",
    count: "Count",
    measures: [
        "Deliveries",
        "Messages",
        "broadLog rows",
        "Tracking rows",
        "Tracked URLs",
        "People mailed",
        "Mailed more than once",
        "Rows purged",
        "One report shows",
    ],
    explained: [
        "Rows of nms:delivery",
        "Messages prepared in all runs",
        "Rows that are in the delivery log now",
        "Rows that are in the tracking log now",
        "Each delivery has a set of its own",
        "Different people with a message",
        "Different people with two messages or more",
        "Log rows that the database cleanup has deleted",
        "Messages of the largest single delivery",
    ],
    take_away: "Take away",
};

const SV: VariantWords = VariantWords {
    panel: "Varianter",
    intro: "Samma personer, samma frö och samma veckor. En sak skiljer.",
    differs: "Vad som skiljer",
    axes: ["Leveransens slag", "Schema", "Historik", "Eget val"],
    choose: "Varianter sida vid sida, högst fyra",
    full: "Fyra varianter visas. Ta bort en för att visa en annan.",
    follow: "Leverans",
    present: "som det är nu",
    running: "Varianten körs",
    waiting: "Väntar på varianten före",
    waiting_for_run: "Varianterna körs så snart själva scenariot har körts.",
    stopped: "Varianten kördes inte.",
    cancel: "Avbryt",
    run: "Kör",
    impossible: "Varianten kan inte köras.",
    no_step: "Leveransen ingår inte i varianten.",
    no_delivery: "Arbetsflödet har ingen leverans än. Lägg till en återkommande eller en kontinuerlig leverans i Bygg och jämför dem här.",
    model: "Vart loggrader pekar",
    tables: ["Leveranser", "Leveranslogg", "Spårningslogg"],
    no_rows: "Inga rader än",
    newest: "Nyaste raderna",
    table: "Vad som skiljer i detta ögonblick",
    count: "Antal",
    measures: [
        "Leveranser",
        "Meddelanden",
        "Rader i leveransloggen",
        "Spårningsrader",
        "Spårade URL:er",
        "Personer som fått utskick",
        "Fått mer än ett",
        "Rensade rader",
        "En rapport visar",
    ],
    explained: [
        "Rader i nms:delivery",
        "Meddelanden som förberetts i alla körningar",
        "Rader som finns i leveransloggen nu",
        "Rader som finns i spårningsloggen nu",
        "Varje leverans har en egen uppsättning",
        "Olika personer med ett meddelande",
        "Olika personer med två meddelanden eller fler",
        "Loggrader som databasrensningen har tagit bort",
        "Meddelanden i den största enskilda leveransen",
    ],
    take_away: "Ta med dig",
};

/// The name of a variant.
pub fn name(lang: Lang, variant: Variant) -> &'static str {
    match variant {
        Variant::AsItIs => lang.pick("As it is", "Som det är"),
        Variant::Recurring => lang.pick("Recurring delivery", "Återkommande leverans"),
        Variant::Continuous => lang.pick("Continuous delivery", "Kontinuerlig leverans"),
        Variant::Weekly => lang.pick("Once a week", "En gång i veckan"),
        Variant::Monthly => lang.pick("Once a month", "En gång i månaden"),
        Variant::ShortHistory => lang.pick("History of 30 days", "Historik på 30 dagar"),
        Variant::EndlessHistory => {
            lang.pick("History of 0 days: for ever", "Historik på 0 dagar: för alltid")
        }
    }
}

/// A variant within a sentence.
fn within(lang: Lang, variant: Variant) -> &'static str {
    match variant {
        Variant::AsItIs => lang.pick("the scenario as it is", "scenariot som det är"),
        Variant::Recurring => lang.pick("the recurring delivery", "den återkommande leveransen"),
        Variant::Continuous => lang.pick("the continuous delivery", "den kontinuerliga leveransen"),
        Variant::Weekly => lang.pick("the weekly schedule", "veckoschemat"),
        Variant::Monthly => lang.pick("the monthly schedule", "månadsschemat"),
        Variant::ShortHistory => lang.pick("the history of 30 days", "historiken på 30 dagar"),
        Variant::EndlessHistory => lang.pick("the endless history", "den obegränsade historiken"),
    }
}

/// Why there is no such variant, and what to do.
pub fn why_not(lang: Lang, why: WhyNot) -> &'static str {
    match why {
        WhyNot::OtherKind => lang.pick(
            "This delivery is neither recurring nor continuous. Choose another delivery to compare the two kinds.",
            "Leveransen är varken återkommande eller kontinuerlig. Välj en annan leverans för att jämföra de två slagen.",
        ),
        WhyNot::NoSchedule => lang.pick(
            "No activity has a schedule. Add a Scheduler, or give the Incremental query a schedule.",
            "Ingen aktivitet har ett schema. Lägg till en schemaläggare, eller ge den inkrementella frågan ett schema.",
        ),
        WhyNot::NoRhythm => lang.pick(
            "The schedule launches once or never. Choose a frequency that repeats to compare weeks with months.",
            "Schemat startar en gång eller aldrig. Välj en frekvens som upprepas för att jämföra veckor med månader.",
        ),
        WhyNot::NoIncrementalQuery => lang.pick(
            "There is no Incremental query, so no history. Make the Query incremental in its settings to compare histories.",
            "Det finns ingen inkrementell fråga och därmed ingen historik. Gör frågan inkrementell i dess inställningar för att jämföra.",
        ),
        WhyNot::NoTemplate => lang.pick(
            "The delivery template is missing. Choose a template in the settings of the delivery.",
            "Leveransmallen saknas. Välj en mall i leveransens inställningar.",
        ),
    }
}

/// How the delivery of a log row is to that of the row below it.
pub fn below(lang: Lang, below: Below) -> &'static str {
    match below {
        Below::Nothing => "",
        Below::Same => lang.pick("the same delivery as in the row below", "samma leverans som i raden under"),
        Below::Other => {
            lang.pick("another delivery than in the row below", "en annan leverans än i raden under")
        }
    }
}

/// What the rows show together.
pub fn keys(lang: Lang, rows: &KeyedRows) -> String {
    let (runs, named) = (rows.broad_log.len() as u64, rows.named() as u64);
    let runs_told = counted(lang, runs, lang.either("run", "körning"), lang.either("runs", "körningar"));
    let told =
        counted(lang, named, lang.either("delivery", "leverans"), lang.either("deliveries", "leveranser"));
    let why = match (runs, named) {
        (0, _) => return of(lang).no_rows.to_owned(),
        (1, _) => return format!("{runs_told}, {told}"),
        (_, 1) => lang.pick("every run writes into the same one", "varje körning skriver i samma"),
        _ if runs == named => lang.pick("each run writes into its own", "varje körning skriver i sin egen"),
        _ => lang.pick("a change began another one", "en ändring inledde en ny"),
    };
    format!("{runs_told}, {told}: {why}")
}

/// That an activity has more deliveries than are drawn.
pub fn more(lang: Lang, deliveries: u64) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "and {deliveries} more", deliveries = number(lang, deliveries)),
        Wording::Sv => format!("och {} till", number(lang, deliveries)),
    }
}

/// A count beside that of the first variant.
pub fn against(lang: Lang, first: u64, count: u64) -> String {
    let by = number(lang, first.abs_diff(count));
    match (count.cmp(&first), lang.wording()) {
        (std::cmp::Ordering::Equal, _) => lang.pick("the same", "samma").to_owned(),
        (std::cmp::Ordering::Greater, Wording::En) => say!(lang, "{by} more", by),
        (std::cmp::Ordering::Greater, Wording::Sv) => format!("{by} fler"),
        (std::cmp::Ordering::Less, Wording::En) => say!(lang, "{by} fewer", by),
        (std::cmp::Ordering::Less, Wording::Sv) => format!("{by} färre"),
    }
}

/// What the largest delivery holds of all messages: `6,102 of 94,116`.
pub fn part_of(lang: Lang, part: u64, all: u64) -> String {
    let (part, all) = (number(lang, part), number(lang, all));
    match lang.wording() {
        Wording::En => say!(lang, "{part} of {all}", part, all),
        Wording::Sv => format!("{part} av {all}"),
    }
}

/// What is to be learnt from two variants, in a sentence.
pub fn take_away(lang: Lang, one: (Variant, &Standing), other: (Variant, &Standing)) -> String {
    let (a, b) = (within(lang, one.0), within(lang, other.0));
    let deliveries = |standing: &Standing| {
        let count = standing.count(Measure::Deliveries);
        counted(lang, count, lang.either("delivery", "leverans"), lang.either("deliveries", "leveranser"))
    };
    let messages = |standing: &Standing| {
        let count = standing.count(Measure::Messages);
        counted(lang, count, lang.either("message", "meddelande"), lang.either("messages", "meddelanden"))
    };
    let people = |standing: &Standing, measure| {
        let (one, many) = lang.either(("person", "people"), ("person", "personer"));
        counted(lang, standing.count(measure), one, many)
    };
    let report = |standing: &Standing| number(lang, standing.count(Measure::OneReport));
    let sentence = match (one.1.beside(other.1), lang.wording()) {
        (Insight::NothingYet, Wording::En) => {
            say!(lang, "nothing has been sent yet: press Play, or step a week on.").to_owned()
        }
        (Insight::NothingYet, Wording::Sv) => {
            "inget har skickats än: tryck på Spela, eller gå en vecka framåt.".to_owned()
        }
        (Insight::NoDifference, Wording::En) => {
            say!(lang, "at this moment {a} and {b} have come to the same.", a, b)
        }
        (Insight::NoDifference, Wording::Sv) => {
            format!("i detta ögonblick har {a} och {b} kommit fram till samma sak.")
        }
        (Insight::OtherDeliveries, Wording::En) => say!(
            lang,
            "both sent {messages} to {people}, but {a} keeps them in {deliveries}, where one report shows at most {report}, and {b} in {other_deliveries}, where it shows at most {other_report}.",
            messages = messages(one.1),
            people = people(one.1, Measure::People),
            a,
            deliveries = deliveries(one.1),
            report = report(one.1),
            b,
            other_deliveries = deliveries(other.1),
            other_report = report(other.1)
        ),
        (Insight::OtherDeliveries, Wording::Sv) => format!(
            "båda skickade {} till {}, men {a} har dem i {}, där en rapport visar högst {}, och {b} i {}, där den visar högst {}.",
            messages(one.1),
            people(one.1, Measure::People),
            deliveries(one.1),
            report(one.1),
            deliveries(other.1),
            report(other.1),
        ),
        (Insight::OtherRepetition, Wording::En) => say!(
            lang,
            "{a} mailed {people} more than once, and {b} {other_people}.",
            a,
            people = people(one.1, Measure::MailedTwice),
            b,
            other_people = people(other.1, Measure::MailedTwice)
        ),
        (Insight::OtherRepetition, Wording::Sv) => format!(
            "{a} skickade mer än en gång till {}, och {b} till {}.",
            people(one.1, Measure::MailedTwice),
            people(other.1, Measure::MailedTwice),
        ),
        (Insight::OtherMessages, Wording::En) => say!(
            lang,
            "{a} made {deliveries} with {messages}, and {b} {other_deliveries} with {other_messages}.",
            a,
            deliveries = deliveries(one.1),
            messages = messages(one.1),
            b,
            other_deliveries = deliveries(other.1),
            other_messages = messages(other.1)
        ),
        (Insight::OtherMessages, Wording::Sv) => format!(
            "{a} gav {} med {}, och {b} {} med {}.",
            deliveries(one.1),
            messages(one.1),
            deliveries(other.1),
            messages(other.1),
        ),
        (Insight::Other, Wording::En) => {
            say!(lang, "{a} and {b} sent as much; the counts that differ are marked in the table.", a, b)
        }
        (Insight::Other, Wording::Sv) => {
            format!("{a} och {b} skickade lika mycket; antalen som skiljer är markerade i tabellen.")
        }
    };
    capitalized(&sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_compared_in_words() {
        assert_eq!(against(Lang::En, 52, 1), "51 fewer");
        assert_eq!(against(Lang::En, 1, 1_052), "1,051 more");
        assert_eq!((against(Lang::En, 7, 7), against(Lang::Sv, 7, 9)), ("the same".into(), "2 fler".into()));
    }

    #[test]
    fn an_empty_table_says_so_and_a_full_one_says_what_it_shows() {
        assert_eq!(keys(Lang::En, &KeyedRows::default()), "No rows yet");
        assert_eq!(below(Lang::Sv, Below::Same), "samma leverans som i raden under");
        assert_eq!(part_of(Lang::En, 6_102, 94_116), "6,102 of 94,116");
        let nothing = Standing::default();
        let told = take_away(Lang::En, (Variant::Weekly, &nothing), (Variant::Monthly, &nothing));
        assert_eq!(told, "Nothing has been sent yet: press Play, or step a week on.");
    }
}
