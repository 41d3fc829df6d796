import { DEPARTMENTS, ROLE_CODES } from "@stsphera/rbac";
import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, decimal, id, instant, version } from "../shared/scalars.ts";
import { moveRecord } from "../shared/transition.ts";
import { gprConstraint, gprKey, gprLink } from "./gpr-inputs.ts";
import { gprTemplateCode } from "./gpr-template.ts";
import { GPR_ACTIONS, GPR_MOVES, GPR_STATUSES } from "./vocabulary.ts";

const status = z.enum(GPR_STATUSES);
const department = z.enum(DEPARTMENTS);
const count = z.int().min(0);

export const gprSummary = z
  .object({
    id,
    objectId: id,
    objectName: z.string(),
    title: z.string(),
    number: z.int(),
    status,
    signed: count.meta({ description: "How many of its signers have signed" }),
    signers: count,
    sentAt: instant.nullable(),
    activatedAt: instant.nullable(),
    version,
  })
  .meta({ id: "GprVersionSummary" });
export type GprSummary = z.infer<typeof gprSummary>;
export const gprPage = pageOf(gprSummary).meta({ id: "GprVersionPage" });
export const listGprQuery = z.strictObject(pageQuery);
export const objectGprQuery = z.strictObject({
  version: z.coerce
    .number()
    .int()
    .positive()
    .max(100_000)
    .optional()
    .meta({ description: "Its number; the version in force unless said, else the newest" }),
});

const signature = z
  .object({
    role: z.enum(ROLE_CODES),
    signer: person,
    askedAt: instant,
    signedAt: instant.nullable(),
    signedBy: person.nullable().meta({ description: "The signer, a deputy, or an administrator" }),
    yours: z.boolean().meta({ description: "The reader signs it, or signs for an absent person" }),
  })
  .meta({ id: "GprSignature" });
export type GprSignature = z.infer<typeof signature>;

/** Leaf rows of somebody, with their first and last day as signed. */
const share = z.object({ rows: count, from: day.nullable(), to: day.nullable() });

const movedSpan = z.object({ start: day, finish: day });

/** A shift of the forecast that waits for an answer of the reader. */
const askedShift = z
  .object({
    id: id.meta({ description: "Of the answer" }),
    version,
    by: person,
    at: instant,
    reason: z.string(),
    finish: z.object({ before: day, after: day, workdays: z.int() }),
    rows: z
      .array(z.object({ number: z.int(), name: z.string(), before: movedSpan, after: movedSpan }))
      .meta({ description: "The reader's rows that it moved, at most 10" }),
    moved: count,
  })
  .meta({ id: "GprAskedShift" });

export const gprCard = gprSummary
  .extend({
    startOn: day,
    finishOn: day.nullable().meta({ description: "As signed; null for a draft" }),
    hash: z.string().nullable().meta({ description: "SHA-256 of the content that is signed" }),
    rows: count.meta({ description: "Leaf rows" }),
    mine: share,
    departments: z.array(share.extend({ department })),
    signatures: z.array(signature),
    changes: z
      .object({ against: z.int(), added: count, removed: count, moved: count, changed: count })
      .nullable()
      .meta({
        description: "Rows that differ from the version before it; null for a draft and the first version",
      }),
    shift: askedShift.nullable().meta({ description: "The newest that the reader has not answered" }),
    moves: z.array(moveRecord(GPR_MOVES, GPR_STATUSES)),
    can: z.object({
      actions: z.array(z.enum(GPR_ACTIONS)),
      edit: z
        .boolean()
        .meta({ description: "Its rows can be changed; one that is being signed becomes a draft" }),
    }),
  })
  .meta({ id: "GprVersionCard" });
export type GprCard = z.infer<typeof gprCard>;

export const gprRow = z
  .object({
    key: gprKey,
    number: z.int(),
    parent: gprKey.nullable(),
    name: z.string(),
    department,
    ownerId: id.nullable(),
    quantity: decimal.nullable(),
    unit: z.string().nullable(),
    work: z.string().nullable().meta({ description: "The code of the work whose volumes the row plans" }),
    facadeId: id.nullable().meta({
      description: "The facade whose volumes of the work; null for those that no other row of the work names",
    }),
    duration: z.int(),
    constraint: gprConstraint.nullable(),
    version,
    start: day.nullable(),
    finish: day.nullable(),
    float: z.int().nullable().meta({ description: "Working days; null for a row with rows under it" }),
    critical: z.boolean(),
  })
  .meta({ id: "GprRow" });
