import type { TaskCard } from "@stsphera/contracts";
import { type Button, card, line, packTask, type RenderedMessage } from "@stsphera/telegram";
import { press, rows } from "../../../engine/buttons.ts";
import { dayButtons } from "../../../engine/day-chooser.ts";
import { type Choosable, peopleButtons } from "../../../engine/people-chooser.ts";
import { packStep } from "../../../engine/step-data.ts";
import { lastRow } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { TaskDialogue, TaskStep } from "../dialogue.ts";

/** Why a task is not taken: chips that satisfy the reason. */
export const DECLINE_REASONS = [
  "no_material",
  "no_front",
  "no_drawings",
  "not_mine",
  "no_time",
  "other",
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

const backTo = (d: TaskDialogue): string =>
  packTask({ action: "open", taskId: d.taskId, version: d.version });

const titled = (turn: Turn, d: TaskDialogue, lines: readonly (string | null)[]): string =>
  card(turn.t("task.title", { title: d.title }), lines);

const question = (turn: Turn, d: TaskDialogue, buttons: Button[][], lines?: string[]): RenderedMessage => ({
  text: titled(turn, d, [...(lines ?? []), turn.t(`task.ask.${d.step}`)]),
  buttons: [...buttons, lastRow(turn, d, backTo(d))],
});

export function declineMessage(turn: Turn, d: TaskDialogue): RenderedMessage {
  const chips = DECLINE_REASONS.map((code) =>
    press(turn.t(`task.decline.${code}`), packStep(d.id, "why", code)),
  );
  return question(turn, d, rows(chips, 2));
}

/** Waits for words and nothing else. */
export const wordsMessage = (turn: Turn, d: TaskDialogue): RenderedMessage => {
  const empties =
    d.step === "edit_text" ? [[press(turn.t("task.edit.no_text"), packStep(d.id, "empty"))]] : [];
  const send =
    d.step === "ask" && d.photos.length > 0
      ? [[press(turn.t("task.ask_send", { count: d.photos.length }), packStep(d.id, "send"))]]
      : [];
  return question(turn, d, [...empties, ...send]);
};

/** Which day: chips, or a day in digits. */
export function dayMessage(turn: Turn, d: TaskDialogue, today: string): RenderedMessage {
  const none = d.step === "edit_deadline" ? [[press(turn.t("day.none"), packStep(d.id, "empty"))]] : [];
  return question(turn, d, [...dayButtons(turn, d.id, today, [1, 3, 7]), ...none]);
}

/** Whom: members of the object by role, page by page. */
export function whoMessage(turn: Turn, d: TaskDialogue, people: readonly Choosable[]): RenderedMessage {
  const found = people.length === 0 ? [turn.t("who.nobody", { search: d.search ?? "" })] : [];
  return question(turn, d, peopleButtons(turn, d.id, people, d.page), found);
}

/** What is missing to hand the task in; null when nothing is. */
export function missingText({ t }: Turn, d: TaskDialogue, task: TaskCard): string | null {
  const photos = task.requiredPhotos - task.photoCount - d.photos.length;
  const open = task.checklist.filter((item) => !item.done).length;
  const missing = [
    ...(photos > 0 ? [t("task.missing_photos", { count: photos })] : []),
    ...(open > 0 ? [t("task.missing_items", { count: open })] : []),
  ];
  return missing.length === 0 ? null : t("task.missing", { what: missing.join(", ") });
}

const SHOWN_ITEMS = 7;

/** Handing in: the photos so far, the checklist to tick, and what is still missing. */
export function submitMessage(turn: Turn, d: TaskDialogue, task: TaskCard): RenderedMessage {
  const { t } = turn;
  const photos = task.photoCount + d.photos.length;
  const open = task.checklist.filter((item) => !item.done);
  const ticks = open
    .slice(0, SHOWN_ITEMS)
    .map((item) => [press(t("task.tick", { text: item.text }), packStep(d.id, "tick", item.id))]);
  const hidden = open.length - ticks.length;
  return {
    text: card(t("task.title", { title: task.title }), [
      line(t("task.photos"), photos === 0 ? t("task.no_photos") : String(photos)),
      missingText(turn, d, task),
      hidden > 0 ? t("list.more", { count: hidden }) : null,
      t("task.ask.submit"),
    ]),
    buttons: [
      ...ticks,
      [press(t("task.button.submit"), packStep(d.id, "submit"))],
      lastRow(turn, d, backTo(d)),
    ],
  };
}

const EDITS = ["title", "text", "deadline"] as const;
const PRIORITIES = ["low", "normal", "high", "critical"] as const;

/** What to change: words, the day, or the priority at once. */
export function editMessage(turn: Turn, d: TaskDialogue, task: TaskCard): RenderedMessage {
  const { t } = turn;
  const fields = EDITS.map((field) => press(t(`task.edit.${field}`), packStep(d.id, "field", field)));
  const levels = PRIORITIES.filter((level) => level !== task.priority).map((level) =>
    press(t(`task.priority.${level}`), packStep(d.id, "priority", level)),
  );
  return question(turn, d, [fields, levels]);
}

/** Steps whose answer is words. */
export const WORDS: readonly TaskStep[] = [
  "decline_words",
  "postpone_words",
  "block",
  "return",
  "ask",
  "assign_words",
  "edit_title",
  "edit_text",
  "cancel",
  "reopen",
  "keep",
];
