// What a page has fetched: its requests, and how many bytes came until when, with headers and as compressed.

const KINDS = { "text/html": "html", "text/javascript": "scripts", "text/css": "styles", "application/wasm": "wasm" };

/** Follows what a page fetches from now on. */
export async function follow(devtools) {
  const requests = new Map();
  let begin;
  const of = (requestId, use) => requests.has(requestId) && use(requests.get(requestId));
  devtools.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    if (!request.url.startsWith("http")) return;
    begin ??= timestamp;
    requests.set(requestId, { came: [], kind: "others", isOver: false });
  });
  devtools.on("Network.responseReceived", ({ requestId, response, timestamp }) => of(requestId, (request) => {
    request.kind = KINDS[response.mimeType] ?? "others";
    request.came.push([timestamp, response.encodedDataLength]);
  }));
  devtools.on("Network.dataReceived", ({ requestId, encodedDataLength, timestamp }) => of(requestId, (request) => {
    request.came.push([timestamp, encodedDataLength]);
  }));
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) => of(requestId, (request) => {
    // What the pieces did not say yet comes with the last.
    request.came.push([timestamp, encodedDataLength - total([request])]);
    request.isOver = true;
  }));
  devtools.on("Network.loadingFailed", ({ requestId }) => of(requestId, (request) => { request.isOver = true; }));
  await devtools.send("Network.enable");
  const all = () => [...requests.values()];
  return {
    isQuiet: () => all().every(({ isOver }) => isOver),
    count: () => all().filter((request) => total([request]) > 0).length,
    bytes: (kind) => total(all().filter((request) => kind === undefined || request.kind === kind)),
    /** The bytes that came until this many milliseconds after the first request. */
    until: (moment) => total(all(), begin + moment / 1000),
  };
}

function total(requests, until = Infinity) {
  return requests.flatMap(({ came }) => came).reduce((sum, [when, bytes]) => sum + (when <= until ? bytes : 0), 0);
}
