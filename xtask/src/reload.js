// Asks the server of `cargo xtask serve --watch` now and then, and reloads when the page was remade.
let seen;
setInterval(async () => {
  const answer = await fetch("/xtask-reload").catch(() => undefined);
  if (!answer?.ok) return;
  const count = await answer.text();
  if (seen !== undefined && seen !== count) location.reload();
  seen = count;
}, 700);
