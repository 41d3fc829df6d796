import type { Approval } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packCursor } from "../../kernel/index.ts";
import { getDashboard } from "../../domains/dashboard/index.ts";
import { fieldsOf, refusalOf } from "../../testing/index.ts";
import { countingDatabase } from "../../testing/verbs/counting-database.ts";
import { listMyApprovals } from "../../domains/verbs.ts";
import { type ApprovalScene, openApprovalScene } from "./testing/approval-scene.ts";

let scene: ApprovalScene;
beforeAll(async () => {
  scene = await openApprovalScene();
});
afterAll(() => scene.world.close());

describe("a long list", () => {
  let reader: UserActor;
  beforeAll(async () => {
    const lead = await scene.world.createUser({ role: "project_manager", fullName: "Олег Ждан" });
    const where = await scene.world.createTestObject({
      volumes: [],
      members: [{ actor: lead, roles: ["project_manager"] }],
    });
    reader = await scene.world.again(lead);
    const task = (n: number) => ({
      objectId: where.id,
      title: `Задача ${n}`,
      status: (["assigned", "review", "in_progress"] as const)[n % 3] ?? "assigned",
      creatorId: scene.foreman.id,
      assigneeId: n % 3 === 0 ? reader.id : scene.foreman.id,
      deadline: n % 5 === 4 ? null : `2026-09-${String(1 + ((n * 7) % 20)).padStart(2, "0")}`,
      createdAt: scene.world.now,
      statusSince: new Date(scene.world.now.getTime() - ((n * 11) % 4) * 3_600_000),
    });
    const made = await scene.world.db.orm
      .insert(schema.tasks)
      .values(Array.from({ length: 90 }, (_, n) => task(n)))
      .returning();
    await scene.world.db.orm.insert(schema.rescheduleRequests).values(
      made
        .filter(({ status }) => status === "in_progress")
        .map(({ id, objectId }, n) => ({
          taskId: id,
          objectId,
          requestedBy: scene.foreman.id,
          toDay: "2026-12-01",
          reason: "не успеваем",
          createdAt: new Date(scene.world.now.getTime() - (n % 4) * 3_600_000),
        })),
    );
    await scene.world.rebuildDecisions();
  });

  test("is paged without repeats, the most urgent first", async () => {
    const all = await scene.waitingFor(reader);
    expect(all).toHaveLength(90);
    const keyOf = ({ due, since, kind, id }: Approval) =>
      [due ?? "9999-12-31", since, kind, String(id).padStart(9, "0")].join(" ");
    expect(all.map(keyOf)).toEqual(all.map(keyOf).toSorted());
    const walked: Approval[] = [];
    for (let cursor: string | undefined | null; cursor !== null;) {
      const at = cursor === undefined ? {} : { cursor };
      const page = await listMyApprovals.run(scene.world.ctx(reader), { limit: 7, ...at });
      walked.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(walked).toEqual(all);
  });

  test("counts as late by the object's own day", async () => {
    const overdue = async (instant: string) =>
      (await listMyApprovals.run(scene.world.ctx(reader, { now: new Date(instant) }), { limit: 200 })).items
        .filter((item) => item.overdue)
        .map(({ due }) => due)
        .toSorted()
        .at(-1);
    expect(await overdue("2026-09-08T20:30:00.000Z")).toBe("2026-09-07");
    expect(await overdue("2026-09-09T03:00:00.000Z")).toBe("2026-09-08");
  });

  test("takes one statement, which can filter by kind", async () => {
    const counting = countingDatabase(scene.world.url);
    try {
      const ctx = scene.world.ctx(reader, { db: counting.db });
      const kinds = (await listMyApprovals.run(ctx, { limit: 200, kind: "reschedule" })).items;
      await listMyApprovals.run(ctx, { limit: 1 });
      expect(counting.taken()).toHaveLength(2);
      expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(["reschedule"]));
      expect(kinds).toHaveLength(30);
    } finally {
      await counting.db.close();
    }
  });

  test("refuses a malformed cursor, and one of another kind", async () => {
    const { nextCursor } = await listMyApprovals.run(scene.world.ctx(reader), { limit: 1 });
    const malformed = [
      "вчера утром",
      "2026-99-99 2026-09-09T10:00:00.000Z task_to_take",
      "infinity 2026-99-99T99:99:99.999Z task_to_take",
      "infinity 2026-09-09T::::::::::::Z a",
    ].map((value) => ({ cursor: packCursor({ value, id: 1 }, { list: "approval.list", side: "mine" }) }));
    for (const query of [...malformed, { cursor: nextCursor ?? "", kind: "person" as const }]) {
      const refusal = await refusalOf(listMyApprovals.run(scene.world.ctx(reader), query));
      expect(fieldsOf(refusal)).toEqual(["cursor: cursor_broken"]);
    }
  });

  test("is counted for the start screen", async () => {
    const { waiting } = await getDashboard.run(scene.world.ctx(reader), {});
    const all = await scene.waitingFor(reader);
    expect(waiting.decisions.task_to_judge).toBe(all.filter(({ kind }) => kind === "task_to_judge").length);
    expect(waiting.decisions.reschedule).toBe(all.filter(({ kind }) => kind === "reschedule").length);
    expect(waiting.decisions.reschedule).toBeGreaterThan(0);
    expect(waiting.tasks).toBe(all.filter(({ kind }) => kind === "task_to_take").length);
    expect(waiting.tasksToday).toBe(
      all.filter(({ kind, due }) => kind === "task_to_take" && due === "2026-09-08").length,
    );
    expect(waiting.tasksToday).toBeGreaterThan(0);
  });
});
