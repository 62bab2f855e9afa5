//! Words of the schedule form: the steps of the Scheduler's wizard, the summary and the launch times.

use crate::schedule::Zone;
use crate::text::Lang;
use crate::text::format::counted;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct ScheduleForm {
        /// Heading of the form.
        pub schedule: &'static str,
        /// Field: type of frequency.
        pub frequency: &'static str,
        /// Switch: which times of the day.
        pub times: &'static str,
        /// *On selected hours*.
        pub selected_hours: &'static str,
        /// *Every* period *From* … *To*.
        pub every_period: &'static str,
        /// Button: takes an hour out.
        pub remove_hour: &'static str,
        /// Button: adds an hour.
        pub add_hour: &'static str,
        /// Field: minutes between launches.
        pub every_minutes: &'static str,
        /// Hint of that field.
        pub quarter_rule: &'static str,
        /// Field: first time of the day, or first date.
        pub from: &'static str,
        /// Field: last time of the day.
        pub to: &'static str,
        /// Field: last date.
        pub to_included: &'static str,
        /// Group: days of the week.
        pub days: &'static str as "weekdays",
        /// Toggle: every day.
        pub every_day: &'static str,
        /// Field: time of the launch.
        pub start_time: &'static str,
        /// Switch: which weeks.
        pub weeks: &'static str,
        /// *Every week*.
        pub every_week: &'static str,
        /// *Every N weeks*.
        pub every_few_weeks: &'static str,
        /// Field: weeks from one week with launches to the next.
        pub weeks_between: &'static str,
        /// Field: a date in the first week.
        pub from_week_of: &'static str,
        /// Group: months.
        pub months: &'static str,
        /// Toggle: every month.
        pub every_month: &'static str,
        /// Field: how the day of the month is given.
        pub month_day: &'static str,
        /// By number.
        pub by_number: &'static str,
        /// The last day.
        pub last_day: &'static str,
        /// By weekday.
        pub by_weekday: &'static str,
        /// Field: number of the day.
        pub day_number: &'static str,
        /// Field: which of the weekdays.
        pub which: &'static str,
        /// Field: weekday.
        pub weekday: &'static str,
        /// Field: date of the only launch.
        pub date: &'static str,
        /// Field: its time.
        pub time: &'static str,
        /// Field: validity.
        pub validity: &'static str,
        /// *Permanent validity*.
        pub permanent: &'static str,
        /// *Valid from … to*.
        pub between: &'static str,
        /// *Maximum number of iterations*.
        pub iterations: &'static str,
        /// Field: how many launches.
        pub count: &'static str,
        /// Field that may stay empty.
        pub from_optional: &'static str,
        /// Field that may stay empty.
        pub to_optional: &'static str,
        /// Heading of the launch times.
        pub launches: &'static str,
        /// Marks the next launch.
        pub next: &'static str,
        /// Marks a launch after the simulated weeks.
        pub beyond: &'static str,
        /// Marks a launch that mailed nobody.
        pub done: &'static str,
        /// Said where there is no launch left.
        pub no_launch: &'static str,
        /// Button: shows ten more.
        pub extend: &'static str,
        /// The product's rule about changes.
        pub restart: &'static str,
        /// Check box: *Schedule execution*.
        pub planned: &'static str,
        /// Said where it is off.
        pub unplanned: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static ScheduleForm {
    lang.words(&EN, &SV)
}

/// What a launch sent: `4,092 mailed`.
pub fn mailed(lang: Lang, messages: u64) -> String {
    counted(lang, messages, lang.either("mailed", "skickat"), lang.either("mailed", "skickade"))
}

/// Said below launch times of a schedule that is not read in server time.
pub fn read_in(lang: Lang, zone: Zone) -> String {
    match lang.wording() {
        Wording::En => {
            say!(
                lang,
                "The schedule is read in {zone}; these are the times of the server, which is in UTC.",
                zone
            )
        }
        Wording::Sv => format!("Schemat läses i {zone}; här visas serverns tider, som är i UTC."),
    }
}

const EN: ScheduleForm = ScheduleForm {
    schedule: "Schedule",
    frequency: "Frequency",
    times: "Times of the day",
    selected_hours: "Selected hours",
    every_period: "Every period",
    remove_hour: "Remove",
    add_hour: "Add a time",
    every_minutes: "Every (minutes)",
    quarter_rule: "The product should never be asked to launch more often than every 15 minutes.",
    from: "From",
    to: "To",
    to_included: "To (included)",
    days: "Days",
    every_day: "Every day",
    start_time: "Start time",
    weeks: "Weeks",
    every_week: "Every week",
    every_few_weeks: "Every N weeks",
    weeks_between: "Every (weeks)",
    from_week_of: "From the week of",
    months: "Months",
    every_month: "Every month",
    month_day: "Day of the month",
    by_number: "By its number",
    last_day: "The last day",
    by_weekday: "By its weekday",
    day_number: "Number",
    which: "Which",
    weekday: "Weekday",
    date: "Date",
    time: "Time",
    validity: "Validity",
    permanent: "Permanent",
    between: "From one date to another",
    iterations: "Maximum number of iterations",
    count: "Iterations",
    from_optional: "From (optional)",
    to_optional: "To, included (optional)",
    launches: "Launches",
    next: "next",
    beyond: "after the run",
    done: "done",
    no_launch: "No launch is left.",
    extend: "Extend list",
    restart: "In the product a changed schedule takes effect after a restart of the workflow. Here the year \
              is simulated anew.",
    planned: "Schedule execution",
    unplanned: "Off: it runs at once and one time only, or whenever a transition enters it.",
};

const SV: ScheduleForm = ScheduleForm {
    schedule: "Schema",
    frequency: "Frekvens",
    times: "Tider på dagen",
    selected_hours: "Valda klockslag",
    every_period: "Med mellanrum",
    remove_hour: "Ta bort",
    add_hour: "Lägg till en tid",
    every_minutes: "Minuter emellan",
    quarter_rule: "Produkten ska aldrig starta oftare än var 15:e minut.",
    from: "Från",
    to: "Till",
    to_included: "Till och med",
    days: "Dagar",
    every_day: "Varje dag",
    start_time: "Starttid",
    weeks: "Veckor",
    every_week: "Varje vecka",
    every_few_weeks: "Var N:e vecka",
    weeks_between: "Veckor emellan",
    from_week_of: "Från veckan med",
    months: "Månader",
    every_month: "Varje månad",
    month_day: "Dag i månaden",
    by_number: "Efter nummer",
    last_day: "Sista dagen",
    by_weekday: "Efter veckodag",
    day_number: "Nummer",
    which: "Vilken",
    weekday: "Veckodag",
    date: "Datum",
    time: "Tid",
    validity: "Giltighet",
    permanent: "Alltid",
    between: "Från ett datum till ett annat",
    iterations: "Högsta antal starter",
    count: "Antal starter",
    from_optional: "Från (valfritt)",
    to_optional: "Till och med (valfritt)",
    launches: "Starter",
    next: "nästa",
    beyond: "efter körningen",
    done: "klart",
    no_launch: "Ingen start återstår.",
    extend: "Visa fler",
    restart: "I produkten gäller ett ändrat schema först när arbetsflödet har startats om. Här simuleras \
              året på nytt.",
    planned: "Schemalägg körningen",
    unplanned: "Av: den körs genast och bara en gång, eller när en övergång leder in i den.",
};
