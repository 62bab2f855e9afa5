//! Tests of the sentences about schedules, language beside language.

use chrono::NaiveDate;

use super::*;
use crate::base::rest::Rest;
use crate::base::time::SimTime;
use crate::schedule::{
    EveryWeeks, Frequency, Month, MonthDay, Monthly, Months, SeveralTimesADay, Validity, Weekly, Weeks,
};
use crate::text::lang::tests::swedish;

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn at(hour: u8) -> TimeOfDay {
    TimeOfDay::new(hour, 0)
}

fn said(schedule: &Schedule) -> [String; 4] {
    [
        describe(Lang::En, schedule),
        short(Lang::En, schedule),
        swedish(|lang| describe(lang, schedule)),
        swedish(|lang| short(lang, schedule)),
    ]
}

fn weekly(days: Days, weeks: Weeks) -> Schedule {
    Frequency::Weekly(Weekly { start: at(9), days, weeks, rest: Rest::new() }).into()
}

#[test]
fn weekly_schedules_name_their_days_and_weeks() {
    let monday = weekly(Days::on([Weekday::Monday]), Weeks::EveryWeek);
    assert_eq!(
        said(&monday),
        ["Every Monday at 09:00", "Mondays 09:00", "Varje måndag kl. 09:00", "Måndagar 09:00"]
    );
    let fortnight = Weeks::Every(EveryWeeks {
        every: 2,
        from: NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
        rest: Rest::new(),
    });
    assert_eq!(
        said(&weekly(Days::on([Weekday::Monday, Weekday::Thursday]), fortnight)),
        [
            "Every 2 weeks on Monday and Thursday at 09:00, from 5 Jan 2026",
            "Every 2 weeks, Mon, Thu 09:00",
            "Varannan vecka på måndagar och torsdagar kl. 09:00, från och med 5 jan 2026",
            "Varannan vecka, mån, tors 09:00",
        ]
    );
    let week = weekly(Days::on(Weekday::ALL.into_iter().take(5)), Weeks::EveryWeek);
    assert_eq!(
        said(&week),
        ["Monday to Friday at 09:00", "Mon–Fri 09:00", "Måndag till fredag kl. 09:00", "Mån–fre 09:00"]
    );
}

/// Every rhythm there is words for, and the numbers beyond.
#[test]
fn the_swedish_pack_knows_every_rhythm() {
    let from = date(2026, 1, 5);
    let choices = [
        vec![],
        vec![Weekday::Sunday],
        vec![Weekday::Monday, Weekday::Thursday],
        vec![Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday],
        Weekday::ALL.to_vec(),
    ];
    for days in choices.iter().map(|days| Days::on(days.iter().copied())) {
        said(&weekly(days.clone(), Weeks::EveryWeek));
        for every in 0..24 {
            said(&weekly(days.clone(), Weeks::Every(EveryWeeks { every, from, rest: Rest::new() })));
        }
        for minutes in [1, 2, 15, 21, 30, 60, 90, 120, 180, 240, 1_260] {
            let Frequency::SeveralTimesADay(period) = Frequency::every_minutes(minutes, at(8), at(18)) else {
                panic!("it is several times a day");
            };
            let days = days.clone();
            said(&Frequency::SeveralTimesADay(SeveralTimesADay { days, ..period }).into());
        }
        let Frequency::SeveralTimesADay(hours) = Frequency::at_hours([at(9), at(14)]) else {
            panic!("it is several times a day");
        };
        said(&Frequency::SeveralTimesADay(SeveralTimesADay { days, ..hours }).into());
    }
    let all = [Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Last];
    let nths = all.into_iter().flat_map(|nth| Weekday::ALL.map(|day| MonthDay::nth(nth, day)));
    for day in (1..=31).map(MonthDay::On).chain([MonthDay::LastDay]).chain(nths) {
        for months in [Months::EveryMonth, Months::on([]), Months::on([Month::May, Month::August])] {
            let monthly = Monthly { months, day: day.clone(), time: at(9), rest: Rest::new() };
            let schedule: Schedule = Frequency::Monthly(monthly).into();
            said(&schedule);
            for problem in schedule.problems() {
                swedish(|lang| told(lang, &problem));
            }
        }
    }
    let daily = Schedule::daily(at(9));
    for validity in
        [Validity::between(from, date(2026, 12, 31)), Validity::iterations(1), Validity::iterations(9)]
    {
        said(&daily.clone().valid(validity));
    }
    said(&Schedule::once(SimTime::parse("2026-06-08 09:00").unwrap()));
}

