import { formatDay } from "@stsphera/contracts/format";
import type { Button } from "@stsphera/telegram";
import { press, rows } from "./buttons.ts";
import { shiftDay } from "./days.ts";
import { packStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** Days one press away: `day:<yyyy-mm-dd>`. */
export function dayButtons(
  turn: Turn,
  dialogueId: string,
  today: string,
  offered: readonly number[],
): Button[][] {
  const names: Record<number, string> = { 0: turn.t("day.today"), 1: turn.t("day.tomorrow") };
  const buttons = offered.map((ahead) => {
    const day = shiftDay(today, ahead);
    const name = names[ahead] ?? `+${ahead} · ${formatDay(day, turn.locale)}`;
    return press(name, packStep(dialogueId, "day", day));
  });
  return rows(buttons, 2);
}
