import {
  createDelegation,
  createObjectDelegation,
  forbidden,
  getObject,
  getUser,
  notFound,
} from "@stsphera/core";
import { deputyForms as forms } from "@stsphera/contracts/objects/forms";
import { html, line, type RenderedMessage } from "@stsphera/telegram";
import { z } from "zod";
import { personOf } from "../../../engine/forms/answers.ts";
import { formFeature } from "../../../engine/forms/form-feature.ts";
import { openForm } from "../../../engine/forms/move-on.ts";
import type { Turn } from "../../../engine/turn.ts";
import { teamMessage } from "../messages.ts";
import { availablePeople, teammates } from "../available-people.ts";
import { memberCard, rightToName } from "./member.ts";

const subject = z.object({
  objectId: z.number(),
  objectName: z.string(),
  userId: z.number(),
  fullName: z.string(),
});

/** The member's card, or the team when the member has left meanwhile. */
export async function memberOrTeam(turn: Turn, objectId: number, userId: number): Promise<RenderedMessage> {
  const found = await memberCard(turn, objectId, userId);
  return found ?? teamMessage(turn, await getObject.run(turn.context(), { objectId }), 0);
}

/** The current day of the absent member, from which the days of absence are counted. */
async function principalsToday(turn: Turn, userId: number): Promise<string> {
  const person = turn.person();
  const { timeZone } = userId === person.id ? person : await getUser.run(turn.context(), { userId });
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(turn.now);
}

/** Appoints a deputy for a member of the object: a person and a period. */
export const deputyForms = formFeature({
  feature: "deputy",
  forms,
  subject,
  load: async () => ({}),
  title: ({ turn, subject: { fullName } }) => turn.t("deputy.title", { person: fullName }),
  facts({ turn, subject: { objectName }, state, answers }) {
    if (state.step === "deputyId") return [line(turn.t("start.pending.object"), objectName)];
    return [line(turn.t("deputy.name"), html`<b>${personOf(answers, "deputyId")?.fullName ?? ""}</b>`)];
  },
  async people({ turn, subject: { objectId, userId } }, _field, search) {
    const isOwn = rightToName(turn, objectId, userId) !== "delegation.object";
    const people = isOwn
      ? await teammates(turn, objectId, search)
      : await availablePeople(turn, { objectId, search, viewers: "false" });
    return people.filter(({ id }) => id !== userId && (isOwn || id !== turn.person().id));
  },
  today: ({ turn, subject: { userId } }) => principalsToday(turn, userId),
  leave: (turn, { objectId, userId }) => memberOrTeam(turn, objectId, userId),
  async finish({ turn, state, subject: { objectId, userId }, answers: { deputyId, toDay } }) {
    const fromDay = await principalsToday(turn, userId);
    const input = { objectId, deputyId: deputyId.id, fromDay, toDay };
    const ctx = turn.context(`tg:deputy:${state.id}`);
    if (rightToName(turn, objectId, userId) === "delegation.object")
      await createObjectDelegation.run(ctx, { ...input, principalId: userId });
    else await createDelegation.run(ctx, input);
    return { message: await memberOrTeam(turn, objectId, userId), toast: turn.t("deputy.done") };
  },
  over: ["not_in_team"],
  paths: { fromDay: "toDay" },
  resumed: ({ t }, state) => t("deputy.resumed", { person: String(state.subject["fullName"]) }),
});

/** «Заместитель» on a member's card: who, for how long. */
export async function beginDeputy(turn: Turn, objectId: number, userId: number): Promise<void> {
  const object = await getObject.run(turn.context(), { objectId });
  if (rightToName(turn, objectId, userId) === null) throw forbidden("delegation.object");
  const member = object.team.find((one) => one.userId === userId);
  if (member === undefined) throw notFound();
  const { fullName } = member;
  return openForm(deputyForms, turn, {
    form: "name",
    subject: { objectId, objectName: object.name, userId, fullName },
  });
}
