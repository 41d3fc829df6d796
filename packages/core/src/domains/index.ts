import type { AttachmentRules } from "../platform/attachments/index.ts";
import { fileNotices } from "../platform/files/index.ts";
import type { NoticeRegistry } from "../platform/notify/index.ts";
import type { DueRow } from "../platform/schedule/index.ts";
import { administrationNotices } from "./administration/index.ts";
import { calendarNotices, readOfficeDays } from "./calendar/index.ts";
import { chatNotices } from "./chats/index.ts";
import { defectAttachments, defectNotices } from "./defects/index.ts";
import { delegationNotices } from "./delegations/index.ts";
import { digestNotices, morningRow } from "./digest/index.ts";
import { extraAttachments, extraNotices } from "./extra-works/index.ts";
import { factAttachments, factNotices } from "./facts/index.ts";
import { gprNotices, signerReminderRows } from "./gpr/index.ts";
import { invitationNotices } from "./invitations/index.ts";
import { objectNotices } from "./objects/index.ts";
import { peopleNotices } from "./people/index.ts";
import { productionNotices } from "./production/index.ts";
import { reminderNotices, reminderRows } from "./reminders/index.ts";
import { shiftAttachments, laterFactNotices, shiftNotices } from "./shifts/index.ts";
import { signInNotices } from "./sign-in/index.ts";
import { supplyAttachments, supplyDueRows, supplyNotices } from "./supply/index.ts";
import { dueTaskRows, taskAttachments, taskNotices } from "./tasks/index.ts";
import { zoneNotices } from "./zones/index.ts";

/** Who may see the files of which thing: one entry per domain. */
export const ATTACHMENT_RULES: AttachmentRules = {
  ...factAttachments,
  ...shiftAttachments,
  ...extraAttachments,
  ...defectAttachments,
  ...supplyAttachments,
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
  ...laterFactNotices,
  ...shiftNotices,
  ...extraNotices,
  ...gprNotices,
  ...defectNotices,
  ...supplyNotices,
  ...digestNotices,
  ...reminderNotices,
  ...taskNotices,
  ...chatNotices,
  ...administrationNotices,
  ...fileNotices(ATTACHMENT_RULES),
};

export { DECISION_SOURCES } from "./decision-sources.ts";

/** What the clock tells: rows of the domains. */
export const DUE_ROWS: readonly DueRow[] = [
  morningRow,
  ...reminderRows,
  ...dueTaskRows,
  ...signerReminderRows,
  ...supplyDueRows,
];

export { readOfficeDays };
