// Defines <delivery-lab> if the name is free, and on the app page hands it the query string's options.
import { DeliveryLabElement, OPTIONS } from "./element.js";

// Before the definition, so that the element mounts once with everything it was asked for.
const asked = new URLSearchParams(location.search);
for (const lab of document.querySelectorAll('delivery-lab[data-options="query"]')) {
  for (const name of OPTIONS) {
    if (asked.has(name)) lab.setAttribute(name, asked.get(name));
  }
}

if (!customElements.get("delivery-lab")) customElements.define("delivery-lab", DeliveryLabElement);
