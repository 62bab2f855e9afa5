//! The parameters of a step: what is drawn for a try, so that the next try is another item of the same sort.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::base::chance::Key;
use crate::lesson::course::question::{Choice, Question};
use crate::lesson::course::step::Step;

/// The most combinations of values that are gone through.
const MOST: usize = 64;

/// The values of a step's parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params {
    values: BTreeMap<String, Value>,
    key: Option<u64>,
}

impl Params {
    /// What a try draws. Tries of the same number draw the same; the next one takes other values where there are
    /// any, going through them in an order that the seed mixes.
    pub fn draw(step: &Step, lesson: &str, seed: u64, variation: u32) -> Self {
        let key = Key::of_seed(seed).named(lesson).named(&step.id);
        let value = |(name, values): (&String, &Vec<Value>)| {
            let count = values.len().max(1) as u64;
            let place = (key.named(name).below(count) + u64::from(variation)) % count;
            Some((name.clone(), values.get(place as usize)?.clone()))
        };
        let values = step.vary.iter().filter_map(value).collect();
        Self { values, key: Some(key.with(variation.into()).bits()) }
    }

    /// Every combination of values, the first of them in order.
    pub fn all(step: &Step) -> Vec<Self> {
        let mut all = vec![Self::default()];
        for (name, values) in &step.vary {
            all = all
                .iter()
                .flat_map(|params| {
                    values.iter().map(|value| {
                        let mut more = params.clone();
                        more.values.insert(name.clone(), value.clone());
                        more
                    })
                })
                .take(MOST)
                .collect();
        }
        all
    }

    /// A value.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.get(name)
    }

    /// A value as a number.
    pub fn number(&self, name: &str) -> Option<u64> {
        self.get(name)?.as_u64()
    }

    /// Their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.keys().map(String::as_str)
    }

    /// The value with each `{"$": "name"}` in it replaced by what was drawn.
    ///
    /// # Errors
    /// The name of a parameter that there is not.
    pub fn fill(&self, value: &Value) -> Result<Value, String> {
        match value {
            Value::Object(fields) => match (fields.len(), fields.get("$").and_then(Value::as_str)) {
                (1, Some(name)) => self.get(name).cloned().ok_or_else(|| name.to_owned()),
                _ => {
                    let filled = fields.iter().map(|(name, value)| Ok((name.clone(), self.fill(value)?)));
                    filled.collect::<Result<_, String>>().map(Value::Object)
                }
            },
            Value::Array(rows) => {
                rows.iter().map(|row| self.fill(row)).collect::<Result<_, _>>().map(Value::Array)
            }
            plain => Ok(plain.clone()),
        }
    }

    /// The choices of a question as they stand in this try.
    pub fn order<'q>(&self, question: &'q Question) -> Vec<&'q Choice> {
        let mut choices: Vec<_> = question.choices.iter().collect();
        if let Some(seed) = self.key.filter(|_| !question.is_ordered) {
            choices.sort_by_key(|choice| Key::of_seed(seed).named(&choice.id).bits());
        }
        choices
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn step() -> Step {
        let choices = json!([{ "id": "a" }, { "id": "b", "isRight": true }, { "id": "c" }, { "id": "d" }]);
        serde_json::from_value(json!({
            "id": "year", "vary": { "weeks": [26, 39, 52], "day": ["monday", "friday"] },
            "task": { "type": "quiz", "question": { "choices": choices } },
        }))
        .unwrap()
    }

    #[test]
    fn the_next_try_draws_other_values() {
        let step = step();
        for seed in 0..20 {
            let draw = |variation| Params::draw(&step, "lesson", seed, variation);
            assert_eq!(draw(3), draw(3));
            for variation in 0..5 {
                let (one, next) = (draw(variation), draw(variation + 1));
                assert_ne!(one.number("weeks"), next.number("weeks"));
                assert_ne!(one.get("day"), next.get("day"));
            }
        }
        assert_eq!(Params::all(&step).len(), 6);
    }

    #[test]
    fn choices_are_mixed_by_the_try_and_none_is_lost() {
        let step = step();
        let question = step.task.question().unwrap();
        let order = |variation| {
            let drawn = Params::draw(&step, "lesson", 1, variation);
            drawn.order(question).iter().map(|choice| choice.id.clone()).collect::<Vec<_>>()
        };
        let orders: std::collections::BTreeSet<_> = (0..20).map(order).collect();
        assert!(orders.len() > 5 && orders.iter().all(|order| order.len() == 4));
        let ordered = Question { is_ordered: true, ..question.clone() };
        let plain: Vec<_> =
            Params::draw(&step, "lesson", 1, 0).order(&ordered).iter().map(|one| one.id.clone()).collect();
        assert_eq!(plain, ["a", "b", "c", "d"]);
    }

    #[test]
    fn values_are_filled_in_wherever_they_are_named() {
        let drawn = Params::draw(&step(), "lesson", 1, 0);
        let filled = drawn.fill(&json!({ "days": [{ "$": "day" }], "weeks": { "$": "weeks" } })).unwrap();
        assert_eq!(filled["weeks"], *drawn.get("weeks").unwrap());
        assert_eq!(filled["days"][0], *drawn.get("day").unwrap());
        assert_eq!(drawn.fill(&json!({ "$": "nobody" })), Err("nobody".into()));
    }
}
