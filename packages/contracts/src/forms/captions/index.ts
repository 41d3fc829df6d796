import { facts as factsEn } from "./en/facts.ts";
import { objects as objectsEn } from "./en/objects.ts";
import { people as peopleEn } from "./en/people.ts";
import { shifts as shiftsEn } from "./en/shifts.ts";
import { tasks as tasksEn } from "./en/tasks.ts";
import { zones as zonesEn } from "./en/zones.ts";
import { facts as factsRu } from "./ru/facts.ts";
import { objects as objectsRu } from "./ru/objects.ts";
import { people as peopleRu } from "./ru/people.ts";
import { shifts as shiftsRu } from "./ru/shifts.ts";
import { tasks as tasksRu } from "./ru/tasks.ts";
import { zones as zonesRu } from "./ru/zones.ts";

/** Questions and confirmations of forms, for the bot and the Mini App, by domain and language. */
export const formCaptionsRu = {
  ...factsRu,
  ...objectsRu,
  ...peopleRu,
  ...shiftsRu,
  ...tasksRu,
  ...zonesRu,
} as const;
export const formCaptionsEn = {
  ...factsEn,
  ...objectsEn,
  ...peopleEn,
  ...shiftsEn,
  ...tasksEn,
  ...zonesEn,
} as const;
