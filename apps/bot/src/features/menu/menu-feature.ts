import { getDashboard, getFactForm, getObjectBreakdown, getObjectDashboard } from "@stsphera/core";
import type { ObjectSummary } from "@stsphera/contracts";
import { can, type UserActor } from "@stsphera/rbac";
import type { Feature } from "../../engine/feature.ts";
import { isRunning, myObjects, usualObject } from "../../engine/my-objects.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import type { Turn } from "../../engine/turn.ts";
import { whatWaits } from "../../engine/waiting.ts";
import { type MenuAction, unpackMenu } from "../../engine/menu-data.ts";
import { companyCard } from "./company-card.ts";
import { helpCard } from "./help-card.ts";
import { myTasks } from "./my-tasks.ts";
import {
  foremanMenu,
  managerMenu,
  noObject,
  type ObjectChoice,
  objectSummary,
  pickObject,
} from "./object-card.ts";
import { whyCard } from "./why-card.ts";

/** The object used last, or the first; null for users in no team. */
async function myObject(turn: Turn): Promise<{ object: ObjectSummary; choice: ObjectChoice } | null> {
  const objects = await myObjects(turn);
  const object = usualObject(turn, objects);
  if (object === null) return null;
  const entersFacts = isRunning(object) && can(turn.person(), "fact.enter", { objectId: object.id });
  return { object, choice: { objectId: object.id, several: objects.length > 1, entersFacts } };
}

const seesObjects = (actor: UserActor): boolean =>
  can(actor, "object.view") || Object.keys(actor.objectRoles).length > 0;

const seesCompany = (turn: Turn): boolean => can(turn.person(), "dashboard.company");

async function menu(turn: Turn): Promise<void> {
  const waiting = await whatWaits(turn);
  if (seesCompany(turn)) {
    return turn.show(companyCard(turn, await getDashboard.run(turn.context(), {}), waiting));
  }
  const mine = await myObject(turn);
  if (mine === null) return turn.show(noObject(turn));
  const { object, choice } = mine;
  const manages = object.myRoles.includes("project_manager");
  if (choice.entersFacts && !manages) {
    const form = await getFactForm.run(turn.context(), { objectId: object.id });
    return turn.show(foremanMenu(turn, form, choice, { tasks: await myTasks(turn), waiting }));
  }
  const dashboard = await getObjectDashboard.run(turn.context(), { objectId: object.id });
  turn.show(managerMenu(turn, dashboard, choice, { tasks: await myTasks(turn), waiting }));
}

async function summary(turn: Turn): Promise<void> {
  const waiting = await whatWaits(turn);
  if (seesCompany(turn)) {
    return turn.show(companyCard(turn, await getDashboard.run(turn.context(), {}), waiting));
  }
  const mine = await myObject(turn);
  if (mine === null) return turn.show(noObject(turn));
  const dashboard = await getObjectDashboard.run(turn.context(), { objectId: mine.object.id });
  turn.show(objectSummary(turn, dashboard, mine.choice, waiting));
}

async function onPress(turn: Turn, pressed: MenuAction): Promise<void> {
  if (pressed.action === "why") {
    const { objectId } = pressed;
    return turn.show(whyCard(turn, await getObjectBreakdown.run(turn.context(), { objectId })));
  }
  if (pressed.action === "object") {
    turn.remember({ objectId: pressed.objectId });
    return menu(turn);
  }
  turn.show(pickObject(turn, await myObjects(turn)));
}

/** /start, /menu, /dashboard and /help. */
export const menuFeature: Feature = {
  commands: [
    { name: "start", help: false, reads: true, answer: menu },
    { name: "menu", place: 10, helpedLast: true, reads: true, answer: menu },
    { name: "dashboard", place: 80, works: seesObjects, reads: true, answer: summary },
    { name: "help", place: 120, help: false, reads: true, answer: (turn) => turn.say(helpCard(turn)) },
  ],
  buttons: [onButtons(unpackMenu, onPress, () => true)],
};
