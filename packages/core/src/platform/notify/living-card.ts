import type { CardView, EntityCard, PlainLink } from "@stsphera/telegram";
import type { CardSubject, Drawing, OutboxEvent } from "./notice.ts";

/** The subject of a thing whose one message in a chat is edited as the thing changes, and which opens in the app. */
export const livingCard =
  (kind: PlainLink["kind"], { key }: Pick<EntityCard<never, never>, "key">) =>
  ({ id, objectId }: { id: number; objectId: number }, { type }: OutboxEvent): CardSubject => ({
    key: key(id),
    type,
    objectId,
    entityType: kind,
    entityId: id,
    deepLink: { kind, id },
    living: true,
  });

/** How a card is drawn for the reader of a notification, on the day of its object. */
export const viewOf = <N>(
  { reader: { actor }, news, now, locale }: Drawing<N>,
  today: string,
): CardView<N> => ({ readerId: actor.id, locale, timeZone: actor.timeZone, now, today, news });
