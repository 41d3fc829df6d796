import { shortName } from "@stsphera/contracts/format";
import {
  type NotificationCard,
  type NotifyDeps,
  numberOf,
  type OutboxEvent,
  wordsOf,
} from "../../platform/notify/index.ts";
import { type NewsOfSignIn, renderSignInNews } from "./card/sign-in-card.ts";

export type SignInNews = NewsOfSignIn & { userId: number; type: OutboxEvent["type"] };

/** Tells a user of a link made for them, of a sign-in by a link, and of a new passkey. Carries no link itself. */
export const signInNotification: NotificationCard<SignInNews, "person", never> = {
  name: "sign_in.news",
  category: "people",
  of: ["sign_in_link", "passkey"],
  read: readNews,
  people: ({ userId }) => ({ person: [userId] }),
  sees: () => true,
  subject: ({ userId, type }, event) => ({
    key: `${type}:${event.entityId}`,
    type,
    objectId: null,
    entityType: "user",
    entityId: userId,
    deepLink: null,
    living: false,
  }),
  draw: (news, { locale }) => renderSignInNews(news, locale),
};

const KINDS: Readonly<Record<string, NewsOfSignIn["kind"]>> = {
  "sign_in_link.given": "given",
  "sign_in_link.used": "used",
  "passkey.removed": "removed",
};

const NAME = `select full_name as name from users where id = $1`;

async function readNews({ db }: NotifyDeps, event: OutboxEvent): Promise<SignInNews> {
  const { type, payload } = event;
  const userId = numberOf(payload["userId"]);
  if (userId === null) throw new Error(`${type} names no person`);
  const madeBy = numberOf(payload["madeBy"]);
  const [maker] = madeBy === null || madeBy === userId ? [] : await db.read<{ name: string }>(NAME, [madeBy]);
  return {
    userId,
    type,
    kind: KINDS[type] ?? "passkey",
    admin: maker === undefined ? null : shortName(maker.name),
    reason: wordsOf(payload["reason"]),
    device: wordsOf(payload["browser"]) ?? wordsOf(payload["name"]),
    address: wordsOf(payload["address"]),
  };
}
