import { dayWithYear } from "@stsphera/contracts/format";
import { can, rolesOn } from "@stsphera/rbac";
import { entityCard, html, type HtmlValue, miniAppUrl, type Rendering } from "@stsphera/telegram";
import { type Notice, type NotificationCard, type Reader, wordsOf } from "../../platform/notify/index.ts";
import { missingButtons, missingRows, partName, reminderWords } from "./card/index.ts";
import { type MissingPart, readMissing } from "./read-missing.ts";

type Part = MissingPart & { name: string | null };
type Missing = {
  objectId: number;
  objectName: string;
  day: string;
  parts: Part[];
  /** Zones with a foreman divide the object. */
  hasForemen: boolean;
  /** Foremen of these parts who have no morning card to read it in. */
  uncarded: number[];
};
type Row = { lastWorkday: string | null; foremen: { id: number; name: string }[]; uncarded: number[] };

const SHOWN_OWN = 7;
const SHOWN_OF_EACH = 3;

/** $1 object · $2 day of the reminder */
const STATEMENT = `
  select (select max(w.day)::text from object_workdays w where w.object_id = o.id and w.day < $2::date) as "lastWorkday",
    coalesce((select json_agg(distinct jsonb_build_object('id', u.id, 'name', u.full_name))
      from zones z join users u on u.id = z.foreman_id where z.object_id = o.id), '[]') as foremen,
    array(select s.user_id from notification_settings s join object_roles r on r.user_id = s.user_id
      where r.object_id = o.id and r.role = 'construction_itr' and not s.morning_digest) as uncarded
  from objects o where o.id = $1 and o.status in ('active', 'completing')`;

/** The parts that a reader answers for: their own, of whom they stand in for, all for a manager. */
function partsOf({ parts, hasForemen, objectId }: Missing, { id, actor }: Reader): Part[] {
  const people = [id, ...(actor.deputyFor ?? []).map(({ principalId }) => principalId)];
  const own = parts.filter(({ foremanId }) =>
    foremanId === null ? !hasForemen : people.includes(foremanId),
  );
  return rolesOn(actor, objectId).includes("project_manager") ? parts : own;
}

function linesOf(parts: readonly Part[], locale: Reader["locale"]): HtmlValue[] {
  const [only, another] = parts;
  if (only !== undefined && another === undefined) return missingRows(only, locale, SHOWN_OWN);
  return parts.flatMap((part) => [
    html`<b>${partName(part.name, locale)}</b>`,
    ...missingRows(part, locale, SHOWN_OF_EACH),
  ]);
}

/** The open lines of a day, by the parts that its reader answers for. */
const missingCard = entityCard<Missing, "open", Rendering & { today: string }>({
  name: "fact.missing",
  title: ({ objectName: object, day }, { today, locale }) =>
    reminderWords(locale)("missing_of", { object, day: dayWithYear(day, today, locale, "weekday") }),
  lines: ({ parts }, { locale }) => linesOf(parts, locale),
  rows: [["open"]],
  offers: () => () => true,
  button: ({ objectId, day }, _open, { locale, publicUrl }) => ({
    kind: "webApp",
    text: reminderWords(locale)("open"),
    url: miniAppUrl(publicUrl, { kind: "object", id: objectId, section: "fact", day }),
  }),
});

/** What the last shift still owes: to its foremen before the next, and two hours later to the managers. */
const missingNotification: NotificationCard<Missing, "managers" | "foremen", never> = {
  name: "fact.missing",
  category: "facts",
  acts: ["enter", "idle", "not worked", "open"],
  of: ["object"],
  async read({ db, now }, { entityId: objectId, payload }) {
    const [row] = await db.read<Row>(STATEMENT, [objectId, wordsOf(payload["day"])]);
    if (row === undefined || row.lastWorkday === null) return null;
    const hasForemen = row.foremen.length > 0;
    const parts: Part[] = [];
    for (const { id, name } of [...row.foremen, { id: null, name: null }]) {
      const part = await readMissing(db, { objectId, day: row.lastWorkday, foremanId: id, now: now() });
      if (part !== null) parts.push({ ...part, name });
    }
    const [first] = parts;
    if (first === undefined) return null;
    const { lastWorkday: day, uncarded } = row;
    return { objectId, objectName: first.objectName, day, parts, hasForemen, uncarded };
  },
  people: ({ parts, hasForemen, uncarded }) => ({
    foremen: uncarded.filter((id) =>
      parts.some(({ foremanId }) => (foremanId === null ? !hasForemen : foremanId === id)),
    ),
  }),
  groups: ["managers"],
  sees: (reader, missing) =>
    can(reader.actor, "fact.view", { objectId: missing.objectId }) && partsOf(missing, reader).length > 0,
  subject: ({ objectId, day }) => ({
    key: missingCard.key(objectId, day),
    type: "fact.missing",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "fact", day },
    living: true,
  }),
  draw(missing, drawing) {
    const { reader, locale } = drawing;
    const parts = partsOf(missing, reader);
    const enters = can(reader.actor, "fact.enter", { objectId: missing.objectId });
    const { text, buttons } = missingCard.draw({ ...missing, parts }, drawing);
    return { text, buttons: [...(enters ? missingButtons(parts, locale) : []), ...buttons] };
  },
};

const missing = { card: missingNotification, alert: "always", priority: "high", deputies: true } as const;

/** The payload names who is reminded: foremen without a morning card, or managers of what is still open. */
export const missingNotices: readonly Notice<Missing, "managers" | "foremen", never>[] = [
  { ...missing, to: ["foremen"], stale: (_missing, { payload }) => payload["to"] !== "foremen" },
  { ...missing, to: ["managers"], stale: (_missing, { payload }) => payload["to"] !== "managers" },
];
