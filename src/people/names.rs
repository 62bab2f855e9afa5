//! Invented people's names and the towns they live in. Data only.

/// A given name and the gender that goes with it in generated data.
pub(super) struct GivenName {
    pub(super) name: &'static str,
    pub(super) gender: &'static str,
}

/// A town with its country, the usual language there, and how many in a thousand live in it.
pub(super) struct Town {
    pub(super) city: &'static str,
    pub(super) country: &'static str,
    pub(super) language: &'static str,
    pub(super) share: u32,
}

const fn female(name: &'static str) -> GivenName {
    GivenName { name, gender: "female" }
}

const fn male(name: &'static str) -> GivenName {
    GivenName { name, gender: "male" }
}

const fn town(city: &'static str, country: &'static str, language: &'static str, share: u32) -> Town {
    Town { city, country, language, share }
}

#[rustfmt::skip]
pub(super) const GIVEN_NAMES: [GivenName; 80] = [
    female("Anna"), female("Maria"), female("Elin"), female("Sara"), female("Ingrid"), female("Astrid"),
    female("Linnéa"), female("Åsa"), female("Freja"), female("Ebba"), female("Märta"), female("Signe"),
    female("Sofie"), female("Karin"), female("Birgitta"), female("Emma"), female("Hanna"), female("Lena"),
    female("Greta"), female("Katrin"), female("Claire"), female("Camille"), female("Élodie"), female("Manon"),
    female("Zoé"), female("Lucía"), female("Carmen"), female("Inés"), female("Paula"), female("Noor"),
    female("Femke"), female("Sanne"), female("Aino"), female("Helmi"), female("Aisha"), female("Leyla"),
    female("Zofia"), female("Agnieszka"), female("Giulia"), female("Chiara"),
    male("Erik"), male("Lars"), male("Johan"), male("Nils"), male("Axel"), male("Gustav"),
    male("Björn"), male("Sören"), male("Oskar"), male("Viktor"), male("Emil"), male("Anders"),
    male("Mikkel"), male("Magnus"), male("Håkon"), male("Søren"), male("Lukas"), male("Jonas"),
    male("Jürgen"), male("Felix"), male("Stefan"), male("Julien"), male("Théo"), male("Mathieu"),
    male("Rémi"), male("Pablo"), male("Álvaro"), male("Diego"), male("Daan"), male("Bram"),
    male("Joris"), male("Mikko"), male("Eero"), male("Omar"), male("Yusuf"), male("Jakub"),
    male("Piotr"), male("Marco"), male("Luca"), male("Amir"),
];

#[rustfmt::skip]
pub(super) const FAMILY_NAMES: [&str; 120] = [
    "Andersson", "Johansson", "Karlsson", "Nilsson", "Eriksson", "Larsson", "Olsson", "Persson", "Svensson",
    "Gustafsson", "Lindberg", "Lindqvist", "Bergström", "Sandberg", "Åkesson", "Öberg", "Sjögren", "Nyström",
    "Ekdahl", "Holm", "Strand", "Dahl", "Berge", "Haugen", "Solberg", "Bakken", "Lunde", "Moen", "Sørensen",
    "Nygaard", "Kjær", "Møller", "Jensen", "Hansen", "Thomsen", "Lauritsen", "Korhonen", "Virtanen",
    "Mäkinen", "Nieminen", "Heikkinen", "Laine", "Koskinen", "Salonen", "Müller", "Schmidt", "Schneider",
    "Fischer", "Weber", "Wagner", "Becker", "Hoffmann", "Schäfer", "Köhler", "Brandt", "Vogel", "Krüger",
    "Lehmann", "Groß", "Dubois", "Moreau", "Laurent", "Lefèvre", "Girard", "Fontaine", "Chevalier",
    "Lemaire", "Renaud", "Mercier", "Gauthier", "Perrin", "García", "Fernández", "Martínez", "Sánchez",
    "Romero", "Navarro", "Molina", "Ortega", "Núñez", "Vidal", "Jansen", "de Vries", "van Dijk", "Bakker",
    "Visser", "Smit", "Mulder", "Bos", "Vos", "Peeters", "Janssens", "Maes", "Nowak", "Kowalska",
    "Wiśniewska", "Zieliński", "Wójcik", "Mazur", "Rossi", "Bianchi", "Ferrari", "Romano", "Gallo", "Conti",
    "Ricci", "Yılmaz", "Demir", "Kaya", "Haddad", "Mansour", "Rahimi", "Petrović", "Horvat", "Novák",
    "Dvořák", "Szabó", "Kovács", "O'Brien", "Murphy",
];

