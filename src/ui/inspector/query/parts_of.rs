//! Changes to one part of a condition, found by its way from the outermost group. Pure values, no page.

use chrono::NaiveDate;

use crate::base::rest::Rest;
use crate::people::schema::LOYALTY_TIERS;
use crate::people::{AllOf, AnyOf, Attribute, AttributeKind, Condition, Operator, Scalar, Test};

/// The condition as a group, so that tests can be added: a single test becomes the only part of one.
pub fn as_group(condition: &Condition) -> Condition {
    match condition {
        Condition::Test(_) => Condition::all(vec![condition.clone()]),
        group => group.clone(),
    }
}

/// With another part in the place of the one at the end of `path`.
#[must_use]
pub fn replaced(root: &Condition, path: &[usize], part: Condition) -> Condition {
    changed(root, path, |place| *place = part)
}

/// With a part more in the group at the end of `path`.
#[must_use]
pub fn added(root: &Condition, path: &[usize], part: Condition) -> Condition {
    changed(root, path, |group| match group {
        Condition::All(group) => group.all.push(part),
        Condition::Any(group) => group.any.push(part),
        Condition::Test(_) => {}
    })
}

/// Without the part at the end of `path`; the outermost group stays, and an inner group that would be left
/// empty goes with its last part.
#[must_use]
pub fn removed(root: &Condition, path: &[usize]) -> Condition {
    let Some((&last, group)) = path.split_last() else { return Condition::everyone() };
    let next = changed(root, group, |group| {
        let parts = match group {
            Condition::All(group) => &mut group.all,
            Condition::Any(group) => &mut group.any,
            Condition::Test(_) => return,
        };
        if last < parts.len() {
            parts.remove(last);
        }
    });
    let is_empty = part_at(&next, group).is_some_and(|group| group.parts().is_empty());
    match (is_empty, group.is_empty()) {
        (true, false) => removed(&next, group),
        // Nothing left to choose from would select nobody, and that is a fault; everyone is not.
        (true, true) => Condition::everyone(),
        (false, _) => next,
    }
}

/// How a group joins its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// All of them must hold.
    All,
    /// At least one must.
    Any,
    /// None may.
    NoneOf,
    /// Not all of them may.
    NotAll,
}

impl Joining {
    /// All ways, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::All, Self::Any, Self::NoneOf, Self::NotAll];

    /// How a group joins its parts now.
    pub fn of(group: &Condition) -> Self {
        match (matches!(group, Condition::Any(_)), group.is_negated()) {
            (false, false) => Self::All,
            (true, false) => Self::Any,
            (true, true) => Self::NoneOf,
            (false, true) => Self::NotAll,
        }
    }

    /// What tells it from the others in a choice.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Any => "any",
            Self::NoneOf => "none",
            Self::NotAll => "notAll",
        }
    }
}

/// With the parts of the group at the end of `path` joined in another way.
#[must_use]
pub fn joined(root: &Condition, path: &[usize], joining: Joining) -> Condition {
    let not = matches!(joining, Joining::NoneOf | Joining::NotAll);
    changed(root, path, |group| {
        *group = match std::mem::take(group) {
            Condition::All(AllOf { all: parts, rest, .. })
            | Condition::Any(AnyOf { any: parts, rest, .. }) => match joining {
                Joining::Any | Joining::NoneOf => Condition::Any(AnyOf { not, any: parts, rest }),
                Joining::All | Joining::NotAll => Condition::All(AllOf { not, all: parts, rest }),
            },
            same => same,
        };
    })
}

fn part_at<'c>(root: &'c Condition, path: &[usize]) -> Option<&'c Condition> {
    path.iter().try_fold(root, |part, &place| part.parts().get(place))
}

fn changed(root: &Condition, path: &[usize], change: impl FnOnce(&mut Condition)) -> Condition {
    let mut next = root.clone();
    let mut part = Some(&mut next);
    for &place in path {
        part = part.and_then(|part| match part {
            Condition::All(group) => group.all.get_mut(place),
            Condition::Any(group) => group.any.get_mut(place),
            Condition::Test(_) => None,
        });
    }
    if let Some(part) = part {
        change(part);
    }
    next
}

/// A test to begin with when an attribute is chosen; it can be evaluated as it is.
pub fn fresh_test(attribute: &Attribute) -> Test {
    let (operator, value) = match attribute.kind {
        AttributeKind::Flag => (Operator::IsTrue, None),
        AttributeKind::Text => (Operator::IsNotEmpty, None),
        AttributeKind::Integer => (Operator::AtLeast, Some(Scalar::Integer(100))),
        AttributeKind::Date if attribute.name == "birthDate" => (Operator::IsAnniversary, None),
        AttributeKind::Date => (Operator::WithinLastDays, Some(Scalar::Integer(30))),
    };
    Test { attribute: attribute.name.clone(), operator, value, rest: Rest::new() }
}

