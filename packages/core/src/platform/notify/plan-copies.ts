import type { CopiedCategory, Locale, NotificationCategory, Priority } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { localDay } from "../../kernel/index.ts";
import type { Ring } from "../deliveries/index.ts";
import { type ReadThing, rowsOf } from "./read-things.ts";
import { isPassing } from "./is-passing.ts";
import type { GroupCopy, Notice, NoticeRegistry, Notices, NotifyDeps, OutboxEvent } from "./notice.ts";

/** A chat that gets copies of an object's news. */
type Linked = {
  id: number;
  chatId: string;
  locale: Locale;
  muted: CopiedCategory[];
  timeZone: string;
  dayCutoff: string;
};

/** A copy to one chat. */
export type PlannedCopy = {
  event: OutboxEvent;
  link: Pick<Linked, "id" | "chatId" | "locale">;
  objectId: number;
  /** The card it was drawn for, so that an event of several cards makes several copies. */
  card: string;
  kind: string;
  category: NotificationCategory;
  priority: Priority;
  ring: Ring;
  copy: GroupCopy;
};

/** $1 object */
const LINKED = `
  select c.id, c.chat_id::text as "chatId", c.locale, c.muted, o.time_zone as "timeZone",
    to_char(o.day_cutoff, 'HH24:MI') as "dayCutoff"
  from object_chats c join objects o on o.id = c.object_id
  where c.object_id = $1 and c.ended_at is null and o.status not in ('closed', 'archived') order by c.id`;

/** The copies of a batch of events, and the events whose copies could not be drawn. */
export type PlannedCopies = { planned: PlannedCopy[]; failed: { event: OutboxEvent; error: unknown }[] };

/** Computes the copies of a batch, event by event. */
export async function planCopiesOf(
  deps: NotifyDeps,
  events: readonly OutboxEvent[],
  notices: NoticeRegistry,
  read: ReadThing,
): Promise<PlannedCopies> {
  const copies: PlannedCopies = { planned: [], failed: [] };
  for (const event of events) {
    try {
      copies.planned.push(...(await planCopies(deps, event, notices[event.type], read)));
    } catch (error) {
      // A database that is away is no fault of the event.
      if (isPassing(error)) throw error;
      copies.failed.push({ event, error });
    }
  }
  return copies;
}

/** Computes which linked chats get a copy of an event. Reads only; the thing only where a chat is linked. */
async function planCopies(
  deps: NotifyDeps,
  event: OutboxEvent,
  notices: Notices,
  read: ReadThing,
): Promise<PlannedCopy[]> {
  const rows = rowsOf(notices).filter(({ group }) => group !== undefined);
  if (rows.length === 0 || event.objectId === null) return [];
  const links = await readLinks(deps.db, event.objectId);
  if (links.length === 0) return [];
  const planned: PlannedCopy[] = [];
  for (const card of new Set(rows.map((row) => row.card))) {
    const thing = await read(card, event);
    if (thing === null) continue;
    const row = rows.find((one) => one.card === card && one.stale?.(thing, event) !== true);
    if (row === undefined || row.hushed?.(thing) === true) continue;
    planned.push(...links.flatMap((link) => copyTo(link, { row, thing, event, now: deps.now() })));
  }
  return planned;
}

const readLinks = (db: Database, objectId: number): Promise<Linked[]> => db.read<Linked>(LINKED, [objectId]);

type Told = { row: Notice; thing: unknown; event: OutboxEvent; now: Date };

function copyTo(link: Linked, { row, thing, event, now }: Told): PlannedCopy[] {
  const { card, alert, priority = "normal" } = row;
  if (priority !== "critical" && link.muted.some((category) => category === card.category)) return [];
  const today = localDay(now, link.timeZone, link.dayCutoff);
  const copy = row.group?.(thing, { locale: link.locale, today }, event) ?? null;
  if (copy === null || event.objectId === null) return [];
  const { id, chatId, locale } = link;
  return [
    {
      event,
      link: { id, chatId, locale },
      objectId: event.objectId,
      card: card.name,
      kind: event.type,
      category: card.category,
      priority,
      ring: alert,
      copy,
    },
  ];
}
