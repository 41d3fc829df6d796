import { access as accessEn } from "./en/access.ts";
import { calendar as calendarEn } from "./en/calendar.ts";
import { chats as chatsEn } from "./en/chats.ts";
import { defects as defectsEn } from "./en/defects.ts";
import { extraWorks as extraWorksEn } from "./en/extra-works.ts";
import { facts as factsEn } from "./en/facts.ts";
import { files as filesEn } from "./en/files.ts";
import { gpr as gprEn } from "./en/gpr.ts";
import { objects as objectsEn } from "./en/objects.ts";
import { people as peopleEn } from "./en/people.ts";
import { requests as requestsEn } from "./en/requests.ts";
import { shifts as shiftsEn } from "./en/shifts.ts";
import { supply as supplyEn } from "./en/supply.ts";
import { tasks as tasksEn } from "./en/tasks.ts";
import { access as accessRu } from "./ru/access.ts";
import { calendar as calendarRu } from "./ru/calendar.ts";
import { chats as chatsRu } from "./ru/chats.ts";
import { defects as defectsRu } from "./ru/defects.ts";
import { extraWorks as extraWorksRu } from "./ru/extra-works.ts";
import { facts as factsRu } from "./ru/facts.ts";
import { files as filesRu } from "./ru/files.ts";
import { gpr as gprRu } from "./ru/gpr.ts";
import { objects as objectsRu } from "./ru/objects.ts";
import { people as peopleRu } from "./ru/people.ts";
import { requests as requestsRu } from "./ru/requests.ts";
import { shifts as shiftsRu } from "./ru/shifts.ts";
import { supply as supplyRu } from "./ru/supply.ts";
import { tasks as tasksRu } from "./ru/tasks.ts";

/** Messages of refusals by code; `{name}` is a placeholder. By domain and language. */
export const refusalsRu = {
  ...accessRu,
  ...peopleRu,
  ...objectsRu,
  ...calendarRu,
  ...chatsRu,
  ...factsRu,
  ...filesRu,
  ...shiftsRu,
  ...tasksRu,
  ...extraWorksRu,
  ...gprRu,
  ...defectsRu,
  ...supplyRu,
  ...requestsRu,
} as const;
export const refusalsEn = {
  ...accessEn,
  ...peopleEn,
  ...objectsEn,
  ...calendarEn,
  ...chatsEn,
  ...factsEn,
  ...filesEn,
  ...shiftsEn,
  ...tasksEn,
  ...extraWorksEn,
  ...gprEn,
  ...defectsEn,
  ...supplyEn,
  ...requestsEn,
} as const satisfies Record<keyof typeof refusalsRu, string>;
