// The embed page: choose a sample or lesson and its options, see it live, copy the code.
import { FORMS, codeOf, labAddress } from "./embed/code.js";
import { controls, isFile } from "./embed/controls.js";
import { field, make, segments, select } from "./embed/dom.js";
import { Preview } from "./embed/preview.js";
import { WORDS } from "./embed/words.js";

const asked = new URLSearchParams(location.search);
const languages = Object.keys(WORDS);
const languageOf = (code) => languages.find((known) => known === code?.trim().toLowerCase().split(/[-_]/)[0]);

let lang = languageOf(asked.get("lang")) ?? navigator.languages.map(languageOf).find(Boolean) ?? "en";
/** What is chosen; `kind` says which of sample, lesson and file counts. */
const choice = {
  kind: "sample", sample: "side-by-side", lesson: "two-deliveries", file: "", options: {},
  shape: "wide", width: 960, height: 540, form: "iframe", hold: "script",
};
const here = new URL("./", location.href);
const local = ["localhost", "127.0.0.1", "[::1]", ""].includes(here.hostname);

const fetched = (name) => fetch(new URL(name, here)).then((answer) => {
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
});

try {
  const [table, hashes, oembed] = await Promise.all(["embed/table.json", "integrity.json", "oembed/index.json"].map(fetched));
  takeAddress(table);
  draw({ table, hashes, oembed });
} catch (error) {
  console.error(error);
  document.querySelector("main").replaceChildren(make("p", { className: "card", role: "alert" }, WORDS[lang].failed));
}

/** Takes over what the address of this page asks for, as far as it is known; its `lang` is the page's own. */
function takeAddress({ options, samples, lessons }) {
  const named = (list, name) => list.some((each) => each.name === name);
  for (const [kind, list] of [["sample", samples], ["lesson", lessons]]) {
    if (named(list, asked.get(kind))) Object.assign(choice, { kind, [kind]: asked.get(kind) });
  }
  const file = asked.get("scenario") ?? asked.get("lesson");
  if (file && isFile(file)) Object.assign(choice, { kind: "scenario", file });
  for (const { name, kind, values, least, most, isOn } of options) {
    const value = asked.get(name);
    if (value === null || ["sample", "lesson", "scenario", "lang"].includes(name)) continue;
    const isKnown = kind === "choice" ? values.includes(value)
      : kind === "whole" ? /^\d{1,16}$/.test(value) && Number(value) >= least && Number(value) <= most
      : value === String(!isOn);
    if (isKnown) choice.options[name] = value;
  }
}

/** Draws the page in the present language. */
function draw(site) {
  const words = WORDS[lang];
  document.documentElement.lang = lang;
  document.title = `${words.page} · Delivery Lab`;
  const preview = new Preview(words.preview);
  const open = make("a", { className: "button", target: "_blank", rel: "noopener" }, words.open);
  const result = code(words);
  const update = () => {
    const said = present(site);
    result.show(said, site);
    preview.show(choice.form, said && { ...said.choice, value: said.previewed }, said?.site.title);
    open.hidden = !said;
    if (said) open.href = labAddress({ ...said.choice, value: said.previewed }, "./");
  };
  document.querySelector("main").replaceChildren(
    make("div", { className: "intro" }, make("h1", {}, words.page), make("p", { className: "muted" }, words.lead)),
    controls({ choice, table: site.table, words, lang, change: update }),
    make("div", { className: "outcome" },
      make("section", { className: "card" }, make("div", { className: "row" }, make("h2", {}, words.preview), open), preview.stage),
      make("section", { className: "card" }, make("h2", {}, words.code), forms(words, update), result.help, hold(words, update), result.parts)));
  pageLanguage(site, words);
  update();
}

/** The choice as code needs it, with the words of what is shown; nothing while there is no file. */
function present({ table, hashes, oembed }) {
  const base = oembed.address ?? here.href;
  const { kind, options, shape, width, height } = choice;
  if (kind === "scenario" && !isFile(choice.file)) return undefined;
  const isLessonFile = kind === "scenario" && new URL(choice.file, here).pathname.endsWith(".lesson.json");
  const what = isLessonFile ? "lesson" : kind;
  const value = kind === "scenario" ? new URL(choice.file, base).href : choice[kind];
  const previewed = kind === "scenario" ? new URL(choice.file, here).href : value;
  const thing = (kind === "lesson" ? table.lessons : table.samples).find(({ name }) => name === value);
  const spoken = languageOf(options.lang) ?? lang;
  const title = thing ? `${thing.titles[spoken]} · Delivery Lab` : "Delivery Lab";
  return {
    choice: { what, value, options: ordered(options, table), shape, width, height, hold: choice.hold },
    previewed,
    site: { base, title, link: title, hashes, pages: oembed.pages },
  };
}

/** The options in the order of the table, however they were chosen. */
function ordered(options, { options: known }) {
  return Object.fromEntries(known.filter(({ name }) => name in options).map(({ name }) => [name, options[name]]));
}

function forms(words, update) {
  return segments({
    name: "form", legend: words.code, isQuiet: true, value: choice.form, choices: FORMS.map((form) => [form, words.forms[form]]),
    onchange: (form) => {
      choice.form = form;
      update();
    },
  });
}

function hold(words, update) {
  const list = select({ onchange: () => {
    choice.hold = list.value;
    update();
  } }, Object.entries(words.holds), choice.hold);
  return make("div", { className: "hold" }, field(words.hold, list), make("p", { className: "small muted" }, words.holdHelp));
}

/** The code, what to know of it, and the button that copies it. */
function code(words) {
  const text = make("code");
  const frame = make("pre", { tabIndex: 0, role: "region", "aria-label": words.code }, text);
  const help = make("p", { className: "muted" });
  const note = make("p", { className: "note" });
  const told = make("p", { className: "small", role: "status" });
  const button = make("button", { type: "button", className: "primary", onclick: async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      told.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(text);
      told.textContent = words.notCopied;
    }
  } }, words.copy);
  const show = (said, { oembed }) => {
    const written = said && codeOf(choice.form, said.choice, said.site);
    help.textContent = words.helps[choice.form];
    text.textContent = written ?? "";
    told.textContent = "";
    note.textContent = trouble(said, written, words) ?? (local && !oembed.address ? words.local : "");
    note.hidden = note.textContent === "";
    frame.hidden = button.hidden = !written;
    const holds = document.querySelector(".hold");
    if (holds) holds.hidden = !written?.includes("<script");
  };
  return { help, parts: [frame, make("div", { className: "row" }, button, told), note], show };
}

/** Why there is no code. */
function trouble(said, written, words) {
  if (!said) return words.fileWrong;
  if (written) return undefined;
  return choice.kind === "scenario" ? words.noFilePage : words.noPage;
}

function pageLanguage(site, words) {
  document.querySelector(".top .language")?.remove();
  const names = site.table.options.find(({ name }) => name === "lang").titles[lang];
  const list = select({ "aria-label": words.language, className: "language", onchange: () => {
    lang = list.value;
    draw(site);
    document.querySelector(".top .language").focus();
  } }, languages.map((code, at) => [code, names[at]]), lang);
  document.querySelector(".top").append(list);
}
