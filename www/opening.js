// What stands in the element while the lab is not there: the skeleton, the click-to-start poster, the card that says what failed,
// and what a very small frame offers beside the lab. Knows nothing of the wasm module.

import { FAILURES } from "./failing.js";

// The only sentences outside the wasm module, with those of failing.js: needed while it is not there yet, or never comes.
const WORDS = {
  en: {
    opening: "Delivery Lab is opening…",
    heading: "One year of deliveries in a minute",
    sentence: "A recurring delivery makes a new one each week; a continuous one keeps growing. Watch both.",
    drawing: "Many small cards beside one card that grows",
    start: "Start the lab",
    small: "There is too little room here for the lab.",
    enlarge: "Open larger",
    all: "Show everything here",
  },
  sv: {
    opening: "Delivery Lab öppnas…",
    heading: "Ett år av leveranser på en minut",
    sentence: "En återkommande leverans blir en ny varje vecka; en kontinuerlig växer vidare. Se båda.",
    drawing: "Många små kort bredvid ett kort som växer",
    start: "Starta labbet",
    small: "Här är det för trångt för labbet.",
    enlarge: "Öppna större",
    all: "Visa allt här",
  },
  de: {
    opening: "Delivery Lab wird geöffnet …",
    heading: "Ein Jahr Versände in einer Minute",
    sentence: "Ein wiederkehrender Versand wird jede Woche neu angelegt, ein fortlaufender wächst weiter. Sehen Sie beide.",
    drawing: "Viele kleine Karten neben einer Karte, die wächst",
    start: "Lab starten",
    small: "Hier ist zu wenig Platz für das Lab.",
    enlarge: "Größer öffnen",
    all: "Alles hier zeigen",
  },
  fr: {
    opening: "Ouverture de Delivery Lab…",
    heading: "Un an de diffusions en une minute",
    sentence: "Une diffusion récurrente en crée une nouvelle chaque semaine ; une diffusion continue grandit. Regardez les deux.",
    drawing: "De nombreuses petites cartes à côté d’une carte qui grandit",
    start: "Démarrer le lab",
    small: "Il y a trop peu de place ici pour le lab.",
    enlarge: "Ouvrir en grand",
    all: "Tout afficher ici",
  },
  es: {
    opening: "Delivery Lab se está abriendo…",
    heading: "Un año de envíos en un minuto",
    sentence: "Un envío recurrente crea uno nuevo cada semana; uno continuo sigue creciendo. Vea los dos.",
    drawing: "Muchas tarjetas pequeñas junto a una tarjeta que crece",
    start: "Iniciar el laboratorio",
    small: "Aquí hay poco espacio para el laboratorio.",
    enlarge: "Abrir más grande",
    all: "Mostrar todo aquí",
  },
  ja: {
    opening: "Delivery Lab を開いています…",
    heading: "1年分の配信を1分で",
    sentence: "繰り返し配信は毎週新しい配信を作り、連続配信は1つのまま増えていきます。両方を見比べてください。",
    drawing: "多くの小さなカードと、その横で大きくなる1枚のカード",
    start: "ラボを開始",
    small: "ここはラボを表示するには狭すぎます。",
    enlarge: "大きく開く",
    all: "ここにすべて表示",
  },
};

/** The sentences in a language of the page; English where it has none. */
export const wordsIn = (lang) => (Object.hasOwn(WORDS, lang) ? { ...WORDS[lang], ...FAILURES[lang] } : wordsIn("en"));

const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with a class and what is in it. */
function make(tag, className, ...inside) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...inside);
  return element;
}

function button(className, label, act) {
  const made = make("button", className, label);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** A drawing from [tag, attributes] pairs; spoken by its name, or not at all. */
function drawing(viewBox, shapes, name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", viewBox);
  for (const [key, value] of name ? [["role", "img"], ["aria-label", name]] : [["aria-hidden", "true"]]) svg.setAttribute(key, value);
  for (const [tag, attributes] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [key, value] of Object.entries(attributes)) shape.setAttribute(key, value);
    svg.append(shape);
  }
  return svg;
}

/** The lab's outline in grey, as it stands in `index.html` before any script has run. Nothing of it is spoken. */
export function skeleton() {
  const bones = (className, count) => make("div", className, ...Array.from({ length: count }, () => make("i")));
  const frame = make("div", "skeleton", bones("skeleton-top", 3), bones("skeleton-flow", 6), bones("skeleton-sides", 2), bones("skeleton-bar", 3));
  frame.setAttribute("aria-hidden", "true");
  return frame;
}

