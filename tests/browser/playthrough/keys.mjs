// The hand that has no pointer at all, and what it means that the focus can be seen.
import { expect } from "../lab.mjs";
import * as names from "../names.mjs";
import { addButton, card, dialog, Mouse } from "./hands.mjs";

/** Keys alone. */
export class Keys extends Mouse {
  constructor(page) {
    super(page);
    this.keyboard = page.keyboard;
  }

  async press(target) {
    const kind = await target.evaluate((element) => element.getAttribute("role") ?? element.type ?? element.localName);
    if (kind === "tab" || kind === "radio") {
      await this.reach(target);
      await this.along(target, kind === "tab" ? "ArrowRight" : "ArrowDown");
      if (kind === "radio" && !(await target.isChecked())) await this.keyboard.press("Space");
    } else {
      await this.reach(target);
      await this.keyboard.press(kind === "checkbox" ? "Space" : "Enter");
    }
    await this.kept();
  }

  async write(target, text) {
    await this.reach(target);
    if ((await target.getAttribute("type")) === "date") {
      // In which order the browser wants day and month it shows, but does not tell.
      const [year, month, day] = text.split("-");
      for (const typed of [`${month}${day}${year}`, `${day}${month}${year}`]) {
        for (let part = 0; part < 4; part += 1) await this.keyboard.press("ArrowLeft");
        // A date is applied as soon as it is whole, so the page draws while it is typed: as fast as a person, no faster.
        for (const digit of typed) {
          await this.keyboard.press(digit);
          await target.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
        }
        if ((await target.inputValue()) === text) break;
      }
    } else {
      await this.keyboard.press("ControlOrMeta+a");
      await this.keyboard.type(text);
    }
    await expect(target).toHaveValue(text);
    await this.keyboard.press("Tab");
    await this.kept();
  }

  /** By arrows: what is typed into a list goes elsewhere where the page draws between two letters. */
  async choose(target, label) {
    await this.reach(target);
    const places = (list, label) => [list.selectedIndex, [...list.options].findIndex(({ text }) => text.trim() === label)];
    const [, wanted] = await target.evaluate(places, label);
    expect(wanted, `“${label}” is in the list`).toBeGreaterThanOrEqual(0);
    for (;;) {
      const [now] = await target.evaluate(places, label);
      if (now === wanted) break;
      const next = now + Math.sign(wanted - now);
      await this.keyboard.press(next > now ? "ArrowDown" : "ArrowUp");
      await expect.poll(() => target.evaluate((list) => list.selectedIndex)).toBe(next);
      expect(await isFocused(target), "the list keeps the focus").toBe(true);
    }
    await this.kept();
  }

  async open(title) {
    await this.goTo(title);
    await this.keyboard.press("Enter");
    await expect(names.inspector(this.page).getByRole("heading").first()).toHaveText(title);
    await this.kept();
  }

  async add(kind, { after } = {}) {
    if (after) {
      await this.goTo(after);
      await this.keyboard.press("a");
    } else {
      await this.press(addButton(this.page));
    }
    await expect(dialog(this.page).getByRole("combobox")).toBeFocused();
    await this.keyboard.type(kind);
    const first = dialog(this.page).getByRole("option", { selected: true });
    await expect(first).toHaveAccessibleName(new RegExp(`^${kind}`));
    await this.keyboard.press("Enter");
    await expect(dialog(this.page)).toHaveCount(0);
    await this.kept();
  }

  async connect(from, to) {
    await this.goTo(from);
    await this.keyboard.press("c");
    await expect(this.page.locator(".b-card.is-source")).toHaveCount(1);
    const aimed = this.page.locator(".b-card.is-aimed");
    const here = async () => ((await aimed.count()) > 0 ? aimed : this.page.locator(".b-card.is-source"));
    await this.steer(card(this.page, to), here, async () => /is-aimed/.test(await card(this.page, to).getAttribute("class")));
    await this.keyboard.press("Enter");
    await this.kept();
  }

  async remove(title) {
    await this.goTo(title);
    // What has the focus need not be chosen.
    if ((await card(this.page, title).getAttribute("aria-pressed")) !== "true") await this.keyboard.press("Space");
    await expect(card(this.page, title)).toHaveAttribute("aria-pressed", "true");
    await this.keyboard.press("Delete");
    await this.kept();
  }

  /** Goes to a card of the drawing: by Tab into it, by arrows along the transitions. */
  async goTo(title) {
    const target = card(this.page, title);
    await this.reach(target);
    await this.steer(target, async () => this.page.locator(".b-card:focus"), () => isFocused(target));
  }

