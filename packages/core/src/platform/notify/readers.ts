import type { Locale, NotificationCategory, UserStatus } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { GRANTS, MEMBER_ROLES, PERMISSION_CODES, type Role, rolesOn } from "@stsphera/rbac";
import type { Group, Reader } from "./notice.ts";

type Row = {
  id: number;
  telegramId: string;
  locale: Locale;
  muted: NotificationCategory[];
  inDigest: NotificationCategory[];
  fullName: string;
  role: Role | null;
  status: Exclude<UserStatus, "erased">;
  timeZone: string;
  roles: Role[];
};

/** $1 object · $2 users · $3 whatever their status · $4 with those in these roles on the object · $5 with admins */
const STATEMENT = `
  select u.id, u.telegram_id::text as "telegramId", u.locale, coalesce(s.muted, '{}') as muted,
    coalesce(s.in_digest, '{}') as "inDigest",
    u.full_name as "fullName", u.role, u.status, u.time_zone as "timeZone",
    coalesce((select json_agg(r.role) from object_roles r where r.object_id = $1 and r.user_id = u.id), '[]') as roles
  from users u left join notification_settings s on s.user_id = u.id
  where u.id = any($2::int[]) and ($3::boolean and u.status <> 'erased' or u.status = 'active')
    or u.status = 'active' and (
      u.id in (select r.user_id from object_roles r where r.object_id = $1 and r.role = any($4::text[]))
      or $5::boolean and u.role = 'admin')
  order by u.id`;

export type Wanted = {
  objectId: number | null;
  ids: readonly number[];
  anyStatus: boolean;
  groups: readonly Group[];
};

/** Loads users by id with their rights on an object and their notification settings. */
export async function readReaders(
  db: Database,
  { objectId, ids, anyStatus, groups }: Wanted,
): Promise<Reader[]> {
  const asked = [objectId, ids, anyStatus, groups.flatMap(rolesIn), groups.includes("admins")];
  const rows = await db.read<Row>(STATEMENT, asked);
  return rows.map(({ id, telegramId, locale, muted, inDigest, fullName, role, status, timeZone, roles }) => ({
    id,
    telegramId,
    locale,
    muted,
    inDigest,
    actor: {
      kind: "user",
      id,
      telegramId,
      role,
      status,
      objectRoles: objectId === null ? {} : { [objectId]: roles },
      fullName,
      locale,
      timeZone,
    },
  }));
}

const rolesIn = (group: Group): readonly Role[] => ROLES.get(group) ?? [];

/** Roles on an object that make a group. */
const ROLES: ReadonlyMap<Group, readonly Role[]> = new Map<Group, readonly Role[]>([
  ["managers", ["project_manager"]],
  ...PERMISSION_CODES.map((permission): [Group, readonly Role[]] => [
    `holders of ${permission}`,
    MEMBER_ROLES.filter((role) => GRANTS[permission].roles.includes(role)),
  ]),
]);

/** Whether a user belongs to a group of the object. A company-wide observer manages no object. */
export function isOf(group: Group, { actor }: Reader, objectId: number | null): boolean {
  if (group === "admins") return actor.role === "admin" && actor.status === "active";
  return objectId !== null && rolesOn(actor, objectId).some((role) => rolesIn(group).includes(role));
}
