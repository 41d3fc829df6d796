import { commentTask, recordTelegramFiles } from "@stsphera/core";
import { card } from "@stsphera/telegram";
import { albumTarget, photoReplyKey, rememberAlbum } from "../../engine/albums.ts";
import { readDay } from "../../engine/days.ts";
import { carriesFile, photoOf, type TelegramPhoto } from "../../engine/photo-file.ts";
import type { Turn } from "../../engine/turn.ts";
import { readReason, readWords, sayExpected, typedText } from "../../engine/typed.ts";
import { askForDay } from "./ask-for-day.ts";
import { currentTask, type TaskDialogue } from "./dialogue.ts";
import { finishAssign, finishComment, finishEdit, finishKeep, finishMove, finishPostpone } from "./finish.ts";
import { objectOf } from "./load-task.ts";
import { showDialogue } from "./show-dialogue.ts";

/** As many photos as the verb at the end of the step takes at once. */
const mostPhotos = (d: TaskDialogue): number => (d.step === "ask" ? 10 : 20);
const MOST_TEXT = 2000;
const MOST_TITLE = 200;

const takesPhotos = (d: TaskDialogue): boolean => d.step === "submit" || d.step === "ask";

/** Keeps a photo until the task is handed in or the question is sent. */
async function keep(turn: Turn, d: TaskDialogue, photo: TelegramPhoto): Promise<void> {
  const { t } = turn;
  const known = d.photos.some(({ telegramUniqueId }) => telegramUniqueId === photo.telegramUniqueId);
  const most = mostPhotos(d);
  if (!known && d.photos.length >= most)
    return turn.say({ text: t("task.photo_full", { count: most }), buttons: [] });
  const next: TaskDialogue = known ? d : { ...d, photos: [...d.photos, photo] };
  rememberAlbum(turn, { kind: "task", taskId: d.taskId, objectId: d.objectId, dialogueId: d.id });
  turn.card(photoReplyKey(turn), { text: t("photo.kept_task", { count: next.photos.length }), buttons: [] });
  const words = d.step === "ask" ? typedText(turn) : null;
  if (words !== null && words.length <= MOST_TEXT) return finishComment(turn, next, words);
  return showDialogue(turn, next);
}

/** A late part of an album whose first parts went to a task: it follows them as a comment. */
async function follow(
  turn: Turn,
  photo: TelegramPhoto,
  target: { taskId: number; objectId: number },
): Promise<void> {
  const { objectId, taskId } = target;
  const { fileIds } = await recordTelegramFiles.run(turn.context(), { objectId, files: [photo] });
  await commentTask.run(turn.context(), { taskId, text: turn.t("task.photo_comment"), fileIds });
  turn.card(photoReplyKey(turn), { text: turn.t("task.photo_followed"), buttons: [] });
}

/** Takes a photo that belongs to a task; false for any other. */
export async function onTaskPhoto(turn: Turn): Promise<boolean> {
  const { message } = turn;
  if (message === undefined || !carriesFile(message) || message.forward_origin !== undefined) return false;
  const d = currentTask(turn);
  const album = albumTarget(turn);
  const photo = photoOf(message);
  if (album?.kind === "task" && album.dialogueId !== d?.id) {
    if (photo !== null) await follow(turn, photo, album);
    return photo !== null;
  }
  if (d === null) return false;
  if (photo === null) {
    turn.say({ text: card(turn.t("error.file.title"), [turn.t("error.file.text")]), buttons: [] });
  } else if (takesPhotos(d)) await keep(turn, d, photo);
  else return false;
  return true;
}

async function onReason(turn: Turn, d: TaskDialogue): Promise<void> {
  const reason = readReason(turn);
  if (reason === null) return undefined;
  switch (d.step) {
    case "decline_words":
      return finishMove(turn, d, "new", { reason });
    case "postpone_words":
      return d.day === null ? undefined : finishPostpone(turn, d, d.day, reason);
    case "block":
      return showDialogue(turn, { ...d, step: "block_who", reason });
    case "return":
    case "reopen":
      return finishMove(turn, d, "in_progress", { reason });
    case "assign_words":
      return d.personId === null ? undefined : finishAssign(turn, d, d.personId, reason);
    case "cancel":
      return finishMove(turn, d, "cancelled", { reason });
    case "keep":
      return finishKeep(turn, d, reason);
  }
}

async function onDay(turn: Turn, d: TaskDialogue): Promise<void> {
  const text = typedText(turn);
  if (text === null) return sayExpected(turn, "day");
  const { today } = await objectOf(turn, d);
  const day = readDay(text, today);
  if (day === null) return sayExpected(turn, "day");
  if (d.step === "postpone") return askForDay(turn, d, day);
  if (day < today) return turn.say({ text: turn.t("day.past"), buttons: [] });
  return finishEdit(turn, d, { deadline: day });
}

/** A part of a name narrows the chooser. */
async function onSearch(turn: Turn, d: TaskDialogue): Promise<void> {
  const text = typedText(turn);
  if (text === null || text.length > 80) return sayExpected(turn, "name");
  return showDialogue(turn, { ...d, search: text, page: 0 });
}

type Expected = Parameters<typeof sayExpected>[1];

/** What a step waits for, where it is not words. */
const EXPECTED: Partial<Record<TaskDialogue["step"], Expected>> = {
  decline: "button",
  submit: "photo",
  postpone: "day",
  block_who: "name",
  assign: "name",
  edit: "button",
  edit_deadline: "day",
};

/** Whatever a person sends that is neither a command nor a photo of this task. */
export async function onTaskWords(turn: Turn, d: TaskDialogue): Promise<void> {
  const expected = EXPECTED[d.step] ?? "words";
  // Words under a photo that nothing takes: taking the words alone would lose the photo in silence.
  if (turn.message !== undefined && carriesFile(turn.message)) return sayExpected(turn, expected);
  switch (d.step) {
    case "submit":
    case "decline":
    case "edit":
      return sayExpected(turn, expected);
    case "postpone":
    case "edit_deadline":
      return onDay(turn, d);
    case "assign":
    case "block_who":
      return onSearch(turn, d);
    case "ask": {
      const text = readWords(turn, { most: MOST_TEXT });
      return text === null ? undefined : finishComment(turn, d, text);
    }
    case "edit_title": {
      const text = readWords(turn, { most: MOST_TITLE });
      return text === null ? undefined : finishEdit(turn, d, { title: text });
    }
    case "edit_text": {
      const text = readWords(turn, { most: MOST_TEXT });
      return text === null ? undefined : finishEdit(turn, d, { text });
    }
    default:
      return onReason(turn, d);
  }
}
