import type { Database } from "@stsphera/db";
import { isRole, type Role, ROLE_CODES } from "@stsphera/rbac";
import type { NotificationCard, OutboxEvent } from "../../platform/notify/index.ts";
import { type Membership, membershipCard } from "./card/membership-card.ts";

type Held = { userId: number; roles: Role[] };
/** What an event changed in a team: each person's place by their id. */
type Places = { objectId: number; places: ReadonlyMap<number, Membership> };

const TEAM = `
  select o.name, (select full_name from users where id = $2) as by, (
    select coalesce(json_agg(json_build_object('userId', r.user_id, 'roles', r.roles)), '[]')
    from (select user_id, json_agg(role) as roles from object_roles where object_id = $1 group by user_id) r) as team
  from objects o where o.id = $1`;

type Row = { name: string; by: string | null; team: Held[] };

/** Reads the team as it stands now: a place that was given and taken again meanwhile is told as it ended. */
async function readPlaces(
  db: Database,
  { entityId: objectId, actorId, payload }: OutboxEvent,
): Promise<Places> {
  const [row] = await db.read<Row>(TEAM, [objectId, actorId]);
  if (row === undefined) throw new Error(`there is no object ${objectId}`);
  const added = heldIn(payload["added"] ?? payload["team"]);
  const removed = heldIn(payload["removed"]);
  const people = new Set([...added, ...removed].map(({ userId }) => userId));
  const places = [...people].map((userId) => {
    const holds = rolesOf(row.team, userId);
    const isNew = holds.every((role) => rolesOf(added, userId).includes(role));
    const kind =
      holds.length === 0 ? "left" : isNew && rolesOf(removed, userId).length === 0 ? "joined" : "changed";
    return [userId, { kind, objectId, objectName: row.name, roles: holds, by: row.by }] as const;
  });
  return { objectId, places: new Map(places) };
}

const heldIn = (listed: unknown): Held[] => (Array.isArray(listed) ? (listed as Held[]) : []);

const rolesOf = (team: readonly Held[], userId: number): Role[] => {
  const held: readonly string[] = team.find((one) => one.userId === userId)?.roles ?? [];
  return ROLE_CODES.filter((role) => isRole(role) && held.includes(role));
};

/**
 * Tells people of their own place in a team. Who has left is told as of the company, since nothing of the object is theirs
 * to see any more.
 */
const ofPlaces = (name: string, isOurs: (kind: Membership["kind"]) => boolean) =>
  ({
    name,
    category: "people",
    acts: membershipCard.actions,
    of: ["object"],
    read: ({ db }, event) => readPlaces(db, event),
    people: ({ places }) => ({ person: [...places.keys()].filter((id) => isOurs(kindOf(places, id))) }),
    sees: ({ id }, { places }) => places.has(id),
    subject: ({ objectId }, { id }) => ({
      key: membershipCard.key(objectId, id),
      type: name,
      objectId: name === LEFT ? null : objectId,
      entityType: "object",
      entityId: objectId,
      deepLink: name === LEFT ? null : { kind: "object", id: objectId },
      living: false,
    }),
    draw: ({ places }, { reader, locale, publicUrl }) => {
      const place = places.get(reader.id);
      if (place === undefined) throw new Error("the event names somebody else");
      return membershipCard.draw(place, { locale, publicUrl });
    },
  }) satisfies NotificationCard<Places, "person", never>;

const kindOf = (places: Places["places"], id: number) => places.get(id)?.kind ?? "left";
const LEFT = "object.left";

export const memberNotification: NotificationCard<Places, "person", never> = ofPlaces(
  "object.member",
  (kind) => kind !== "left",
);
export const leftNotification: NotificationCard<Places, "person", never> = ofPlaces(
  LEFT,
  (kind) => kind === "left",
);
