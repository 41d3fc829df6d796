import { DEPARTMENTS, ROLE_CODES } from "@stsphera/rbac";
import { z } from "zod";
import {
  day,
  id,
  note,
  quantityInput,
  reason,
  shortLine,
  singleLine,
  title,
  version,
} from "../shared/scalars.ts";
import {
  GPR_CONSTRAINTS,
  GPR_EDGES,
  GPR_LAG_UNITS,
  GPR_LINK_TYPES,
  MAX_GPR_LINKS,
  MAX_GPR_ROWS,
} from "./vocabulary.ts";

export const gprKey = z.uuid().meta({ description: "The key of a row, the same in all versions" });
const department = z.enum(DEPARTMENTS);
const duration = z.int().min(0).max(10_000).meta({ description: "Working days; 0 is a milestone" });
const lag = z.int().min(-10_000).max(10_000);

const seenRow = z.strictObject({ key: gprKey, version });
const seenRows = z.array(seenRow).min(1).max(MAX_GPR_ROWS);

export const gprConstraint = z
  .strictObject({ kind: z.enum(GPR_CONSTRAINTS), edge: z.enum(GPR_EDGES), day })
  .meta({ id: "GprConstraint", description: "Not earlier, not later, or on a day, of its start or finish" });

export const gprLink = z
  .strictObject({
    from: gprKey,
    to: gprKey,
    type: z.enum(GPR_LINK_TYPES).default("FS"),
    lag: lag.default(0),
    unit: z.enum(GPR_LAG_UNITS).default("work"),
  })
  .meta({ id: "GprLink" });

const fields = {
  name: title,
  department,
  ownerId: id.nullable(),
  duration,
  quantity: quantityInput.nullable(),
  unit: shortLine(1, 20).nullable(),
  work: shortLine(1, 20).nullable().meta({ description: "The code of the work whose volumes it plans" }),
  facadeId: id.nullable().meta({ description: "The facade whose volumes of that work it plans" }),
  constraint: gprConstraint.nullable(),
};

/** A change of rows; what it changes is named with the version that was seen. */
const edit = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("set"), rows: seenRows, fields: z.strictObject(fields).partial() }),
  z.strictObject({
    do: z.literal("add"),
    ...z
      .strictObject(fields)
      .partial({ ownerId: true, quantity: true, unit: true, work: true, facadeId: true, constraint: true })
      .shape,
    behind: gprKey
      .optional()
      .meta({ description: "At the level of this row and behind it; else at the end" }),
  }),
  z.strictObject({ do: z.literal("remove"), rows: seenRows }),
  z.strictObject({ do: z.literal("place"), row: seenRow, to: z.enum(["in", "out", "up", "down"]) }),
  z.strictObject({ do: z.literal("link"), ...gprLink.shape }),
  z.strictObject({ do: z.literal("unlink"), ...gprLink.pick({ from: true, to: true, type: true }).shape }),
  z.strictObject({ do: z.literal("chain"), rows: z.array(gprKey).min(2).max(MAX_GPR_LINKS) }),
]);
export type GprEdit = z.output<typeof edit>;

/** Where the rows of a new version come from. */
const source = {
  from: z.enum(["template", "active", "forecast", "empty"]).meta({
    description: "A template, the version in force as signed, or as its forecast stands now, or nothing",
  }),
  template: shortLine(1, 40).optional().meta({ description: "The code of a template, for `template`" }),
  startOn: day
    .optional()
    .meta({ description: "Nothing begins before it; the start of the object unless said" }),
};

export const createGprInput = z.strictObject(source).meta({ id: "CreateGprVersion" });
export const editGprRowsInput = z
  .strictObject({ edits: z.array(edit).min(1).max(200) })
  .meta({ id: "EditGprRows" });
export const fillGprInput = z.strictObject({ version, ...source }).meta({ id: "FillGprVersion" });
export const pasteGprRowsInput = z
  .strictObject({
    version,
    table: z
      .array(z.array(singleLine(2000)).max(30))
      .min(1)
      .max(5002),
  })
  .meta({ id: "PasteGprRows" });

export const gprTransitionInput = z
  .strictObject({ move: z.enum(["send", "recall"]), version })
  .meta({ id: "GprTransition" });

export const signGprInput = z
  .strictObject({
    hash: z
      .string()
      .regex(/^[0-9a-f]{16,64}$/)
      .meta({ description: "The content that is signed, as the card shows it: its first 16 digits or more" }),
    role: z
      .enum(ROLE_CODES)
      .optional()
      .meta({ description: "Whose signature, where an administrator overrides" }),
    overrideReason: reason.optional(),
  })
  .meta({ id: "SignGprVersion" });

export const remarkGprInput = z
  .strictObject({
    text: note.min(5),
    rows: z.array(gprKey).max(MAX_GPR_ROWS).default([]),
    overrideReason: reason.optional(),
  })
  .meta({ id: "RemarkOnGprVersion" });

export const replaceGprSignerInput = z
  .strictObject({ role: z.enum(ROLE_CODES), signerId: id })
  .meta({ id: "ReplaceGprSigner" });
