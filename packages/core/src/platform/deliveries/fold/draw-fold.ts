import { cutText, shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import {
  type Button,
  createTranslators,
  formatDeepLink,
  html,
  type HtmlValue,
  joinHtml,
  toInlineKeyboard,
} from "@stsphera/telegram";
import { loadActor } from "../../../kernel/index.ts";
import { readableNow, READABLE_NOW } from "../may-still-read.ts";
import type { Redraw } from "../redraw.ts";
import { foldEn } from "./locales/en.ts";
import { foldRu } from "./locales/ru.ts";
import { ownMessage } from "./own-message.ts";

const words = createTranslators(foldRu, foldEn);

export type FoldItem = {
  id: number;
  title: string;
  text: string;
  deepLink: string;
  object: string | null;
  /** Whom the reader stands in for. */
  behalf: string | null;
  isHigh: boolean;
  isWaiting: boolean;
};

const MAX_LISTED = 8;
const MAX_TITLE = 90;
const MAX_CAPTION = 36;
/** Of ordinary news so many that wait for a decision of the reader have a button of their own. */
const MAX_WAITING = 3;

/**
 * $1 list · $2 user · $3 to $7 what the user may read. The newest first; what was read is settled, what came to a deputy
 * leaves with the deputyship.
 */
const STATEMENT = `
  select n.id, n.title, n.text, n.deep_link as "deepLink", o.name as object, b.full_name as behalf, n.priority = 'high' as "isHigh", exists (
      select from pending_decisions p where p.entity_type = n.entity_type and p.entity_id = n.entity_id
        and (p.holder_id is null or p.holder_id = n.user_id) and not n.user_id = any (p.except_user_ids)) as "isWaiting"
  from message_folds f join notifications n on n.id = any (f.notification_ids) and n.user_id = f.user_id
    left join objects o on o.id = n.object_id
    left join users b on b.id = (n.payload ->> 'behalfOf')::int
  where f.id = $1::int and n.read_at is null and ${READABLE_NOW}
    and (b.id is null or exists (select from delegations g where g.principal_id = b.id and g.deputy_id = n.user_id
      and g.ended_at is null and (g.object_id is null or g.object_id = n.object_id)))
  order by array_position(f.notification_ids, n.id) desc`;

export type FoldDeps = {
  db: Pick<Database, "read">;
  publicUrl: string;
  now: Date;
  redraw?: Redraw | undefined;
};

/**
 * The parameters that show a list as it is now to its reader. The only thing of a list is told by its own message, with
 * its buttons. Of a list without anything to read a message in the chat says so; null where there is none.
 */
export async function drawFold(
  deps: FoldDeps,
  fold: number,
  userId: number,
  isInChat: boolean,
): Promise<Record<string, unknown> | null> {
  const read = await readFold(deps.db, fold, userId, deps.now);
  if (read === null) return null;
  const [first, second] = read.items;
  if (first === undefined) return isInChat ? { text: words(read.locale)("settled") } : null;
  const own = second === undefined ? await ownMessage(deps, first.id, userId) : null;
  return own ?? message(read.items, read.locale, deps.publicUrl);
}

/** What a list holds for its reader now, the newest first; null for who is no user any more. */
export async function readFold(
  db: Pick<Database, "read">,
  fold: number,
  userId: number,
  now: Date,
): Promise<{ locale: Locale; items: FoldItem[] } | null> {
  const actor = await loadActor(db, { userId }, now);
  if (actor === null) return null;
  const items = await db.read<FoldItem>(STATEMENT, [fold, userId, ...readableNow(actor)]);
  return { locale: actor.locale, items };
}

/** The title of a list of so many. */
export const foldTitle = (locale: Locale, count: number): string => words(locale)("title", { count });

function message(items: readonly FoldItem[], locale: Locale, publicUrl: string): Record<string, unknown> {
  const t = words(locale);
  const isOfSeveral = new Set(items.map(({ object }) => object)).size > 1;
  const said = (item: FoldItem) => saidOf(item, isOfSeveral, locale);
  const more = items.length - MAX_LISTED;
  const shown = items.slice(0, MAX_LISTED);
  const title = items.every(({ isHigh }) => isHigh) ? "important" : "title";
  const text = joinHtml([
    html`<b>${t(title, { count: items.length })}</b>`,
    ...shown.map((item): HtmlValue => html`• ${cutText(said(item), MAX_TITLE)}`),
    more > 0 ? t("more", { number: more }) : null,
  ]).html;
  const button = (caption: string, link: string): Button => ({
    kind: "webApp",
    text: cutText(caption, MAX_CAPTION),
    url: `${publicUrl.replace(/\/+$/, "")}/?startapp=${link}`,
  });
  const waiting = shown.filter(({ isHigh, isWaiting }) => isWaiting && !isHigh).slice(0, MAX_WAITING);
  const named = shown.filter((item) => item.isHigh || waiting.includes(item));
  const [newest] = items;
  return {
    text,
    parse_mode: "HTML",
    link_preview_options: { is_disabled: true },
    reply_markup: toInlineKeyboard([
      ...named.map((item) => [button(item.isHigh ? said(item) : item.title, item.deepLink)]),
      newest === undefined
        ? []
        : [button(t("open"), formatDeepLink({ kind: "notification", id: newest.id }))],
    ]),
  };
}

/** The title, whom the reader stands in for, the value of the first line of the card, and the object where there are several. */
function saidOf({ title, text, object, behalf }: FoldItem, isOfSeveral: boolean, locale: Locale): string {
  const [line = ""] = text.split("\n");
  const first = line.split("  ").at(-1) ?? "";
  const whose = behalf === null ? null : words(locale)("behalf", { name: shortName(behalf) });
  const isSaid = whose !== null && first.toLocaleLowerCase(locale) === whose.toLocaleLowerCase(locale);
  const said = [title, whose, isSaid ? "" : first].filter(Boolean).join(" · ");
  return isOfSeveral && object !== null && !said.includes(object) ? `${said} · ${object}` : said;
}
