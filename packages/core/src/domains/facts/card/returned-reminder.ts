import { dayInWords, doerName, shortWorkName, withUnit } from "@stsphera/contracts/format";
import {
  type Button,
  card,
  createTranslators,
  type DatedRendering,
  html,
  type RenderedMessage,
} from "@stsphera/telegram";
import type { ReturnedEntry } from "../read-returned-entry.ts";
import { entryButton } from "./entry-buttons.ts";
import { returnedEn } from "./locales/returned-en.ts";
import { returnedRu } from "./locales/returned-ru.ts";

const words = createTranslators(returnedRu, returnedEn);
/** Entries listed with a button each; a rest is only counted. */
const LISTED = 8;

type Listed = { readonly objectName: string; readonly entries: readonly ReturnedEntry[] };

/** «Вернули 2: исправьте до смены», an entry a line, a button each. */
export function renderReturnedReminder(
  { objectName, entries }: Listed,
  { locale, today }: DatedRendering,
): RenderedMessage {
  const t = words(locale);
  const nameOf = ({ work, facade, floor, quantity, unit }: ReturnedEntry) =>
    `${shortWorkName(work)} · ${facade} ${floor}, ${withUnit(quantity, unit, locale)}`;
  const shown = entries.slice(0, LISTED);
  const rest = entries.length - shown.length;
  const lines = shown.map(
    (entry) =>
      html`<b>${nameOf(entry)}</b> · ${dayInWords(entry.date, today, locale)}
${entry.by === null ? "" : `${doerName({ name: entry.by, behalf: entry.behalf }, locale)}: `}${entry.reason}`,
  );
  const buttons = shown.map((entry): Button[] => [
    { kind: "callback", text: t("fix_entry", { entry: nameOf(entry) }), data: entryButton("fix", entry.id) },
  ]);
  const more = rest > 0 ? [t("more", { count: rest })] : [];
  return {
    text: card(t("reminder", { object: objectName, count: entries.length }), [
      ...lines,
      ...more,
      t("counts"),
    ]),
    buttons,
  };
}
