import { addDays, localDay } from "../../../kernel/index.ts";
import type { TaskSummary } from "@stsphera/contracts";
import { schema } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import { createTestWorld, type World } from "../../../testing/index.ts";
import { listTasks } from "../list-tasks.ts";

export type Row = typeof schema.tasks.$inferSelect;
export type ListOptions = Omit<Parameters<typeof listTasks.run>[1], "objectId">;

/** Two objects, in Moscow and in Vladivostok, with tasks of every status and deadline between two users. */
export type ManyTasks = {
  world: World;
  moscow: number;
  east: number;
  manager: UserActor;
  foreman: UserActor;
  rows: Row[];
  /** All pages of the Moscow object's tasks for the given filters, by default as its manager. */
  listed(filters: ListOptions, now?: Date, actor?: UserActor): Promise<TaskSummary[]>;
  /** Ids of the matching rows of that object, filtered in JavaScript. */
  expected(fits: (row: Row) => boolean, order?: (a: Row, b: Row) => number): number[];
};

const STATUSES = ["new", "assigned", "in_progress", "review", "done", "blocked", "cancelled"] as const;
const DEPARTMENTS = ["construction", "pto", null] as const;
const PRIORITIES = ["normal", "high", "critical"] as const;

export async function openManyTasks(): Promise<ManyTasks> {
  const world = await createTestWorld();
  const { id: moscow } = await world.createTestObject({ volumes: [] });
  const passport = { name: "Восток", timeZone: "Asia/Vladivostok" };
  const { id: east } = await world.createTestObject({ volumes: [], passport });
  const people = {
    manager: await world.as("project_manager"),
    foreman: await world.as("construction_itr"),
  };
  const made = [moscow, east].flatMap((objectId) => someTasks(world.now, { objectId, ...people }));
  const rows = await world.db.orm.insert(schema.tasks).values(made).returning();
  return {
    world,
    moscow,
    east,
    ...people,
    rows,
    listed: (filters, now = world.now, actor = people.manager) =>
      walk((at) => listTasks.run(world.ctx(actor, { now }), { objectId: moscow, ...filters, ...at })),
    expected: (fits, order = byDueDay) =>
      idsOf(rows.filter((row) => row.objectId === moscow && fits(row)).toSorted(order)),
  };
}

/** Deadlines from eight days before today to ten days after, and none, in every status. */
function someTasks(
  now: Date,
  { objectId, manager, foreman }: { objectId: number; manager: UserActor; foreman: UserActor },
): (typeof schema.tasks.$inferInsert)[] {
  return Array.from({ length: 120 }, (_, n) => {
    const status = STATUSES[n % STATUSES.length] ?? "new";
    const created = new Date(now.getTime() - ((n * 37) % 50) * 3_600_000);
    return {
      objectId,
      title: n % 10 === 0 ? `Испытать АНКЕРЫ ${n}` : `Задача ${n}`,
      text: n % 15 === 1 ? "Протокол на анкеры" : null,
      status,
      priority: PRIORITIES[n % 3] ?? "normal",
      department: DEPARTMENTS[n % 3] ?? null,
      deadline: n % 9 === 8 ? null : addDays("2026-09-08", (n % 19) - 8),
      creatorId: n % 2 === 0 ? manager.id : foreman.id,
      assigneeId: status === "new" ? null : n % 4 === 0 ? manager.id : foreman.id,
      createdAt: created,
      statusSince: created,
      ...(status === "done" ? { completedAt: created } : {}),
      ...(status === "blocked"
        ? { blockedReason: "ждём материал", blockerUserId: manager.id, blockedAt: created }
        : {}),
    };
  });
}

export const isOpen = ({ status }: Pick<Row, "status">): boolean =>
  status !== "done" && status !== "cancelled";

export const byDueDay = (a: Row, b: Row): number =>
  (a.deadline ?? "9999").localeCompare(b.deadline ?? "9999") || a.id - b.id;
export const newestOrder = (a: Row, b: Row): number =>
  b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id;

/** Whether a task matches the due filter by the day of its own object, which starts at 06:00. */
export function isDue(
  { east }: ManyTasks,
  row: Row,
  { due, now }: { due: "overdue" | "today" | "week"; now: Date },
): boolean {
  const today = localDay(now, row.objectId === east ? "Asia/Vladivostok" : "Europe/Moscow", "06:00");
  if (row.deadline === null) return false;
  if (due === "overdue") return isOpen(row) && row.deadline < today;
  if (due === "today") return row.deadline === today;
  return row.deadline >= today && row.deadline <= addDays(today, 6);
}

type Page<T> = { items: T[]; nextCursor: string | null };

/** Reads all pages, seven rows each. */
export async function walk<T = TaskSummary>(
  read: (at: { limit: number; cursor?: string }) => Promise<Page<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let at: { cursor?: string } | null = {};
  while (at !== null) {
    const page: Page<T> = await read({ limit: 7, ...at });
    items.push(...page.items);
    at = page.nextCursor === null ? null : { cursor: page.nextCursor };
  }
  return items;
}

export const idsOf = (items: readonly { id: number }[]): number[] => items.map(({ id }) => id);

/** Around midnight and around 06:00 in Moscow and in Vladivostok. */
export const INSTANTS = [
  "2026-09-08T07:00:00.000Z",
  "2026-09-08T19:59:59.999Z",
  "2026-09-08T20:00:00.000Z",
  "2026-09-08T20:30:00.000Z",
  "2026-09-09T02:59:59.999Z",
  "2026-09-09T03:00:00.000Z",
] as const;
