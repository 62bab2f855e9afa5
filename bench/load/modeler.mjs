// bpmn-js to draw with, with its token simulation and the signs of its palette: it builds and simulates, as the lab does.
import "bpmn-js/dist/assets/bpmn-font/css/bpmn.css";
import Modeler from "bpmn-js/lib/Modeler";
import tokenSimulation from "bpmn-js-token-simulation";
import { show } from "./tasks.mjs";

await show(Modeler, [tokenSimulation]);
