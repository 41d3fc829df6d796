import { type Actor, can } from "@stsphera/rbac";

/** Whether the actor only observes the object: such readers do not see each other. */
export const observes = (actor: Actor, objectId: number): boolean => !can(actor, "task.view", { objectId });

/** SQL of the roles that count for a member `user`, as JSON: a company-wide observer is one on every object. */
export const countingRolesJson = (user: string, roles: string): string =>
  `case when ${user}.role = 'viewer' then '["viewer"]'::json else ${roles} end`;

/** SQL condition that a member is shown to the reader: everybody but erased people and, to observers, the other observers. */
export const shownMembers = (
  object: string,
  user: string,
  { observes: observing, reader }: { observes: string; reader: string },
): string => `
    ${user}.status <> 'erased' and (not ${observing} or ${user}.id = ${reader} or (${user}.role <> 'viewer' and exists (
      select from object_roles x where x.object_id = ${object} and x.user_id = ${user}.id and x.role <> 'viewer')))`;
