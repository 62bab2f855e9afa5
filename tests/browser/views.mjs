// Every view of the lab and how to come to it, in whatever language and width: nothing is found by its name.
import { readFileSync } from "node:fs";

import { call, drop, expect, openLab } from "./lab.mjs";

const file = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const json = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });

/** The first of what `selector` finds, or that at a place; -1 is the last. */
const one = (page, selector, at = 0) => page.locator(`delivery-lab ${selector}`).nth(at);
const press = (page, selector, at) => one(page, selector, at).click();

async function pressUntil(page, selector, shown, at) {
  await press(page, selector, at);
  await expect(one(page, shown)).toBeVisible();
}

/** Presses a tool of the header, which on a narrow page is behind a button. */
export async function headerTool(page, place) {
  const more = one(page, ".top .more");
  if ((await more.isVisible()) && (await more.getAttribute("aria-expanded")) === "false") await more.click();
  await press(page, ".top .tools :is(button, label)", place);
}

/** Opens a dialog by its tool of the header. */
const dialogOf = (place) => async (page) => {
  await headerTool(page, place);
  await expect(one(page, "dialog[open]")).toBeVisible();
};

/** Opens a dialog by its key. */
const byKey = (key) => async (page) => {
  await one(page, ".lab").focus();
  await page.keyboard.press(key);
  await expect(one(page, "dialog[open]")).toBeVisible();
};

/** Chooses an activity as a keyboard does, so that it needs no room. */
async function choose(page, name) {
  const card = one(page, `[data-activity="${name}"]`);
  await card.evaluate((element) => element.focus());
  await page.keyboard.press("Enter");
  await expect(one(page, ".ins-head")).toBeVisible();
}

async function unfold(page, inside) {
  await page.locator(`delivery-lab ${inside} details:not([open]) > summary`).evaluateAll((all) => all.forEach((each) => each.click()));
}

const march = (page) => call(page, "seek", "2026-03-09");

/** One thing that is wrong and can be mended, and a note. */
async function withFindings(page) {
  const scenario = await call(page, "getScenario");
  scenario.workflow.transitions.push({ from: "query", to: "continuous" });
  scenario.workflow.notes = [{ text: "Weekly, as agreed", x: 40, y: 300, width: 200, height: 80 }];
  await call(page, "setScenario", scenario);
  await expect(one(page, ".findings .remedies button")).toBeVisible();
}

async function empty(page) {
  const scenario = await call(page, "getScenario");
  scenario.workflow = { activities: [], transitions: [] };
  await call(page, "setScenario", scenario);
  await expect(one(page, "[data-activity]")).toHaveCount(0);
}

const outline = (page) => pressUntil(page, ".workflow-views button", "[role=tree]", 1);

async function outlineMenu(page) {
  await outline(page);
  await pressUntil(page, ".tree-row.is-activity .tree-menu", ".menu [role=menuitem]", 1);
}

// Compare mode.

const compare = (section) => async (page) => {
  await call(page, "run");
  await press(page, `#section-${section}`);
  await expect(one(page, `#section-${section}`)).toHaveAttribute("aria-selected", "true");
};

async function rows(page) {
  await call(page, "run");
  await pressUntil(page, ".row-button", ".logs");
}

async function traced(page) {
  await rows(page);
  await pressUntil(page, ".log-figures button", ".traced", 2);
  await pressUntil(page, ".log-table .row-link", ".marked-note");
}

async function recipient(page) {
  await rows(page);
  await pressUntil(page, ".log-table .recipient .row-link", ".person tbody tr");
}

async function why(page) {
  await recipient(page);
  await pressUntil(page, ".person-tabs [role=tab]", ".met-answer", 1);
  await press(page, ".chain summary");
}

async function finder(page) {
  await recipient(page);
  await press(page, ".person-head .quiet");
  await one(page, ".finder input[type=search]").fill("17");
  await page.keyboard.press("Enter");
  await expect(one(page, ".found button")).toBeVisible();
}

async function charts(page) {
  await compare("reports")(page);
  await expect(one(page, "[data-indicator=opens]")).toBeVisible();
}

async function picks(page) {
  await charts(page);
  const subject = one(page, ".report-subject select");
  await subject.selectOption({ index: (await subject.locator("option").count()) - 1 });
  const last = await subject.locator("option").evaluateAll((all) => all.findIndex(({ value }) => /pick|chosen|choose/i.test(value)));
  if (last >= 0) await subject.selectOption({ index: last });
}

async function ownVariants(page) {
  await compare("variants")(page);
  await press(page, ".variant-axes button", -1);
  await expect(one(page, ".variant-chips")).toBeVisible();
}

