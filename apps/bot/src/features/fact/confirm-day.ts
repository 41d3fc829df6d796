import { confirmDay, DomainError, getObject, undoDecision } from "@stsphera/core";
import type { Fact, ObjectCard } from "@stsphera/contracts";
import { confirmedAtOnce, dayEntries } from "../../engine/day-entries.ts";
import type { Turn } from "../../engine/turn.ts";
import { refusalWords } from "../../engine/refusal-words.ts";
import type { DayPress } from "./callback-data.ts";
import { type Day, dayConfirmedCard, dayUndoneCard, nothingToConfirmCard } from "./messages/confirmed-day.ts";

/** Key of the answer about a day: pressing again replaces it, while the card of the day is kept by its own news. */
const keyOf = ({ object, date }: Day): string => `fact.day:${object.id}:${date}`;

const entriesOf = (turn: Turn, { object, date }: Day, status: Fact["status"]): Promise<Fact[]> =>
  dayEntries(turn, { objectId: object.id, date }, status);

/** Confirms the day; null when there is nothing that one press confirms, such as after a colleague's press. */
async function confirmed(turn: Turn, { object, date }: Day) {
  try {
    return await confirmDay.run(turn.context(), { objectId: object.id, date });
  } catch (error) {
    if (error instanceof DomainError && error.details.sentence === "nothing_to_confirm") return null;
    throw error;
  }
}

async function confirm(turn: Turn, day: Day): Promise<void> {
  const done = await confirmed(turn, day);
  if (done === null) {
    const standing = (await dayEntries(turn, { objectId: day.object.id, date: day.date })).filter(
      ({ kind, reversedById }) => kind === "work" && reversedById === null,
    );
    return turn.card(keyOf(day), nothingToConfirmCard(turn, day, standing), "below");
  }
  const waiting = done.exceptions.length === 0 ? [] : await entriesOf(turn, day, "submitted");
  turn.card(keyOf(day), dayConfirmedCard(turn, day, done, waiting), "below");
}

/** True when the decision was undone; false when it was changed meanwhile. */
async function undoOne(turn: Turn, { id: factId }: Fact): Promise<boolean> {
  try {
    await undoDecision.run(turn.context(), { factId });
    return true;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "conflict") throw error;
    return false;
  }
}

/** Undoes what the user confirmed by one press: its entries share the instant until which that is possible. */
async function undo(turn: Turn, day: Day, until: number): Promise<void> {
  const confirmed = await entriesOf(turn, day, "confirmed");
  const together = confirmed.filter(({ decisionUndoUntil: at }) => at !== null && Date.parse(at) === until);
  let count = 0;
  for (const fact of together) count += (await undoOne(turn, fact)) ? 1 : 0;
  if (count > 0) {
    const waiting = await confirmedAtOnce(turn, day.object.id, day.date);
    return turn.card(keyOf(day), dayUndoneCard(turn, day, count, waiting), "pressed");
  }
  const isLate = turn.now.getTime() >= until;
  turn.toast(refusalWords(turn, isLate ? "move_undo_time_over" : "nothing_to_undo"));
}

/** «Подтвердить · 4» of a day, and its «Отменить». */
export async function onDayPress(turn: Turn, press: Exclude<DayPress, { action: "enter" }>): Promise<void> {
  const { objectId, date } = press;
  const object: ObjectCard = await getObject.run(turn.context(), { objectId });
  const day = { object, date };
  return press.action === "confirm" ? confirm(turn, day) : undo(turn, day, press.until);
}
