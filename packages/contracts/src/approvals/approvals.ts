import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, id, instant } from "../shared/scalars.ts";
import { APPROVAL_ACTIONS, APPROVAL_KINDS } from "../vocabulary.ts";

export const approvalAction = z.object({
  key: z
    .enum(APPROVAL_ACTIONS)
    .meta({ description: "Name of a move; `open` where the decision is made in the card" }),
  to: z.string().optional().meta({ description: "`to` of the transition or decision request" }),
});

export const approval = z
  .object({
    kind: z.enum(APPROVAL_KINDS),
    id: id.meta({
      description: "Id of the task, the request, the person, or the day's oldest waiting entry",
    }),
    objectId: id.nullable(),
    objectName: z.string().nullable(),
    title: z
      .string()
      .meta({ description: "Title of the task; the person's name; the object of a day of facts" }),
    text: z
      .string()
      .nullable()
      .meta({ description: "The task's description, or the reason of the deadline request" }),
    who: person
      .nullable()
      .meta({ description: "Who created the task, handed it in or requests; null for a day" }),
    taskId: id.nullable(),
    gprId: id.nullable().meta({ description: "The version of the schedule that a shift is of" }),
    since: instant.meta({ description: "Waiting since" }),
    due: day.nullable().meta({ description: "The deadline; for a day of facts the day itself" }),
    overdue: z.boolean(),
    toDay: day.nullable().meta({ description: "The requested deadline" }),
    entries: z.int().nullable().meta({ description: "Number of waiting entries of the day" }),
    version: z
      .int()
      .nullable()
      .meta({ description: "Version the decision must name; null for a day of facts" }),
    behalf: person.nullable().meta({
      description: "In whose place the reader decides; null where they do so in their own right",
    }),
    deepLink: z.string().nullable(),
    actions: z.array(approvalAction),
  })
  .meta({ id: "Approval" });
export type Approval = z.infer<typeof approval>;

export const listMyApprovalsQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(APPROVAL_KINDS).optional(),
  side: z
    .enum(["mine", "others"])
    .default("mine")
    .meta({ description: "`others`: what the user handed in or asked for, and others decide" }),
});
export const approvalPage = pageOf(approval).meta({ id: "ApprovalPage" });
export type ApprovalPage = z.infer<typeof approvalPage>;