  /** Presses arrows towards a card until it is the one that is meant. */
  async steer(target, from, isThere) {
    let tried = "";
    for (let press = 0; press < 12; press += 1) {
      if (await isThere()) return;
      const a = await (await from()).boundingBox();
      const b = await target.boundingBox();
      const [x, y] = [b.x - a.x, b.y - a.y];
      const across = x > 0 ? "ArrowRight" : "ArrowLeft";
      const down = y > 0 ? "ArrowDown" : "ArrowUp";
      const best = Math.abs(x) > Math.abs(y) ? [across, down] : [down, across];
      const next = best[0] === tried ? best[1] : best[0];
      await this.keyboard.press(next);
      const c = await (await from()).boundingBox();
      tried = a.x === c.x && a.y === c.y ? next : "";
    }
    throw new Error("the arrows do not lead to the card");
  }

  /** Presses an arrow until the focus is on the target. */
  async along(target, arrow) {
    for (let press = 0; press < 12 && !(await isFocused(target)); press += 1) await this.keyboard.press(arrow);
    expect(await isFocused(target), "reached by the arrows").toBe(true);
  }

  /** Presses Tab, or Shift and Tab, until the focus is on the target or on what leads to it by arrows. */
  async reach(target) {
    await expect(target).toBeVisible();
    for (let round = 0; round < 40; round += 1) {
      const steps = await target.evaluate(distance);
      if (steps === 0) return this.seen();
      const press = steps > 0 ? "Tab" : "Shift+Tab";
      for (let step = 0; step < Math.abs(steps); step += 1) await this.keyboard.press(press);
    }
    throw new Error(`not reached by Tab: ${await target.evaluate((element) => element.outerHTML.slice(0, 200))}`);
  }

  /** The focus is somewhere: what was pressed has not taken it along. */
  async kept() {
    const isSomewhere = () => Boolean(document.querySelector("delivery-lab").shadowRoot.activeElement);
    await expect.poll(() => this.page.evaluate(isSomewhere), "the focus is not lost").toBe(true);
  }

  /** What has the focus is not hidden altogether behind something else. */
  async seen() {
    await expect.poll(() => this.page.evaluate(covered), "the focus is in sight").toBe("");
  }
}

const isFocused = (target) => target.evaluate((element) => element.getRootNode().activeElement === element);

/** In the page: how many presses of Tab lie between the focus and an element, less than none where it lies before. */
function distance(target) {
  const root = target.getRootNode();
  const room = root.querySelector("dialog:modal") ?? root;
  const all = [...room.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const isStop = (one) => {
    if (one.tabIndex < 0 || one.matches(":disabled") || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== "radio") return true;
    const group = all.filter((other) => other.type === "radio" && other.name === one.name && !other.matches(":disabled"));
    return (group.find((other) => other.checked) ?? group[0]) === one;
  };
  const stops = all.filter(isStop);
  const group = target.closest("[role=tablist], [role=application]") ?? target;
  const isChoice = (one) => one.type === "radio" && target.type === "radio" && one.name === target.name;
  const own = (one) => one === target || isChoice(one) || (group !== target && group.contains(one));
  const there = stops.findIndex(own);
  const active = root.activeElement;
  if (there < 0) throw new Error(`not a stop: ${target.outerHTML.slice(0, 200)}`);
  if (active && own(active)) return 0;
  const here = stops.indexOf(active);
  if (here >= 0) return there - here;
  // The focus is on something that Tab does not stop at, or nowhere: count from where it lies.
  if (!active) return there + 1;
  const after = stops.findIndex((one) => active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (after < 0) return there - stops.length;
  return there >= after ? there - after + 1 : there - after;
}

/** In the page: what has the focus where all of it lies behind something else; nothing where a part can be seen. */
export function covered() {
  const { shadowRoot } = document.querySelector("delivery-lab");
  const active = shadowRoot.activeElement;
  if (!active || active.matches("[role=application]")) return "";
  const { left, right, top, bottom } = active.getBoundingClientRect();
  const at = (share, from, to) => from + (to - from) * share;
  const shares = [0.1, 0.5, 0.9];
  const points = shares.flatMap((x) => shares.map((y) => [at(x, left, right), at(y, top, bottom)]));
  const labels = [...(active.labels ?? [])];
  const isOwn = (hit) => hit && (active.contains(hit) || labels.some((label) => label.contains(hit)));
  return points.some(([x, y]) => isOwn(shadowRoot.elementFromPoint(x, y))) ? "" : active.outerHTML.slice(0, 200);
}
