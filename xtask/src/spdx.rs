//! Reads licence expressions such as `(MIT OR Apache-2.0) AND Unicode-3.0` and chooses among what they offer.

use std::iter::Peekable;

use anyhow::{Result, bail};

/// What a package asks of those who pass it on.
#[derive(Clone, Debug, PartialEq)]
enum Terms {
    /// One licence, with its exception if it has one.
    One(String),
    /// All of these at once.
    All(Vec<Terms>),
    /// Any one of these.
    Any(Vec<Terms>),
}

/// A licence expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Licence(Terms);

impl Licence {
    /// Reads an expression; `/` means OR, as in older packages.
    pub(crate) fn read(expression: &str) -> Result<Self> {
        let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
        let mut words = spaced.split_whitespace().peekable();
        let terms = any(&mut words, 0);
        match (terms, words.next()) {
            (Some(terms), None) => Ok(Self(terms)),
            _ => bail!("`{expression}` is not a licence expression"),
        }
    }

    /// The licences to keep to, where those in `order` may be kept to, the ones named first being preferred; none
    /// where the expression allows no such choice.
    pub(crate) fn chosen(&self, order: &[&str]) -> Option<Vec<String>> {
        choose(&self.0, order)
    }
}

/// Deeper than any expression a person writes.
const DEEPEST: usize = 16;

fn any<'w>(words: &mut Peekable<impl Iterator<Item = &'w str>>, depth: usize) -> Option<Terms> {
    let mut all = vec![every(words, depth)?];
    while words.next_if_eq(&"OR").is_some() {
        all.push(every(words, depth)?);
    }
    Some(if all.len() == 1 { all.remove(0) } else { Terms::Any(all) })
}

fn every<'w>(words: &mut Peekable<impl Iterator<Item = &'w str>>, depth: usize) -> Option<Terms> {
    let mut all = vec![one(words, depth)?];
    while words.next_if_eq(&"AND").is_some() {
        all.push(one(words, depth)?);
    }
    Some(if all.len() == 1 { all.remove(0) } else { Terms::All(all) })
}

fn one<'w>(words: &mut Peekable<impl Iterator<Item = &'w str>>, depth: usize) -> Option<Terms> {
    match words.next()? {
        "(" if depth < DEEPEST => {
            let inner = any(words, depth + 1)?;
            words.next_if_eq(&")").map(|_| inner)
        }
        "(" | ")" | "AND" | "OR" | "WITH" => None,
        name if words.next_if_eq(&"WITH").is_some() => {
            words.next().map(|exception| Terms::One(format!("{name} WITH {exception}")))
        }
        name => Some(Terms::One(name.to_owned())),
    }
}

fn choose(terms: &Terms, order: &[&str]) -> Option<Vec<String>> {
    match terms {
        Terms::One(name) => order.contains(&name.as_str()).then(|| vec![name.clone()]),
        Terms::All(parts) => {
            let chosen: Option<Vec<_>> = parts.iter().map(|part| choose(part, order)).collect();
            chosen.map(|lists| lists.concat())
        }
        Terms::Any(parts) => parts
            .iter()
            .filter_map(|part| choose(part, order))
            .min_by_key(|chosen| (chosen.len(), chosen.iter().map(|name| rank(name, order)).max())),
    }
}

fn rank(name: &str, order: &[&str]) -> usize {
    order.iter().position(|known| *known == name).unwrap_or(order.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(expression: &str, order: &[&str]) -> Option<Vec<String>> {
        Licence::read(expression).unwrap().chosen(order)
    }

    #[test]
    fn the_licence_preferred_most_is_chosen() {
        let order = ["MIT", "Unicode-3.0", "Apache-2.0"];
        for (expression, wanted) in [
            ("MIT", vec!["MIT"]),
            ("Apache-2.0 OR MIT", vec!["MIT"]),
            ("Apache-2.0 / MIT", vec!["MIT"]),
            ("Apache-2.0/BSL-1.0", vec!["Apache-2.0"]),
            ("(Apache-2.0 OR MIT) AND Unicode-3.0", vec!["MIT", "Unicode-3.0"]),
            ("MIT AND Apache-2.0 OR Apache-2.0", vec!["Apache-2.0"]),
        ] {
            assert_eq!(chosen(expression, &order).unwrap(), wanted, "{expression}");
        }
    }

    #[test]
    fn what_may_not_be_kept_to_is_no_choice() {
        for expression in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0 WITH LLVM-exception"] {
            assert_eq!(chosen(expression, &["MIT", "Apache-2.0"]), None, "{expression}");
        }
        let with = "Apache-2.0 WITH LLVM-exception";
        assert_eq!(chosen(with, &[with]).unwrap(), [with]);
    }

    #[test]
    fn what_is_no_expression_is_refused() {
        for text in ["", "MIT OR", "(MIT", "MIT)", "AND MIT", "MIT Apache-2.0", "MIT WITH", &"(".repeat(99)] {
            assert!(Licence::read(text).is_err(), "{text}");
        }
    }
}
