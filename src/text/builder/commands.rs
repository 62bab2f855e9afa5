//! The commands of the lab: what they are called, and the keys of the drawing and the outline.

use crate::text::Lang;

/// A command that needs no more than its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    /// Adds an activity.
    Add,
    /// Draws a transition from the chosen activity.
    ConnectTo,
    /// Gives the chosen activity another label.
    Rename,
    /// Undoes.
    Undo,
    /// Does again.
    Redo,
    /// Copies and takes out what is chosen.
    Cut,
    /// Copies what is chosen.
    Copy,
    /// Puts in what was copied.
    Paste,
    /// Doubles what is chosen.
    Duplicate,
    /// Takes out what is chosen.
    Remove,
    /// Chooses everything.
    SelectAll,
    /// Puts the activities in order.
    Tidy,
    /// Shows the whole workflow.
    Fit,
    /// Shows it at full size.
    FullSize,
    /// Shows it larger.
    Nearer,
    /// Shows it smaller.
    Farther,
    /// Shows the workflow as a drawing.
    Drawing,
    /// Shows the workflow as an outline.
    Outline,
    /// Plays or pauses.
    PlayOrPause,
    /// A week on.
    WeekOn,
    /// A week back.
    WeekBack,
    /// A step on, as far as is chosen in the player.
    StepOn,
    /// A step back.
    StepBack,
    /// What the player rests at.
    Breakpoints,
    /// To the start.
    Reset,
    /// Saves the scenario as a file.
    Save,
    /// Recipients from a file.
    Recipients,
    /// Samples to begin from.
    Gallery,
    /// A link, and files.
    Share,
    /// All commands.
    Commands,
    /// All keys.
    Keys,
    /// What the activities do.
    Activities,
    /// Help and about.
    About,
    /// One's own lessons, to make one.
    MakeLesson,
    /// The progress of learners.
    ReadProgress,
    /// The classroom screen.
    Project,
}

impl Deed {
    /// All of them, in the order of the lists.
    pub const ALL: [Self; 36] = [
        Self::Add,
        Self::ConnectTo,
        Self::Rename,
        Self::Undo,
        Self::Redo,
        Self::Cut,
        Self::Copy,
        Self::Paste,
        Self::Duplicate,
        Self::Remove,
        Self::SelectAll,
        Self::Tidy,
        Self::Fit,
        Self::FullSize,
        Self::Nearer,
        Self::Farther,
        Self::Drawing,
        Self::Outline,
        Self::PlayOrPause,
        Self::WeekOn,
        Self::WeekBack,
        Self::StepOn,
        Self::StepBack,
        Self::Breakpoints,
        Self::Reset,
        Self::Save,
        Self::Recipients,
        Self::Gallery,
        Self::Share,
        Self::Commands,
        Self::Keys,
        Self::Activities,
        Self::About,
        Self::MakeLesson,
        Self::ReadProgress,
        Self::Project,
    ];
}

