//! The attributes of a recipient (schema `nms:recipient`): names in files, kinds, the product's field names.

use serde::{Deserialize, Serialize};

/// What sort of value an attribute holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum AttributeKind {
    /// Any text; the empty text is "no value".
    Text,
    /// A whole number, or none.
    Integer,
    /// A calendar day, or none.
    Date,
    /// Yes or no; never empty.
    Flag,
}

/// The place of an attribute in a [`Schema`]. Standard attributes have the same place in every schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttributeIdx(u16);

impl AttributeIdx {
    /// The place as an index into [`Schema::attributes`].
    pub const fn get(self) -> usize {
        self.0 as usize
    }
}

/// One attribute of a recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The name in scenario files and conditions, such as `birthDate`.
    pub name: String,
    /// What it holds.
    pub kind: AttributeKind,
    /// The product's own field name where its data model page names one, such as `sEmail`.
    pub product_field: Option<&'static str>,
    /// Whether every population has it; otherwise it came with an imported file.
    pub standard: bool,
}

/// `sEmail`: the address a delivery is sent to.
pub const EMAIL: AttributeIdx = AttributeIdx(0);
/// The given name.
pub const FIRST_NAME: AttributeIdx = AttributeIdx(1);
/// The family name.
pub const LAST_NAME: AttributeIdx = AttributeIdx(2);
/// The day of birth; the birthday example selects on it.
pub const BIRTH_DATE: AttributeIdx = AttributeIdx(3);
/// `female`, `male`, or empty.
pub const GENDER: AttributeIdx = AttributeIdx(4);
/// `sCountryCode`: two letters, such as `SE`.
pub const COUNTRY: AttributeIdx = AttributeIdx(5);
/// The town, in its own language.
pub const CITY: AttributeIdx = AttributeIdx(6);
/// The language to write in: two letters, such as `sv`.
pub const LANGUAGE: AttributeIdx = AttributeIdx(7);
/// Whether the person asked for the newsletter.
pub const NEWSLETTER: AttributeIdx = AttributeIdx(8);
/// The loyalty tier: one of [`LOYALTY_TIERS`].
pub const LOYALTY: AttributeIdx = AttributeIdx(9);
/// Loyalty points.
pub const POINTS: AttributeIdx = AttributeIdx(10);
/// The day the profile was made.
pub const CREATED: AttributeIdx = AttributeIdx(11);
/// `iEmailFormat`: 0 undefined, 1 text, 2 HTML.
pub const EMAIL_FORMAT: AttributeIdx = AttributeIdx(12);
/// The `iEmailFormat` of those who read in text format.
pub const TEXT_FORMAT: i64 = 1;
/// `iBlackList`: the person has opted out and is denylisted.
pub const BLACK_LIST: AttributeIdx = AttributeIdx(13);
/// `sMobilePhone`; four in five generated people have one.
pub const MOBILE_PHONE: AttributeIdx = AttributeIdx(14);

/// The values of `loyalty`, lowest first.
pub const LOYALTY_TIERS: [&str; 4] = ["none", "bronze", "silver", "gold"];

const STANDARD: [(&str, AttributeKind, Option<&str>); 15] = [
    ("email", AttributeKind::Text, Some("sEmail")),
    ("firstName", AttributeKind::Text, None),
    ("lastName", AttributeKind::Text, None),
    ("birthDate", AttributeKind::Date, None),
    ("gender", AttributeKind::Text, None),
    ("country", AttributeKind::Text, Some("sCountryCode")),
    ("city", AttributeKind::Text, None),
    ("language", AttributeKind::Text, None),
    ("newsletter", AttributeKind::Flag, None),
    ("loyalty", AttributeKind::Text, None),
    ("points", AttributeKind::Integer, None),
    ("created", AttributeKind::Date, None),
    ("emailFormat", AttributeKind::Integer, Some("iEmailFormat")),
    ("blackList", AttributeKind::Flag, Some("iBlackList")),
    ("mobilePhone", AttributeKind::Text, Some("sMobilePhone")),
];

/// How many standard attributes there are; custom ones follow.
pub const STANDARD_COUNT: usize = STANDARD.len();

/// The attributes that conditions may name: the standard ones, then those of an imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schema {
    attributes: Vec<Attribute>,
}

impl Schema {
    /// The standard attributes alone.
    pub fn standard() -> Self {
        let attributes = STANDARD
            .iter()
            .map(|&(name, kind, product_field)| Attribute {
                name: name.to_owned(),
                kind,
                product_field,
                standard: true,
            })
            .collect();
        Self { attributes }
    }

    /// The standard attributes and these custom ones. A name that is taken already is left out, as is
    /// everything beyond 1,000 attributes.
    pub fn with_custom<'a>(custom: impl IntoIterator<Item = (&'a str, AttributeKind)>) -> Self {
        const LIMIT: usize = 1_000;
        let mut schema = Self::standard();
        for (name, kind) in custom {
            if schema.attributes.len() < LIMIT && schema.find(name).is_none() {
                let name = name.to_owned();
                schema.attributes.push(Attribute { name, kind, product_field: None, standard: false });
            }
        }
        schema
    }

    /// Every attribute, in order of [`AttributeIdx`].
    pub fn attributes(&self) -> &[Attribute] {
        &self.attributes
    }

    /// Every attribute with its place.
    pub fn iter(&self) -> impl Iterator<Item = (AttributeIdx, &Attribute)> {
        (0..).map(AttributeIdx).zip(&self.attributes)
    }

    /// The place of the attribute with this file name (case matters).
    pub fn find(&self, name: &str) -> Option<AttributeIdx> {
        self.iter().find(|(_, attribute)| attribute.name == name).map(|(idx, _)| idx)
    }

    /// The attribute at a place; none where the place belongs to another schema.
    pub fn get(&self, idx: AttributeIdx) -> Option<&Attribute> {
        self.attributes.get(idx.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_places_match_their_names() {
        let schema = Schema::standard();
        let named = [
            (EMAIL, "email"),
            (FIRST_NAME, "firstName"),
            (LAST_NAME, "lastName"),
            (BIRTH_DATE, "birthDate"),
            (GENDER, "gender"),
            (COUNTRY, "country"),
            (CITY, "city"),
            (LANGUAGE, "language"),
            (NEWSLETTER, "newsletter"),
            (LOYALTY, "loyalty"),
            (POINTS, "points"),
            (CREATED, "created"),
            (EMAIL_FORMAT, "emailFormat"),
            (BLACK_LIST, "blackList"),
            (MOBILE_PHONE, "mobilePhone"),
        ];
        assert_eq!(named.len(), STANDARD_COUNT);
        for (idx, name) in named {
            assert_eq!(schema.find(name), Some(idx), "{name}");
        }
    }

    #[test]
    fn custom_attributes_follow_and_never_shadow() {
        let custom = [("shoe size", AttributeKind::Integer), ("email", AttributeKind::Flag)];
        let schema = Schema::with_custom(custom);
        assert_eq!(schema.attributes().len(), STANDARD_COUNT + 1);
        assert_eq!(schema.find("shoe size").map(AttributeIdx::get), Some(STANDARD_COUNT));
        assert_eq!(schema.get(EMAIL).map(|email| email.kind), Some(AttributeKind::Text));
    }
}