/** The skeleton, with what the lab is about, and the sentence that it is opening. */
export function waiting(words, inside = skeleton()) {
  const said = make("p", "opening-said", words.opening);
  said.setAttribute("role", "status");
  const about = make("div", "opening-about", make("p", "opening-heading", words.heading), make("p", "", words.sentence), said);
  return part(make("div", "opening-frame", inside, about), "skeleton");
}

/** The poster: what the lab is about, and the button that starts it. */
export function poster(words, start) {
  const text = make("div", "poster-text", make("h2", "", words.heading), make("p", "", words.sentence));
  const begin = button("poster-start", "", start);
  begin.append(drawing("0 0 20 20", [["path", { d: "M6 3.500v13l10-6.500z" }]]), make("span", "", words.start));
  const brand = make("p", "poster-brand", mark(), make("span", "", "Delivery Lab"));
  const card = make("section", "poster", brand, many(words.drawing), text, begin);
  card.setAttribute("aria-label", "Delivery Lab");
  return part(card, "poster");
}

/** What failed, and what to do about it. */
export function alarm(title, [remedy, ...details]) {
  const lines = [make("strong", "", title), make("p", "", remedy), ...details.map((text) => make("p", "", text))];
  const card = part(make("div", "opening", ...lines), "error");
  card.setAttribute("role", "alert");
  return card;
}

/**
 * What a very small frame offers beside the lab: larger, or all of it here. Where the style sheet finds more room, none of it is seen.
 * `host` is made larger, where that is allowed; else the page at `address()` opens. `root` is what shows everything.
 */
export function smallWays(words, { host, root, address }) {
  const larger = make("a", "small-way", drawing("0 0 16 16", [["path", { d: "M9.500 2H14v4.500M14 2 9 7M6.500 14H2V9.500M2 14l5-5" }]]), make("span", "", words.enlarge));
  larger.title = words.enlarge;
  larger.target = "_blank";
  larger.rel = "noopener";
  // A page on a disk has no address that others could open.
  larger.hidden = address() === undefined && !document.fullscreenEnabled;
  larger.href = address() ?? "#";
  larger.addEventListener("click", (event) => {
    larger.href = address() ?? "#";
    if (!document.fullscreenEnabled) return;
    event.preventDefault();
    host.requestFullscreen().catch(() => address() && open(address(), "_blank", "noopener"));
  });
  const all = button("small-way", "", () => {
    root.classList.add("shows-all");
    root.querySelector(".lab")?.focus();
  });
  all.append(drawing("0 0 16 16", [["path", { d: "M2 4h12M2 8h12M2 12h12" }]]), make("span", "", words.all));
  all.title = words.all;
  return make("div", "small-ways", make("p", "small-why", words.small), larger, all);
}

function part(element, name) {
  element.setAttribute("part", name);
  return element;
}

/** The sign of the lab: many small cards beside one that grows. */
function mark() {
  const few = [2, 9, 16].map((y) => ["rect", { class: "mark-rec", x: 1, y, width: 8, height: 5, rx: 1.5 }]);
  return drawing("0 0 22 22", [...few, ["rect", { class: "mark-con", x: 12, y: 2, width: 9, height: 19, rx: 2 }]]);
}

/** The same as a picture: a year of weeks, each a card, beside one card with a year of layers. */
function many(name) {
  const cards = Array.from({ length: 52 }, (_, week) => {
    const [x, y] = [(week % 13) * 16, Math.floor(week / 13) * 24];
    return ["rect", { class: "mark-rec", x: 2 + x, y: 4 + y, width: 13, height: 20, rx: 3, opacity: 0.35 + (0.65 * week) / 51 }];
  });
  const layers = Array.from({ length: 13 }, (_, at) => {
    const height = 2 + at * 0.7;
    const below = Array.from({ length: at }, (_, under) => 2 + under * 0.7).reduce((sum, one) => sum + one, 0);
    return ["rect", { class: "mark-con", x: 234, y: 94 - below - height, width: 82, height: height - 1, rx: 1, opacity: 0.4 + at / 24 }];
  });
  const frame = ["rect", { class: "poster-one", x: 228, y: 4, width: 94, height: 94, rx: 6 }];
  return drawing("0 0 324 102", [...cards, frame, ...layers], name);
}
