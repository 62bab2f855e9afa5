//! The names of activities, and of the tabs of the palette.

use crate::scenario::activity::sending::{OutsideKind, ScriptKind};
use crate::scenario::activity::{ActivityKind, Tab};
use crate::text::Lang;

/// The name of a kind of activity.
pub fn name(lang: Lang, kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Query => lang.pick("Query", "Fråga"),
        ActivityKind::IncrementalQuery => lang.pick("Incremental query", "Inkrementell fråga"),
        ActivityKind::ReadList => lang.pick("Read list", "Läs lista"),
        ActivityKind::Union => lang.pick("Union", "Förening"),
        ActivityKind::Intersection => lang.pick("Intersection", "Skärning"),
        ActivityKind::Exclusion => lang.pick("Exclusion", "Uteslutning"),
        ActivityKind::Split => lang.pick("Split", "Dela"),
        ActivityKind::Deduplication => lang.pick("Deduplication", "Deduplicering"),
        ActivityKind::Enrichment => lang.pick("Enrichment", "Berikning"),
        ActivityKind::ChangeDimension => lang.pick("Change dimension", "Ändra dimension"),
        ActivityKind::Cells => lang.pick("Cells", "Celler"),
        ActivityKind::Subscription => lang.pick("Subscription services", "Prenumerationstjänster"),
        ActivityKind::ListUpdate => lang.pick("List update", "Listuppdatering"),
        ActivityKind::UpdateData => lang.pick("Update data", "Uppdatera data"),
        ActivityKind::Email => lang.pick("Email delivery", "E-postleverans"),
        ActivityKind::Sms => lang.pick("Mobile delivery (SMS)", "Mobilleverans (SMS)"),
        ActivityKind::DirectMail => lang.pick("Direct mail delivery", "Direktreklam"),
        ActivityKind::RecurringDelivery => lang.pick("Recurring delivery", "Återkommande leverans"),
        ActivityKind::Start => lang.pick("Start", "Start"),
        ActivityKind::End => lang.pick("End", "Slut"),
        ActivityKind::Scheduler => lang.pick("Scheduler", "Schemaläggare"),
        ActivityKind::Fork => lang.pick("Fork", "Förgrening"),
        ActivityKind::AndJoin => lang.pick("AND-join", "AND-join"),
        ActivityKind::Test => lang.pick("Test", "Test"),
        ActivityKind::Wait => lang.pick("Wait", "Vänta"),
        ActivityKind::TimeConstraint => lang.pick("Time constraint", "Tidsbegränsning"),
        ActivityKind::ExternalSignal => lang.pick("External signal", "Extern signal"),
        ActivityKind::SubWorkflow => lang.pick("Sub-workflow", "Underarbetsflöde"),
        ActivityKind::JumpStart => lang.pick("Jump start", "Hopp, start"),
        ActivityKind::JumpEnd => lang.pick("Jump end", "Hopp, slut"),
        ActivityKind::Approval => lang.pick("Approval", "Godkännande"),
        ActivityKind::Alert => lang.pick("Alert", "Varning"),
        ActivityKind::Task => lang.pick("Task", "Uppgift"),
        ActivityKind::Delivery => lang.pick("Delivery", "Leverans"),
        ActivityKind::DeliveryControl => lang.pick("Delivery control", "Leveranskontroll"),
        ActivityKind::ContinuousDelivery => lang.pick("Continuous delivery", "Kontinuerlig leverans"),
        ActivityKind::Script => lang.pick("Script", "Skript"),
        ActivityKind::Outside => lang.pick("Not simulated", "Simuleras inte"),
    }
}

/// The name of a tab of the palette.
pub fn tab(lang: Lang, tab: Tab) -> &'static str {
    match tab {
        Tab::Targeting => lang.pick("Targeting", "Målgrupp"),
        Tab::Deliveries => lang.pick("Deliveries", "Leveranser"),
        Tab::FlowControl => lang.pick("Flow control", "Flödeskontroll"),
        Tab::Actions => lang.pick("Actions", "Åtgärder"),
        Tab::NotSimulated => lang.pick("Not simulated", "Simuleras inte"),
    }
}

/// The name of a script activity.
pub fn script(lang: Lang, kind: ScriptKind) -> &'static str {
    match kind {
        ScriptKind::JavaScript => lang.pick("JavaScript code", "JavaScript-kod"),
        ScriptKind::AdvancedJavaScript => lang.pick("Advanced JavaScript code", "Avancerad JavaScript-kod"),
        ScriptKind::SqlCode => lang.pick("SQL code", "SQL-kod"),
        ScriptKind::SqlDataManagement => lang.pick("SQL data management", "SQL-datahantering"),
        ScriptKind::NlserverModule => lang.pick("Nlserver module", "Nlserver-modul"),
    }
}

/// The name of an activity that is not simulated.
pub fn outside(lang: Lang, kind: OutsideKind) -> &'static str {
    match kind {
        OutsideKind::ChangeDataSource => lang.pick("Change data source", "Byt datakälla"),
        OutsideKind::EditSchema => lang.pick("Edit schema", "Redigera schema"),
        OutsideKind::OffersByCell => lang.pick("Offers by cell", "Erbjudanden per cell"),
        OutsideKind::OfferEngine => lang.pick("Offer engine", "Erbjudandemotor"),
        OutsideKind::DeliveryOutline => lang.pick("Delivery outline", "Leveransdisposition"),
        OutsideKind::CrmConnector => lang.pick("CRM connector", "CRM-koppling"),
        OutsideKind::ContentManagement => lang.pick("Content management", "Innehållshantering"),
        OutsideKind::DataLoadingFile => lang.pick("Data loading (file)", "Datainläsning (fil)"),
        OutsideKind::DataLoadingRdbms => lang.pick("Data loading (RDBMS)", "Datainläsning (databas)"),
        OutsideKind::ExtractionFile => lang.pick("Extraction (file)", "Extrahering (fil)"),
        OutsideKind::LoadingSoap => lang.pick("Loading (SOAP)", "Inläsning (SOAP)"),
        OutsideKind::LocalApproval => lang.pick("Local approval", "Lokalt godkännande"),
        OutsideKind::UpdateAggregate => lang.pick("Update aggregate", "Uppdatera aggregat"),
        OutsideKind::Ios => lang.pick("iOS delivery", "iOS-leverans"),
        OutsideKind::Android => lang.pick("Android delivery", "Android-leverans"),
        OutsideKind::OtherChannel => lang.pick("Other delivery", "Annan leverans"),
        OutsideKind::FileCollector => lang.pick("File collector", "Filinsamlare"),
        OutsideKind::FileTransfer => lang.pick("File transfer", "Filöverföring"),
        OutsideKind::WebDownload => lang.pick("Web download", "Webbhämtning"),
        OutsideKind::InboundEmails => lang.pick("Inbound emails", "Inkommande e-post"),
        OutsideKind::InboundSms => lang.pick("Inbound SMS", "Inkommande SMS"),
    }
}
