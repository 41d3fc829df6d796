import type { Work } from "../story/work-plan.ts";

/** Expected counts after seeding, whatever the day. */
export const EXPECTED_COUNTS = {
  "floor volumes": "428",
  "plan/fact rows (day × cell)": "201",
  "entries of work and reversals": "203",
  "opening balances": "91",
  "entries that wait for a confirmation": "7",
  "cells complete": "241",
  "cells partly done": "9",
  "cells untouched": "178",
  "cells over their plan": "0",
  "daily rows before today": "90",
  "man-hours of the opening balances": "2399.36",
  "man-hours of idle crews": "552",
  "extra works reported": "2",
  "extra works in the plan": "2",
  "extra works rejected": "1",
  "roubles of open extra works": "210000.00",
  "revisions of the plan": "2",
  "versions of the schedule": "1 archived, 2 active",
  "rows that version 2 of the schedule adds": "1",
  "rows that version 2 of the schedule puts off": "10",
  "owners that version 2 of the schedule changes": "1",
  "signatures under version 2 of the schedule": "5",
  "tasks made of rows of the schedule": "0",
  "parts of shifts closed by hand": "29",
  "man-hours planned": "15942.336",
  "man-hours earned": "9406.768",
  "man-hours left": "6535.568",
} as const;

/** Expected number of derived sums that differ from the ledger. */
export const EXPECTED_DIFFERENCES = {
  "cells that differ from the ledger": "0",
  "sums of works that differ from the ledger": "0",
  "sums of days that differ from the ledger": "0",
  "sums of the object that differ from its cells": "0",
  "daily rows that differ from the ledger": "0",
} as const;

/** Expected counts of tasks of the object and its team. */
export const EXPECTED_TASKS = {
  tasks: "15",
  "tasks new": "2",
  "tasks assigned": "2",
  "tasks in progress": "5",
  "tasks in review": "2",
  "tasks blocked": "1",
  "tasks done": "2",
  "tasks cancelled": "1",
  "tasks due today": "1",
  "requests for a date that wait": "1",
  "tasks with a past deadline of their own": "1",
  "comments on tasks": "5",
  "deputies named": "1",
} as const;

/** Working days past the deadline of overdue tasks, latest first. */
export const EXPECTED_LATE_DAYS = "8, 3, 1";

/** Done and planned quantity of each work type, in its unit. */
export const EXPECTED_WORKS: Readonly<Record<Work, string>> = {
  ГЕО: "39 / 44",
  БУР: "4196 / 5176",
  "КРН-Н": "895 / 1333",
  "КРН-В": "951 / 1395",
  НПР: "2448 / 3960",
  УТП: "1083 / 1857.6",
  МОД: "690 / 1152",
  ГЕР: "1188 / 3456",
  РЕЗ: "1953.6 / 6097.2",
  КРЫ: "1323.6 / 4369.2",
};

/** The object's dashboard as its manager sees it. */
export const EXPECTED_DASHBOARD = {
  "project week": "22 / 27",
  "per cent done": "59",
  "done of Юг": "73.2",
  "done of Запад": "67.8",
  "done of Восток": "26.9",
  modules: "690 / 1152",
  brackets: "1846 / 2728",
  "modules yesterday": "18",
  "brackets yesterday": "20",
  "points yesterday": "0.8",
  "pace, modules a shift": "17.2",
  "pace, man-hours a shift": "149.2",
  "entries for the manager to confirm": "7",
} as const;

/** Progress of each zone in norm hours. */
export const EXPECTED_ZONES = {
  "zone Ю-1": "98.2, Сергей Белов",
  "zone Ю-2": "49.8, Сергей Белов",
  "zone З-1": "94.6, Сергей Белов",
  "zone З-2": "42.8, Сергей Белов",
  "zone В-1": "58.9, Николай Жилин",
  "zone В-2": "1.9, Николай Жилин",
} as const;
