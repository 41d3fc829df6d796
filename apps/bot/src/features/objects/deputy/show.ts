import { forbidden, getObject, getUser, notFound } from "@stsphera/core";
import type { Choosable } from "../../../engine/people-chooser.ts";
import { showStep } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { availablePeople } from "../team/show.ts";
import { type DeputyDialogue, newDeputyDialogue } from "./dialogue.ts";
import { namesDeputies } from "./member.ts";
import { termMessage, whoMessage } from "./messages.ts";

/** Who may stand in: anybody at work but the absent person and observers. */
export async function deputiesFor(turn: Turn, d: DeputyDialogue): Promise<Choosable[]> {
  const people = await availablePeople(turn, d, "false");
  return people.filter(({ id }) => id !== d.principal.id);
}

/** The day it is for the absent person: his days of absence are counted from it. */
export async function principalsToday(turn: Turn, d: DeputyDialogue): Promise<string> {
  const { timeZone } = await getUser.run(turn.context(), { userId: d.principal.id });
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(turn.now);
}

/** Shows the question the dialogue has come to. */
export async function showDeputyStep(turn: Turn, d: DeputyDialogue): Promise<void> {
  if (d.step === "term") return showStep(turn, d, termMessage(turn, d));
  return showStep(turn, d, whoMessage(turn, d, await deputiesFor(turn, d)));
}

/** «Заместитель» of a member's card: who stands in, for how long. */
export async function beginDeputy(turn: Turn, objectId: number, userId: number): Promise<void> {
  const object = await getObject.run(turn.context(), { objectId });
  if (!namesDeputies(turn, objectId)) throw forbidden("delegation.object");
  const member = object.team.find((one) => one.userId === userId);
  if (member === undefined) throw notFound();
  return showDeputyStep(turn, newDeputyDialogue(turn, object, { id: userId, fullName: member.fullName }));
}
