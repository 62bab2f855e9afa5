//! Guesses which attribute each column of a file holds, from its header and its first values.

use super::fold::{cut, folded};
use super::value::{DateOrder, is_email, read_date, read_flag, read_integer};
use crate::base::plain::one_line;
use crate::people::schema::{AttributeKind, Schema};

/// Where one column of a file goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnMapping {
    /// The column's name in the file.
    pub header: String,
    /// Where its values go.
    pub target: Target,
}

/// Where the values of a column go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// To the standard attribute of this name.
    Attribute(String),
    /// To an attribute of the file's own.
    Custom {
        /// Its name in conditions.
        name: String,
        /// What it holds.
        kind: AttributeKind,
    },
    /// Nowhere.
    Ignore,
}

/// Header names, folded, for each standard attribute: English, Swedish, the product's field names.
const SYNONYMS: [(&str, &[&str]); 15] = [
    (
        "email",
        &[
            "email",
            "semail",
            "mail",
            "emailaddress",
            "mailaddress",
            "epost",
            "epostadress",
            "mejl",
            "mejladress",
            "mailadress",
            "emailadress",
        ],
    ),
    ("firstName", &["firstname", "sfirstname", "givenname", "forename", "fornamn", "tilltalsnamn"]),
    ("lastName", &["lastname", "slastname", "surname", "familyname", "efternamn"]),
    (
        "birthDate",
        &[
            "birthdate",
            "tsbirth",
            "dateofbirth",
            "dob",
            "birthday",
            "born",
            "fodelsedatum",
            "fodelsedag",
            "fodd",
        ],
    ),
    ("gender", &["gender", "igender", "sex", "kon"]),
    ("country", &["country", "countrycode", "scountrycode", "land", "landskod", "landkod"]),
    ("city", &["city", "scity", "town", "ort", "stad", "postort", "bostadsort"]),
    ("language", &["language", "slanguage", "lang", "sprak", "sprakkod"]),
    ("newsletter", &["newsletter", "newsletteroptin", "subscriber", "subscribed", "optin", "nyhetsbrev"]),
    (
        "loyalty",
        &[
            "loyalty",
            "loyaltytier",
            "loyaltylevel",
            "tier",
            "niva",
            "lojalitet",
            "lojalitetsniva",
            "medlemsniva",
        ],
    ),
    ("points", &["points", "loyaltypoints", "poang", "bonuspoang"]),
    (
        "created",
        &[
            "created",
            "tscreated",
            "creationdate",
            "createdat",
            "createddate",
            "createdon",
            "signupdate",
            "joined",
            "skapad",
            "skapaddatum",
            "registrerad",
            "registreringsdatum",
        ],
    ),
    ("emailFormat", &["emailformat", "iemailformat", "epostformat"]),
    (
        "blackList",
        &[
            "blacklist",
            "iblacklist",
            "blacklisted",
            "denylist",
            "denylisted",
            "optout",
            "optedout",
            "unsubscribed",
            "nolongercontact",
            "avregistrerad",
            "sparrad",
            "avanmald",
        ],
    ),
    (
        "mobilePhone",
        &[
            "mobilephone",
            "smobilephone",
            "mobile",
            "mobilenumber",
            "cellphone",
            "phone",
            "phonenumber",
            "mobil",
            "mobiltelefon",
            "mobilnummer",
            "telefon",
            "telefonnummer",
        ],
    ),
];

/// The standard attribute that a folded header names.
pub(super) fn attribute_named(folded: &str) -> Option<&'static str> {
    let named = |(_, synonyms): &&(&str, &[&str])| synonyms.contains(&folded);
    SYNONYMS.iter().find(named).map(|&(attribute, _)| attribute)
}

/// Guesses a target for every column. No attribute is the target of two columns, and a column goes to an
/// attribute only if most of its first values can be read so.
pub fn guess_mapping(headers: &[String], samples: &[Vec<String>]) -> Vec<ColumnMapping> {
    let schema = Schema::standard();
    let mut targets: Vec<Option<Target>> = vec![None; headers.len()];
    let mut taken: Vec<String> = Vec::new();
    for (place, header) in headers.iter().enumerate() {
        let attribute = attribute_named(&folded(header)).and_then(|name| schema.get(schema.find(name)?));
        if let Some(attribute) = attribute
            && !taken.contains(&attribute.name)
            && mostly(samples, place, |value| fits(value, attribute.kind))
        {
            taken.push(attribute.name.clone());
            targets[place] = Some(Target::Attribute(attribute.name.clone()));
        }
    }
    let holds_emails = |place| values(samples, place).next().is_some() && mostly(samples, place, is_email);
    if !taken.iter().any(|name| name == "email")
        && let Some(place) = (0..headers.len()).find(|&place| targets[place].is_none() && holds_emails(place))
    {
        targets[place] = Some(Target::Attribute("email".to_owned()));
    }
    taken.extend(schema.attributes().iter().map(|attribute| attribute.name.clone()));
    let mut mapping = Vec::with_capacity(headers.len());
    for (place, (header, target)) in headers.iter().zip(targets).enumerate() {
        let target = target.unwrap_or_else(|| {
            let name = free_name(header, place, &taken);
            taken.push(name.clone());
            Target::Custom { name, kind: guess_kind(samples, place) }
        });
        mapping.push(ColumnMapping { header: header.clone(), target });
    }
    mapping
}

