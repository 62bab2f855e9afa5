// bpmn-js with its token simulation: as many tokens on each flow as Delivery Lab shows on a transition.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import tokenSimulation from "bpmn-js-token-simulation/lib/viewer";
import { file } from "../canvas/bpmn.mjs";

/** How many tokens are on a flow at a time. */
const ON_EACH = 3;

let viewer;

/** Shows the viewer. */
export async function start() {
  const container = document.createElement("div");
  document.body.append(container);
  viewer = new NavigatedViewer({ container, additionalModules: [tokenSimulation] });
}

/** Opens a diagram of this many tasks; on each flow tokens travel, and each that arrives sets out anew. */
export async function play(count) {
  await viewer.importXML(file(count));
  viewer.get("canvas").zoom(1);
  const animation = viewer.get("animation");
  const scope = { element: viewer.get("canvas").getRootElement() };
  const flows = viewer.get("elementRegistry").filter((one) => one.waypoints !== undefined);
  for (const flow of flows) {
    const again = () => animation.animate(flow, scope, again);
    for (let number = 0; number < ON_EACH; number += 1) setTimeout(again, number * 250);
  }
}

/** What the tokens are painted on. */
export const find = () => document.querySelector(".bts-animation-tokens");

/** Whether something is painted there. */
export const isPainted = () => find()?.children.length > 0;
