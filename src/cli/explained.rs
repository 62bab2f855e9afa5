//! One recipient of a run, told from beginning to end: the option `--explain`.

use crate::base::people_set::RecipientIdx;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::text::{Lang, explain};

/// Who it is, every sentence, and what it came to.
///
/// # Errors
/// A sentence that says that there is no such recipient.
pub(super) fn of(lang: Lang, scenario: &Scenario, log: &RunLog, asked: &str) -> Result<String, String> {
    let total = log.plan().people.total();
    let recipient = find(log, asked).ok_or_else(|| explain::no_such(lang, asked, total.into()))?;
    let happenings = log.explain(recipient, log.end());
    let mut lines = vec![explain::who(lang, log, recipient), String::new()];
    if happenings.is_empty() {
        lines.push(explain::nothing_happened(lang, log.end(), log));
    } else {
        lines.extend(explain::lines(lang, scenario, log, &happenings));
    }
    let counts = log.deliveries_to(recipient, log.end());
    if !counts.is_empty() {
        lines.push(String::new());
    }
    lines.extend(
        counts.into_iter().map(|(step, messages)| explain::outcome(lang, scenario, log, step, messages)),
    );
    Ok(lines.join("\n"))
}

/// A recipient by number, from 1, or by address, whatever the case of its letters.
fn find(log: &RunLog, asked: &str) -> Option<RecipientIdx> {
    let (people, asked) = (&log.plan().people, asked.trim());
    let total = people.total();
    match asked.parse::<RecipientIdx>() {
        Ok(number) => number.checked_sub(1).filter(|&recipient| recipient < total),
        Err(_) => (0..total).find(|&recipient| {
            let email = people.identity(recipient).email;
            email.is_some_and(|email| email.to_lowercase() == asked.to_lowercase())
        }),
    }
}
