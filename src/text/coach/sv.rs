//! The guided tour in Swedish.

use super::{Coach, PredictionWords, StepWords};

pub(super) const COACH: Coach = Coach {
    tour: "Rundtur",
    steps: [
        StepWords {
            heading: "Två sorters leveranser, sida vid sida",
            sentences: &[
                "Två grenar, en klocka, samma mottagare. Den första slutar i en återkommande leverans, den andra i \
                 en kontinuerlig leverans.",
                "På några minuter förutsäger du vad de skapar, ser det hända och ändrar en sak. Allt här är \
                 simulerat.",
            ],
        },
        StepWords {
            heading: "Hur många leveranser blir det?",
            sentences: &["Det går bra att gissa. Det viktiga är att säga en siffra innan du ser någon."],
        },
        StepWords {
            heading: "Spela nu",
            sentences: &["Följ de två stora siffrorna under ritningen medan veckorna går."],
        },
        StepWords { heading: "Vad du sa, vad det blev", sentences: &[] },
        StepWords {
            heading: "Vart pekar loggraderna?",
            sentences: &[
                "Välj en leverans under ritningen, först ett av de små korten, sedan det stora. Loggarna öppnas \
                 under dem.",
                "Titta på iDeliveryId, leveransen som varje rad hör till.",
            ],
        },
        StepWords {
            heading: "Ändra en sak",
            sentences: &[
                "Halvvägs redigerar någon innehållet i den kontinuerliga leveransen. Allt annat är som förut.",
            ],
        },
        StepWords { heading: "Och hur många nu?", sentences: &[] },
        StepWords {
            heading: "Spela igen",
            sentences: &["Håll ett öga på flaggan på tidslinjen och på den kontinuerliga sidan."],
        },
        StepWords { heading: "Vad du sa, vad det blev", sentences: &[] },
    ],
    reasons: [
        "",
        "Lås din förutsägelse för att gå vidare.",
        "Spela till slutet för att gå vidare.",
        "",
        "Öppna loggarna för en leverans för att gå vidare.",
        "Gör ändringen för att gå vidare.",
        "Lås din förutsägelse för att gå vidare.",
        "Spela till slutet för att gå vidare.",
        "",
    ],
    back: "Tillbaka",
    next: "Nästa",
    finish: "Avsluta",
    skip: "Hoppa över",
    resume: "Fortsätt rundturen",
    restart: "Börja om",
    on_my_own: "Utforska på egen hand",
    fold: "Fäll ihop rundturen",
    unfold: "Fäll ut rundturen",
    prediction: PredictionWords {
        form: "Din förutsägelse",
        recurring: "Återkommande",
        continuous: "Kontinuerlig",
        how_sure: "Hur säker är du?",
        confidence: ["Gissar", "Ganska", "Säker"],
        lock: "Lås min förutsägelse",
        incomplete: "Ange båda siffrorna först.",
        locked: "Låst. Se nu vad som händer.",
        deliveries: "Skapade leveranser",
        kind: "Sort",
        predicted: "Du sa",
        came_out: "Det blev",
        right: "Rätt",
        different: "Skiljer sig",
    },
    play: "Spela",
    pause: "Pausa",
    to_end: "Gå till slutet",
    played: "Veckorna är slut.",
    found: "Varje rad anger sin leverans. Raderna på den återkommande sidan anger leveransen från sin egen \
            körning; raderna på den kontinuerliga sidan anger alla samma.",
    no_change: "Körningen är för kort för en ändring halvvägs. Öppna exemplet, eller simulera fler veckor.",
    assumption: "Antagande:",
    change_assumption: "att redigera innehållet från arbetsflödet skriver till mallen som den kontinuerliga \
                        leveransen hänvisar till.",
    fork_assumption: "rader som skrevs före redigeringen stannar hos den tidigare leveransen.",
    unsuited: StepWords {
        heading: "Rundturen behöver båda sorterna",
        sentences: &[
            "Det här arbetsflödet går inte att köra, eller skickar bara med en sorts leverans. Rundturen jämför \
             en återkommande med en kontinuerlig leverans.",
        ],
    },
    changed_before: "Arbetsflödet redigeras redan under körningen. Öppna exemplet för en ny början.",
    open_sample: "Öppna Sida vid sida",
    skipped: StepWords {
        heading: "Rundturen väntar på dig",
        sentences: &["Du lämnade den på vägen. Dina förutsägelser finns kvar."],
    },
    completed: StepWords {
        heading: "Det är skillnaden",
        sentences: &[
            "Återkommande: en leverans för varje körning, så att du kan jämföra körning med körning.",
            "Kontinuerlig: en leverans mellan redigeringar, så att du ser helheten och listan hålls kort.",
            "Adobe rekommenderar dem för var sitt ändamål. Gör schemat månadsvis, eller öppna ett annat exempel, \
             och förutsäg igen.",
        ],
    },
};
