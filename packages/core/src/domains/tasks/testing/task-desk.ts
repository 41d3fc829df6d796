import type { EventType } from "@stsphera/contracts/vocabulary";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { eq } from "drizzle-orm";
import { openRelayDesk, type RelayDesk, type Sent } from "../../../platform/notify/testing/relay-desk.ts";

export type TaskValues = Partial<typeof schema.tasks.$inferInsert>;

export type TaskDesk = {
  desk: RelayDesk;
  manager: UserActor;
  engineer: UserActor;
  foreman: UserActor;
  surveyor: UserActor;
  /** Inserts a task, by default from PTO to the foreman. */
  createTestTask(values?: TaskValues): Promise<number>;
  become(id: number, values: TaskValues): Promise<void>;
  /** Adds an event of the task, relays it, and returns the messages sent. */
  tell(
    type: EventType,
    taskId: number,
    by: UserActor | null,
    payload?: Record<string, unknown>,
  ): Promise<Sent[]>;
};

/** A relay desk with tasks inserted directly into the table. */
export async function openTaskDesk(): Promise<TaskDesk> {
  const desk = await openRelayDesk();
  const { world, object } = desk;
  const [manager, engineer, foreman, surveyor] = await Promise.all([
    world.as("project_manager"),
    world.as("pto"),
    world.as("construction_itr"),
    world.as("geodesist"),
  ]);
  return {
    desk,
    manager,
    engineer,
    foreman,
    surveyor,
    async createTestTask(values = {}) {
      const [task] = await world.db.orm
        .insert(schema.tasks)
        .values({
          objectId: object.id,
          title: 'Закрыть <b>&" по З-1',
          text: "Без протокола не ставим.",
          status: "assigned",
          creatorId: engineer.id,
          assigneeId: foreman.id,
          deadline: "2026-09-08",
          requiredPhotos: 3,
          createdAt: world.now,
          statusSince: world.now,
          ...values,
        })
        .returning({ id: schema.tasks.id });
      return task?.id ?? 0;
    },
    async become(id, values) {
      await world.db.orm.update(schema.tasks).set(values).where(eq(schema.tasks.id, id));
    },
    async tell(type, entityId, by, payload = {}) {
      await desk.happen({ type, entityType: "task", entityId, actorId: by?.id ?? null, payload });
      await desk.relay();
      return desk.sent();
    },
  };
}

/** Captions of a message's buttons. */
export const captions = (message: Sent | undefined): string[] | undefined =>
  message?.buttons.map((button) => button.text);
