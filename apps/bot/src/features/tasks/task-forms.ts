import { commentTask, getObject, recordTelegramFiles, setChecklistItem, whyNotPutOff } from "@stsphera/core";
import type { TaskCard } from "@stsphera/contracts";
import { TASK_CAPTIONS } from "@stsphera/contracts/format";
import { missingEvidence, taskForms as forms } from "@stsphera/contracts/tasks/forms";
import { type Button, line } from "@stsphera/telegram";
import { photoReplyKey } from "../../engine/albums.ts";
import { press } from "../../engine/buttons.ts";
import { type Asked, formFeature } from "../../engine/forms/form-feature.ts";
import type { FormState } from "../../engine/forms/form-state.ts";
import { missingText } from "../../engine/forms/missing-text.ts";
import { stale } from "../../engine/forms/move-on.ts";
import { idIn, packStep } from "../../engine/step-data.ts";
import type { Turn } from "../../engine/turn.ts";
import type { BotKey } from "../../locales/i18n.ts";
import { loadTask } from "./load-task.ts";
import { taskMessage } from "./messages/task-card.ts";
import { refusedTask } from "./refused.ts";
import type { TaskFormName } from "./task-actions.ts";
import { taskSubject, type TaskSubject } from "./task-subject.ts";
import { writeTask } from "./write-task.ts";
import { workersOf } from "./workers.ts";

type At = Asked<TaskSubject, TaskCard>;

const MAX_TICKS = 7;

const objectOf = (turn: Turn, { objectId }: TaskSubject) => getObject.run(turn.context(), { objectId });

const openItems = ({ checklist }: TaskCard) => checklist.filter(({ done }) => !done);

/** Handing in: the photos so far, and what is still missing. */
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

async function tick(at: At, itemId: number | null): Promise<FormState | null> {
  const { turn, card, state, subject: about } = at;
  const item = card.checklist.find(({ id }) => id === itemId);
  if (item === undefined) {
    stale(turn);
    return null;
  }
  if (!item.done)
    await setChecklistItem.run(turn.context(), { itemId: item.id, version: item.version, done: true });
  const { version } = await loadTask(turn, about.taskId);
  return { ...state, subject: { ...about, version } };
}

/** Photos of the dialogue are written down first, so that they can be tied to the task. */
async function recorded(turn: Turn, { id, photos }: FormState, objectId: number): Promise<number[]> {
  if (photos.length === 0) return [];
  const key = `tg:task-files:${id}:${photos.length}`;
  const { fileIds } = await recordTelegramFiles.run(turn.context(key), { objectId, files: photos });
  return fileIds;
}

const REFUSED_DAYS = {
  deadline_not_later: "task.refusal.later",
  deadline_same: "task.refusal.same_day",
} as const satisfies Record<string, BotKey>;

const doneText = ({ t }: Turn, form: TaskFormName): string =>
  t(`task.done.${form === "reassign" ? "assign" : form}`);

/** Everything that may be said about a task. */
export const taskForms = formFeature({
  feature: "task",
  forms,
  subject: taskSubject,
  load: (turn, { taskId }) => loadTask(turn, taskId),
  title: ({ turn, card: { title } }) => turn.t("task.title", { title }),
  facts: (at) => (at.state.form === "submit" ? handingIn(at) : []),
  buttons: (at) => (at.state.form === "submit" ? tickButtons(at) : []),
  press: (at, action, argument) => (action === "tick" ? tick(at, idIn(argument)) : undefined),
  async people({ turn, subject: about, card: { assignee } }, from) {
    const without = from === "helpers" ? turn.person().id : assignee?.id;
    return workersOf(await objectOf(turn, about)).filter(({ id }) => id !== without);
  },
  today: async ({ turn, subject: about }) => (await objectOf(turn, about)).today,
  async check({ turn, state, subject: about, card: { deadline } }, field, answer) {
    if (state.form !== "postpone" || field !== "deadline") return null;
    const { today } = await objectOf(turn, about);
    const reason = whyNotPutOff(String(answer), { today, deadline });
    return reason === null ? null : turn.t(REFUSED_DAYS[reason]);
  },
  leave: async (turn, { taskId }) => taskMessage(turn, await loadTask(turn, taskId)),
  leavesOnCancel: true,
  async finish(filled) {
    const { turn, state, subject: about } = filled;
    await writeTask(filled, await recorded(turn, state, about.objectId));
    return {
      message: taskMessage(turn, await loadTask(turn, about.taskId)),
      toast: doneText(turn, filled.form),
    };
  },
  refused: refusedTask,
  resumed: ({ t, locale }, { form, subject: about }) => {
    const what = TASK_CAPTIONS[locale][form as TaskFormName];
    return t("task.resumed", { what, title: String(about["title"]) });
  },
  photoWords: { kept: "photo.kept_task", full: "task.photo_full" },
  /** A late part of an album whose first parts went to a task follows them as a comment. */
  async follow(turn, { taskId, objectId }, photo) {
    const { fileIds } = await recordTelegramFiles.run(turn.context(), { objectId, files: [photo] });
    await commentTask.run(turn.context(), { taskId, text: turn.t("task.photo_comment"), fileIds });
    turn.card(photoReplyKey(turn), { text: turn.t("task.photo_followed"), buttons: [] });
  },
});
