// bpmn-js: its modeler with everything that it comes with, a task for each activity.
import { CARD, drawing } from "./drawing.mjs";
import { painted } from "./seen.mjs";

/** A BPMN 2.0 file with the shapes and the corners of the flows. */
export function file(count) {
  const { activities, links } = drawing(count);
  const tasks = activities.map(({ name }, at) => `<task id="${name}" name="Activity ${at}" />`);
  const flows = links.map(
    ([from, to]) => `<sequenceFlow id="f${to}" sourceRef="${activities[from].name}" targetRef="${activities[to].name}" />`,
  );
  const shapes = activities.map(
    ({ name, x, y }) => `<bpmndi:BPMNShape id="s-${name}" bpmnElement="${name}">
      <dc:Bounds x="${x}" y="${y}" width="${CARD.width}" height="${CARD.height}" /></bpmndi:BPMNShape>`,
  );
  const edges = links.map(([from, to]) => {
    const [one, two] = [activities[from], activities[to]];
    const [left, right] = [one.x + CARD.width, two.x];
    const [above, below] = [one.y, two.y].map((y) => y + CARD.height / 2);
    const corners = [[left, above], [(left + right) / 2, above], [(left + right) / 2, below], [right, below]];
    const points = corners.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join("");
    return `<bpmndi:BPMNEdge id="e${to}" bpmnElement="f${to}">${points}</bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
      xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
      xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="all" targetNamespace="http://bpmn.io/schema/bpmn">
      <process id="process">${tasks.join("")}${flows.join("")}</process>
      <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="process">
        ${shapes.join("")}${edges.join("")}
      </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
    </definitions>`;
}

let modeler;

/** Shows the canvas with a small drawing. */
export async function start() {
  const script = Object.assign(document.createElement("script"), { src: "/vendor/bpmn-modeler.production.min.js" });
  await new Promise((resolve, reject) => {
    Object.assign(script, { onload: resolve, onerror: reject });
    document.head.append(script);
  });
  const container = document.createElement("div");
  document.body.append(container);
  modeler = new globalThis.BpmnJS({ container });
  await open(2);
}

/** Opens a drawing; gives the milliseconds until it is painted. */
export async function open(count) {
  const text = file(count);
  const start = performance.now();
  await modeler.importXML(text);
  modeler.get("canvas").zoom("fit-viewport", "auto");
  return painted(start, () => find().activities.length === count);
}

/** The canvas, and the activities on it in their order. */
export function find() {
  const canvas = document.querySelector(".djs-container");
  const order = (one) => Number(one.dataset.elementId.slice(1));
  const activities = [...canvas.querySelectorAll(".djs-shape[data-element-id^=a]")];
  return { canvas, activities: activities.sort((a, b) => order(a) - order(b)) };
}
