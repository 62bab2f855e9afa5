// The example page's own script: listens to the labs of the page and calls their methods.
const KINDS = ["ready", "changed", "run", "lesson-progress", "lesson-completed", "lesson-answered", "error"];

const labs = [...document.querySelectorAll("delivery-lab")];
const list = document.getElementById("events");

// The events bubble, so one listener for each kind hears all labs of the page.
for (const kind of KINDS) {
  document.addEventListener(`delivery-lab-${kind}`, ({ target, detail }) => {
    const line = document.createElement("li");
    line.textContent = `${target.id}: ${kind} ${JSON.stringify(detail)}`;
    list.append(line);
    list.scrollTop = list.scrollHeight;
  });
}

document.getElementById("run").addEventListener("click", async () => {
  const reports = await Promise.all(labs.map((lab) => lab.run()));
  const line = document.createElement("li");
  line.textContent = labs.map((lab, at) => `${lab.id}: ${reports[at].deliveries.length} deliveries`).join(", ");
  list.append(line);
  list.scrollTop = list.scrollHeight;
});

document.getElementById("half").addEventListener("click", () => {
  for (const lab of labs) showWeek(lab, 6);
});

async function showWeek(lab, week) {
  const { start } = await lab.getScenario();
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7 * week);
  await lab.seek(date.toISOString());
}
