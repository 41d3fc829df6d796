import type { EventType, Locale, NotificationCategory, Priority } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { UserActor } from "@stsphera/rbac";
import type { DeepLink, RenderedMessage } from "@stsphera/telegram";
import type { Ring } from "../deliveries/index.ts";

/** What happened, as the outbox keeps it. */
export type OutboxEvent = {
  id: number;
  type: EventType;
  objectId: number | null;
  entityType: string;
  entityId: number;
  actorId: number | null;
  payload: Record<string, unknown>;
};

export type NotifyDeps = {
  db: Database;
  now: () => Date;
  /** Public address of the Mini App, for the buttons. */
  publicUrl: string;
  warn: (message: string, error: unknown) => void;
};

/** A person who may be notified: as whom his rights are judged, and his wishes about messages. */
export type Reader = {
  id: number;
  telegramId: string;
  locale: Locale;
  /** Categories of which he wants no messages: they stay in his notifications. */
  muted: readonly NotificationCategory[];
  actor: UserActor;
};

/** Groups of people whom the platform itself knows: the active РП of the thing's object, the active admins. */
export type Group = "managers" | "admins";

/** How a thing stands in a person's notifications and in his chat. */
export type CardSubject = {
  /** The row's key; a thing that goes on keeps its row. */
  key: string;
  /** The type of the row. */
  type: string;
  objectId: number | null;
  entityType: string;
  entityId: number;
  /** Where the notification leads; to itself unless said. */
  deepLink: DeepLink | null;
  /** A living card is edited from its first message on; otherwise every message is one of its own. */
  living: boolean;
};

/** What a card is drawn for besides the thing. */
export type Drawing<N> = { reader: Reader; news: N | null; now: Date; locale: Locale; publicUrl: string };

/**
 * How notifications of one kind of thing are made: read once an event, drawn for every reader. `Who` are the words that
 * rows may name people by.
 */
export type NotificationCard<Thing = unknown, Who extends string = string, News = unknown> = {
  name: string;
  category: NotificationCategory;
  /** The thing as it stands now; null when there is nothing to tell of it. */
  read(deps: NotifyDeps, event: OutboxEvent): Promise<Thing | null>;
  /** The people behind the words, by id: everybody whom an event of the thing may concern, besides `groups`. */
  people(thing: Thing, event: OutboxEvent): Readonly<Record<Exclude<Who, Group>, readonly (number | null)[]>>;
  groups?: readonly Group[];
  /** People are notified whatever their status: of their own access, of their own files. */
  anyStatus?: true;
  /** Nobody is notified of what he may not see. */
  sees(reader: Reader, thing: Thing): boolean;
  subject(thing: Thing, event: OutboxEvent): CardSubject;
  draw(thing: Thing, drawing: Drawing<News>, event: OutboxEvent): RenderedMessage;
};

/** A row of a domain's table of notices: who is notified of an event, and how. */
export type Notice<Thing = unknown, Who extends string = string, News = unknown> = {
  /**
   * Never the one who did it. `known`: a person who has the card already sees on it, in silence, how the thing went on.
   */
  to: readonly (Who | "known")[];
  card: NotificationCard<Thing, Who, News>;
  /** How the card rings: sent anew and heard, heard the first time only, or silently. */
  alert: Ring;
  /** `normal` unless said. */
  priority?: Priority;
  /** The chats that are linked to the object get a copy, as soon as chats can be linked. */
  group?: boolean;
  news?(thing: Thing, event: OutboxEvent): News;
  /** True when the row does not apply: the thing has moved on and a later event tells, or another row says it. */
  stale?(thing: Thing, event: OutboxEvent): boolean;
  /** The one who did it has the card too, silently and read. */
  doerToo?: boolean;
  /** Those who have the card alone get it, as unread as news. */
  onlyKnown?(thing: Thing, event: OutboxEvent): boolean;
};

/** An event that stands in the record alone. */
export type NobodyNotified = { to: readonly [] };

/** The rows of an event, the first that names a person counts for him; several cards are several messages. */
export type Notices<Thing = unknown, Who extends string = string, News = unknown> =
  | NobodyNotified
  | Notice<Thing, Who, News>
  | readonly Notice<Thing, Who, News>[];

export const NOBODY: NobodyNotified = { to: [] };

/** What the domains registered: complete by type, so that a new event cannot be forgotten. */
export type NoticeRegistry = Readonly<Record<EventType, Notices>>;

/** What a domain's own table has to be complete over: `Record<EventsOf<"task">, Notices>`. */
export type EventsOf<Prefix extends string> = Extract<EventType, `${Prefix}.${string}`>;
