//! Words of the forms of activities that make or steer deliveries, and of the properties of a delivery.

use crate::scenario::properties::ApprovalMode;
use crate::text::Lang;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct SendingForm {
        /// Field: which delivery.
        pub which: &'static str,
        /// *Specified in the transition*.
        pub from_transition: &'static str,
        /// *Explicit*.
        pub explicit: &'static str,
        /// *Computed by a script*.
        pub computed: &'static str,
        /// *New, created from a template*.
        pub new: &'static str,
        /// What the first means.
        pub from_transition_means: &'static str,
        /// What the second means.
        pub explicit_means: &'static str,
        /// What the third means.
        pub computed_means: &'static str,
        /// What the fourth means.
        pub new_means: &'static str,
        /// Field: the label that the script computes.
        pub label: &'static str,
        /// Field: recipients.
        pub recipients: &'static str,
        /// *Specified by the inbound event(s)*.
        pub by_event: &'static str,
        /// *Specified in the delivery*.
        pub in_delivery: &'static str,
        /// Names the condition.
        pub who: &'static str,
        /// Field: content.
        pub content: &'static str,
        /// Field: what is done.
        pub action: &'static str,
        /// Hint of that field.
        pub only_start_sends: &'static str,
        /// Heading of the boxes.
        pub options: &'static str,
        /// What an outbound transition does.
        pub outbound_means: &'static str,
        /// Box: the outbound transition carries nobody.
        pub without_target: &'static str,
        /// What it does.
        pub without_target_means: &'static str,
        /// What the opposite does.
        pub with_target_means: &'static str,
        /// Box: an output for errors.
        pub process_errors: &'static str,
        /// What it does.
        pub processed_means: &'static str,
        /// What the opposite does.
        pub unprocessed_means: &'static str,
        /// Heading of a Delivery control.
        pub controlled: &'static str,
        /// Field: whose newest delivery.
        pub activity: &'static str,
        /// Said where no activity makes deliveries.
        pub no_delivery: &'static str,
        /// Hint of the action of a Delivery control.
        pub skipped: &'static str,
        /// Field: text of the script.
        pub script: &'static str,
        /// Field: which script activity.
        pub kind: &'static str,
        /// Said of a script.
        pub inert: &'static str,
        /// Heading of the delivery properties.
        pub properties: &'static str,
        /// Field: channel.
        pub channel: &'static str,
        /// Field: approval mode.
        pub approval: &'static str,
        /// Box: exclude duplicate addresses.
        pub duplicates: &'static str,
        /// What it does.
        pub duplicates_on: &'static str,
        /// What the opposite does.
        pub duplicates_off: &'static str,
        /// Heading of the filtering rules.
        pub rules: &'static str,
        /// Said where there is none.
        pub no_rules: &'static str,
        /// Button: adds a filtering rule.
        pub add_rule: &'static str,
        /// Names the condition of a rule.
        pub excludes: &'static str,
        /// Box: pressure rule.
        pub pressure: &'static str,
        /// Said where there is none.
        pub pressure_off: &'static str,
        /// What it does.
        pub pressure_on: &'static str,
        /// Field: the most messages.
        pub messages: &'static str,
        /// Field: in how many days.
        pub days: &'static str,
        /// Box: capacity rule.
        pub capacity: &'static str,
        /// Said where there is none.
        pub capacity_off: &'static str,
        /// What it does.
        pub capacity_on: &'static str,
        /// Field: messages a day.
        pub a_day: &'static str,
        /// Field: delivery duration.
        pub validity: &'static str,
        /// Field: postpone the delivery.
        pub postponed: &'static str,
        /// Box: unsubscription link.
        pub opt_out: &'static str,
        /// What it does.
        pub opt_out_on: &'static str,
        /// What the opposite does.
        pub opt_out_off: &'static str,
        /// Heading that opens the template.
        pub open_template: &'static str,
        /// Field: label of the template.
        pub template_label: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static SendingForm {
    lang.words(&EN, &SV)
}

/// An approval mode.
pub fn approval(lang: Lang, mode: ApprovalMode) -> &'static str {
    match mode {
        ApprovalMode::Automatic => lang.pick("Automatic", "Automatiskt"),
        ApprovalMode::SemiAutomatic => lang.pick("Semi-automatic", "Halvautomatiskt"),
        ApprovalMode::Manual => lang.pick("Manual", "Manuellt"),
    }
}

/// What an approval mode means.
pub fn approval_means(lang: Lang, mode: ApprovalMode) -> &'static str {
    match mode {
        ApprovalMode::Automatic => {
            lang.pick("A prepared delivery starts by itself.", "En förberedd leverans startar av sig själv.")
        }
        ApprovalMode::SemiAutomatic => lang.pick(
            "It starts by itself if the analysis gave no warning.",
            "Den startar av sig själv om analysen inte gav någon varning.",
        ),
        ApprovalMode::Manual => lang.pick(
            "Somebody must confirm it. Add that to what is done during the run.",
            "Någon måste bekräfta den. Lägg till det bland det som görs under körningen.",
        ),
    }
}

