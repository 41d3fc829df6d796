import { can, myObjectIds, rolesOn } from "@stsphera/rbac";
import type { Database } from "@stsphera/db";
import { entityCard, html, type HtmlValue, line, type Rendering } from "@stsphera/telegram";
import { loadActor } from "../../kernel/index.ts";
import { type Notice, type NotificationCard, wordsOf } from "../../platform/notify/index.ts";
import { RUNNING } from "../../platform/schedule/index.ts";
import { dayButton } from "../facts/index.ts";
import { shiftButton } from "../shifts/index.ts";
import { laterButton, missingRows, reminderWords } from "./card/index.ts";
import { type MissingPart, readMissing } from "./read-missing.ts";

type Evening = { userId: number; day: string; parts: MissingPart[] };

const SHOWN = 5;

/** $1 objects · $2 day */
const OBJECTS = `
  select o.id, exists (select from zones z where z.object_id = o.id and z.foreman_id is not null) as "hasForemen"
  from objects o where o.id = any ($1::int[]) and ${RUNNING}
    and exists (select from object_workdays w where w.object_id = o.id and w.day = $2::date) order by o.id`;

async function readEvening(db: Database, userId: number, day: string, now: Date): Promise<Evening | null> {
  const actor = await loadActor(db, { userId }, now);
  if (actor === null) return null;
  const objects = await db.read<{ id: number; hasForemen: boolean }>(OBJECTS, [myObjectIds(actor), day]);
  const parts: MissingPart[] = [];
  for (const { id: objectId, hasForemen } of objects) {
    const leads = rolesOn(actor, objectId).includes("construction_itr");
    if (!leads || !can(actor, "fact.enter", { objectId })) continue;
    const part = await readMissing(db, { objectId, day, foremanId: hasForemen ? userId : null, now });
    if (part !== null) parts.push(part);
  }
  return parts.length === 0 ? null : { userId, day, parts };
}

type Act = "enter" | "later" | "close";

/** The request for the facts of a shift that is over, of all objects of a foreman. */
const eveningCard = entityCard<Evening, Act, Rendering>({
  name: "fact.evening",
  title: (_evening, { locale }) => reminderWords(locale)("evening"),
  lines: ({ parts }, { locale }): HtmlValue[] => {
    const t = reminderWords(locale);
    return parts.flatMap((part) => [
      parts.length > 1 ? html`<b>${part.objectName}</b>` : null,
      line(
        t("entered"),
        html`<b>${t("of_total", { done: part.count.entered, total: part.count.total })}</b>`,
      ),
      ...missingRows(part, locale, SHOWN),
    ]);
  },
  rows: [["enter"], ["later", "close"]],
  offers:
    ({ parts }) =>
    (act) =>
      act === "later" || parts.length > 0,
  button: ({ parts, day }, act, { locale }) => {
    const t = reminderWords(locale);
    const objectId = parts[0]?.objectId ?? 0;
    if (act === "later") return { kind: "callback", text: t("in_an_hour"), data: laterButton(day) };
    return act === "enter"
      ? { kind: "callback", text: t("enter_fact"), data: dayButton("enter", objectId, day) }
      : { kind: "callback", text: t("close"), data: shiftButton("close", objectId, day) };
  },
});

/** How long an evening request makes sense. */
export const EVENING_MINUTES = 120;
const MINUTE_MS = 60_000;

const eveningNotification: NotificationCard<Evening, "foreman", never> = {
  name: "fact.evening",
  category: "facts",
  acts: eveningCard.actions,
  of: ["user"],
  async read({ db, now }, { entityId: userId, payload }) {
    const [day, at] = [wordsOf(payload["day"]), wordsOf(payload["at"])];
    if (day === null || at === null) throw new Error("an evening request names no day");
    const late = now().getTime() - Date.parse(at) > EVENING_MINUTES * MINUTE_MS;
    return late ? null : readEvening(db, userId, day, now());
  },
  people: ({ userId }) => ({ foreman: [userId] }),
  sees: () => true,
  subject: ({ userId, day, parts }) => ({
    key: eveningCard.key(userId),
    type: "fact.evening",
    objectId: parts[0]?.objectId ?? null,
    entityType: "user",
    entityId: userId,
    deepLink: { kind: "object", id: parts[0]?.objectId ?? 0, section: "fact", day },
    living: true,
  }),
  draw: (evening, drawing) => eveningCard.draw(evening, drawing),
};

/** One message a foreman and evening, in the place of the last one. */
export const eveningNotice: Notice<Evening, "foreman", never> = {
  to: ["foreman"],
  card: eveningNotification,
  alert: "always",
  alone: true,
  deputies: true,
};
