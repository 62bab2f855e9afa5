//! What the page around a lab is told: its title, why a method fails, and what to do after a breakdown.

use super::Lang;
use super::format::quoted;
use super::told::Told;
use crate::base::plain;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words without a value in them.
    #[derive(Debug)]
    pub struct Host {
        /// The title of the app page.
        pub title: &'static str,
        /// Stands for a scenario that came without a file name.
        pub given_scenario: &'static str,
        /// A method was called after the lab had gone.
        pub gone: &'static str,
        /// A method was called before the lab was there.
        pub opening: &'static str,
        /// A method needs figures and the run is still under way.
        pub running: &'static str,
        /// Heading after a breakdown.
        pub stopped: &'static str,
        /// What became of the work.
        pub work_is_kept: &'static str,
        /// What became of the work where the breakdown came while it was opened.
        pub work_is_aside: &'static str,
        /// What became of the work where nothing is kept.
        pub work_is_lost: &'static str,
        /// What became of the work where that is not certain.
        pub work_may_be_kept: &'static str,
        /// Button: loads the page again.
        pub reload: &'static str,
        /// Button: saves the scenario as a file.
        pub save_scenario: &'static str,
        /// Heading over the report of the fault.
        pub report: &'static str,
        /// What is in it.
        pub report_what: &'static str,
        /// Button: puts it on the clipboard.
        pub copy_report: &'static str,
        /// That it is there.
        pub report_copied: &'static str,
        /// That it is not, and what to do.
        pub report_not_copied: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Host {
    lang.words(&EN, &SV)
}

const EN: Host = Host {
    title: "Delivery Lab: recurring and continuous deliveries side by side",
    given_scenario: "The scenario",
    gone: "This lab was removed from its page or disposed of. Put it into a page to open it again.",
    opening: "This lab is still opening. Wait for the event delivery-lab-ready.",
    running: "The scenario is still being simulated, so there is nothing to play yet. Wait for the promise of run() or getReport().",
    stopped: "The lab has stopped because of a fault of its own",
    work_is_kept: "Your work is saved on this device. Reload the page to go on.",
    work_is_aside: "Your saved work could not be shown. It is kept aside on this device; reload the page to start afresh.",
    work_is_lost: "This lab keeps nothing on this device. Save the scenario as a file, then reload the page.",
    work_may_be_kept: "Your work is saved on this device, up to the last moment or so. Reload the page to go on.",
    reload: "Reload the page",
    save_scenario: "Save the scenario",
    report: "Report of the fault",
    report_what: "It has the version, the browser, the fault, the names of the last actions, and the scenario. Nothing of it is sent anywhere.",
    copy_report: "Copy the report",
    report_copied: "The report is on the clipboard.",
    report_not_copied: "The browser did not copy it. The report is selected, so Ctrl C copies it.",
};

const SV: Host = Host {
    title: "Delivery Lab: återkommande och kontinuerliga leveranser sida vid sida",
    given_scenario: "Scenariot",
    gone: "Labbet har tagits bort från sidan eller stängts. Sätt in det i en sida för att öppna det igen.",
    opening: "Labbet håller på att öppnas. Vänta på händelsen delivery-lab-ready.",
    running: "Scenariot simuleras fortfarande, så det finns inget att spela än. Vänta på löftet från run() eller getReport().",
    stopped: "Labbet stannade på grund av ett eget fel",
    work_is_kept: "Ditt arbete är sparat på den här enheten. Ladda om sidan för att fortsätta.",
    work_is_aside: "Ditt sparade arbete kunde inte visas. Det ligger kvar på enheten; ladda om sidan för att börja på nytt.",
    work_is_lost: "Det här labbet sparar ingenting på enheten. Spara scenariot som fil och ladda sedan om sidan.",
    work_may_be_kept: "Ditt arbete är sparat på den här enheten, så när som på det allra sista. Ladda om sidan för att fortsätta.",
    reload: "Ladda om sidan",
    save_scenario: "Spara scenariot",
    report: "Felrapport",
    report_what: "Den innehåller versionen, webbläsaren, felet, namnen på de senaste åtgärderna och scenariot. Inget av det skickas någonstans.",
    copy_report: "Kopiera rapporten",
    report_copied: "Rapporten finns i urklipp.",
    report_not_copied: "Webbläsaren kopierade den inte. Rapporten är markerad, så Ctrl C kopierar den.",
};

/// A text given as a date is none.
pub fn not_a_date(lang: Lang, text: &str) -> Told {
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "{text} is not a date.", text = quoted(lang, text)),
            say!(lang, "Write it as 2026-06-08 or 2026-06-08T09:00."),
        ),
        Wording::Sv => Told::new(
            format!("{} är inget datum.", quoted(lang, text)),
            "Skriv det som 2026-06-08 eller 2026-06-08T09:00.",
        ),
    }
}

