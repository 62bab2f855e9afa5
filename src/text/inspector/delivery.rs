//! Words of the Recurring and Continuous delivery forms and of the creative editor.

use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;
use chrono::NaiveDate;

use crate::base::time::SimTime;
use crate::text::Lang;
use crate::text::format::{and_list, counted, date, day_and_month, plural, quoted};

words! {
    /// The words.
    #[derive(Debug)]
    pub struct DeliveryForm {
        /// Heading of the delivery's own settings.
        pub delivery: &'static str,
        /// Switch: kind of delivery.
        pub kind: &'static str,
        /// The one kind.
        pub recurring: &'static str,
        /// The other kind.
        pub continuous: &'static str,
        /// What the one kind means.
        pub recurring_means: &'static str,
        /// What the other kind means.
        pub continuous_means: &'static str,
        /// Field: delivery template.
        pub template: &'static str,
        /// Behind the label of a built-in template.
        pub built_in: &'static str,
        /// Button: duplicates a built-in template and uses the copy.
        pub duplicate: &'static str,
        /// Hint of the template of a Recurring delivery.
        pub template_is_copied: &'static str,
        /// Said of a template no other activity refers to.
        pub template_is_alone: &'static str,
        /// Said where the template does not exist.
        pub template_is_missing: &'static str,
        /// Field: delivery code.
        pub code: &'static str,
        /// Hint of that field.
        pub code_hint: &'static str,
        /// Field: label script of the template.
        pub computed_label: &'static str,
        /// Hint of that field.
        pub computed_label_hint: &'static str,
        /// What stands for the date in any label that is computed.
        pub placeholders: &'static str,
        /// Heading of the creative editor.
        pub creative: &'static str,
        /// Said over the editor of a Recurring delivery.
        pub own_copy: &'static str,
        /// Said over the editor of a Continuous delivery.
        pub shared_template: &'static str,
        /// Why a built-in template's creative cannot be edited, and what to do.
        pub built_in_refusal: &'static str,
        /// Field: subject.
        pub subject: &'static str,
        /// Names the two ways to apply what was typed.
        pub apply: &'static str,
        /// Button: applies from the beginning of the run.
        pub from_the_start: &'static str,
        /// Button: applies from a day on.
        pub from_a_day: &'static str,
        /// Field: that day.
        pub day: &'static str,
        /// Said where nothing has been changed yet.
        pub unchanged: &'static str,
        /// Button: drops what was typed.
        pub discard: &'static str,
        /// Heading of the timed edits.
        pub timed: &'static str,
        /// Button: takes one out.
        pub remove: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static DeliveryForm {
    lang.words(&EN, &SV)
}

/// How many deliveries there are: `23 deliveries`.
pub fn made(lang: Lang, deliveries: u64) -> String {
    counted(lang, deliveries, lang.either("delivery", "leverans"), lang.either("deliveries", "leveranser"))
}

/// Until when: `made until Mon 8 Jun 2026`.
pub fn made_until(lang: Lang, deliveries: u64, moment: SimTime) -> String {
    let made = plural(
        lang,
        deliveries,
        lang.either("made until", "skapad till och med"),
        lang.either("made until", "skapade till och med"),
    );
    format!("{made} {}", date(lang, moment.date()))
}

/// Who else refers to the template; the labels of the other activities.
pub fn also_used_by(lang: Lang, labels: &[String]) -> String {
    let labels: Vec<String> = labels.iter().map(|label| quoted(lang, label)).collect();
    format!("{} {}.", lang.pick("Also used by", "Används också av"), and_list(lang, &labels))
}

/// What an edit of a Recurring delivery from a day on brings about.
pub fn recurring_from(lang: Lang, day: NaiveDate) -> String {
    let day = day_and_month(lang, day);
    match lang.wording() {
        Wording::En => {
            say!(
                lang,
                "Instances made from {day} on have the new content; those already made keep theirs.",
                day
            )
        }
        Wording::Sv => {
            format!("Leveranser från och med {day} får det nya innehållet; de som redan finns behåller sitt.")
        }
    }
}

/// What an edit of a Continuous delivery's template from a day on brings about.
pub fn continuous_from(lang: Lang, day: NaiveDate) -> String {
    let day = day_and_month(lang, day);
    match lang.wording() {
        Wording::En => {
            say!(
                lang,
                "The next run from {day} on starts another delivery; the old logs stay with the old one.",
                day
            )
        }
        Wording::Sv => format!(
            "Nästa körning från och med {day} börjar en ny leverans; de gamla loggarna stannar hos den gamla."
        ),
    }
}

/// The label of a duplicated template.
pub fn copy_of(lang: Lang, label: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Copy of {label}", label),
        Wording::Sv => format!("Kopia av {label}"),
    }
}

const EN: DeliveryForm = DeliveryForm {
    delivery: "Delivery",
    kind: "Kind",
    recurring: "Recurring",
    continuous: "Continuous",
    recurring_means: "Each run makes a new delivery with its own logs, from a copy of the template.",
    continuous_means: "Each run adds to the same delivery until its template or label is changed.",
    template: "Delivery template",
    built_in: "built-in",
    duplicate: "Duplicate and use the copy",
    template_is_copied: "Choosing a template copies its content anew and replaces what you wrote here.",
    template_is_alone: "No other continuous delivery refers to this template.",
    template_is_missing: "This template does not exist. Choose another one.",
    code: "Delivery code",
    code_hint: "The same on every instance. It helps to find them all in the delivery list.",
    computed_label: "Computed label of the template",
    computed_label_hint: "{yyyy} {mm} {dd} {ww} stand for the date of the run. A label with year and month gives \
                          12 deliveries a year. Leave it empty for one delivery.",
    placeholders: "{yyyy} {mm} {dd} {ww} stand for the date of the run.",
    creative: "Creative",
    own_copy: "This activity has its own copy. The template stays as it is.",
    shared_template: "Writes to the shared template. Assumption: every continuous delivery that refers to it \
                      is affected.",
    built_in_refusal: "Built-in templates must not be modified. Choose another template first; in the product \
                       you would duplicate this one.",
    subject: "Subject",
    apply: "Apply",
    from_the_start: "From the start",
    from_a_day: "From this day on",
    day: "Day",
    unchanged: "Change the content to apply it.",
    discard: "Discard",
    timed: "Edits during the run",
    remove: "Remove",
};

const SV: DeliveryForm = DeliveryForm {
    delivery: "Leverans",
    kind: "Sort",
    recurring: "Återkommande",
    continuous: "Kontinuerlig",
    recurring_means: "Varje körning skapar en ny leverans med egna loggar, från en kopia av mallen.",
    continuous_means: "Varje körning fyller på samma leverans tills mallen eller etiketten ändras.",
    template: "Leveransmall",
    built_in: "inbyggd",
    duplicate: "Duplicera och använd kopian",
    template_is_copied: "När du väljer en mall kopieras dess innehåll på nytt och ersätter det du skrivit här.",
    template_is_alone: "Ingen annan kontinuerlig leverans hänvisar till mallen.",
    template_is_missing: "Mallen finns inte. Välj en annan.",
    code: "Leveranskod",
    code_hint: "Samma på varje leverans. Med den hittar du dem alla i leveranslistan.",
    computed_label: "Mallens beräknade etikett",
    computed_label_hint: "{yyyy} {mm} {dd} {ww} står för körningens datum. En etikett med år och månad ger 12 \
                          leveranser om året. Lämna fältet tomt för en enda leverans.",
    placeholders: "{yyyy} {mm} {dd} {ww} står för körningens datum.",
    creative: "Innehåll",
    own_copy: "Aktiviteten har en egen kopia. Mallen förblir som den är.",
    shared_template: "Skriver till den delade mallen. Antagande: alla kontinuerliga leveranser som hänvisar till \
                      den påverkas.",
    built_in_refusal: "Inbyggda mallar får inte ändras. Välj först en annan mall; i produkten hade du duplicerat \
                       den här.",
    subject: "Ämnesrad",
    apply: "Använd",
    from_the_start: "Från början",
    from_a_day: "Från denna dag",
    day: "Dag",
    unchanged: "Ändra innehållet för att använda det.",
    discard: "Släng",
    timed: "Ändringar under körningen",
    remove: "Ta bort",
};
