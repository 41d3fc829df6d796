import { listObjects } from "@stsphera/core";
import type { ObjectSummary } from "@stsphera/contracts";
import { can, type Permission } from "@stsphera/rbac";
import type { Button } from "@stsphera/telegram";
import { press } from "./buttons.ts";
import { PAGE, pageButtons } from "./people-chooser.ts";
import { packStep } from "./step-data.ts";
import type { Turn } from "./turn.ts";

/** Objects on which the person holds a right. */
export async function objectsFor(turn: Turn, permission: Permission): Promise<ObjectSummary[]> {
  const { items } = await listObjects.run(turn.context(), { scope: "all", limit: 200 });
  return items.filter(({ id: objectId }) => can(turn.person(), permission, { objectId }));
}

/** A page of objects as buttons `object:<id>`. */
export function objectButtons(
  turn: Turn,
  dialogueId: string,
  objects: readonly ObjectSummary[],
  page: number,
): Button[][] {
  const shown = objects.slice(page * PAGE, (page + 1) * PAGE);
  const rest = objects.length - (page + 1) * PAGE;
  return [
    ...shown.map(({ id, name }) => [press(name, packStep(dialogueId, "object", id))]),
    pageButtons(turn, page, rest, (to) => packStep(dialogueId, "page", to)),
  ];
}
