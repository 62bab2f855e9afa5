//! Packs of languages: complete, nothing that is no longer said, the same names of values, and no markup.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use delivery_lab::text::lang::{Tongue, pack};
use delivery_lab::text::{Lang, format};
use serde_json::{Value, json};

#[path = "../../xtask/src/messages.rs"]
pub(crate) mod messages;

/// The languages that come as packs, and how many forms a noun with a number has in each.
const PACKS: [(&str, std::ops::RangeInclusive<usize>); 5] =
    [("sv", 2..=2), ("de", 2..=2), ("fr", 2..=3), ("es", 2..=3), ("ja", 1..=1)];

/// Messages that give the number in a row as well, where a language says that instead.
const IN_A_ROW: [&str; 4] =
    ["Every {weeks} weeks", "Every {minutes} hours", "Every {minutes} minutes", "every {minutes} min"];

#[test]
fn every_message_is_listed() {
    let all = messages::list(&texts());
    assert!(all.iter().any(|one| (&*one.text, &*one.file) == ("About Delivery Lab", "about.rs")));
    let listed: BTreeSet<String> = listed().into_iter().collect();
    assert!(listed.len() > 2_000, "{} messages", listed.len());
    for known in [
        "About Delivery Lab",
        "{n} message|{n} messages",
        "activity|activities",
        "Run [verb]",
        "Open [event]",
        "{who} made {name} with {messages}.",
        "Every day at {time}",
        "The words for {name} could not be fetched, so the language stays as it is.",
    ] {
        assert!(listed.contains(known), "{known}");
    }
    for message in &listed {
        let swedish = ['å', 'ä', 'ö'];
        let is_example = message.contains("Malmö");
        assert!(is_example || !message.contains(swedish), "Swedish among the English messages: {message}");
    }
}

#[test]
fn every_language_that_is_offered_beside_english_has_its_pack() {
    let offered = Lang::OFFERED.into_iter().filter(|lang| *lang != Lang::En).map(Lang::code);
    assert_eq!(offered.collect::<Vec<_>>(), PACKS.map(|(code, _)| code));
    // The tool that makes packs stands alone, so it has the list once more.
    let tool = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("xtask/src/lang.rs")).unwrap();
    let translated: Vec<String> = PACKS[1..].iter().map(|(code, _)| format!("{code:?}")).collect();
    let list = format!("[SWEDISH, {}];", translated.join(", "));
    assert!(tool.contains(&list), "CODES of xtask/src/lang.rs are not {list}");
}

#[test]
fn packs_say_everything_and_nothing_else() {
    let listed = listed();
    for (code, _) in PACKS {
        let pack = read(code);
        let missing: Vec<_> = listed.iter().filter(|message| !pack.contains_key(*message)).collect();
        assert!(missing.is_empty(), "{code} lacks {}, among them: {:#?}", missing.len(), first(&missing));
        let gone: Vec<_> = pack.keys().filter(|message| !listed.contains(message)).collect();
        assert!(gone.is_empty(), "{code} has what is no longer said: {:#?}", first(&gone));
    }
}

#[test]
fn translations_name_the_same_values_and_hold_no_markup() {
    for (code, forms) in PACKS {
        for (message, text) in read(code) {
            let told = format!("{code}: {message:?} is {text:?}");
            if is_counted(&message) {
                let all: Vec<&str> = text.split('|').collect();
                assert!(forms.contains(&all.len()), "{told}: {} forms", all.len());
                let wanted = names(message.split('|').next().unwrap());
                assert!(all.iter().all(|form| names(form) == wanted), "{told}: other values");
            } else {
                let in_a_row = IN_A_ROW.contains(&&*message) && names(&text) == BTreeSet::from(["nth"]);
                assert!(in_a_row || names(&message) == names(&text), "{told}: other values");
            }
            assert!(!text.contains(['<', '>']) || message.contains(['<', '>']), "{told}: markup");
            assert!(!text.chars().any(is_hidden), "{told}: a sign that is not seen");
            let blanks = |text: &str| (text.starts_with(' '), text.ends_with(' '));
            assert_eq!(blanks(&message), blanks(&text), "{told}: blanks around it");
        }
    }
}

#[test]
fn packs_can_be_taken_in() {
    for (code, _) in PACKS {
        let Some(tongue) = Tongue::ALL.into_iter().find(|one| one.code() == code) else {
            panic!("{code} is no pack")
        };
        let text = fs::read_to_string(path(code)).unwrap();
        pack::take(tongue, &text).unwrap();
        assert!(Lang::Pack(tongue).is_here());
        assert_ne!(format::number(Lang::Pack(tongue), 1_234_567), "1234567");
    }
}

#[test]
fn what_is_no_pack_is_refused() {
    let Some(Lang::Pack(tongue)) = Lang::from_code("xr") else { panic!("xr is no pack") };
    let other = json!({"lang": "de", "marks": {}, "messages": {}}).to_string();
    for text in ["", "{", "[]", "{\"lang\": \"xr\"}", &other] {
        assert!(pack::take(tongue, text).is_err(), "{text}");
    }
    assert!(!Lang::Pack(tongue).is_here());
}

fn listed() -> Vec<String> {
    messages::list(&texts()).into_iter().map(|message| message.text).collect()
}

fn texts() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text")
}

/// The messages of a pack.
fn read(code: &str) -> BTreeMap<String, String> {
    let text = fs::read_to_string(path(code))
        .unwrap_or_else(|_| panic!("{code} has no pack; write it by `cargo xtask lang {code}`"));
    let json: Value = serde_json::from_str(&text).unwrap();
    serde_json::from_value(json["messages"].clone()).unwrap()
}

fn path(code: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/lang").join(format!("{code}.json"))
}

fn first<T: std::fmt::Debug>(all: &[T]) -> &[T] {
    &all[..all.len().min(20)]
}

/// Whether a message is a noun in its forms.
fn is_counted(message: &str) -> bool {
    message.contains('|')
}

/// The names in braces, each once.
fn names(text: &str) -> BTreeSet<&str> {
    let after_braces = text.split('{').skip(1);
    after_braces.filter_map(|rest| rest.split_once('}')).map(|(name, _)| name).collect()
}

/// Signs that turn text around or take no room.
fn is_hidden(sign: char) -> bool {
    let is_break = matches!(sign, '\n' | '\r');
    sign.is_control() && !is_break
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