const EN: SendingForm = SendingForm {
    which: "Delivery",
    from_transition: "Specified in the transition",
    explicit: "Explicit",
    computed: "Computed by a script",
    new: "New, created from a template",
    from_transition_means: "It works on the delivery that the inbound event names.",
    explicit_means: "Always the same delivery. Once it is finished it cannot be used again, so do not put it behind a schedule.",
    computed_means: "It goes on in the delivery of this label and makes it from the template if there is none.",
    new_means: "Another delivery at each run. Behind a Scheduler and with “Prepare and start” it behaves like a recurring delivery.",
    label: "Label that the script computes",
    recipients: "Recipients",
    by_event: "Specified by the inbound event(s)",
    in_delivery: "Specified in the delivery",
    who: "Recipients of the delivery",
    content: "Content",
    action: "Action to perform",
    only_start_sends: "Only “Prepare and start” sends.",
    options: "Options",
    outbound_means: "The recipients go on to the next activity.",
    without_target: "Do not retrieve the target population",
    without_target_means: "The outbound transition is activated and carries nobody.",
    with_target_means: "The outbound transition carries the target.",
    process_errors: "Process errors",
    processed_means: "File-system errors leave by an output of their own. Errors of configuration do not.",
    unprocessed_means: "Every error is an error of the workflow.",
    controlled: "Delivery control",
    activity: "Newest delivery of",
    no_delivery: "No activity of this workflow makes deliveries yet.",
    skipped: "What was done already is skipped.",
    script: "Script",
    kind: "Activity",
    inert: "The script is kept and saved, and never executed here. The activation passes on with nothing changed.",
    properties: "Delivery properties",
    channel: "Channel",
    approval: "Approval mode",
    duplicates: "Exclude duplicate addresses during delivery",
    duplicates_on: "Who shares an address with another recipient gets one message.",
    duplicates_off: "An address may get the same message several times.",
    rules: "Filtering rules",
    no_rules: "None: nobody is excluded by a rule.",
    add_rule: "Add a filtering rule",
    excludes: "Excludes who",
    pressure: "Pressure rule",
    pressure_off: "No limit on the messages a recipient gets.",
    pressure_on: "Who would get more messages than this is excluded. Needs Campaign Optimization.",
    messages: "Messages at most",
    days: "In days",
    capacity: "Capacity rule",
    capacity_off: "No limit on the messages of a day.",
    capacity_on: "What goes over it on a day is left out. Needs Campaign Optimization.",
    a_day: "Messages a day",
    validity: "Delivery duration (days)",
    postponed: "Postpone the delivery (hours)",
    opt_out: "The content has an unsubscription link",
    opt_out_on: "The control rule for it is content.",
    opt_out_off: "The analysis gives a warning; in semi-automatic mode the delivery then waits.",
    open_template: "Open the template",
    template_label: "Label of the template",
};

const SV: SendingForm = SendingForm {
    which: "Leverans",
    from_transition: "Anges i övergången",
    explicit: "Uttrycklig",
    computed: "Beräknas av ett skript",
    new: "Ny, skapas från en mall",
    from_transition_means: "Den arbetar med leveransen som den inkommande händelsen anger.",
    explicit_means: "Alltid samma leverans. När den är slutförd kan den inte användas igen, så ställ den inte efter ett schema.",
    computed_means: "Den fortsätter i leveransen med den här etiketten och skapar den från mallen om den saknas.",
    new_means: "En ny leverans vid varje körning. Efter en schemaläggare och med ”Förbered och starta” beter den sig som en återkommande leverans.",
    label: "Etikett som skriptet beräknar",
    recipients: "Mottagare",
    by_event: "Anges av den inkommande händelsen",
    in_delivery: "Anges i leveransen",
    who: "Leveransens mottagare",
    content: "Innehåll",
    action: "Åtgärd",
    only_start_sends: "Bara ”Förbered och starta” skickar.",
    options: "Alternativ",
    outbound_means: "Mottagarna går vidare till nästa aktivitet.",
    without_target: "Hämta inte målgruppen",
    without_target_means: "Den utgående övergången aktiveras men för inte med sig någon.",
    with_target_means: "Den utgående övergången för med sig målgruppen.",
    process_errors: "Hantera fel",
    processed_means: "Filsystemsfel lämnar genom en egen utgång. Konfigurationsfel gör det inte.",
    unprocessed_means: "Varje fel är ett fel i arbetsflödet.",
    controlled: "Leveranskontroll",
    activity: "Senaste leveransen från",
    no_delivery: "Ingen aktivitet i arbetsflödet skapar leveranser ännu.",
    skipped: "Det som redan är gjort hoppas över.",
    script: "Skript",
    kind: "Aktivitet",
    inert: "Skriptet sparas men körs aldrig här. Aktiveringen går vidare utan att något ändras.",
    properties: "Leveransens egenskaper",
    channel: "Kanal",
    approval: "Godkännande",
    duplicates: "Uteslut dubbla adresser vid leverans",
    duplicates_on: "De som delar adress får ett enda meddelande.",
    duplicates_off: "En adress kan få samma meddelande flera gånger.",
    rules: "Filterregler",
    no_rules: "Inga: ingen utesluts av en regel.",
    add_rule: "Lägg till en filterregel",
    excludes: "Utesluter",
    pressure: "Tryckregel",
    pressure_off: "Ingen gräns för hur många meddelanden en mottagare får.",
    pressure_on: "De som skulle få fler meddelanden än så utesluts. Kräver Campaign Optimization.",
    messages: "Högst antal meddelanden",
    days: "På antal dagar",
    capacity: "Kapacitetsregel",
    capacity_off: "Ingen gräns för antalet meddelanden per dag.",
    capacity_on: "Det som överstiger gränsen en dag lämnas utanför. Kräver Campaign Optimization.",
    a_day: "Meddelanden om dagen",
    validity: "Leveranstid (dagar)",
    postponed: "Skjut upp leveransen (timmar)",
    opt_out: "Innehållet har en avregistreringslänk",
    opt_out_on: "Kontrollregeln för den är nöjd.",
    opt_out_off: "Analysen ger en varning; i halvautomatiskt läge väntar leveransen då.",
    open_template: "Öppna mallen",
    template_label: "Mallens etikett",
};
