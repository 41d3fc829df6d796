import postgres from "postgres";
import { INSERT_NOTIFICATIONS } from "../notifications.ts";
import { INSERT_TASK_DEADLINES, INSERT_TASKS } from "../tasks.ts";
import { fillDecisions } from "../decisions.ts";
import { NOW } from "../world.ts";
import { rebuild } from "./calendars.ts";
import { INSERT_CELLS } from "./cells.ts";
import { INSERT_LEDGER, MAKE_ENTRIES } from "./ledger.ts";
import { INSERT_CREWS, INSERT_FACADES, INSERT_FLOORS, INSERT_OBJECTS } from "./objects.ts";
import { INSERT_PEOPLE, INSERT_SESSIONS, INSERT_TEAMS } from "./people.ts";
import { INSERT_SUMS, SET_SEQUENCES } from "./sums.ts";

/**
 * 200 objects × 428 cells, a million ledger rows, 2000 people, 200 000 notifications and tasks: in SQL, within minutes.
 */
export async function fillLarge(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const run = async (...texts: readonly string[]) => {
    for (const text of texts) {
      await (text.includes("$1") ? sql.unsafe(text, [NOW.toISOString()]) : sql.unsafe(text));
    }
  };
  try {
    // Foreign keys hold by construction; checking them row by row would take most of the time.
    await run(
      "set session_replication_role = replica",
      "set work_mem = '256MB'",
      "set maintenance_work_mem = '256MB'",
    );
    await run(INSERT_PEOPLE, INSERT_OBJECTS, INSERT_TEAMS, INSERT_SESSIONS);
    await run(INSERT_FACADES, INSERT_FLOORS, INSERT_CREWS);
    await rebuild(url, "workdays");
    await run("analyze", MAKE_ENTRIES, "analyze entry", INSERT_CELLS, "analyze floor_volumes", INSERT_LEDGER);
    await run("analyze daily_plan_fact", ...INSERT_SUMS, INSERT_NOTIFICATIONS, ...SET_SEQUENCES);
    await run(INSERT_TASKS, INSERT_TASK_DEADLINES);
    await rebuild(url, "plan");
    await fillDecisions(url);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
