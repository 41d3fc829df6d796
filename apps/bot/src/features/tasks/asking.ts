import { getObject, getTask, setChecklistItem, whyNotPutOff } from "@stsphera/core";
import type { TaskCard } from "@stsphera/contracts";
import { missingEvidence } from "@stsphera/contracts/tasks/forms";
import { type Button, line } from "@stsphera/telegram";
import { press } from "../../engine/buttons.ts";
import type { Entity, EntitySubject } from "../../engine/entity/entity.ts";
import type { Asked } from "../../engine/forms/form-feature.ts";
import type { FormState } from "../../engine/forms/form-state.ts";
import { missingText } from "../../engine/forms/missing-text.ts";
import { stale } from "../../engine/forms/move-on.ts";
import { refusalWords } from "../../engine/refusal-words.ts";
import { idIn, packStep } from "../../engine/step-data.ts";

type At = Asked<EntitySubject, TaskCard>;

const MAX_TICKS = 7;

const openItems = ({ checklist }: TaskCard) => checklist.filter(({ done }) => !done);

/** Lines above the question of handing in: photos so far, and what is missing. */
function handingIn({ turn, card, state }: At) {
  const photos = card.photoCount + state.photos.length;
  const hidden = openItems(card).length - MAX_TICKS;
  return [
    line(turn.t("task.photos"), photos === 0 ? turn.t("task.no_photos") : String(photos)),
    missingText(turn, missingEvidence(card, state.photos.length)),
    hidden > 0 ? turn.t("list.more", { count: hidden }) : null,
  ];
}

const tickButtons = ({ turn, card, state }: At): Button[][] =>
  openItems(card)
    .slice(0, MAX_TICKS)
    .map(({ id, text }) => [press(turn.t("task.tick", { text }), packStep(state.id, "tick", id))]);

async function tick({ turn, card, state, subject }: At, itemId: number | null): Promise<FormState | null> {
  const item = card.checklist.find(({ id }) => id === itemId);
  if (item === undefined) {
    stale(turn);
    return null;
  }
  if (!item.done)
    await setChecklistItem.run(turn.context(), { itemId: item.id, version: item.version, done: true });
  const { version } = await getTask.run(turn.context(), { taskId: subject.id });
  return { ...state, subject: { ...subject, version } };
}

/** Extra hooks of task questions: photos when handing in, and days that may be requested. */
export const taskAsking: NonNullable<Entity<TaskCard>["asking"]> = {
  facts: (at) => (at.state.form === "submit" ? handingIn(at) : []),
  buttons: (at) => (at.state.form === "submit" ? tickButtons(at) : []),
  press: (at, action, argument) => (action === "tick" ? tick(at, idIn(argument)) : undefined),
  async check({ turn, state, subject: { objectId }, card: { deadline } }, field, answer) {
    if (state.form !== "postpone" || field !== "deadline") return null;
    const { today } = await getObject.run(turn.context(), { objectId });
    const reason = whyNotPutOff(String(answer), { today, deadline });
    return reason === null ? null : refusalWords(turn, reason, { today });
  },
};
