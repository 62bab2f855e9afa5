// Keeps the site for use without a network: a version at a time, whole or not at all. Beside index.html as `sw.js`.
// The build fills in what the site has (`cargo xtask build`; after a change by hand, `cargo xtask offline FOLDER`).
//
// Files are kept by their content, so an update fetches only what has changed, and every tab goes on with the
// version that it was opened with. A new version waits until the reader wants it, or has closed the last tab.
// To switch all this off for good, put `sw-off.js` in the place of `sw.js`: each reader's browser asks for `sw.js` at
// every visit, finds that one, and forgets what it has kept. Taking `sw.js` away is not enough.

/** The version of the list below; equal lists have equal versions. */
const VERSION = "";
/** What is kept: paths from this file, each with the first 16 digits of the file's SHA-256. */
const FILES = {};

/** Where the site is, with a slash at the end. Several sites may be on one server, so all names begin with it. */
const SITE = self.registration.scope;
const STORE = `delivery-lab ${SITE}`;
const START = "index.html";

const fileKey = (path, hash) => `${SITE}${path}?content=${hash}`;
const listKey = (version) => `${SITE}sw.js?list=${version}`;
const TABS_KEY = `${SITE}sw.js?tabs`;

/** What the browser would otherwise have to guess, or a server may tell wrongly. */
const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};
/** Headers about the way that a file came, which say nothing true about the copy. */
const OF_THE_WAY = ["content-encoding", "content-length", "transfer-encoding", "vary", "set-cookie"];

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => {
  if (data?.type === "delivery-lab-take-over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path === undefined) return;
  event.respondWith(answer(event.request, path, event.clientId));
});

/** Fetches what is not kept yet. Fails as a whole, and then the version before stays; the browser tries again. */
async function install() {
  const store = await caches.open(STORE);
  const outcomes = await Promise.allSettled(Object.entries(FILES).map(([path, hash]) => take(store, path, hash)));
  const failed = outcomes.find(({ reason }) => reason);
  if (failed) {
    console.info(`Delivery Lab is not kept for use offline: ${failed.reason.message}`);
    throw failed.reason;
  }
  // Last, so that a list means that all of it is there.
  await store.put(listKey(VERSION), json(FILES));
}

/** Takes over from the version before, whose tabs it goes on serving with their own files. */
async function activate() {
  const store = await caches.open(STORE);
  const before = await readTabs(store);
  const isFirst = before.version === undefined;
  const open = await self.clients.matchAll();
  const tabs = {};
  for (const { id } of open) {
    const version = before.tabs[id] ?? before.version;
    if (version !== undefined && version !== VERSION) tabs[id] = version;
  }
  await store.put(TABS_KEY, json({ version: VERSION, tabs }));
  oldTabs = undefined;
  await clean(store, new Set([VERSION, ...Object.values(tabs)]));
  // The very first visit is kept without a reload: it was loaded from the server just now.
  await self.clients.claim();
  if (!isFirst) return;
  for (const client of await self.clients.matchAll({ type: "window" })) client.postMessage({ type: "delivery-lab-kept" });
}

/** The path in the site of what is asked for; nothing where the network shall answer as if there were no worker. */
function pathOf(request) {
  const { origin, pathname, search, href } = new URL(request.url);
  const isNavigation = request.mode === "navigate";
  if (request.method !== "GET" || !href.startsWith(SITE) || origin !== self.location.origin) return undefined;
  // A part of a file is nothing that is kept, and what comes from nowhere but the cache is the browser's own matter.
  if (request.headers.has("range") || (request.cache === "only-if-cached" && request.mode !== "same-origin")) return undefined;
  // The options of a page are in its query; a file with a query is another file.
  if (search && !isNavigation) return undefined;
  const path = pathname.slice(new URL(SITE).pathname.length) || START;
  return !isNavigation || path in FILES ? path : undefined;
}

async function answer(request, path, tab) {
  try {
    const store = await caches.open(STORE);
    const list = request.mode === "navigate" ? FILES : await listOf(store, tab);
    const hash = list[path];
    const kept = hash && (await store.match(fileKey(path, hash)));
    if (kept) return kept;
    // Somebody has emptied the cache by hand: it is mended on the way.
    if (hash && list === FILES) return await take(store, path, hash);
  } catch (error) {
    console.info(error.message);
  }
  return fetch(request);
}

/** The files of the version that a tab was opened with. */
async function listOf(store, tab) {
  oldTabs ??= readTabs(store).then(({ tabs }) => tabs);
  const version = (await oldTabs)[tab];
  const list = version && (await store.match(listKey(version)));
  return list ? list.json() : FILES;
}

/** What `activate` has written of tabs with an earlier version, read once in the life of the worker. */
let oldTabs;

async function readTabs(store) {
  const kept = await store.match(TABS_KEY);
  return kept ? kept.json() : { tabs: {} };
}

/** Makes sure that a file is kept, and gives it. */
async function take(store, path, hash) {
  const key = fileKey(path, hash);
  const kept = await store.match(key);
  if (kept) return kept;
  // What the browser has fetched for the page just now will do; where that is another version, the server is asked.
  for (const cache of ["default", "reload"]) {
    const came = await fetch(`${SITE}${path}`, { cache });
    if (!came.ok) throw new Error(`the server answers ${came.status} for ${path}.`);
    const bytes = await came.arrayBuffer();
    if ((await digest(bytes)) !== hash) continue;
    await store.put(key, copy(came, path, bytes));
    return store.match(key);
  }
  throw new Error(`${path} is not the file that sw.js lists. Half an upload, or was it changed on the way?`);
}

/** A copy without the marks of its way: browsers refuse to open a page from an answer that was redirected. */
function copy(came, path, bytes) {
  const headers = new Headers(came.headers);
  for (const name of OF_THE_WAY) headers.delete(name);
  const type = TYPES[path.split(".").pop()];
  if (type) headers.set("content-type", type);
  return new Response(bytes, { headers });
}

async function digest(bytes) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(sum.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Lets go of what no list of these versions names. */
async function clean(store, versions) {
  // A version that is just being fetched has no list yet; the next one cleans up.
  if (self.registration.installing) return;
  const wanted = new Set([TABS_KEY]);
  for (const version of versions) {
    const list = await store.match(listKey(version));
    if (!list) continue;
    wanted.add(listKey(version));
    for (const [path, hash] of Object.entries(await list.json())) wanted.add(fileKey(path, hash));
  }
  for (const { url } of await store.keys()) if (!wanted.has(url)) await store.delete(url);
}

function json(value) {
  return new Response(JSON.stringify(value), { headers: { "content-type": "application/json" } });
}
