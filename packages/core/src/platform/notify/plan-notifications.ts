import type { Priority } from "@stsphera/contracts/vocabulary";
import type { RenderedMessage } from "@stsphera/telegram";
import { localTime } from "../../kernel/index.ts";
import type { Ring } from "../deliveries/index.ts";
import type {
  CardSubject,
  Notice,
  NotificationCard,
  Notices,
  NotifyDeps,
  OutboxEvent,
  Reader,
} from "./notice.ts";
import { isOf, readReaders } from "./readers.ts";
import { readSubstitutes } from "./substitutes.ts";

/** One user's notification: a row in the notification centre and a message in the chat. */
export type Notification = CardSubject &
  Pick<NotificationCard, "name" | "category"> & {
    reader: Reader;
    priority: Priority;
    ring: Ring;
    digest: Notice["digest"];
    /** False for the user's own action. */
    unread: boolean;
    /** The user did it: what their card asked for is settled. */
    did: boolean;
    /** Only for a user who was notified of the thing before. */
    onlyKnown: boolean;
    news: unknown;
    message: () => RenderedMessage;
  };

/** Computes who is notified of what by an event. Reads only. */
export async function planNotifications(
  deps: NotifyDeps,
  event: OutboxEvent,
  notices: Notices,
): Promise<Notification[]> {
  const rows = "card" in notices ? [notices] : "to" in notices ? [] : notices;
  const cards = [...new Set(rows.map(({ card }) => card))];
  const planned: Notification[] = [];
  for (const card of cards) {
    const ofCard = rows.filter((row) => row.card === card);
    planned.push(...(await planCard(deps, event, card, ofCard)));
  }
  return planned;
}

const ringOf = ({ alert }: Notice, isSilent: boolean): Ring =>
  isSilent && alert !== "edit" ? "never" : alert;

/**
 * Who is told by which row; `named` by the row, not as one who has the card; `did`: the actor of the event; `settles`: whose
 * own card alone is brought up to date, the actor's or that of a user who is away.
 */
type Hearer = { reader: Reader; row: Notice; named: boolean; did: boolean; settles: boolean };
const NOBODY_AWAY: ReadonlyMap<number, Reader> = new Map();

async function planCard(
  deps: NotifyDeps,
  event: OutboxEvent,
  card: NotificationCard,
  rows: readonly Notice[],
): Promise<Notification[]> {
  if (!card.of.includes(event.entityType))
    throw new Error(`${card.name} does not read an event about a ${event.entityType}`);
  const thing = await card.read(deps, event);
  if (thing === null) return [];
  const live = rows.filter((row) => row.stale?.(thing, event) !== true);
  if (live.length === 0) return [];
  const subject = card.subject(thing, event);
  const people: Readonly<Record<string, readonly (number | null)[]>> = card.people(thing, event);
  const ids = [...new Set(Object.values(people).flat())].filter((id) => id !== null);
  const { groups = [], anyStatus = false } = card;
  const readers = await readReaders(deps.db, { objectId: subject.objectId, ids, anyStatus, groups });
  const isWho = (who: string, reader: Reader): boolean => {
    const group = groups.find((one) => one === who);
    if (group !== undefined) return isOf(group, reader, subject.objectId);
    return people[who]?.includes(reader.id) === true;
  };
  const isNamed = (row: Notice, reader: Reader) => row.to.some((who) => isWho(who, reader));
  const now = deps.now();
  const substitutes = live.some(({ deputies }) => deputies === true)
    ? await readSubstitutes(deps.db, { readers, objectId: subject.objectId, now })
    : NOBODY_AWAY;
  const hearers: Hearer[] = readers.flatMap((reader) => {
    const did = reader.id === event.actorId;
    const mayHear = (row: Notice) => !did || row.doerToo === true;
    const named = live.find((row) => mayHear(row) && isNamed(row, reader));
    const told = named ?? live.find((one) => mayHear(one) && one.to.includes("known"));
    // Who acted elsewhere sees the new state on the card that they have.
    const settles = told === undefined && did && subject.living;
    const row = settles ? live[0] : told;
    if (row === undefined) return [];
    const own: Hearer = { reader, row, named: named !== undefined, did, settles };
    const deputy = named?.deputies === true ? substitutes.get(reader.id) : undefined;
    if (deputy === undefined || !card.sees(deputy, thing)) return [own];
    // A card that the absent user has shows the new state when they are back.
    const kept: Hearer[] = subject.living ? [{ ...own, named: false, settles: true }] : [];
    return [{ ...own, reader: deputy, did: deputy.id === event.actorId }, ...kept];
  });
  const once = hearers.filter(
    ({ reader }, at) => hearers.findIndex((other) => other.reader.id === reader.id) === at,
  );
  return once.flatMap(({ reader, row, named, did, settles }): Notification[] => {
    if (!card.sees(reader, thing)) return [];
    const news = settles ? null : (row.news?.(thing, event) ?? null);
    const { locale, actor } = reader;
    const today = localTime(now, actor.timeZone).day;
    const drawing = { reader, news, now, today, locale, publicUrl: deps.publicUrl };
    return [
      {
        ...subject,
        name: card.name,
        category: card.category,
        reader,
        priority: row.priority ?? "normal",
        ring: settles ? "edit" : ringOf(row, did || !named || row.hushed?.(thing) === true),
        digest: row.digest,
        unread: !did && named,
        did,
        onlyKnown: !named || row.onlyKnown?.(thing, event) === true,
        news,
        message: () => card.draw(thing, drawing, event),
      },
    ];
  });
}
