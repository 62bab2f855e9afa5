//! One comparison of a Test: what is looked at, how it is compared, and with what.

use yew::prelude::*;

use super::limit::COMPARATORS;
use super::rows::Row;
use super::sheet::{About, Sheet};
use crate::scenario::activity::flow::{Comparison, Operand, TestSettings};
use crate::scenario::variables::{Scope, VarValue};
use crate::text::activity::words::comparisons;
use crate::text::format::capitalized;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::flow as words;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::field::Look;
use crate::ui::inspector::reading;

/// The largest whole number a form takes.
const LARGEST: i64 = 1_000_000_000;

/// What sort of thing a comparison looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Looks {
    RecCount,
    Variable(Scope),
    DayOfMonth,
    Month,
    LeapYear,
}

impl Looks {
    fn of(operand: &Operand) -> Self {
        match operand {
            Operand::RecCount => Self::RecCount,
            Operand::Variable { scope, .. } => Self::Variable(*scope),
            Operand::DayOfMonth => Self::DayOfMonth,
            Operand::Month => Self::Month,
            Operand::IsLeapYear => Self::LeapYear,
        }
    }

    /// The comparison with this on its left; a value stays where it fits.
    fn put(self, one: &mut Comparison) {
        let name = match &one.left {
            Operand::Variable { name, .. } => name.clone(),
            _ => "segment".to_owned(),
        };
        let was_flag = matches!(one.right, VarValue::Flag(_));
        one.left = match self {
            Self::RecCount => Operand::RecCount,
            Self::Variable(scope) => Operand::Variable { scope, name },
            Self::DayOfMonth => Operand::DayOfMonth,
            Self::Month => Operand::Month,
            Self::LeapYear => Operand::IsLeapYear,
        };
        match self {
            Self::LeapYear if !was_flag => one.right = VarValue::Flag(true),
            Self::RecCount | Self::DayOfMonth | Self::Month if !matches!(one.right, VarValue::Integer(_)) => {
                one.right = VarValue::Integer(1);
            }
            _ => {}
        }
    }
}

/// The row; `at` is the condition and the comparison in it.
pub fn comparison_row(sheet: &Sheet<'_, TestSettings>, at: (usize, usize), one: &Comparison) -> Row {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let id = |part: &str| format!("ins-branch-{}-{}-{part}", at.0, at.1);
    let looks = [
        (Looks::RecCount, words.rec_count),
        (Looks::Variable(Scope::Instance), words.instance),
        (Looks::Variable(Scope::Event), words.event),
        (Looks::Variable(Scope::Task), words.task),
        (Looks::DayOfMonth, words.day_of_month),
        (Looks::Month, words.month),
        (Looks::LeapYear, words.leap_year),
    ];
    let looks = looks.map(|(look, text)| (look, text.to_owned()));
    let operators = COMPARATORS.map(|one| (one, shared::comparator(lang, one)));
    let head = sheet.one_of(id("left"), words.operand, Looks::of(&one.left), &looks, move |test, look| {
        change(test, at, |one| look.put(one));
    });
    let body = html! {
        <>
            if let Operand::Variable { name, .. } = &one.left {
                { variable_field(sheet, at, id("variable"), name) }
            }
            <div class="ins-compare">
                { sheet.one_of(id("operator"), shared::of(lang).operator, one.operator, &operators, move |test, operator| {
                    change(test, at, |one| one.operator = operator);
                }) }
                { value_field(sheet, at, id("value"), one) }
            </div>
        </>
    };
    Row { name: capitalized(&comparisons(lang, std::slice::from_ref(one))).into(), head, body }
}

fn change(test: &mut TestSettings, at: (usize, usize), change: impl FnOnce(&mut Comparison)) {
    let branch = test.branches.get_mut(at.0);
    if let Some(one) = branch.and_then(|branch| branch.when.get_mut(at.1)) {
        change(one);
    }
}

