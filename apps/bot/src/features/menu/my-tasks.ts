import { listMyTasks } from "@stsphera/core";
import { canSomewhere } from "@stsphera/rbac";
import type { Turn } from "../../engine/turn.ts";

export type MyTasks = { open: number; today: number };

const MOST = 200;

/** The user's number of open tasks; null when they may not see tasks. */
export async function myTasks(turn: Turn): Promise<MyTasks | null> {
  if (!canSomewhere(turn.person(), "task.view")) return null;
  const { items } = await listMyTasks.run(turn.context(), { limit: MOST });
  return { open: items.length, today: items.filter(({ flags }) => flags.today).length };
}
