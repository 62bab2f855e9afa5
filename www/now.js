// Fetches something while the page stands still, for a part of the program that is called before it has come.

/** The bytes at an address, here and now. */
export function bytesNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  // Bytes as characters: a request that is waited for may not ask for bytes.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${address}: ${request.status}`);
  return Uint8Array.from(request.responseText, (sign) => sign.charCodeAt(0));
}