fn variable_field(sheet: &Sheet<'_, TestSettings>, at: (usize, usize), id: String, applied: &str) -> Html {
    let read = sheet.reader(move |test, typed| {
        let typed = reading::required(typed)?;
        change(test, at, |one| {
            if let Operand::Variable { name, .. } = &mut one.left {
                *name = typed;
            }
        });
        Ok(())
    });
    sheet.text(id, words::of(sheet.pen.lang).variable, applied, read)
}

fn value_field(sheet: &Sheet<'_, TestSettings>, at: (usize, usize), id: String, one: &Comparison) -> Html {
    let (lang, label) = (sheet.pen.lang, shared::of(sheet.pen.lang).value);
    if one.left == Operand::IsLeapYear && matches!(one.right, VarValue::Flag(_)) {
        let sides = [true, false];
        let texts = [shared::of(lang).yes, shared::of(lang).no];
        let values: Vec<_> = sides.into_iter().zip(texts.map(str::to_owned)).collect();
        let applied = one.right == VarValue::Flag(true);
        return sheet.one_of(id, label, applied, &values, move |test, on| {
            change(test, at, |one| one.right = VarValue::Flag(on));
        });
    }
    let is_variable = matches!(one.left, Operand::Variable { .. });
    let read = sheet.reader(move |test, typed| {
        let value = if is_variable { Ok(value(typed)) } else { number(typed) }?;
        change(test, at, |one| one.right = value);
        Ok(())
    });
    let about = About { hint: is_variable.then(|| words::of(lang).variable_value.into()), suggestions: None };
    let look = if is_variable { Look::Text } else { Look::Number };
    sheet.told(id, label, look, shown(&one.right), read, about)
}

fn number(typed: &str) -> Result<VarValue, Wrong> {
    reading::whole(typed, -LARGEST, LARGEST).map(VarValue::Integer)
}

/// A value as it is typed: a flag, a whole number, or a text, in quotes where it could be one of the others.
pub(in crate::ui::inspector) fn value(typed: &str) -> VarValue {
    let typed = typed.trim();
    let quoted = typed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match (quoted, typed) {
        (Some(text), _) => VarValue::Text(text.to_owned()),
        (None, "true") => VarValue::Flag(true),
        (None, "false") => VarValue::Flag(false),
        (None, text) => match text.parse() {
            Ok(number) => VarValue::Integer(number),
            Err(_) => VarValue::Text(text.to_owned()),
        },
    }
}

/// A value as [`value`] reads it back.
pub(in crate::ui::inspector) fn shown(right: &VarValue) -> String {
    match right {
        VarValue::Flag(flag) => flag.to_string(),
        VarValue::Integer(number) => number.to_string(),
        VarValue::Text(text) if value(text) == *right => text.clone(),
        VarValue::Text(text) => format!("\"{text}\""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_as_they_are_shown() {
        let text = |text: &str| VarValue::Text(text.into());
        for right in
            [VarValue::Flag(true), VarValue::Integer(-3), text("vip"), text("12"), text("true"), text("")]
        {
            assert_eq!(value(&shown(&right)), right, "{right:?}");
        }
        assert_eq!(shown(&text("12")), "\"12\"");
        assert_eq!(value(" 7 "), VarValue::Integer(7));
        assert!(number("many").is_err());
    }

    #[test]
    fn another_left_side_keeps_a_value_that_fits() {
        let mut one =
            Comparison { left: Operand::RecCount, operator: Default::default(), right: VarValue::Integer(7) };
        Looks::Month.put(&mut one);
        assert_eq!(one.right, VarValue::Integer(7));
        Looks::LeapYear.put(&mut one);
        assert_eq!((&one.left, &one.right), (&Operand::IsLeapYear, &VarValue::Flag(true)));
        Looks::Variable(Scope::Event).put(&mut one);
        assert_eq!(one.right, VarValue::Flag(true));
        assert!(matches!(one.left, Operand::Variable { scope: Scope::Event, .. }));
        Looks::DayOfMonth.put(&mut one);
        assert_eq!(one.right, VarValue::Integer(1));
    }
}
