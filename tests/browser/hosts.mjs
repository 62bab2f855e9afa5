// Other people's servers: each has an origin of its own, passes the lab on under /lab/ with the headers it is told, and serves pages around it.
import { createServer } from "node:http";

/**
 * Starts a server on this machine. `labHeaders` go out with every file of the lab; `pages` are texts by name, or `{html, headers}`.
 * Gives its origin, a way to add pages, and what stops it.
 */
export async function startHost({ labHeaders = {}, pages = {}, name = "127.0.0.1" } = {}) {
  const served = new Map(Object.entries(pages));
  const asked = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://host/").pathname;
    asked.push(path);
    const reply = path.startsWith("/lab/") ? lab(path, labHeaders) : page(served.get(path.slice(1)));
    reply.then(({ status, headers, body }) => response.writeHead(status, headers).end(body), (error) => response.writeHead(502).end(String(error)));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://${name}:${server.address().port}`,
    /** The paths that were asked for so far. */
    asked,
    put: (path, text) => served.set(path, text),
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

/** A page that attaches the frame in it by host.js: `lab` is its controller, `heard` what the lab said. */
export function hostPage(frame, { style = "", nonce = "", attach = "{}" } = {}) {
  const given = nonce && ` nonce="${nonce}"`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page around the lab</title><link rel="icon" href="data:,">
    <style${given}>body { margin: 0 } iframe { display: block; border: 0; width: 960px; height: 540px } ${style}</style>
    ${frame}
    <script type="module"${given}>
      import { attach } from "/lab/host.js";
      globalThis.heard = [];
      const frame = document.querySelector("iframe");
      for (const name of ["ready", "changed", "run", "lesson-progress", "lesson-completed", "error"]) {
        frame.addEventListener("delivery-lab-" + name, ({ detail }) => heard.push([name, detail]));
      }
      globalThis.lab = attach(frame, ${attach});
    </script></html>`;
}

async function lab(path, headers) {
  const answer = await fetch(new URL(path.slice("/lab".length), process.env.BASE_URL));
  const own = { "content-type": answer.headers.get("content-type"), "cache-control": "no-store", "x-content-type-options": "nosniff" };
  return { status: answer.status, headers: { ...own, ...headers }, body: Buffer.from(await answer.arrayBuffer()) };
}

async function page(text) {
  if (text === undefined) return { status: 404, headers: { "content-type": "text/plain" }, body: "There is no such page." };
  const { html, headers = {} } = typeof text === "string" ? { html: text } : text;
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8", ...headers }, body: html };
}
