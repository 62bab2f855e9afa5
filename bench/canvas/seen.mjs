// What is asked of every canvas alike: when it is drawn, what stands in its middle, how many elements it has.

const frame = () => new Promise(requestAnimationFrame);

/** Waits until `isDrawn` holds and the frame that shows it is over; gives the milliseconds since `start`. */
export async function painted(start, isDrawn) {
  while (!isDrawn()) {
    if (performance.now() - start > 60_000) throw new Error("nothing was drawn within a minute");
    await frame();
  }
  await frame();
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  return performance.now() - start;
}

const middle = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

/** The place of the activity nearest to the middle of what is seen of the canvas. */
export function central({ canvas, activities }) {
  const here = middle(canvas.getBoundingClientRect());
  const far = (activity) => {
    const there = middle(activity.getBoundingClientRect());
    return Math.hypot(there.x - here.x, there.y - here.y);
  };
  const fars = [...activities].map(far);
  return fars.indexOf(Math.min(...fars));
}

/** The middle of an activity on the screen. */
export const where = ({ activities }, at) => middle(activities[at].getBoundingClientRect());

/** How many elements the canvas consists of. */
export const elements = ({ canvas }) => canvas.querySelectorAll("*").length;

let watch;

/** Begins to note how long each task of the page takes, where it is a long one. */
export function watchTasks() {
  const long = [];
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map((task) => task.duration)));
  observer.observe({ type: "longtask" });
  watch = { observer, long };
}

/** Ends it; gives the milliseconds of the long tasks, of more than 50. */
export function longTasks() {
  const { observer, long } = watch;
  long.push(...observer.takeRecords().map((task) => task.duration));
  observer.disconnect();
  return long;
}

let beats;

/** Begins to note when each frame begins. */
export function count() {
  const own = (beats = []);
  const beat = (now) => {
    own.push(now);
    if (beats === own) requestAnimationFrame(beat);
  };
  requestAnimationFrame(beat);
}

/** Ends it once another frame has begun; gives the moments in milliseconds. */
export async function counted() {
  await frame();
  const own = beats;
  beats = undefined;
  return own;
}
