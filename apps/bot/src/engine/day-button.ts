import { dayButton } from "@stsphera/core/cards/facts";
import type { Button } from "@stsphera/telegram";
import { press } from "./buttons.ts";
import type { Turn } from "./turn.ts";

/** «Подтвердить · 4»: confirms what waits for the user of an object's day. */
export const confirmDayButton = ({ t }: Turn, objectId: number, day: string, count: number): Button =>
  press(t("fact.day.confirm", { count }), dayButton("confirm", objectId, day));
