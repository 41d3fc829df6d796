import { dayInWords, shortName } from "@stsphera/contracts/format";
import { line } from "@stsphera/telegram";
import { forGroup, type GroupCopy, type GroupDrawing } from "../../../platform/notify/index.ts";
import type { TaskCardRow } from "../read-task-card.ts";
import { stateText, taskWords } from "./task-view.ts";

type Told = "assigned" | "moved" | "blocked";

/** A task in a chat of its object: what, who and until when; of a blocked one what it waits for, and of nobody. */
export const groupTask =
  (told: Told) =>
  ({ row }: { row: TaskCardRow }, { locale, today }: GroupDrawing): GroupCopy => {
    const t = taskWords(locale);
    const { id, assignee, deadline, blockedReason, blocker } = row;
    const title = forGroup(row.title);
    const who = assignee === null ? null : shortName(assignee.fullName);
    const due = deadline === null ? null : dayInWords(deadline, today, locale);
    const heads = {
      assigned: t("title", { title }),
      moved: t("title_state", { title, state: stateText(row, { locale }) }),
      blocked: t("title_blocked", { title }),
    };
    const tail = [who, told === "assigned" ? due : null].filter((part) => part !== null).join(" · ");
    const waits = blocker?.task?.title;
    return {
      key: `task:${id}`,
      title: heads[told],
      ...(told === "blocked" ? {} : { tail }),
      lines:
        told === "blocked"
          ? [
              line(t("reason"), blockedReason === null ? null : forGroup(blockedReason)),
              line(t("blocker"), waits === undefined ? null : forGroup(waits)),
            ]
          : [],
      many: (count) => t(`group_${told}`, { count }),
      button: { text: t("group_open"), link: { kind: "task", id } },
    };
  };
