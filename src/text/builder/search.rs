//! How well something that has names fits what was typed: the beginning of a name first, then of a word, then
//! letters in order.

/// How well a name fits; the least is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The name begins with it, or nothing was typed.
    Beginning,
    /// A word of the name begins with it.
    Word,
    /// The name in the other language, or another word for it, begins with it or has a word that does.
    OtherName,
    /// The name has it somewhere.
    Inside,
    /// The name has its letters in this order.
    Letters,
    /// What it does is told in these words.
    Description,
}

/// How well `typed` fits something of this name, of these other names and with this description; none where it
/// does not. Case and the marks on letters make no difference.
pub fn fit(typed: &str, name: &str, others: &[&str], description: &str) -> Option<Fit> {
    let typed = folded(typed.trim());
    if typed.is_empty() {
        return Some(Fit::Beginning);
    }
    let name = folded(name);
    let others: Vec<String> = others.iter().map(|other| folded(other)).collect();
    if name.starts_with(&typed) {
        Some(Fit::Beginning)
    } else if begins_word(&name, &typed) {
        Some(Fit::Word)
    } else if others.iter().any(|other| begins_word(other, &typed)) {
        Some(Fit::OtherName)
    } else if name.contains(&typed) {
        Some(Fit::Inside)
    } else if typed.chars().count() > 1 && has_letters(&name, &typed) {
        Some(Fit::Letters)
    } else {
        let description = folded(description);
        let mut words = typed.split_whitespace();
        let is_told = typed.chars().count() > 2 && words.all(|word| begins_word(&description, word));
        is_told.then_some(Fit::Description)
    }
}

/// The places of those that fit, best first, otherwise in their order.
pub fn ranked<T>(all: &[T], fit: impl Fn(&T) -> Option<Fit>) -> Vec<usize> {
    let mut fitting: Vec<(Fit, usize)> =
        all.iter().enumerate().filter_map(|(place, one)| Some((fit(one)?, place))).collect();
    fitting.sort_unstable();
    fitting.into_iter().map(|(_, place)| place).collect()
}

fn begins_word(text: &str, typed: &str) -> bool {
    let begins = |(at, _): (usize, &str)| {
        at == 0 || text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
    };
    text.match_indices(typed).any(begins)
}

fn has_letters(text: &str, typed: &str) -> bool {
    let mut letters = text.chars();
    typed.chars().filter(|sign| !sign.is_whitespace()).all(|sign| letters.any(|letter| letter == sign))
}

fn folded(text: &str) -> String {
    let plain = |sign: char| match sign {
        'å' | 'ä' | 'á' | 'à' => 'a',
        'ö' | 'ó' | 'ø' => 'o',
        'é' | 'è' | 'ê' => 'e',
        'ü' => 'u',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_comes_before_a_word_and_that_before_letters() {
        let names = ["List update", "Incremental query", "Query", "Enquiry", "Quarterly yield"];
        let order = |typed| ranked(&names, |name| fit(typed, name, &[], ""));
        assert_eq!(order("q"), [2, 4, 1, 3]);
        assert_eq!(order("qy"), [1, 2, 3, 4]);
        assert_eq!(order(""), [0, 1, 2, 3, 4]);
        assert_eq!(order("zebra"), [] as [usize; 0]);
    }

    #[test]
    fn other_names_and_descriptions_count_less_and_marks_nothing() {
        assert_eq!(fit("fraga", "Query", &["Fråga"], ""), Some(Fit::OtherName));
        assert_eq!(fit("ater", "Återkommande leverans", &[], ""), Some(Fit::Beginning));
        assert_eq!(
            fit("selects every", "Query", &[], "Selects everyone who matches."),
            Some(Fit::Description)
        );
        assert_eq!(fit("se", "Query", &[], "Selects everyone."), None);
    }
}
