import { dayWithYear, doerName } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { card, createTranslators, miniAppUrl } from "@stsphera/telegram";
import { type Notice, type NotificationCard, numberOf } from "../../platform/notify/index.ts";
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
};

/** $1 closing. A closing that was taken back meanwhile is no news. */
const STATEMENT = `
  select k.id, k.version, k.object_id as "objectId", o.name as "objectName", k.date::text as date, k.shift,
    case when k.foreman_id is not null then array[k.foreman_id]
      when k.whole then array(select r.user_id from object_roles r
        where r.object_id = k.object_id and r.role = 'construction_itr')
      else '{}'::int[] end as foremen,
    case when b.id is not null then json_build_object('id', b.id, 'name', b.full_name) end as by,
    jsonb_array_length(k.silent) as silent
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
    deepLink: { kind: "object", id: objectId, section: "fact", day },
    living: false,
  }),
  draw: (closing, { reader, behalf, locale, today, publicUrl }) => {
    const { id, version, objectId, objectName, date, shift, by, silent } = closing;
    const t = words(locale);
    const link = { kind: "object", id: objectId, section: "fact", day: date } as const;
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

/** Tells foremen that their part was closed without them; by their own deputy it was closed in their name. */
export const closedForNotice: Notice<Closed, "foreman", never> = {
  to: ["foreman"],
  card: closedForNotification,
  alert: "always",
  hushed: ({ by }) => by === null,
  stale: ({ by, foremen }, { payload }) =>
    by !== null &&
    (payload["foremanId"] === null || foremen.includes(numberOf(payload["onBehalfOf"] ?? 0) ?? 0)),
  deputies: true,
};
