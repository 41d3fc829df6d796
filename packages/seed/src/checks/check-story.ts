import { getObjectDashboard, listTasks, listWorkTypes, listZones } from "@stsphera/core";
import type { ObjectDashboard } from "@stsphera/contracts";
import type { ObjectCalendar } from "../stage/object-calendar.ts";
import type { Stage } from "../stage/stage.ts";
import {
  EXPECTED_COUNTS,
  EXPECTED_DASHBOARD,
  EXPECTED_DIFFERENCES,
  EXPECTED_LATE_DAYS,
  EXPECTED_TASKS,
  EXPECTED_WORKS,
  EXPECTED_ZONES,
} from "./expected.ts";
import { plannedPct } from "./planned.ts";
import { readCounts } from "./read-counts.ts";
import { readTasks } from "./read-tasks.ts";

/** The result of seeding differs from the story. */
export class StoryDiffers extends Error {
  readonly differences: readonly string[];

  constructor(differences: readonly string[]) {
    super(`The story does not agree with itself:\n${differences.join("\n")}`);
    this.name = "StoryDiffers";
    this.differences = differences;
  }
}

type Values = Readonly<Record<string, string>>;

/** Compares all counts and the figures of the dashboard with the story. Throws StoryDiffers. */
export async function checkStory(
  stage: Stage,
  {
    objectId,
    today,
    calendar,
    now,
  }: { objectId: number; today: string; calendar: ObjectCalendar; now: Date },
): Promise<void> {
  const manager = await stage.as("demin", now);
  const dashboard = await getObjectDashboard.run(manager, { objectId });
  const dictionary = await listWorkTypes.run(manager, { limit: 200 });
  const norms = new Map(dictionary.items.map((work) => [work.code, Number(work.normHours)]));
  const counts = await readCounts(stage.db, objectId, today);
  const tasks = await readTasks(stage.db, objectId, today);
  const overdue = await listTasks.run(manager, { objectId, due: "overdue" });
  const lateDays = overdue.items.map((task) => task.lateDays).join(", ");
  const works = Object.fromEntries(
    dashboard.workTypes.map(({ code, fact, plan }) => [code, `${fact} / ${plan}`]),
  );
  const { items: zones } = await listZones.run(manager, { objectId });
  const zonesNow = zones.map(({ name, pct, foreman }) => [`zone ${name}`, `${pct}, ${foreman?.fullName}`]);
  const differences = [
    ...compare({ ...EXPECTED_COUNTS, ...EXPECTED_DIFFERENCES }, counts),
    ...compare(EXPECTED_WORKS, works),
    ...compare(EXPECTED_TASKS, tasks),
    ...compare(EXPECTED_ZONES, Object.fromEntries(zonesNow)),
    ...compare({ "working days late": EXPECTED_LATE_DAYS }, { "working days late": lateDays }),
    ...compare(EXPECTED_DASHBOARD, shownBy(dashboard)),
    ...comparePlanned(dashboard, plannedPct(calendar, norms, today)),
  ];
  if (differences.length > 0) throw new StoryDiffers(differences);
}

/** One line per differing value. */
function compare(expected: Values, actual: Values): string[] {
  return Object.entries(expected)
    .filter(([name, value]) => actual[name] !== value)
    .map(([name, value]) => `${name}: ${actual[name] ?? "nothing"} instead of ${value}`);
}

function shownBy({ object, progress, facades, workTypes, ...rest }: ObjectDashboard): Values {
  const done = (code: string) => String(facades.find((facade) => facade.code === code)?.pct);
  const pair = ({ fact, plan }: { fact: string; plan: string }) => `${fact} / ${plan}`;
  return {
    "project week": `${object.week?.current} / ${object.week?.last}`,
    "per cent done": String(progress.pct),
    "done of Юг": done("Юг"),
    "done of Запад": done("Запад"),
    "done of Восток": done("Восток"),
    modules: pair(rest.modules),
    brackets: pair(rest.brackets),
    "modules yesterday": String(rest.sinceYesterday?.modules),
    "brackets yesterday": String(rest.sinceYesterday?.brackets),
    "points yesterday": String(rest.sinceYesterday?.points),
    "pace, modules a shift": String(workTypes.find((work) => work.code === "МОД")?.rate?.reached),
    "pace, man-hours a shift": String(rest.rate?.reached),
    "entries for the manager to confirm": String(rest.toConfirm),
  };
}

/**
 * The plan to date depends on weekdays and holidays, so it is computed independently; the object is always behind it.
 */
function comparePlanned({ progress }: ObjectDashboard, reckoned: number): string[] {
  const shown = Number(progress.plannedPct);
  const agrees = progress.plannedPct !== null && Math.abs(shown - reckoned) <= 0.06;
  const late = progress.health !== "green";
  return [
    ...(agrees ? [] : [`planned to date: ${progress.plannedPct} instead of ${reckoned.toFixed(1)}`]),
    ...(late ? [] : ["the object is not behind its plan"]),
  ];
}