#[test]
fn monthly_schedules_name_day_and_months() {
    let months = Months::on([Month::March, Month::June, Month::September, Month::December]);
    let seasons = Monthly { months, day: MonthDay::On(20), time: at(9), rest: Rest::new() };
    assert_eq!(
        said(&Frequency::Monthly(seasons).into()),
        [
            "On the 20th of March, June, September and December at 09:00",
            "20th of Mar, Jun, Sep, Dec, 09:00",
            "Den 20:e i mars, juni, september och december kl. 09:00",
            "Den 20:e i mars, juni, sep, dec, 09:00",
        ]
    );
    let second = Schedule::monthly(MonthDay::nth(Nth::Second, Weekday::Tuesday), at(9));
    assert_eq!(
        said(&second),
        [
            "On the second Tuesday of every month at 09:00",
            "Monthly, second Tuesday 09:00",
            "Andra tisdagen i varje månad kl. 09:00",
            "Andra tisdagen varje månad 09:00",
        ]
    );
}

#[test]
fn several_times_a_day_names_the_days_too() {
    let Frequency::SeveralTimesADay(period) = Frequency::every_minutes(30, at(8), at(18)) else {
        panic!("it is several times a day");
    };
    let days = Days::on(Weekday::ALL.into_iter().take(5));
    let working = Frequency::SeveralTimesADay(SeveralTimesADay { days, ..period });
    assert_eq!(
        said(&working.into()),
        [
            "Every 30 minutes from 08:00 to 18:00, Monday to Friday",
            "Mon–Fri every 30 min 08:00–18:00",
            "Var 30:e minut från 08:00 till 18:00, måndag till fredag",
            "Mån–fre var 30:e min 08:00–18:00",
        ]
    );
    let hours = Frequency::at_hours([at(14), at(9), at(9)]).into();
    assert_eq!(describe(Lang::En, &hours), "Every day at 09:00 and 14:00");
    assert_eq!(describe(Lang::Sv, &hours), "Varje dag kl. 09:00 och 14:00");
}

#[test]
fn the_validity_comes_last() {
    let daily = Schedule::daily(at(9));
    let between = daily.clone().valid(Validity::between(date(2026, 1, 5), date(2026, 12, 31)));
    assert_eq!(
        describe(Lang::En, &between),
        "Every day at 09:00, from 5 Jan 2026 until 31 Dec 2026 (included)"
    );
    assert_eq!(
        describe(Lang::Sv, &between),
        "Varje dag kl. 09:00, från och med 5 jan 2026 till och med 31 dec 2026"
    );
    assert_eq!(
        describe(Lang::En, &daily.clone().valid(Validity::iterations(10))),
        "Every day at 09:00, at most 10 times"
    );
    assert_eq!(
        describe(Lang::Sv, &daily.valid(Validity::iterations(1))),
        "Varje dag kl. 09:00, högst en gång"
    );
    let once = Schedule::once(SimTime::parse("2026-06-08 09:00").unwrap());
    assert_eq!(describe(Lang::En, &once), "Once, on Mon 8 Jun 2026, 09:00");
}

#[test]
fn problems_say_what_and_what_to_do() {
    let problem = |schedule: Schedule, lang| {
        let problem = &schedule.problems()[0];
        swedish(|lang| told(lang, problem));
        told(lang, problem).line()
    };
    let thirty_first = Schedule::monthly(MonthDay::On(31), at(9));
    assert_eq!(
        problem(thirty_first, Lang::En),
        "There is no 31st in February, April, June, September and November, so nothing is launched then. \
         Choose the last day of the month if every month shall have its launch."
    );
    assert_eq!(
        problem(weekly(Days::on([]), Weeks::EveryWeek), Lang::Sv),
        "Schemat har ingen veckodag. Välj minst en dag."
    );
    let minute = Frequency::every_minutes(1, at(8), at(9)).into();
    assert!(problem(minute, Lang::En).starts_with("Two launches are only 1 minute apart."));
}
