//! Words of the forms of the Targeting tab.

use crate::scenario::activity::targeting::LinkFilter;
use crate::text::Lang;
use crate::text::format::quoted;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Targeting {
        /// Field: what a Query selects.
        pub dimension: &'static str,
        /// Said of contracts.
        pub contracts: &'static str,
        /// Heading of what is asked of linked tables.
        pub links: &'static str,
        /// Said under that heading.
        pub links_hint: &'static str,
        /// Button: asks a linked table.
        pub add_link: &'static str,
        /// Field: what is asked of a linked table.
        pub link: &'static str,
        /// Field: a list.
        pub list: &'static str,
        /// Field: an information service.
        pub service: &'static str,
        /// Field: a delivery activity.
        pub delivery: &'static str,
        /// Any delivery.
        pub any_delivery: &'static str,
        /// Field: how many days back.
        pub days_back: &'static str,
        /// Said where the scenario has no list to read.
        pub no_list: &'static str,
        /// Said where the scenario has no service.
        pub no_service: &'static str,
        /// Said of a list that a List update makes.
        pub list_is_made: &'static str,
        /// Check box: *Purge the list if it exists*.
        pub purge: &'static str,
        /// Said where it is on.
        pub purged: &'static str,
        /// Said where it is off.
        pub appended: &'static str,
        /// The main set of an Exclusion where none is chosen.
        pub first_transition: &'static str,
        /// Said of the complement of an Intersection.
        pub complement_of_intersection: &'static str,
        /// Said of the complement of an Exclusion.
        pub complement_of_exclusion: &'static str,
        /// Said of the complement of a Split.
        pub complement_of_split: &'static str,
        /// Said of the complement of a Deduplication.
        pub complement_of_doubles: &'static str,
        /// Heading of the subsets.
        pub subsets: &'static str,
        /// Said under that heading.
        pub subsets_hint: &'static str,
        /// Button: adds a subset.
        pub add_subset: &'static str,
        /// Check box: *Add a filtering condition*.
        pub filter: &'static str,
        /// Check box: a condition on an enriched column.
        pub enriched: &'static str,
        /// Said of it.
        pub enriched_hint: &'static str,
        /// Field: the enriched column.
        pub column: &'static str,
        /// Check box: *Limit the selected records*.
        pub limit: &'static str,
        /// Field: who is in a limited subset.
        pub selection: &'static str,
        /// *Activate random sampling*.
        pub random: &'static str,
        /// *Keep only the first records after sorting*.
        pub first: &'static str,
        /// Switch: how a limit is given.
        pub limited_by: &'static str,
        /// Side of it: a number of records.
        pub by_records: &'static str,
        /// Side of it: a share.
        pub by_share: &'static str,
        /// Field: the number of records.
        pub records: &'static str,
        /// Field: the share.
        pub share: &'static str,
        /// Said of the share.
        pub share_hint: &'static str,
        /// Field: the attribute in which doubles agree.
        pub doubles_in: &'static str,
        /// Field: *Deduplication method*.
        pub method: &'static str,
        /// *Choose for me*.
        pub choose_for_me: &'static str,
        /// *Non-empty value*.
        pub non_empty: &'static str,
        /// Heading of the columns: *Add data*.
        pub add_data: &'static str,
        /// Field: what the population consists of afterwards.
        pub new_dimension: &'static str,
        /// Heading of the cells.
        pub cells: &'static str,
        /// Button: adds a cell.
        pub add_cell: &'static str,
        /// Names the condition of a cell.
        pub cell_condition: &'static str,
        /// Switch: what is done to subscriptions.
        pub operation: &'static str,
        /// Side of it.
        pub subscription: &'static str,
        /// Side of it.
        pub unsubscription: &'static str,
        /// Field: the attribute that is written.
        pub field: &'static str,
        /// Said of a value that may be empty.
        pub empty_value: &'static str,
        /// Check box: *Generate an outbound transition for the rejects*.
        pub rejects: &'static str,
        /// Said of it.
        pub rejects_hint: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Targeting {
    lang.words(&EN, &SV)
}

/// What is asked of a linked table, without the list, service or delivery it is asked about.
pub fn link(lang: Lang, filter: &LinkFilter) -> &'static str {
    match filter {
        LinkFilter::InList { not: false, .. } => lang.pick("Is in a list", "Finns i en lista"),
        LinkFilter::InList { .. } => lang.pick("Is not in a list", "Finns inte i en lista"),
        LinkFilter::Subscribed { not: false, .. } => {
            lang.pick("Is subscribed to a service", "Prenumererar på en tjänst")
        }
        LinkFilter::Subscribed { .. } => {
            lang.pick("Is not subscribed to a service", "Prenumererar inte på en tjänst")
        }
        LinkFilter::Received { not: false, .. } => lang.pick("Received a delivery", "Fick en leverans"),
        LinkFilter::Received { .. } => lang.pick("Did not receive a delivery", "Fick inte en leverans"),
        LinkFilter::Reacted { not: false, .. } => lang.pick("Opened or clicked", "Öppnade eller klickade"),
        LinkFilter::Reacted { .. } => {
            lang.pick("Neither opened nor clicked", "Varken öppnade eller klickade")
        }
    }
}

