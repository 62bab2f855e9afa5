// Takes the whole course with one hand, from the list of pieces to the last "Finish".
import { call, expect } from "../lab.mjs";
import * as names from "../names.mjs";
import { SCRIPT } from "./script.mjs";

const panel = (page) => page.getByRole("complementary", { name: "Lesson", exact: true });
const inPanel = (page, name) => panel(page).getByRole("button", { name, exact: true });

/** Takes all pieces, one after the other. */
export async function play(page, hand, { pieces, key, after = async () => {} }) {
  const built = {};
  for (const piece of pieces) {
    const title = new RegExp(`^${escaped(piece.words.title)}`);
    await hand.press(page.getByRole("region", { name: "The pieces" }).getByRole("button", { name: title }));
    for (const [place, step] of piece.steps.entries()) {
      await expect(panel(page).getByText(`Step ${place + 1} of ${piece.steps.length}`, { exact: true })).toBeVisible();
      const name = `${piece.id}/${step.id}`;
      await take(page, hand, name, step, key.get(name));
      if (step.task.type === "build") built[name] = workflowOf(await call(page, "getScenario"));
      await after(name);
      const on = inPanel(page, place + 1 < piece.steps.length ? "Next" : "Finish");
      await expect(on).toBeEnabled();
      await hand.press(on);
    }
    await expect(panel(page)).toHaveCount(0);
  }
  return built;
}

async function take(page, hand, name, { task, words }, solution) {
  if (task.type === "read") return read(page, hand, name, task.until, words);
  if (task.type === "build") {
    await hand.build();
    await SCRIPT[name](page, hand);
    await expect(panel(page).locator(".goal:not(.is-met)"), `${name}: goals that are open`).toHaveCount(0);
    return spoken(page, "All goals are met.", () => hand.press(inPanel(page, "Check my workflow")));
  }
  const { choice, numbers } = solution.answer;
  if (choice !== undefined) await hand.press(panel(page).getByRole("radio").and(page.locator(`[value="${choice}"]`)));
  for (const [place, number] of (numbers ?? []).entries()) {
    await hand.write(panel(page).getByRole("spinbutton").nth(place), String(number));
  }
  if (task.type !== "predict") return spoken(page, "Right.", () => hand.press(inPanel(page, "Answer")));
  await hand.press(panel(page).getByRole("radio", { name: "Sure", exact: true }));
  await hand.press(inPanel(page, "Lock my prediction"));
  await spoken(page, "Right.", () => hand.press(inPanel(page, "To the end")));
}

/** Does what a reading step waits for. */
async function read(page, hand, name, until, words) {
  if (!until) return;
  if (until === "played") {
    const now = inPanel(page, "Next").or(inPanel(page, "Finish"));
    if (!(await names.play(page).isVisible())) throw new Error(`${name}: there is no player`);
    // Where a lesson has little room the speed is the usual one.
    if (await names.speed(page).isVisible()) await hand.choose(names.speed(page), "As fast as possible");
    await hand.press(names.play(page));
    return expect(now, `${name}: played to the end`).toBeEnabled({ timeout: 60_000 });
  }
  if (until === "openedLogs") {
    const title = words.body.join(" ").match(/(?:row \*\*|row of “)([^*”]+)/)?.[1] ?? "";
    return hand.press(page.getByRole("table").getByRole("button", { name: new RegExp(`^Logs of ${escaped(title)}`) }).first());
  }
  if (until.opened) return open(page, hand, until.opened);
  if (until.reached) {
    await hand.build();
    return SCRIPT[name](page, hand);
  }
  throw new Error(`${name} waits for what no hand here can do: ${JSON.stringify(until)}`);
}

/** Goes to a place of the lab. */
async function open(page, hand, place) {
  const name = place[0].toUpperCase() + place.slice(1);
  if (place === "build" || place === "play") return hand.press(names.tab(page, name));
  const compare = names.tab(page, "Compare");
  if ((await compare.getAttribute("aria-pressed")) !== "true") await hand.press(compare);
  const section = names.section(page, name);
  if ((await section.getAttribute("aria-selected")) !== "true") await hand.press(section);
}

/** Does something and waits until a live region that was there before has said it. */
async function spoken(page, words, act) {
  await page.evaluate(() => { globalThis.said = []; });
  await act();
  await expect(panel(page).getByText(words, { exact: true }).first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => globalThis.said.join("\n")), "a live region says it").toContain(words);
}

/** Notes what the live regions of the lab say from now on: only those that were there before they had something to say. */
export async function hear(page) {
  await page.evaluate(() => {
    globalThis.said = [];
    const live = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]";
    const { shadowRoot } = document.querySelector("delivery-lab");
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target.nodeType === Node.TEXT_NODE ? target.parentElement : target)?.closest(live);
        if (region?.isConnected) globalThis.said.push(region.textContent);
      }
    }).observe(shadowRoot, { subtree: true, childList: true, characterData: true });
  });
}

/** What of the progress on the device the key foretells. How sure one was is nobody's but the learner's. */
export async function progress(page) {
  const text = await page.evaluate(() => Object.values(localStorage).find((value) => value.includes('"course"')));
  const { items, visits, attempts } = JSON.parse(text).course;
  return { items, visits, attempts: attempts.map(({ confidence, ...attempt }) => attempt) };
}

function workflowOf({ workflow, templates, interventions }) {
  return { workflow, templates, interventions };
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
