//! The form of a script activity: which one, and its text, which is never executed.

use yew::prelude::*;

use super::Delivering;
use crate::scenario::activity::Settings;
use crate::scenario::activity::sending::{ScriptKind, ScriptSettings};
use crate::text::activity::script;
use crate::text::inspector::sending as words;
use crate::ui::inspector::forms::area::Area;
use crate::ui::inspector::parts::section;

/// The section.
pub fn script_section(delivering: &Delivering<'_>, code: &ScriptSettings) -> Html {
    let lang = delivering.pen.lang;
    let words = words::of(lang);
    let sheet = delivering.sheet(code, Settings::Script);
    let kinds = [
        ScriptKind::JavaScript,
        ScriptKind::AdvancedJavaScript,
        ScriptKind::SqlCode,
        ScriptKind::SqlDataManagement,
        ScriptKind::NlserverModule,
    ];
    let kinds = kinds.map(|kind| (kind, script(lang, kind).to_owned()));
    let change = sheet.making(|next, text: AttrValue| next.text = text.to_string());
    let body = html! {
        <>
            { sheet.one_of("ins-script-kind", words.kind, code.kind, &kinds, |next, kind| next.kind = kind) }
            <div class="ins-script">
                <Area id="ins-script" label={words.script} applied={code.text.clone()} {change} pen={delivering.pen.clone()} />
            </div>
            <p class="ins-refusal">{ words.inert }</p>
        </>
    };
    section(words.script, body)
}
