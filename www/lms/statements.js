// Makes xAPI statements of what a learner does. Pure: equal input gives equal statements, ids and times apart.
import { randomUuid } from "./ids.js";

const ADL = "http://adlnet.gov/expapi";
/** The names under which this lab adds figures of its own. */
export const OWN = "https://delivery-lab.example/xapi";
/** What cmi5 calls its own. Progress is called so in plain xAPI too, where no other name for it is agreed on. */
export const CMI5 = "https://w3id.org/xapi/cmi5";
export const PROGRESS = `${CMI5}/result/extensions/progress`;

/** The longest text of a question, an answer or a choice that goes into a statement, in characters. */
const LONGEST_TEXT = 1_000;
/** The most choices or figures of a question. */
const MOST_PARTS = 50;
/** What separates the parts of an answer. */
const AND = "[,]";

/**
 * What a learner answered, as the lab's event tells it.
 * @typedef {object} Answer
 * @property {string} lesson
 * @property {string} item
 * @property {"predict"|"find"|"quiz"|"build"} kind
 * @property {"answered"|"judged"} phase A prediction is answered when it is locked, and judged after the run.
 * @property {string} question
 * @property {"numeric"|"choice"|"performance"} type
 * @property {string[]} fields What each figure of the answer is.
 * @property {number[]|string|null} response
 * @property {{id: string, text: string}[]} choices
 * @property {boolean|null} right Null while a prediction is locked.
 * @property {number[]|string|null} correct Only when judged.
 * @property {number|null} confidence From 0 to 1.
 * @property {number} hints
 * @property {boolean} credit
 * @property {string} lang
 */

/** Gives the present moment in UTC, never one before the last: the order of statements is that of their times. */
export function createClock(now = Date.now) {
  let last = 0;
  return () => {
    last = Math.max(last, now());
    return new Date(last).toISOString();
  };
}

