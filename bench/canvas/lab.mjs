// Delivery Lab in Build mode: the whole element, with its inspector, palette and findings.
import { drawing } from "./drawing.mjs";
import { painted } from "./seen.mjs";
import { DeliveryLabElement } from "/lab/element.js";

const SCHEDULE = { frequency: { type: "weekly", start: "09:00", days: ["monday"] } };

/** The settings of the activity of a column: a chain begins with a schedule and a query, and then waits. */
function settings(column, isLast) {
  if (column === 0) return { type: "scheduler", schedule: SCHEDULE };
  if (column === 1) return { type: "query", condition: { all: [] } };
  return isLast ? { type: "end" } : { type: "wait", duration: { count: 1, unit: "days" } };
}

/** A scenario file. Its run is as short as can be: the canvas is what is measured. */
function file(count) {
  const { activities, links, isLast } = drawing(count);
  return JSON.stringify({
    format: "delivery-lab/scenario", version: 2, name: `${count} activities`, start: "2026-01-05", weeks: 1, seed: 1,
    population: { source: "generated", size: 10 }, templates: [],
    workflow: {
      activities: activities.map(({ name, column, x, y }, at) => (
        { name, label: `Activity ${at}`, x, y, settings: settings(column, isLast(at)) }
      )),
      transitions: links.map(([from, to]) => ({ from: activities[from].name, to: activities[to].name })),
    },
  });
}

let lab;

/** Shows the canvas with a small drawing. */
export async function start() {
  customElements.define("delivery-lab", DeliveryLabElement);
  lab = document.createElement("delivery-lab");
  lab.setAttribute("mode", "build");
  lab.setAttribute("lang", "en");
  document.body.append(lab);
  await open(2);
}

/** Opens a drawing; gives the milliseconds until it is painted. */
export async function open(count) {
  const text = file(count);
  const start = performance.now();
  await lab.setScenario(text);
  return painted(start, () => find().activities.length === count);
}

/** The canvas, and the activities on it in their order. */
export function find() {
  const activities = lab.shadowRoot.querySelectorAll("svg [data-activity]");
  const order = (one) => Number(one.dataset.activity.slice(1));
  return { canvas: activities[0]?.closest("svg"), activities: [...activities].sort((a, b) => order(a) - order(b)) };
}
