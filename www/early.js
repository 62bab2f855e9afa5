// Has the wasm fetched while the scripts that will ask for it are still on their way. Only the site's own page has it.
import { wasmEarly } from "./parts.js";
import { painted } from "./patience.js";

// Behind a poster the lab is fetched when somebody starts it. What the page says of itself is painted first, as it needs so little.
if (!new URLSearchParams(location.search).has("poster")) painted().then(wasmEarly);
