import type { Permission } from "@stsphera/rbac";
import type { z } from "zod";
import {
  addJournalPhotos,
  attachPhotos,
  correctFact,
  decideFact,
  enterFact,
  enterOpeningBalances,
  explainFact,
  getFact,
  getFactForm,
  listFacts,
  listJournal,
  recentEntries,
  reverseFact,
  undoFact,
} from "./facts/index.ts";
import { completeFile, createFile, getFileLink, processFile, recordTelegramFiles } from "./files/index.ts";
import type { Context } from "./kernel/index.ts";
import {
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  notificationSummary,
} from "./notifications/index.ts";
import {
  addFacades,
  addFloors,
  changeObjectStatus,
  createObject,
  getDashboard,
  getFacadeMap,
  getObject,
  getObjectDashboard,
  listObjects,
  setObjectTeam,
} from "./objects/index.ts";
import {
  changeUserRole,
  changeUserStatus,
  getMe,
  getUser,
  listUsers,
  registerUser,
  updateMe,
  updateRegistration,
} from "./people/index.ts";
import {
  createCrew,
  createWorkType,
  listCrews,
  listFloorVolumes,
  listWorkTypes,
  setFloorVolumes,
} from "./production/index.ts";
import { mendSums } from "./upkeep/index.ts";

type Verb = {
  name: string;
  permissions: readonly Permission[];
  input: z.ZodType;
  run(ctx: Context, input: never): Promise<unknown>;
};

export type AnyCommand = Verb & { kind: "command"; quiet: boolean };
export type AnyQuery = Verb & { kind: "query" };

/** Every use-case that writes. The tests of rights and of the audit log are made from this list. */
export const COMMANDS: readonly AnyCommand[] = [
  registerUser,
  updateRegistration,
  changeUserStatus,
  changeUserRole,
  updateMe,
  createObject,
  setObjectTeam,
  addFacades,
  addFloors,
  changeObjectStatus,
  createWorkType,
  createCrew,
  setFloorVolumes,
  enterFact,
  correctFact,
  undoFact,
  reverseFact,
  decideFact,
  explainFact,
  attachPhotos,
  addJournalPhotos,
  enterOpeningBalances,
  createFile,
  completeFile,
  recordTelegramFiles,
  processFile,
  markNotificationRead,
  markAllNotificationsRead,
  mendSums,
];

/** Every use-case that reads. */
export const QUERIES: readonly AnyQuery[] = [
  getMe,
  listUsers,
  getUser,
  listObjects,
  getObject,
  getDashboard,
  getObjectDashboard,
  getFacadeMap,
  listWorkTypes,
  listCrews,
  listFloorVolumes,
  getFactForm,
  listFacts,
  getFact,
  listJournal,
  recentEntries,
  getFileLink,
  listNotifications,
  notificationSummary,
];
