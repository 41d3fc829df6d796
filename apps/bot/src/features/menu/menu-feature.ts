import { getDashboard, getFactForm, getObjectDashboard } from "@stsphera/core";
import type { ObjectSummary } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";
import { isRunning, myObjects, usualObject } from "../../engine/my-objects.ts";
import { onCommand } from "../../engine/on-command.ts";
import type { Turn } from "../../engine/turn.ts";
import { whatWaits } from "../../engine/waiting.ts";
import { unpackMenu } from "../../engine/menu-data.ts";
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

/** The object used last, or the first; null for people who are in no team. */
async function myObject(turn: Turn): Promise<{ object: ObjectSummary; choice: ObjectChoice } | null> {
  const objects = await myObjects(turn);
  const object = usualObject(turn, objects);
  if (object === null) return null;
  const entersFacts = isRunning(object) && can(turn.person(), "fact.enter", { objectId: object.id });
  return { object, choice: { objectId: object.id, several: objects.length > 1, entersFacts } };
}

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
  if (seesCompany(turn)) {
    const dashboard = await getDashboard.run(turn.context(), {});
    return turn.show(companyCard(turn, dashboard, await whatWaits(turn)));
  }
  const mine = await myObject(turn);
  if (mine === null) return turn.show(noObject(turn));
  const dashboard = await getObjectDashboard.run(turn.context(), { objectId: mine.object.id });
  turn.show(objectSummary(turn, dashboard, mine.choice));
}

async function onPress(turn: Turn, next: () => Promise<void>): Promise<void> {
  const pressed = unpackMenu(turn.callback?.data ?? "");
  if (pressed === null) return next();
  if (pressed.action === "object") {
    turn.remember({ objectId: pressed.objectId });
    return menu(turn);
  }
  turn.show(pickObject(turn, await myObjects(turn)));
}

/** /start, /menu, /dashboard and /help. */
export const menuFeature: Feature = {
  handlers() {
    const composer = new Composer<BotContext>();
    onCommand(composer, "start", menu);
    onCommand(composer, "menu", menu);
    onCommand(composer, "dashboard", summary);
    onCommand(composer, "help", (turn) => turn.say(helpCard(turn)));
    composer.on("callback_query", (ctx, next) => onPress(ctx.turn, next));
    return composer;
  },
};
