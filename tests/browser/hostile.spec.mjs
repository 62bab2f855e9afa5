// What strangers may put into scenarios, lessons, files, options and messages: it stays text, names of every object mean nothing,
// and the page's policy has nothing to refuse while it does.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { call, drop, expect, openLab, openPage, refusal, root, test } from "./lab.mjs";
import { gallery, inspector, notice, openGallery, openShare, section, shareDialog, tab } from "./names.mjs";

const MARKUP = `<img src=x onerror="globalThis.harmed=1">'"\`{{7*7}}</script><script>globalThis.harmed=1</script><svg onload=globalThis.harmed=1>`;
const fixture = (name) => JSON.parse(readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8"));

/** Notes from the beginning what the policy refuses and whether anything has run. */
async function watch(page) {
  page.on("dialog", () => expect(true, "a dialog of the browser").toBe(false));
  await page.addInitScript(() => {
    globalThis.refused = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
      refused.push(`${effectiveDirective} ${blockedURI} ${sample}`));
  });
}

/** What there is of markup that nobody but a stranger can have made, anywhere in the page. */
const harm = (page) => page.evaluate(() => {
  const found = [];
  const roots = [document, ...[...document.querySelectorAll("delivery-lab")].map((lab) => lab.shadowRoot)];
  for (const one of roots) {
    for (const element of one.querySelectorAll("*")) {
      const isStrange = element.matches("script:not([src]), img[src='x'], iframe, object, embed, base");
      const handlers = [...element.attributes].filter(({ name }) => name.startsWith("on"));
      if (isStrange || handlers.length > 0) found.push(element.outerHTML.slice(0, 120));
    }
  }
  return { found, harmed: globalThis.harmed, refused: globalThis.refused };
});
const NONE = { found: [], harmed: undefined, refused: [] };

/**
 * Puts the markup after every text of a scenario that may be any text, one after the other; gives the scenario and how many took it.
 * Those that may not, such as names that others refer to, are refused with a sentence and stay; so do those without which the
 * scenario does not run, where it shall.
 */
async function spoilt(page, scenario, mustRun) {
  return page.locator("delivery-lab").evaluate(async (lab, [given, markup, isToRun]) => {
    let count = 0;
    const refusals = new Set();
    const walk = async (node) => {
      for (const key of Object.keys(node)) {
        if (typeof node[key] === "object" && node[key] !== null) await walk(node[key]);
        if (typeof node[key] !== "string") continue;
        const before = node[key];
        node[key] = before + markup;
        try {
          await lab.setScenario(given);
          if (isToRun) await lab.run();
          count += 1;
        } catch (error) {
          refusals.add(error.message);
          node[key] = before;
        }
      }
    };
    await walk(given);
    await lab.setScenario(given);
    return { scenario: await lab.getScenario(), count, refusals: [...refusals] };
  }, [scenario, MARKUP, mustRun]);
}

/** Looks at everything that is drawn of a scenario. */
async function lookAround(page, scenario, hasRun) {
  for (const mode of ["Build", "Play", "Compare", "Learn"]) {
    await tab(page, mode).click();
    expect(await harm(page), mode).toEqual(NONE);
  }
  await tab(page, "Compare").click();
  for (const name of hasRun ? ["Variants", "Reports", "Journal"] : []) {
    await section(page, name).click();
    expect(await harm(page), name).toEqual(NONE);
  }
  for (const mode of ["build", "play"]) {
    await call(page, "setState", { version: 1, mode });
    for (const { name } of scenario.workflow.activities) {
      await call(page, "setState", { version: 1, activity: name });
      expect(await harm(page), `${mode}: ${name}`).toEqual(NONE);
    }
  }
}

