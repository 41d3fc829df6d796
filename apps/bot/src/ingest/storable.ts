import type { Update } from "@stsphera/telegram";

const REPLACEMENT = "\ufffd";

/**
 * The update as PostgreSQL can keep it: a NUL or half a character in one text would refuse the whole batch, again and
 * again.
 */
export function storable(update: Update): Update {
  return JSON.parse(JSON.stringify(update), (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", REPLACEMENT).toWellFormed() : value,
  ) as Update;
}