/// The label of a list, said under its internal name.
pub fn list_is_there(lang: Lang, label: &str) -> String {
    format!("{} {}.", lang.pick("The list", "Listan"), quoted(lang, label))
}

const EN: Targeting = Targeting {
    dimension: "Targeting dimension",
    contracts: "The filtering dimension stays the recipient: the contracts of those who match are selected.",
    links: "Linked tables",
    links_hint: "All of this must hold too.",
    add_link: "Ask a linked table",
    link: "Question",
    list: "List",
    service: "Service",
    delivery: "Delivery",
    any_delivery: "Any delivery",
    days_back: "In the last days",
    no_list: "Lists are made in the panel of the scenario, shown where no activity is chosen, or by a List update.",
    no_service: "Services are made in the panel of the scenario, shown where no activity is chosen.",
    list_is_made: "There is no such list yet: it is made when the activity runs.",
    purge: "Purge the list if it exists",
    purged: "Afterwards the list holds this population alone.",
    appended: "This population is added to the list.",
    first_transition: "The first transition",
    complement_of_intersection: "Who is in some inbound population and not in all.",
    complement_of_exclusion: "Who was taken out of the main set.",
    complement_of_split: "Who is in no subset.",
    complement_of_doubles: "The doubles that were dropped.",
    subsets: "Subsets",
    subsets_hint: "Each subset takes from what those above it left.",
    add_subset: "Add subset",
    filter: "Add a filtering condition",
    enriched: "Test an enriched column",
    enriched_hint: "An Enrichment before this activity must add the column.",
    column: "Column",
    limit: "Limit the selected records",
    selection: "Selection",
    random: "Activate random sampling",
    first: "Keep only the first records after sorting",
    limited_by: "Limited by",
    by_records: "Records",
    by_share: "Per cent",
    records: "Maximum number of records",
    share: "Size (in %)",
    share_hint: "Of the inbound population, whatever the filter leaves.",
    doubles_in: "Doubles agree in",
    method: "Deduplication method",
    choose_for_me: "Choose for me",
    non_empty: "Non-empty value",
    add_data: "Add data",
    new_dimension: "New dimension",
    cells: "Cells",
    add_cell: "Add cell",
    cell_condition: "Who belongs to the cell",
    operation: "Operation",
    subscription: "Subscription",
    unsubscription: "Unsubscription",
    field: "Field to update",
    empty_value: "Empty takes the present value away.",
    rejects: "Generate an outbound transition for the rejects",
    rejects_hint: "Those who are not in the database.",
};

const SV: Targeting = Targeting {
    dimension: "Målgruppsdimension",
    contracts: "Filtreringsdimensionen är fortfarande mottagaren: avtalen för dem som uppfyller villkoret väljs.",
    links: "Länkade tabeller",
    links_hint: "Allt detta måste också gälla.",
    add_link: "Fråga en länkad tabell",
    link: "Fråga",
    list: "Lista",
    service: "Tjänst",
    delivery: "Leverans",
    any_delivery: "Vilken leverans som helst",
    days_back: "De senaste dagarna",
    no_list: "Listor skapas i scenariots panel, som visas när ingen aktivitet är vald, eller av en Listuppdatering.",
    no_service: "Tjänster skapas i scenariots panel, som visas när ingen aktivitet är vald.",
    list_is_made: "Listan finns inte än: den skapas när aktiviteten körs.",
    purge: "Töm listan om den finns",
    purged: "Efteråt innehåller listan bara den här populationen.",
    appended: "Populationen läggs till i listan.",
    first_transition: "Den första övergången",
    complement_of_intersection: "De som finns i någon inkommande population men inte i alla.",
    complement_of_exclusion: "De som togs bort ur huvudmängden.",
    complement_of_split: "De som inte finns i någon delmängd.",
    complement_of_doubles: "Dubbletterna som togs bort.",
    subsets: "Delmängder",
    subsets_hint: "Varje delmängd tar av det som de ovanför har lämnat.",
    add_subset: "Ny delmängd",
    filter: "Lägg till ett filtervillkor",
    enriched: "Testa en berikad kolumn",
    enriched_hint: "En Berikning före aktiviteten måste lägga till kolumnen.",
    column: "Kolumn",
    limit: "Begränsa antalet valda poster",
    selection: "Urval",
    random: "Aktivera slumpmässigt urval",
    first: "Behåll bara de första posterna efter sortering",
    limited_by: "Begränsas av",
    by_records: "Poster",
    by_share: "Procent",
    records: "Högsta antal poster",
    share: "Storlek (i %)",
    share_hint: "Av den inkommande populationen, oavsett vad filtret lämnar.",
    doubles_in: "Dubbletter har samma",
    method: "Dedupliceringsmetod",
    choose_for_me: "Välj åt mig",
    non_empty: "Värde som inte är tomt",
    add_data: "Lägg till data",
    new_dimension: "Ny dimension",
    cells: "Celler",
    add_cell: "Ny cell",
    cell_condition: "Vilka som hör till cellen",
    operation: "Åtgärd",
    subscription: "Anmälan",
    unsubscription: "Avanmälan",
    field: "Fält att uppdatera",
    empty_value: "Tomt tar bort det nuvarande värdet.",
    rejects: "Skapa en utgående övergång för avvisade",
    rejects_hint: "De som inte finns i databasen.",
};
