// The package delivery-lab: the class of the element, and its definition under a name.
import { DeliveryLabElement } from "./element.js";

export { DeliveryLabElement, LANGUAGES, OPTIONS } from "./element.js";
export { configure } from "./parts.js";

const NAME = "delivery-lab";

/** Defines the element where there are elements and the name is free; tells whether the name is the lab's. */
export function define(name = NAME) {
  const registry = globalThis.customElements;
  if (!registry) return false; // A page that is made on a server; the browser defines it.
  if (!registry.get(name)) {
    // A class is defined once, so each other name takes one of its own.
    registry.define(name, name === NAME ? DeliveryLabElement : class extends DeliveryLabElement {});
  }
  const found = registry.get(name);
  return found === DeliveryLabElement || found.prototype instanceof DeliveryLabElement;
}