async function fan(page) {
  await compare("variants")(page);
  await pressUntil(page, ".fan-control button", ".fan-band");
  await press(page, ".fan-table summary");
}

// The course.

const item = (page) => expect(one(page, ".item input")).toBeVisible();

async function locked(page) {
  await item(page);
  for (const number of await page.locator(".item input[type=number]").all()) await number.fill("1");
  await pressUntil(page, ".item .primary", ".coach-body .row .outlined");
}

async function told(page) {
  await locked(page);
  await press(page, ".coach-body .row .outlined");
  await expect(one(page, ".you-said")).toBeVisible();
}

const certificate = (page) => pressUntil(page, ".course-keep :is(.primary, .outlined)", ".certificate-page");

/** The progress of one who has passed everything. */
async function passed(page) {
  const course = await page.evaluate(async () => (await fetch(new URL("./course/course.json", location.href))).json());
  const check = course.lessons.filter(({ isCheck }) => isCheck);
  const item = { tries: 1, isFirstRight: true, isRight: true, hints: 0 };
  const items = Object.fromEntries(check.flatMap(({ id, steps }) => steps.map((step) => [`${id}/${step.id}`, item])));
  const skill = { right: 21900, all: 21900, row: 3, best: 100, reached: true };
  const progress = { items, visits: {}, skills: Array(6).fill(skill), mark: 80, attempts: [] };
  const record = { format: "delivery-lab/progress", version: 1, course: course.id, edition: course.edition, progress };
  await one(page, ".course-own input[type=file]").setInputFiles(json("passed.json", record));
  await expect(one(page, ".course-keep .primary")).toBeVisible();
  await certificate(page);
  await one(page, ".certificate-tools input").fill("Ada Lovelace");
  await expect(one(page, "article.certificate")).toBeVisible();
}

const trainers = (page) => pressUntil(page, ".trainers button", ".course-ways .primary");

/** A lesson on the bench: the small course of the tests. */
export async function bench(page) {
  await trainers(page);
  const lesson = JSON.parse(file("../course/course.json"));
  lesson.lessons.splice(1);
  lesson.words = { en: JSON.parse(file("../course/en.json")) };
  await one(page, ".course-ways input[type=file]").setInputFiles(json("small.lesson.json", lesson));
  await press(page, "dialog .bench-row button", 1);
  await expect(one(page, ".bench-step")).toBeVisible();
}

const benchStep = (at) => async (page) => {
  await bench(page);
  await press(page, ".bench-step button", at);
};

async function classReport(page) {
  await pressUntil(page, ".trainers button", ".class-report", 1);
  const progress = {
    items: { "two-deliveries/a-year": { tries: 2, isFirstRight: false, isRight: true, hints: 1 } },
    attempts: [{ lesson: "two-deliveries", step: "a-year", variation: 0, answer: { numbers: [1, 1] }, isRight: false, confidence: "sure", hints: 0 }],
  };
  const files = ["Anna", "Bo"].map((name) => json(`${name}.json`, { format: "delivery-lab/progress", version: 1, progress }));
  await one(page, ".class-report input[type=file]").setInputFiles(files);
  await expect(one(page, ".class-learner")).toBeVisible();
}

async function classroom(page) {
  await one(page, ".lab").focus();
  await page.keyboard.press("p");
  await pressUntil(page, ".project-panel .bench-row .primary", ".project-number");
}

async function recipientsFile(page) {
  await dialogOf(2)(page);
  const lines = ["First name;E-mail;Born", "Ada;ada@example.org;1990-12-10", "Bo;not an address;1985-02-29"];
  await one(page, "dialog input[type=file]").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await expect(one(page, "dialog .mapping")).toBeVisible();
}

async function allActivities(page) {
  await dialogOf(-1)(page);
  await press(page, "dialog .about-doors button", -1);
  await expect(one(page, "dialog .about-doors")).toHaveCount(0);
}

/**
 * The views, each with its name, the options of the address and the way to it. `inside` is the part that is looked at,
 * where the rest of the page is that of another view.
 */
