import type { Update } from "@stsphera/telegram";

const REPLACEMENT = "\ufffd";

/**
 * Cleans an update for PostgreSQL: a NUL or a lone surrogate in one text would make it refuse the whole batch, again
 * and again.
 */
export function storable(update: Update): Update {
  return JSON.parse(JSON.stringify(update), (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", REPLACEMENT).toWellFormed() : value,
  ) as Update;
}
