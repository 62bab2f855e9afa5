// The drawing that every canvas opens: chains of twenty activities below each other, every second one a little lower,
// so that each transition turns twice.
export const CARD = { width: 200, height: 64 };
const CHAIN = 20;

/** Activities with their corners, and the transitions between them, both by place. */
export function drawing(count) {
  const activities = Array.from({ length: count }, (_, at) => {
    const column = at % CHAIN;
    return { name: `a${at}`, column, x: column * 300, y: Math.floor(at / CHAIN) * 140 + (column % 2) * 40 };
  });
  const links = activities.flatMap(({ column }, at) => (column > 0 ? [[at - 1, at]] : []));
  return { activities, links, isLast: (at) => at === count - 1 || activities[at].column === CHAIN - 1 };
}
