import type { EventType, Locale, NotificationCategory, Priority } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import type { DeepLink, NotificationKey, NotificationPayloads } from "@stsphera/telegram";
import type { Ring } from "../deliveries/index.ts";

/** What happened, as the outbox keeps it. */
export type RelayedEvent = {
  id: number;
  type: EventType;
  objectId: number | null;
  entityType: string;
  entityId: number;
  actorId: number | null;
  payload: Record<string, unknown>;
};

export type RelayDeps = {
  db: Database;
  now: () => Date;
  /** Public address of the Mini App, for the buttons. */
  publicUrl: string;
  warn: (message: string, error: unknown) => void;
};

/** A person who is told, with what telling takes. */
export type Recipient = {
  id: number;
  telegramId: string;
  locale: Locale;
  /** Categories of which he wants no messages: they stay in his notifications. */
  muted: readonly NotificationCategory[];
};

/** What is said, by the name of its text. */
export type Message = {
  [K in NotificationKey]: { render: K; payload: NotificationPayloads[K] };
}[NotificationKey];

/** One person and what he is told: a row of his notifications, and a message in his chat. */
export type Told = Message & {
  recipient: Recipient;
  /** The row's key; a thing that goes on keeps its row. */
  key: string;
  type: EventType | NotificationKey;
  category: NotificationCategory;
  priority: Priority;
  objectId: number | null;
  entityType: string;
  entityId: number;
  /** Where the notification leads; to itself unless told. */
  deepLink: DeepLink | null;
  /** A living card of this key is edited from its first message on; null: a message of its own. */
  cardKey: string | null;
  ring: Ring;
  /** New to the person: his own doing is not. */
  unread: boolean;
  /** Only a person who has been told of it already hears how it went on. */
  onlyIfKnown: boolean;
};

/** Finds out who is told what of an event. Reads only. */
export type Handler = (deps: RelayDeps, event: RelayedEvent) => Promise<Told[]>;