/// The test with another operator; its value stays where it fits, else one is put in that does.
///
/// `usual` is the value that recipients have most often, `today` a date to begin with.
pub fn with_operator(
    test: &Test,
    operator: Operator,
    kind: AttributeKind,
    usual: Option<&str>,
    today: NaiveDate,
) -> Test {
    let is_kept = test.operator.needs_value() && test.operator.counts_days() == operator.counts_days();
    let value = match &test.value {
        _ if !operator.needs_value() => None,
        Some(value) if is_kept => Some(value.clone()),
        _ if operator.counts_days() => Some(Scalar::Integer(30)),
        _ => Some(match kind {
            AttributeKind::Integer => Scalar::Integer(100),
            AttributeKind::Date => Scalar::Text(today.to_string()),
            AttributeKind::Text | AttributeKind::Flag if test.attribute == "loyalty" => {
                Scalar::Text(LOYALTY_TIERS[3].to_owned())
            }
            AttributeKind::Text | AttributeKind::Flag => Scalar::Text(usual.unwrap_or_default().to_owned()),
        }),
    };
    Test { operator, value, ..test.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::Schema;

    fn yes(attribute: &str) -> Condition {
        Condition::is(attribute, Operator::IsTrue)
    }

    #[test]
    fn parts_are_replaced_added_and_removed_by_their_way() {
        let root = Condition::all(vec![yes("newsletter"), Condition::any(vec![yes("blackList")])]);
        let more = added(&root, &[1], yes("newsletter"));
        assert_eq!(more.parts()[1].parts(), [yes("blackList"), yes("newsletter")]);
        let other = replaced(&more, &[1, 0], Condition::is("email", Operator::IsEmpty));
        assert_eq!(other.parts()[1].parts()[0], Condition::is("email", Operator::IsEmpty));
        assert_eq!(removed(&more, &[1, 1]), root);
        assert_eq!(removed(&root, &[9]), root, "a way that leads nowhere changes nothing");
    }

    #[test]
    fn an_inner_group_goes_with_its_last_part_and_the_outermost_stays() {
        let root = Condition::all(vec![yes("newsletter"), Condition::any(vec![yes("blackList")])]);
        let left = removed(&root, &[1, 0]);
        assert_eq!(left, Condition::all(vec![yes("newsletter")]));
        assert_eq!(removed(&left, &[0]), Condition::everyone());
        assert_eq!(removed(&Condition::any(vec![yes("newsletter")]), &[0]), Condition::everyone());
    }

    #[test]
    fn groups_change_how_they_join_and_keep_their_parts() {
        let root = as_group(&yes("newsletter"));
        assert_eq!(joined(&root, &[], Joining::Any), Condition::any(vec![yes("newsletter")]));
        assert_eq!(joined(&root, &[], Joining::NoneOf), Condition::except(vec![yes("newsletter")]));
        for joining in Joining::ALL {
            let group = joined(&root, &[], joining);
            assert_eq!((Joining::of(&group), group.parts().len()), (joining, 1));
            assert_eq!(joined(&group, &[], Joining::All), root);
        }
    }

    #[test]
    fn whatever_is_chosen_can_be_evaluated_at_once() {
        let (schema, today) = (Schema::standard(), NaiveDate::from_ymd_opt(2026, 6, 8).unwrap());
        for attribute in schema.attributes() {
            let fresh = fresh_test(attribute);
            for &operator in Operator::fitting(attribute.kind) {
                let test = with_operator(&fresh, operator, attribute.kind, Some("SE"), today);
                assert_eq!(Condition::Test(test).problems(&schema), [], "{} {operator:?}", attribute.name);
            }
        }
    }

    #[test]
    fn a_value_stays_where_it_fits() {
        let today = NaiveDate::from_ymd_opt(2026, 6, 8).unwrap();
        let Condition::Test(test) = Condition::compares("points", Operator::AtLeast, Scalar::Integer(7))
        else {
            panic!("a comparison is a test");
        };
        let less = with_operator(&test, Operator::Less, AttributeKind::Integer, None, today);
        assert_eq!(less.value, Some(Scalar::Integer(7)));
        let empty = with_operator(&less, Operator::IsEmpty, AttributeKind::Integer, None, today);
        assert_eq!(empty.value, None);
    }
}