/// What a command is called.
pub const fn name(lang: Lang, deed: Deed) -> &'static str {
    match deed {
        Deed::Add => lang.pick("Add an activity…", "Lägg till en aktivitet…"),
        Deed::ConnectTo => lang.pick("Connect to…", "Koppla till…"),
        Deed::Rename => lang.pick("Rename…", "Byt namn…"),
        Deed::Undo => lang.pick("Undo", "Ångra"),
        Deed::Redo => lang.pick("Redo", "Gör om"),
        Deed::Cut => lang.pick("Cut", "Klipp ut"),
        Deed::Copy => lang.pick("Copy", "Kopiera"),
        Deed::Paste => lang.pick("Paste", "Klistra in"),
        Deed::Duplicate => lang.pick("Duplicate", "Duplicera"),
        Deed::Remove => lang.pick("Remove", "Ta bort"),
        Deed::SelectAll => lang.pick("Select all", "Markera allt"),
        Deed::Tidy => lang.pick("Tidy up the drawing", "Ordna ritningen"),
        Deed::Fit => lang.pick("Show the whole workflow", "Visa hela arbetsflödet"),
        Deed::FullSize => lang.pick("Show at full size", "Visa i full storlek"),
        Deed::Nearer => lang.pick("Zoom in", "Zooma in"),
        Deed::Farther => lang.pick("Zoom out", "Zooma ut"),
        Deed::Drawing => lang.pick("View: drawing", "Vy: ritning"),
        Deed::Outline => lang.pick("View: outline", "Vy: översikt"),
        Deed::PlayOrPause => lang.pick("Play or pause", "Spela eller pausa"),
        Deed::WeekOn => lang.pick("A week on", "En vecka framåt"),
        Deed::WeekBack => lang.pick("A week back", "En vecka bakåt"),
        Deed::StepOn => lang.pick("A step on", "Ett steg framåt"),
        Deed::StepBack => lang.pick("A step back", "Ett steg bakåt"),
        Deed::Breakpoints => lang.pick("Breakpoints…", "Brytpunkter…"),
        Deed::Reset => lang.pick("Back to the first day", "Tillbaka till första dagen"),
        Deed::Save => lang.pick("Save as a file", "Spara som fil"),
        Deed::Recipients => lang.pick("Recipients from a file…", "Mottagare från en fil…"),
        Deed::Gallery => lang.pick("Samples…", "Exempel…"),
        Deed::Share => lang.pick("Share…", "Dela…"),
        Deed::Commands => lang.pick("All commands…", "Alla kommandon…"),
        Deed::Keys => lang.pick("Keys…", "Tangenter…"),
        Deed::Activities => lang.pick("What the activities do…", "Vad aktiviteterna gör…"),
        Deed::About => lang.pick("Help and about…", "Hjälp och om…"),
        Deed::MakeLesson => lang.pick("Make a lesson…", "Gör en lektion…"),
        Deed::ReadProgress => lang.pick("Read learners' progress…", "Läs deltagarnas framsteg…"),
        Deed::Project => lang.pick("Classroom screen", "Klassrumsskärm"),
    }
}

