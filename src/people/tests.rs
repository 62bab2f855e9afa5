//! Properties of the whole layer: the same keys give the same people, and every way to ask agrees.

use std::rc::Rc;

use proptest::prelude::*;

use super::schema::{CITY, COUNTRY, EMAIL, LOYALTY_TIERS};
use super::*;
use crate::base::people_set::PeopleSet;
use crate::base::time::{SimSpan, SimTime};

fn start() -> SimTime {
    SimTime::parse("2026-01-05").unwrap()
}

fn generated(size: u32) -> PopulationSpec {
    PopulationSpec::Generated(GeneratedPeople { size, ..GeneratedPeople::default() })
}

fn built(spec: &PopulationSpec, seed: u64, weeks: u32) -> Rc<People> {
    Rc::new(People::build(spec, seed, start(), weeks).unwrap())
}

fn selector(condition: &Condition) -> Selector {
    compile(condition, &Schema::standard()).unwrap()
}

#[test]
fn invented_people_are_plausible_and_have_addresses_of_their_own() {
    let people = built(&generated(10_000), 1, 52);
    let now = PeopleAt::new(Rc::clone(&people));
    assert_eq!((people.initial(), people.total()), (10_000, 10_000 + 52 * 40));
    let mut emails: Vec<String> = (0..people.total()).filter_map(|r| people.identity(r).email).collect();
    assert!(emails.iter().all(|email| email.is_ascii() && *email == email.to_lowercase()));
    let count = emails.len();
    emails.sort_unstable();
    emails.dedup();
    assert_eq!(emails.len(), count);
    assert_eq!(now.without_address().len(), u64::from(people.total()) - count as u64);
    assert!((100..260).contains(&now.without_address().len()));
    let mut now = now;
    let readers = now.select(&selector(&Condition::is("newsletter", Operator::IsTrue)), start()).len();
    assert!((6_000..6_400).contains(&readers), "{readers} readers");
    let leap = SimTime::parse("2028-02-29").unwrap();
    let leapers = now.select(&selector(&Condition::is("birthDate", Operator::IsAnniversary)), leap).len();
    assert!((1..20).contains(&leapers), "{leapers} born on 29 February");
}

#[test]
fn people_join_move_and_opt_out_as_time_passes() {
    let mut now = PeopleAt::new(built(&generated(1_000), 3, 10));
    let denylisted = now.denylisted().len();
    assert_eq!((now.present().len(), now.people().changes().len()), (1_000, 10 * (40 + 12 + 25 + 3)));
    let changes = now.advance_to(start() + SimSpan::from_days(70)).to_vec();
    assert_eq!((changes.len(), now.present().len()), (800, 1_400));
    assert!(now.advance_to(start() + SimSpan::from_days(700)).is_empty());
    assert!(now.denylisted().len() > denylisted);
    let moved = changes.iter().rev().find_map(|change| match change.what {
        ChangeKind::Moved { country, city } => Some((change.recipient, country, city)),
        _ => None,
    });
    let (recipient, country, city) = moved.unwrap();
    assert_eq!(now.value(recipient, CITY), Value::Text(city.to_owned()));
    assert_eq!(now.value(recipient, COUNTRY), Value::Text(country.to_owned()));
    assert!(
        changes.iter().all(|change| change.at > now.people().joined_at(change.recipient)
            || change.what == ChangeKind::Joined)
    );
}

#[test]
fn an_opt_out_is_seen_by_the_next_selection() {
    let mut now = PeopleAt::new(built(&generated(100), 3, 1));
    let opted_out = selector(&Condition::is("blackList", Operator::IsTrue));
    let before = now.select(&opted_out, start());
    let recipient = (0..100).find(|&r| !before.contains(r)).unwrap();
    assert!(now.apply_opt_out(recipient) && !now.apply_opt_out(recipient) && !now.apply_opt_out(9_999));
    let after = now.select(&opted_out, start());
    assert_eq!((after.len(), &after), (before.len() + 1, now.denylisted()));
}

#[test]
fn an_imported_population_is_followed_by_invented_joiners() {
    let json = r#"{"source":"imported","name":"a.csv","rows":2,"joinsPerWeek":3,"columns":[
        {"attribute":"email","kind":"text","values":"a@example.com\n"},
        {"attribute":"shoe","kind":"integer","values":"\n42"},
        {"attribute":"birthDate","kind":"date","values":"2000-02-29\n"},
        {"attribute":"newsletter","kind":"flag","values":"1\n0"}]}"#;
    let spec: PopulationSpec = serde_json::from_str(json).unwrap();
    let people = built(&spec, 1, 2);
    let mut now = PeopleAt::new(Rc::clone(&people));
    let shoe = people.schema().find("shoe").unwrap();
    assert_eq!(
        (now.value(0, shoe), now.value(1, shoe), now.value(7, shoe)),
        (Value::Empty, Value::Integer(42), Value::Empty)
    );
    assert_eq!(
        (people.identity(0).email.as_deref(), people.identity(1).email),
        (Some("a@example.com"), None)
    );
    assert_eq!((people.total(), now.without_address()), (8, &PeopleSet::from_iter([1])));
    assert!(matches!(now.value(7, EMAIL), Value::Text(_)));
    let condition = Condition::compares("shoe", Operator::Equals, Scalar::Integer(42));
    let chosen = compile(&condition, people.schema()).unwrap();
    assert_eq!(now.select(&chosen, start()), PeopleSet::from_iter([1]));
}

