//! The fixed sentences of the trainer's side, each beside its translation.

use crate::text::Lang;

macro_rules! sentences {
    ($($name:ident: $en:literal, $sv:literal;)+) => {
        /// A fixed sentence.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Say {
            $(#[doc = $en] $name,)+
        }

        impl Say {
            /// The sentence in a language.
            pub fn within(self, lang: Lang) -> &'static str {
                match self {
                    $(Self::$name => lang.pick($en, $sv),)+
                }
            }
        }
    };
}

sentences! {
    Trainers: "For trainers", "För utbildare";
    TrainersSay: "Make a lesson by doing it in the lab, show it on a classroom screen, or read the progress of your learners.", "Gör en lektion genom att göra den i labbet, visa den på en skärm i klassrummet, eller läs deltagarnas framsteg.";
    MakeLesson: "Make a lesson", "Gör en lektion";
    ReadProgress: "Read learners' progress", "Läs deltagarnas framsteg";
    Project: "Classroom screen", "Klassrumsskärm";
    YourLessons: "Your lessons", "Dina lektioner";
    YourLessonsSay: "Lessons you are making are kept on this device as you write. Nothing is sent anywhere.", "Lektioner du gör sparas på enheten medan du skriver. Inget skickas någonstans.";
    Fleeting: "This device keeps nothing for this page: save the lesson as a file before you leave.", "Enheten sparar inget för den här sidan: spara lektionen som fil innan du lämnar den.";
    ListUnreadable: "The list of lessons on this device could not be read. It was put aside and not deleted; files you saved open as before.", "Listan med lektioner på enheten gick inte att läsa. Den lades åt sidan och raderades inte; sparade filer öppnas som förr.";
    ListFull: "There is no more room for lessons on this device. Save some as files and delete them here.", "Det får inte plats fler lektioner på enheten. Spara några som filer och radera dem här.";
    NewLesson: "New lesson", "Ny lektion";
    OpenLesson: "Open a lesson file…", "Öppna en lektionsfil…";
    NoLessons: "You have made no lesson yet.", "Du har inte gjort någon lektion än.";
    Untitled: "Without a title", "Utan titel";
    Delete: "Delete", "Ta bort";
    BringBack: "Bring it back", "Ta tillbaka den";
    Deleted: "The lesson was deleted.", "Lektionen raderades.";
    Bench: "Lesson bench", "Lektionsbänk";
    CloseBench: "Close the bench; the lesson stays on this device", "Stäng bänken; lektionen finns kvar på enheten";
    Whole: "The lesson as a whole", "Lektionen i stort";
    Steps: "Steps", "Steg";
    AddStep: "Add a step", "Lägg till ett steg";
    Up: "Move the step up", "Flytta steget uppåt";
    Down: "Move the step down", "Flytta steget nedåt";
    Duplicate: "Duplicate the step", "Duplicera steget";
    Remove: "Remove the step", "Ta bort steget";
    Undo: "Undo the last change to the lesson", "Ångra den senaste ändringen av lektionen";
    Redo: "Redo the change to the lesson", "Gör om ändringen av lektionen";
    StepKeys: "Alt with the arrow keys moves a step, Delete removes it.", "Alt med piltangenterna flyttar ett steg, Delete tar bort det.";
    Begin: "Begin with a step: what should the learner read, predict, find or build first?", "Börja med ett steg: vad ska deltagaren läsa, förutsäga, leta upp eller bygga först?";
    WordsIn: "Words in", "Ord på";
    AddLanguage: "Add", "Lägg till";
    DropLanguage: "Remove these words", "Ta bort de här orden";
    Minutes: "Minutes it takes", "Minuter den tar";
    LessonTitle: "Title", "Titel";
    About: "What one can do afterwards", "Vad man kan efteråt";
    Title: "Heading", "Rubrik";
    Body: "Text", "Text";
    BodySays: "Each line is a paragraph. **Two stars** make it strong, `backticks` a name of the product.", "Varje rad är ett stycke. **Två stjärnor** gör det starkt, `grav accent` ett namn i produkten.";
    Prompt: "What is asked", "Vad som frågas";
    Task: "What is to be built", "Vad som ska byggas";
    Skill: "Shows the skill", "Visar färdigheten";
    Start: "Where the step begins", "Var steget börjar";
    NoScene: "The lab stays as the step before leaves it.", "Labbet är kvar som steget före lämnar det.";
    HasScene: "It opens a scenario of its own.", "Det öppnar ett eget scenario.";
    UsePresent: "Use the present workflow", "Använd det nuvarande arbetsflödet";
    ShowStart: "Show it in the lab", "Visa det i labbet";
    DropScene: "Without a scenario of its own", "Utan eget scenario";
    UsePlace: "Use the present place", "Använd den nuvarande platsen";
    DropPlace: "Leave the place to the lab", "Låt labbet välja plats";
    PlaceFree: "The lab opens at the usual place for this sort of step.", "Labbet öppnas på den vanliga platsen för den här sortens steg.";
    Until: "Goes on when", "Fortsätter när";
    AtOnce: "at once", "genast";
    UntilPlayed: "the run was played to its end", "körningen har spelats till slutet";
    UntilLogs: "logs of a delivery were opened", "loggar för en leverans har öppnats";
    UntilFollowed: "a recipient was followed", "en mottagare har följts";
    AskFor: "The learner answers with", "Deltagaren svarar med";
    Numbers: "numbers", "tal";
    OneOf: "one of several answers", "ett av flera svar";
    RightNumber: "The right number", "Rätt tal";
    NumberLabel: "What the number is", "Vad talet är";
    Count: "Count", "Antal";
    Of: "Activity", "Aktivitet";
    WholeWorkflow: "the whole workflow", "hela arbetsflödet";
    Computed: "computed in the lesson file", "uträknat i lektionsfilen";
    Tolerance: "Off by at most", "Får skilja";
    AddNumber: "One more number", "Ett tal till";
    RemoveNumber: "Remove this number", "Ta bort talet";
    NoCount: "cannot be counted: the step's scenario does not run", "går inte att räkna: stegets scenario går inte att köra";
    AddWrong: "A wrong number with its own answer", "Ett fel tal med eget svar";
    RemoveWrong: "Remove this wrong number", "Ta bort det här felet";
    OrFixed: "a fixed number", "ett fast tal";
    Fixed: "The number", "Talet";
    Belief: "What the learner then believes", "Vad deltagaren då tror";
    BeliefWhy: "What is so instead", "Vad som gäller i stället";
    Answers: "Answers", "Svar";
    IsRight: "right", "rätt";
    Answer: "Answer", "Svar";
    Feedback: "What is said to it", "Vad som sägs om det";
    AddAnswer: "One more answer", "Ett svar till";
    RemoveAnswer: "Remove this answer", "Ta bort svaret";
    Believes: "comes from a misconception", "kommer av ett missförstånd";
    Hints: "Hints", "Ledtrådar";
    HintPoint: "1 – points at the place", "1 – pekar på platsen";
    HintPrinciple: "2 – says the rule", "2 – säger regeln";
    HintWay: "3 – shows the way; credit is then void", "3 – visar vägen; då räknas uppgiften inte";
    Explanation: "Explanation after the answer", "Förklaring efter svaret";
    Recording: "Record the solution", "Spela in lösningen";
    RecordSays: "Press Record: the lab shows the step's start. Build what the learner should build, then say that this is the solution.", "Tryck på Spela in: labbet visar stegets start. Bygg det deltagaren ska bygga och säg sedan att det är lösningen.";
    Record: "Record", "Spela in";
    RecordAgain: "Record anew", "Spela in på nytt";
    IsRecording: "Recording. Build in the lab now.", "Spelar in. Bygg i labbet nu.";
    IsSolution: "This is the solution", "Det här är lösningen";
    StopRecording: "Stop, keep what was", "Avbryt, behåll det som var";
    NothingDone: "Nothing was changed. Change the workflow in the lab first, then press “This is the solution”.", "Inget har ändrats. Ändra först arbetsflödet i labbet och tryck sedan på ”Det här är lösningen”.";
    CannotRecord: "The step has no start to record from. Use the present workflow as its start first.", "Steget har ingen start att spela in från. Använd först det nuvarande arbetsflödet som start.";
    ShowSolution: "Show the solution in the lab", "Visa lösningen i labbet";
    Goals: "What must be so in the end", "Vad som ska gälla till slut";
    GoalsSay: "Read off your solution and its run. Tick what counts.", "Avläst från din lösning och dess körning. Kryssa för det som räknas.";
    GoalsLater: "Goals are proposed once a solution is recorded.", "Mål föreslås när en lösning är inspelad.";
    MetAtStart: "is so at the start, too", "gäller redan från början";
    Goal: "Goal", "Mål";
    GoalWhy: "What is said while it is open", "Vad som sägs medan det är öppet";
    RemoveGoal: "Remove this goal", "Ta bort målet";
    Check: "Check", "Kontroll";
    Clean: "Nothing to mend. The lesson can go out.", "Inget att rätta. Lektionen kan gå ut.";
    Notes: "Worth knowing", "Värt att veta";
    Preview: "Preview as learner", "Förhandsgranska som deltagare";
    PreviewHere: "Preview from this step", "Förhandsgranska från det här steget";
    Previewing: "You see the lesson as a learner does. Nothing counts.", "Du ser lektionen som en deltagare. Inget räknas.";
    BackToBench: "Back to the bench", "Tillbaka till bänken";
    GoOut: "Hand it out", "Lämna ut den";
    Save: "Save as a file", "Spara som fil";
    CopyLink: "Copy", "Kopiera";
    Link: "Link with the whole lesson inside", "Länk med hela lektionen i";
    LinkSays: "Whoever opens it takes the lesson in the lab. Nothing is stored on a server.", "Den som öppnar den får lektionen i labbet. Inget lagras på en server.";
    LinkTooLong: "The lesson is too long for a link. Hand it out as a file, or shorten its texts or scenarios.", "Lektionen är för lång för en länk. Lämna ut den som fil, eller korta texter eller scenarier.";
    Embed: "Code for a page of yours", "Kod för en egen sida";
    EmbedFrame: "As a frame, with the lesson inside the code", "Som en ram, med lektionen i koden";
    EmbedFile: "As an element, with the saved file beside your page", "Som ett element, med den sparade filen bredvid sidan";
    Packages: "Packages for a learning platform", "Paket för en lärplattform";
    PackagesSay: "A zip with the lesson and the whole lab inside. Upload it to your platform as it is: it reports score and progress there.", "En zip med lektionen och hela labbet inuti. Ladda upp den som den är på din plattform: där rapporterar den resultat och framsteg.";
    PackageComing: "The package is being made…", "Paketet görs …";
    PackageDone: "The package is saved.", "Paketet är sparat.";
    NoPage: "The page delivery-lab.html, which goes into the package, is not beside this lab. Use the lab's own site, or have it put there.", "Sidan delivery-lab.html, som ska in i paketet, finns inte bredvid labbet. Använd labbets egen webbplats, eller se till att den läggs dit.";
    NotThePage: "The file delivery-lab.html beside this lab is not the page in one file. Have it replaced by the one that was built with this lab.", "Filen delivery-lab.html bredvid labbet är inte sidan i en enda fil. Se till att den byts mot den som byggdes med labbet.";
    PackageTooLarge: "The package would be larger than platforms take. Make the lesson shorter.", "Paketet skulle bli större än plattformar tar emot. Gör lektionen kortare.";
    EmbedBuilder: "Make code for samples and for other options", "Gör kod för exempel och för andra alternativ";
    Copied: "Copied.", "Kopierat.";
    NotCopied: "The browser did not copy it. The text is selected: copy it yourself.", "Webbläsaren kopierade inte. Texten är markerad: kopiera själv.";
    Key: "Answer key", "Facit";
    SaveKey: "Save the answer key", "Spara facit";
    RightAnswer: "The right answer", "Rätt";
    Solution: "One way to solve it", "Ett sätt att lösa det";
    LabHere: "The lab is under Build, Play and Compare: do there what the learner shall see, and capture it in the step.", "Labbet finns under Bygg, Spela och Jämför: gör där det deltagaren ska se och fånga det i steget.";
    FileTitle: "A lesson was opened", "En lektion öppnades";
    FileTake: "Take the lesson", "Gå igenom lektionen";
    FileEdit: "Edit it on the bench", "Redigera den på bänken";
    Cancel: "Leave it", "Låt bli";
    ManyLessons: "The bench edits files with one lesson. This one has several; it can only be taken.", "Bänken redigerar filer med en lektion. Den här har flera; den kan bara gås igenom.";
    Report: "Learners' progress", "Deltagarnas framsteg";
    ReportSays: "Open progress files that learners saved in the lab. They stay on this device; names are those of the files, and your own progress is not touched.", "Öppna filer med framsteg som deltagare har sparat i labbet. De stannar på enheten; namnen är filernas, och dina egna framsteg rörs inte.";
    OpenProgress: "Open progress files…", "Öppna filer med framsteg…";
    CloseReport: "Close the report", "Stäng rapporten";
    Csv: "Save as CSV", "Spara som CSV";
    Print: "Print", "Skriv ut";
    Class: "The class, item by item", "Klassen, uppgift för uppgift";
    Learner: "Learner", "Deltagare";
    ForgetLearner: "Take this learner out", "Ta bort deltagaren";
    Items: "Items", "Uppgifter";
    Item: "Item", "Uppgift";
    Lesson: "Lesson", "Lektion";
    Tries: "Tries", "Försök";
    FirstRight: "Right at first", "Rätt direkt";
    InTheEnd: "Right in the end", "Rätt till slut";
    HintsTaken: "Hints", "Ledtrådar";
    AnsweredBy: "Answered by", "Besvarad av";
    MeanTries: "Tries on average", "Försök i snitt";
    SkillColumn: "Skill", "Färdighet";
    Average: "Average", "Snitt";
    InARow: "In a row", "I rad";
    Mastered: "Mastered", "Sitter";
    Yes: "yes", "ja";
    No: "no", "nej";
    Calibration: "How sure, and how right", "Hur säker, och hur rätt";
    Confidence: "Said", "Sa";
    Predictions: "Predictions", "Förutsägelser";
    Were: "of them right", "varav rätta";
    Misconceptions: "Misconceptions met", "Missförstånd som dök upp";
    Times: "Times", "Gånger";
    Attempts: "Attempts in their order", "Försök i ordning";
    Number: "No.", "Nr";
    Gave: "Answer", "Svar";
    Outcome: "Outcome", "Utfall";
    Skills: "Skills", "Färdigheter";
    OtherCourse: "These items are not in the course that is open here; they are shown by their names.", "De här uppgifterna finns inte i kursen som är öppen här; de visas med sina namn.";
    NothingYet: "Nothing was answered yet.", "Inget är besvarat än.";
    NoReport: "No progress is open yet.", "Inga framsteg är öppna än.";
    BadProgress: "was not opened: it holds no progress of Delivery Lab. Ask the learner to press Save progress and send that file.", "öppnades inte: där finns inga framsteg från Delivery Lab. Be deltagaren trycka på Spara framsteg och skicka den filen.";
    SureAndWrong: "sure and wrong: worth a talk", "säker och fel: värt ett samtal";
    ProjectLeave: "Leave the classroom screen", "Lämna klassrumsskärmen";
    ProjectBeside: "Text beside the lab", "Text bredvid labbet";
    ProjectBelow: "Text below the lab", "Text under labbet";
    Reveal: "Reveal", "Visa svaret";
    Cover: "Cover again", "Täck igen";
    Covered: "The answer is covered.", "Svaret är täckt.";
    Back: "Back", "Tillbaka";
    Next: "Next", "Nästa";
    ShowSolved: "Show it solved", "Visa det löst";
    ProjectHow: "Free lab: the class sees the run large. Open a lesson first to show its steps here.", "Fritt labb: klassen ser körningen stort. Öppna först en lektion för att visa dess steg här.";
}
