//! What activities do, in a sentence or two, and why some are not simulated.

use crate::scenario::activity::ActivityKind;
use crate::scenario::activity::sending::OutsideKind;
use crate::text::Lang;

/// What a kind of activity does, in one or two sentences.
pub fn explained(lang: Lang, kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Query => lang.pick(
            "Selects everyone who matches the condition. It has no memory: each run selects them all again.",
            "Väljer alla som uppfyller villkoret. Den har inget minne: varje körning väljer alla på nytt.",
        ),
        ActivityKind::IncrementalQuery => lang.pick(
            "Selects those who match and are not in its history of people already targeted. If there is \
             nobody new, the branch waits for the next launch.",
            "Väljer dem som uppfyller villkoret och inte finns i dess historik över redan utvalda. Finns \
             ingen ny väntar grenen till nästa start.",
        ),
        ActivityKind::ReadList => lang.pick(
            "Takes up the recipients of a stored list.",
            "Hämtar mottagarna i en sparad lista.",
        ),
        ActivityKind::Union => lang.pick(
            "Merges several populations. It waits until every transition that enters it has been activated.",
            "Slår ihop flera populationer. Den väntar tills alla övergångar som leder in har aktiverats.",
        ),
        ActivityKind::Intersection => lang.pick(
            "Keeps those who are in every inbound population. The complement holds the others.",
            "Behåller dem som finns i alla inkommande populationer. Komplementet innehåller de övriga.",
        ),
        ActivityKind::Exclusion => lang.pick(
            "Takes all other inbound populations out of the main set. The complement holds those who were taken out.",
            "Tar bort alla andra inkommande populationer ur huvudmängden. Komplementet innehåller dem som togs bort.",
        ),
        ActivityKind::Split => lang.pick(
            "Divides a population into subsets: by a condition, by size or at random. Each subset has an output of its own.",
            "Delar en population i delmängder: efter villkor, storlek eller slump. Varje delmängd har en egen utgång.",
        ),
        ActivityKind::Deduplication => lang.pick(
            "Keeps one record of each group of doubles. The complement holds the others.",
            "Behåller en post ur varje grupp av dubbletter. Komplementet innehåller de övriga.",
        ),
        ActivityKind::Enrichment => lang.pick(
            "Adds columns to the population, which a split behind it can use.",
            "Lägger till kolumner till populationen, som en delning efter den kan använda.",
        ),
        ActivityKind::ChangeDimension => lang.pick(
            "Changes what the population consists of, such as contracts into the recipients who hold them.",
            "Ändrar vad populationen består av, till exempel avtal till mottagarna som har dem.",
        ),
        ActivityKind::Cells => lang.pick(
            "Divides a population into cells side by side, each with an output of its own.",
            "Delar en population i celler sida vid sida, var och en med en egen utgång.",
        ),
        ActivityKind::Subscription => lang.pick(
            "Subscribes the population to an information service, or unsubscribes it.",
            "Anmäler populationen till en informationstjänst, eller avanmäler den.",
        ),
        ActivityKind::ListUpdate => lang.pick(
            "Saves the population to a list. By default nothing follows it.",
            "Sparar populationen i en lista. Som standard följer inget efter den.",
        ),
        ActivityKind::UpdateData => lang.pick(
            "Writes a value to every record of the population. By default nothing follows it.",
            "Skriver ett värde till alla poster i populationen. Som standard följer inget efter den.",
        ),
        ActivityKind::Email => lang.pick(
            "One e-mail delivery, prepared and sent once.",
            "En enda e-postleverans, som förbereds och skickas en gång.",
        ),
        ActivityKind::Sms => lang.pick(
            "One SMS delivery, prepared and sent once. It needs mobile numbers.",
            "En enda SMS-leverans, som förbereds och skickas en gång. Den behöver mobilnummer.",
        ),
        ActivityKind::DirectMail => lang.pick(
            "One direct mail delivery: an extraction file for a router, made once.",
            "En enda direktreklamleverans: en extraheringsfil till en distributör, som skapas en gång.",
        ),
        ActivityKind::RecurringDelivery => lang.pick(
            "Makes a new delivery at each run, with its own broadLog and tracking log. It has no schedule of \
             its own and needs a scheduler before it.",
            "Skapar en ny leverans vid varje körning, med egen leveranslogg (broadLog) och spårningslogg. Den \
             har inget eget schema utan behöver en schemaläggare före sig.",
        ),
        ActivityKind::Start => lang.pick(
            "Marks where a branch begins. It is optional: any activity that nothing leads into begins too.",
            "Markerar var en gren börjar. Den behövs inte: en aktivitet som inget leder till börjar också.",
        ),
        ActivityKind::End => {
            lang.pick("Marks where a branch ends.", "Markerar var en gren slutar.")
        }
        ActivityKind::Scheduler => lang.pick(
            "Activates its transition at scheduled times. Nothing may lead into it, and a branch has only one.",
            "Aktiverar sin övergång vid schemalagda tider. Inget får leda till den, och en gren har bara en.",
        ),
        ActivityKind::Fork => lang.pick(
            "Activates several branches. They do not run at the same moment, but one after the other.",
            "Aktiverar flera grenar. De körs inte samtidigt utan efter varandra.",
        ),
        ActivityKind::AndJoin => lang.pick(
            "Waits until every transition that enters it has been activated, then passes one population on: the main set.",
            "Väntar tills alla övergångar som leder in har aktiverats och skickar sedan en population vidare: huvudmängden.",
        ),
        ActivityKind::Test => lang.pick(
            "Activates the output of the first condition that is true.",
            "Aktiverar utgången för det första villkor som är sant.",
        ),
        ActivityKind::Wait => lang.pick(
            "Passes on after a delay. Other tasks of the workflow go on meanwhile.",
            "Går vidare efter en fördröjning. Andra uppgifter i arbetsflödet fortsätter under tiden.",
        ),
        ActivityKind::TimeConstraint => lang.pick(
            "Passes on in a window of time only. Outside it, the activation waits for the window or is dropped.",
            "Går bara vidare inom ett tidsfönster. Utanför det väntar aktiveringen på fönstret eller stryks.",
        ),
        ActivityKind::ExternalSignal => lang.pick(
            "Passes on when another workflow or a call posts a signal. The wait can expire.",
            "Går vidare när ett annat arbetsflöde eller ett anrop skickar en signal. Väntan kan löpa ut.",
        ),
        ActivityKind::SubWorkflow => lang.pick(
            "Runs another workflow and waits for its result.",
            "Kör ett annat arbetsflöde och väntar på resultatet.",
        ),
        ActivityKind::JumpStart => lang.pick(
            "Leads to the jump end of the same number; it only saves an arrow in the drawing.",
            "Leder till hoppets slut med samma nummer; det sparar bara en pil i ritningen.",
        ),
        ActivityKind::JumpEnd => lang.pick(
            "Where the jump start of the same number leads.",
            "Dit hoppets start med samma nummer leder.",
        ),
        ActivityKind::Approval => lang.pick(
            "Asks operators a question. Each answer has an output; the wait can expire.",
            "Ställer en fråga till operatörer. Varje svar har en utgång; väntan kan löpa ut.",
        ),
        ActivityKind::Alert => lang.pick(
            "Sends operators a message and goes on; nobody has to answer.",
            "Skickar ett meddelande till operatörer och går vidare; ingen behöver svara.",
        ),
        ActivityKind::Task => lang.pick(
            "Gives somebody something to do. Done and not done are its two outputs.",
            "Ger någon något att göra. Klar och inte klar är dess två utgångar.",
        ),
        ActivityKind::Delivery => lang.pick(
            "Works on a delivery: a new one from a template at each run, one named in the transition, or always the same. What it does with it, from saving to sending, is an option.",
            "Arbetar med en leverans: en ny från en mall vid varje körning, en som övergången anger, eller alltid samma. Vad den gör, från att spara till att skicka, är ett val.",
        ),
        ActivityKind::DeliveryControl => lang.pick(
            "Starts, pauses or stops a delivery.",
            "Startar, pausar eller stoppar en leverans.",
        ),
        ActivityKind::ContinuousDelivery => lang.pick(
            "Refers to a delivery template and adds each run to the same delivery. When content or name has \
             changed, the next run makes a new delivery.",
            "Hänvisar till en leveransmall och lägger varje körning till samma leverans. När innehåll eller \
             namn har ändrats skapar nästa körning en ny leverans.",
        ),
        ActivityKind::Script => lang.pick(
            "A script of the product. The lab shows and keeps it, but does not execute it: its activation passes on.",
            "Ett skript i produkten. Labbet visar och sparar det men kör det inte: aktiveringen går vidare.",
        ),
        ActivityKind::Outside => lang.pick(
            "Needs a system outside the lab, so a workflow with it cannot run here.",
            "Behöver ett system utanför labbet, så ett arbetsflöde med den kan inte köras här.",
        ),
    }
}

