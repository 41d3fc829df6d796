import type { AttachmentRules } from "../platform/attachments/index.ts";
import type { DecisionSource } from "../platform/decisions/index.ts";
import { fileNotices } from "../platform/files/index.ts";
import type { NoticeRegistry } from "../platform/notify/index.ts";
import { administrationNotices } from "./administration/index.ts";
import { calendarNotices } from "./calendar/index.ts";
import { delegationNotices } from "./delegations/index.ts";
import { factAttachments, factDecisionSource, factNotices } from "./facts/index.ts";
import { invitationNotices } from "./invitations/index.ts";
import { objectNotices } from "./objects/index.ts";
import { peopleNotices, userDecisionSource } from "./people/index.ts";
import { productionNotices } from "./production/index.ts";
import { shiftAttachments, shiftNotices } from "./shifts/index.ts";
import { signInNotices } from "./sign-in/index.ts";
import { rescheduleDecisionSource, taskAttachments, taskDecisionSource, taskNotices } from "./tasks/index.ts";
import { zoneNotices } from "./zones/index.ts";

/** Who may see the files of which thing: one entry per domain. */
export const ATTACHMENT_RULES: AttachmentRules = {
  ...factAttachments,
  ...shiftAttachments,
  ...taskAttachments,
};

/** Who is notified of what: one entry per domain. */
export const NOTICES: NoticeRegistry = {
  ...peopleNotices,
  ...delegationNotices,
  ...invitationNotices,
  ...signInNotices,
  ...objectNotices,
  ...calendarNotices,
  ...productionNotices,
  ...zoneNotices,
  ...factNotices,
  ...shiftNotices,
  ...taskNotices,
  ...administrationNotices,
  ...fileNotices(ATTACHMENT_RULES),
};

/** Entities with waiting decisions and how they are shown: one entry per entity. */
export const DECISION_SOURCES: readonly DecisionSource[] = [
  taskDecisionSource,
  rescheduleDecisionSource,
  factDecisionSource,
  userDecisionSource,
];
