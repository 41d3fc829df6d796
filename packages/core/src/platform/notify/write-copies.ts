import { schema } from "@stsphera/db";
import { and, asc, eq, gt } from "drizzle-orm";
import {
  card,
  type DeepLink,
  fitText,
  formatDeepLink,
  html,
  joinHtml,
  MESSAGE_LIMIT,
  type RenderedMessage,
  toInlineKeyboard,
} from "@stsphera/telegram";
import { oneLine } from "@stsphera/contracts/format";
import type { Tx } from "../../kernel/index.ts";
import { COPY_KEYS, enqueueDeliveries, type NewDelivery } from "../deliveries/index.ts";
import { groupWords } from "./group-words.ts";
import type { GroupCopy } from "./notice.ts";
import type { PlannedCopy } from "./plan-copies.ts";

const { chatCopies } = schema;

/** Messages of their own within the window; what follows is gathered in one, which is edited. */
const OWN_MESSAGES = 3;
const WINDOW_MS = 10 * 60_000;
const MAX_GATHERED = 30;
const SHOWN = 7;

type CopyRow = typeof chatCopies.$inferSelect;

/** Queues the copies of events, in their order, each for its chat: as a message of its own, or in that of a burst. */
export async function writeCopies(
  tx: Tx,
  planned: readonly PlannedCopy[],
  { now, appUrl }: { now: Date; appUrl: string | null },
): Promise<number> {
  const deliveries: NewDelivery[] = [];
  for (const one of planned) {
    const { event, link, copy, kind } = one;
    const recent = await recentCopies(tx, link.id, now);
    const burst = burstOf(recent, copy.key);
    const [row] = await tx
      .insert(chatCopies)
      .values({ linkId: link.id, key: copy.key, kind, line: lineOf(copy), burst, at: now })
      .returning();
    if (row === undefined) throw new Error("a copy was not stored");
    if (burst === BEGINS) await tx.update(chatCopies).set({ burst: row.id }).where(eq(chatCopies.id, row.id));
    const began = burst === BEGINS ? row.id : burst;
    const gathered =
      began === null ? [] : newestOfEach([...recent.filter((old) => old.burst === began), row]);
    const message = gathered.length > 1 ? gatheredMessage(one, gathered) : ownMessage(one);
    deliveries.push({
      dedupeKey: `outbox:${event.id}:chat:${link.id}:${one.card}`,
      chatId: link.chatId,
      chatLinkId: link.id,
      method: "sendMessage",
      params: paramsOf(one, message, appUrl),
      priority: one.priority === "critical" ? "critical" : "normal",
      cardKey: began === null ? `${COPY_KEYS}${copy.key}` : `copies:${began}`,
      ring: began === null ? one.ring : "first",
    });
  }
  return enqueueDeliveries(tx, deliveries, now);
}

/** Takes the place of the id that a new burst gets from its first copy. */
const BEGINS = 0;

/** The burst a new copy belongs to; `BEGINS` for a new one, null for a message of its own. */
function burstOf(recent: readonly CopyRow[], key: string): number | null {
  const newest = recent.at(-1);
  if (newest !== undefined && newest.burst !== null) {
    const size = recent.filter(({ burst }) => burst === newest.burst).length;
    return size < MAX_GATHERED ? newest.burst : BEGINS;
  }
  const own = recent.filter((old) => old.key !== key);
  return own.length >= OWN_MESSAGES ? BEGINS : null;
}

/** The copies of the window, oldest first. */
const recentCopies = (tx: Tx, linkId: number, now: Date): Promise<CopyRow[]> =>
  tx
    .select()
    .from(chatCopies)
    .where(and(eq(chatCopies.linkId, linkId), gt(chatCopies.at, new Date(now.getTime() - WINDOW_MS))))
    .orderBy(asc(chatCopies.id));

const newestOfEach = (rows: readonly CopyRow[]): CopyRow[] =>
  rows.filter((row, at) => !rows.slice(at + 1).some(({ key }) => key === row.key));

/** The parameters of a copy that is a message of its own. */
export const copyParams = (one: PlannedCopy, appUrl: string | null) => paramsOf(one, ownMessage(one), appUrl);

type Drawn = { text: string; button: { text: string; link: DeepLink } };

const lineOf = ({ title, tail }: GroupCopy): string => joined([title, tail]);
const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== "").join(" · ");

function ownMessage({ copy: { title, tail, lines, button } }: PlannedCopy): Drawn {
  if (tail === undefined) return { text: card(title, lines), button };
  return {
    text: joinHtml([joinHtml([html`<b>${oneLine(title)}</b>`, oneLine(tail)], " · "), ...lines]).html,
    button,
  };
}

function gatheredMessage({ link, kind, objectId, copy }: PlannedCopy, rows: readonly CopyRow[]): Drawn {
  const t = groupWords(link.locale);
  const count = rows.length;
  const title = rows.every((row) => row.kind === kind) ? copy.many(count) : t("many", { count });
  const hidden = count - SHOWN;
  const more = hidden > 0 ? t("more", { count: hidden }) : null;
  const shown = rows.slice(-SHOWN).map(({ line }) => oneLine(line));
  return {
    text: card(title, [...shown, more]),
    button: { text: t("open"), link: { kind: "object", id: objectId } },
  };
}

/** In groups only a link opens the app; nothing rings but an alarm. */
function paramsOf({ priority }: PlannedCopy, { text, button }: Drawn, appUrl: string | null) {
  const buttons: RenderedMessage["buttons"] =
    appUrl === null
      ? []
      : [[{ kind: "url", text: button.text, url: `${appUrl}?startapp=${formatDeepLink(button.link)}` }]];
  return {
    text: fitText(text, MESSAGE_LIMIT),
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    ...(priority === "critical" ? {} : { disable_notification: true }),
    ...(buttons.length === 0 ? {} : { reply_markup: toInlineKeyboard(buttons) }),
  };
}
