//! Words of the creative editor: preheader, blocks, personalization fields, and the preview.

use crate::text::Lang;
use crate::text::format::{and_list, counted, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Content {
        /// Field: preheader.
        pub preheader: &'static str,
        /// Hint of that field.
        pub preheader_hint: &'static str,
        /// Heading of the blocks.
        pub blocks: &'static str,
        /// Said where there is none.
        pub no_blocks: &'static str,
        /// A heading.
        pub heading: &'static str,
        /// A paragraph.
        pub paragraph: &'static str,
        /// A button with a link.
        pub button: &'static str,
        /// A line across.
        pub divider: &'static str,
        /// Field: what stands on a button.
        pub button_label: &'static str,
        /// Field: where a button leads.
        pub button_link: &'static str,
        /// Hint of that field.
        pub link_hint: &'static str,
        /// Names the buttons that add a block.
        pub add: &'static str,
        /// Button: moves a block up.
        pub up: &'static str,
        /// Button: moves a block down.
        pub down: &'static str,
        /// Button: takes a block out.
        pub remove: &'static str,
        /// List: inserts a personalization field.
        pub insert: &'static str,
        /// Stands in the list before one is chosen.
        pub choose_field: &'static str,
        /// Hint of that list.
        pub insert_hint: &'static str,
        /// Said where a link is wrong.
        pub mend: &'static str,
        /// Said where content cannot be edited from a day on.
        pub from_start_only: &'static str,
        /// Said over the editor of a delivery with content of its own.
        pub own_content: &'static str,
        /// Heading of the preview.
        pub preview: &'static str,
        /// Field: whom the preview is for.
        pub recipient: &'static str,
        /// Hint of that field.
        pub recipient_hint: &'static str,
        /// Names the list of those found.
        pub found: &'static str,
        /// Said where nobody is found.
        pub none_found: &'static str,
        /// Said where not everyone was looked at.
        pub not_all_searched: &'static str,
        /// Said where there is no run.
        pub no_run: &'static str,
        /// Said of a recipient that the newest run did not reach.
        pub not_reached: &'static str,
        /// Said of a recipient that it reached.
        pub reached: &'static str,
        /// Said where the activity has not run.
        pub not_run: &'static str,
        /// Switch: how it is shown.
        pub as_mail: &'static str,
        /// As an e-mail.
        pub mail: &'static str,
        /// As text.
        pub text: &'static str,
        /// Before the subject in the text.
        pub subject: &'static str,
        /// Stands for an empty subject.
        pub no_subject: &'static str,
        /// Button: the next recipient of the newest run.
        pub next: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Content {
    lang.words(&EN, &SV)
}

/// Which fields are unknown, and what to do; the fields with their marks.
pub fn unknown(lang: Lang, fields: &[String]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| quoted(lang, field)).collect();
    let fields = and_list(lang, &fields);
    match lang.wording() {
        Wording::En => {
            say!(lang, "Not known here: {fields}. Insert a field from the list, or correct its name.", fields)
        }
        Wording::Sv => format!("Okänt här: {fields}. Infoga ett fält från listan eller rätta namnet."),
    }
}

/// Which fields have no value for the recipient; the names of the attributes.
pub fn empty(lang: Lang, attributes: &[String]) -> String {
    let empty = lang.pick("Empty for this recipient", "Tomt för den här mottagaren");
    format!("{empty}: {}.", and_list(lang, attributes))
}

/// Who a recipient is: `Recipient 7: Ada Lind, ada@example.com`.
pub fn who(lang: Lang, number: u32, name: &str, email: Option<&str>) -> String {
    let parts: Vec<&str> =
        [Some(name), email].into_iter().flatten().filter(|part| !part.is_empty()).collect();
    format!("{} {number}: {}", lang.pick("Recipient", "Mottagare"), parts.join(", "))
}

/// How many recipients the newest run wrote to.
pub fn newest(lang: Lang, recipients: u64) -> String {
    let count = counted(
        lang,
        recipients,
        lang.either("recipient", "mottagare"),
        lang.either("recipients", "mottagare"),
    );
    format!("{} {count}.", lang.pick("The newest run wrote to", "Den senaste körningen skrev till"))
}

const EN: Content = Content {
    preheader: "Preheader",
    preheader_hint: "The line that a mailbox shows behind the subject. It may be empty.",
    blocks: "Content blocks",
    no_blocks: "No content yet.",
    heading: "Heading",
    paragraph: "Paragraph",
    button: "Button",
    divider: "Divider",
    button_label: "Text on the button",
    button_link: "Link",
    link_hint: "Becomes a tracked URL of every delivery.",
    add: "Add a block",
    up: "Move up",
    down: "Move down",
    remove: "Remove",
    insert: "Insert a personalization field",
    choose_field: "Choose a field…",
    insert_hint: "It goes where you wrote last.",
    mend: "Mend the links first.",
    from_start_only: "It applies from the start of the run.",
    own_content: "This delivery has its own content. The template stays as it is.",
    preview: "Preview",
    recipient: "For which recipient",
    recipient_hint: "A number, a name or an e-mail address.",
    found: "Recipients found",
    none_found: "Nobody is found. Try a number, or another part of the name.",
    not_all_searched: "Only the first 50,000 recipients were searched by name.",
    no_run: "There is no run yet, so fields are shown by their names.",
    not_reached: "The newest run did not write to this recipient.",
    reached: "The newest run wrote to this recipient.",
    not_run: "No run has written to anybody yet, so this is the first recipient there is.",
    as_mail: "Show as",
    mail: "E-mail",
    text: "Text",
    subject: "Subject",
    no_subject: "(no subject)",
    next: "Next recipient",
};

const SV: Content = Content {
    preheader: "Förhandstext",
    preheader_hint: "Raden som en brevlåda visar efter ämnet. Den får vara tom.",
    blocks: "Innehållsblock",
    no_blocks: "Inget innehåll ännu.",
    heading: "Rubrik",
    paragraph: "Stycke",
    button: "Knapp",
    divider: "Avdelare",
    button_label: "Text på knappen",
    button_link: "Länk",
    link_hint: "Blir en spårad URL i varje leverans.",
    add: "Lägg till ett block",
    up: "Flytta upp",
    down: "Flytta ned",
    remove: "Ta bort",
    insert: "Infoga ett personaliseringsfält",
    choose_field: "Välj ett fält…",
    insert_hint: "Det hamnar där du skrev senast.",
    mend: "Rätta länkarna först.",
    from_start_only: "Det gäller från körningens början.",
    own_content: "Leveransen har eget innehåll. Mallen förblir som den är.",
    preview: "Förhandsgranskning",
    recipient: "För vilken mottagare",
    recipient_hint: "Ett nummer, ett namn eller en e-postadress.",
    found: "Hittade mottagare",
    none_found: "Ingen hittades. Pröva ett nummer eller en annan del av namnet.",
    not_all_searched: "Bara de första 50 000 mottagarna genomsöktes efter namn.",
    no_run: "Det finns ingen körning ännu, så fälten visas med sina namn.",
    not_reached: "Den senaste körningen skrev inte till den här mottagaren.",
    reached: "Den senaste körningen skrev till den här mottagaren.",
    not_run: "Ingen körning har skrivit till någon ännu, så detta är den första mottagare som finns.",
    as_mail: "Visa som",
    mail: "E-post",
    text: "Text",
    subject: "Ämnesrad",
    no_subject: "(inget ämne)",
    next: "Nästa mottagare",
};
