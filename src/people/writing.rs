//! Writes one value into an attribute of many recipients, as an Update data does.

use super::check::{date, integer};
use super::column::{NO_DAY, NO_INTEGER};
use super::condition::Scalar;
use super::schema::{
    AttributeIdx, AttributeKind, BLACK_LIST, EMAIL, EMAIL_FORMAT, FIRST_NAME, LAST_NAME, MOBILE_PHONE,
    Schema, TEXT_FORMAT,
};
use super::state::PeopleAt;
use crate::base::people_set::{PeopleSet, RecipientIdx};

/// A value that fits the attribute it is for. Made by [`NewValue::of`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewValue {
    attribute: AttributeIdx,
    content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Content {
    Text(Box<str>),
    Integer(i64),
    Day(i32),
    Flag(bool),
}

/// Why a value cannot be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteProblem {
    /// Names, addresses and numbers tell people apart: one value for everyone makes no sense, and the lab
    /// does not write them.
    NotWritable,
    /// The attribute holds something else.
    DoesNotFit {
        /// What it holds.
        kind: AttributeKind,
    },
}

impl NewValue {
    /// The value for an attribute; an empty text means no value, where the kind has that.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub fn of(schema: &Schema, attribute: AttributeIdx, value: &Scalar) -> Result<Self, WriteProblem> {
        let kind = schema.get(attribute).map(|known| known.kind).ok_or(WriteProblem::NotWritable)?;
        if [EMAIL, FIRST_NAME, LAST_NAME, MOBILE_PHONE].contains(&attribute) {
            return Err(WriteProblem::NotWritable);
        }
        let is_blank = matches!(value, Scalar::Text(text) if text.trim().is_empty());
        let content = match kind {
            AttributeKind::Text => match value {
                Scalar::Text(text) => Some(Content::Text(text.trim().into())),
                Scalar::Integer(number) => Some(Content::Text(number.to_string().into())),
                Scalar::Flag(_) => None,
            },
            AttributeKind::Integer if is_blank => Some(Content::Integer(NO_INTEGER)),
            AttributeKind::Integer => {
                integer(value).filter(|&number| number != NO_INTEGER).map(Content::Integer)
            }
            AttributeKind::Date if is_blank => Some(Content::Day(NO_DAY)),
            AttributeKind::Date => date(value).map(Content::Day),
            AttributeKind::Flag => match value {
                Scalar::Flag(on) => Some(Content::Flag(*on)),
                Scalar::Integer(number @ 0..=1) => Some(Content::Flag(*number == 1)),
                _ => None,
            },
        };
        content.map(|content| Self { attribute, content }).ok_or(WriteProblem::DoesNotFit { kind })
    }

    /// The attribute it is for.
    pub const fn attribute(&self) -> AttributeIdx {
        self.attribute
    }
}

impl PeopleAt {
    /// Writes a value into everyone's attribute; tells of how many it was another before.
    ///
    /// What happens to a recipient later changes it again.
    pub fn write(&mut self, everyone: &PeopleSet, value: &NewValue) -> u64 {
        let attribute = value.attribute;
        let others: Vec<RecipientIdx> =
            everyone.iter().filter(|&one| !self.columns.has(one, attribute, &value.content)).collect();
        if others.is_empty() {
            return 0;
        }
        self.forget(attribute);
        for &one in &others {
            match &value.content {
                Content::Text(text) => self.columns.put_text(one, attribute, text),
                Content::Integer(number) => self.columns.put_integer(one, attribute, *number),
                Content::Day(day) => self.columns.put_day(one, attribute, *day),
                Content::Flag(on) => self.columns.put_flag(one, attribute, *on),
            }
            if attribute == BLACK_LIST {
                self.set_denylisted(one, value.content == Content::Flag(true));
            }
            if attribute == EMAIL_FORMAT {
                self.set_text_format(one, value.content == Content::Integer(TEXT_FORMAT));
            }
        }
        others.len() as u64
    }
}