export type GprRow = z.infer<typeof gprRow>;

const gprFacade = z.object({ id, code: z.string(), name: z.string() }).meta({ id: "GprFacade" });

export const gprContent = z
  .object({
    id,
    objectId: id,
    number: z.int(),
    status,
    startOn: day,
    hash: z.string().nullable(),
    version,
    finish: day.nullable(),
    rows: z.array(gprRow),
    links: z.array(gprLink),
    people: z.array(person).meta({ description: "The owners of the rows" }),
    facades: z.array(gprFacade).meta({ description: "The facades of the object" }),
    can: z.object({
      edit: z.boolean(),
      undo: z.boolean().meta({ description: "The reader's last step can be taken back" }),
      redo: z.boolean(),
    }),
  })
  .meta({ id: "GprContent" });
export type GprContent = z.infer<typeof gprContent>;

export const gprState = z
  .object({ id, version, status, actions: z.array(z.enum(GPR_MOVES)) })
  .meta({ id: "GprState" });

export const gprCreated = z
  .object({ id, version, status, number: z.int() })
  .meta({ id: "GprVersionCreated" });

export const gprEdited = z
  .object({
    id,
    version,
    status,
    rows: z
      .array(z.object({ key: gprKey, number: z.int(), version }))
      .meta({ description: "Changed and added" }),
    removed: z.array(gprKey),
  })
  .meta({ id: "GprRowsEdited" });

const brief = z.object({ key: gprKey, number: z.int(), name: z.string() });
const span = z.object({ start: day, finish: day });
const changeOf = <K extends string, T extends z.ZodType>(kinds: readonly [K, ...K[]], value: T) =>
  z.object({ kind: z.enum(kinds), before: value, after: value });

/** What differs in a row of two versions. */
export const gprRowChange = z.union([
  z.object({ kind: z.literal("moved"), workdays: z.int(), before: span, after: span }),
  changeOf(["renamed", "quantity", "unit", "work", "facade", "parent", "department"], z.string().nullable()),
  changeOf(["owner"], person.nullable()),
  changeOf(["duration"], z.int()),
  changeOf(["constraint"], gprConstraint.nullable()),
  z.object({ kind: z.literal("links"), removed: z.array(gprLink), added: z.array(gprLink) }),
]);

export const gprDiff = z
  .object({
    before: z.object({ id, number: z.int() }),
    after: z.object({ id, number: z.int() }),
    added: z.array(brief),
    removed: z.array(brief),
    changed: z.array(brief.extend({ changes: z.array(gprRowChange) })),
    finish: z.object({ before: day.nullable(), after: day.nullable(), workdays: z.int() }),
  })
  .meta({ id: "GprDiff" });
export type GprDiff = z.infer<typeof gprDiff>;
export const gprDiffQuery = z.strictObject({
  with: z.coerce
    .number()
    .int()
    .positive()
    .max(2_147_483_647)
    .optional()
    .meta({ description: "The other version's id; the newest that was sent before it unless said" }),
});

const template = z.object({
  code: z.string(),
  name: z.string(),
  rows: count.meta({ description: "Rows without those of the departments" }),
  links: count,
  own: z.boolean().meta({ description: "Made here: it can be edited; the others ship" }),
});
export type GprTemplate = z.infer<typeof template>;
export const gprTemplates = z
  .object({
    templates: z.array(template),
    can: z.object({ manage: z.boolean().meta({ description: "The reader makes and edits templates" }) }),
  })
  .meta({ id: "GprTemplates" });
export type GprTemplates = z.infer<typeof gprTemplates>;

/** The dates a template would have on an object that is not there yet. */
export const gprTemplateDates = z
  .object({
    startOn: day,
    finishOn: day,
    rows: count.meta({ description: "Rows without those of the departments" }),
    links: count,
    departments: z.array(z.object({ department, rows: count, from: day, to: day })),
  })
  .meta({ id: "GprTemplateDates" });
export type GprTemplateDates = z.infer<typeof gprTemplateDates>;
export const gprTemplateDatesQuery = z.strictObject({
  template: gprTemplateCode,
  startOn: day,
  workWeek: z
    .string()
    .regex(/^[1-7]{1,7}$/)
    .default("12345")
    .meta({ description: "The weekdays that are worked, 1 for Monday" }),
  followTransfers: z
    .stringbool()
    .default(true)
    .meta({ description: "Whether days off are moved as the country's calendar moves them" }),
});
