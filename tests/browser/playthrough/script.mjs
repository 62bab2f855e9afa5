// How a person solves what is to be built or set in the lab, in steps that mean the same by every way of working. A hand
// (hands.mjs) does them; what is chosen and pressed is found by its role and its name.
import { inspector } from "../names.mjs";

const form = (page) => inspector(page);
const list = (page, name) => form(page).getByRole("combobox", { name, exact: true });
const field = (page, name) => form(page).getByRole("textbox", { name, exact: true });
const button = (page, name) => form(page).getByRole("button", { name, exact: true });
const day = (page, name) => form(page).getByRole("group", { name: "Days" }).getByRole("button", { name, exact: true });
const ownSchedule = (page) => form(page).getByRole("checkbox", { name: "Schedule execution" });
/** The button of a finding, such as "Make “Query” incremental". */
const remedy = (page, name) => page.locator(".findings").getByRole("button", { name }).first();

/** A Scheduler that launches every day. */
async function daily(page, hand) {
  await hand.choose(list(page, "Frequency"), "Daily");
}

/** The question for those whose birthday it is. */
async function birthday(page, hand) {
  await hand.choose(list(page, "Attribute"), "Date of birth");
  await hand.choose(list(page, "Operator"), "has its anniversary today");
}

/** The steps, by "lesson/step". */
export const SCRIPT = {
  "scheduler/clock": async (page, hand) => {
    await daily(page, hand);
  },
  "scheduler/two-days": async (page, hand) => {
    await hand.open("Scheduler");
    for (const name of ["Tuesday", "Friday", "Monday"]) await hand.press(day(page, name));
  },
  "scheduler/to-date": async (page, hand) => {
    await hand.open("Scheduler");
    await hand.write(form(page).getByLabel("To (included)", { exact: true }), "2026-02-16");
  },
  "birthday/complete": async (page, hand) => {
    await hand.open("Scheduler");
    await daily(page, hand);
    await hand.open("Query");
    await birthday(page, hand);
  },
  "birthday/from-scratch": async (page, hand) => {
    await hand.open("Scheduler");
    await daily(page, hand);
    await hand.add("Query", { after: "Scheduler" });
    await hand.open("Query");
    await hand.press(button(page, "Add test"));
    await birthday(page, hand);
    await hand.add("Recurring delivery", { after: "Query" });
    await hand.open("Recurring delivery");
    await hand.choose(list(page, "Delivery template"), "Birthday");
  },
  "memory/give-memory": async (page, hand) => {
    await hand.press(remedy(page, /^Make .* incremental$/));
  },
  "welcome/complete": async (page, hand) => {
    await hand.add("Continuous delivery", { after: "Incremental query" });
    await hand.open("Continuous delivery");
    await hand.choose(list(page, "Delivery template"), "Welcome");
    await hand.open("Incremental query");
    await hand.press(ownSchedule(page));
    await daily(page, hand);
  },
  "welcome/from-little": async (page, hand) => {
    await hand.add("Incremental query");
    await hand.open("Incremental query");
    await hand.press(button(page, "Add test"));
    await hand.choose(list(page, "Attribute"), "Profile created");
    await hand.choose(list(page, "Operator"), "is within the last … days");
    await hand.write(field(page, "Days"), "14");
    await hand.write(field(page, "History in days"), "0");
    await hand.press(ownSchedule(page));
    await hand.add("Continuous delivery", { after: "Incremental query" });
    await hand.open("Continuous delivery");
    await hand.choose(list(page, "Delivery template"), "Welcome");
  },
  "creative/own-edit": async (page, hand) => {
    await hand.open("Continuous delivery");
    await hand.press(button(page, "Duplicate and use the copy"));
    await hand.write(field(page, "Subject"), "Your first weeks with us");
    await hand.write(form(page).getByLabel("Day", { exact: true }), "2026-03-02");
    await hand.press(button(page, "From this day on"));
  },
  "faults/repair-clocks": async (page, hand) => {
    await hand.open("Incremental query");
    await hand.press(ownSchedule(page));
  },
  "faults/overlap": async (page, hand) => {
    await hand.open("Wait");
    await hand.unfold(form(page).getByText("Advanced tab", { exact: true }));
    await hand.choose(list(page, "Behavior"), "The current task has priority");
  },
  "check/weekday": async (page, hand) => {
    await hand.add("Scheduler");
    await hand.connect("Scheduler", "Query");
    await hand.open("Scheduler");
    await hand.choose(list(page, "Frequency"), "Weekly");
    for (const name of ["Wednesday", "Monday"]) await hand.press(day(page, name));
  },
  "check/once": async (page, hand) => {
    await hand.press(remedy(page, /^Make .* incremental$/));
    await hand.remove("Scheduler");
    await hand.open("Incremental query");
    await hand.press(ownSchedule(page));
    await daily(page, hand);
  },
};
