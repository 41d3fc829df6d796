import type { dashboardWords } from "./dashboard-words.ts";

export const dashboardEnglish: (typeof dashboardWords)["ru"] = {
  title: "Summary",
  waiting: "Waiting for you",
  nobodyConfirms: "Nobody may confirm the manager's facts: add PTO or a second manager",
  own: "Yours",
  tasks: "Your tasks",
  tasksToday: (all, today) => `${all}, ${today} today`,
  allWaiting: (count) => `All · ${count}`,
  unread: "Unread notifications",
  objects: "Objects",
  lateFirst: "furthest behind first",
  idle: (hours) => `downtime ${hours}`,
  allObjects: (count) => `All objects · ${count}`,
  empty: "You are not on any object yet",
  emptyLine: "The project manager adds you; you will be told",
  shift: "Shift",
  entered: (done, total) => `${done} of ${total} entered`,
  enter: "Enter facts",
  left: (quantity) => `left\u00a0${quantity}`,
  noPlan: "No plan for today",
  shiftFailed: "The shift's plan could not be loaded",
};
