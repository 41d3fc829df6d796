import { id, recordDowntimeInput } from "@stsphera/contracts";
import { PARTIES_OF, PARTY_OF } from "@stsphera/contracts/shifts/parties";
import { limitOn } from "@stsphera/rbac";
import { z } from "zod";
import { command, invalidField } from "../../kernel/index.ts";
import { presentShiftRecord } from "./shift-record-row.ts";
import { assertMayRecord, loadCrews, writeShiftRecord } from "./write-shift-record.ts";

/** Records that crews stood idle, why, and who answers for it. */
export const recordDowntime = command({
  name: "downtime.record",
  permissions: ["fact.enter"],
  input: z.strictObject({ objectId: id, ...recordDowntimeInput.shape }),
  load: (tx, ctx, input) => loadCrews(tx, ctx, input),
  authorize: (ctx, shift) => assertMayRecord(ctx, shift),
  execute: (tx, { ctx, target, input: { reason, party, objectId, ...input } }) => {
    // Installers report of their own crew: who answers for it follows from the reason.
    const isOwnCrew = limitOn(ctx.actor, "fact.enter", { objectId }) === "own_crew";
    if (isOwnCrew && party !== undefined && party !== PARTY_OF[reason.code])
      throw invalidField("party", "party_by_reason");
    if (party !== undefined && !PARTIES_OF[reason.code].includes(party))
      throw invalidField("party", "party_not_of_reason");
    return writeShiftRecord(tx, ctx, target, {
      ...input,
      date: input.date,
      kind: "downtime",
      code: reason.code,
      words: reason.text ?? null,
      party: party ?? PARTY_OF[reason.code],
    });
  },
  present: presentShiftRecord,
});
