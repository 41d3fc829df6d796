import type { Permission } from "@stsphera/rbac";

/**
 * Notifications sent by virtue of a right, with the right that reading them needs: on their object, or everywhere where
 * they have none. Others concern the reader themselves, or are judged by their category.
 */
export const READING_RIGHTS: Readonly<Record<string, Permission>> = {
  "user.registered": "object.invite",
  "user.joined": "object.invite",
  "user.erasure_asked": "users.manage",
  "user.unreachable": "users.manage",
  "object.member_closed": "object.team",
  "zone.foreman_named": "production.view",
  "zone.foreman_left": "zone.manage",
  "extra.card": "extra.view",
  "gpr.card": "gpr.view",
  "defect.card": "defect.view",
  "supply.card": "supply.view",
  "chat.card": "chat.link",
  "system.alert": "settings.manage",
};
