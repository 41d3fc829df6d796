import type { Missing } from "@stsphera/contracts/forms";
import type { BotKey } from "../../locales/i18n.ts";
import type { Turn } from "../turn.ts";

/** «Не хватает: ещё 2 фото, 1 пункт чек-листа»; null when nothing is missing. */
export function missingText({ t }: Turn, missing: readonly Missing[]): string | null {
  if (missing.length === 0) return null;
  const parts = missing.map(({ what, count }) => t(`missing.${what}` as BotKey, { count }));
  return t("missing", { what: parts.join(", ") });
}
