import type { TestObject } from "@stsphera/core/testing";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Answered } from "../testing/contract-asker.ts";
import { errorOf, fieldsOf, verdict } from "../testing/errors.ts";
import { type Address, type HostileScene, openHostileScene } from "../testing/hostile-scene.ts";
import type { TestApi } from "../testing/open-api.ts";

let api: TestApi;
let object: TestObject;
let manager: UserActor;
let foreman: UserActor;
let stranger: UserActor;
let refused: HostileScene["refused"];
let hiddenFrom: HostileScene["hiddenFrom"];

beforeAll(async () => {
  ({ api, object, manager, foreman, refused, hiddenFrom } = await openHostileScene());
  stranger = await api.world.createUser({ role: "construction_itr" });
});
afterAll(() => api.close());

const create = (body: Record<string, unknown> = {}, as = manager) =>
  api.call("POST", `/api/objects/${object.id}/tasks`, {
    as,
    body: { title: "Проверить анкеры", deadline: "2026-09-20", ...body },
  });
const made = async (body: Record<string, unknown> = {}) =>
  (await create({ assigneeId: foreman.id, ...body })).body as Answered;
const move = (as: UserActor, task: Answered, body: Record<string, unknown>) =>
  api.call("POST", `/api/tasks/${task.id}/transitions`, { as, body: { version: task.version, ...body } });
const statusOf = async ({ id }: Answered) =>
  ((await api.call("GET", `/api/tasks/${id}`, { as: manager })).body as { status: string }).status;

test("regression 35: no task is done in one step; a move that is not allowed is refused with the allowed ones", async () => {
  for (const to of ["done", "review", "blocked", "in_progress"]) {
    const task = (await create()).body as Answered;
    const answer = await refused(() => move(manager, task, { to, reason: "сразу готово" }));
    // Only the assignee may hand in, and a new task has none: the right is checked before the state.
    const handsIn = to === "review";
    expect(`${to} ${verdict(answer)}`).toBe(`${to} ${handsIn ? "403 forbidden" : "409 invalid_transition"}`);
    expect(errorOf(answer).allowed).toEqual(handsIn ? undefined : ["assign", "cancel"]);
    expect(await statusOf(task)).toBe("new");
  }
});

test("regression 35: blocking requires a reason and a person", async () => {
  const task = await made();
  const wordless = await refused(() =>
    move(foreman, task, { to: "blocked", blocker: { userId: manager.id } }),
  );
  expect(fieldsOf(wordless)).toEqual(["reason: reason_required"]);
  const nameless = await refused(() => move(foreman, task, { to: "blocked", reason: "нет анкеров" }));
  expect(fieldsOf(nameless)[0]).toMatch(/^blocker: /);
  const short = await refused(() => move(foreman, task, { to: "blocked", reason: "нет" }));
  expect(fieldsOf(short)).toEqual(["reason: too_small"]);
  expect(await statusOf(task)).toBe("assigned");
});

test("a stale version gets the current one", async () => {
  const task = await made();
  const answer = await refused(() =>
    move(foreman, { ...task, version: task.version + 5 }, { to: "in_progress" }),
  );
  expect(verdict(answer)).toBe("409 version_conflict");
  expect(errorOf(answer).current).toMatchObject({ version: task.version, status: "assigned" });
});

test("nobody else can take, decline or hand in an assignee's task, and the assignee cannot judge it", async () => {
  const task = await made();
  const supply = await api.world.as("supply");
  const admin = await api.world.as("admin");
  for (const as of [manager, supply, admin]) {
    expect(verdict(await refused(() => move(as, task, { to: "in_progress" })))).toBe("403 forbidden");
    const declined = await refused(() => move(as, task, { to: "new", reason: "не ко мне" }));
    expect(verdict(declined)).toBe("403 forbidden");
  }
  const taken = (await move(foreman, task, { to: "in_progress" })).body as Answered;
  const handed = (await move(foreman, taken, { to: "review" })).body as Answered;
  expect(verdict(await refused(() => move(foreman, handed, { to: "done" })))).toBe("403 forbidden");
});

test("a person who is dismissed, an observer or not on the object cannot be assigned", async () => {
  const gone = await api.world.createUser({ role: "installer", status: "deactivated" });
  const observer = await api.world.as("viewer");
  await api.world.db.sql`
    insert into object_roles (object_id, user_id, role, since)
    values (${object.id}, ${gone.id}, 'installer', ${api.world.now})`;
  const wrong: [number, string][] = [
    [gone.id, "person_not_active"],
    [observer.id, "viewer_has_no_tasks"],
    [stranger.id, "not_on_object"],
    [1_999_999_999, "not_on_object"],
  ];
  for (const [assigneeId, reason] of wrong) {
    expect(fieldsOf(await refused(() => create({ assigneeId })))).toEqual([`assigneeId: ${reason}`]);
  }
});

