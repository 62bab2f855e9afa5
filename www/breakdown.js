// When the program in the wasm breaks down: how that is told from other faults of a page, and the calm card with a report to copy.
// Knows no words of its own; the program has told them beforehand.

/** Scenarios up to this many letters are in the report; larger ones are saved as a file. */
const LONGEST_SCENARIO = 100_000;
/** The browser may not have taken a file before its address is gone. */
const UNTIL_TAKEN = 10_000;

/** Whether the program itself has stopped in the middle: a panic, no memory, too deep a stack. */
export function isTrap(error) {
  if (error instanceof WebAssembly.RuntimeError) return true;
  // Too deep a stack is an error of its own in each browser.
  return ["RangeError", "InternalError"].includes(error?.name) && /call stack|recursion/i.test(error.message);
}

/** How many calls of a stack are looked at; browsers note fewer by themselves. */
const DEEP = 60;

/**
 * Calls `onBreak` with what went wrong once an error that nobody has caught came through the program: what it was doing is half done,
 * so it must not be touched any more. `isAlone` says that the page has no other wasm.
 */
export function watchFaults(isAlone, onBreak) {
  const isOurs = (error) => {
    const stack = String(error?.stack);
    return /wasm-function\[|wasm:\/\//.test(stack) && (isAlone || stack.includes("delivery_lab"));
  };
  addEventListener("error", ({ error }) => {
    // What a listener of the page throws, which the program has told something, is told while the program is still at it.
    if (isOurs(error) && (isTrap(error) || !isOurs(here()))) onBreak(messageOf(error));
  });
  addEventListener("unhandledrejection", ({ reason }) => {
    // Others are refusals of a method that nobody listened to, or come from listeners of the page.
    if (isOurs(reason) && isTrap(reason)) onBreak(messageOf(reason));
  });
}

/** Where we are, as an error knows it. */
function here() {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = DEEP;
  const error = new Error();
  Error.stackTraceLimit = limit;
  return error;
}

/** What went wrong, in the browser's words. */
export const messageOf = (error) => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

/**
 * The card. `words` are those that the program has told; `tell` adds to the report what only the program knows, if it still can.
 * @returns {{ card: HTMLElement, tell: (facts: { actions: string, scenario: string, file: string }) => void, focus: () => void }}
 */
export function breakdownCard(words, message) {
  const heading = make("h2", { textContent: words.title, tabIndex: -1 });
  const report = make("textarea", { readOnly: true, rows: 7, spellcheck: false, value: reportOf(words, message) });
  report.setAttribute("aria-label", words.report);
  report.lang = "en";
  const said = make("p", { className: "report-said" });
  said.setAttribute("role", "status");
  const reload = button(words.reload, "is-first", () => location.reload());
  const save = button(words.save, "", () => {});
  save.hidden = true;
  const copy = button(words.copy, "", async () => {
    const isCopied = await put(report);
    said.textContent = isCopied ? words.copied : words.notCopied;
  });
  const what = make("p", { className: "report-what", textContent: words.reportWhat });
  const fold = make("details", {}, make("summary", { textContent: words.report }), what, report, copy, said);
  const alarm = make("div", {}, heading, make("p", { textContent: words.remedy }));
  alarm.setAttribute("role", "alert");
  const inner = make("div", { className: "breakdown-card" }, alarm, make("div", { className: "breakdown-doors" }, reload, save), fold);
  const card = make("section", { className: "breakdown" }, inner);
  card.setAttribute("part", "error");
  card.setAttribute("aria-label", words.title);
  return {
    card,
    focus: () => heading.focus({ preventScroll: true }),
    tell(facts) {
      report.value = reportOf(words, message, facts);
      save.hidden = false;
      save.onclick = () => download(facts.file, facts.scenario);
    },
  };
}

/** What the report says, in English: its readers are those who mend the lab. */
function reportOf(words, message, { actions, scenario } = {}) {
  const lines = [`Delivery Lab ${words.version}`, `Browser: ${navigator.userAgent}`, `Fault: ${message}`];
  if (actions) lines.push(`Last actions: ${actions}`);
  if (scenario === undefined) lines.push("Scenario: the program could not tell it any more.");
  else if (scenario.length > LONGEST_SCENARIO) lines.push(`Scenario: left out, as it has ${scenario.length} letters. Save it as a file.`);
  else lines.push("Scenario:", scenario);
  return lines.join("\n");
}

/** Puts the text of a field on the clipboard; where the browser does not allow that, it is selected. */
async function put(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return false;
  }
}

function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), UNTIL_TAKEN);
}

function button(label, className, act) {
  return make("button", { type: "button", className, textContent: label, onclick: act });
}

function make(tag, fields, ...inside) {
  const element = Object.assign(document.createElement(tag), fields);
  element.append(...inside);
  return element;
}
