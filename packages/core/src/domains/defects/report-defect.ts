import { id, reportDefectInput } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import {
  command,
  type DomainEvent,
  forbidden,
  insertRow,
  personOf,
  writeDecisions,
} from "../../kernel/index.ts";
import { attachFiles } from "../../platform/attachments/index.ts";
import { assertObjectOpen, lockObject, todayOn } from "../objects/index.ts";
import { defectDecisions, defectSubject } from "../rights/index.ts";
import { assertFixer } from "./defect-lifecycle.ts";
import { assertTerm } from "./load-defect.ts";
import { lastCrewAt, nextNumber, placeOf } from "./place-of-defect.ts";

/** Reports a defect with its place and photos; with a responsible person it is assigned at once. */
export const reportDefect = command({
  name: "defect.report",
  permissions: ["defect.report", "defect.assign"],
  input: z.strictObject({ objectId: id, ...reportDefectInput.shape }),
  // Defects of an object are numbered one after another: the second waits for the first.
  load: (tx, ctx, { objectId }) => lockObject(tx, ctx, objectId),
  authorize: (ctx, object, { objectId, responsibleId, dueOn }) => {
    if (!can(ctx.actor, "defect.report", { objectId })) throw forbidden("defect.report");
    const assigns = responsibleId !== undefined;
    if (assigns && !can(ctx.actor, "defect.assign", { objectId })) throw forbidden("defect.assign");
    assertObjectOpen(object);
    assertTerm(dueOn, todayOn(ctx, object));
  },
  execute: async (tx, { ctx, input: { fileIds, ...fields } }) => {
    const { objectId, responsibleId = null } = fields;
    const place = await placeOf(tx, fields);
    if (responsibleId !== null) await assertFixer(tx, objectId, responsibleId);
    const defect = await insertRow(tx, schema.defects, {
      ...fields,
      ...place,
      number: await nextNumber(tx, objectId),
      crewId: await lastCrewAt(tx, fields),
      responsibleId,
      status: responsibleId === null ? "open" : "assigned",
      statusSince: ctx.now,
      reporterId: personOf(ctx).id,
      createdAt: ctx.now,
    });
    const subject = defectSubject(defect);
    await writeDecisions(tx, subject, defectDecisions(defect));
    const files = await attachFiles(tx, ctx, subject, { objectId, fileIds, kind: "photo" });
    const { title, number, severity, origin, facade, floor, axes, status, dueOn } = defect;
    const payload = { title, severity };
    const events: DomainEvent[] = [{ ...subject, type: "defect.reported", payload }];
    if (responsibleId !== null) events.push({ ...subject, type: "defect.assigned", payload });
    return {
      result: { id: defect.id, version: defect.version, status },
      changes: [
        {
          ...subject,
          before: null,
          after: {
            number,
            title,
            severity,
            origin,
            facade,
            floor,
            axes,
            status,
            responsibleId,
            dueOn,
            files,
          },
        },
      ],
      events,
    };
  },
});
