//! The forms of activities that combine populations, and of Change dimension.

use yew::prelude::*;

use super::lookup::{inbound, none_if_empty};
use super::sheet::Sheet;
use crate::scenario::activity::flow::AndJoinSettings;
use crate::scenario::activity::targeting::{
    ChangeDimensionSettings, Dimension, ExclusionSettings, IntersectionSettings,
};
use crate::text::activity::words::dimension;
use crate::text::format::capitalized;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::{flow, targeting};

/// The Intersection: whether the rest has an output.
pub fn intersection(sheet: &Sheet<'_, IntersectionSettings>) -> Html {
    let means = targeting::of(sheet.pen.lang).complement_of_intersection;
    let on = sheet.now.complement;
    sheet.tick("ins-complement", shared::of(sheet.pen.lang).complement, on, means, |set| set.complement = !on)
}

/// The Exclusion: the main set among what comes in, and whether the excluded have an output.
pub fn exclusion(sheet: &Sheet<'_, ExclusionSettings>, name: &str) -> Html {
    let (lang, words) = (sheet.pen.lang, shared::of(sheet.pen.lang));
    let set = sheet.now.main_set.clone().unwrap_or_default();
    let none = targeting::of(lang).first_transition;
    let entries = inbound(lang, &sheet.props.scenario, name, none, &set);
    let on = sheet.now.complement;
    let means = targeting::of(lang).complement_of_exclusion;
    html! {
        <>
            { sheet.choice("ins-main-set", words.main_set, set, entries, |settings, chosen| {
                settings.main_set = none_if_empty(chosen);
            }) }
            { sheet.tick("ins-complement", words.complement, on, means, |set| set.complement = !on) }
        </>
    }
}

/// The AND-join: whose population passes on.
pub fn and_join(sheet: &Sheet<'_, AndJoinSettings>, name: &str) -> Html {
    let (lang, words) = (sheet.pen.lang, shared::of(sheet.pen.lang));
    let set = sheet.now.main_set.clone().unwrap_or_default();
    let entries = inbound(lang, &sheet.props.scenario, name, flow::of(lang).unknown_set, &set);
    sheet.choice("ins-main-set", words.main_set, set, entries, |settings, chosen| {
        settings.main_set = none_if_empty(chosen);
    })
}

/// Change dimension: what the population consists of afterwards.
pub fn change_dimension(sheet: &Sheet<'_, ChangeDimensionSettings>) -> Html {
    let lang = sheet.pen.lang;
    let values =
        [Dimension::Recipients, Dimension::Contracts].map(|one| (one, capitalized(dimension(lang, one))));
    sheet.one_of("ins-dimension", targeting::of(lang).new_dimension, sheet.now.to, &values, |change, to| {
        change.to = to;
    })
}
