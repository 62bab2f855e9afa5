// The data types of SCORM 1.2 and 2004: each check gives nothing, or the rule that a text breaks and why.

/** @typedef {"vocabulary" | "format" | "range" | "too-long"} FormatRule */
/** @typedef {{ rule: FormatRule, why: string }} Fault */
/** @typedef {(text: string) => Fault | undefined} Format */

/** The least that every LMS keeps of a text; one that keeps more must not be relied on. */
export const LIMITS = { short: 255, location: 1_000, suspend12: 4_096, suspend2004: 64_000, id: 4_000, name: 250 };

const counted = (number) => number.toLocaleString("en");
const fault = (rule, why) => ({ rule, why });

/** At most so many characters. @param {number} most @returns {Format} */
export const upTo = (most) => (text) =>
  text.length > most
    ? fault("too-long", `it has ${counted(text.length)} characters, and an LMS need keep only ${counted(most)}`)
    : undefined;

/** One of these words. @param {...string} words @returns {Format} */
export const oneOf = (...words) => (text) =>
  words.includes(text) ? undefined : fault("vocabulary", `it must be one of ${words.map((word) => word || "“”").join(", ")}`);

/** @param {RegExp} pattern @param {string} what @returns {Format} */
const written = (pattern, what) => (text) => (pattern.test(text) ? undefined : fault("format", `it must be ${what}`));

/** The first fault of several checks. @param {...Format} formats @returns {Format} */
export const all = (...formats) => (text) => {
  for (const format of formats) {
    const found = format(text);
    if (found) return found;
  }
  return undefined;
};

/** Right where one of several is. @param {...Format} formats @returns {Format} */
export const either = (...formats) => (text) => {
  const faults = formats.map((format) => format(text));
  return faults.includes(undefined) ? undefined : faults.find(({ rule }) => rule === "range") ?? faults[0];
};

/** A decimal number from `least` to `most`. @returns {Format} */
export const number = (least = -Infinity, most = Infinity) => (text) => {
  if (!/^-?\d+(\.\d{1,7})?$/.test(text) || text.length > 30) return fault("format", "it must be a decimal number such as 80 or 12.5");
  const value = Number(text);
  return value < least || value > most ? fault("range", `it must lie between ${least} and ${most}`) : undefined;
};

/** A whole number from `least` to `most`. @returns {Format} */
export const integer = (least, most) => all(written(/^-?\d{1,9}$/, "a whole number"), number(least, most));

export const empty = oneOf("");
/** A time of day, 1.2. */
export const clock12 = written(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "a time of day as HH:MM:SS");
/** A length of time, 1.2. */
export const span12 = written(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "a length of time as HHHH:MM:SS.SS");
/** A name, 1.2. */
export const identifier12 = all(written(/^[\x21-\x7e]+$/, "a name of printable characters without spaces"), upTo(LIMITS.short));

/** A moment, 2004. The zone may be named only after a fraction of a second. */
export const moment2004 = all(
  written(
    /^(19[7-9]\d|20[0-2]\d|203[0-8])-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?)?$/,
    "a moment such as 2026-06-08T09:00:00.00Z, with at most two decimals",
  ),
  (text) => (Number.isNaN(Date.parse(text)) ? fault("format", "there is no such day") : undefined),
);
/** A length of time, 2004. */
export const span2004 = written(
  /^P(?=[\dT])(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/,
  "a length of time such as PT1M30S",
);
/** A short name, 2004. */
export const shortName = all(written(/^[\w.-]+$/, "a name of letters, digits, dots, hyphens and underscores"), upTo(LIMITS.name));
/** A long name, 2004; where it says to be a URN it must be one. */
export const longName = all(
  written(/^[\x21-\x7e]+$/, "a name of printable characters without spaces"),
  (text) =>
    /^urn:/i.test(text) && !/^urn:[a-z0-9][a-z0-9-]{0,31}:[\x21-\x7e]+$/i.test(text)
      ? fault("format", "it begins as a URN and is none")
      : undefined,
  upTo(LIMITS.id),
);
export const language = all(
  either(written(/^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i, "a language such as en or de-AT"), empty),
  upTo(LIMITS.name),
);
/** A text that may begin with its language as {lang=en}, 2004. */
export const spoken = (most) => (text) => {
  const mark = text.match(/^\{lang=([^}]*)\}/);
  return (mark ? language(mark[1]) : undefined) ?? upTo(most)(mark ? text.slice(mark[0].length) : text);
};

/** Several texts with a sign between them. @param {string} between @param {number} most @param {Format} each @returns {Format} */
export const listOf = (between, most, each) => (text) => {
  const parts = text === "" ? [] : text.split(between);
  if (parts.length > most) return fault("too-long", `it has ${parts.length} parts, and an LMS need keep only ${most}`);
  return parts.map(each).find(Boolean);
};

/** Two texts with a sign between them. @param {string} between @param {Format} each @returns {Format} */
export const pairOf = (between, each, other = each) => (text) => {
  const [first, second, ...more] = text.split(between);
  if (second === undefined || more.length > 0) return fault("format", `it must be a pair with ${between} between`);
  return each(first) ?? other(second);
};

const sign = written(/^[a-z0-9]$/i, "one letter or digit for each choice");
const bare = (format) => (text) => format(/^\{.*\}$/.test(text) ? text.slice(1, -1) : text);

/** What a learner's response looks like by the type of the interaction, 1.2. @type {Record<string, Format>} */
export const RESPONSES_12 = {
  "true-false": written(/^(0|1|t|f|true|false)$/i, "true or false"),
  choice: bare(listOf(",", 26, sign)),
  "fill-in": upTo(LIMITS.short),
  matching: bare(listOf(",", 26, pairOf(".", sign))),
  performance: upTo(LIMITS.short),
  sequencing: bare(listOf(",", 26, sign)),
  likert: either(sign, empty),
  numeric: number(),
};

const wide = spoken(LIMITS.name);

/** The same, 2004. @type {Record<string, Format>} */
export const RESPONSES_2004 = {
  "true-false": oneOf("true", "false"),
  choice: listOf("[,]", 36, shortName),
  "fill-in": listOf("[,]", 10, wide),
  "long-fill-in": spoken(4_000),
  matching: listOf("[,]", 36, pairOf("[.]", shortName)),
  performance: listOf("[,]", 125, pairOf("[.]", either(shortName, empty), upTo(LIMITS.name))),
  sequencing: listOf("[,]", 36, shortName),
  likert: shortName,
  numeric: number(),
  other: upTo(4_000),
};

/** A pattern of right answers, 2004: as a response, but a number is a range. @type {Record<string, Format>} */
export const PATTERNS_2004 = {
  ...RESPONSES_2004,
  numeric: pairOf("[:]", either(number(), empty)),
};
