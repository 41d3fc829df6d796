import { chats } from "./ru/chats.ts";
import { defects } from "./ru/defects.ts";
import { extraWorks } from "./ru/extra-works.ts";
import { facts } from "./ru/facts.ts";
import { gpr } from "./ru/gpr.ts";
import { objects } from "./ru/objects.ts";
import { people } from "./ru/people.ts";
import { shifts } from "./ru/shifts.ts";
import { supply } from "./ru/supply.ts";
import { tasks } from "./ru/tasks.ts";
import { zones } from "./ru/zones.ts";

/** Questions and confirmations of forms in Russian, by domain. */
export const formCaptionsRu = {
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
