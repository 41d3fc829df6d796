import type { Permission } from "./permissions.ts";
import type { Role } from "./roles.ts";

type PersonStatus = "pending" | "active" | "deactivated" | "rejected";

/** Roles held on objects, by object id. A plain record, so that it can be sent as JSON. */
export type ObjectRoles = Readonly<Record<number, readonly Role[]>>;

/** What a delegation valid today gives: the principal's own roles, never those the principal holds as a deputy. */
export type DeputyFor = {
  readonly principalId: number;
  readonly principalName: string;
  /**
   * Company role of the principal: `director` gives the director's decisions on objects, `viewer` reduces the roles
   * on objects. Null when only one object is delegated, unless the principal is an observer.
   */
  readonly principalRole: Role | null;
  readonly objectRoles: ObjectRoles;
};

/** The requesting user in the current state of the database. */
export type UserActor = {
  readonly kind: "user";
  readonly id: number;
  /** Telegram id as a decimal string: it may exceed 2^53. */
  readonly telegramId: string;
  readonly role: Role | null;
  readonly status: PersonStatus;
  readonly objectRoles: ObjectRoles;
  readonly fullName: string;
  readonly locale: "ru" | "en";
  /** IANA time zone. */
  readonly timeZone: string;
  readonly deputyFor?: readonly DeputyFor[];
  /** The session of the request; absent in the chat. */
  readonly session?: {
    readonly id: number;
    /** The admin whose link began the session: it gives no rights, nor decides on that admin's work. */
    readonly givenBy: number | null;
  };
  /** The admin who looks as this actor: the actor is then nobody in particular, with the id 0. */
  readonly viewedBy?: number;
  /** Users who lately signed in by a link of this admin: the admin does not decide on their work. */
  readonly gaveSessionsTo?: readonly number[];
};

/** A system job: it holds exactly the permissions it names. */
export type SystemActor = {
  readonly kind: "system";
  readonly job: string;
  readonly permissions: readonly Permission[];
};

export type Actor = UserActor | SystemActor;

/** The user in another role that they only look as: no person, so that lists of own things do not show the admin's. */
export const lookingAs = (
  { deputyFor: _deputyFor, gaveSessionsTo: _gave, ...actor }: UserActor,
  role: Role,
  objectRoles: ObjectRoles,
): UserActor => ({ ...actor, id: 0, viewedBy: actor.id, role, objectRoles });

/** Whether the actor acts in a session that an admin's link began. */
export const isGivenSession = (actor: Actor): boolean =>
  actor.kind === "user" && actor.session !== undefined && actor.session.givenBy !== null;
