// What the pages of bpmn-js share: their styles, and a diagram with a task for each activity.
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js-token-simulation/assets/css/bpmn-js-token-simulation.css";
import { file } from "../canvas/bpmn.mjs";
import { COUNT, place } from "./diagram.mjs";

/** Shows the diagram in a viewer or modeler with these additional modules. */
export async function show(Kind, additionalModules) {
  const shown = new Kind({ container: place(), additionalModules });
  await shown.importXML(file(COUNT));
  shown.get("canvas").zoom("fit-viewport", "auto");
}