#[test]
fn an_unreadable_stored_value_is_named_with_its_row() {
    let json = r#"{"source":"imported","name":"a.csv","rows":2,"columns":[
        {"attribute":"birthDate","kind":"date","values":"2000-02-29\n2001-02-29"}]}"#;
    let spec: PopulationSpec = serde_json::from_str(json).unwrap();
    let expected = PopulationProblem::UnreadableValue {
        attribute: "birthDate".to_owned(),
        row: 2,
        value: "2001-02-29".to_owned(),
    };
    assert_eq!(People::build(&spec, 1, start(), 1).unwrap_err(), [expected]);
}

fn any_test() -> impl Strategy<Value = Condition> {
    let text =
        prop_oneof![Just("a"), Just("SE"), Just(""), Just("stockholm"), Just("example.org"), Just("GOLD")];
    let names = Schema::standard().attributes().to_vec();
    let date = (1930..2028i32, 1..13u32, 1..29u32).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}"));
    (0..names.len(), any::<prop::sample::Index>(), text, date, -10..6_000i64).prop_map(
        move |(attribute, operator, text, date, number)| {
            let attribute = &names[attribute];
            let operator = *operator.get(Operator::fitting(attribute.kind));
            let value = match attribute.kind {
                _ if operator.counts_days() => Scalar::Integer(number.abs()),
                AttributeKind::Integer => Scalar::Integer(number),
                AttributeKind::Date => Scalar::Text(date),
                _ => Scalar::Text(text.to_owned()),
            };
            Condition::compares(&attribute.name, operator, value)
        },
    )
}

fn any_condition() -> impl Strategy<Value = Condition> {
    any_test().prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::all),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::any),
            prop::collection::vec(inner.clone(), 0..4).prop_map(Condition::except),
            prop::collection::vec(inner, 1..4).prop_map(|all| Condition::All(AllOf {
                not: true,
                all,
                ..AllOf::default()
            })),
        ]
    })
}

/// What a condition says of one recipient, read off it as it is written: groups here, each test on its own.
fn naive(now: &PeopleAt, condition: &Condition, recipient: u32, at: SimTime) -> bool {
    let asks = |part: &Condition| naive(now, part, recipient, at);
    match condition {
        Condition::All(group) => group.all.iter().all(asks) != group.not,
        Condition::Any(group) => group.any.iter().any(asks) != group.not,
        test => now.explain(&selector(test), recipient, at).holds,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn selecting_agrees_with_asking_each_recipient(
        first in any_condition(), second in any_condition(), seed in any::<u64>(), days in 0..80i64,
    ) {
        let mut now = PeopleAt::new(built(&generated(200), seed, 10));
        for day in [0, days / 2, days] {
            let at = start() + SimSpan::from_days(day);
            now.advance_to(at);
            now.apply_opt_out(day as u32);
            for condition in [&first, &second] {
                let selector = selector(condition);
                let fast = now.select(&selector, at);
                let slow: PeopleSet = (0..now.people().total())
                    .filter(|&r| {
                        let answer = now.explain(&selector, r, at);
                        answer.present && answer.holds
                    })
                    .collect();
                prop_assert_eq!(&fast, &slow);
                let by_hand: PeopleSet =
                    now.present().iter().filter(|&r| naive(&now, condition, r, at)).collect();
                prop_assert_eq!(fast, by_hand);
            }
        }
    }

    #[test]
    fn a_longer_run_changes_nobody_earlier(seed in any::<u64>(), weeks in 0..8u32, more in 1..8u32) {
        let short = built(&generated(50), seed, weeks);
        let long = built(&generated(50), seed, weeks + more);
        prop_assert_eq!(short.changes(), &long.changes()[..short.changes().len()]);
        let (short, long) = (PeopleAt::new(short), PeopleAt::new(long));
        for recipient in 0..short.people().total() {
            prop_assert_eq!(short.identity(recipient), long.identity(recipient));
            for (attribute, _) in Schema::standard().iter() {
                prop_assert_eq!(short.value(recipient, attribute), long.value(recipient, attribute));
            }
        }
    }

    #[test]
    fn a_draw_depends_on_its_own_key_alone(seed in any::<u64>(), missing in 0..10_000u32) {
        let sparse = GeneratedPeople {
            size: 60,
            joins_per_week: 0,
            missing_email_per_ten_thousand: missing,
            ..GeneratedPeople::default()
        };
        let sparse = PeopleAt::new(built(&PopulationSpec::Generated(sparse), seed, 1));
        let usual = PeopleAt::new(built(&generated(40), seed, 1));
        for recipient in 0..40 {
            for (attribute, _) in Schema::standard().iter().filter(|&(attribute, _)| attribute != EMAIL) {
                prop_assert_eq!(sparse.value(recipient, attribute), usual.value(recipient, attribute));
            }
        }
    }

    #[test]
    fn a_condition_survives_a_file(condition in any_condition()) {
        let json = serde_json::to_string(&condition).unwrap();
        prop_assert_eq!(serde_json::from_str::<Condition>(&json).unwrap(), condition);
    }
}

#[test]
fn tiers_are_edited_to_another_tier() {
    let people = built(&generated(300), 9, 30);
    let tiers = people.changes().iter().filter_map(|change| match change.what {
        ChangeKind::LoyaltySet(tier) => Some(tier),
        _ => None,
    });
    assert!(tiers.clone().count() > 50 && tiers.clone().all(|tier| LOYALTY_TIERS.contains(&tier)));
}
