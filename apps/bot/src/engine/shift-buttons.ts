import { can } from "@stsphera/rbac";
import type { Button } from "@stsphera/telegram";
import { press } from "./buttons.ts";
import { packShift } from "./shift-data.ts";
import type { Turn } from "./turn.ts";

/** «Простой». */
export const idleButton = ({ t }: Turn, objectId: number, day: string): Button =>
  press(t("shift.downtime"), packShift({ action: "downtime", objectId, day }));

/** «Простой», «Без объёма». */
export const idleButtons = (turn: Turn, objectId: number, day: string): Button[] => [
  idleButton(turn, objectId, day),
  press(turn.t("shift.note"), packShift({ action: "note", objectId, day })),
];

/** «Смена закрыта», for those who close shifts. */
export const closeButton = (turn: Turn, objectId: number, day: string): Button[] =>
  can(turn.person(), "shift.close", { objectId })
    ? [press(turn.t("shift.close"), packShift({ action: "close", objectId, day }))]
    : [];
