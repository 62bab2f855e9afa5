//! Views of the import dialog and its parts.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::session::Choice;
use super::*;
use crate::people::AttributeKind;
use crate::scenario::samples::Sample;
use crate::text::lang::tests::swedish_view;

/// The parts that show an open file, as they stand in the dialog.
#[derive(Clone, PartialEq, Properties)]
struct OpenedProps {
    text: AttrValue,
    lang: Lang,
    turn: Option<usize>,
}

#[component]
fn Opened(props: &OpenedProps) -> Html {
    let bytes = props.text.as_bytes().to_vec();
    let mut session = Rc::new(Session::new(Limits::default()));
    let choose = Turn::Choose { number: 1, name: "people.csv".to_owned(), bytes: bytes.len() as u64 };
    let as_text = |place| Turn::SetTarget(place, Choice::New(AttributeKind::Text));
    let turns = [choose, Turn::Fetched(1, Some(bytes)), Turn::Work];
    for turn in turns.into_iter().chain(props.turn.map(as_text)).chain([Turn::Work]) {
        session = session.reduce(turn);
    }
    let words = text::import::of(props.lang);
    let parts = session.file.as_ref().map(|file| {
        html! {
            <>
                { facts(props.lang, words, file, &Callback::noop()) }
                { mapping_table(props.lang, words, &session, file, &Callback::noop()) }
                { result(props.lang, words, file) }
                { bad_lines(props.lang, words, file) }
            </>
        }
    });
    let refused = session.refused.as_ref().map(|refused| refusal(props.lang, refused));
    html! { <>{ parts }{ refused }</> }
}

async fn opened(text: &str, lang: Lang, turn: Option<usize>) -> String {
    let props = OpenedProps { text: text.to_owned().into(), lang, turn };
    LocalServerRenderer::<Opened>::with_props(props).hydratable(false).render().await
}

async fn dialog(scenario: Scenario) -> String {
    let scenario = Shared::of(&Rc::new(scenario));
    let props = ImportDialogProps { scenario, handed: None, lang: Lang::En, send: Callback::noop() };
    LocalServerRenderer::<ImportDialog>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn the_dialog_offers_a_file_and_an_example() {
    let html = dialog(Sample::SideBySide.scenario()).await;
    assert!(html.contains("Choose a CSV file") && html.contains("type=\"file\""));
    assert!(html.contains("Now: 10,000 generated recipients."));
    assert!(html.contains("download=\"recipients.csv\"") && html.contains("href=\"data:text/csv"));
    assert!(!html.contains("Back to generated"));
}

#[tokio::test]
async fn imported_recipients_can_be_given_up_again() {
    let mut scenario = Sample::SideBySide.scenario();
    let imported = crate::people::import::import_file(b"email\na@b.se\n", "mine.csv", &Limits::default());
    scenario.population = PopulationSpec::Imported(imported.unwrap().people);
    let html = dialog(scenario).await;
    assert!(
        html.contains("Now: 1 recipient from mine.csv.") && html.contains("Back to generated recipients")
    );
}

#[tokio::test]
async fn the_mapping_shows_headers_first_values_and_what_they_become() {
    let text = "E-post;Skor;Ort\na@b.se;42;Lund\nc@d.se;;Umeå\ne@f.se;40;\n";
    let html = swedish_view(|lang| opened(text, lang, None)).await;
    for part in ["people.csv", "UTF-8", "Semikolon", "E-post", "42", "40", "Lund", "Umeå"] {
        assert!(html.contains(part), "{part}");
    }
    for chosen in [">E-post</option>", ">Ny: ett heltal</option>", ">Ort</option>"] {
        let selected = html.match_indices(chosen).any(|(at, _)| {
            let tag = html[..at].rfind("<option").unwrap();
            html[tag..at].contains("selected")
        });
        assert!(selected, "{chosen}");
    }
    assert!(html.contains("Alla 3 mottagare kan tas in.") && !html.contains("Rader som inte kan tas in"));
}

#[tokio::test]
async fn bad_lines_are_listed_with_line_reason_and_remedy_until_the_mapping_is_changed() {
    let text = "email,points\na@b.se,1\nc@d.se,many\n";
    let html = opened(text, Lang::En, None).await;
    assert!(html.contains("1 recipient can be taken, 1 line cannot."));
    assert!(
        html.contains("“many” in “points” is not a whole number.")
            && html.contains("<td class=\"number\">3</td>")
    );
    let html = opened(text, Lang::En, Some(1)).await;
    assert!(html.contains("All 2 recipients can be taken."));
}

#[tokio::test]
async fn only_the_first_hundred_bad_lines_are_shown() {
    let bad: String = (0..250).map(|n| format!("nobody{n}\n")).collect();
    let html = opened(&format!("email\na@b.se\n{bad}"), Lang::En, None).await;
    assert_eq!(html.matches("is not an e-mail address.").count(), outcome::BAD_LINES_SHOWN);
    assert!(html.contains("the first 100 of 250"));
}

#[tokio::test]
async fn a_file_that_cannot_be_used_is_told_of_in_a_sentence() {
    let html = opened("", Lang::En, None).await;
    assert!(html.contains("people.csv cannot be used. Your recipients are as they were."));
    assert!(html.contains("The file is empty.") && html.contains("role=\"alert\""));
    let html = opened("PK\u{3}\u{4}", Lang::Sv, None).await;
    assert!(html.contains("kalkylark") && html.contains("spara den som CSV"));
    let html = opened("email,name\n", Lang::En, None).await;
    assert!(html.contains("The file has column names, but no recipients below them."));
}
