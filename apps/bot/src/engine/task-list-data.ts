/** Whose tasks a list holds: given to me, or given by me. */
export const TASK_LISTS = ["mine", "given"] as const;
export type TaskListName = (typeof TASK_LISTS)[number];

export type TaskListPress = { readonly list: TaskListName; readonly page: number };

const DATA = /^tl:(mine|given):(\d{1,3})$/;

/** Callback data of the list of tasks: `tl:mine:0`. */
export const packTaskList = ({ list, page }: TaskListPress): string => `tl:${list}:${page}`;

/** The page that is asked for; null for other data. */
export function unpackTaskList(data: string): TaskListPress | null {
  const match = DATA.exec(data);
  const list = TASK_LISTS.find((one) => one === match?.[1]);
  return list === undefined ? null : { list, page: Number(match?.[2]) };
}

const OPEN = /^tl:open:([1-9]\d{0,9})$/;

/** Callback data of a row: the task's card comes below the list. */
export const packOpenTask = (taskId: number): string => `tl:open:${taskId}`;

/** The task that is to be opened from the list; null for other data. */
export function unpackOpenTask(data: string): number | null {
  const taskId = Number(OPEN.exec(data)?.[1]);
  return taskId <= 2_147_483_647 ? taskId : null;
}