test("regression 6: a task of another object is not found at any address", async () => {
  const task = await made({ checklist: ["Снять размеры"] });
  const asked = await api.call("POST", `/api/tasks/${task.id}/reschedule-requests`, {
    as: foreman,
    body: { deadline: "2026-09-25", reason: "нет подъёмника" },
  });
  const { id: requestId } = asked.body as Answered;
  const addresses: Address[] = [
    ["GET", `/api/tasks/${task.id}`, undefined],
    ["PATCH", `/api/tasks/${task.id}`, { version: 1, title: "Моё" }],
    ["POST", `/api/tasks/${task.id}/transitions`, { version: 1, to: "in_progress" }],
    ["POST", `/api/tasks/${task.id}/undo`, {}],
    ["GET", `/api/tasks/${task.id}/comments`, undefined],
    ["POST", `/api/tasks/${task.id}/comments`, { text: "Вижу всё" }],
    ["POST", `/api/tasks/${task.id}/reschedule-requests`, { deadline: "2026-09-25", reason: "хочу позже" }],
    ["POST", `/api/reschedule-requests/${requestId}/decision`, { version: 1, to: "approved" }],
    ["GET", `/api/objects/${object.id}/tasks`, undefined],
    ["POST", `/api/objects/${object.id}/tasks`, { title: "Чужая задача" }],
    ["GET", `/api/objects/${object.id}/team-tasks`, undefined],
  ];
  await hiddenFrom(stranger, addresses);
});

test("regression 6: an observer of the object gets no tasks", async () => {
  const observer = await api.world.as("viewer");
  const task = await made();
  expect(verdict(await api.call("GET", `/api/tasks/${task.id}`, { as: observer }))).toBe("404 not_found");
  const listed = await api.call("GET", `/api/objects/${object.id}/tasks`, { as: observer });
  expect(verdict(listed)).toBe("403 forbidden");
});

test("only people who can read the task can be mentioned", async () => {
  const task = await made();
  const say = (mentions: number[]) =>
    api.call("POST", `/api/tasks/${task.id}/comments`, { as: foreman, body: { text: "Смотри", mentions } });
  for (const who of [stranger.id, 1_999_999_999, (await api.world.as("viewer")).id]) {
    const answer = await refused(() => say([manager.id, who]));
    expect(fieldsOf(answer)).toEqual(["mentions.1: not_on_object"]);
  }
  expect((await say([manager.id])).status).toBe(201);
});

test("photos of another object cannot be attached", async () => {
  const task = await made();
  const elsewhere = await api.world.createTestObject({ passport: { name: "Другой объект" } });
  const file = await api.call("POST", "/api/files", {
    as: foreman,
    body: {
      objectId: elsewhere.id,
      name: "узел.jpg",
      size: 1000,
      sha256: "0".repeat(64),
      contentType: "image/jpeg",
    },
  });
  const { id } = file.body as Answered;
  const body = { text: "Фото", fileIds: [id] };
  const answer = await refused(() =>
    api.call("POST", `/api/tasks/${task.id}/comments`, { as: foreman, body }),
  );
  expect(fieldsOf(answer)[0]).toMatch(/^fileIds/);
});

test("several tasks are assigned all or none, naming each invalid one", async () => {
  const free = (await create()).body as Answered;
  const done = await made();
  const answer = await refused(() =>
    api.call("POST", `/api/objects/${object.id}/tasks/assign`, {
      as: manager,
      body: {
        tasks: [
          { id: free.id, version: free.version },
          { id: done.id, version: 99 },
          { id: 1_999_999_999, version: 1 },
          { id: free.id, version: free.version },
        ],
        assigneeId: foreman.id,
        reason: "передача дел",
      },
    }),
  );
  expect(fieldsOf(answer)).toEqual([
    "tasks.1: version_stale",
    "tasks.2: unknown_task",
    "tasks.3: given_twice",
  ]);
  expect(await statusOf(free)).toBe("new");
});

test("of two people taking a task at once one succeeds, the other gets a conflict", async () => {
  const task = await made();
  const answers = await Promise.all([1, 2, 3].map(() => move(foreman, task, { to: "in_progress" })));
  expect(answers.map(verdict).sort()).toEqual(["200", "409 version_conflict", "409 version_conflict"]);
});

test("the same key makes one move", async () => {
  const task = await made();
  const headers = { "idempotency-key": "take-once" };
  const send = () =>
    api.call("POST", `/api/tasks/${task.id}/transitions`, {
      as: foreman,
      headers,
      body: { version: task.version, to: "in_progress" },
    });
  const first = await send();
  const second = await refused(send);
  expect([first.status, second.status, second.body]).toEqual([200, 200, first.body]);
});
