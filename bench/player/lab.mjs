// Delivery Lab in Play mode: the whole element, with the comparison, the counts and the timeline that follow.
import { drawing } from "./drawing.mjs";
import { painted } from "./seen.mjs";
import { DeliveryLabElement } from "/lab/element.js";

/** Hours of the day, each a launch, so that a week a second has some tokens on every transition at any time. */
const TIMES = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);
const SCHEDULE = { frequency: { type: "severalTimesADay", times: TIMES } };

const TEMPLATE = { name: "letter", label: "Letter", creative: { subject: "Letter", body: "Text.", links: [] } };

/** A chain begins with a schedule and a query, and then passes the population on; the first ends in a delivery. */
function settings(at, column, isLast) {
  if (column === 0) return { type: "scheduler", schedule: SCHEDULE };
  if (column === 1) return { type: "query", condition: { all: [] } };
  if (!isLast) return { type: "fork" };
  return at === column ? { type: "continuousDelivery", template: TEMPLATE.name } : { type: "end" };
}

function file(count) {
  const { activities, links, isLast } = drawing(count);
  return JSON.stringify({
    format: "delivery-lab/scenario", version: 2, name: `${count} activities`, start: "2026-01-05", weeks: 6, seed: 1,
    population: { source: "generated", size: 10 }, templates: [TEMPLATE],
    workflow: {
      activities: activities.map(({ name, column, x, y }, at) => (
        { name, label: `Activity ${at}`, x, y, settings: settings(at, column, isLast(at)) }
      )),
      transitions: links.map(([from, to]) => ({ from: activities[from].name, to: activities[to].name })),
    },
  });
}

let lab;
const all = (selector) => [...lab.shadowRoot.querySelectorAll(selector)];

/** Shows the player. */
export async function start() {
  customElements.define("delivery-lab", DeliveryLabElement);
  lab = document.createElement("delivery-lab");
  lab.setAttribute("mode", "play");
  lab.setAttribute("lang", "en");
  document.body.append(lab);
}

/** Opens a workflow of this many activities and plays a week a second: tokens are on every transition. */
export async function play(count) {
  const start = performance.now();
  await lab.setScenario(file(count));
  await painted(start, () => lab.getReport() !== undefined && all(".running").length === 0 && all("[data-place], .card").length >= count);
  const drawing = all(".workflow-views button")[0];
  if (drawing.getAttribute("aria-pressed") === "false") drawing.click();
  await painted(start, () => all(".tokens canvas").length === 1);
  const speed = all(".transport select").at(-1);
  speed.value = speed.options[1].value;
  speed.dispatchEvent(new Event("change", { bubbles: true }));
  await lab.play();
}

/** A schedule once a week, everybody, and one delivery whose log gets all their rows. */
function everybody(people) {
  return JSON.stringify({
    format: "delivery-lab/scenario", version: 2, name: "Many rows", start: "2026-01-05", weeks: 52, seed: 1,
    population: { source: "generated", size: people }, templates: [TEMPLATE],
    workflow: {
      activities: [
        { name: "s", label: "Every week", x: 0, y: 0, settings: { type: "scheduler", schedule: { frequency: { type: "weekly", start: "09:00", days: ["monday"] } } } },
        { name: "q", label: "Everybody", x: 300, y: 0, settings: { type: "query", condition: { all: [] } } },
        { name: "d", label: "Letter", x: 600, y: 0, settings: { type: "continuousDelivery", template: TEMPLATE.name } },
      ],
      transitions: [{ from: "s", to: "q" }, { from: "q", to: "d" }],
    },
  });
}

/** Opens the log of a delivery with at least so many rows, after a year; gives how many it has. */
export async function openRows(least) {
  lab.setAttribute("mode", "compare");
  await lab.setScenario(everybody(Math.ceil((least / 52) * 1.25)));
  const { totals } = await lab.run();
  const start = performance.now();
  await painted(start, () => all(".row-button").length > 0);
  all(".row-button")[0].click();
  await painted(start, () => all(".log-table tbody tr").length >= 25);
  return totals.broad_logs;
}

/** Turns the page: forward from the beginning, back from the end, after twenty pages to the other; gives the row on top. */
export function turn(number) {
  const shown = all(".log-table tbody tr")[0]?.getAttribute("aria-rowindex");
  // The dashboard above has a pager of its own.
  const [first, previous, next, last] = all(".logs .pager button").slice(-4);
  const isForward = Math.floor(number / 20) % 2 === 0;
  if (number % 20 < 19) (isForward ? next : previous).click();
  else (isForward ? last : first).click();
  return shown;
}

/** What the tokens are painted on. */
export const find = () => all(".tokens canvas")[0];

/** Whether something is painted there. */
export function isPainted() {
  const canvas = find();
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value !== 0);
}
