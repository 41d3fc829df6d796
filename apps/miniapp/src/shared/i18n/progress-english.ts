import { objectStatesEn } from "@stsphera/contracts/states/object-en";
import { plural } from "./plural.ts";
import type { progressWords } from "./progress-words.ts";

export const progressEnglish: (typeof progressWords)["ru"] = {
  status: objectStatesEn,
  health: { green: "On plan", amber: "Behind", red: "Far behind" },
  late: (days) => `+${days} ${days === 1 ? "day" : "days"}`,
  early: (days) => `−${days} ${days === 1 ? "day" : "days"}`,
  onTime: "On time",
  week: (current, last) => `week ${current} of ${last}`,
  toPlan: (points) => `${points}\u00a0pts to plan`,
  lastShift: (points) => `last shift ${points}`,
  today: (points) => `today ${points}`,
  againstPlan: (pct, planned) => `${pct} of ${planned} planned`,
  stands: (facade) => `Far behind: ${facade}`,
  forecastAndDeadline: (forecast, deadline) => `Forecast ${forecast}, due ${deadline}`,
  forecastOnly: (forecast) => `Forecast ${forecast}`,
  deadlineOnly: (deadline) => `Due ${deadline}`,
  provisional: "provisional",
  noForecast: {
    too_few_days: "No forecast yet: it takes 5 working days of facts",
    no_pace: "No forecast: the last shifts have no facts",
    no_plan: "No forecast: the plan is empty",
    done: "The work is done",
    too_far: "No forecast: at this pace it takes over a year",
  },
  lateTasks: "Overdue",
  tasks: (count) => `${count} ${plural(count, "en", { one: "task", other: "tasks" })}`,
  openTasks: "Open tasks",
  modules: "Modules",
  brackets: "Brackets",
  building: (pct) => `Facades of the object: ${pct} done`,
  noVolumes: "Quantities by floor are not filled in",
};
