//! Languages, packs and templates.

use super::*;

#[test]
fn codes_are_read_with_region_and_encoding() {
    for lang in Lang::OFFERED {
        assert_eq!(Lang::from_code(lang.code()), Some(lang));
    }
    assert_eq!(Lang::from_code("sv-SE"), Some(Lang::Sv));
    assert_eq!(Lang::from_code("sv_SE.UTF-8"), Some(Lang::Sv));
    assert_eq!(Lang::from_code("EN-gb"), Some(Lang::En));
    assert_eq!(Lang::from_code("de-AT"), Some(Lang::Pack(Tongue::De)));
    assert_eq!(Lang::from_code("svx"), None);
    assert_eq!(Lang::from_code("C"), None);
    assert_eq!(Lang::from_code(""), None);
    assert_eq!(Lang::compiled_from_code("de_DE.UTF-8"), None);
    assert_eq!(Lang::compiled_from_code("sv"), Some(Lang::Sv));
    assert!(Lang::Sv.is_here() && Lang::Sv.pack().is_none(), "the page alone has it as a pack");
}

#[test]
fn templates_are_filled_in_any_order_and_nothing_else_is_touched() {
    let values: &Fills = &[("a", &1), ("b", &"two")];
    assert_eq!(fill("{b} before {a}, {a} again", values), "two before 1, 1 again");
    for odd in ["{", "}", "{}", "{c} {", "a } b", "{{a", "{b", "{A}"] {
        assert_eq!(fill(odd, values), odd);
    }
    assert_eq!(fill("{c} {{a}", values), "{c} {1");
    assert_eq!(fill("{yyyy} {", values), "{yyyy} {");
    assert_eq!(say!(Lang::En, "{count} of {all}", count = 3, all = "x"), "3 of x");
    assert!(is_plain("{a} {b_2}") && !is_plain("{a:02}") && !is_plain("{") && !is_plain("{{a}}"));
}

/// Swedish as the page has it: from its pack.
pub(crate) fn fetched_swedish() -> Lang {
    pack::take(Tongue::Sv, include_str!("../../../www/lang/sv.json")).unwrap();
    Lang::Pack(Tongue::Sv)
}

/// What the source says in Swedish, once it is seen that the page says the same from the pack.
pub(crate) fn swedish<T: PartialEq + std::fmt::Debug>(say: impl Fn(Lang) -> T) -> T {
    let written = say(Lang::Sv);
    assert_eq!(say(fetched_swedish()), written, "the pack of Swedish and the source differ");
    written
}

/// The same of a view.
pub(crate) async fn swedish_view<F: Future<Output = String>>(view: impl Fn(Lang) -> F) -> String {
    let (written, fetched) = (view(Lang::Sv).await, view(fetched_swedish()).await);
    for (one, other) in written.split('<').zip(fetched.split('<')) {
        assert_eq!(other, one, "the pack of Swedish and the source differ");
    }
    assert_eq!(fetched.len(), written.len());
    written
}

#[test]
fn numbers_and_dates_of_the_swedish_pack_are_those_of_the_source() {
    use crate::schedule::{Month, Weekday};
    use crate::text::{deliveries, format::*};
    let moments = (0..12).map(|month| {
        let text = format!("2026-{:02}-{:02}T09:05:00", month + 1, 1 + month * 2);
        crate::base::time::SimTime::parse(&text).unwrap()
    });
    for moment in moments {
        swedish(|lang| {
            let day = moment.date();
            let dates = [date(lang, day), plain_date(lang, day), day_and_month(lang, day)];
            (dates, date_time(lang, moment), deliveries::stamp(lang, moment))
        });
    }
    for count in (0..130).chain([999, 1_000, 4_092, 12_345, 1_000_000, u64::MAX]) {
        swedish(|lang| number(lang, count));
        swedish(|lang| (ordinal(lang, count), percent(lang, count, 1_000), whole_percent(lang, count)));
    }
    for day in Weekday::ALL {
        swedish(|lang| (weekday_long(lang, day), weekday_short(lang, day)));
    }
    for month in Month::ALL {
        swedish(|lang| (month_long(lang, month), month_short(lang, month)));
    }
    for day in 1..=31 {
        swedish(|lang| day_of_month(lang, day));
    }
    for items in [&[] as &[&str], &["a"], &["a", "b"], &["a", "b", "c"]] {
        swedish(|lang| (and_list(lang, items), or_list(lang, items)));
    }
    swedish(|lang| (quoted(lang, "x"), decimal_mark(lang), lang.own_name(), lang.code()));
}