/// The fixed words.
#[derive(Debug)]
pub struct Commands {
    /// Heading of the list of commands.
    pub heading: &'static str,
    /// Its field.
    pub field: &'static str,
    /// Where nothing fits.
    pub nothing: &'static str,
    /// Heading of the list of keys.
    pub keys: &'static str,
    /// The switch of keys without a modifier.
    pub single: &'static str,
    /// What it is good for.
    pub single_why: &'static str,
    /// Heading: everywhere.
    pub everywhere: &'static str,
    /// Heading: in the drawing.
    pub in_drawing: &'static str,
    /// The keys of the drawing that are no commands, each with what it does.
    pub drawing: [(&'static str, &'static str); 12],
    /// Heading: in the outline.
    pub in_outline: &'static str,
    /// The keys of the outline, each with what it does.
    pub outline: [(&'static str, &'static str); 9],
    /// Button that closes it.
    pub close: &'static str,
    /// Heading of the dialog for a label.
    pub rename: &'static str,
    /// Its field.
    pub label: &'static str,
    /// Its button.
    pub save: &'static str,
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static Commands {
    match lang {
        Lang::En => &EN,
        Lang::Sv => &SV,
    }
}

const EN: Commands = Commands {
    heading: "Commands",
    field: "What would you like to do?",
    nothing: "No command fits. Try another word, such as “add” or “play”.",
    keys: "Keys",
    single: "Single keys are commands",
    single_why: "Switch this off if you speak to your device, or press keys by accident. Keys with Ctrl or ⌘ go on working.",
    everywhere: "Commands",
    in_drawing: "In the drawing",
    drawing: [
        ("↑ ↓ ← →", "to the next card along the transitions"),
        ("Home End", "to the first or last card"),
        ("Shift+↑ ↓ ← →", "choose that card as well"),
        ("Space", "choose the card; hold it and drag to move the view"),
        ("Shift+Space", "choose the card as well, or let go of it"),
        ("Enter", "settings of the activity; text of the note"),
        ("F2", "edit the label, or the text of the note"),
        ("Alt+↑ ↓ ← →", "move what is chosen"),
        ("Alt+Shift+↑ ↓ ← →", "make the note larger or smaller"),
        ("C", "connect: arrows aim, Enter connects, C takes the next output"),
        ("M", "to the next note"),
        ("Esc", "stop what was begun, or choose nothing"),
    ],
    in_outline: "In the outline",
    outline: [
        ("↑ ↓", "to the next row"),
        ("→ ←", "open or close a row, into it and out of it"),
        ("Home End", "to the first or last row"),
        ("A–Z", "to the next row that begins so"),
        ("Enter", "choose the activity"),
        ("Alt+↑ ↓ ← →", "move the activity in the drawing"),
        ("Insert, Ctrl+Enter", "add an activity after it"),
        ("F2", "rename it"),
        ("Shift+F10", "all actions of the row"),
    ],
    close: "Close",
    rename: "Rename",
    label: "Label",
    save: "Rename",
};

const SV: Commands = Commands {
    heading: "Kommandon",
    field: "Vad vill du göra?",
    nothing: "Inget kommando passar. Pröva ett annat ord, till exempel ”lägg till” eller ”spela”.",
    keys: "Tangenter",
    single: "Enstaka tangenter är kommandon",
    single_why: "Stäng av om du styr enheten med rösten eller råkar trycka på tangenter. Tangenter med Ctrl eller ⌘ fungerar ändå.",
    everywhere: "Kommandon",
    in_drawing: "I ritningen",
    drawing: [
        ("↑ ↓ ← →", "till nästa kort längs övergångarna"),
        ("Home End", "till första eller sista kortet"),
        ("Skift+↑ ↓ ← →", "markera det kortet också"),
        ("Mellanslag", "markera kortet; håll ner och dra för att flytta vyn"),
        ("Skift+Mellanslag", "markera kortet också, eller avmarkera det"),
        ("Enter", "aktivitetens inställningar; anteckningens text"),
        ("F2", "ändra etiketten eller anteckningens text"),
        ("Alt+↑ ↓ ← →", "flytta det markerade"),
        ("Alt+Skift+↑ ↓ ← →", "gör anteckningen större eller mindre"),
        ("C", "koppla: pilarna siktar, Enter kopplar, C tar nästa utgång"),
        ("M", "till nästa anteckning"),
        ("Esc", "avbryt det påbörjade eller avmarkera allt"),
    ],
    in_outline: "I översikten",
    outline: [
        ("↑ ↓", "till nästa rad"),
        ("→ ←", "öppna eller stäng en rad, in i den och ut ur den"),
        ("Home End", "till första eller sista raden"),
        ("A–Ö", "till nästa rad som börjar så"),
        ("Enter", "välj aktiviteten"),
        ("Alt+↑ ↓ ← →", "flytta aktiviteten i ritningen"),
        ("Insert, Ctrl+Enter", "lägg till en aktivitet efter den"),
        ("F2", "byt namn på den"),
        ("Skift+F10", "allt som går att göra med raden"),
    ],
    close: "Stäng",
    rename: "Byt namn",
    label: "Etikett",
    save: "Byt namn",
};

/// A command that changes the mode.
pub fn mode(lang: Lang, mode: &str) -> String {
    format!("{} {mode}", lang.pick("Mode:", "Läge:"))
}

/// A command that changes the theme.
pub fn theme(lang: Lang, theme: &str) -> String {
    format!("{} {theme}", lang.pick("Theme:", "Tema:"))
}

/// A command that opens a sample.
pub fn sample(lang: Lang, sample: &str) -> String {
    format!("{} {sample}", lang.pick("Open the sample", "Öppna exemplet"))
}

/// A command that adds this activity.
pub fn add(lang: Lang, name: &str) -> String {
    format!("{} {name}", lang.pick("Add", "Lägg till"))
}

/// A command that goes to this activity.
pub fn go_to(lang: Lang, place: &str) -> String {
    format!("{} {place}", lang.pick("Go to", "Gå till"))
}

/// How a key is written.
pub fn key(lang: Lang, key: &str) -> String {
    match key {
        " " => lang.pick("Space", "Mellanslag").to_owned(),
        "Shift" => lang.pick("Shift", "Skift").to_owned(),
        one if one.chars().count() == 1 => one.to_uppercase(),
        named => named.to_owned(),
    }
}
