import { dayWithYear, doerName } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { card, createTranslators, miniAppUrl } from "@stsphera/telegram";
import {
  type Notice,
  type NotificationCard,
  numberOf,
  type OutboxEvent,
} from "../../platform/notify/index.ts";
import { reopenButton } from "./card/index.ts";
import { closedForEn, closedForRu } from "./closed-for-words.ts";

const words = createTranslators(closedForRu, closedForEn);

type Closed = {
  id: number;
  version: number;
  objectId: number;
  objectName: string;
  date: string;
  shift: "day" | "night";
  /** Whose part it is: its foreman, or all foremen of an object where nobody leads a zone. */
  foremen: number[];
  /** Null when it closed itself. */
  by: { id: number; name: string } | null;
  silent: number;
  /** Closed by itself days late, since nothing ran the clock: the shift is long over. */
  isOld: boolean;
};

/** Working days after a shift in which it closes itself, and one more. */
const FRESH_WORKDAYS = 2;

/** $1 closing. A closing that was taken back meanwhile is no news. */
const STATEMENT = `
  select k.id, k.version, k.object_id as "objectId", o.name as "objectName", k.date::text as date, k.shift,
    case when k.foreman_id is not null then array[k.foreman_id]
      when k.whole then array(select r.user_id from object_roles r
        where r.object_id = k.object_id and r.role = 'construction_itr')
      else '{}'::int[] end as foremen,
    case when b.id is not null then json_build_object('id', b.id, 'name', b.full_name) end as by,
    jsonb_array_length(k.silent) as silent,
    (select count(*) from object_workdays w where w.object_id = k.object_id and w.day > k.date
      and w.day <= (k.closed_at at time zone o.time_zone)::date) > ${FRESH_WORKDAYS} as "isOld"
  from shift_closings k join objects o on o.id = k.object_id left join users b on b.id = k.closed_by
  where k.id = $1 and k.reopened_at is null`;

const closedForNotification: NotificationCard<Closed, "foreman", never> = {
  name: "shift.closed_for",
  category: "facts",
  acts: ["reopen", "open"],
  of: ["object"],
  async read({ db }, { payload }) {
    const [row] = await db.read<Closed>(STATEMENT, [numberOf(payload["closingId"])]);
    return row ?? null;
  },
  people: ({ foremen }) => ({ foreman: foremen }),
  sees: ({ actor }, { objectId }) => can(actor, "fact.view", { objectId }),
  subject: ({ id, objectId, date: day }) => ({
    key: `shift.closed_for:${id}`,
    type: "shift.closed_for",
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "shift", day },
    living: false,
  }),
  draw: (closing, { reader, behalf, locale, today, publicUrl }) => {
    const { id, version, objectId, objectName, date, shift, by, silent } = closing;
    const t = words(locale);
    const link = { kind: "object", id: objectId, section: "shift", day: date } as const;
    const open = { kind: "webApp", text: t("open"), url: miniAppUrl(publicUrl, link) } as const;
    const reopen = { kind: "callback", text: t("reopen"), data: reopenButton(id, version) } as const;
    const may = can(reader.actor, "shift.close", { objectId });
    return {
      text: card(t("title", { object: objectName }), [
        t(behalf === null ? shift : `${shift}_for`, { day: dayWithYear(date, today, locale, "weekday") }),
        by === null ? t("by_itself") : t("by", { who: doerName(by, locale) }),
        silent === 0 ? null : t("silent", { count: silent }),
      ]),
      buttons: may ? [[reopen], [open]] : [[open]],
    };
  },
};

const byOwnDeputy = ({ by, foremen }: Closed, { payload }: OutboxEvent): boolean => {
  const isOwn = foremen.includes(numberOf(payload["onBehalfOf"] ?? 0) ?? 0);
  return by !== null && (payload["foremanId"] === null || isOwn);
};

const told: Notice<Closed, "foreman", never> = {
  to: ["foreman"],
  card: closedForNotification,
  alert: "always",
  hushed: ({ by }) => by === null,
  deputies: true,
};
const isLate = ({ by, isOld }: Closed): boolean => by === null && isOld;

/**
 * Tells foremen that their part was closed without them; by their own deputy it was closed in their name. What closed itself
 * days late is found in the notification centre, without a message.
 */
export const closedForNotices: readonly Notice<Closed, "foreman", never>[] = [
  { ...told, stale: (closing, event) => isLate(closing) || byOwnDeputy(closing, event) },
  { ...told, alert: "edit", stale: (closing) => !isLate(closing) },
];