/// A name in conditions for the column at `place` that no standard attribute and no other column has.
pub fn own_name(mapping: &[ColumnMapping], place: usize) -> String {
    let others = mapping.iter().enumerate().filter(|&(other, _)| other != place);
    let custom = others.filter_map(|(_, column)| match &column.target {
        Target::Custom { name, .. } => Some(name.clone()),
        _ => None,
    });
    let standard = Schema::standard();
    let standard = standard.attributes().iter().map(|attribute| attribute.name.clone());
    let header = mapping.get(place).map_or("", |column| column.header.as_str());
    free_name(header, place, &standard.chain(custom).collect::<Vec<_>>())
}

/// The values of a column that are there.
fn values(samples: &[Vec<String>], place: usize) -> impl Iterator<Item = &str> + Clone {
    let values = samples.iter().filter_map(move |row| row.get(place));
    values.map(|value| value.trim()).filter(|value| !value.is_empty())
}

/// Whether at least half of the values that are there pass: a few bad ones are for the import to list.
fn mostly(samples: &[Vec<String>], place: usize, test: impl Fn(&str) -> bool) -> bool {
    let all = values(samples, place).count();
    values(samples, place).filter(|value| test(value)).count() * 2 >= all
}

fn fits(value: &str, kind: AttributeKind) -> bool {
    match kind {
        AttributeKind::Text => true,
        AttributeKind::Integer => read_integer(value).is_some(),
        AttributeKind::Date => [DateOrder::DayFirst, DateOrder::MonthFirst]
            .iter()
            .any(|&order| read_date(value, order).is_some()),
        AttributeKind::Flag => read_flag(value).is_some(),
    }
}

/// The narrowest kind that all first values fit. Numbers that begin with 0 or + are texts, such as phone
/// numbers; eight digits are a number and no date; 0 and 1 are numbers.
fn guess_kind(samples: &[Vec<String>], place: usize) -> AttributeKind {
    let values = values(samples, place);
    let all = |test: &dyn Fn(&str) -> bool| values.clone().all(test);
    let number = |value: &str| {
        let label = value.len() > 1 && value.starts_with(['0', '+']);
        !label && fits(value, AttributeKind::Integer)
    };
    if values.clone().next().is_none() {
        AttributeKind::Text
    } else if all(&number) {
        AttributeKind::Integer
    } else if all(&|value| fits(value, AttributeKind::Date)) {
        AttributeKind::Date
    } else if all(&|value| value.len() > 1 && fits(value, AttributeKind::Flag)) {
        AttributeKind::Flag
    } else {
        AttributeKind::Text
    }
}

fn free_name(header: &str, place: usize, taken: &[String]) -> String {
    let mut base = cut(&one_line(header), 60);
    if base.is_empty() {
        base = format!("column{}", place + 1);
    }
    let numbered = (2..).map(|number| format!("{base} {number}"));
    std::iter::once(base.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(header: &str, row: &str) -> Vec<String> {
        let split = |line: &str| line.split(';').map(str::to_owned).collect::<Vec<_>>();
        let mapping = guess_mapping(&split(header), &[split(row)]);
        let shown = |mapping: ColumnMapping| match mapping.target {
            Target::Attribute(name) => name,
            Target::Custom { name, kind } => format!("{name}: {kind:?}"),
            Target::Ignore => "-".to_owned(),
        };
        mapping.into_iter().map(shown).collect()
    }

    #[test]
    fn every_synonym_belongs_to_a_standard_attribute_and_is_folded() {
        for (attribute, synonyms) in SYNONYMS {
            assert!(Schema::standard().find(attribute).is_some(), "{attribute}");
            assert!(synonyms.iter().all(|synonym| folded(synonym) == *synonym), "{attribute}");
        }
    }

    #[test]
    fn swedish_english_and_product_headers_are_understood() {
        let swedish =
            targets("E-post;Förnamn;Efternamn;Födelsedatum;Ort;Land;Nyhetsbrev;Kön;Språk;Poäng", ";;;;;;;;;");
        let expected = "email firstName lastName birthDate city country newsletter gender language points";
        assert_eq!(swedish.join(" "), expected);
        assert_eq!(
            targets("sEmail;iBlackList;Date of birth;First name", "a@b.se;1;1/2/2001;Bo").join(" "),
            "email blackList birthDate firstName"
        );
    }

    #[test]
    fn other_columns_become_attributes_of_the_file() {
        assert_eq!(
            targets(
                "Kund;Skonr;Kontakt;Senast;Aktiv;Telefon;Tel 2;;email;newsletter",
                "a@b.se;42;Li;2020-01-02;ja;070;0701;;9;weekly"
            ),
            [
                "Kund: Text",
                "Skonr: Integer",
                "Kontakt: Text",
                "Senast: Date",
                "Aktiv: Flag",
                "mobilePhone",
                "Tel 2: Text",
                "column8: Text",
                "email",
                "newsletter 2: Text"
            ]
        );
        assert_eq!(targets("Kund;Epost;Mejl", "a@b.se;;c@d.se"), ["Kund: Text", "email", "Mejl: Text"]);
        assert_eq!(targets("Kund;Namn", "a@b.se;Bo"), ["email", "Namn: Text"]);
    }

    #[test]
    fn a_column_of_its_own_takes_nobodys_name() {
        let column = |header: &str, target| ColumnMapping { header: header.to_owned(), target };
        let custom = |name: &str| Target::Custom { name: name.to_owned(), kind: AttributeKind::Text };
        let mapping = [
            column("points", Target::Ignore),
            column("Skor", custom("Skor")),
            column("Skor", Target::Ignore),
        ];
        let names = [0, 1, 2].map(|place| own_name(&mapping, place));
        assert_eq!(names, ["points 2", "Skor", "Skor 2"]);
    }
}
