import { createTask } from "@stsphera/core";
import type { TaskPriority } from "@stsphera/contracts";
import { dayInWords, shortName } from "@stsphera/contracts/format";
import { newTaskForms as forms, type PHOTO_COUNTS } from "@stsphera/contracts/tasks/forms";
import { html, line } from "@stsphera/telegram";
import { personsToday } from "../../engine/days.ts";
import { creationForms, titleIn } from "../../engine/entity/creation-forms.ts";
import { personOf, wordsIn } from "../../engine/forms/answers.ts";
import { taskEntity } from "./task-entity.ts";

/** /newtask: object, title, assignee and deadline, one question after another. */
export const newTask = creationForms({
  name: "new_task",
  entity: taskEntity,
  permission: "task.create",
  command: { name: "newtask", place: 50 },
  forms,
  verb: createTask,
  summary({ turn, answers }, object) {
    const { t, locale } = turn;
    const deadline = wordsIn(answers, "deadline");
    const day = deadline === null ? t("day.none_inside") : dayInWords(deadline, personsToday(turn), locale);
    const assignee = personOf(answers, "assigneeId");
    const text = wordsIn(answers, "text");
    const priority = (wordsIn(answers, "priority") ?? "normal") as TaskPriority;
    const photos = (wordsIn(answers, "requiredPhotos") ?? "0") as (typeof PHOTO_COUNTS)[number];
    return {
      title: t("task.title", { title: titleIn(answers) }),
      lines: [
        line(t("task.object"), object.name),
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
});
