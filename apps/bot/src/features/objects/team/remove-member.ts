import { workersOf } from "@stsphera/contracts/objects/workers";
import { shortName } from "@stsphera/contracts/format";
import { DomainError, forbidden, getObject, getObjectTeam, listZones, setObjectTeam } from "@stsphera/core";
import { can } from "@stsphera/rbac";
import { card, html, line, translator } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import { packObject } from "../../../engine/object-data.ts";
import type { Turn } from "../../../engine/turn.ts";
import { memberOrTeam } from "../deputy/deputy-forms.ts";
import { teamMessage } from "../messages.ts";

const MAX_HEIRS = 4;

/** «Убрать из команды»: asks once more, naming the roles that end and who could lead the zones instead. */
export async function askRemoving(turn: Turn, objectId: number, userId: number): Promise<void> {
  const { t, locale } = turn;
  if (!can(turn.person(), "object.team", { objectId })) throw forbidden("object.team");
  const object = await getObject.run(turn.context(), { objectId });
  const { name, version, team } = object;
  const member = team.find((one) => one.userId === userId);
  if (member === undefined) {
    turn.toast(t("error.conflict.title"));
    return turn.show(await memberOrTeam(turn, objectId, userId));
  }
  const { items } = await listZones.run(turn.context(), { objectId });
  const led = items.filter(({ foreman }) => foreman?.id === userId).map((zone) => zone.name);
  const heirs = led.length === 0 ? [] : workersOf(object, "fact.enter", "own_crew");
  const roles = member.roles.map((role) => translator(locale)(`role.${role}`)).join(", ");
  turn.show({
    text: card(t("team.remove_title", { object: name }), [
      html`<b>${member.fullName}</b>`,
      line(t("start.pending.role"), roles),
      line(t("team.zones"), led.length === 0 ? null : led.join(", ")),
      t("team.remove_text"),
      led.length === 0 ? null : t("team.zones_text"),
    ]),
    buttons: [
      ...heirs
        .filter(({ id }) => id !== userId)
        .slice(0, MAX_HEIRS)
        .map(({ id: heirId, fullName }) => [
          press(
            t("team.remove_hand", { name: shortName(fullName, "initial") }),
            packObject({ action: "handed", objectId, userId, version, heirId }),
          ),
        ]),
      [press(t("team.remove_yes"), packObject({ action: "removed", objectId, userId, version }))],
      [press(t("button.back"), packObject({ action: "member", objectId, userId }))],
    ],
  });
}

/** Removes a member with all their roles, unless the team has changed since the question; their zones go to the heir. */
export async function removeMember(
  turn: Turn,
  {
    objectId,
    userId,
    version,
    heirId,
  }: { objectId: number; userId: number; version: number; heirId?: number },
): Promise<void> {
  try {
    const { members } = await getObjectTeam.run(turn.context(), { objectId });
    const others = members.filter((member) => member.userId !== userId);
    const team = others.map((member) => ({ userId: member.userId, roles: member.roles }));
    const zones = heirId === undefined ? [] : [{ from: userId, to: heirId }];
    await setObjectTeam.run(turn.context(), { objectId, version, members: team, zones });
    turn.toast(turn.t("team.removed"));
    turn.show(teamMessage(turn, await getObject.run(turn.context(), { objectId }), 0));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "version_conflict") throw error;
    turn.toast(turn.t("error.conflict.title"));
    turn.show(await memberOrTeam(turn, objectId, userId));
  }
}
