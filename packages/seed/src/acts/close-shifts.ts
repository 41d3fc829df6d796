import { closeShift } from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { moment } from "../stage/days.ts";
import type { PersonCode } from "../story/people.ts";
import type { Site } from "./work-days.ts";

/** How far back the shifts are closed by hand; parts that are older are past what closes itself. */
const SHIFTS_BACK = 15;
const CLOSED_AT: Readonly<Partial<Record<PersonCode, string>>> = { belov: "18:30", zhilin: "18:40" };
/** Zhilin's part of the last shift is still open: it closes itself, or he does. */
const isOpen = (shift: number, foreman: PersonCode): boolean => shift === 1 && foreman === "zhilin";

/** The foremen close their parts of the last shifts in the evening. */
export const closeShifts = ({ stage, object, calendar }: Site): Act[] =>
  Array.from({ length: SHIFTS_BACK }, (_, back) => back + 1).flatMap((shift) =>
    Object.entries(CLOSED_AT)
      .filter(([foreman]) => !isOpen(shift, foreman as PersonCode))
      .map(([foreman, clock]) => {
        const date = calendar.shiftDay(shift);
        const at = moment(date, clock);
        const run = async () => {
          const ctx = await stage.as(foreman as PersonCode, at);
          await closeShift.run(ctx, { objectId: object.id, date, rest: { code: "not_worked" } });
        };
        return { at, run };
      }),
  );
