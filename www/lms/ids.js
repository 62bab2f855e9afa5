// Identifiers of statements: random ones, and ones that the same words always give again. Pure but for the chance.

const AS_UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** A random UUID, also where the page came without encryption and has no `randomUUID`. */
export function randomUuid() {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  return uuidOfBytes(crypto.getRandomValues(new Uint8Array(16)), 4);
}

/**
 * The UUID that the same words always give. A statement that may be there once has such an id: a store keeps one
 * statement of an id, so it stays one even if the page died before it learnt that it had been taken.
 * @param {...string} words
 */
export function uuidOf(...words) {
  return uuidOfBytes(sha1(new TextEncoder().encode(words.join("\n"))), 5);
}

/** Whether a text is a UUID. */
export function isUuid(text) {
  return typeof text === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function uuidOfBytes(bytes, version) {
  const own = bytes.slice(0, 16);
  own[6] = (own[6] & 0x0f) | (version << 4);
  own[8] = (own[8] & 0x3f) | 0x80;
  const digits = Array.from(own, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(AS_UUID, "$1-$2-$3-$4-$5");
}

/**
 * SHA-1, which is what a UUID of version 5 is made by; nothing is kept secret by it. Written out because browsers
 * offer theirs only to pages that came with encryption.
 */
function sha1(bytes) {
  const words = new Uint32Array(((bytes.length + 8 >> 6) + 1) * 16);
  bytes.forEach((byte, at) => (words[at >> 2] |= byte << (24 - (at % 4) * 8)));
  words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
  words[words.length - 1] = bytes.length * 8;
  const sum = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (let start = 0; start < words.length; start += 16) addBlock(sum, words.subarray(start, start + 16));
  return Uint8Array.from({ length: 20 }, (_, at) => sum[at >> 2] >>> (24 - (at % 4) * 8));
}

function addBlock(sum, block) {
  const turned = (word, by) => (word << by) | (word >>> (32 - by));
  const spread = new Uint32Array(80);
  let [a, b, c, d, e] = sum;
  for (let at = 0; at < 80; at += 1) {
    spread[at] = at < 16
      ? block[at]
      : turned(spread[at - 3] ^ spread[at - 8] ^ spread[at - 14] ^ spread[at - 16], 1);
    const [mixed, constant] = [
      [(b & c) | (~b & d), 0x5a827999],
      [b ^ c ^ d, 0x6ed9eba1],
      [(b & c) | (b & d) | (c & d), 0x8f1bbcdc],
      [b ^ c ^ d, 0xca62c1d6],
    ][Math.floor(at / 20)];
    [a, b, c, d, e] = [(turned(a, 5) + mixed + e + constant + spread[at]) | 0, a, turned(b, 30), c, d];
  }
  [a, b, c, d, e].forEach((word, at) => (sum[at] = (sum[at] + word) | 0));
}
