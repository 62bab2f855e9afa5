// Has the wasm fetched while the scripts that will ask for it are still on their way. Only the site's own page has it.

// Behind a poster the lab is fetched when somebody starts it.
if (!new URLSearchParams(location.search).has("poster")) {
  const link = document.createElement("link");
  const href = new URL("./delivery_lab_bg.wasm", import.meta.url).href;
  document.head.append(Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href }));
}
