// What all diagrams share: the page they fill, and how many activities there are, as in the lab's first scenario.
import "./page.css";

export const COUNT = 5;

/** An empty place for a diagram on the page. */
export function place() {
  const container = document.createElement("div");
  document.body.append(container);
  return container;
}
