import { z } from "zod";
import { role } from "../people/users.ts";
import { person } from "../shared/person.ts";
import {
  day,
  decimal,
  id,
  instant,
  moneyInput,
  shortLine,
  singleLine,
  title,
  version,
} from "../shared/scalars.ts";
import { FACADE_TYPES, GATE_MODES, MODULE_FACT_SOURCES, USER_STATUSES } from "../vocabulary.ts";
import { clockTime, facade, floor, floorInput, facadeInput } from "./objects.ts";

/** Changeable basic data of an object; null clears a field. */
export const updateObjectInput = z
  .strictObject({
    version,
    name: title.optional(),
    code: shortLine(3, 40).optional(),
    city: singleLine(100).optional(),
    address: singleLine(300).optional(),
    customer: singleLine(200).optional(),
    contractNo: singleLine(100).nullable().optional(),
    contractDate: day.nullable().optional(),
    startDate: day.nullable().optional(),
    deadline: day.nullable().optional(),
    facadeTypes: z.array(z.enum(FACADE_TYPES)).min(1).max(FACADE_TYPES.length).optional(),
    timeZone: z.string().max(64).optional(),
    workWeek: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
    followTransfers: z.boolean().optional(),
    budget: moneyInput.nullable().optional().meta({ description: "Only with object.money" }),
  })
  .meta({ id: "UpdateObject" });

/** Dates and work week as they would be saved; what is absent stays. */
export const previewObjectInput = updateObjectInput.pick({
  startDate: true,
  contractDate: true,
  deadline: true,
  workWeek: true,
  followTransfers: true,
});
const workTime = z.object({
  deadline: day.nullable(),
  workdays: z.int().nullable().meta({ description: "From the start to the deadline, both included" }),
  left: z.int().nullable().meta({ description: "After today up to and including the deadline" }),
});
export const objectPreview = z
  .object({
    before: workTime,
    after: workTime,
    cells: z.int().meta({ description: "Cells whose plan covers days that become working days or days off" }),
    beyond: z.int().meta({ description: "Cells whose plan ends after the new deadline" }),
    provisional: z.boolean().meta({ description: "Whether the new deadline is in an unpublished year" }),
  })
  .meta({ id: "ObjectPreview" });
export type ObjectPreview = z.infer<typeof objectPreview>;

export const objectSettings = z
  .object({
    objectId: id,
    gateMode: z.enum(GATE_MODES),
    moduleFactSource: z.enum(MODULE_FACT_SOURCES),
    approvalLimit: decimal.optional().meta({ description: "Only with object.money" }),
    shiftStart: clockTime,
    shiftEnd: clockTime,
    shiftHours: decimal.meta({ description: "Working hours of a shift, derived from its times" }),
    dayCutoff: clockTime.meta({ description: "Time at which the object's day starts" }),
    photosDueFrom: day.nullable().meta({
      description: "From this day on a complete cell needs a photo before its entries are confirmed",
    }),
    version,
  })
  .meta({ id: "ObjectSettings" });
export type ObjectSettings = z.infer<typeof objectSettings>;

export const saveObjectSettingsInput = z
  .strictObject({
    version,
    gateMode: z.enum(GATE_MODES),
    moduleFactSource: z.enum(MODULE_FACT_SOURCES),
    approvalLimit: moneyInput
      .optional()
      .meta({ description: "Only with object.money; if absent, the limit stays" }),
    shiftStart: clockTime,
    shiftEnd: clockTime,
    dayCutoff: clockTime,
    photosDueFrom: day.nullable().optional().meta({ description: "If absent, the day stays" }),
  })
  .meta({ id: "SaveObjectSettings" });

export const objectTeamMember = z.object({
  userId: id,
  fullName: z.string(),
  role: role.nullable().meta({ description: "The user's company role" }),
  status: z.enum(USER_STATUSES),
  roles: z.array(role),
  since: instant.meta({ description: "When the first of these roles was given" }),
  phone: z.string().nullable().meta({ description: "Null for observers as well" }),
  load: z
    .object({ openTasks: z.int(), overdueTasks: z.int() })
    .nullable()
    .meta({ description: "Tasks on this object, for those who see its tasks" }),
  deputies: z
    .array(z.object({ id, deputy: person, fromDay: day, toDay: day }))
    .meta({ description: "Who stands in for them here, now or later" }),
});
export const objectTeam = z
  .object({ version, members: z.array(objectTeamMember) })
  .meta({ id: "ObjectTeam" });
export type ObjectTeam = z.infer<typeof objectTeam>;

const ofStructure = {
  version,
  cells: z.int().meta({ description: "Cells of the grid on the floor" }),
  hasFacts: z.boolean().meta({ description: "True when it cannot be removed any more" }),
};
export const objectStructure = z
  .object({
    version,
    facades: z.array(facade.extend(ofStructure)),
    floors: z.array(floor.extend(ofStructure)),
  })
  .meta({ id: "ObjectStructure" });
export type ObjectStructure = z.infer<typeof objectStructure>;

export const updateFacadeInput = z.strictObject({ version, ...facadeInput.partial().shape });
export const updateFloorInput = z.strictObject({ version, ...floorInput.partial().shape });
export const removePartInput = z.strictObject({ version });

/** Answer to a change of a facade or floor: the part, and the object's new version. */
export const facadeChanged = facade.extend({ version, objectVersion: version }).meta({ id: "FacadeChanged" });
export const floorChanged = floor.extend({ version, objectVersion: version }).meta({ id: "FloorChanged" });
export const partRemoved = z
  .object({ id, objectVersion: version, cells: z.int().meta({ description: "Cells removed with it" }) })
  .meta({ id: "PartRemoved" });