for (const [name, source] of [["a sample that runs", null], ["every activity", "many-activities.lab.json"], ["every output", "outputs.lab.json"]]) {
  test(`script text in every text of a scenario stays text: ${name}`, async ({ page }) => {
    test.setTimeout(240_000);
    await watch(page);
    await openLab(page, "?weeks=2");
    const given = source ? fixture(source) : await call(page, "getScenario");
    const { scenario, count, refusals } = await spoilt(page, { ...given, weeks: 2 }, source === null);
    expect(count, refusals.join("\n")).toBeGreaterThan(3);
    for (const sentence of refusals) expect(sentence).toMatch(/\w+.*\.$/s);
    expect(scenario.name).toContain(MARKUP);
    await lookAround(page, scenario, source === null);
    await openGallery(page).click();
    await gallery(page).getByRole("button", { name: "Save as a template" }).click();
    await expect(gallery(page).getByRole("heading", { level: 4 }).filter({ hasText: "<img src=x" })).toBeVisible();
    expect(await harm(page), "the gallery").toEqual(NONE);
    await page.keyboard.press("Escape");
    await openShare(page).click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      shareDialog(page).getByRole("button", { name: "Picture (SVG)" }).click(),
    ]);
    expect(file.suggestedFilename()).not.toMatch(/[<>"'/\\]/);
    const svg = await readFile(await file.path(), "utf8");
    // A page without a policy reads the picture as any browser does.
    const other = await page.context().newPage();
    const inPicture = await other.evaluate((text) => {
      const drawn = new DOMParser().parseFromString(text, "image/svg+xml");
      const strange = [...drawn.querySelectorAll("*")].filter((one) =>
        ["script", "foreignObject", "parsererror", "a", "image"].includes(one.localName) || [...one.attributes].some(({ name }) => name.startsWith("on")));
      return strange.map((one) => one.localName);
    }, svg);
    expect(inPicture).toEqual([]);
    expect(await harm(page)).toEqual(NONE);
  });
}

test("script text in the fields of the page stays text", async ({ page }) => {
  await watch(page);
  await openLab(page, "?mode=build&weeks=2");
  const scenario = await call(page, "getScenario");
  let filled = 0;
  for (const { name } of scenario.workflow.activities) {
    await call(page, "setState", { version: 1, activity: name });
    const fields = inspector(page).locator(':is(input[type="text"], input:not([type]), textarea):visible:enabled:not([readonly])');
    for (let field = 0; field < (await fields.count()); field += 1) {
      await fields.nth(field).fill(MARKUP, { timeout: 3_000 }).then(() => (filled += 1), () => {});
      await page.keyboard.press("Tab");
      expect(await harm(page), `${name}, field ${field}`).toEqual(NONE);
    }
  }
  expect(filled).toBeGreaterThan(3);
  await tab(page, "Play").click();
  await call(page, "run").catch(() => {});
  expect(await harm(page)).toEqual(NONE);
});

test("names of files, addresses and options stay text, and are said as they are", async ({ page }) => {
  await watch(page);
  const asked = Object.fromEntries(["sample", "mode", "weeks", "seed", "lang", "theme", "readonly", "autoplay", "controls"].map((name) => [name, MARKUP]));
  await openLab(page, `?${new URLSearchParams({ ...asked, keep: "off" })}`);
  await expect(notice(page, "unknownOption").first()).toContainText("<img src=x");
  expect(await harm(page)).toEqual(NONE);
  for (const name of [`${MARKUP.replaceAll("/", ":")}.lab.json`, `${MARKUP.replaceAll("/", ":")}.mp4`]) {
    await drop(page, name, Buffer.from("{"));
    await expect(notice(page, "cannotOpen").last()).toContainText("<img src=x");
  }
  await page.locator("delivery-lab").evaluate((lab, markup) => {
    for (const name of ["sample", "mode", "weeks", "theme", "lang", "constructor", "__proto__"]) lab.setAttribute(name, markup);
  }, MARKUP);
  await page.waitForTimeout(300);
  expect(await harm(page)).toEqual(NONE);
});

