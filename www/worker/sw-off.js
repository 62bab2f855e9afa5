// Ends the use without a network: in the place of `sw.js` it forgets what was kept, and then itself.

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(forget()));

async function forget() {
  const site = self.registration.scope;
  await caches.delete(`delivery-lab ${site}`);
  // Open tabs go on with what they have and ask the network from now on; they are not reloaded under the reader.
  await self.registration.unregister();
}
