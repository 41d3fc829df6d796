import { createTask, forbidden, getObject } from "@stsphera/core";
import type { ObjectCard, TaskPriority } from "@stsphera/contracts";
import { dayInWords, shortName } from "@stsphera/contracts/format";
import { newTaskForms as forms, type PHOTO_COUNTS } from "@stsphera/contracts/tasks/forms";
import { canSomewhere } from "@stsphera/rbac";
import { card, html, line } from "@stsphera/telegram";
import { z } from "zod";
import { menuButton } from "../../../engine/buttons.ts";
import { personsToday } from "../../../engine/days.ts";
import { loadThing, thingMessage } from "../../../engine/entity/entity-card.ts";
import { personOf, wordsIn } from "../../../engine/forms/answers.ts";
import { beginOrResume } from "../../../engine/forms/begin-or-resume.ts";
import { formFeature } from "../../../engine/forms/form-feature.ts";
import { verbInput } from "../../../engine/forms/verb-input.ts";
import { objectsFor } from "../../../engine/my-objects.ts";
import type { Turn } from "../../../engine/turn.ts";
import { workersOf } from "../../../engine/workers.ts";
import { taskEntity } from "../task-entity.ts";

const subject = z.object({ objectId: z.number().nullable() });

const objectIn = (chosen: string | null, only: number | null): number | null =>
  chosen === null ? only : Number(chosen);

/** The object of a question that comes after it is known. */
function known(object: ObjectCard | null): ObjectCard {
  if (object === null) throw new Error("a task without an object");
  return object;
}

/** /newtask: object, title, person and day, one question after another. */
export const newTaskForms = formFeature({
  feature: "new_task",
  command: "newtask",
  forms,
  subject,
  async load(turn, { objectId: only }, answers) {
    const objectId = objectIn(wordsIn(answers, "objectId"), only);
    return {
      objects: only === null ? await objectsFor(turn, "task.create") : [],
      object: objectId === null ? null : await getObject.run(turn.context(), { objectId }),
    };
  },
  title: ({ turn, card: { object } }) =>
    object === null ? turn.t("new_task.object") : turn.t("new_task.title", { object: object.name }),
  facts({ state, answers }) {
    const title = wordsIn(answers, "title");
    return title === null || state.step === "title" ? [] : [html`<b>${title}</b>`];
  },
  summary({ turn, card: { object }, answers }) {
    const { t, locale } = turn;
    const deadline = wordsIn(answers, "deadline");
    const day = deadline === null ? t("day.none_inside") : dayInWords(deadline, personsToday(turn), locale);
    const assignee = personOf(answers, "assigneeId");
    const text = wordsIn(answers, "text");
    const priority = (wordsIn(answers, "priority") ?? "normal") as TaskPriority;
    const photos = (wordsIn(answers, "requiredPhotos") ?? "0") as (typeof PHOTO_COUNTS)[number];
    return {
      title: t("task.title", { title: wordsIn(answers, "title") ?? "" }),
      lines: [
        line(t("task.object"), known(object).name),
        line(
          t("task.assignee"),
          assignee === null ? t("new_task.nobody") : shortName(assignee.fullName, "initial"),
        ),
        line(t("task.deadline"), html`<b>${day}</b>`),
        line(t("task.priority"), t(`task.priority.${priority}`)),
        line(t("task.needs"), t(`ask.new_task.create.requiredPhotos.${photos}`)),
        text === null ? null : html`\n${text}`,
      ],
    };
  },
  people: async ({ card: { object } }) => workersOf(known(object)),
  options: async ({ turn }) =>
    (await objectsFor(turn, "task.create")).map(({ id, name }) => ({ value: String(id), caption: name })),
  today: ({ card: { object } }) => known(object).today,
  async finish(filled) {
    const { turn, state, card: about } = filled;
    const { id: objectId } = known(about.object);
    const input = { objectId, title: filled.answers.title, ...verbInput(filled, forms.create) };
    const { id: taskId } = await createTask.run(turn.context(`tg:new-task:${state.id}`), input);
    turn.remember({ objectId });
    const task = await loadThing(taskEntity, turn, taskId);
    // From here on the card is the task's own: notifications edit the same one.
    const card = taskEntity.card.key(taskId);
    return { message: thingMessage(taskEntity, turn, task), toast: turn.t("new_task.created"), card };
  },
  holds: ({ values }) => wordsIn(values, "title") !== null,
  resumed: ({ t }, { values }) => t("new_task.resumed", { title: wordsIn(values, "title") ?? "" }),
});

function sayNoObject(turn: Turn): null {
  const { t } = turn;
  turn.say({
    text: card(t("menu.no_object.title"), [t("menu.no_object.text")]),
    buttons: [[menuButton(t)]],
  });
  return null;
}

/** /newtask: the first question for an object that is known already, or the choice of one. */
export const openNewTask = beginOrResume(newTaskForms, async (turn) => {
  if (!canSomewhere(turn.person(), "task.create")) throw forbidden("task.create");
  const objects = await objectsFor(turn, "task.create");
  const [only] = objects;
  if (only === undefined) return sayNoObject(turn);
  return { form: "create", subject: { objectId: objects.length === 1 ? only.id : null } };
});
