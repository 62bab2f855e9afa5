// Every element of the SCORM data models: who may read and write it, and what it may hold.
import {
  LIMITS, all, clock12, either, empty, identifier12, integer, language, longName, moment2004, number, oneOf, shortName,
  span12, span2004, spoken, upTo,
} from "./formats.js";

/** @typedef {import("./formats.js").Format} Format */
/** @typedef {"r" | "w" | "rw"} Access */
/**
 * `format` is a check, or the name of the table of formats that the interaction's type chooses from. `after` names what
 * of the same entry has to be there before.
 * @typedef {{ access: Access, format?: Format | "response" | "pattern", after?: string }} Element
 */

const read = (...names) => names.map((name) => [name, { access: "r" }]);
/** @returns {[string, Element]} */
const both = (name, format, after) => [name, { access: "rw", format, after }];
/** @returns {[string, Element]} */
const write = (name, format, after) => [name, { access: "w", format, after }];

const ending = oneOf("time-out", "suspend", "logout", "");
const percent = either(number(0, 100), empty);
const answered = ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"];

/** An `n` stands for an index. @type {Map<string, Element>} */
const OF_12 = new Map([
  ...read(
    "cmi._version", "cmi.core._children", "cmi.core.student_id", "cmi.core.student_name", "cmi.core.credit",
    "cmi.core.entry", "cmi.core.total_time", "cmi.core.lesson_mode", "cmi.core.score._children", "cmi.launch_data",
    "cmi.comments_from_lms", "cmi.student_data._children", "cmi.student_data.mastery_score",
    "cmi.student_data.max_time_allowed", "cmi.student_data.time_limit_action", "cmi.student_preference._children",
    "cmi.objectives._children", "cmi.objectives._count", "cmi.objectives.n.score._children",
    "cmi.interactions._children", "cmi.interactions._count", "cmi.interactions.n.objectives._count",
    "cmi.interactions.n.correct_responses._count",
  ),
  both("cmi.core.lesson_location", upTo(LIMITS.short)),
  // “not attempted” is the LMS's to say, before the first launch.
  both("cmi.core.lesson_status", oneOf("passed", "completed", "failed", "incomplete", "browsed")),
  ...["raw", "min", "max"].map((name) => both(`cmi.core.score.${name}`, percent)),
  write("cmi.core.exit", ending),
  write("cmi.core.session_time", span12),
  both("cmi.suspend_data", upTo(LIMITS.suspend12)),
  both("cmi.comments", upTo(LIMITS.suspend12)),
  both("cmi.student_preference.audio", integer(-1, 100)),
  both("cmi.student_preference.language", upTo(LIMITS.short)),
  both("cmi.student_preference.speed", integer(-100, 100)),
  both("cmi.student_preference.text", integer(-1, 1)),
  both("cmi.objectives.n.id", identifier12),
  ...["raw", "min", "max"].map((name) => both(`cmi.objectives.n.score.${name}`, percent, "id")),
  both("cmi.objectives.n.status", oneOf("passed", "completed", "failed", "incomplete", "browsed", "not attempted"), "id"),
  write("cmi.interactions.n.id", identifier12),
  write("cmi.interactions.n.objectives.n.id", identifier12, "id"),
  write("cmi.interactions.n.time", clock12, "id"),
  write("cmi.interactions.n.type", oneOf(...answered), "id"),
  write("cmi.interactions.n.correct_responses.n.pattern", "pattern", "type"),
  write("cmi.interactions.n.weighting", number(), "id"),
  write("cmi.interactions.n.student_response", "response", "type"),
  write("cmi.interactions.n.result", either(oneOf("correct", "wrong", "unanticipated", "neutral"), number()), "id"),
  write("cmi.interactions.n.latency", span12, "id"),
]);

const scaled = number(-1, 1);
const share = number(0, 1);
const complete = oneOf("completed", "incomplete", "not attempted", "unknown");
const success = oneOf("passed", "failed", "unknown");

