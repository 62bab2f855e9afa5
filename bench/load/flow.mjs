// React Flow: its own nodes and step edges, with controls and map and the state hooks of its first example.
import "@xyflow/react/dist/style.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { Controls, MarkerType, MiniMap, ReactFlow, useEdgesState, useNodesState } from "@xyflow/react";
import { CARD, drawing } from "../canvas/drawing.mjs";
import { COUNT, place } from "./diagram.mjs";

const { activities, links } = drawing(COUNT);
const NODES = activities.map(({ name, x, y }, at) => ({
  id: name, position: { x, y }, data: { label: `Activity ${at}` }, style: CARD, sourcePosition: "right", targetPosition: "left",
}));
const EDGES = links.map(([from, to]) => ({
  id: `e${to}`, source: activities[from].name, target: activities[to].name, type: "smoothstep",
  markerEnd: { type: MarkerType.ArrowClosed },
}));

function Diagram() {
  const [nodes, , onNodesChange] = useNodesState(NODES);
  const [edges, , onEdgesChange] = useEdgesState(EDGES);
  const props = { nodes, edges, onNodesChange, onEdgesChange, fitView: true };
  return createElement(ReactFlow, props, createElement(Controls), createElement(MiniMap));
}

createRoot(place()).render(createElement(Diagram));
