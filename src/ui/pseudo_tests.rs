//! The page in languages made for tests: twice as long, from right to left, and hostile.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};
use yew::{BaseComponent, Callback, LocalServerRenderer};

use super::about::{AboutBox, AboutBoxProps};
use super::activities::{ActivityList, ActivityListProps};
use super::builder::keys::{KeyList, KeyListProps};
use super::shell::header::{Header, HeaderProps};
use crate::app::options::{Keeping, Mode, Theme};
use crate::app::preferences::Preferences;
use crate::scenario::samples::Sample;
use crate::scene::picture::{Inside, Tone, draw};

use crate::text::lang::tests::{fetched_swedish, swedish};
use crate::text::lang::{Tongue, pack};
use crate::text::{Lang, finding};

#[path = "../../xtask/src/messages.rs"]
mod messages;

/// What would do harm where a text is taken for markup, for a template or for an order of signs.
const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'`&lt;</script>{}{x\u{202e}";

/// Takes a pack in which every message became another.
fn take(tongue: Tongue, change: impl Fn(&str) -> String) -> Lang {
    let listed = messages::list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/text"));
    assert!(listed.len() > 2_000 && listed[0].file == "about.rs");
    let forms = |text: &str| text.split('|').map(&change).collect::<Vec<_>>().join("|");
    let texts: BTreeMap<_, _> = listed.iter().map(|one| (one.text.clone(), forms(&one.text))).collect();
    let mut marks: Value = serde_json::from_str(include_str!("../text/lang/marks.json")).unwrap();
    let file = json!({"lang": tongue.code(), "marks": marks["ja"].take(), "messages": texts});
    pack::take(tongue, &file.to_string()).unwrap();
    Lang::Pack(tongue)
}

/// The views that hold most words.
async fn views(lang: Lang) -> [String; 4] {
    let header = HeaderProps {
        mode: Mode::Build,
        lang,
        coming: None,
        theme: Theme::Auto,
        sample: Some(Sample::SideBySide),
        name: "Mine".into(),
        readonly: false,
        keeping: Keeping::On,
        is_borrowed: false,
        can_undo: true,
        can_redo: true,
        send: Callback::noop(),
    };
    let preferences = Preferences::default();
    [
        html::<AboutBox>(AboutBoxProps { lang, site: yew::AttrValue::default(), send: Callback::noop() })
            .await,
        html::<ActivityList>(ActivityListProps { lang, send: Callback::noop() }).await,
        html::<KeyList>(KeyListProps { preferences, lang, send: Callback::noop() }).await,
        html::<Header>(header).await,
    ]
}

async fn html<C: BaseComponent>(props: C::Properties) -> String {
    LocalServerRenderer::<C>::with_props(props).hydratable(false).render().await
}

/// The names of all tags, as a browser reads them: what is in quotation marks inside a tag is a value.
fn tags(html: &str) -> Vec<String> {
    let (mut names, mut name, mut quote) = (Vec::new(), None::<String>, None);
    for sign in html.chars() {
        match (&mut name, quote) {
            (Some(_), Some(mark)) if sign == mark => quote = None,
            (Some(_), Some(_)) => {}
            (Some(_), None) if matches!(sign, '"' | '\'') => quote = Some(sign),
            (Some(_), None) if sign == '>' => names.extend(name.take()),
            (Some(name), None) => name.push(sign),
            (None, _) if sign == '<' => name = Some(String::new()),
            (None, _) => {}
        }
    }
    names.iter().map(|tag| tag.split([' ', '=']).next().unwrap_or_default().to_owned()).collect()
}

/// How many signs of a view are words.
fn words(html: &str) -> usize {
    let outside_of_tags = html.split('<').filter_map(|part| part.split_once('>'));
    outside_of_tags.map(|(_, text)| text.chars().count()).sum()
}

#[tokio::test]
async fn a_hostile_pack_stays_words() {
    let lang = take(Tongue::Hostile, |text| format!("{text}{HOSTILE}"));
    for (hostile, english) in views(lang).await.iter().zip(views(Lang::En).await) {
        // The menu has one more entry, for the language that only tests have.
        let known = |name: &&String| **name != "option" && **name != "/option";
        let (hostile_tags, tags) = (tags(hostile), tags(&english));
        assert_eq!(
            Vec::from_iter(hostile_tags.iter().filter(known)),
            Vec::from_iter(tags.iter().filter(known))
        );
        assert!(hostile.contains("&lt;img"), "{hostile}");
    }
    for sample in Sample::ALL {
        let scenario = sample.scenario();
        let svg = |lang| draw(lang, &scenario, Tone::Light, Inside::Nothing).svg;
        let (hostile, english) = (svg(lang), svg(Lang::En));
        // Longer words take more lines of text, and bring no shape of their own.
        assert_eq!(BTreeSet::from_iter(tags(&hostile)), BTreeSet::from_iter(tags(&english)), "{hostile}");
        assert!(!hostile.contains("<img") && !hostile.contains("<script"), "{hostile}");
        for found in crate::scenario::check::check(&scenario) {
            assert!(finding::sentence(lang, &scenario, &found).contains("onerror"));
        }
    }
}

#[tokio::test]
async fn the_pack_of_swedish_shows_what_the_source_does() {
    let (written, fetched) = (views(Lang::Sv).await, views(fetched_swedish()).await);
    // The menu of languages has this Swedish beside the other.
    let shown = |html: &String| match html.split_once("class=\"quiet lang\">") {
        Some((before, menu)) => format!("{before}{}", menu.split_once("</select>").unwrap().1),
        None => html.clone(),
    };
    assert_eq!(fetched.each_ref().map(shown), written.each_ref().map(shown));
    for sample in Sample::ALL {
        let scenario = sample.scenario();
        swedish(|lang| draw(lang, &scenario, Tone::Light, Inside::Nothing).svg);
    }
}

#[tokio::test]
async fn a_pack_of_double_length_reaches_every_word() {
    let lang = take(Tongue::Long, |text| {
        let letters = text.chars().filter(|sign| sign.is_alphabetic()).count();
        format!("{text}{}", "m".repeat(letters))
    });
    for (long, english) in views(lang).await.iter().zip(views(Lang::En).await) {
        let (long, short) = (words(long), words(&english));
        assert!(long * 10 > short * 17, "{long} signs for {short}: {english}");
    }
}

#[tokio::test]
async fn a_pack_from_right_to_left_says_so() {
    let lang = take(Tongue::Mirrored, str::to_owned);
    assert_eq!((lang.direction(), lang.code()), ("rtl", "xr"));
    assert_eq!(Lang::OFFERED.map(Lang::direction), ["ltr"; 6]);
    for (mirrored, english) in views(lang).await.iter().zip(views(Lang::En).await) {
        assert!(mirrored.len() >= english.len() - 200, "{mirrored}");
    }
}