/// An option has a name or value that is none.
pub fn not_an_option(lang: Lang, name: &str, value: &str) -> Told {
    let name = plain::one_line(name);
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "The option {name} cannot be {value}.", name, value = quoted(lang, value)),
            say!(lang, "Correct it, or leave it out."),
        ),
        Wording::Sv => Told::new(
            format!("Alternativet {name} kan inte vara {}.", quoted(lang, value)),
            "Rätta det eller utelämna det.",
        ),
    }
}

/// The options are no plain object.
pub fn not_options(lang: Lang) -> Told {
    Told::new(
        lang.pick("The options are not a plain object.", "Alternativen är inget vanligt objekt."),
        lang.pick(
            "Give each by its name with a text or a number, or leave them out.",
            "Ge varje alternativ vid namn med en text eller ett tal, eller utelämna dem.",
        ),
    )
}

/// Both a scenario and the name of a built-in one were given.
pub fn two_scenarios(lang: Lang) -> Told {
    Told::new(
        lang.pick(
            "There is a scenario and the option sample, and only one of them can be run.",
            "Det finns både ett scenario och alternativet sample, och bara ett av dem kan köras.",
        ),
        lang.pick("Leave one of them out.", "Utelämna det ena."),
    )
}

/// The number of recipients was to be changed, and they come from a file.
pub fn recipients_of_a_file(lang: Lang) -> Told {
    Told::new(
        lang.pick(
            "The recipients of this scenario come from a file, so the option recipients cannot change their number.",
            "Mottagarna i det här scenariot kommer från en fil, så alternativet recipients kan inte ändra antalet.",
        ),
        lang.pick("Leave the option recipients out.", "Utelämna alternativet recipients."),
    )
}

/// A scenario could not be loaded from an address.
pub fn cannot_load(lang: Lang, address: &str) -> Told {
    let address = plain::one_line(address);
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "The scenario at {address} could not be loaded.", address),
            say!(lang, "Check the address, and that its server lets other sites read it."),
        ),
        Wording::Sv => Told::new(
            format!("Scenariot på {address} kunde inte laddas."),
            "Se över adressen, och att servern låter andra webbplatser läsa den.",
        ),
    }
}

/// A state given to `setState` has another version.
pub fn later_state(lang: Lang, version: u64) -> Told {
    match lang.wording() {
        Wording::En => Told::new(
            say!(lang, "The state has version {version}, which this lab does not know.", version),
            say!(lang, "Use a newer lab, or a state that getState gave."),
        ),
        Wording::Sv => Told::new(
            format!("Tillståndet har version {version}, som labbet inte känner till."),
            "Använd ett nyare labb, eller ett tillstånd från getState.",
        ),
    }
}

/// A field of a state given to `setState` is wrong; an empty name means the state as a whole.
pub fn wrong_state(lang: Lang, field: &str) -> Told {
    let remedy = lang.pick("Give a state that getState gave.", "Ge ett tillstånd från getState.");
    let what = match (lang.wording(), field) {
        (Wording::En, "") => say!(lang, "The state is not an object that this lab can read.").to_owned(),
        (Wording::En, _) => say!(lang, "The field {field} of the state is not as it should be.", field),
        (Wording::Sv, "") => "Tillståndet är inget objekt som labbet kan läsa.".to_owned(),
        (Wording::Sv, _) => format!("Fältet {field} i tillståndet är inte som det ska."),
    };
    Told::new(what, remedy)
}
