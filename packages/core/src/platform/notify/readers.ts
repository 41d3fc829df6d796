import type { Locale, NotificationCategory, UserStatus } from "@stsphera/contracts/vocabulary";
import type { Database } from "@stsphera/db";
import { GRANTS, MEMBER_ROLES, PERMISSION_CODES, type Role, rolesOn } from "@stsphera/rbac";
import type { Group, Reader } from "./notice.ts";

type Row = {
  at: number;
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

/** $1 what is wanted, as JSON rows: place in the list · object · users · whatever their status · roles on it · admins */
const STATEMENT = `
  with wanted as (
    select * from jsonb_to_recordset(($1::text)::jsonb)
      as w (at int, "objectId" int, ids int[], "anyStatus" boolean, roles text[], admins boolean)
  ), found as (
    select w.at, id, w."anyStatus" as "anyStatus" from wanted w, unnest(w.ids) as id
    union select w.at, r.user_id, false from wanted w
      join object_roles r on r.object_id = w."objectId" and r.role = any (w.roles)
    union select w.at, a.id, false from wanted w join users a on w.admins and a.role = 'admin'
  )
  select f.at, u.id, u.telegram_id::text as "telegramId", u.locale, coalesce(s.muted, '{}') as muted,
    coalesce(s.in_digest, '{}') as "inDigest",
    u.full_name as "fullName", u.role, u.status, u.time_zone as "timeZone",
    coalesce((select json_agg(r.role) from object_roles r where r.object_id = w."objectId" and r.user_id = u.id), '[]') as roles
  from (select at, id, bool_or("anyStatus") as "anyStatus" from found group by at, id) f
  join wanted w on w.at = f.at
  join users u on u.id = f.id and (u.status = 'active' or f."anyStatus" and u.status <> 'erased')
  left join notification_settings s on s.user_id = u.id
  order by f.at, u.id`;

export type Wanted = {
  objectId: number | null;
  ids: readonly number[];
  anyStatus: boolean;
  groups: readonly Group[];
};

/** Loads users by id with their rights on an object and their notification settings. */
export async function readReaders(db: Pick<Database, "read">, wanted: Wanted): Promise<Reader[]> {
  const [readers = []] = await readReadersOfEach(db, [wanted]);
  return readers;
}

/** The same for many at once, by one statement: the readers of each, in the order of `wanted`. */
export async function readReadersOfEach(
  db: Pick<Database, "read">,
  wanted: readonly Wanted[],
): Promise<Reader[][]> {
  const readers: Reader[][] = wanted.map(() => []);
  if (wanted.length === 0) return readers;
  const asked = wanted.map(({ objectId, ids, anyStatus, groups }, at) => ({
    at,
    objectId,
    ids,
    anyStatus,
    roles: groups.flatMap(rolesIn),
    admins: groups.includes("admins"),
  }));
  const rows = await db.read<Row>(STATEMENT, [JSON.stringify(asked)]);
  for (const row of rows) readers[row.at]?.push(readerOf(row, wanted[row.at]?.objectId ?? null));
  return readers;
}

function readerOf(row: Row, objectId: number | null): Reader {
  const { id, telegramId, locale, muted, inDigest, fullName, role, status, timeZone, roles } = row;
  return {
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
  };
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
