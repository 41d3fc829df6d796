import { chats } from "./en/chats.ts";
import { defects } from "./en/defects.ts";
import { extraWorks } from "./en/extra-works.ts";
import { facts } from "./en/facts.ts";
import { gpr } from "./en/gpr.ts";
import { objects } from "./en/objects.ts";
import { people } from "./en/people.ts";
import { shifts } from "./en/shifts.ts";
import { supply } from "./en/supply.ts";
import { tasks } from "./en/tasks.ts";
import { zones } from "./en/zones.ts";

/** Questions and confirmations of forms in English, by domain. */
export const formCaptionsEn = {
  ...chats,
  ...defects,
  ...extraWorks,
  ...facts,
  ...gpr,
  ...objects,
  ...people,
  ...shifts,
  ...supply,
  ...tasks,
  ...zones,
} as const;
