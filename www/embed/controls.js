// The controls of the embed page, made of the table of options. They change the choice and tell that they did.
import { checkbox, field, make, segments, select } from "./dom.js";

/** Options that are chosen elsewhere on the page. */
const CHOSEN_ELSEWHERE = ["sample", "scenario", "lesson"];
/** What a frame can usefully be. */
const LEAST_SIZE = { width: 280, height: 158 };
const MOST_SIZE = 4_000;

/**
 * The form with everything that can be chosen.
 * @param {{choice: object, table: object, words: import("./words.js").Words, lang: string, change: () => void}} page
 */
export function controls(page) {
  return make("form", { className: "choices", onsubmit: (event) => event.preventDefault() },
    group(page.words.what, thing(page)),
    group(page.words.behaviour, page.table.options.filter(({ name }) => !CHOSEN_ELSEWHERE.includes(name)).map((option) => optionField(option, page))),
    group(page.words.size, sizes(page)));
}

function group(legend, ...inside) {
  return make("section", { className: "card" }, make("h2", {}, legend), ...inside);
}

/** Sample, lesson or file, and which. */
function thing({ choice, table, words, lang, change }) {
  const place = make("div", { className: "stack" });
  const show = () => place.replaceChildren(...which({ choice, table, words, lang, change }));
  const kinds = segments({
    name: "what", legend: words.what, isQuiet: true, value: choice.kind,
    choices: ["sample", "lesson", "scenario"].map((kind) => [kind, words[kind]]),
    onchange: (kind) => {
      choice.kind = kind;
      show();
      change();
    },
  });
  show();
  return [kinds, place];
}

function which({ choice, table, words, lang, change }) {
  if (choice.kind === "scenario") return fileField(choice, words, change);
  const things = choice.kind === "sample" ? table.samples : table.lessons;
  const about = make("p", { className: "small muted" });
  const say = () => {
    about.textContent = things.find(({ name }) => name === choice[choice.kind])?.teaches?.[lang] ?? "";
  };
  const list = select({ onchange: () => {
    choice[choice.kind] = list.value;
    say();
    change();
  } }, things.map(({ name, titles }) => [name, titles[lang]]), choice[choice.kind]);
  say();
  return [field(words[choice.kind], list), about];
}

function fileField(choice, words, change) {
  const help = make("p", { className: "small muted", id: "file-help" }, words.fileHelp);
  const input = make("input", {
    type: "text", inputMode: "url", value: choice.file, spellcheck: false, autocomplete: "off", "aria-describedby": "file-help",
    oninput: () => {
      choice.file = input.value.trim();
      tell(input, help, isFile(choice.file) || choice.file === "" ? undefined : words.fileWrong, words.fileHelp);
      change();
    },
  });
  return [field(words.file, input, help)];
}

/** Whether a text can be the address of a file that the lab opens. */
export function isFile(text) {
  try {
    const { protocol, pathname } = new URL(text, location.href);
    return ["http:", "https:"].includes(protocol) && /\.(lab|lesson)\.json$/.test(pathname);
  } catch {
    return false;
  }
}

function optionField(option, { choice, words, lang, change }) {
  const { name, kind } = option;
  const set = (value) => {
    if (value === "") delete choice.options[name];
    else choice.options[name] = value;
    change();
  };
  const given = choice.options[name];
  if (kind === "switch") {
    const isOn = given === undefined ? option.isOn : given === "true";
    return checkbox(words.options[name], isOn, (on) => set(on === option.isOn ? "" : String(on)));
  }
  if (kind === "whole") return wholeField(option, words, given, set);
  const usual = name === "lang" ? words.asAround : words.asUsual;
  const titles = option.titles?.[lang] ?? option.values;
  const list = select({ onchange: () => set(list.value) }, [["", usual], ...option.values.map((value, at) => [value, titles[at]])], given);
  return field(words.options[name], list);
}

function wholeField({ name, least, most }, words, given = "", set) {
  const wrong = make("p", { className: "small wrong", id: `${name}-wrong`, hidden: true });
  const input = make("input", {
    type: "text", inputMode: "numeric", value: given, placeholder: words.asScenario, autocomplete: "off", "aria-describedby": wrong.id,
    oninput: () => {
      const text = input.value.trim();
      const isRight = text === "" || (/^\d{1,16}$/.test(text) && Number(text) >= least && Number(text) <= most);
      tell(input, wrong, isRight ? undefined : words.wholeWrong(least, most), "");
      set(isRight ? text : "");
    },
  });
  return field(words.options[name], input, wrong);
}

function sizes({ choice, words, change }) {
  const own = make("div", { className: "pair", hidden: choice.shape !== "own" },
    ["width", "height"].map((side) => sizeField(side, choice, words, change)));
  const shapes = Object.entries(words.shapes).map(([shape, text]) =>
    make("label", { className: "check" }, make("input", {
      type: "radio", name: "shape", value: shape, checked: shape === choice.shape,
      onchange: () => {
        choice.shape = shape;
        own.hidden = shape !== "own";
        change();
      },
    }), text));
  return [make("div", { role: "radiogroup", "aria-label": words.size, className: "stack" }, shapes), own];
}

function sizeField(side, choice, words, change) {
  const least = LEAST_SIZE[side];
  const wrong = make("p", { className: "small wrong", id: `${side}-wrong`, hidden: true });
  const input = make("input", {
    type: "text", inputMode: "numeric", value: String(choice[side]), autocomplete: "off", "aria-describedby": wrong.id,
    oninput: () => {
      const text = input.value.trim();
      const isRight = /^\d{1,5}$/.test(text) && Number(text) >= least && Number(text) <= MOST_SIZE;
      tell(input, wrong, isRight ? undefined : words.sizeWrong(least, MOST_SIZE), "");
      if (isRight) choice[side] = Number(text);
      change();
    },
  });
  return field(words[side], input, wrong);
}

/** Marks a control as wrong and says why, or takes both back. */
function tell(input, place, sentence, otherwise) {
  if (sentence) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  place.textContent = sentence ?? otherwise;
  place.hidden = place.textContent === "";
  place.classList.toggle("wrong", sentence !== undefined);
}
