import { DomainError, momentText, putOffEvening } from "@stsphera/core";
import { isDay } from "@stsphera/contracts/forms";
import { refusalWords } from "../../engine/refusal-words.ts";
import type { Turn } from "../../engine/turn.ts";

const DATA = /^ev:later:([\d-]{10})$/;

/** Parses the button «Через час» of an evening request to the day of its shift; null for other data. */
export function unpackLater(data: string): { day: string } | null {
  const day = DATA.exec(data)?.[1] ?? "";
  return isDay(day) ? { day } : null;
}

/** Puts the request off for an hour; that of another day is over. */
export async function onLater(turn: Turn, { day }: { day: string }): Promise<void> {
  try {
    const { dueAt } = await putOffEvening.run(turn.context(), { day });
    const { locale, now } = turn;
    const time = momentText(dueAt, { timeZone: turn.person().timeZone, now, locale });
    turn.toast(turn.t("notifications.later", { time }));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.code === "forbidden") return turn.toast(refusalWords(turn, "nothing_to_put_off"));
    if (error.code !== "validation_failed") throw error;
    turn.toast(turn.t("error.stale_dialog"));
  }
}
