// Makes any LMS's SCORM interface answer as the standard says: in texts, without throwing, with nothing missing.

/** @typedef {import("./find.js").Version} Version */
/**
 * The interface, whichever version it is of, under one set of names.
 * @typedef {object} Api
 * @property {(argument: string) => string} initialize
 * @property {(argument: string) => string} terminate
 * @property {(element: string) => string} get
 * @property {(element: string, value: string) => string} set
 * @property {(argument: string) => string} commit
 * @property {() => string} error
 */

/** The functions by version; where an LMS lacks the first of a row, the next does as well. */
export const FUNCTIONS = {
  "1.2": {
    initialize: ["LMSInitialize"],
    terminate: ["LMSFinish", "LMSTerminate"],
    get: ["LMSGetValue"],
    set: ["LMSSetValue"],
    commit: ["LMSCommit"],
    error: ["LMSGetLastError"],
  },
  2004: {
    initialize: ["Initialize"],
    terminate: ["Terminate", "Finish"],
    get: ["GetValue"],
    set: ["SetValue"],
    commit: ["Commit"],
    error: ["GetLastError"],
  },
};

/** The code of the general fault, in both versions. */
const FAULT = "101";
/** With which code an LMS says that it is initialised already, and what can be read then. */
const RUNNING = { "1.2": ["101", "cmi.core.lesson_status"], 2004: ["103", "cmi.completion_status"] };

/**
 * @param {any} api What was found in a window of an LMS.
 * @param {Version} version
 * @returns {Api}
 */
export function tolerant(api, version) {
  let thrown = false;
  const call = (role, ...given) => {
    const name = FUNCTIONS[version][role].find((each) => typeof api[each] === "function");
    // What it does not offer cannot fail: there is nothing to begin, to keep or to end.
    if (name === undefined) return role === "get" ? "" : undefined;
    return api[name](...given);
  };
  const guarded = (role, otherwise, ...given) => {
    try {
      thrown = false;
      return call(role, ...given);
    } catch {
      thrown = true;
      return otherwise;
    }
  };
  const error = () => {
    if (thrown) return FAULT;
    const code = textOf(guarded("error", FAULT));
    return code === "" ? "0" : code;
  };
  const truth = (role, ...given) => {
    const answer = guarded(role, false, ...given);
    // Some answer nothing at all; then it worked unless the LMS names a fault.
    const isTrue = answer === undefined || answer === null ? error() === "0" : /^(true|1)$/i.test(textOf(answer));
    return String(isTrue);
  };
  /** Whether a page before this one initialised it and never came to its end: a learner may reload the frame. */
  const isRunning = () => {
    const [code, element] = RUNNING[version];
    return error() === code && textOf(guarded("get", "", element)) !== "" && error() === "0";
  };
  return {
    initialize: (argument) => String(truth("initialize", argument) === "true" || isRunning()),
    terminate: (argument) => truth("terminate", argument),
    get: (element) => textOf(guarded("get", "", element)),
    set: (element, value) => truth("set", element, value),
    commit: (argument) => truth("commit", argument),
    error,
  };
}

function textOf(answer) {
  if (answer === undefined || answer === null) return "";
  try {
    return String(answer);
  } catch {
    return "";
  }
}
