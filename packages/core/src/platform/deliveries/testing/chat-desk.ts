import { schema } from "@stsphera/db";
import { createDeliverer, type Deliverer } from "../deliverer.ts";
import { createRedraw } from "../../notify/index.ts";
import { openRelayDesk, type RelayDesk } from "../../notify/testing/relay-desk.ts";
import { type FakeTelegram, fakeTelegram } from "./fake-telegram.ts";

const MINUTE_MS = 60_000;

/** `buttons`: captions; those of a list with where they lead. */
export type Delivered = { method: string; text: string; silent: boolean; buttons: string[] };
type TaskEvent = "task.assigned" | "task.changed" | "task.blocked" | "task.commented" | "task.escalated";

/** A foreman's chat with the bot: tasks are assigned to them, and messages sent by the clock. */
export type ChatDesk = {
  desk: RelayDesk;
  telegram: FakeTelegram;
  clock: { now: Date };
  foreman: { id: number; chat: string };
  deliverer: Deliverer;
  /** Another process that sends. */
  another(): Deliverer;
  minutesLater(minutes: number): void;
  happen(type: TaskEvent, taskId: number, payload?: Record<string, unknown>): Promise<void>;
  /** The manager assigns the foreman tasks, which wait for them; the messages are queued, not sent. */
  assign(...titles: string[]): Promise<number[]>;
  /** Sends what is due; the calls to the foreman's chat since the last time, cards by the name of their task. */
  deliver(): Promise<Delivered[]>;
};

export async function openChatDesk(): Promise<ChatDesk> {
  const desk = await openRelayDesk();
  const { world, object } = desk;
  const { id, telegramId } = await world.as("construction_itr");
  const manager = await world.as("project_manager");
  const foreman = { id, chat: telegramId };
  const clock = { now: world.now };
  const telegram = fakeTelegram();
  desk.deps.now = () => clock.now;
  const redraw = createRedraw(desk.deps);
  const another = () => createDeliverer({ ...desk.deps, api: telegram.api, redraw });
  const deliverer = another();

  async function happen(type: TaskEvent, entityId: number, given = {}): Promise<void> {
    const assigned = { assigneeId: foreman.id, previousAssigneeId: null };
    const payload = type === "task.assigned" ? { ...assigned, ...given } : given;
    await desk.happen({ type, entityType: "task", entityId, actorId: manager.id, payload });
  }
  async function assign(...titles: string[]): Promise<number[]> {
    const ids: number[] = [];
    for (const title of titles) {
      const [task] = await world.db.orm
        .insert(schema.tasks)
        .values({
          objectId: object.id,
          title,
          status: "assigned",
          creatorId: manager.id,
          assigneeId: foreman.id,
          createdAt: clock.now,
          statusSince: clock.now,
        })
        .returning({ id: schema.tasks.id });
      ids.push(task?.id ?? 0);
      await happen("task.assigned", task?.id ?? 0);
    }
    await desk.relay();
    return ids;
  }
  async function deliver(): Promise<Delivered[]> {
    for (let sent = 1; sent > 0;) {
      await world.db.sql`delete from telegram_limits`;
      sent = (await deliverer.drainChat(foreman.chat)).settled;
    }
    return telegram.calls.splice(0).map(shown);
  }
  return {
    desk,
    telegram,
    clock,
    foreman,
    deliverer,
    another,
    happen,
    assign,
    deliver,
    minutesLater: (minutes) => {
      clock.now = new Date(clock.now.getTime() + minutes * MINUTE_MS);
    },
  };
}

type Markup = { inline_keyboard: { text: string; web_app?: { url: string } }[][] };

function shown({ method, params }: FakeTelegram["calls"][number]): Delivered {
  const { reply_markup: markup } = params as { reply_markup?: Markup };
  const text = String(params["text"]);
  const isList = /🗂|важн/.test(text);
  return {
    method,
    text: isList ? text : (/Задача \d+|Шов \d+/.exec(text)?.[0] ?? text),
    silent: params["disable_notification"] === true,
    buttons: (markup?.inline_keyboard.flat() ?? []).map(({ text: caption, web_app: app }) =>
      isList ? `${caption} → ${app?.url}` : caption,
    ),
  };
}
