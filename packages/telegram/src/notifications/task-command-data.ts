/** What a button of a task's card asks for. Moves of the state machine and the dialogues that lead to one. */
export const TASK_ACTIONS = [
  "open",
  "take",
  "decline",
  "submit",
  "accept",
  "return",
  "ask",
  "postpone",
  "block",
  "unblock",
  "undo",
  "assign",
  "edit",
  "cancel",
  "reopen",
] as const;
export type TaskActionName = (typeof TASK_ACTIONS)[number];

/** Decisions on a request for a date: agreed, or the date stays. */
export const RESCHEDULE_ACTIONS = ["agree", "keep"] as const;
export type RescheduleActionName = (typeof RESCHEDULE_ACTIONS)[number];

export type TaskCommand =
  | {
      readonly action: TaskActionName;
      readonly taskId: number;
      /** Version of the task that the card shows. */
      readonly version: number;
    }
  | {
      readonly action: RescheduleActionName;
      readonly taskId: number;
      readonly requestId: number;
      /** Version of the request that the card shows. */
      readonly version: number;
    };

const NUMBER = "([1-9]\\d{0,9})";
const DATA = new RegExp(`^t:([a-z]+):${NUMBER}(?::${NUMBER})?:${NUMBER}$`);
const MAX_ID = 2_147_483_647;

/** Buttons carry the names of the moves; the bot's dialogues of tasks still go by the former ones. */
const NAMES: Readonly<Record<string, string>> = {
  reassign: "assign",
  comment: "ask",
  approve: "agree",
  refuse: "keep",
};

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/** Callback data: `t:<action>:<taskId>:<version>`, of a decision `t:agree:<taskId>:<requestId>:<version>`. */
export function packTask(command: TaskCommand): string {
  const ids = "requestId" in command ? [command.taskId, command.requestId] : [command.taskId];
  const data = ["t", command.action, ...ids, command.version].join(":");
  if (unpackTask(data) === null) throw new RangeError(`Not a button of a task: "${data}"`);
  return data;
}

/** The command in callback data; null for anything that no card of a task made. What it may do is judged by the verb. */
export function unpackTask(data: string): TaskCommand | null {
  const match = DATA.exec(data);
  if (match === null) return null;
  const [action = "", taskId, requestId, version] = [
    match[1],
    Number(match[2]),
    Number(match[3] ?? 0),
    Number(match[4]),
  ];
  const name = NAMES[action] ?? action;
  if ([taskId, requestId, version].some((number) => number > MAX_ID)) return null;
  if (requestId > 0)
    return isOneOf(RESCHEDULE_ACTIONS, name) ? { action: name, taskId, requestId, version } : null;
  return isOneOf(TASK_ACTIONS, name) ? { action: name, taskId, version } : null;
}
