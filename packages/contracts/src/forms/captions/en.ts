import { facts } from "./en/facts.ts";
import { objects } from "./en/objects.ts";
import { people } from "./en/people.ts";
import { tasks } from "./en/tasks.ts";
import { zones } from "./en/zones.ts";

/** Questions and confirmations of forms in English, by domain. */
export const formCaptionsEn = { ...facts, ...objects, ...people, ...tasks, ...zones } as const;
