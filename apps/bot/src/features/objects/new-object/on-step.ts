import { createObject, DomainError, loadActor } from "@stsphera/core";
import { FACADE_TYPES } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import type { BotKey } from "../../../locales/i18n.ts";
import { idIn, pageIn, type StepPress } from "../../../engine/step-data.ts";
import { cancelSteps, endSteps } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { type NewObject, type NewObjectStep, stepAfter, stepsOf } from "./dialogue.ts";
import { createdMessage } from "./messages.ts";
import { managers, showNewObject } from "./show.ts";

const stale = (turn: Turn): void => turn.toast(turn.t("error.stale_dialog"));

/** The question after the one that was just answered. */
export const goOn = (turn: Turn, d: NewObject): Promise<void> =>
  showNewObject(turn, { ...d, step: stepAfter(turn, d.step), page: 0, search: null });

function tick(turn: Turn, d: NewObject, name: string, on: boolean): Promise<void> | void {
  const type = FACADE_TYPES.find((one) => one === name);
  if (type === undefined) return stale(turn);
  const others = d.facadeTypes.filter((one) => one !== type);
  const chosen = on ? [...others, type] : others;
  return showNewObject(turn, { ...d, facadeTypes: FACADE_TYPES.filter((one) => chosen.includes(one)) });
}

async function chooseManager(turn: Turn, d: NewObject, personId: number | null): Promise<void> {
  const found = (await managers(turn, d.search)).find(({ id }) => id === personId);
  if (found === undefined) return stale(turn);
  return goOn(turn, { ...d, manager: { id: found.id, fullName: found.fullName } });
}

/** Words for a refusal, and the question it puts anew. */
const REFUSALS: Readonly<Record<string, { key: BotKey; step: NewObjectStep }>> = {
  dates_order: { key: "new_object.dates", step: "deadline" },
  date_far: { key: "new_object.far", step: "deadline" },
  person_not_active: { key: "team.not_active", step: "manager" },
  project_manager_required: { key: "team.not_active", step: "manager" },
};

async function create(turn: Turn, d: NewObject): Promise<void> {
  if (d.name === null || d.facadeTypes.length === 0) return stale(turn);
  const { name, city, address, customer, contractDate, deadline, facadeTypes, manager } = d;
  try {
    const { id } = await createObject.run(turn.context(`tg:new-object:${d.id}`), {
      name,
      city,
      address,
      customer,
      facadeTypes,
      ...(contractDate === null ? {} : { contractDate }),
      ...(deadline === null ? {} : { deadline }),
      ...(manager === null ? {} : { projectManagerId: manager.id }),
    });
    turn.remember({ objectId: id });
    turn.toast(turn.t("new_object.done"));
    endSteps(turn, d, createdMessage(turn, d, id, await addsPeople(turn, id)));
  } catch (error) {
    const refused = error instanceof DomainError ? REFUSALS[error.details.sentence ?? ""] : undefined;
    if (refused === undefined) throw error;
    turn.toast(turn.t(refused.key));
    return showNewObject(turn, { ...d, step: refused.step, page: 0, search: null });
  }
}

/** Whether the person may add people to the object that now stands: his roles are read anew. */
async function addsPeople(turn: Turn, objectId: number): Promise<boolean> {
  const actor = await loadActor(turn.services.db, { telegramId: turn.person().telegramId }, turn.now);
  return actor !== null && can(actor, "object.team", { objectId });
}

/** A button of the dialogue that is going on. */
export async function onNewObjectStep(
  turn: Turn,
  d: NewObject,
  { action, argument }: StepPress,
): Promise<void> {
  if (action === "cancel") return cancelSteps(turn, d);
  if (action === "resume") return showNewObject(turn, d);
  if (action === "go") {
    const step = stepsOf(turn).find((one) => one === argument);
    return step === undefined ? stale(turn) : showNewObject(turn, { ...d, step, page: 0, search: null });
  }
  switch (`${d.step}.${action}`) {
    case "contract.skip":
      return goOn(turn, { ...d, contractDate: null });
    case "deadline.skip":
      return goOn(turn, { ...d, deadline: null });
    case "facades.tick":
      return tick(turn, d, argument, true);
    case "facades.untick":
      return tick(turn, d, argument, false);
    case "facades.next":
      return d.facadeTypes.length === 0 ? stale(turn) : goOn(turn, d);
    case "manager.who":
      return chooseManager(turn, d, idIn(argument));
    case "manager.page":
      return showNewObject(turn, { ...d, page: pageIn(argument) });
    case "confirm.create":
      return create(turn, d);
    default:
      return stale(turn);
  }
}
