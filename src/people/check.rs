//! Finds what is wrong with a condition before anyone runs it. Never words it; the text layer does.

use chrono::NaiveDate;

use super::condition::{Condition, Operator, Scalar, Test};
use super::predicate::{Comparison, CompiledTest, Predicate, TextMatch};
use super::schema::{AttributeIdx, AttributeKind, Schema};

use crate::base::time::SimTime;

/// How many levels of groups a condition may have.
pub const MAX_DEPTH: usize = 32;
/// How many tests a condition may have.
pub const MAX_TESTS: usize = 1_000;
/// The largest number of days a test may count.
pub const MAX_DAYS: i64 = 100_000;

/// Something wrong in a condition, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionProblem {
    /// The way to the offending part: its number within the outermost group, then within that group, and
    /// so on, counted from 0. Empty for the whole condition.
    pub path: Vec<usize>,
    /// What is wrong there.
    pub kind: ConditionProblemKind,
}

/// What can be wrong in a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConditionProblemKind {
    /// No recipient has an attribute of this name.
    UnknownAttribute {
        /// The name as written.
        attribute: String,
    },
    /// The operator asks something that this kind of attribute cannot answer.
    OperatorDoesNotFit {
        /// The attribute's name.
        attribute: String,
        /// Its kind; [`Operator::fitting`] lists what fits.
        kind: AttributeKind,
        /// The operator as written.
        operator: Operator,
    },
    /// The operator compares, but there is nothing to compare with.
    ValueMissing {
        /// The attribute's name.
        attribute: String,
        /// The operator as written.
        operator: Operator,
    },
    /// A text attribute is compared with something else.
    NotAText {
        /// The attribute's name.
        attribute: String,
    },
    /// A whole number is needed.
    NotANumber {
        /// The attribute's name.
        attribute: String,
        /// The value as written.
        value: String,
    },
    /// A date such as 2026-06-08 is needed.
    NotADate {
        /// The attribute's name.
        attribute: String,
        /// The value as written.
        value: String,
    },
    /// A number of days from 0 to `limit` is needed.
    NotDays {
        /// The attribute's name.
        attribute: String,
        /// The value as written.
        value: String,
        /// The largest number allowed.
        limit: i64,
    },
    /// An "any of" group without parts would never select anybody.
    EmptyAny,
    /// Nor would a "not all of" group, since all of no parts hold of everyone.
    EmptyNotAll,
    /// Groups within groups beyond the limit.
    TooDeep {
        /// How many levels there may be.
        limit: usize,
    },
    /// More tests than the limit.
    TooManyTests {
        /// How many there may be.
        limit: usize,
    },
}

impl Condition {
    /// What keeps this condition from being evaluated, in reading order; empty if it can be.
    pub fn problems(&self, schema: &Schema) -> Vec<ConditionProblem> {
        let mut walk = Walk { schema, path: Vec::new(), tests: 0, found: Vec::new() };
        walk.visit(self);
        walk.found
    }
}

struct Walk<'a> {
    schema: &'a Schema,
    path: Vec<usize>,
    tests: usize,
    found: Vec<ConditionProblem>,
}

impl Walk<'_> {
    fn visit(&mut self, condition: &Condition) {
        match condition {
            Condition::Test(test) => self.visit_test(test),
            _ if self.path.len() >= MAX_DEPTH => {
                self.report(ConditionProblemKind::TooDeep { limit: MAX_DEPTH })
            }
            Condition::All(group) if group.all.is_empty() && group.not => {
                self.report(ConditionProblemKind::EmptyNotAll)
            }
            Condition::Any(group) if group.any.is_empty() && !group.not => {
                self.report(ConditionProblemKind::EmptyAny)
            }
            group => {
                for (place, part) in group.parts().iter().enumerate() {
                    self.path.push(place);
                    self.visit(part);
                    self.path.pop();
                }
            }
        }
    }

    fn visit_test(&mut self, test: &Test) {
        self.tests += 1;
        if self.tests == MAX_TESTS + 1 {
            self.report(ConditionProblemKind::TooManyTests { limit: MAX_TESTS });
        } else if self.tests <= MAX_TESTS
            && let Err(kind) = compile_test(test, self.schema)
        {
            self.report(kind);
        }
    }

    fn report(&mut self, kind: ConditionProblemKind) {
        self.found.push(ConditionProblem { path: self.path.clone(), kind });
    }
}

/// The form of a test that can be evaluated, or what is wrong with it.
pub(super) fn compile_test(test: &Test, schema: &Schema) -> Result<CompiledTest, ConditionProblemKind> {
    let attribute = test.attribute.clone();
    let found = schema.find(&attribute).and_then(|idx| Some((idx, schema.get(idx)?.kind)));
    let Some((idx, kind)) = found else {
        return Err(ConditionProblemKind::UnknownAttribute { attribute });
    };
    let operator = test.operator;
    if !Operator::fitting(kind).contains(&operator) {
        return Err(ConditionProblemKind::OperatorDoesNotFit { attribute, kind, operator });
    }
    let predicate = match (operator, &test.value) {
        (Operator::IsEmpty, _) => Predicate::Empty(true),
        (Operator::IsNotEmpty, _) => Predicate::Empty(false),
        (Operator::IsTrue, _) => Predicate::Flag(true),
        (Operator::IsFalse, _) => Predicate::Flag(false),
        (Operator::IsAnniversary, _) => Predicate::Anniversary,
        (_, None) => return Err(ConditionProblemKind::ValueMissing { attribute, operator }),
        (_, Some(value)) => comparison(attribute, kind, operator, value)?,
    };
    Ok(compiled(idx, predicate))
}

