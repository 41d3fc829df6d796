import { listMyTasks } from "@stsphera/core";
import { canSomewhere } from "@stsphera/rbac";
import type { Turn } from "../../engine/turn.ts";

export type MyTasks = { open: number; today: number };

const MOST = 200;

/** How many tasks the person has on his hands; null for who sees no tasks. */
export async function myTasks(turn: Turn): Promise<MyTasks | null> {
  if (!canSomewhere(turn.person(), "task.view")) return null;
  const { items } = await listMyTasks.run(turn.context(), { limit: MOST });
  return { open: items.length, today: items.filter(({ flags }) => flags.today).length };
}
