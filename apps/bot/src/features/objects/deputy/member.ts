import { getObject, listDelegations } from "@stsphera/core";
import type { Delegation, ObjectCard } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { card, html, line, type RenderedMessage, translator } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import { personsToday } from "../../../engine/days.ts";
import { packObject } from "../../../engine/object-data.ts";
import type { Turn } from "../../../engine/turn.ts";

const MOST = 200;

/** By which right the user appoints a deputy for a member: that over the object, or their own. */
export function rightToName(
  turn: Turn,
  objectId: number,
  userId: number,
): "delegation.object" | "delegation.own" | null {
  const person = turn.person();
  if (can(person, "delegation.object", { objectId })) return "delegation.object";
  return userId === person.id && can(person, "delegation.own") ? "delegation.own" : null;
}

/** Current and future deputies of a member on the object; the current one first. */
async function deputiesOf(turn: Turn, objectId: number, userId: number): Promise<Delegation[]> {
  const right = rightToName(turn, objectId, userId);
  if (right === null) return [];
  const ofObject = right === "delegation.object" ? { objectId } : {};
  const { items } = await listDelegations.run(turn.context(), { ...ofObject, limit: MOST });
  return items
    .filter(({ principal, state }) => principal.id === userId && state !== "over")
    .filter(({ object }) => object === null || object.id === objectId)
    .toSorted((a, b) => a.fromDay.localeCompare(b.fromDay));
}

function memberMessage(
  turn: Turn,
  object: ObjectCard,
  member: ObjectCard["team"][number],
  deputies: readonly Delegation[],
): RenderedMessage {
  const { t, locale } = turn;
  const { id: objectId } = object;
  const { userId } = member;
  const roles = member.roles.map((role) => translator(locale)(`role.${role}`)).join(", ");
  const say = (day: string) => dayWithYear(day, personsToday(turn), locale);
  const days = ({ fromDay, toDay, state }: Delegation) =>
    state === "current"
      ? t("objects.until", { day: say(toDay) })
      : t("deputy.days", { from: say(fromDay), to: say(toDay) });
  const ended = deputies.filter(({ canEnd }) => canEnd);
  return {
    text: card(t("admin.person", { name: member.fullName }), [
      line(t("start.pending.object"), object.name),
      line(t("start.pending.role"), roles),
      ...deputies.map((one) => line(t("deputy.name"), html`<b>${one.deputy.fullName}</b> ${days(one)}`)),
    ]),
    buttons: [
      ...ended
        .slice(0, 1)
        .map(({ id: delegationId, version }) => [
          press(
            t("deputy.returned"),
            packObject({ action: "returned", objectId, userId, delegationId, version }),
          ),
        ]),
      rightToName(turn, objectId, userId) !== null && deputies.length === 0
        ? [press(t("deputy.name"), packObject({ action: "deputy", objectId, userId }))]
        : [],
      can(turn.person(), "object.team", { objectId })
        ? [press(t("team.remove"), packObject({ action: "remove", objectId, userId }))]
        : [],
      [press(t("button.back"), packObject({ action: "team", objectId, page: 0 }))],
    ],
  };
}

/** A member's small card; null when they are no longer in the team. */
export async function memberCard(
  turn: Turn,
  objectId: number,
  userId: number,
): Promise<RenderedMessage | null> {
  const object = await getObject.run(turn.context(), { objectId });
  const member = object.team.find((one) => one.userId === userId);
  if (member === undefined) return null;
  return memberMessage(turn, object, member, await deputiesOf(turn, objectId, userId));
}
