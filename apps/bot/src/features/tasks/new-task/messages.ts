import type { ObjectSummary, TaskPriority } from "@stsphera/contracts";
import { dayInWords, shortName } from "@stsphera/contracts/format";
import { card, html, line, type RenderedMessage } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import { dayButtons } from "../../../engine/day-chooser.ts";
import { personsToday } from "../../../engine/days.ts";
import { objectButtons } from "../../../engine/object-chooser.ts";
import { type Choosable, peopleButtons } from "../../../engine/people-chooser.ts";
import { packStep } from "../../../engine/step-data.ts";
import { lastRow } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { NewTask } from "./dialogue.ts";

/** What a task may ask for in photos, one press after another. */
export const PHOTO_CHOICES = [0, 1, 3, 5] as const;
const PRIORITY_CHOICES: readonly TaskPriority[] = ["normal", "high", "critical", "low"];

/** The choice after this one, the first after the last. */
const after = <T>(choices: readonly T[], value: T): T =>
  choices[(choices.indexOf(value) + 1) % choices.length] ?? value;

const back = (d: NewTask, to: string): string => packStep(d.id, "go", to);

export function objectMessage(turn: Turn, d: NewTask, objects: readonly ObjectSummary[]): RenderedMessage {
  return {
    text: card(turn.t("new_task.object"), []),
    buttons: [...objectButtons(turn, d.id, objects, d.page), lastRow(turn, d)],
  };
}

const heading = (turn: Turn, d: NewTask): string => turn.t("new_task.title", { object: d.objectName });

export function titleMessage(turn: Turn, d: NewTask): RenderedMessage {
  return { text: card(heading(turn, d), [turn.t("new_task.ask_title")]), buttons: [lastRow(turn, d)] };
}

export function whoMessage(turn: Turn, d: NewTask, people: readonly Choosable[]): RenderedMessage {
  const { t } = turn;
  const nobody = people.length === 0 ? t("who.nobody", { search: d.search ?? "" }) : null;
  return {
    text: card(heading(turn, d), [html`<b>${d.title}</b>`, nobody, t("new_task.ask_who")]),
    buttons: [
      ...peopleButtons(turn, d.id, people, d.page),
      [press(t("new_task.no_assignee"), packStep(d.id, "nobody"))],
      lastRow(turn, d, back(d, "title")),
    ],
  };
}

export function deadlineMessage(turn: Turn, d: NewTask, today: string): RenderedMessage {
  const { t } = turn;
  return {
    text: card(heading(turn, d), [html`<b>${d.title}</b>`, t("new_task.ask_deadline")]),
    buttons: [
      ...dayButtons(turn, d.id, today, [0, 1, 3, 7]),
      [press(t("day.none"), packStep(d.id, "none"))],
      lastRow(turn, d, back(d, "who")),
    ],
  };
}

export function textMessage(turn: Turn, d: NewTask): RenderedMessage {
  return {
    text: card(heading(turn, d), [html`<b>${d.title}</b>`, turn.t("new_task.ask_text")]),
    buttons: [lastRow(turn, d, back(d, "confirm"))],
  };
}

/** The task as it will be set, one press from being so. */
export function confirmMessage(turn: Turn, d: NewTask): RenderedMessage {
  const { t, locale } = turn;
  const deadline =
    d.deadline === null ? t("day.none_inside") : dayInWords(d.deadline, personsToday(turn), locale);
  const who = d.assignee === null ? t("new_task.nobody") : shortName(d.assignee.fullName, "initial");
  const nextPriority = after(PRIORITY_CHOICES, d.priority);
  const nextPhotos = after<number>(PHOTO_CHOICES, d.requiredPhotos);
  const photos = (count: number) => (count === 0 ? t("new_task.no_photos") : t("new_task.photos", { count }));
  return {
    text: card(t("task.title", { title: d.title ?? "" }), [
      line(t("task.object"), d.objectName),
      line(t("task.assignee"), who),
      line(t("task.deadline"), html`<b>${deadline}</b>`),
      line(t("task.priority"), t(`task.priority.${d.priority}`)),
      line(t("task.needs"), photos(d.requiredPhotos)),
      d.text === null ? null : html`\n${d.text}`,
    ]),
    buttons: [
      [press(t("new_task.create"), packStep(d.id, "create"))],
      [
        press(t(`task.priority.${nextPriority}`), packStep(d.id, "level", nextPriority)),
        press(photos(nextPhotos), packStep(d.id, "photos", nextPhotos)),
      ],
      [press(t("task.edit.text"), packStep(d.id, "text"))],
      lastRow(turn, d, back(d, "deadline")),
    ],
  };
}