/** Seconds as xAPI writes them, to a hundredth: `PT1H2M3.45S`. */
export function durationOf(seconds) {
  const whole = Math.max(0, Math.round((Number.isFinite(seconds) ? seconds : 0) * 100)) / 100;
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)];
  const rest = Number((whole - hours * 3600 - minutes * 60).toFixed(2));
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${rest || !(hours || minutes) ? `${rest}S` : ""}`;
}

/** A score from 0 to 1, to the four decimals that cmi5 compares, with the percent as its raw figure. */
export function scoreOf(score) {
  const scaled = rounded(score);
  return { scaled, raw: Math.round(scaled * 100), min: 0, max: 100 };
}

/** To four decimals and between 0 and 1, without ever lifting a score over a limit that it is below. */
export const rounded = (score) => Math.floor(Math.min(1, Math.max(0, score)) * 10_000 + 1e-6) / 10_000;

/**
 * A statement. What is undefined is left out, as a store refuses what is null.
 * @param {{actor: object, verb: string, object: object, timestamp: string, id?: string, result?: object, context?: object}} parts
 */
export function statementOf({ actor, verb, object, timestamp, id = randomUuid(), result, context }) {
  const named = { id: `${ADL}/verbs/${verb}`, display: { "en-US": verb } };
  return { id, actor, verb: named, object, ...(result && { result }), ...(context && { context }), timestamp };
}

/**
 * A context made of a template and what is added to it. Nothing of the template is overwritten: lists of activities
 * are made longer, and a value that it has stays.
 */
export function extended(template, { contextActivities = {}, extensions = {}, ...own }) {
  const kept = structuredClone(template);
  // A single activity may stand for a list of one.
  const activities = Object.fromEntries(Object.entries(kept.contextActivities ?? {}).map(([role, list]) => [role, [list].flat()]));
  for (const [role, added] of Object.entries(contextActivities)) {
    const isThere = (activity) => activities[role]?.some(({ id }) => id === activity.id);
    activities[role] = [...(activities[role] ?? []), ...added.filter((activity) => !isThere(activity))];
  }
  const all = { ...extensions, ...kept.extensions };
  return {
    ...own,
    ...kept,
    ...(Object.keys(activities).length > 0 && { contextActivities: activities }),
    ...(Object.keys(all).length > 0 && { extensions: all }),
  };
}

/** An activity by its id. */
export const activityOf = (id, definition) => ({ objectType: "Activity", id, ...(definition && { definition }) });

/** The course or the lesson as an activity, where nobody else has described it. */
export function courseOf(id, lesson) {
  const type = `${ADL}/activities/${lesson ? "lesson" : "course"}`;
  return activityOf(id, { type, name: { en: lesson ? `Delivery Lab: ${clipped(lesson)}` : "Delivery Lab" } });
}

/**
 * The question, what was answered, and what an `answered` statement says besides. A prediction is told twice: without
 * a judgement when it is locked, then with one; `before` is the statement of the first time.
 * @param {Answer} answer
 * @param {{activity: string, seconds: number, before?: string}} at
 */
export function answerOf(answer, { activity, seconds, before }) {
  const object = questionOf(answer, activity);
  const isJudged = typeof answer.right === "boolean";
  const figure = answer.right && answer.credit !== false ? 1 : 0;
  const result = {
    ...(answer.response !== null && answer.response !== undefined && { response: wordsOf(answer.response) }),
    ...(isJudged && { success: answer.right, score: { scaled: figure, raw: figure, min: 0, max: 1 } }),
    duration: durationOf(seconds),
    extensions: {
      [`${OWN}/result/extensions/hints`]: Math.max(0, Math.trunc(answer.hints) || 0),
      [`${OWN}/result/extensions/credit`]: answer.credit !== false,
      ...(Number.isFinite(answer.confidence) && { [`${OWN}/result/extensions/confidence`]: rounded(answer.confidence) }),
    },
  };
  const context = {
    language: languageTag(answer.lang),
    contextActivities: { parent: [activityOf(activity)] },
    extensions: { [`${OWN}/context/extensions/kind`]: clipped(answer.kind) },
    ...(before && { statement: { objectType: "StatementRef", id: before } }),
  };
  return { object, result, context };
}

/** The id of a question below the id of the course or lesson that it is in, whose query stays at the end. */
export function questionId({ lesson, item }, activity) {
  const [, place, query] = /^([^?#]*)(.*)$/.exec(activity);
  const words = [lesson, item].filter(Boolean).map((word) => encodeURIComponent(clipped(word)));
  return [place.replace(/\/$/, ""), ...words].join("/") + query;
}

/** The question as an interaction; the right answer is in it only once it may be known. */
function questionOf(answer, activity) {
  const lang = languageTag(answer.lang);
  const choices = (answer.choices ?? []).slice(0, MOST_PARTS);
  const fields = (answer.fields ?? []).slice(0, MOST_PARTS).map(clipped);
  const text = [clipped(answer.question), fields.length > 1 ? `(${fields.join(", ")})` : ""].filter(Boolean).join(" ");
  const type = interactionOf(answer);
  const hasKey = answer.correct !== null && answer.correct !== undefined && typeof answer.right === "boolean";
  return activityOf(questionId(answer, activity), {
    type: `${ADL}/activities/cmi.interaction`,
    name: { [lang]: text },
    description: { [lang]: text },
    interactionType: type,
    ...(type === "choice" && { choices: choices.map(({ id, text: says }) => ({ id: clipped(id), description: { [lang]: clipped(says) } })) }),
    ...(hasKey && { correctResponsesPattern: [wordsOf(answer.correct)] }),
  });
}

/**
 * How xAPI calls a question. `numeric` is one figure, so several are `fill-in`; and `performance` is a list of named
 * steps, which a workflow that was built is not.
 */
function interactionOf({ type, fields, response, choices }) {
  if (type === "choice" && choices?.length) return "choice";
  if (type !== "numeric") return "other";
  return (fields?.length ?? 0) > 1 || (Array.isArray(response) && response.length > 1) ? "fill-in" : "numeric";
}

function wordsOf(response) {
  const words = Array.isArray(response) ? response.slice(0, MOST_PARTS).join(AND) : response;
  return clipped(words);
}

/** A text no longer than a statement should carry, and without halves of characters, which no address can hold. */
function clipped(text) {
  const whole = String(text ?? "").slice(0, 2 * LONGEST_TEXT).replace(/[\ud800-\udfff]/gu, "\ufffd");
  return Array.from(whole).slice(0, LONGEST_TEXT).join("");
}

/** A language tag; `und` is what the standard has for a language that is not known. */
function languageTag(lang) {
  return typeof lang === "string" && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(lang) ? lang : "und";
}

/**
 * Who the statements are about in plain xAPI: an account, never an address or a name. What the host gives is used
 * only as far as it is an account that is no e-mail address.
 * @param {unknown} given An xAPI agent.
 * @param {() => {homePage: string, name: string}} anonymous Makes an account that says nothing of the person.
 */
export function accountOf(given, anonymous) {
  const { homePage, name } = given?.account ?? {};
  const isText = (text, most) => typeof text === "string" && text.length > 0 && text.length <= most;
  const isPlain = isText(homePage, 2_000) && /^https?:\/\//i.test(homePage) && isText(name, 200) && !name.includes("@");
  return { objectType: "Agent", account: isPlain ? { homePage, name } : anonymous() };
}
