// Has the wasm fetched while the scripts that will ask for it are still on their way. Only the site's own page has it.
import { painted } from "./patience.js";

// Behind a poster the lab is fetched when somebody starts it. What the page says of itself is painted first, as it needs so little.
if (!new URLSearchParams(location.search).has("poster")) painted().then(fetchWasm);

function fetchWasm() {
  const link = document.createElement("link");
  const href = new URL("./delivery_lab_bg.wasm", import.meta.url).href;
  document.head.append(Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
}
