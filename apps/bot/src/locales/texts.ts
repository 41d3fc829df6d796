import { formCaptionsEn, formCaptionsRu } from "@stsphera/contracts/forms/captions";
import { admin as adminEn } from "./en/admin.ts";
import { approvals as approvalsEn } from "./en/approvals.ts";
import { chats as chatsEn } from "./en/chats.ts";
import { commands as commandsEn } from "./en/commands.ts";
import { defects as defectsEn } from "./en/defects.ts";
import { deputies as deputiesEn } from "./en/deputies.ts";
import { errors as errorsEn } from "./en/errors.ts";
import { extraWorks as extraWorksEn } from "./en/extra-works.ts";
import { fact as factEn } from "./en/fact.ts";
import { gpr as gprEn } from "./en/gpr.ts";
import { menu as menuEn } from "./en/menu.ts";
import { newObject as newObjectEn } from "./en/new-object.ts";
import { newTask as newTaskEn } from "./en/new-task.ts";
import { objects as objectsEn } from "./en/objects.ts";
import { people as peopleEn } from "./en/people.ts";
import { photos as photosEn } from "./en/photos.ts";
import { reports as reportsEn } from "./en/reports.ts";
import { shifts as shiftsEn } from "./en/shifts.ts";
import { signIn as signInEn } from "./en/sign-in.ts";
import { start as startEn } from "./en/start.ts";
import { steps as stepsEn } from "./en/steps.ts";
import { supply as supplyEn } from "./en/supply.ts";
import { tasks as tasksEn } from "./en/tasks.ts";
import { viewAs as viewAsEn } from "./en/view-as.ts";
import { admin as adminRu } from "./ru/admin.ts";
import { approvals as approvalsRu } from "./ru/approvals.ts";
import { chats as chatsRu } from "./ru/chats.ts";
import { commands as commandsRu } from "./ru/commands.ts";
import { defects as defectsRu } from "./ru/defects.ts";
import { deputies as deputiesRu } from "./ru/deputies.ts";
import { errors as errorsRu } from "./ru/errors.ts";
import { extraWorks as extraWorksRu } from "./ru/extra-works.ts";
import { fact as factRu } from "./ru/fact.ts";
import { gpr as gprRu } from "./ru/gpr.ts";
import { menu as menuRu } from "./ru/menu.ts";
import { newObject as newObjectRu } from "./ru/new-object.ts";
import { newTask as newTaskRu } from "./ru/new-task.ts";
import { objects as objectsRu } from "./ru/objects.ts";
import { people as peopleRu } from "./ru/people.ts";
import { photos as photosRu } from "./ru/photos.ts";
import { reports as reportsRu } from "./ru/reports.ts";
import { shifts as shiftsRu } from "./ru/shifts.ts";
import { signIn as signInRu } from "./ru/sign-in.ts";
import { start as startRu } from "./ru/start.ts";
import { steps as stepsRu } from "./ru/steps.ts";
import { supply as supplyRu } from "./ru/supply.ts";
import { tasks as tasksRu } from "./ru/tasks.ts";
import { viewAs as viewAsRu } from "./ru/view-as.ts";

/** Texts of the bot's own dialogues, all features merged per language. */
export const botRu = {
  ...formCaptionsRu,
  ...adminRu,
  ...approvalsRu,
  ...chatsRu,
  ...commandsRu,
  ...defectsRu,
  ...supplyRu,
  ...deputiesRu,
  ...errorsRu,
  ...extraWorksRu,
  ...factRu,
  ...gprRu,
  ...menuRu,
  ...newObjectRu,
  ...newTaskRu,
  ...objectsRu,
  ...peopleRu,
  ...photosRu,
  ...reportsRu,
  ...shiftsRu,
  ...signInRu,
  ...startRu,
  ...stepsRu,
  ...tasksRu,
  ...viewAsRu,
} as const;

export const botEn = {
  ...formCaptionsEn,
  ...adminEn,
  ...approvalsEn,
  ...chatsEn,
  ...commandsEn,
  ...defectsEn,
  ...supplyEn,
  ...deputiesEn,
  ...errorsEn,
  ...extraWorksEn,
  ...factEn,
  ...gprEn,
  ...menuEn,
  ...newObjectEn,
  ...newTaskEn,
  ...objectsEn,
  ...peopleEn,
  ...photosEn,
  ...reportsEn,
  ...shiftsEn,
  ...signInEn,
  ...startEn,
  ...stepsEn,
  ...tasksEn,
  ...viewAsEn,
} as const;
