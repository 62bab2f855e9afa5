//! Words of the lists and information services of a scenario.

use crate::text::Lang;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct NamedForm {
        /// Heading.
        pub heading: &'static str,
        /// Said where there is none.
        pub none: &'static str,
        /// Button: adds one.
        pub add: &'static str,
        /// Field: its label.
        pub label: &'static str,
        /// The label of a new one.
        pub fresh: &'static str,
        /// Check box: somebody is in it when the run begins.
        pub members: &'static str,
        /// Said where nobody is.
        pub nobody: &'static str,
    }
}

/// The words of lists in a language.
pub fn lists(lang: Lang) -> &'static NamedForm {
    lang.words(
        &NamedForm {
            heading: "Lists",
            none: "None. A Read list takes one up, a List update saves to one.",
            add: "Add list",
            label: "Label of the list",
            fresh: "New list",
            members: "Has members at the start",
            nobody: "Nobody is in it when the run begins.",
        },
        &NamedForm {
            heading: "Listor",
            none: "Inga. Läs lista använder en, Listuppdatering sparar till en.",
            add: "Ny lista",
            label: "Listans etikett",
            fresh: "Ny lista",
            members: "Har medlemmar i början",
            nobody: "Ingen finns i den när körningen börjar.",
        },
    )
}

/// The words of information services in a language.
pub fn services(lang: Lang) -> &'static NamedForm {
    lang.words(
        &NamedForm {
            heading: "Information services",
            none: "None. Subscription services subscribes recipients to one.",
            add: "Add service",
            label: "Label of the service",
            fresh: "New service",
            members: "Has subscribers at the start",
            nobody: "Nobody is subscribed when the run begins.",
        },
        &NamedForm {
            heading: "Informationstjänster",
            none: "Inga. Prenumerationstjänster anmäler mottagare till en.",
            add: "Ny tjänst",
            label: "Tjänstens etikett",
            fresh: "Ny tjänst",
            members: "Har prenumeranter i början",
            nobody: "Ingen prenumererar när körningen börjar.",
        },
    )
}

/// The name by which activities know it.
pub fn internal(lang: Lang, name: &str) -> String {
    format!("{}: {name}", lang.pick("Internal name", "Internt namn"))
}
