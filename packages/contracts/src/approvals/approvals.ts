import { z } from "zod";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { day, id, instant } from "../shared/scalars.ts";
import { APPROVAL_ACTIONS, APPROVAL_KINDS } from "../vocabulary.ts";

export const approvalAction = z.object({
  key: z
    .enum(APPROVAL_ACTIONS)
    .meta({ description: "A move by its name; `open` where it is decided on in the card" }),
  to: z.string().optional().meta({ description: "What the transition or the decision takes it to" }),
});

export const approval = z
  .object({
    kind: z.enum(APPROVAL_KINDS),
    id: id.meta({
      description: "Of the task, the request, the person, or the day's entry that waits longest",
    }),
    objectId: id.nullable(),
    objectName: z.string().nullable(),
    title: z.string().meta({ description: "Of the task; the person's name; the object of a day of facts" }),
    text: z.string().nullable().meta({ description: "What the task asks for, or why another day is asked" }),
    who: person.nullable().meta({ description: "Who gave the task, handed it in or asks; for a day nobody" }),
    taskId: id.nullable(),
    since: instant.meta({ description: "Since when it waits" }),
    due: day.nullable().meta({ description: "The deadline; for a day of facts the day itself" }),
    overdue: z.boolean(),
    toDay: day.nullable().meta({ description: "The day that is asked for" }),
    entries: z.int().nullable().meta({ description: "How many entries of the day wait" }),
    version: z.int().nullable().meta({ description: "What a decision has to name; none for a day of facts" }),
    deepLink: z.string().nullable(),
    actions: z.array(approvalAction),
  })
  .meta({ id: "Approval" });
export type Approval = z.infer<typeof approval>;

export const listMyApprovalsQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(APPROVAL_KINDS).optional(),
});
export const approvalPage = pageOf(approval).meta({ id: "ApprovalPage" });
export type ApprovalPage = z.infer<typeof approvalPage>;
