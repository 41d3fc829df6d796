import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packCursor } from "../../kernel/index.ts";
import { fieldsOf, refusalOf } from "../../testing/index.ts";
import { countingDatabase } from "../../testing/verbs/counting-database.ts";
import { listMyTasks } from "./list-my-tasks.ts";
import { listTasks } from "./list-tasks.ts";
import {
  idsOf,
  isDue,
  isOpen,
  type ListOptions,
  type ManyTasks,
  newestOrder,
  openManyTasks,
  type Row,
} from "./testing/many-tasks.ts";

let many: ManyTasks;
beforeAll(async () => {
  many = await openManyTasks();
});
afterAll(() => many.world.close());

describe("the tasks of an object", () => {
  test.each([
    ["those that are open, unless asked otherwise", {}, isOpen],
    ["the finished", { state: "finished" }, (row: Row) => !isOpen(row)],
    ["all", { state: "all" }, () => true],
    ["of one status", { status: "review" }, (row: Row) => row.status === "review"],
    ["mine", { assignee: "me" }, (row: Row) => isOpen(row) && row.assigneeId === many.manager.id],
    ["nobody's", { assignee: "none" }, (row: Row) => isOpen(row) && row.assigneeId === null],
    ["that I gave", { creator: "me", state: "all" }, (row: Row) => row.creatorId === many.manager.id],
    ["of a department", { department: "pto" }, (row: Row) => isOpen(row) && row.department === "pto"],
    ["of a priority", { priority: "critical" }, (row: Row) => isOpen(row) && row.priority === "critical"],
    [
      "with text in title or description, case-insensitively",
      { search: "анКЕры", state: "all" },
      (row: Row) => /анкеры/i.test(`${row.title} ${row.text ?? ""}`),
    ],
    [
      "by several filters at once",
      { department: "construction", priority: "normal", due: "overdue", state: "all" },
      (row: Row) =>
        row.department === "construction" &&
        row.priority === "normal" &&
        isDue(many, row, { due: "overdue", now: many.world.now }),
    ],
  ] as const)("%s, page by page, each once", async (_name, filters, fits) => {
    const found = idsOf(await many.listed(filters as ListOptions));
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(many.expected(fits));
    expect(idsOf(await many.listed({ ...(filters as ListOptions), sort: "-createdAt" }))).toEqual(
      many.expected(fits, newestOrder),
    );
  });

  test("of another user", async () => {
    expect(idsOf(await many.listed({ assignee: many.foreman.id }))).toEqual(
      many.expected((row) => isOpen(row) && row.assigneeId === many.foreman.id),
    );
  });

  test("overdue ones are never finished", async () => {
    expect(await many.listed({ due: "overdue", state: "finished" })).toEqual([]);
  });

  test("a cursor is bound to its filters, and a malformed one is refused", async () => {
    const ctx = many.world.ctx(many.manager);
    const { nextCursor } = await listTasks.run(ctx, { objectId: many.moscow, limit: 5 });
    const other = { objectId: many.moscow, state: "all" as const, cursor: nextCursor ?? "" };
    expect(fieldsOf(await refusalOf(listTasks.run(ctx, other)))).toEqual(["cursor: cursor_broken"]);
    const filters = { objectId: many.moscow, state: "open", sort: "deadline" };
    const cursor = packCursor({ value: "завтра", id: 1 }, { list: "task.list", filters });
    const refusal = await refusalOf(listTasks.run(ctx, { objectId: many.moscow, cursor }));
    expect(fieldsOf(refusal)).toEqual(["cursor: cursor_broken"]);
  });
});

describe("visibility", () => {
  const codeFor = async (actor: UserActor) =>
    (await refusalOf(listTasks.run(many.world.ctx(actor), { objectId: many.moscow }))).code;

  test("an observer sees the object but not its tasks; for a stranger the object does not exist", async () => {
    expect(await codeFor(await many.world.as("viewer"))).toBe("forbidden");
    expect(await codeFor(await many.world.createUser({ role: "project_manager" }))).toBe("not_found");
  });

  test("director and curator see all", async () => {
    for (const role of ["director", "curator"] as const) {
      const found = await many.listed({ state: "all" }, many.world.now, await many.world.as(role));
      expect(idsOf(found)).toEqual(many.expected(() => true));
    }
  });

  test("a job has no own tasks", async () => {
    const job = many.world.ctx(many.world.job("digest", "task.view"));
    expect((await listTasks.run(job, { objectId: many.moscow })).items.length).toBeGreaterThan(0);
    const asked = refusalOf(listTasks.run(job, { objectId: many.moscow, assignee: "me" }));
    expect((await asked).code).toBe("forbidden");
  });
});

test("every list is one statement, whatever the filters", async () => {
  const counting = countingDatabase(many.world.url);
  const ctx = many.world.ctx(many.manager, { db: counting.db });
  const objectId = many.moscow;
  try {
    for (const sort of ["deadline", "-createdAt"] as const)
      for (const due of [undefined, "week"] as const) {
        const filters = { sort, ...(due === undefined ? {} : { due }) };
        await listTasks.run(ctx, { objectId, ...filters, limit: 200 });
        await listTasks.run(ctx, { objectId, ...filters, limit: 1, search: "анкеры" });
        expect(counting.taken()).toHaveLength(2);
      }
    await listMyTasks.run(ctx, { role: "creator", limit: 200 });
    expect(counting.taken()).toHaveLength(1);
  } finally {
    await counting.db.close();
  }
});
