//! The gallery as it is drawn.

use yew::LocalServerRenderer;

use super::*;
use crate::app::templates::Template;
use crate::text::lang::tests::swedish_view;

async fn view(templates: Templates, theme: Theme, lang: Lang) -> String {
    let name = "Mine".into();
    let props = GalleryDialogProps { templates, name, theme, lang, send: Callback::noop() };
    LocalServerRenderer::<GalleryDialog>::with_props(props).hydratable(false).render().await
}

fn template(name: &str) -> Template {
    Template { name: name.into(), scenario: Rc::new(Sample::Welcome.scenario()) }
}

#[tokio::test]
async fn every_sample_has_a_picture_and_says_what_it_teaches() {
    for lang in Lang::WRITTEN {
        let html = view(Templates::default(), Theme::Light, lang).await;
        assert_eq!(html.matches("<img ").count(), Sample::ALL.len());
        assert_eq!(html.matches("src=\"data:image/svg+xml,%3Csvg").count(), Sample::ALL.len());
        for sample in Sample::ALL {
            assert!(html.contains(gallery::teaches(lang, sample)), "{}", sample.name());
        }
        assert!(html.contains(gallery::of(lang).none));
    }
}

#[tokio::test]
async fn own_templates_are_opened_deleted_and_brought_back() {
    let mut templates = Templates {
        kept: Rc::new(vec![template("First <b>"), template("Second")]),
        deleted: Some(template("Third")),
        ..Templates::default()
    };
    let html = view(templates.clone(), Theme::Auto, Lang::En).await;
    for part in ["First &lt;b&gt;", "Delete: “Second”", "“Third” was deleted.", ">Undo<", "value=\"Mine\""]
    {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert_eq!(html.matches("<source ").count(), Sample::ALL.len() + 2);
    templates.problem = Some(TemplateProblem::TooMany);
    templates.is_fleeting = true;
    let html = swedish_view(|lang| view(templates.clone(), Theme::Dark, lang)).await;
    assert!(html.contains("Det finns 40 mallar") && html.contains("tills sidan stängs"), "{html}");
}

#[tokio::test]
async fn what_other_tabs_worked_at_is_there_where_there_is_any() {
    let heading = gallery::of(Lang::En).others;
    assert!(!view(Templates::default(), Theme::Light, Lang::En).await.contains(heading));
    let work = OtherWork { tab: "1a2b3c4d".into(), scenario: Rc::new(Sample::Welcome.scenario()) };
    let templates = Templates { others: Rc::new(vec![work]), ..Templates::default() };
    let html = view(templates, Theme::Light, Lang::En).await;
    let name = Sample::Welcome.scenario().name;
    assert!(html.contains(heading) && html.contains(&format!("Open: “{name}”")), "{html}");
    assert_eq!(html.matches("<img ").count(), Sample::ALL.len() + 1);
}

#[test]
fn an_address_has_nothing_that_ends_it() {
    let address = address("<svg a=\"#x\">å% '</svg>\n");
    assert_eq!(address, "data:image/svg+xml,%3Csvg%20a=%22%23x%22%3E%C3%A5%25%20%27%3C/svg%3E");
}
