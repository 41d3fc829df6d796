import { expect, test } from "vitest";
import {
  packTask,
  RESCHEDULE_ACTIONS,
  TASK_ACTIONS,
  type TaskCommand,
  unpackTask,
} from "./task-command-data.ts";

const most = 2_147_483_647;

test("every button comes back as it was packed, within 64 bytes", () => {
  const commands: TaskCommand[] = [
    ...TASK_ACTIONS.map((action) => ({ action, taskId: most, version: most })),
    ...RESCHEDULE_ACTIONS.map((action) => ({ action, taskId: most, requestId: most, version: most })),
  ];
  for (const command of commands) {
    const data = packTask(command);
    expect(data.length).toBeLessThanOrEqual(64);
    expect(unpackTask(data)).toEqual(command);
  }
});

test.each([
  "",
  "t:take:1",
  "t:take:0:1",
  "t:take:1:0",
  "t:take:1:1 ",
  "t:take:-1:1",
  "t:take:1e3:1",
  "t:take:1:2:3",
  "t:agree:1:2",
  "t:nonsense:1:1",
  "t:toString:1:1",
  "t:take:2147483648:1",
  "t:TAKE:1:1",
  "u:a:1",
])("«%s» is no button of a task", (data) => expect(unpackTask(data)).toBeNull());

test("what could not be pressed is not packed", () => {
  expect(() => packTask({ action: "take", taskId: 0, version: 1 })).toThrow(RangeError);
  expect(() => packTask({ action: "agree", taskId: 1, requestId: 0, version: 1 })).toThrow(RangeError);
});