export const VIEWS = {
  "Play mode": [
    ["play", "mode=play"],
    ["a delivery", "mode=play", async (page) => { await march(page); await pressUntil(page, "button.instance", ".logs"); }],
    ["tracking log", "mode=play", async (page) => { await march(page); await press(page, "button.instance"); await press(page, ".log-tabs [role=tab]", 1); }, ".logs"],
    ["what happened before", "mode=play", async (page) => { await march(page); await press(page, ".narration button"); }, ".narration"],
    ["readonly", "mode=play&readonly", (page) => pressUntil(page, ".workflow .card", ".ins-head", 1)],
    ["tour", "lesson=tour"],
    ["a file that is none", "mode=play", async (page) => { await drop(page, "none.lab.json", "none"); await expect(one(page, ".notices [role=alert]")).toBeVisible(); }],
    ["breakpoints", "mode=play", (page) => pressUntil(page, ".breakpoint-button", "dialog[open]"), "dialog[open]"],
  ],
  "Build mode": [
    ["build", "mode=build"],
    ["an activity", "mode=build", (page) => choose(page, "query")],
    ["findings", "mode=build", withFindings],
    ["outline", "mode=build", outline],
    ["menu of the outline", "mode=build", outlineMenu, ".stage"],
    ["connect to", "mode=build", async (page) => { await outlineMenu(page); await pressUntil(page, ".menu [role=menuitem]", "dialog[open]", 2); }, "dialog[open]"],
    ["rename", "mode=build", async (page) => { await outline(page); await one(page, ".tree-row.is-activity", 1).focus(); await page.keyboard.press("F2"); await expect(one(page, "dialog[open]")).toBeVisible(); }, "dialog[open]"],
    ["empty drawing", "mode=build", empty, ".work"],
    ["settings of the scenario", "mode=build", (page) => unfold(page, ".inspector"), ".inspector"],
    ["quick add", "mode=build", byKey("a"), "dialog[open]"],
    ["commands", "mode=build", byKey("Control+k"), "dialog[open]"],
    ["keys", "mode=build", byKey("?"), "dialog[open]"],
  ],
  "Compare mode": [
    ["deliveries", "mode=compare", compare("deliveries")],
    ["rows", "mode=compare&weeks=12", rows, ".section"],
    ["a row and its moment", "mode=compare&weeks=12", traced, ".section"],
    ["a recipient", "mode=compare&weeks=12", recipient, ".section"],
    ["why, run by run", "mode=compare&weeks=12", why, ".person"],
    ["finder of recipients", "mode=compare&weeks=12", finder, ".person"],
    ["reports", "mode=compare", charts],
    ["tables of the charts", "mode=compare", async (page) => { await charts(page); for (const button of await page.locator("[data-chart] .chart-head button[aria-pressed], [data-chart] button[aria-expanded]").all()) await button.click(); }, ".reports"],
    ["deliveries one by one", "mode=compare", picks, ".reports"],
    ["variants", "mode=compare", compare("variants")],
    ["variants of one's own choice", "mode=compare&weeks=12", ownVariants, ".variants"],
    ["fan of seeds", "mode=compare&weeks=4&sample=welcome", fan, ".fan"],
    ["journal", "mode=compare", async (page) => { await march(page); await press(page, "#section-journal"); }],
  ],
  "Learn mode": [
    ["course", "mode=lesson"],
    ["a card", "mode=lesson", (page) => press(page, ".course-card summary"), ".course-cards"],
    ["a question", "lesson=creative", item],
    ["a locked answer", "lesson=creative", locked, ".lesson"],
    ["what came", "lesson=creative", told],
    ["certificate, not passed", "mode=lesson", certificate],
    ["certificate", "mode=lesson", passed],
    ["lessons of one's own", "mode=lesson", trainers],
    ["bench", "mode=lesson", bench],
    ["bench, a prediction", "mode=lesson", benchStep(1), ".bench"],
    ["bench, a search", "mode=lesson", benchStep(2), ".bench"],
    ["report on a class", "mode=lesson", classReport],
    ["classroom screen", "lesson=two-deliveries", classroom],
  ],
  Dialogs: [
    ["recipients", "mode=build", dialogOf(2), "dialog[open]"],
    ["recipients from a file", "mode=build", recipientsFile, "dialog[open]"],
    ["gallery", "mode=build", dialogOf(5), "dialog[open]"],
    ["share", "mode=build", dialogOf(6), "dialog[open]"],
    ["about", "mode=build", dialogOf(-1), "dialog[open]"],
    ["all activities", "mode=build", allActivities, "dialog[open]"],
  ],
};

/** The pages beside the lab. */
export const PAGES = ["embed.html", "embed.html?lesson=two-deliveries", "licences.html", "examples/tutorial.html", "examples/element.html"];

/** What the view before has left on the device must not be found by the next one. */
async function forget(page) {
  if (page.url() === "about:blank") return;
  const { origin } = new URL(page.url());
  await page.goto("about:blank");
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Storage.clearDataForOrigin", { origin, storageTypes: "local_storage,indexeddb" });
  await devtools.detach();
}

/** Opens a view: what follows `lang=` and the like may be anything that an address takes. */
export async function openView(page, [, query, go], options = "") {
  await forget(page);
  await openLab(page, `?${query}${options && `&${options}`}`);
  await go?.(page);
}
