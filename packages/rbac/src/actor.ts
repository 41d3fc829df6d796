import type { Permission } from "./permissions.ts";
import type { Role } from "./roles.ts";

type PersonStatus = "pending" | "active" | "deactivated" | "rejected";

/** Roles held on objects, by object id. A plain record, so that it travels as JSON. */
export type ObjectRoles = Readonly<Record<number, readonly Role[]>>;

/** What a delegation valid today gives: the principal's own roles, never what he holds as a deputy himself. */
export type DeputyFor = {
  readonly principalId: number;
  readonly principalName: string;
  /**
   * Company role of the principal: `director` gives his decisions on objects, `viewer` narrows what his roles there give.
   * Null where one object alone is lent, unless the principal observes.
   */
  readonly principalRole: Role | null;
  readonly objectRoles: ObjectRoles;
};

/** A person who asks, as the database says at this moment. */
export type UserActor = {
  readonly kind: "user";
  readonly id: number;
  /** Telegram's id as a decimal string: it may exceed 2^53. */
  readonly telegramId: string;
  readonly role: Role | null;
  readonly status: PersonStatus;
  readonly objectRoles: ObjectRoles;
  readonly fullName: string;
  readonly locale: "ru" | "en";
  /** IANA time zone. */
  readonly timeZone: string;
  readonly deputyFor?: readonly DeputyFor[];
};

/** A job of the system: it holds exactly the permissions it names. */
export type SystemActor = {
  readonly kind: "system";
  readonly job: string;
  readonly permissions: readonly Permission[];
};

export type Actor = UserActor | SystemActor;