/** @type {Map<string, Element>} */
const OF_2004 = new Map([
  ...read(
    "cmi._version", "cmi.comments_from_learner._children", "cmi.comments_from_learner._count",
    "cmi.comments_from_lms._children", "cmi.comments_from_lms._count", "cmi.comments_from_lms.n.comment",
    "cmi.comments_from_lms.n.location", "cmi.comments_from_lms.n.timestamp", "cmi.completion_threshold", "cmi.credit",
    "cmi.entry", "cmi.launch_data", "cmi.learner_id", "cmi.learner_name", "cmi.learner_preference._children",
    "cmi.max_time_allowed", "cmi.mode", "cmi.scaled_passing_score", "cmi.time_limit_action", "cmi.total_time",
    "cmi.score._children", "cmi.objectives._children", "cmi.objectives._count", "cmi.objectives.n.score._children",
    "cmi.interactions._children", "cmi.interactions._count", "cmi.interactions.n.objectives._count",
    "cmi.interactions.n.correct_responses._count",
  ),
  both("cmi.comments_from_learner.n.comment", spoken(4_000)),
  both("cmi.comments_from_learner.n.location", upTo(LIMITS.name)),
  both("cmi.comments_from_learner.n.timestamp", moment2004),
  both("cmi.completion_status", complete),
  both("cmi.success_status", success),
  write("cmi.exit", oneOf("time-out", "suspend", "logout", "normal", "")),
  both("cmi.location", upTo(LIMITS.location)),
  both("cmi.suspend_data", upTo(LIMITS.suspend2004)),
  both("cmi.progress_measure", share),
  both("cmi.score.scaled", scaled),
  ...["raw", "min", "max"].map((name) => both(`cmi.score.${name}`, number())),
  write("cmi.session_time", span2004),
  both("cmi.learner_preference.audio_level", number(0)),
  both("cmi.learner_preference.language", language),
  both("cmi.learner_preference.delivery_speed", number(0)),
  both("cmi.learner_preference.audio_captioning", oneOf("-1", "0", "1")),
  both("cmi.objectives.n.id", longName),
  both("cmi.objectives.n.score.scaled", scaled, "id"),
  ...["raw", "min", "max"].map((name) => both(`cmi.objectives.n.score.${name}`, number(), "id")),
  both("cmi.objectives.n.success_status", success, "id"),
  both("cmi.objectives.n.completion_status", complete, "id"),
  both("cmi.objectives.n.progress_measure", share, "id"),
  both("cmi.objectives.n.description", spoken(LIMITS.name), "id"),
  both("cmi.interactions.n.id", longName),
  both("cmi.interactions.n.type", oneOf(...answered, "long-fill-in", "other"), "id"),
  both("cmi.interactions.n.objectives.n.id", longName, "id"),
  both("cmi.interactions.n.timestamp", moment2004, "id"),
  both("cmi.interactions.n.correct_responses.n.pattern", "pattern", "type"),
  both("cmi.interactions.n.weighting", number(), "id"),
  both("cmi.interactions.n.learner_response", "response", "type"),
  both("cmi.interactions.n.result", either(oneOf("correct", "incorrect", "unanticipated", "neutral"), number()), "id"),
  both("cmi.interactions.n.latency", span2004, "id"),
  both("cmi.interactions.n.description", spoken(LIMITS.name), "id"),
  both("adl.nav.request", all(
    upTo(LIMITS.id),
    either(
      oneOf("continue", "previous", "exit", "exitAll", "abandon", "abandonAll", "suspendAll", "_none_"),
      (text) => shortName(text.match(/^\{target=([^}]*)\}(choice|jump)$/)?.[1] ?? ""),
    ),
  )),
]);

/** The elements by version. */
export const ELEMENTS = { "1.2": OF_12, 2004: OF_2004 };

/** Whose writing is the record of what was achieved: in a review nothing of it may change. */
export const ACHIEVED = {
  "1.2": /^cmi\.core\.(lesson_status|score\.)|^cmi\.objectives\.\d+\.(status|score\.)/,
  2004: /^cmi\.(completion_status|success_status|score\.|progress_measure)|^cmi\.objectives\.\d+\.(success_status|completion_status|score\.|progress_measure)/,
};
