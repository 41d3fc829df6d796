import { taskRow } from "@stsphera/core/cards";
import type { TaskPage } from "@stsphera/contracts";
import { card, type RenderedMessage } from "@stsphera/telegram";
import { menuButton, press } from "../../../engine/buttons.ts";
import { PAGE, pageButtons, pageWithin } from "../../../engine/people-chooser.ts";
import type { Turn } from "../../../engine/turn.ts";
import { packOpenTask, packTaskList, type TaskListPress } from "../../../engine/task-list-data.ts";
import { viewOf } from "./task-card.ts";

const otherList = ({ t }: Turn, list: TaskListPress["list"]) => {
  const other = list === "mine" ? "given" : "mine";
  return press(t(`task.list.${other}`), packTaskList({ list: other, page: 0 }));
};

/** A page of tasks, each of which opens its card below the list; a page that is no more shows the last there is. */
export function listMessage(turn: Turn, tasks: TaskPage, pressed: TaskListPress): RenderedMessage {
  const { t } = turn;
  const { list } = pressed;
  const page = pageWithin(tasks.items.length, pressed.page);
  const shown = tasks.items.slice(page * PAGE, (page + 1) * PAGE);
  const lastRow = [otherList(turn, list), menuButton(t)];
  if (shown.length === 0) {
    return {
      text: card(t("task.list.empty"), [
        t(list === "mine" ? "task.list.empty_mine" : "task.list.empty_given"),
      ]),
      buttons: [lastRow],
    };
  }
  const count = tasks.nextCursor === null ? String(tasks.items.length) : `${tasks.items.length}+`;
  const rest = tasks.items.length - (page + 1) * PAGE;
  return {
    text: card(
      t(`task.list.title_${list}`, { number: count }),
      shown.map((task) => taskRow(task, viewOf(turn))),
    ),
    buttons: [
      ...shown.map((task) => [press(task.title, packOpenTask(task.id))]),
      pageButtons(turn, page, rest, (to) => packTaskList({ list, page: to })),
      lastRow,
    ],
  };
}
