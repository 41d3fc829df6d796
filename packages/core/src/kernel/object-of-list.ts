import { sees, seesEveryObject } from "@stsphera/rbac";
import type { Context } from "./context.ts";
import { notFound } from "./errors.ts";

const EXISTS = "select 1 as one from objects where id = $1";

/**
 * Throws not_found for an empty list, and for sums of nothing, of an object that does not exist, or that the actor does not see. Who sees every
 * object would read an absent one as an empty one; a list with rows needs no further statement.
 */
export async function assertObjectOfList(ctx: Context, input: unknown, answer: unknown): Promise<void> {
  const objectId = objectIn(input);
  if (objectId === null || ctx.actor.kind === "system" || !isEmpty(answer)) return;
  if (!sees(ctx.actor, objectId)) throw notFound();
  if (!seesEveryObject(ctx.actor)) return;
  const found = await ctx.db.read(EXISTS, [objectId]);
  if (found.length === 0) throw notFound();
}

function objectIn(input: unknown): number | null {
  if (typeof input !== "object" || input === null || !("objectId" in input)) return null;
  return typeof input.objectId === "number" ? input.objectId : null;
}

/** A list without rows, or sums that count none. */
const isEmpty = (answer: unknown): boolean =>
  typeof answer === "object" &&
  answer !== null &&
  (("items" in answer && Array.isArray(answer.items) && answer.items.length === 0) ||
    ("count" in answer && answer.count === 0));
