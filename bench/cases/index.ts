import type { BenchCase } from "./bench-case.ts";
import { dashboard } from "./dashboard.ts";
import { myTasks, myTasksDeep, notificationsDeep, objectsDeep, peopleDeep } from "./deep-pages.ts";
import { directorsDashboard } from "./directors-dashboard.ts";
import { enterFact } from "./enter-fact.ts";
import { crowdedFactForm, factForm } from "./fact-form.ts";
import { floorVolumes } from "./floor-volumes.ts";
import { notifications } from "./notifications.ts";
import { objectCard } from "./object-card.ts";
import { objectDashboard } from "./object-dashboard.ts";
import { objects } from "./objects.ts";
import { signIn } from "./sign-in.ts";
import { tasks, tasksDeep } from "./tasks.ts";

export const CASES: readonly BenchCase[] = [
  dashboard,
  directorsDashboard,
  objects,
  objectCard,
  objectDashboard,
  factForm,
  crowdedFactForm,
  floorVolumes,
  notifications,
  objectsDeep,
  peopleDeep,
  notificationsDeep,
  tasks,
  tasksDeep,
  myTasks,
  myTasksDeep,
  signIn,
  enterFact,
];
