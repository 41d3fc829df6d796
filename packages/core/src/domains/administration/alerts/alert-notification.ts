import type { AlertKind } from "@stsphera/contracts/vocabulary";
import { card } from "@stsphera/telegram";
import type { NotificationCard, OutboxEvent } from "../../../platform/notify/index.ts";
import { type Alert, sayAlert } from "../../../platform/watch/index.ts";

export type ToldAlert = Alert & { id: number };

const BUTTON = { ru: "Здоровье системы", en: "Health of the system" } as const;

/** Tells the administrators that the system needs help, or no longer does; it opens the page of its health. */
export const alertNotification: NotificationCard<ToldAlert, "admins", never> = {
  name: "system.alert",
  category: "system",
  of: ["alert"],
  read: (_deps, event) => Promise.resolve(alertOf(event)),
  people: () => ({}),
  groups: ["admins"],
  acts: ["open"],
  sees: () => true,
  subject: ({ id }) => ({
    key: `system.alert:${id}`,
    type: "system.alert",
    objectId: null,
    entityType: "alert",
    entityId: id,
    deepLink: null,
    living: false,
  }),
  draw: (alert, { locale, publicUrl }) => {
    const { title, lines } = sayAlert(alert, locale);
    const url = `${publicUrl.replace(/\/+$/, "")}/admin/health`;
    return { text: card(title, lines), buttons: [[{ kind: "webApp", text: BUTTON[locale], url }]] };
  },
};

/** The alert as its event carries it. */
export function alertOf({ entityId: id, payload }: Pick<OutboxEvent, "entityId" | "payload">): ToldAlert {
  const { name, kind, value } = payload;
  return {
    id,
    name: typeof name === "string" ? name : null,
    kind: kind as AlertKind,
    value: typeof value === "number" ? value : null,
  };
}
