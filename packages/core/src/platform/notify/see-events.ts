import { inParallel } from "./in-parallel.ts";
import { isPassing } from "./is-passing.ts";
import type {
  CardSubject,
  Notice,
  NoticeRegistry,
  NotificationCard,
  Notices,
  NotifyDeps,
  OutboxEvent,
  Reader,
} from "./notice.ts";
import { cardsOf, type ReadThing, rowsOf } from "./read-things.ts";
import { readReadersOfEach, type Wanted } from "./readers.ts";
import { readSubstitutes, type Substitutes } from "./substitutes.ts";

/** A card of an event: the thing as it is now, the rows that apply to it, and the people it may concern. */
export type SeenCard = Looked & { readers: readonly Reader[]; substitutes: Substitutes };

/** An event with its cards, or the error by which its thing could not be read. */
export type SeenEvent = { event: OutboxEvent } & ({ cards: SeenCard[] } | { error: unknown });

type Looked = {
  card: NotificationCard;
  thing: unknown;
  live: readonly Notice[];
  subject: CardSubject;
  people: Readonly<Record<string, readonly (number | null)[]>>;
};

type LookedEvent = { event: OutboxEvent } & ({ cards: Looked[] } | { error: unknown });

/** Things that are read at the same time. */
const AT_ONCE = 8;
const NOBODY_AWAY: Substitutes = new Map();

/** Reads what events tell of, each by its cards, and their people for all events together. */
export async function seeEvents(
  deps: NotifyDeps,
  events: readonly OutboxEvent[],
  { notices, now, read }: { notices: NoticeRegistry; now: Date; read: ReadThing },
): Promise<SeenEvent[]> {
  const looked = await inParallel(AT_ONCE, events, async (event): Promise<LookedEvent> => {
    try {
      return { event, cards: await lookAt(read, event, notices[event.type]) };
    } catch (error) {
      if (isPassing(error)) throw error;
      return { event, error };
    }
  });
  const cards = looked.flatMap((one) => ("cards" in one ? one.cards : []));
  const people = await withPeople(deps, cards, now);
  const seen = new Map(cards.map((card, at) => [card, people[at]]));
  return looked.map((one): SeenEvent => {
    if ("error" in one) return one;
    return { event: one.event, cards: one.cards.flatMap((card) => seen.get(card) ?? []) };
  });
}

async function lookAt(read: ReadThing, event: OutboxEvent, notices: Notices): Promise<Looked[]> {
  const rows = rowsOf(notices);
  const looked: Looked[] = [];
  for (const card of cardsOf(notices)) {
    if (!card.of.includes(event.entityType))
      throw new Error(`${card.name} does not read an event about a ${event.entityType}`);
    const thing = await read(card, event);
    if (thing === null) continue;
    const live = rows.filter((row) => row.card === card && row.stale?.(thing, event) !== true);
    if (live.length === 0) continue;
    const subject = card.subject(thing, event);
    looked.push({ card, thing, live, subject, people: card.people(thing, event) });
  }
  return looked;
}

async function withPeople({ db }: NotifyDeps, cards: readonly Looked[], now: Date): Promise<SeenCard[]> {
  const readers = await readReadersOfEach(db, cards.map(wantedBy));
  const absent = cards.flatMap(({ live, subject: { objectId } }, at) =>
    live.some(({ deputies }) => deputies === true) ? [{ at, objectId, readers: readers[at] ?? [] }] : [],
  );
  const substitutes = await readSubstitutes(db, absent, now);
  const instead = new Map(absent.map(({ at }, place) => [at, substitutes[place]]));
  return cards.map((card, at) => ({
    ...card,
    readers: readers[at] ?? [],
    substitutes: instead.get(at) ?? NOBODY_AWAY,
  }));
}

function wantedBy({ card: { groups = [], anyStatus }, subject, people }: Looked): Wanted {
  const ids = [...new Set(Object.values(people).flat())].filter((id) => id !== null);
  return { objectId: subject.objectId, ids, anyStatus: anyStatus === true, groups };
}
