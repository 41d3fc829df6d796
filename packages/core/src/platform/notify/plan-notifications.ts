import type { Priority } from "@stsphera/contracts/vocabulary";
import type { RenderedMessage } from "@stsphera/telegram";
import { localTime } from "../../kernel/index.ts";
import { onBehalf } from "./behalf-words.ts";
import type { Ring } from "../deliveries/index.ts";
import type {
  CardSubject,
  Notice,
  NoticeRegistry,
  NotificationCard,
  NotifyDeps,
  OutboxEvent,
  Reader,
} from "./notice.ts";
import type { ReadThing } from "./read-things.ts";
import { isOf } from "./readers.ts";
import { type SeenCard, seeEvents } from "./see-events.ts";

/** One user's notification: a row in the notification centre and a message in the chat. */
export type Notification = CardSubject &
  Pick<NotificationCard, "name" | "category"> & {
    reader: Reader;
    priority: Priority;
    ring: Ring;
    digest: Notice["digest"];
    alone: boolean;
    /** False for the user's own action. */
    unread: boolean;
    /** The user did it: what their card asked for is settled. */
    did: boolean;
    /** Only for a user who was notified of the thing before. */
    onlyKnown: boolean;
    news: unknown;
    /** Whose deputy is told; null for who is told in their own right. */
    behalfOf: number | null;
    message: () => RenderedMessage;
  };

/** An event with who is notified of it, or the error that its thing could not be read by. */
export type Planned = { event: OutboxEvent } & ({ notifications: Notification[] } | { error: unknown });

/**
 * Computes who is notified of what by each event. Reads only: the things by `read`, people, rights and settings for
 * all events together.
 */
export async function planNotifications(
  deps: NotifyDeps,
  events: readonly OutboxEvent[],
  notices: NoticeRegistry,
  read: ReadThing = (card, event) => card.read(deps, event),
): Promise<Planned[]> {
  const now = deps.now();
  const seen = await seeEvents(deps, events, { notices, now, read });
  return seen.map((one): Planned => {
    if ("error" in one) return one;
    const { event, cards } = one;
    try {
      return { event, notifications: cards.flatMap((card) => planCard(deps, event, card, now)) };
    } catch (error) {
      return { event, error };
    }
  });
}

const ringOf = ({ alert }: Notice, isSilent: boolean): Ring =>
  isSilent && alert !== "edit" ? "never" : alert;

/**
 * Who is told by which row; `named` by the row, not as one who has the card; `did`: the actor of the event; `settles`: whose
 * own card alone is brought up to date, the actor's or that of a user who is away; `absent`: whose deputy they are here.
 */
type Hearer = {
  reader: Reader;
  row: Notice;
  named: boolean;
  did: boolean;
  settles: boolean;
  absent: Reader | null;
};

/** Somebody hears once: in their own right, else as a deputy, else as one who has the card. */
const rankOf = ({ named, absent }: Hearer): number =>
  named && absent === null ? 0 : absent === null ? 2 : 1;

function planCard(
  deps: NotifyDeps,
  event: OutboxEvent,
  { card, thing, live, subject, people, readers, substitutes }: SeenCard,
  now: Date,
): Notification[] {
  const { groups = [] } = card;
  const isWho = (who: string, reader: Reader): boolean => {
    const group = groups.find((one) => one === who);
    if (group !== undefined) return isOf(group, reader, subject.objectId);
    return people[who]?.includes(reader.id) === true;
  };
  const isNamed = (row: Notice, reader: Reader) => row.to.some((who) => isWho(who, reader));
  const hearers: Hearer[] = readers.flatMap((reader) => {
    const did = reader.id === event.actorId;
    const mayHear = (row: Notice) => !did || row.doerToo === true;
    const named = live.find((row) => mayHear(row) && isNamed(row, reader));
    const told = named ?? live.find((one) => mayHear(one) && one.to.includes("known"));
    // Who acted elsewhere sees the new state on the card that they have.
    const settles = told === undefined && did && subject.living;
    const row = settles ? live[0] : told;
    if (row === undefined) return [];
    const own: Hearer = { reader, row, named: named !== undefined, did, settles, absent: null };
    const deputy = named?.deputies === true ? substitutes.get(reader.id) : undefined;
    if (deputy === undefined || !card.sees(deputy, thing)) return [own];
    // A card that the absent user has shows the new state when they are back.
    const kept: Hearer[] = subject.living ? [{ ...own, named: false, settles: true }] : [];
    return [{ ...own, reader: deputy, did: deputy.id === event.actorId, absent: reader }, ...kept];
  });
  const once = hearers.filter((one, at) =>
    hearers.every(
      (other, place) =>
        other.reader.id !== one.reader.id ||
        rankOf(other) > rankOf(one) ||
        (rankOf(other) === rankOf(one) && place >= at),
    ),
  );
  return once.flatMap(({ reader, row, named, did, settles, absent }): Notification[] => {
    if (!card.sees(reader, thing)) return [];
    const news = settles ? null : (row.news?.(thing, event) ?? null);
    const { locale, actor } = reader;
    const today = localTime(now, actor.timeZone).day;
    const behalf = absent?.actor.fullName ?? null;
    const drawing = { reader, behalf, news, now, today, locale, publicUrl: deps.publicUrl };
    return [
      {
        ...subject,
        deepLink: card.linkFor?.(thing, reader) ?? subject.deepLink,
        name: card.name,
        category: card.category,
        reader,
        priority: row.priority ?? "normal",
        ring: settles ? "edit" : ringOf(row, did || !named || row.hushed?.(thing) === true),
        digest: row.digest,
        alone: row.alone === true,
        unread: !did && named,
        did,
        onlyKnown: !named || row.onlyKnown?.(thing, event) === true,
        news,
        behalfOf: absent?.id ?? null,
        message: () => {
          const message = card.draw(thing, drawing, event);
          return behalf === null ? message : onBehalf(message, behalf, locale);
        },
      },
    ];
  });
}
