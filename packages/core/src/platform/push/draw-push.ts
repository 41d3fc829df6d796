import { cutText } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { createTranslators, formatDeepLink } from "@stsphera/telegram";
import { foldOf, foldTitle, mayStillRead, readFold } from "../deliveries/index.ts";
import { forGroup } from "../notify/index.ts";
import type { ClaimedPush, RingingMessage } from "./claim-push.ts";
import { pushEn } from "./locales/en.ts";
import { pushRu } from "./locales/ru.ts";

/** What the service worker of a browser shows. */
export type PushText = {
  title: string;
  body: string;
  /** The page that a press opens. */
  url: string;
  /** A later one of the same thing replaces it. */
  tag: string;
  /** It stays until it is pressed or closed. */
  stays: boolean;
};

type Deps = { db: Pick<Database, "read">; now: Date };
type Row = { title: string; text: string; deepLink: string };

const words = createTranslators(pushRu, pushEn);
const MAX_TITLE = 120;
const MAX_BODY = 160;

const NEWS = `select title, text, deep_link as "deepLink" from notifications where id = $1`;
const LOCALE = `select locale from users where id = $1`;

/**
 * A push as its user may read it at this moment: a title and a line, without phones and sums, since it is seen on a locked
 * screen. Null: it does not ring.
 */
export async function drawPush(deps: Deps, push: ClaimedPush): Promise<PushText | null> {
  const { message, userId } = push;
  if (message === null) return trial(deps, userId);
  const fold = foldOf(message.cardKey);
  const drawn = fold === null ? await ofOne(deps, userId, message) : await ofSeveral(deps, userId, fold);
  if (drawn === null) return null;
  const { title, body, link, tag } = drawn;
  return {
    title: cutText(forGroup(title), MAX_TITLE),
    body: cutText(forGroup(body), MAX_BODY),
    url: `/?startapp=${link}`,
    tag,
    stays: message.kind === "critical",
  };
}

type Drawn = { title: string; body: string; link: string; tag: string };

async function ofOne({ db, now }: Deps, userId: number, message: RingingMessage): Promise<Drawn | null> {
  const { notificationId } = message;
  if (notificationId === null) return null;
  if (!(await mayStillRead(db, { userId, notificationId, chatLinkId: null }, now))) return null;
  const [news] = await db.read<Row>(NEWS, [notificationId]);
  if (news === undefined) return null;
  return { title: news.title, body: lineOf(news.text), link: news.deepLink, tag: `n${notificationId}` };
}

async function ofSeveral({ db, now }: Deps, userId: number, fold: number): Promise<Drawn | null> {
  const read = await readFold(db, fold, userId, now);
  const [newest, another] = read?.items ?? [];
  if (read === null || newest === undefined) return null;
  if (another === undefined)
    return { title: newest.title, body: lineOf(newest.text), link: newest.deepLink, tag: `n${newest.id}` };
  return {
    title: foldTitle(read.locale, read.items.length),
    body: `${newest.title} · ${lineOf(newest.text)}`,
    link: formatDeepLink({ kind: "notification", id: newest.id }),
    tag: `f${fold}`,
  };
}

async function trial({ db }: Deps, userId: number): Promise<PushText | null> {
  const [person] = await db.read<{ locale: Locale }>(LOCALE, [userId]);
  if (person === undefined) return null;
  const t = words(person.locale);
  return {
    title: t("trial.title"),
    body: t("trial.body"),
    url: "/profile/settings",
    tag: "trial",
    stays: false,
  };
}

/** The first line of a card without its caption: it mostly names the object. */
function lineOf(text: string): string {
  const [line = ""] = text.split("\n");
  return line.split("  ").at(-1)?.trim() ?? "";
}
