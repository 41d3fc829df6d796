import { id, type ShiftDay, shiftDayQuery } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { z } from "zod";
import { invalidField, notFound, personOf, query } from "../../kernel/index.ts";
import { assertOpenDay } from "../facts/index.ts";
import { isChangeable, seesDayShifts } from "../objects/index.ts";
import { assertClosable, assertShiftDay, isAllowed } from "./load-shift.ts";
import { readShift, type StoredPart } from "./read-shift.ts";
import { assertSeesShifts, ofOwnCrews } from "./sees-shifts.ts";
import { presentShiftRecord } from "./shift-record-row.ts";
import { closerOf, isRest, partOf } from "./shift-parts.ts";

/** A shift of an object: what is closed, by whom, and what crews did without a quantity. */
export const getShift = query({
  name: "shift.get",
  permissions: ["fact.view"],
  input: z.strictObject({ objectId: id, ...shiftDayQuery.shape }),
  read: async (ctx, { objectId, date, shift, foremanId: asked }): Promise<ShiftDay> => {
    assertSeesShifts(ctx, objectId);
    const person = personOf(ctx);
    const condition = ofOwnCrews(ctx, objectId, () => "$5::int");
    const own = condition === false ? null : { condition, params: [person.id] };
    const stored = await readShift(ctx, { objectId, date, shift }, own);
    if (stored === null) throw notFound();
    const { name, status, records, parts, date: day, today, shiftHours, crews } = stored;
    if (day > today) throw invalidField("date", "date_future", { date: day });
    const may = can(ctx.actor, "shift.close", { objectId });
    const closable = may && isAllowed(() => assertClosable(ctx, objectId, stored));
    const isOpenDay = isAllowed(() => assertOpenDay(person, objectId, { ...stored, date: day }));
    const present = (one: StoredPart) => {
      const { foreman, closing } = one;
      const mine = closerOf(ctx, objectId, foreman?.id ?? null, isRest(one, parts)) !== null;
      if (closing === null) return { foreman, closing, canClose: closable && mine };
      const { confirmed, silent, ...rest } = closing;
      const canReopen = may && isChangeable(status) && isOpenDay && !confirmed && mine;
      // An installer sees the lines of their crews alone.
      return {
        foreman,
        closing: { ...rest, silent: own === null ? silent : [], canReopen },
        canClose: false,
      };
    };
    const part = partOf(ctx, objectId, parts, asked === 0 ? null : asked);
    return {
      object: { id: objectId, name },
      date: day,
      today,
      shift,
      shiftHours,
      crews: own === null ? crews : crews.filter(({ id: crewId }) => stored.ownCrewIds.includes(crewId)),
      part: part === undefined ? null : present(part),
      parts: parts.map(present),
      records: records.map((record) => presentShiftRecord(ctx, record)),
      ...(seesDayShifts(ctx.actor, objectId) ? { figures: stored.figures } : {}),
      canRecord:
        can(ctx.actor, "fact.enter", { objectId }) &&
        isAllowed(() => assertShiftDay(ctx, { ...stored, id: objectId }, day)),
    };
  },
});