test("script text in every text of a lesson stays text", async ({ page }) => {
  test.setTimeout(120_000);
  await watch(page);
  const lesson = JSON.parse(await readFile(new URL("../course/course.json", import.meta.url), "utf8"));
  const words = JSON.parse(await readFile(new URL("../course/en.json", import.meta.url), "utf8"));
  const spoil = (node) => {
    for (const key of Object.keys(node)) {
      if (typeof node[key] === "string") node[key] += ` ${MARKUP} **bold ${MARKUP}** \`code ${MARKUP}\`\n- ${MARKUP}`;
      else if (node[key] !== null && typeof node[key] === "object") spoil(node[key]);
    }
  };
  for (const part of ["lessons", "skills", "terms"]) if (words[part]) spoil(words[part]);
  await page.route("**/course/course.json", (route) => route.fulfill({ json: lesson }));
  await page.route("**/course/text/*.json", (route) => route.fulfill({ json: words }));
  await openLab(page, "?mode=lesson");
  await expect(root(page).getByText("<img src=x").first()).toBeVisible();
  expect(await harm(page)).toEqual(NONE);
  await openLab(page, "?mode=lesson&lesson=count");
  await expect(page.locator(".step-of")).toBeVisible();
  for (let step = 0; step < 6; step += 1) {
    expect(await harm(page), `step ${step}`).toEqual(NONE);
    const next = page.getByRole("button", { name: "Next", exact: true });
    if (!(await next.isVisible()) || !(await next.isEnabled())) break;
    await next.click();
  }
});

test("names that every object has mean nothing, wherever they come in", async ({ page }) => {
  await openLab(page, "?weeks=2");
  const scenario = await call(page, "getScenario");
  const outcomes = await page.locator("delivery-lab").evaluate(async (lab, given) => {
    const answers = [];
    const attempt = (act) => Promise.resolve().then(act).then(() => answers.push("took it"), (error) => answers.push(error.message));
    const poison = '{"isOn": true, "toString": "no", "weeks": 7}';
    for (const key of ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"]) {
      const text = JSON.stringify(given).replace("{", `{${JSON.stringify(key)}: ${poison},`);
      await attempt(() => lab.setScenario(text));
      await attempt(() => lab.setScenario(JSON.parse(text)));
      await attempt(() => lab.setState(JSON.parse(`{"version": 1, "${key}": ${poison}}`)));
      await attempt(() => lab.setState({ version: 1, activity: key, sample: key }));
      await attempt(() => lab.setState({ version: 1, mode: key }));
      await attempt(() => lab.run(JSON.parse(`{"${key}": ${poison}, "weeks": 2}`)));
      await attempt(() => lab.seek(key));
      await attempt(() => lab.setAttribute("sample", key));
      await attempt(() => lab.setAttribute("lang", key));
      await attempt(() => lab.setAttribute("lesson", key));
    }
    return { answers, isOn: {}.isOn, texts: String({}), lang: (await lab.getState()).lang, weeks: (await lab.getScenario()).weeks };
  }, scenario);
  expect(outcomes.isOn).toBeUndefined();
  expect(outcomes.texts).toBe("[object Object]");
  expect(outcomes.lang).toBe("en");
  expect(outcomes.weeks).toBe(2);
  for (const answer of outcomes.answers) expect(answer).not.toMatch(/undefined|is not a function|unreachable|RuntimeError/);
});

test("what is nested without end, or huge, is refused with a sentence and changes nothing", async ({ page }) => {
  await openLab(page, "?weeks=2");
  const before = await call(page, "getScenario");
  const refused = (make) => page.locator("delivery-lab").evaluate(async (lab, source) => {
    const began = performance.now();
    const message = await (source === "object" ? lab.setScenario(globalThis.deep("{}")) : source === "state" ? lab.setState({ version: 1, scenario: globalThis.deep("[]") })
      : source === "text" ? lab.setScenario("[".repeat(2_000_000)) : source === "keys" ? lab.setScenario('{"a":'.repeat(200_000))
      : source === "link" ? lab.openLink(`#s=1${"A".repeat(8_000_000)}`).then((isOpen) => `opened: ${isOpen}`)
      : lab.seek("9".repeat(5_000_000))).then(() => "took it", (error) => error.message);
    return { message: source === "link" ? message : message.slice(0, 400), took: performance.now() - began };
  }, make);
  await page.evaluate(() => {
    globalThis.deep = (kind) => {
      let value = 1;
      for (let level = 0; level < 100_000; level += 1) value = kind === "[]" ? [value] : { a: value };
      return value;
    };
  });
  for (const source of ["object", "state", "text", "keys", "seek"]) {
    const { message } = await refused(source);
    expect(message, source).toMatch(/^[A-Z“].*\.?$/s);
    expect(message, source).not.toMatch(/took it|RangeError|RuntimeError|unreachable/);
  }
  await refused("link");
  for (const [name, text] of [["deep.lab.json", "[".repeat(1_000_000)], ["deep.lesson.json", '{"lessons":'.repeat(100_000)], ["deep.json", '{"a":['.repeat(300_000)]]) {
    await drop(page, name, Buffer.from(text));
    await expect(page.locator("delivery-lab .notice").filter({ hasText: name })).toBeVisible();
  }
  expect(await call(page, "getScenario")).toEqual(before);
  await expect(page.locator("delivery-lab .breakdown")).toHaveCount(0);
});

