// What the measurement itself costs: a page with one box that is moved each frame and nothing else.
let box;

/** Shows the box. */
export async function start() {
  box = document.createElement("div");
  box.style.cssText = "position: absolute; left: 600px; top: 400px; width: 20px; height: 20px; background: teal";
  document.body.append(box);
}

/** Moves it. */
export async function play() {
  const frame = (now) => {
    box.style.transform = `translate(${Math.sin(now / 300) * 100}px, 0)`;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** The box. */
export const find = () => box;

/** Whether it moves. */
export const isPainted = () => box.style.transform !== "";
