// An answer as an LMS keeps it: the elements of one entry of cmi.interactions, in the order in which they are set.

/** @typedef {import("./find.js").Version} Version */
/** @typedef {import("./record.js").LabAnswer} LabAnswer */

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const MOST_12 = 255;
const MOST_2004 = 4_000;
const MOST_DESCRIPTION = 250;

/**
 * What the versions call things, and how they write a response: `fill` has what was filled in, `open` any text.
 * A number as the right answer is a range in 2004.
 */
const FORMS = {
  "1.2": {
    moment: ["time", (at) => at.toTimeString().slice(0, 8)],
    response: "student_response",
    wrong: "wrong",
    choice: (answer, id) => LETTERS[answer.choices.findIndex((choice) => choice.id === id)],
    fill: (numbers) => numbers.join(",").slice(0, MOST_12),
    open: ["performance", (text) => text.slice(0, MOST_12)],
    right: (text) => text,
  },
  2004: {
    moment: ["timestamp", (at) => at.toISOString().replace(/(\.\d\d)\d/, "$1")],
    response: "learner_response",
    wrong: "incorrect",
    choice: (answer, id) => (answer.choices.some((choice) => choice.id === id) ? nameOf(id, MOST_DESCRIPTION) : undefined),
    fill: (numbers) => numbers.join("[,]"),
    open: ["other", (text) => text.slice(0, MOST_2004)],
    right: (text, type) => (type === "numeric" ? `${text}[:]${text}` : text),
  },
};

/**
 * The elements of an entry with their values, `id` and `type` first.
 * @param {Version} version
 * @param {LabAnswer} answer
 * @param {Date} at
 * @returns {[string, string][]}
 */
export function interactionOf(version, answer, at) {
  const form = FORMS[version];
  const { type, write } = typeOf(form, answer);
  const [response, correct] = [written(write, answer.response), written(write, answer.correct)];
  const [moment, clock] = form.moment;
  const elements = [["id", idOf(answer)], ["type", type], [moment, clock(at)]];
  // What the last hint has given away counts for nothing.
  elements.push(["weighting", answer.credit ? "1" : "0"]);
  if (correct !== undefined) elements.push(["correct_responses.0.pattern", form.right(correct, type)]);
  if (response !== undefined) elements.push([form.response, response]);
  elements.push(["result", resultOf(form, answer.right)]);
  if (version === "2004" && answer.question !== "") elements.push(["description", described(answer)]);
  return elements;
}

/** The name of an entry: one item has the same in every session. @param {LabAnswer} answer */
export function idOf({ lesson, item }) {
  return nameOf(`${lesson}.${item}`, MOST_12);
}

/** Which type it is to the LMS, and how a response is written then. */
function typeOf(form, answer) {
  const numbers = [answer.response, answer.correct].filter(Array.isArray);
  const [open, cut] = form.open;
  if (answer.type === "numeric" && numbers.length > 0) {
    const isOne = numbers.every((each) => each.length === 1);
    return { type: isOne ? "numeric" : "fill-in", write: (value) => (Array.isArray(value) ? form.fill(value) : undefined) };
  }
  const isChosen = answer.type === "choice" && answer.choices.length > 0 && answer.choices.length <= LETTERS.length;
  if (isChosen) return { type: "choice", write: (value) => form.choice(answer, value) };
  return { type: open, write: (value) => cut(String(value)) };
}

function written(write, value) {
  return value === null || value === "" ? undefined : write(value);
}

function resultOf(form, right) {
  if (right === null) return "neutral";
  return right ? "correct" : form.wrong;
}

function described({ question, lang }) {
  const mark = /^[a-z]{2,3}(-[a-z0-9]{2,8})?$/i.test(lang) ? `{lang=${lang}}` : "";
  return mark + question.slice(0, MOST_DESCRIPTION);
}

/** A text as a name that every LMS takes. */
function nameOf(text, most) {
  return text.replace(/[^\w.-]/g, "-").slice(0, most);
}
