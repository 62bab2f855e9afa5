// React Flow: its own nodes and step edges, with the state hooks of its first example.
import { createElement } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Controls, MarkerType, MiniMap, ReactFlow, useEdgesState, useNodesState } from "@xyflow/react";
import { CARD, drawing } from "./drawing.mjs";
import { painted } from "./seen.mjs";

let state;
let instance;

function Canvas() {
  const [nodes, setNodes, onNodesChange] = useNodesState([]);
  const [edges, setEdges, onEdgesChange] = useEdgesState([]);
  state = { setNodes, setEdges };
  const onInit = (made) => { instance = made; };
  const props = { nodes, edges, onNodesChange, onEdgesChange, onInit, minZoom: 0.1 };
  return createElement(ReactFlow, props, createElement(Controls), createElement(MiniMap));
}

/** Shows the canvas with a small drawing. */
export async function start() {
  const container = document.createElement("div");
  document.body.append(container);
  flushSync(() => createRoot(container).render(createElement(Canvas)));
  await painted(performance.now(), () => instance !== undefined);
  await open(2);
}

/** Opens a drawing; gives the milliseconds until it is painted. */
export async function open(count) {
  const { activities, links } = drawing(count);
  const nodes = activities.map(({ name, x, y }, at) => ({
    id: name, position: { x, y }, data: { label: `Activity ${at}` }, style: CARD,
    sourcePosition: "right", targetPosition: "left",
  }));
  const edges = links.map(([from, to]) => ({
    id: `e${to}`, source: activities[from].name, target: activities[to].name, type: "smoothstep",
    markerEnd: { type: MarkerType.ArrowClosed },
  }));
  const start = performance.now();
  state.setNodes(nodes);
  state.setEdges(edges);
  const drawn = () => document.querySelectorAll(".react-flow__edge").length === edges.length;
  // It draws edges only when it has measured the nodes, and only then can it fit them.
  await painted(start, () => find().activities.length === count && drawn());
  await instance.fitView();
  return painted(start, drawn);
}

/** The canvas, and the activities on it in their order. */
export function find() {
  const canvas = document.querySelector(".react-flow");
  const order = (one) => Number(one.dataset.id.slice(1));
  const activities = [...canvas.querySelectorAll(".react-flow__node")];
  return { canvas, activities: activities.sort((a, b) => order(a) - order(b)) };
}