impl super::columns::Columns {
    fn has(&self, recipient: RecipientIdx, attribute: AttributeIdx, content: &Content) -> bool {
        let column = self.get(attribute);
        match content {
            Content::Text(text) => self.text(recipient, attribute) == **text,
            Content::Integer(number) => {
                column.and_then(|column| column.integer(recipient)).unwrap_or(NO_INTEGER) == *number
            }
            Content::Day(day) => column.and_then(|column| column.day(recipient)).unwrap_or(NO_DAY) == *day,
            Content::Flag(on) => column.is_some_and(|column| column.flag(recipient)) == *on,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::base::time::SimTime;
    use crate::people::{
        Condition, GeneratedPeople, ImportedPeople, Operator, People, PopulationSpec, Test, compile,
    };

    fn everyone_of(spec: &PopulationSpec) -> PeopleAt {
        PeopleAt::new(Rc::new(People::build(spec, 1, start(), 1).unwrap()))
    }

    fn start() -> SimTime {
        SimTime::parse("2026-01-05").unwrap()
    }

    fn matching(now: &mut PeopleAt, condition: &str) -> PeopleSet {
        let condition: Condition = serde_json::from_str(condition).unwrap();
        let schema = now.people().schema().clone();
        now.select(&compile(&condition, &schema).unwrap(), start())
    }

    #[test]
    fn a_selection_sees_what_was_written() {
        let spec = PopulationSpec::Generated(GeneratedPeople { size: 1_000, ..GeneratedPeople::default() });
        let mut now = everyone_of(&spec);
        let some: PeopleSet = (100..200).collect();
        for (attribute, value, condition) in [
            ("newsletter", Scalar::Flag(true), r#"{"attribute":"newsletter","operator":"isTrue"}"#),
            ("points", Scalar::Integer(9_999), r#"{"attribute":"points","operator":"equals","value":9999}"#),
            ("points", Scalar::Text(String::new()), r#"{"attribute":"points","operator":"isEmpty"}"#),
            (
                "city",
                Scalar::Text("Visby".into()),
                r#"{"attribute":"city","operator":"equals","value":"visby"}"#,
            ),
            (
                "country",
                Scalar::Text("AX".into()),
                r#"{"attribute":"country","operator":"equals","value":"ax"}"#,
            ),
            (
                "loyalty",
                Scalar::Text("platinum".into()),
                r#"{"attribute":"loyalty","operator":"equals","value":"platinum"}"#,
            ),
            (
                "birthDate",
                Scalar::Text("2000-01-05".into()),
                r#"{"attribute":"birthDate","operator":"isAnniversary"}"#,
            ),
            ("blackList", Scalar::Flag(true), r#"{"attribute":"blackList","operator":"isTrue"}"#),
        ] {
            // Asked before as well, so that an answer that was kept must be given up.
            let before = matching(&mut now, condition);
            let schema = now.people().schema().clone();
            let idx = schema.find(attribute).unwrap();
            let written = NewValue::of(&schema, idx, &value).unwrap();
            let changed = now.write(&some, &written);
            let after = matching(&mut now, condition);
            let mut expected = before.clone();
            expected |= &some;
            assert_eq!(after, expected, "{attribute}");
            assert_eq!(changed, after.len() - before.len(), "{attribute}");
            assert_eq!(now.write(&some, &written), 0, "{attribute} has it already");
        }
        assert_eq!(now.denylisted().shared_len(&some), 100);
        let schema = now.people().schema().clone();
        let pardon = NewValue::of(&schema, BLACK_LIST, &Scalar::Flag(false)).unwrap();
        now.write(&some, &pardon);
        assert_eq!(now.denylisted().shared_len(&some), 0);
    }

    #[test]
    fn the_format_that_was_written_is_the_one_read_in() {
        let spec = PopulationSpec::Generated(GeneratedPeople { size: 1_000, ..GeneratedPeople::default() });
        let mut now = everyone_of(&spec);
        let text = r#"{"attribute":"emailFormat","operator":"equals","value":1}"#;
        let some: PeopleSet = (100..200).collect();
        let everyone = PeopleSet::first(1_000);
        let at_start = now.text_format().shared(&everyone);
        assert!((40..110).contains(&at_start.len()), "{} of 1,000", at_start.len());
        assert_eq!(matching(&mut now, text), at_start);
        let schema = now.people().schema().clone();
        for (format, readers) in [(1, 100), (2, 0), (0, 0), (1, 100)] {
            let written = NewValue::of(&schema, EMAIL_FORMAT, &Scalar::Integer(format)).unwrap();
            now.write(&some, &written);
            assert_eq!(now.text_format().shared_len(&some), readers);
            assert_eq!(matching(&mut now, text), now.text_format().shared(&everyone));
        }
        let mut others = now.text_format().shared(&everyone);
        others -= &some;
        assert_eq!(others, at_start.without(&some));
    }

    #[test]
    fn a_text_of_which_everyone_has_another_can_be_written_too() {
        let numbers: Vec<String> = (0..5_000).map(|number| format!("k{number}")).collect();
        let json = serde_json::json!({"source": "imported", "rows": 5_000, "columns": [
            {"attribute": "customer", "kind": "text", "values": numbers.join("\n")}]});
        let mut now = everyone_of(&serde_json::from_value(json).unwrap());
        let schema = now.people().schema().clone();
        let customer = schema.find("customer").unwrap();
        let written = NewValue::of(&schema, customer, &Scalar::Text("gone".into())).unwrap();
        assert_eq!(now.write(&(4_000..4_010).collect(), &written), 10);
        let gone = matching(&mut now, r#"{"attribute":"customer","operator":"equals","value":"gone"}"#);
        assert_eq!(gone, (4_000..4_010).collect());
        let other = matching(&mut now, r#"{"attribute":"customer","operator":"equals","value":"k4999"}"#);
        assert_eq!(other, (4_999..5_000).collect());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let schema = Schema::standard();
        let of = |name: &str, value| NewValue::of(&schema, schema.find(name).unwrap(), &value);
        assert_eq!(of("email", Scalar::Text("a@example.com".into())), Err(WriteProblem::NotWritable));
        let kind = AttributeKind::Integer;
        assert_eq!(of("points", Scalar::Text("many".into())), Err(WriteProblem::DoesNotFit { kind }));
        let kind = AttributeKind::Flag;
        assert_eq!(of("newsletter", Scalar::Integer(2)), Err(WriteProblem::DoesNotFit { kind }));
        let kind = AttributeKind::Date;
        assert_eq!(of("created", Scalar::Text("2026-02-30".into())), Err(WriteProblem::DoesNotFit { kind }));
        let kind = AttributeKind::Text;
        assert_eq!(of("city", Scalar::Flag(true)), Err(WriteProblem::DoesNotFit { kind }));
        assert!(of("points", Scalar::Text("12".into())).is_ok());
    }

    #[test]
    fn invented_people_have_a_mobile_number_of_their_own_four_times_in_five() {
        let spec = PopulationSpec::Generated(GeneratedPeople { size: 10_000, ..GeneratedPeople::default() });
        let mut now = everyone_of(&spec);
        let is = |operator| {
            Condition::Test(Test {
                attribute: "mobilePhone".into(),
                operator,
                value: None,
                rest: Default::default(),
            })
        };
        let schema = Schema::standard();
        let with = now.select(&compile(&is(Operator::IsNotEmpty), &schema).unwrap(), start());
        assert!((7_850..8_150).contains(&with.len()), "{}", with.len());
        let without = now.select(&compile(&is(Operator::IsEmpty), &schema).unwrap(), start());
        assert_eq!(with.len() + without.len(), 10_000);
        let mut numbers: Vec<_> =
            with.iter().map(|one| now.people().text(one, MOBILE_PHONE).into_owned()).collect();
        assert!(numbers.iter().all(|number| number.starts_with('+')));
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len() as u64, with.len());
        let imported = PopulationSpec::Imported(ImportedPeople {
            rows: 3,
            joins_per_week: 40,
            ..ImportedPeople::default()
        });
        let now = everyone_of(&imported);
        assert!((0..3).all(|one| now.people().text(one, MOBILE_PHONE).is_empty()));
        assert!((3..43).any(|one| !now.people().text(one, MOBILE_PHONE).is_empty()));
    }
}
