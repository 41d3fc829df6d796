import { DomainError, forbidden, getObject, getObjectTeam, setObjectTeam } from "@stsphera/core";
import { can } from "@stsphera/rbac";
import { card, html, line, translator } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import { packObject } from "../../../engine/object-data.ts";
import type { Turn } from "../../../engine/turn.ts";
import { memberOrTeam } from "../deputy/deputy-forms.ts";
import { teamMessage } from "../messages.ts";

/** «Убрать из команды»: asks once more, naming the roles that end. */
export async function askRemoving(turn: Turn, objectId: number, userId: number): Promise<void> {
  const { t, locale } = turn;
  if (!can(turn.person(), "object.team", { objectId })) throw forbidden("object.team");
  const { name, version, team } = await getObject.run(turn.context(), { objectId });
  const member = team.find((one) => one.userId === userId);
  if (member === undefined) {
    turn.toast(t("error.conflict.title"));
    return turn.show(await memberOrTeam(turn, objectId, userId));
  }
  const roles = member.roles.map((role) => translator(locale)(`role.${role}`)).join(", ");
  turn.show({
    text: card(t("team.remove_title", { object: name }), [
      html`<b>${member.fullName}</b>`,
      line(t("start.pending.role"), roles),
      t("team.remove_text"),
    ]),
    buttons: [
      [press(t("team.remove_yes"), packObject({ action: "removed", objectId, userId, version }))],
      [press(t("button.back"), packObject({ action: "member", objectId, userId }))],
    ],
  });
}

/** Removes a member with all their roles, unless the team has changed since the question. */
export async function removeMember(
  turn: Turn,
  { objectId, userId, version }: { objectId: number; userId: number; version: number },
): Promise<void> {
  try {
    const { members } = await getObjectTeam.run(turn.context(), { objectId });
    const others = members.filter((member) => member.userId !== userId);
    const team = others.map((member) => ({ userId: member.userId, roles: member.roles }));
    await setObjectTeam.run(turn.context(), { objectId, version, members: team });
    turn.toast(turn.t("team.removed"));
    turn.show(teamMessage(turn, await getObject.run(turn.context(), { objectId }), 0));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "version_conflict") throw error;
    turn.toast(turn.t("error.conflict.title"));
    turn.show(await memberOrTeam(turn, objectId, userId));
  }
}
