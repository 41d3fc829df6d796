import { formCaptionsEn } from "@stsphera/contracts/forms/captions";
import { admin } from "./admin.ts";
import { approvals } from "./approvals.ts";
import { commands } from "./commands.ts";
import { deputies } from "./deputies.ts";
import { errors } from "./errors.ts";
import { fact } from "./fact.ts";
import { menu } from "./menu.ts";
import { newObject } from "./new-object.ts";
import { newTask } from "./new-task.ts";
import { objects } from "./objects.ts";
import { people } from "./people.ts";
import { photos } from "./photos.ts";
import { privacy } from "./privacy.ts";
import { start } from "./start.ts";
import { steps } from "./steps.ts";
import { tasks } from "./tasks.ts";
import { viewAs } from "./view-as.ts";

export const botEn = {
  ...formCaptionsEn,
  ...admin,
  ...approvals,
  ...commands,
  ...deputies,
  ...errors,
  ...fact,
  ...menu,
  ...newObject,
  ...newTask,
  ...objects,
  ...people,
  ...photos,
  ...privacy,
  ...start,
  ...steps,
  ...tasks,
  ...viewAs,
} as const;
