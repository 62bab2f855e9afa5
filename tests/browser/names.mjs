// Every accessible name that the browser tests use, in one place, as a person who listens to the page hears it.
// All are English; a test that switches the language says what it expects itself.

/** The words by which a test knows the kind of a message to the person. */
const NOTICES = {
  cannotOpen: /was not opened/i,
  cannotLoad: /could not be loaded/i,
  cannotOpenLink: /link was not opened/i,
  linkOpened: /shared scenario is open/i,
  cannotSave: /nothing can be kept on this device/i,
  imported: /imported/i,
  savedWorkUnreadable: /saved .*could not be read|aside/i,
  unknownOption: /option/i,
};

/** A message of this kind on the page. */
export function notice(page, kind) {
  return page.locator("delivery-lab .notices li, delivery-lab .notice").filter({ hasText: NOTICES[kind] });
}

// The top bar.

/** The tab of a mode: "Build", "Play", "Compare", "Learn". */
export function tab(page, name) {
  return page.getByRole("group", { name: "Mode", exact: true }).getByRole("button", { name, exact: true });
}

export const toSwedish = (page) => page.getByRole("combobox", { name: "Language" }).selectOption("sv");
export const recipients = (page) => page.getByRole("button", { name: "Recipients" });
export const help = (page) => page.getByRole("button", { name: "Help and about" });

// The workflow and what it came to.

/** An activity in the drawing, by the kind its name begins with. */
export function activity(page, kind) {
  return workflow(page).getByRole("button", { name: new RegExp(`^${kind}\\b`) });
}

/** The button of "Drawing" or "Outline". */
export function viewOfWorkflow(page, name) {
  return page.getByRole("group", { name: "View of the workflow" }).getByRole("button", { name, exact: true });
}
/** The outputs of an activity in the outline. */
export const outlineOutputs = (page) => page.getByRole("list", { name: "Outputs" });
/** The dialog with the list of all activities. */
export const allActivities = (page) => page.getByRole("dialog", { name: "Activities", exact: true });

export const workflow = (page) => page.getByRole("group", { name: "Workflow", exact: true });

/** The side of the comparison of "Recurring" or "Continuous" deliveries. */
export function side(page, kind) {
  const heading = page.getByRole("heading", { name: new RegExp(`^${kind}\\b`) });
  return page.getByRole("region", { name: "Deliveries so far" }).locator("section").filter({ has: heading });
}

/** How many deliveries the headline of a side counts. */
export const made = (page, kind) => side(page, kind).locator(".headline b");

/** A figure of a side, such as "broadLog". */
export function figure(page, kind, name) {
  return side(page, kind).locator("dl > div").filter({ hasText: name }).locator("dd");
}

// A run that takes longer than a moment.

export const runBand = (page) => page.getByRole("region", { name: "Run", exact: true });
export const runProgress = (page) => page.getByRole("progressbar", { name: "Simulating" });
export const cancelRun = (page) => runBand(page).getByRole("button", { name: "Cancel", exact: true });
export const runAgain = (page) => runBand(page).getByRole("button", { name: "Run", exact: true });

// The player.

export const transport = (page) => page.getByRole("region", { name: "Player", exact: true });
export const play = (page) => transport(page).getByRole("button", { name: "Play", exact: true });
export const pause = (page) => transport(page).getByRole("button", { name: "Pause", exact: true });
export const weekOn = (page) => transport(page).getByRole("button", { name: "A week on" });
export const reset = (page) => transport(page).getByRole("button", { name: "Back to the start" });
export const speed = (page) => transport(page).getByRole("combobox", { name: "Speed" });
/** The fastest speed in that list. */
export const FASTEST = "13 weeks/s";

// The inspector.

export const inspector = (page) => page.getByRole("complementary", { name: "Settings" });
export const closeInspector = (page) => inspector(page).getByRole("button", { name: "Close" });
export const frequency = (page) => inspector(page).getByRole("combobox", { name: "Frequency" });
export const MONTHLY = "Monthly";
export const operator = (page) => inspector(page).getByRole("combobox", { name: "Operator" }).first();
export const IS_NO = "is no";
/** The button of a kind of delivery: "Recurring" or "Continuous". */
export function deliveryKind(page, kind) {
  return inspector(page).getByRole("group", { name: "Kind" }).getByRole("button", { name: kind, exact: true });
}
export const subject = (page) => inspector(page).getByRole("textbox", { name: "Subject" });
export const changeDay = (page) => inspector(page).getByRole("textbox", { name: "Day" });
export const changeFromThatDay = (page) => inspector(page).getByRole("button", { name: "From this day on" });

// The import of recipients.

export const importDialog = (page) => page.getByRole("dialog");
export const csvFile = (page) => importDialog(page).locator('input[type="file"]');
export const takeRecipients = (page) => importDialog(page).getByRole("button", { name: /^(import|use)\b/i });

// Files, links and the gallery.

export const openShare = (page) => page.getByRole("button", { name: "Share", exact: true });
export const shareDialog = (page) => page.getByRole("dialog", { name: "Share", exact: true });
export const sharedLink = (page) => shareDialog(page).getByRole("textbox", { name: "Link" });
export const openGallery = (page) => page.getByRole("button", { name: "Gallery", exact: true });
export const gallery = (page) => page.getByRole("dialog", { name: "Gallery", exact: true });

// Compare mode.

/** A tab of Compare mode, such as "Variants". */
export function section(page, name) {
  return page.getByRole("tablist", { name: "What to look at" }).getByRole("tab", { name, exact: true });
}
export const variants = (page) => page.getByRole("region", { name: "Variants", exact: true });
/** The column of a variant, such as "Recurring delivery". */
export const variant = (page, name) => variants(page).getByRole("region", { name, exact: true });
export const differences = (page) => variants(page).getByRole("region", { name: "What differs at this moment" });
/** The values of a row of the table of differences, such as "Deliveries". */
export function difference(page, name) {
  const row = differences(page).locator("tbody tr").filter({ has: page.getByRole("rowheader", { name: new RegExp(`^${name}\\b`) }) });
  return row.locator(".difference-value");
}
export const fan = (page) => variants(page).getByRole("region", { name: "How much is chance?" });