/// A pack as the page would fetch it, with the marks that `Intl` gave and these messages.
fn take(tongue: Tongue, messages: &[(&str, &str)]) -> Lang {
    let marks: serde_json::Value = serde_json::from_str(include_str!("marks.json")).unwrap();
    let messages: std::collections::BTreeMap<_, _> = messages.iter().copied().collect();
    let code = tongue.code();
    let file = serde_json::json!({"lang": code, "marks": marks[code], "messages": messages});
    pack::take(tongue, &file.to_string()).unwrap();
    Lang::Pack(tongue)
}

#[test]
fn packs_translate_and_what_they_lack_is_english() {
    use crate::text::format::*;
    let messages = [
        ("Close", "Schließen"),
        ("{n} day|{n} days", "{n} Tag|{n} Tage"),
        ("Week {week}, {weekday} {day}, {time}", "{weekday} {day}, {time} (Woche {week})"),
        ("Run [verb]", "Ausführen"),
        ("Run", "Lauf"),
    ];
    let de = take(Tongue::De, &messages);
    assert_eq!(de.pick("Close", "Stäng"), "Schließen");
    assert_eq!(de.pick(["Close", "Open"], ["Stäng", "Öppna"]), ["Schließen", "Open"]);
    assert_eq!((de.pick_as("verb", "Run", "Kör"), de.pick("Run", "Körning")), ("Ausführen", "Lauf"));
    assert_eq!(counted(de, 1, "day", "days"), "1 Tag");
    assert_eq!(counted(de, 4_092, "day", "days"), "4.092 Tage");
    assert_eq!(counted(de, 2, "row", "rows"), "2 rows");
    let start = crate::base::time::SimTime::parse("2026-06-08T09:00:00").unwrap();
    assert_eq!(crate::text::journal::when(de, start, start), "Mo 8. Juni, 09:00 (Woche 1)");
    let about = crate::text::about::of(de);
    assert_eq!((about.close, about.keys), ("Schließen", "Keys"));
    assert!(std::ptr::eq(about, crate::text::about::of(de)), "a table is translated once");
}

#[test]
fn numbers_and_dates_are_as_intl_writes_them() {
    use crate::text::format::*;
    let moment = crate::base::time::SimTime::parse("2026-06-08T09:00:00").unwrap();
    let [de, fr, es, ja] = [Tongue::De, Tongue::Fr, Tongue::Es, Tongue::Ja].map(|tongue| match tongue {
        // The other test has the messages of this one.
        Tongue::De => {
            packs_translate_and_what_they_lack_is_english();
            Lang::Pack(tongue)
        }
        Tongue::Ja => take(tongue, &[("{n} day|{n} days", "{n} 日")]),
        Tongue::Fr => take(tongue, &[("{n} day|{n} days", "{n} jour|{n} jours|{n} de jours")]),
        _ => take(tongue, &[]),
    });
    let dates = [de, fr, es, ja].map(|lang| date_time(lang, moment));
    let expected = [
        "Mo., 8. Juni 2026, 09:00",
        "lun. 8 juin 2026, 09:00",
        "lun, 8 jun 2026, 09:00",
        "2026年6月8日(月) 09:00",
    ];
    assert_eq!(dates, expected);
    let numbers = [de, fr, es, ja].map(|lang| (number(lang, 4_092), number(lang, 12_345)));
    let expected =
        [("4.092", "12.345"), ("4\u{202f}092", "12\u{202f}345"), ("4092", "12.345"), ("4,092", "12,345")];
    assert_eq!(numbers, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    let shares = [de, fr, es, ja].map(|lang| percent(lang, 1, 3));
    assert_eq!(shares, ["33,3\u{a0}%", "33,3\u{a0}%", "33,3\u{a0}%", "33.3%"]);
    assert_eq!(and_list(de, &["a", "b", "c"]), "a, b und c");
    assert_eq!(
        [and_list(es, &["a", "iglesia"]), and_list(es, &["a", "hielo"])],
        ["a e iglesia", "a y hielo"]
    );
    assert_eq!(or_list(es, &["siete", "ocho"]), "siete u ocho");
    assert_eq!(or_list(ja, &["a", "b", "c"]), "a、b、またはc");
    let french = [0, 1, 2, 1_000_000].map(|count| counted(fr, count, "day", "days"));
    assert_eq!(french, ["0 jour", "1 jour", "2 jours", "1\u{202f}000\u{202f}000 de jours"]);
    assert_eq!([1, 2].map(|count| counted(ja, count, "day", "days")), ["1 日", "2 日"]);
    assert_eq!([1, 2].map(|day| day_of_month(fr, day)), ["1er", "2"]);
    assert_eq!(quoted(de, "x"), "„x“");
}