test("marks that turn the direction of text do so in a name and nowhere else", async ({ page }) => {
  await watch(page);
  await openLab(page);
  const turned = "a\u202Egpj.b\u2067c\u061Cd";
  await drop(page, `${turned}.mp4`, Buffer.from("x"));
  const message = notice(page, "cannotOpen");
  await expect(message).toBeVisible();
  /** Where words of the sentence around the name stand, in the order in which they are read. */
  const places = await message.locator("strong").evaluate((strong) => {
    const text = strong.firstChild;
    const after = text.data.indexOf(" was not opened");
    return ["was", "not", "opened"].map((word) => {
      const range = document.createRange();
      const at = text.data.indexOf(word, after);
      range.setStart(text, at);
      range.setEnd(text, at + word.length);
      const { left, top } = range.getClientRects()[0];
      return Math.round(top) * 10_000 + left;
    });
  });
  expect(places).toEqual([...places].sort((a, b) => a - b));
  const scenario = await call(page, "getScenario");
  scenario.name = `${turned}`;
  scenario.workflow.activities[0].label = `${turned} End`;
  await call(page, "setScenario", scenario);
  await tab(page, "Build").click();
  // What stands beside a name stays where it is: the buttons of the top bar from left to right.
  const lefts = await page.getByRole("group", { name: "Mode", exact: true }).getByRole("button").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().left));
  expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
});

test.describe("what the policy refuses", () => {
  test.use({ mayComplain: true });

  for (const address of ["/", "/embed.html", "/delivery-lab.html"]) {
    test(`scripts that are not the page's own (${address})`, async ({ page }) => {
      test.setTimeout(120_000);
      await watch(page);
      await page.goto(address);
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => refused), "in ordinary use").toEqual([]);
      await page.evaluate(async () => {
        const add = (name, fields = {}, attributes = {}) => {
          const element = Object.assign(document.createElement(name), fields);
          for (const [key, value] of Object.entries(attributes)) {
            try {
              element.setAttribute(key, value);
            } catch {
              // Trusted Types have refused it before the policy could.
            }
          }
          document.body.append(element);
          return element;
        };
        const attempts = [
          () => add("script", { textContent: "globalThis.harmed = 'inline'" }),
          () => add("script", {}, { src: "https://elsewhere.invalid/a.js" }),
          () => add("script", {}, { src: "data:text/javascript,globalThis.harmed='data'" }),
          () => add("button", {}, { onclick: "globalThis.harmed = 'handler'" }).click(),
          () => add("a", { href: "javascript:globalThis.harmed='address'" }).click(),
          () => add("iframe", {}, { srcdoc: "<script>parent.harmed = 'srcdoc'</script>" }),
          () => add("object", { data: "https://elsewhere.invalid/a.swf" }),
          () => add("base", { href: "https://elsewhere.invalid/" }),
          () => add("form", { action: "https://elsewhere.invalid/", method: "post" }).submit(),
          () => import("https://elsewhere.invalid/a.js"),
          () => import("data:text/javascript,globalThis.harmed='module'"),
          () => new Worker("data:text/javascript,1"),
          () => new Worker(URL.createObjectURL(new Blob(["1"]))),
        ];
        for (const attempt of attempts) {
          try {
            await attempt();
          } catch {
            // Refused at once.
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 500));
      });
      expect(await page.evaluate(() => globalThis.harmed)).toBeUndefined();
      expect(new URL(page.url()).pathname).toBe(address);
      const directives = new Set(await page.evaluate(() => refused.map((line) => line.split(" ")[0])));
      expect([...directives].sort()).toEqual(["base-uri", "form-action", "require-trusted-types-for", "script-src-elem"]);
    });
  }
});
