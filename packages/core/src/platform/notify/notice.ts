import type { EventType, Locale, NotificationCategory, Priority } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { Permission, UserActor } from "@stsphera/rbac";
import type { DatedRendering, DeepLink, HtmlValue, RenderedMessage } from "@stsphera/telegram";
import type { Day } from "../../kernel/index.ts";
import type { Ring } from "../deliveries/index.ts";

/** An event, as stored in the outbox. */
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
  /** Public URL of the Mini App, for the buttons. */
  publicUrl: string;
  /** `https://t.me/<bot>/<app>`: the link to the Mini App in groups; null while Telegram has not named the bot. */
  groupAppUrl?: () => string | null;
  warn: (message: string, error: unknown) => void;
};

/** A user who may be notified: the actor whose rights are checked, and the notification settings. */
export type Reader = {
  id: number;
  telegramId: string;
  locale: Locale;
  /** Categories without messages; they still appear in the notification centre. */
  muted: readonly NotificationCategory[];
  /** Categories told in the morning card instead of a message. */
  inDigest: readonly NotificationCategory[];
  actor: UserActor;
};

/**
 * Groups that the platform resolves itself: the active project managers of the thing's object, its active members whose
 * role there holds a permission, the active admins.
 */
export type Group = "managers" | "admins" | `holders of ${Permission}`;

/** How a thing appears in a user's notifications and chat. */
export type CardSubject = {
  /** Key of the notification row; an ongoing thing keeps its row. */
  key: string;
  /** Type of the notification row. */
  type: string;
  objectId: number | null;
  entityType: string;
  entityId: number;
  /** Where the notification leads; by default to itself. */
  deepLink: DeepLink | null;
  /** True: the message is edited when the thing changes; false: each message is new. */
  living: boolean;
};

/** What a card is rendered with besides the thing. */
export type Drawing<N> = DatedRendering & {
  reader: Reader;
  /** The name of whom the reader stands in for; the message says so by itself. */
  behalf: string | null;
  news: N | null;
  now: Date;
};

/**
 * How notifications of one kind of thing are made: read once per event, rendered per reader. `Who` are the names by
 * which notice rows refer to people.
 */
export type NotificationCard<Thing = unknown, Who extends string = string, News = unknown> = {
  name: string;
  category: NotificationCategory;
  /** Names of the buttons that its messages may have, by what their reader may do; for the catalogue of notices. */
  acts?: readonly string[];
  /** Entity types of the events it reads: their ids are ids of these, never of a part of the thing. */
  of: readonly string[];
  /** The thing in its current state; null when there is nothing to notify of. */
  read(deps: NotifyDeps, event: OutboxEvent): Promise<Thing | null>;
  /** The same for many events by a constant number of statements, by their ids; what is missing there is read alone. */
  readMany?(deps: NotifyDeps, events: readonly OutboxEvent[]): Promise<ReadonlyMap<number, Thing | null>>;
  /** Ids behind the names: everybody whom an event of the thing may concern, besides `groups`. */
  people(thing: Thing, event: OutboxEvent): Readonly<Record<Exclude<Who, Group>, readonly (number | null)[]>>;
  groups?: readonly Group[];
  /** Users are notified whatever their status: of their own access, of their own files. */
  anyStatus?: true;
  /** Users are not notified of what they may not see. */
  sees(reader: Reader, thing: Thing): boolean;
  subject(thing: Thing, event: OutboxEvent): CardSubject;
  /** Where it leads for this reader, where that differs from the subject's. */
  linkFor?(thing: Thing, reader: Reader): DeepLink | null;
  draw(thing: Thing, drawing: Drawing<News>, event: OutboxEvent): RenderedMessage;
};

/** How a copy for a chat is drawn: nobody's rights, nobody's buttons. */
export type GroupDrawing = {
  locale: Locale;
  /** The day of the object. */
  today: Day;
};

/**
 * News for a chat whose members are not known: what an observer of the object may hear, so no phones, no money, nobody
 * blamed. Words that people typed pass through `forGroup`.
 */
export type GroupCopy = {
  /** The thing: its message is edited, or sent anew by the row's `alert`. */
  key: string;
  /** Written in bold; with the tail also its line where several are told in one message. */
  title: string;
  /** What follows the title in its line. */
  tail?: string;
  lines: readonly HtmlValue[];
  /** The title of a message that tells several of the kind. */
  many(count: number): string;
  button: { text: string; link: DeepLink };
};

/** A row of a domain's table of notices: who is notified of an event, and how. */
export type Notice<Thing = unknown, Who extends string = string, News = unknown> = {
  /**
   * Never includes the actor of the event. `known`: users who already have the card see the new state on it,
   * silently.
   */
  to: readonly (Who | "known")[];
  card: NotificationCard<Thing, Who, News>;
  /** How the card rings: sent anew with sound, with sound only the first time, silently, or by an edit alone. */
  alert: Ring;
  /** True: it makes no sound this time. */
  hushed?(thing: Thing): boolean;
  /** `normal` by default. */
  priority?: Priority;
  /** Chats linked to the object get a copy, drawn by this; null where there is nothing to tell. */
  group?(thing: Thing, drawing: GroupDrawing, event: OutboxEvent): GroupCopy | null;
  news?(thing: Thing, event: OutboxEvent): News;
  /**
   * True when the row does not apply: the thing has changed since and a later event notifies, or another row does.
   */
  stale?(thing: Thing, event: OutboxEvent): boolean;
  /** The actor of the event gets the card too, silently and marked read. */
  doerToo?: boolean;
  /** A named user who is away has their deputy told instead. */
  deputies?: boolean;
  /**
   * A digest, which its reader ordered by a setting of its own: settings of the category do not apply, other messages are
   * sent first, and it is dropped when it could not be sent for so many minutes.
   */
  digest?: { minutes: number };
  /** Its message is never listed in one message with others. */
  alone?: true;
  /** Only users who already have the card get it, as unread news. */
  onlyKnown?(thing: Thing, event: OutboxEvent): boolean;
};

/** An event that is recorded but notifies nobody. */
export type NobodyNotified = { to: readonly [] };

/**
 * The notices of an event; the first row that names a user counts for that user; several cards make several messages.
 */
export type Notices<Thing = unknown, Who extends string = string, News = unknown> =
  | NobodyNotified
  | Notice<Thing, Who, News>
  | readonly Notice<Thing, Who, News>[];

export const NOBODY: NobodyNotified = { to: [] };

/** The notices of all domains; the type is complete, so that no event can be forgotten. */
export type NoticeRegistry = Readonly<Record<EventType, Notices>>;

/** The events of a domain, over which its table must be complete: `Record<EventsOf<"task">, Notices>`. */
export type EventsOf<Prefix extends string> = Extract<EventType, `${Prefix}.${string}`>;