/// Why an activity is shown and not simulated.
pub fn why_not_simulated(lang: Lang, kind: OutsideKind) -> &'static str {
    match kind {
        OutsideKind::FileCollector
        | OutsideKind::FileTransfer
        | OutsideKind::DataLoadingFile
        | OutsideKind::ExtractionFile => lang.pick(
            "It reads or writes files on a server, and the lab has no server. Import recipients from a CSV file instead.",
            "Den läser eller skriver filer på en server, och labbet har ingen server. Importera mottagare från en CSV-fil i stället.",
        ),
        OutsideKind::WebDownload | OutsideKind::LoadingSoap => lang.pick(
            "It calls another system over the network, and the lab sends nothing anywhere.",
            "Den anropar ett annat system över nätet, och labbet skickar inget någonstans.",
        ),
        OutsideKind::InboundEmails | OutsideKind::InboundSms => lang.pick(
            "It waits for messages from outside, and the lab receives none.",
            "Den väntar på meddelanden utifrån, och labbet tar inte emot några.",
        ),
        OutsideKind::ChangeDataSource | OutsideKind::DataLoadingRdbms | OutsideKind::CrmConnector => lang.pick(
            "It exchanges data with another database or CRM, and the lab has neither.",
            "Den utbyter data med en annan databas eller ett CRM-system, och labbet har ingetdera.",
        ),
        OutsideKind::EditSchema => lang.pick(
            "It renames and converts columns of a work table; populations in the lab have no such columns.",
            "Den byter namn på och konverterar kolumner i en arbetstabell; populationer i labbet har inga sådana.",
        ),
        OutsideKind::OffersByCell | OutsideKind::OfferEngine => lang.pick(
            "It asks the Interaction module for offers, which the lab does not have.",
            "Den frågar Interaction-modulen efter erbjudanden, och den finns inte i labbet.",
        ),
        OutsideKind::DeliveryOutline | OutsideKind::ContentManagement => lang.pick(
            "It works on content kept outside the workflow, which the lab does not have.",
            "Den arbetar med innehåll som finns utanför arbetsflödet, och det har labbet inte.",
        ),
        OutsideKind::LocalApproval => lang.pick(
            "It asks local entities of Distributed Marketing. Use an Approval to practise waiting for an answer.",
            "Den frågar lokala enheter i Distributed Marketing. Använd ett Godkännande för att öva på att vänta på svar.",
        ),
        OutsideKind::UpdateAggregate => lang.pick(
            "It refreshes the aggregates of a cube, and the lab has no cubes.",
            "Den uppdaterar aggregaten i en kub, och labbet har inga kuber.",
        ),
        OutsideKind::Ios | OutsideKind::Android => lang.pick(
            "It notifies a mobile app, and the recipients of the lab have no app.",
            "Den meddelar en mobilapp, och mottagarna i labbet har ingen app.",
        ),
        OutsideKind::OtherChannel => lang.pick(
            "It hands messages to an external channel, which the lab does not have.",
            "Den lämnar meddelanden till en extern kanal, som inte finns i labbet.",
        ),
    }
}
