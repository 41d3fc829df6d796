import { DEPARTMENTS, ROLE_CODES } from "@stsphera/rbac";
import { z } from "zod";
import { day, id, instant, reason, title, version } from "../shared/scalars.ts";
import { oneLine } from "../shared/one-line.ts";
import { pageOf, pageQuery } from "../shared/page.ts";
import { person } from "../shared/person.ts";
import { transitionInput } from "../shared/transition.ts";
import { LOCALES } from "../vocabulary.ts";
import { PERSON_NAME } from "./person-name.ts";
import { USER_MOVES, USER_STATUSES, type UserMove } from "./vocabulary.ts";

export const role = z.enum(ROLE_CODES);
/** First name and surname on one line: a line break would add a line to cards that show the name. */
export const personName = z
  .string()
  .overwrite((text) => oneLine(text.normalize("NFC")).replace(/\s+/g, " "))
  .max(80)
  .regex(PERSON_NAME, { error: "person_name" });
export const phone = z.string().regex(/^\+?\d{7,15}$/);

export const userSummary = z
  .object({
    id,
    telegramId: z.string().nullable().meta({ description: "Null once the personal data were erased" }),
    fullName: z.string(),
    role: role.nullable(),
    department: z.enum(DEPARTMENTS).nullable(),
    locale: z.enum(LOCALES),
    timeZone: z.string(),
    status: z.enum(USER_STATUSES),
  })
  .meta({ id: "User" });
export type UserSummary = z.infer<typeof userSummary>;

/** What a user without access, or an observer by now, leaves behind. */
export const leavings = z.object({
  openTasks: z.int(),
  tasksOn: z.array(z.object({ object: z.object({ id, name: z.string() }), count: z.int() })),
  objectsWithoutManager: z.array(z.object({ id, name: z.string() })),
  headOf: z.array(z.enum(DEPARTMENTS)),
});
export type OpenWork = z.infer<typeof leavings>;

export const userCard = userSummary
  .extend({
    phone: z.string().nullable(),
    username: z.string().nullable(),
    createdAt: instant,
    version,
    can: z.object({
      actions: z.array(z.enum(USER_MOVES)),
      changeRole: z.boolean(),
      takeData: z.boolean().meta({ description: "Whether the reader may take the person's data out" }),
      giveLink: z.boolean().meta({ description: "Whether the reader may make a sign-in link for the user" }),
    }),
    invitation: z
      .object({ role, object: z.object({ id, name: z.string() }), invitedBy: person })
      .optional()
      .meta({ description: "Invitations of a waiting user, for those who decide" }),
    leaves: leavings
      .optional()
      .meta({ description: "Work left with a user who cannot do it any more, for those who manage people" }),
    erasure: z
      .object({ askedAt: instant, dueOn: day })
      .optional()
      .meta({ description: "A request for the erasure of the data that waits, for those who manage people" }),
    crews: z
      .array(z.object({ id, name: z.string(), object: z.object({ id, name: z.string() }) }))
      .optional()
      .meta({ description: "Crews the user works in, on objects the reader sees" }),
  })
  .meta({ id: "UserCard" });
export type UserCard = z.infer<typeof userCard>;

/** Answer to a move: the card, and on deactivation what the user leaves behind. */
export const userTransitionAnswer = userCard
  .extend({ leaves: leavings.optional() })
  .meta({ id: "UserTransitionAnswer" });
export type UserTransitionAnswer = z.infer<typeof userTransitionAnswer>;

/** Input of each move of an account; a user without an invitation is approved with a role. */
export const userTransitionInput = transitionInput("UserTransition", {
  states: ["active", "rejected", "deactivated", "erased"],
  moves: {
    approve: { role: role.optional() },
    refuse: { reason },
    deactivate: { reason },
    reactivate: { reason },
    erase: { reason },
  } satisfies Record<UserMove, z.ZodRawShape>,
  common: {},
});
export const changeRoleInput = z.strictObject({ role, version });
export const updateMeInput = z.strictObject({
  fullName: personName.optional(),
  locale: z.enum(LOCALES).optional(),
  timeZone: z.string().max(64).optional(),
});

export const listUsersQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(USER_STATUSES).optional(),
  role: role.optional(),
  department: z.enum(DEPARTMENTS).optional(),
  search: z.string().trim().max(100).optional(),
  sort: z.enum(["name", "-createdAt"]).default("name"),
});
export const userPage = pageOf(userSummary.extend({ createdAt: instant, version })).meta({ id: "UserPage" });
export type UserPage = z.infer<typeof userPage>;

export const me = z
  .object({
    user: userSummary,
    permissions: z.array(z.string()).meta({ description: "Company-wide permissions" }),
    objects: z.array(
      z.object({
        id,
        name: title,
        roles: z.array(role),
        permissions: z.array(z.string()),
        today: day.nullable(),
      }),
    ),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;
