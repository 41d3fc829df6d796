import { DEPARTMENTS } from "@stsphera/rbac";
import { z } from "zod";
import { person } from "../shared/person.ts";
import { day } from "../shared/scalars.ts";
import { gprConstraint, gprKey, gprLink } from "./gpr-inputs.ts";

const count = z.int().min(0);
const brief = { key: gprKey, number: z.int(), name: z.string() };

const reasonOfDate = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("link"),
    link: gprLink,
    of: gprKey.nullable().meta({ description: "The summary whose link it is, where it is not its own" }),
    drivenBy: gprKey,
  }),
  z.object({ kind: z.literal("constraint"), constraint: gprConstraint, of: gprKey.nullable() }),
  z.object({ kind: z.literal("held"), until: day, of: gprKey.nullable() }),
  z.object({ kind: z.literal("data_date"), day }),
  z.object({ kind: z.literal("project_start"), day }),
  z.object({ kind: z.literal("fact"), start: day, finish: day.nullable() }),
  z.object({ kind: z.literal("rows"), drivenBy: gprKey }),
]);

export const gprWhyQuery = z.strictObject({
  row: gprKey
    .optional()
    .meta({ description: "The row that ends last unless said: why the finish is when it is" }),
});

export const gprWhy = z
  .object({
    row: z.object(brief),
    start: day,
    finish: day,
    reason: reasonOfDate,
    text: z.string().meta({ description: "The same in one sentence, in the reader's language" }),
    drivenBy: z.object(brief).nullable().meta({ description: "The row that decides the date" }),
    daysOff: z.object({ from: day, count }).nullable(),
    gaveWay: gprLink.nullable().meta({ description: "A link that its «on a day» does not keep" }),
    path: z
      .array(z.object({ ...brief, start: day, finish: day }))
      .meta({ description: "The rows that lead to the date, last first, at most 50" }),
  })
  .meta({ id: "GprWhy" });
export type GprWhy = z.infer<typeof gprWhy>;

const holdingRow = z.object({
  ...brief,
  department: z.enum(DEPARTMENTS),
  owner: person.nullable(),
  start: day,
  finish: day,
  workdays: count.meta({ description: "Of the row from its start to its finish" }),
});

export const gprHolding = z
  .object({
    finish: day.nullable(),
    rows: z.array(holdingRow).meta({ description: "The rows that drive the finish, the last first" }),
    owners: z
      .array(
        z.object({
          owner: person.nullable(),
          department: z.enum(DEPARTMENTS),
          rows: count,
          workdays: count,
          next: holdingRow.meta({ description: "The first of them that is not done" }),
        }),
      )
      .meta({ description: "Who holds the finish, the longest first" }),
  })
  .meta({ id: "GprHolding" });
export type GprHolding = z.infer<typeof gprHolding>;