fn compiled(attribute: AttributeIdx, predicate: Predicate) -> CompiledTest {
    CompiledTest { attribute, predicate }
}

fn comparison(
    attribute: String,
    kind: AttributeKind,
    operator: Operator,
    value: &Scalar,
) -> Result<Predicate, ConditionProblemKind> {
    if operator.counts_days() {
        let Some(days) = integer(value).filter(|days| (0..=MAX_DAYS).contains(days)) else {
            return Err(ConditionProblemKind::NotDays { attribute, value: shown(value), limit: MAX_DAYS });
        };
        let days = i32::try_from(days).unwrap_or(i32::MAX);
        return Ok(match operator {
            Operator::WithinLastDays => Predicate::WithinDays(days),
            _ => Predicate::OlderThanDays(days),
        });
    }
    match kind {
        AttributeKind::Text => match value {
            Scalar::Text(text) => Ok(Predicate::Text(text_match(operator), text.trim().to_lowercase())),
            Scalar::Integer(number) => Ok(Predicate::Text(text_match(operator), number.to_string())),
            Scalar::Flag(_) => Err(ConditionProblemKind::NotAText { attribute }),
        },
        AttributeKind::Integer => match integer(value) {
            Some(number) => Ok(Predicate::Integer(ordering(operator), number)),
            None => Err(ConditionProblemKind::NotANumber { attribute, value: shown(value) }),
        },
        AttributeKind::Date | AttributeKind::Flag => match date(value) {
            Some(day) => Ok(Predicate::Date(ordering(operator), day)),
            None => Err(ConditionProblemKind::NotADate { attribute, value: shown(value) }),
        },
    }
}

/// A whole number, also from a text of digits as a form on the page gives it.
pub(super) fn integer(value: &Scalar) -> Option<i64> {
    match value {
        Scalar::Integer(number) => Some(*number),
        Scalar::Text(text) => text.trim().parse().ok(),
        Scalar::Flag(_) => None,
    }
}

/// The day number of a date such as 2026-06-08.
pub(super) fn date(value: &Scalar) -> Option<i32> {
    let Scalar::Text(text) = value else { return None };
    let date = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    let moment = Some(SimTime::from_date(date)).filter(|moment| moment.is_in_range())?;
    i32::try_from(moment.day_number()).ok()
}

fn shown(value: &Scalar) -> String {
    match value {
        Scalar::Flag(flag) => flag.to_string(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Text(text) => text.clone(),
    }
}

fn text_match(operator: Operator) -> TextMatch {
    match operator {
        Operator::Contains => TextMatch::Contains,
        Operator::StartsWith => TextMatch::StartsWith,
        Operator::NotEquals => TextMatch::NotEquals,
        _ => TextMatch::Equals,
    }
}

fn ordering(operator: Operator) -> Comparison {
    match operator {
        Operator::NotEquals => Comparison::NotEqual,
        Operator::Greater => Comparison::Greater,
        Operator::AtLeast => Comparison::AtLeast,
        Operator::Less => Comparison::Less,
        Operator::AtMost => Comparison::AtMost,
        _ => Comparison::Equal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(condition: &Condition) -> Vec<(Vec<usize>, ConditionProblemKind)> {
        condition.problems(&Schema::standard()).into_iter().map(|p| (p.path, p.kind)).collect()
    }

    #[test]
    fn every_problem_is_found_at_its_place() {
        let text = |text: &str| Scalar::Text(text.to_owned());
        let condition = Condition::all(vec![
            Condition::is("newsletter", Operator::IsTrue),
            Condition::is("shoeSize", Operator::IsEmpty),
            Condition::any(vec![
                Condition::is("city", Operator::IsTrue),
                Condition::compares("points", Operator::Equals, text("many")),
                Condition::compares("birthDate", Operator::Less, text("2026-02-30")),
            ]),
            Condition::any(vec![]),
            Condition::is("points", Operator::AtLeast),
            Condition::compares("created", Operator::WithinLastDays, Scalar::Integer(-1)),
        ]);
        use ConditionProblemKind as Kind;
        let owned = str::to_owned;
        let expected = [
            (vec![1], Kind::UnknownAttribute { attribute: owned("shoeSize") }),
            (
                vec![2, 0],
                Kind::OperatorDoesNotFit {
                    attribute: owned("city"),
                    kind: AttributeKind::Text,
                    operator: Operator::IsTrue,
                },
            ),
            (vec![2, 1], Kind::NotANumber { attribute: owned("points"), value: owned("many") }),
            (vec![2, 2], Kind::NotADate { attribute: owned("birthDate"), value: owned("2026-02-30") }),
            (vec![3], Kind::EmptyAny),
            (vec![4], Kind::ValueMissing { attribute: owned("points"), operator: Operator::AtLeast }),
            (vec![5], Kind::NotDays { attribute: owned("created"), value: owned("-1"), limit: MAX_DAYS }),
        ];
        assert_eq!(kinds(&condition), expected);
    }

    #[test]
    fn depth_and_number_of_tests_are_limited() {
        let deep = (0..500).fold(Condition::everyone(), |inner, _| Condition::all(vec![inner]));
        let found = kinds(&deep);
        assert_eq!(found, [(vec![0; MAX_DEPTH], ConditionProblemKind::TooDeep { limit: MAX_DEPTH })]);
        let wide = Condition::all(vec![Condition::is("newsletter", Operator::IsTrue); MAX_TESTS + 5]);
        let limit = ConditionProblemKind::TooManyTests { limit: MAX_TESTS };
        assert_eq!(kinds(&wide), [(vec![MAX_TESTS], limit)]);
    }
}