#[rustfmt::skip]
pub(super) static TOWNS: [Town; 32] = [
    town("Stockholm", "SE", "sv", 120), town("Göteborg", "SE", "sv", 70), town("Malmö", "SE", "sv", 45),
    town("Uppsala", "SE", "sv", 30), town("Linköping", "SE", "sv", 20), town("Umeå", "SE", "sv", 15),
    town("Oslo", "NO", "nb", 50), town("Bergen", "NO", "nb", 25), town("Trondheim", "NO", "nb", 15),
    town("København", "DK", "da", 55), town("Aarhus", "DK", "da", 25), town("Odense", "DK", "da", 10),
    town("Helsinki", "FI", "fi", 45), town("Tampere", "FI", "fi", 20), town("Turku", "FI", "fi", 15),
    town("Berlin", "DE", "de", 55), town("Hamburg", "DE", "de", 35), town("München", "DE", "de", 35),
    town("Köln", "DE", "de", 25), town("Leipzig", "DE", "de", 20), town("Paris", "FR", "fr", 65),
    town("Lyon", "FR", "fr", 30), town("Nantes", "FR", "fr", 20), town("Toulouse", "FR", "fr", 15),
    town("Amsterdam", "NL", "nl", 35), town("Utrecht", "NL", "nl", 20), town("Rotterdam", "NL", "nl", 20),
    town("Groningen", "NL", "nl", 10), town("Madrid", "ES", "es", 25), town("Barcelona", "ES", "es", 20),
    town("Valencia", "ES", "es", 5), town("Sevilla", "ES", "es", 5),
];

/// For each place along all the shares, which town has it.
static SHARES: [u8; 1_000] = {
    let mut places = [0; 1_000];
    let (mut town, mut passed, mut place) = (0, TOWNS[0].share as usize, 0);
    while place < places.len() {
        while place >= passed && town + 1 < TOWNS.len() {
            town += 1;
            passed += TOWNS[town].share as usize;
        }
        places[place] = town as u8;
        place += 1;
    }
    places
};

/// The town at a place from 0 to 999 along all the shares.
pub(super) fn town_at(place: u64) -> &'static Town {
    let town = usize::try_from(place).ok().and_then(|place| SHARES.get(place)).copied().unwrap_or_default();
    &TOWNS[usize::from(town) % TOWNS.len()]
}

/// Writes the name with the letters a-z alone, as a mail address has it.
pub(super) fn push_ascii(name: &str, into: &mut String) {
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' => into.push(letter),
            'å' | 'ä' | 'á' | 'à' | 'â' => into.push('a'),
            'æ' => into.push_str("ae"),
            'ç' | 'ć' | 'č' => into.push('c'),
            'é' | 'è' | 'ê' | 'ë' => into.push('e'),
            'í' | 'ı' | 'ï' => into.push('i'),
            'ł' => into.push('l'),
            'ñ' | 'ń' => into.push('n'),
            'ö' | 'ø' | 'ó' | 'ô' => into.push('o'),
            'ř' => into.push('r'),
            'ß' => into.push_str("ss"),
            'ś' | 'š' => into.push('s'),
            'ü' | 'ú' | 'ů' => into.push('u'),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_every_letter_is_transcribed() {
        assert_eq!(TOWNS.iter().map(|town| town.share).sum::<u32>(), 1_000);
        let mut place = 0;
        for town in &TOWNS {
            for _ in 0..town.share {
                assert_eq!(town_at(place).city, town.city);
                place += 1;
            }
        }
        let names = GIVEN_NAMES.iter().map(|given| given.name).chain(FAMILY_NAMES);
        for name in names {
            let mut ascii = String::new();
            push_ascii(name, &mut ascii);
            let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
            assert!(ascii.len() >= letters, "{name} became {ascii}");
        }
    }
}
