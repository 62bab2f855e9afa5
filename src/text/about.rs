//! What this is, for the box behind the question mark.

use super::Lang;

/// The words.
#[derive(Debug)]
pub struct About {
    /// Heading.
    pub heading: &'static str,
    /// What it is for, and how it is used: a paragraph each.
    pub paragraphs: [&'static str; 3],
    /// Heading over the keys.
    pub keys_heading: &'static str,
    /// Keys and what they do.
    pub keys: [(&'static str, &'static str); 4],
    /// Heading over what is true.
    pub truth_heading: &'static str,
    /// How true it is.
    pub truth: &'static str,
    /// Heading over privacy.
    pub privacy_heading: &'static str,
    /// What is sent and kept.
    pub privacy: &'static str,
    /// Whose product it is not.
    pub independent: &'static str,
    /// Before the number of the version.
    pub version: &'static str,
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static About {
    match lang {
        Lang::En => &EN,
        Lang::Sv => &SV,
    }
}

const EN: About = About {
    heading: "About Delivery Lab",
    paragraphs: [
        "A recurring delivery makes a new delivery at each run. A continuous delivery appends to one delivery until something in it changes. Here you can watch a year of both.",
        "Press Play. Choose an activity to see and change what it does; the year is simulated anew at every change. Choose a delivery to see its logs.",
        "Build shows the workflow, Play the comparison, Compare the delivery list, and Learn a tour of nine short steps.",
    ],
    keys_heading: "Keys",
    keys: [
        ("Space", "play and pause"),
        ("← →", "between activities, and weeks on the timeline"),
        ("Enter", "choose an activity or a delivery"),
        ("Esc", "close what is open"),
    ],
    truth_heading: "How true it is",
    truth: "The rules follow the product's public documentation; where the lab had to choose, it says “assumption”. The recipients, their opens and their clicks are invented from a seed.",
    privacy_heading: "Privacy",
    privacy: "Everything happens in this page. Nothing is sent anywhere. Your scenario and your progress are kept on this device only.",
    independent: "Adobe Campaign is a trademark of Adobe; this simulator is independent.",
    version: "Version",
};

const SV: About = About {
    heading: "Om Delivery Lab",
    paragraphs: [
        "En återkommande leverans skapar en ny leverans vid varje körning. En kontinuerlig leverans fyller på en och samma leverans tills något i den ändras. Här kan du se ett helt år av båda.",
        "Tryck på Spela. Välj en aktivitet för att se och ändra vad den gör; året simuleras på nytt vid varje ändring. Välj en leverans för att se dess loggar.",
        "Bygg visar arbetsflödet, Spela jämförelsen, Jämför leveranslistan och Lär dig en rundtur i nio korta steg.",
    ],
    keys_heading: "Tangenter",
    keys: [
        ("Blanksteg", "spela och pausa"),
        ("← →", "mellan aktiviteter, och veckor på tidslinjen"),
        ("Enter", "välj en aktivitet eller en leverans"),
        ("Esc", "stäng det som är öppet"),
    ],
    truth_heading: "Hur sant det är",
    truth: "Reglerna följer produktens offentliga dokumentation; där labbet har fått välja står det ”antagande”. Mottagarna, deras öppningar och klick är påhittade ur ett frö.",
    privacy_heading: "Integritet",
    privacy: "Allt sker på den här sidan. Ingenting skickas någonstans. Ditt scenario och hur långt du kommit sparas bara på den här enheten.",
    independent: "Adobe Campaign är ett varumärke som tillhör Adobe; den här simulatorn är fristående.",
    version: "Version",
};
