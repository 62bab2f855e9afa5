// bpmn-js to look at, with its token simulation: the smallest page that simulates.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import tokenSimulation from "bpmn-js-token-simulation/lib/viewer";
import { show } from "./tasks.mjs";

await show(NavigatedViewer, [tokenSimulation]);
