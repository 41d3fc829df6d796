import type { Feature } from "../engine/feature.ts";
import { approvalsFeature } from "./approvals/approvals-feature.ts";
import { chatsFeature } from "./chats/chats-feature.ts";
import { defectsFeature } from "./defects/defects-feature.ts";
import { extraWorksFeature } from "./extra-works/extra-works-feature.ts";
import { factFeature } from "./fact/fact-feature.ts";
import { gprFeature } from "./gpr/gpr-feature.ts";
import { groupsFeature } from "./groups/groups-feature.ts";
import { menuFeature } from "./menu/menu-feature.ts";
import { notificationsFeature } from "./notifications/notifications-feature.ts";
import { objectsFeature } from "./objects/objects-feature.ts";
import { adminFeature } from "./people/admin/admin-feature.ts";
import { peopleFeature } from "./people/people-feature.ts";
import { photoFeature } from "./photo/photo-feature.ts";
import { registrationFeature } from "./registration/registration-feature.ts";
import { reportsFeature } from "./reports/reports-feature.ts";
import { shiftsFeature } from "./shifts/shifts-feature.ts";
import { signInFeature } from "./sign-in/sign-in-feature.ts";
import { supplyFeature } from "./supply/supply-feature.ts";
import { tasksFeature } from "./tasks/tasks-feature.ts";
import { viewAsFeature } from "./view-as/view-as-feature.ts";
import { viewOnly } from "./view-as/view-only.ts";

/** Handle updates from groups, before the user is loaded. */
export const GROUP_FEATURES: readonly Feature[] = [groupsFeature];

/** Pass an update on to the features, or answer it themselves. */
export const GUARDS = [viewOnly];

/** Handle users who have no access yet or no longer. */
export const DOOR_FEATURES: readonly Feature[] = [registrationFeature];

/** Features for users with access; an update is offered to each in this order. */
export const FEATURES: readonly Feature[] = [
  peopleFeature,
  menuFeature,
  notificationsFeature,
  approvalsFeature,
  tasksFeature,
  defectsFeature,
  supplyFeature,
  extraWorksFeature,
  gprFeature,
  objectsFeature,
  viewAsFeature,
  adminFeature,
  signInFeature,
  shiftsFeature,
  reportsFeature,
  chatsFeature,
  factFeature,
  photoFeature,
];
