import { can, myObjectIds } from "@stsphera/rbac";
import { shortName } from "@stsphera/contracts/format";
import type { Database } from "@stsphera/db";
import {
  type Button,
  entityCard,
  fitCaption,
  html,
  type HtmlValue,
  joinHtml,
  line,
  type Rendering,
} from "@stsphera/telegram";
import { loadActor } from "../../kernel/index.ts";
import { type Notice, type NotificationCard, wordsOf } from "../../platform/notify/index.ts";
import { RUNNING } from "../../platform/schedule/index.ts";
import { dayButton } from "../facts/index.ts";
import { ledParts } from "../shifts/index.ts";
import { closeButtons, laterButton, missingRows, reminderWords } from "./card/index.ts";
import { type MissingPart, readMissing } from "./read-missing.ts";

/** `behalf`: whom the reader stands in for. */
type Part = MissingPart & { behalf: string | null };
type Evening = { userId: number; day: string; parts: Part[] };

const SHOWN = 5;
/** Characters of a caption that stands alone in its row. */
const ALONE = 36;

/** $1 objects · $2 day · $3 user */
const OBJECTS = `
  select o.id, exists (select from zones z where z.object_id = o.id and z.foreman_id is not null) as "hasForemen",
    exists (select from delegations d where d.principal_id = $3::int and d.ended_at is null
      and (d.object_id is null or d.object_id = o.id) and $2::date between d.from_day and d.to_day) as away
  from objects o where o.id = any ($1::int[]) and ${RUNNING}
    and exists (select from object_workdays w where w.object_id = o.id and w.day = $2::date) order by o.id`;

type Row = { id: number; hasForemen: boolean; away: boolean };

async function readEvening(db: Database, userId: number, day: string, now: Date): Promise<Evening | null> {
  const actor = await loadActor(db, { userId }, now);
  if (actor === null) return null;
  const objects = await db.read<Row>(OBJECTS, [myObjectIds(actor), day, userId]);
  const parts: Part[] = [];
  for (const object of objects) {
    const objectId = object.id;
    if (!can(actor, "fact.enter", { objectId })) continue;
    for (const { foremanId, behalf } of ledParts(actor, object)) {
      const part = await readMissing(db, { objectId, day, foremanId, now });
      if (part !== null) parts.push({ ...part, behalf });
    }
  }
  return parts.length === 0 ? null : { userId, day, parts };
}

/** «СПК Блок Б · по замещению: Белов». */
function headingOf({ objectName, behalf }: Part, locale: Rendering["locale"]): HtmlValue {
  const t = reminderWords(locale);
  return joinHtml(
    [html`<b>${objectName}</b>`, behalf === null ? null : t("on_behalf", { name: shortName(behalf) })],
    " · ",
  );
}

/** The request for the facts of a shift that is over, of all objects of a foreman and of whom they stand in for. */
const eveningCard = entityCard<Evening, "later", Rendering>({
  name: "fact.evening",
  title: (_evening, { locale }) => reminderWords(locale)("evening"),
  lines: ({ parts }, { locale }): HtmlValue[] => {
    const t = reminderWords(locale);
    return parts.flatMap((part, at) => [
      at > 0 ? "" : null,
      parts.length > 1 || part.behalf !== null ? headingOf(part, locale) : null,
      line(
        t("entered"),
        html`<b>${t("of_total", { done: part.count.entered, total: part.count.total })}</b>`,
      ),
      ...missingRows(part, locale, SHOWN),
    ]);
  },
  rows: [["later"]],
  offers: () => () => true,
  button: ({ day }, _later, { locale }) => ({
    kind: "callback",
    text: reminderWords(locale)("in_an_hour"),
    data: laterButton(day),
  }),
});

/** Among several objects a part is named by its object, on the same one as one's own or by its foreman. */
function calledIn(parts: readonly Part[], locale: Rendering["locale"]): (part: Part) => string {
  const isOneObject = parts.every(({ objectId }) => objectId === parts[0]?.objectId);
  return ({ behalf, objectName }) => {
    if (isOneObject) return behalf === null ? reminderWords(locale)("own_part") : shortName(behalf);
    return behalf === null ? objectName : `${objectName}, ${shortName(behalf)}`;
  };
}

const closesOf = (parts: readonly Part[], locale: Rendering["locale"]): Button[] =>
  closeButtons(parts, "close", locale, calledIn(parts, locale));

/** «Внести факт»; of several objects a button each, which names it. */
function entersOf(parts: readonly Part[], { locale }: Rendering): Button[] {
  const t = reminderWords(locale);
  const objects = parts.filter(
    ({ objectId }, at) => parts.findIndex((part) => part.objectId === objectId) === at,
  );
  return objects.map(({ objectId, objectName, day }) => ({
    kind: "callback",
    text: objects.length === 1 ? t("enter_fact") : t("of_part", { act: t("enter_fact"), part: objectName }),
    data: dayButton("enter", objectId, day),
  }));
}

/** How long an evening request makes sense. */
export const EVENING_MINUTES = 120;
const MINUTE_MS = 60_000;

const eveningNotification: NotificationCard<Evening, "foreman", never> = {
  name: "fact.evening",
  category: "facts",
  acts: ["enter", "close", ...eveningCard.actions],
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
  draw: (evening, drawing) => {
    const { text, buttons } = eveningCard.draw(evening, drawing);
    const [enters, closes] = [entersOf(evening.parts, drawing), closesOf(evening.parts, drawing.locale)];
    const alone = (ones: readonly Button[]) =>
      ones.map((one) => [{ ...one, text: fitCaption(one.text, ALONE) }]);
    // One part alone has short captions, which stand side by side.
    if (closes.length === 1) return { text, buttons: [...alone(enters), [...buttons.flat(), ...closes]] };
    return { text, buttons: [...alone(enters), ...alone(closes), ...buttons] };
  },
};

/** One message a person and evening, in the place of the last one; the schedule names deputies for who is away. */
export const eveningNotice: Notice<Evening, "foreman", never> = {
  to: ["foreman"],
  card: eveningNotification,
  alert: "always",
  alone: true,
};
