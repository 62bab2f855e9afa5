// Asks Intl how a language writes numbers, dates and lists, for the packs of the lab: `cargo xtask lang` runs it.
// What Intl does not know (quotation marks, ordinals, sounds before which a word changes) stands here by hand.

const BY_HAND = {
  // As the lab writes Swedish where it is compiled in: "kl." before a time, and months of at most five letters whole.
  sv: {
    date_time: "{date} kl. {time}",
    stamp: "{date} {time}",
    months_short: ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
    months_in_date: ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
    quotes: ["”", "”"],
    ordinal: ["{n}:a", "{n}:e"],
    day: ["{n}:a", "{n}:e"],
    ends_as_first: [1, 2],
  },
  de: { quotes: ["„", "“"], ordinal: ["{n}.", "{n}."], day: ["{n}.", "{n}."] },
  fr: { quotes: ["«\u00a0", "\u00a0»"], ordinal: ["{n}re", "{n}e"], day: ["{n}er", "{n}"] },
  es: {
    quotes: ["«", "»"],
    ordinal: ["{n}.ª", "{n}.ª"],
    day: ["{n}", "{n}"],
    give_way: [
      { from: " y ", to: " e ", before: ["i", "hi"], unless: ["hia", "hie", "io", "iu"] },
      { from: " o ", to: " u ", before: ["o", "ho", "8"], unless: [] },
    ],
  },
  ja: { quotes: ["「", "」"], ordinal: ["{n}", "{n}"], day: ["{n}日", "{n}日"] },
};

/** Monday 5 January 2026 and the six days after it; the first of each month of 2026. */
const WEEK = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2026, 0, 5 + day)));
const YEAR = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1)));

const DAY = { day: "numeric", month: "short" };
const PLAIN = { ...DAY, year: "numeric" };
const DATE = { ...PLAIN, weekday: "short" };
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** The formats that the lab uses, for the comparison in the browser. */
export const FORMATS = { DAY, PLAIN, DATE, TIME };

const parts = (lang, options, date) =>
  new Intl.DateTimeFormat(lang, { ...options, timeZone: "UTC" }).formatToParts(date);

const one = (lang, options, type, date) => parts(lang, options, date).find((part) => part.type === type).value;

/** A pattern such as `{weekday}, {day}. {month} {year}`. */
const pattern = (lang, options) =>
  parts(lang, options, YEAR[5])
    .map(({ type, value }) => (type === "literal" ? value : `{${type}}`))
    .join("");

/** What Intl puts between a date and a time. */
function dateTime(lang) {
  const all = parts(lang, { ...DATE, ...TIME }, YEAR[5]);
  const hour = all.findIndex(({ type }) => type === "hour");
  const between = all[hour - 1].value;
  // Where the date ends in a mark of its own, that mark belongs to the date.
  const end = pattern(lang, DATE).match(/\}([^{}]*)$/)[1];
  return `{date}${between.startsWith(end) ? between.slice(end.length) : between}{time}`;
}

/** What Intl puts between items, and before the last. */
function list(lang, type) {
  const all = new Intl.ListFormat(lang, { type }).formatToParts(["a", "b", "c"]);
  return all.filter((part) => part.type === "literal").map((part) => part.value);
}

/** The marks of a language, as a pack has them. */
export function marks(lang) {
  const number = new Intl.NumberFormat(lang);
  const kinds = (value, options = {}) => new Intl.NumberFormat(lang, options).formatToParts(value);
  const group = kinds(1_234_567).find(({ type }) => type === "group").value;
  const percent = kinds(0.1, { style: "percent" });
  return {
    group,
    group_from: number.format(1_234).includes(group) ? 4 : 5,
    decimal: kinds(0.5).find(({ type }) => type === "decimal").value,
    percent: percent.map(({ type, value }) => (type === "integer" ? "{n}" : value)).join(""),
    date: pattern(lang, DATE),
    plain_date: pattern(lang, PLAIN),
    day_and_month: pattern(lang, DAY),
    date_time: dateTime(lang),
    weekdays: WEEK.map((day) => one(lang, { weekday: "long" }, "weekday", day)),
    weekdays_short: WEEK.map((day) => one(lang, { weekday: "short" }, "weekday", day)),
    weekdays_in_date: WEEK.map((day) => one(lang, DATE, "weekday", day)),
    months: YEAR.map((day) => new Intl.DateTimeFormat(lang, { month: "long", timeZone: "UTC" }).format(day)),
    months_short: YEAR.map((day) => new Intl.DateTimeFormat(lang, { month: "short", timeZone: "UTC" }).format(day)),
    months_in_date: YEAR.map((day) => one(lang, PLAIN, "month", day)),
    and: list(lang, "conjunction"),
    or: list(lang, "disjunction"),
    ...BY_HAND[lang],
  };
}

// As a program: the marks of one language as JSON.
if (typeof process === "object" && process.argv[1]?.endsWith("marks.mjs")) {
  const [lang] = process.argv.slice(2);
  if (!(lang in BY_HAND)) throw new Error(`Write the quotation marks and ordinals of "${lang}" into BY_HAND of xtask/src/marks.mjs`);
  console.log(JSON.stringify(marks(lang)));
}
