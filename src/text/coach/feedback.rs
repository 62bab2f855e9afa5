//! What the coach says about a prediction once the outcome is known: to the point, and never a mark.

use crate::text::Lang;
use crate::text::format::counted;

/// On the plain run: a sentence about each kind. `sure` is whether the learner was sure.
pub fn on_year(lang: Lang, said: (u32, u32), came: (u32, u32), sure: bool) -> Vec<String> {
    let sentences = vec![recurring(lang, said.0, came.0), continuous(lang, said.1, came)];
    with_surprise(lang, sentences, sure && said != came)
}

/// On the run with an edit. `before` is how many continuous deliveries there were without it.
pub fn on_change(lang: Lang, said: (u32, u32), came: (u32, u32), before: u32, sure: bool) -> Vec<String> {
    let first = forked(lang, said.1, came.1, before);
    let second = if said.0 == came.0 { untouched(lang) } else { recurring(lang, said.0, came.0) };
    with_surprise(lang, vec![first, second], sure && said != came)
}

fn recurring(lang: Lang, said: u32, came: u32) -> String {
    let runs = counted(lang, came.into(), lang.either("run", "körning"), lang.either("runs", "körningar"));
    let made = counted(
        lang,
        came.into(),
        lang.either("delivery", "leverans"),
        lang.either("deliveries", "leveranser"),
    );
    let rule = lang.pick(
        "A recurring delivery makes a new delivery at each run, with logs of its own",
        "En återkommande leverans skapar en ny leverans vid varje körning, med egna loggar",
    );
    let rule = format!("{rule}: {runs}, {made}.");
    let opening = match (said == came, said) {
        (true, _) => return rule,
        (false, 0 | 1) => lang.pick(
            "One delivery that goes on is the other kind.",
            "En leverans som fortsätter är den andra sorten.",
        ),
        (false, _) if said > came => lang
            .pick("There are no more deliveries than runs.", "Det blir inte fler leveranser än körningar."),
        (false, _) => lang
            .pick("No run shares its delivery with another.", "Ingen körning delar leverans med en annan."),
    };
    format!("{opening} {rule}")
}

fn continuous(lang: Lang, said: u32, came: (u32, u32)) -> String {
    let rule = lang.pick(
        "A continuous delivery adds its log rows to the delivery it has, as long as nothing about it changes.",
        "En kontinuerlig leverans lägger sina loggrader i den leverans den har, så länge inget i den ändras.",
    );
    let opening = match said {
        _ if said == came.1 => return rule.to_owned(),
        0 => lang.pick("It needs a delivery to write into.", "Den behöver en leverans att skriva i."),
        _ if said == came.0 => lang.pick(
            "Many think so: every run sends, so every run looks like a delivery.",
            "Många tror det: varje körning skickar, så varje körning ser ut som en leverans.",
        ),
        _ => lang
            .pick("Runs and deliveries are two things here.", "Körningar och leveranser är två saker här."),
    };
    format!("{opening} {rule}")
}

/// The fork is documented: with changed content the next execution makes a new delivery object (`gs-message` page).
fn forked(lang: Lang, said: u32, came: u32, before: u32) -> String {
    let rule = lang.pick(
        "When the content has changed, the next run begins a new delivery, and the runs after it go on in that \
         one. So “a single delivery” holds between edits.",
        "När innehållet har ändrats börjar nästa körning en ny leverans, och körningarna efter den fortsätter i \
         den. ”En enda leverans” gäller alltså mellan redigeringar.",
    );
    if came <= before {
        let sentence = lang.pick(
            "No later run found the content changed, so the delivery went on.",
            "Ingen senare körning fann innehållet ändrat, så leveransen fortsatte.",
        );
        return sentence.to_owned();
    }
    let opening = match said {
        _ if said == came => return rule.to_owned(),
        _ if said == before => lang.pick(
            "That would be so if nothing had been edited.",
            "Så hade det blivit om inget hade redigerats.",
        ),
        _ if said > came => lang.pick(
            "One edit makes one new delivery, not one for each run after it.",
            "En redigering ger en ny leverans, inte en för varje körning efter den.",
        ),
        _ => lang.pick("The edit counts too.", "Redigeringen räknas också."),
    };
    format!("{opening} {rule}")
}

fn untouched(lang: Lang) -> String {
    lang.pick(
        "The recurring delivery has its own copy of the creative, so this edit did not touch it.",
        "Den återkommande leveransen har sin egen kopia av innehållet, så redigeringen rörde den inte.",
    )
    .to_owned()
}

/// Adds a word to somebody who was sure of what did not come.
fn with_surprise(lang: Lang, mut sentences: Vec<String>, is_surprised: bool) -> Vec<String> {
    if is_surprised {
        let sentence = lang.pick(
            "You were sure: all the more worth remembering.",
            "Du var säker: desto mer värt att minnas.",
        );
        sentences.push(sentence.to_owned());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feedback_fits_the_prediction() {
        let said =
            |recurring, continuous| on_year(Lang::En, (recurring, continuous), (52, 1), false).join(" ");
        assert!(said(52, 52).contains("Many think so"));
        assert!(said(1, 1).starts_with("One delivery that goes on is the other kind."));
        assert!(said(104, 1).contains("no more deliveries than runs"));
        assert!(!said(52, 1).contains("Many") && said(52, 1).contains("52 runs"));
    }

    #[test]
    fn feedback_on_the_edit_compares_with_the_run_before() {
        let said = |continuous| on_change(Lang::En, (52, continuous), (52, 2), 1, true).join(" ");
        assert!(said(1).starts_with("That would be so if nothing had been edited."));
        assert!(said(27).starts_with("One edit makes one new delivery"));
        assert!(said(1).contains("You were sure") && !said(2).contains("You were sure"));
        assert!(said(2).contains("its own copy"));
        assert!(on_change(Lang::Sv, (52, 1), (52, 2), 1, false)[0].starts_with("Så hade det blivit"));
    }
}
