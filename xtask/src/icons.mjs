// Draws the PNG icons of the manifest from icon.svg, which has rectangles with round corners and nothing else.
// Run by hand after a change of the drawing: node xtask/src/icons.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { deflateSync } from "node:zlib";

const FOLDER = new URL("../../www/public/icons/", import.meta.url);
/** The colour behind the drawing where an icon must fill its square: the lab's paper. */
const PAPER = [246, 247, 249, 255];
/** Points a pixel and side, for smooth edges. */
const POINTS = 4;

/** Name, size, the share of the side that the drawing takes, and what is behind it. */
const ICONS = [
  ["icon-192", 192, 1, [0, 0, 0, 0]],
  ["icon-512", 512, 1, [0, 0, 0, 0]],
  // What lies outside the middle 80 % may be cut off to a circle.
  ["maskable-512", 512, 0.56, PAPER],
  ["touch-180", 180, 0.72, PAPER],
];

/** The rectangles of the drawing: `{ x, y, width, height, rx, fill: [r, g, b] }`. */
function read(svg) {
  const number = (tag, name) => Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(tag)[1]);
  let groupFill;
  const rects = [];
  for (const [tag] of svg.matchAll(/<(?:rect|g|\/g)\b[^>]*>/g)) {
    const fill = /fill="#(\w{6})"/.exec(tag)?.[1];
    if (tag.startsWith("<g")) groupFill = fill;
    else if (tag.startsWith("</g")) groupFill = undefined;
    else {
      const [x, y, width, height, rx] = ["x", "y", "width", "height", "rx"].map((name) => number(tag, name));
      rects.push({ x, y, width, height, rx, fill: [0, 2, 4].map((at) => parseInt((fill ?? groupFill).slice(at, at + 2), 16)) });
    }
  }
  return rects;
}

/** Whether a point lies in a rectangle with round corners. */
function has({ x, y, width, height, rx }, px, py) {
  const [dx, dy] = [Math.max(x + rx - px, px - (x + width - rx), 0), Math.max(y + rx - py, py - (y + height - rx), 0)];
  return Math.hypot(dx, dy) <= rx;
}

function draw(rects, size, share, behind) {
  const pixels = Buffer.alloc(size * size * 4);
  const unit = 16 / (size * share);
  const edge = (size * (1 - share)) / 2;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const sum = [0, 0, 0, 0];
      for (let point = 0; point < POINTS * POINTS; point += 1) {
        const px = (column + ((point % POINTS) + 0.5) / POINTS - edge) * unit;
        const py = (row + (Math.floor(point / POINTS) + 0.5) / POINTS - edge) * unit;
        const rect = rects.find((each) => has(each, px, py));
        const [red, green, blue, alpha] = rect ? [...rect.fill, 255] : behind;
        for (const [at, value] of [red * alpha, green * alpha, blue * alpha, alpha].entries()) sum[at] += value;
      }
      const at = (row * size + column) * 4;
      for (let channel = 0; channel < 3; channel += 1) pixels[at + channel] = sum[3] ? Math.round(sum[channel] / sum[3]) : 0;
      pixels[at + 3] = Math.round(sum[3] / (POINTS * POINTS));
    }
  }
  return pixels;
}

function png(pixels, size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) pixels.copy(rows, row * (size * 4 + 1) + 1, row * size * 4, (row + 1) * size * 4);
  const parts = [["IHDR", head], ["IDAT", deflateSync(rows, { level: 9 })], ["IEND", Buffer.alloc(0)]];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts.map(([name, data]) => chunk(name, data))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(checksum(body), body.length + 4);
  return made;
}

function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const rects = read(readFileSync(new URL("icon.svg", FOLDER), "utf8"));
for (const [name, size, share, behind] of ICONS) {
  writeFileSync(new URL(`${name}.png`, FOLDER), png(draw(rects, size, share, behind), size));
}
