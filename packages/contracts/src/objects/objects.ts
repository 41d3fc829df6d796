import { z } from "zod";
import { role } from "../people/users.ts";
import { USER_STATUSES } from "../people/vocabulary.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import {
  day,
  decimal,
  id,
  moneyInput,
  percent,
  reason,
  shortLine,
  singleLine,
  title,
  version,
} from "../shared/scalars.ts";
import { transitionInput } from "../shared/transition.ts";
import { FACADE_TYPES, HEALTHS } from "../vocabulary.ts";
import { OBJECT_MOVES, OBJECT_STATUSES, type ObjectMove } from "./vocabulary.ts";

/** The usual limit of an order without the director, in rubles. */
export const APPROVAL_LIMIT = "500000";

export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const createObjectInput = z
  .strictObject({
    name: title,
    code: shortLine(3, 40).optional(),
    city: singleLine(100),
    address: singleLine(300),
    customer: singleLine(200),
    contractNo: singleLine(100).optional(),
    contractDate: day.optional(),
    startDate: day.optional(),
    deadline: day.optional(),
    facadeTypes: z.array(z.enum(FACADE_TYPES)).min(1).max(FACADE_TYPES.length),
    timeZone: z.string().max(64).default("Europe/Moscow"),
    budget: moneyInput.optional(),
    approvalLimit: moneyInput.default(APPROVAL_LIMIT),
    workWeek: z
      .array(z.int().min(1).max(7))
      .min(1)
      .max(7)
      .default([1, 2, 3, 4, 5])
      .meta({ description: "ISO weekdays that are worked" }),
    followTransfers: z
      .boolean()
      .default(true)
      .meta({ description: "Whether the moved days of the production calendar apply" }),
    shiftStart: clockTime.default("08:00"),
    shiftEnd: clockTime.default("17:00"),
    projectManagerId: id.optional(),
  })
  .meta({ id: "CreateObject" });

export const objectSummary = z
  .object({
    id,
    code: z.string(),
    name: title,
    city: z.string(),
    address: z.string(),
    status: z.enum(OBJECT_STATUSES),
    facadeTypes: z.array(z.enum(FACADE_TYPES)),
    deadline: day.nullable(),
    progressPct: percent,
    overdueTasks: z.int().optional().meta({ description: "Not for observers" }),
    myRoles: z.array(role),
    version,
  })
  .meta({ id: "ObjectSummary" });
export type ObjectSummary = z.infer<typeof objectSummary>;

/** An object in the list of objects, judged as on the dashboard. */
export const listedObject = objectSummary
  .extend({
    plannedPct: percent.meta({ description: "Planned through yesterday; null without a plan" }),
    health: z.enum(HEALTHS).meta({ description: "By percentage points behind the plan" }),
  })
  .meta({ id: "ListedObject" });
export type ListedObject = z.infer<typeof listedObject>;

export const teamMember = z.object({
  userId: id,
  fullName: z.string(),
  status: z.enum(USER_STATUSES),
  roles: z.array(role).meta({ description: "Roles that count: a company-wide observer is one here too" }),
});
export const facade = z
  .object({ id, code: z.string(), name: z.string(), sort: z.int() })
  .meta({ id: "Facade" });
export const floor = z.object({ id, code: z.string(), sort: z.int() }).meta({ id: "Floor" });

export const objectCard = objectSummary
  .extend({
    contractNo: z.string().nullable(),
    contractDate: day.nullable(),
    startDate: day.nullable(),
    customer: z.string(),
    timeZone: z.string(),
    workWeek: z.array(z.int()),
    followTransfers: z.boolean(),
    shiftStart: clockTime,
    shiftEnd: clockTime,
    today: day,
    heldSince: day.nullable().meta({ description: "First day of the pause" }),
    heldReason: z.string().nullable().optional().meta({ description: "Why it is paused; not for observers" }),
    calendarProvisional: z
      .boolean()
      .meta({ description: "Whether the deadline is in a year without a published calendar" }),
    budget: decimal.nullable().optional().meta({ description: "Only with object.money" }),
    team: z.array(teamMember),
    facades: z.array(facade),
    floors: z.array(floor),
    can: z.object({
      actions: z.array(z.enum(OBJECT_MOVES)),
      permissions: z.array(z.string()),
      enterFact: z.boolean(),
    }),
  })
  .meta({ id: "ObjectCard" });
export type ObjectCard = z.infer<typeof objectCard>;

export const listObjectsQuery = z.strictObject({
  ...pageQuery,
  scope: z.enum(["mine", "all"]).default("all"),
  archive: z.stringbool().default(false),
  status: z.enum(OBJECT_STATUSES).optional(),
  facadeType: z.enum(FACADE_TYPES).optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(["name", "deadline"]).default("name"),
});
export const objectPage = pageOf(listedObject).meta({ id: "ObjectPage" });
export type ObjectPage = z.infer<typeof objectPage>;

export const setTeamInput = z.strictObject({
  version,
  members: z.array(z.strictObject({ userId: id, roles: z.array(role).min(1).max(17) })).max(500),
  zones: z
    .array(z.strictObject({ from: id, to: id }))
    .max(50)
    .optional()
    .meta({
      description: "Who takes over the zones of members that lose them; else these are without a foreman",
    }),
});
export const facadeInput = z.strictObject({
  code: shortLine(1, 20),
  name: title,
  sort: z.int().min(0).max(999),
});
export const floorInput = z.strictObject({
  code: shortLine(1, 20),
  sort: z.int().min(-99).max(999),
});
export const addFacadesInput = z.strictObject({ version, facades: z.array(facadeInput).min(1).max(50) });
export const addFloorsInput = z.strictObject({ version, floors: z.array(floorInput).min(1).max(200) });
/** Input of each move of an object. */
export const objectTransitionInput = transitionInput("ObjectTransition", {
  states: OBJECT_STATUSES,
  moves: {
    plan: {},
    transfer: { reason },
    hold: { reason },
    resume: { reason },
    complete: { reason: reason.optional().meta({ description: "Remaining work, if not finished" }) },
    continue: { reason },
    close: {},
    reopen: { reason },
    archive: {},
  } satisfies Record<ObjectMove, z.ZodRawShape>,
  common: {},
});
