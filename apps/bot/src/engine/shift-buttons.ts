import type { Shift } from "@stsphera/contracts/vocabulary";
import { can } from "@stsphera/rbac";
import type { Button } from "@stsphera/telegram";
import { press } from "./buttons.ts";
import { packNewExtra } from "./extra-data.ts";
import { packShift } from "./shift-data.ts";
import type { Turn } from "./turn.ts";

/** An object's day and shift; the day shift unless given. */
export type ShiftAt = { readonly objectId: number; readonly day: string; readonly shift?: Shift };

/** «Простой». */
export const idleButton = ({ t }: Turn, at: ShiftAt): Button =>
  press(t("shift.downtime"), packShift({ action: "downtime", ...at }));

/** «Простой», «Без объёма». */
export const idleButtons = (turn: Turn, at: ShiftAt): Button[] => [
  idleButton(turn, at),
  press(turn.t("shift.note"), packShift({ action: "note", ...at })),
];

/** «Доп. работа», for those who report them. */
export const extraButton = (turn: Turn, { objectId }: Pick<ShiftAt, "objectId">): Button[] =>
  can(turn.person(), "extra.report", { objectId })
    ? [press(turn.t("extra.new"), packNewExtra(objectId))]
    : [];

/** «Смена закрыта», for those who close shifts. */
export const closeButton = (turn: Turn, at: ShiftAt): Button[] =>
  can(turn.person(), "shift.close", { objectId: at.objectId })
    ? [press(turn.t("shift.close"), packShift({ action: "close", ...at }))]
    : [];
