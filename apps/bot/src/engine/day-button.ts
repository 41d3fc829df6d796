import { dayButton } from "@stsphera/core/cards/facts";
import type { Button } from "@stsphera/telegram";
import { press } from "./buttons.ts";
import type { Turn } from "./turn.ts";

type Waiting = { count: number; total: number };

/**
 * «Подтвердить · 4»: confirms what waits for the user of an object's day; «Подтвердить 3 из 4» where one press leaves some,
 * such as entries without their photo.
 */
export const confirmDayButton = (
  { t }: Turn,
  objectId: number,
  day: string,
  { count, total }: Waiting,
): Button =>
  press(
    count < total ? t("fact.day.confirm_some", { count, total }) : t("fact.day.confirm", { count }),
    dayButton("confirm", objectId, day),
  );
