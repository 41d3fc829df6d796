import { schema } from "@stsphera/db";
import { TelegramError, TelegramUnreachable } from "@stsphera/telegram";
import { openPushDesk, type PushDesk } from "./push-desk.ts";

const AWAY = new TelegramUnreachable({ method: "sendMessage", reason: "network", maybeApplied: false });
export const BLOCKED = new TelegramError({
  method: "sendMessage",
  code: 403,
  description: "Forbidden: bot was blocked by the user",
});

type TaskEvent = "task.assigned" | "task.blocked" | "task.changed";

/** A foreman who is given tasks, while Telegram may be away. */
export type TaskPushDesk = {
  desk: PushDesk;
  foreman: { id: number; telegramId: string };
  /** Telegram answers none of the next requests. */
  away(requests?: number): void;
  happen(type: TaskEvent, taskId: number): Promise<void>;
  /** The manager assigns the foreman a task, and the relay notifies. */
  assign(title?: string): Promise<number>;
  /** Of each message that was sent, whether it came silently. */
  sentSilently(): boolean[];
  /** A trial in a new browser of a user. */
  trialOf(userId: number, endpoint?: string): Promise<void>;
};

export async function openTaskPushDesk(): Promise<TaskPushDesk> {
  const desk = await openPushDesk();
  const { world, object } = desk;
  const foreman = await world.as("construction_itr");
  const manager = await world.as("project_manager");

  async function happen(type: TaskEvent, taskId: number): Promise<void> {
    const payload = type === "task.assigned" ? { assigneeId: foreman.id, previousAssigneeId: null } : {};
    await desk.happen({ type, entityType: "task", entityId: taskId, actorId: manager.id, payload });
    await desk.relay();
  }
  async function assign(title = "Испытать анкеры, тел. +7 900 123-45-67"): Promise<number> {
    const [task] = await world.db.orm
      .insert(schema.tasks)
      .values({
        objectId: object.id,
        title,
        status: "assigned",
        creatorId: manager.id,
        assigneeId: foreman.id,
        createdAt: world.now,
        statusSince: world.now,
      })
      .returning({ id: schema.tasks.id });
    await happen("task.assigned", task?.id ?? 0);
    return task?.id ?? 0;
  }
  async function trialOf(userId: number, endpoint?: string): Promise<void> {
    const { sessionId } = await desk.browser(userId);
    const { sql } = world.db;
    if (endpoint !== undefined)
      await sql`update push_subscriptions set endpoint = ${endpoint} where session_id = ${sessionId}`;
    await sql`
      insert into push_messages (user_id, subscription_id, reason, not_before, created_at)
      select ${userId}, id, 'trial', ${world.now}, ${world.now} from push_subscriptions
      where session_id = ${sessionId}`;
  }
  return {
    desk,
    foreman,
    happen,
    assign,
    trialOf,
    away: (requests = 100) => desk.telegram.next(...Array.from({ length: requests }, () => AWAY)),
    sentSilently: () =>
      desk.telegram.calls
        .filter(({ method }) => method === "sendMessage")
        .map(({ params }) => params["disable_notification"] === true),
  };
}
