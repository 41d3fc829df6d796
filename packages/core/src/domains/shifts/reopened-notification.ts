import { dayWithYear, doerName } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { card, createTranslators } from "@stsphera/telegram";
import { type Notice, type NotificationCard, numberOf } from "../../platform/notify/index.ts";
import { reopenedEn, reopenedRu } from "./reopened-words.ts";

const words = createTranslators(reopenedRu, reopenedEn);

type Reopened = {
  objectId: number;
  objectName: string;
  date: string;
  shift: "day" | "night";
  foremanId: number;
  by: string;
};

const STATEMENT = `
  select k.object_id as "objectId", o.name as "objectName", k.date::text as date, k.shift, k.foreman_id as "foremanId",
    b.full_name as by
  from shift_closings k join objects o on o.id = k.object_id join users b on b.id = k.reopened_by
  where k.id = $1 and k.foreman_id is not null`;

/** Tells a foreman that somebody else opened their part of a shift again. */
const reopenedNotification: NotificationCard<Reopened, "foreman", never> = {
  name: "shift.reopened",
  category: "facts",
  acts: [],
  of: ["object"],
  async read({ db }, { payload }) {
    const [row] = await db.read<Reopened>(STATEMENT, [numberOf(payload["closingId"])]);
    return row ?? null;
  },
  people: ({ foremanId }) => ({ foreman: [foremanId] }),
  sees: ({ actor }, { objectId }) => can(actor, "fact.view", { objectId }),
  subject: ({ objectId, date: day }, { type, payload }) => ({
    key: `shift.reopened:${String(payload["closingId"])}`,
    type,
    objectId,
    entityType: "object",
    entityId: objectId,
    deepLink: { kind: "object", id: objectId, section: "fact", day },
    living: false,
  }),
  draw: ({ objectName, date, shift, by: name }, { locale, today }) => {
    const t = words(locale);
    const day = dayWithYear(date, today, locale, "weekday");
    const text = t(shift, { day, who: doerName({ name }, locale) });
    return { text: card(t("title", { object: objectName }), [text, t("ask")]), buttons: [] };
  },
};

export const reopenedNotice: Notice<Reopened, "foreman", never> = {
  to: ["foreman"],
  card: reopenedNotification,
  alert: "always",
};
