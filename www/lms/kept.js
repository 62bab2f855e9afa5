// What is kept of a visit for the next one, read from a store or a device that may hold anything.

/** The most that a text may be, in characters. */
const LONGEST_SUSPEND = 8_192;
const LONGEST_LOCATION = 1_000;

/**
 * @typedef {{score?: number, progress: number, completed: boolean, passed?: boolean}} Standing
 * @typedef {object} Kept
 * @property {1} version
 * @property {number} at When, in milliseconds since 1970.
 * @property {string} [suspend]
 * @property {string} [location]
 * @property {number} seconds What all visits took.
 * @property {Standing} [standing]
 * @property {{completed: boolean, passed: boolean, failed?: number}} told What the store has taken once and for all.
 */

/**
 * A document as far as it is one.
 * @param {unknown} value
 * @returns {Kept|undefined}
 */
export function keptOf(value) {
  if (value?.version !== 1 || !Number.isFinite(value.at)) return undefined;
  const { standing, told } = value;
  return {
    version: 1,
    at: value.at,
    suspend: textOf(value.suspend, LONGEST_SUSPEND),
    location: textOf(value.location, LONGEST_LOCATION),
    seconds: Number.isFinite(value.seconds) && value.seconds > 0 ? value.seconds : 0,
    standing: standing ? standingOf(standing) : undefined,
    told: { completed: told?.completed === true, passed: told?.passed === true, failed: shareOf(told?.failed) },
  };
}

/**
 * How a learner stands, of a record or a document.
 * @returns {Standing}
 */
export function standingOf({ score, progress, completed, passed }) {
  return {
    score: shareOf(score),
    progress: shareOf(progress) ?? 0,
    completed: completed === true,
    passed: typeof passed === "boolean" ? passed : undefined,
  };
}

const textOf = (text, most) => (typeof text === "string" && text.length <= most ? text : undefined);
const shareOf = (figure) => (Number.isFinite(figure) && figure >= 0 && figure <= 1 ? figure : undefined);
