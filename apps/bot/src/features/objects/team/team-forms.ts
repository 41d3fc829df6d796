import { createInvitation, forbidden, getObject, getObjectTeam, setObjectTeam } from "@stsphera/core";
import { invitedRole } from "@stsphera/contracts";
import { teamForms as forms } from "@stsphera/contracts/objects/forms";
import { can, MEMBER_ROLES, ROLE_CODES, type Role } from "@stsphera/rbac";
import { html, line, translator } from "@stsphera/telegram";
import { z } from "zod";
import { personOf } from "../../../engine/forms/answers.ts";
import { formFeature } from "../../../engine/forms/form-feature.ts";
import { openForm } from "../../../engine/forms/move-on.ts";
import type { Turn } from "../../../engine/turn.ts";
import { availablePeople } from "../available-people.ts";
import { teamMessage } from "../messages.ts";
import { linkMessage } from "./link-message.ts";

const subject = z.object({ objectId: z.number(), objectName: z.string() });
type Subject = z.infer<typeof subject>;

/** Roles that may still be given to a person on the object. */
async function freeRoles(turn: Turn, objectId: number, userId: number | undefined): Promise<Role[]> {
  const { members } = await getObjectTeam.run(turn.context(), { objectId });
  const held = members.find((member) => member.userId === userId)?.roles ?? [];
  return MEMBER_ROLES.filter((role) => !held.includes(role));
}

/** Adds a person to the current team. */
async function join(turn: Turn, objectId: number, userId: number, role: Role): Promise<void> {
  const { version, members } = await getObjectTeam.run(turn.context(), { objectId });
  const held = members.find((member) => member.userId === userId)?.roles ?? [];
  const others = members.filter((member) => member.userId !== userId);
  const joined = { userId, roles: [...new Set([...held, role])] };
  const team = [...others, joined].map(({ userId: id, roles }) => ({ userId: id, roles }));
  await setObjectTeam.run(turn.context(), { objectId, version, members: team });
}

const showTeam = async (turn: Turn, { objectId }: Subject) =>
  teamMessage(turn, await getObject.run(turn.context(), { objectId }), 0);

const roleText = (turn: Turn, role: unknown): string =>
  role === undefined || role === null ? "" : translator(turn.locale)(`role.${invitedRole.parse(role)}`);

/** Adds people to an object, by choosing one or by an invitation link. */
export const teamForms = formFeature({
  feature: "team",
  forms,
  subject,
  load: async () => ({}),
  title: ({ turn, state, subject: { objectName } }) =>
    turn.t(state.form === "add" ? "team.add_title" : "team.invite_title", { object: objectName }),
  facts({ turn, state, answers }) {
    const chosen = personOf(answers, "userId");
    if (state.step === "maxUses")
      return [line(turn.t("start.pending.role"), roleText(turn, answers["role"]))];
    return state.step === "role" && chosen !== null ? [html`<b>${chosen.fullName}</b>`] : [];
  },
  summary: ({ turn, answers, subject: { objectName } }) => ({
    title: turn.t("team.add_title", { object: objectName }),
    lines: [
      line(turn.t("start.pending.name"), html`<b>${personOf(answers, "userId")?.fullName ?? ""}</b>`),
      line(turn.t("start.pending.role"), roleText(turn, answers["role"])),
    ],
  }),
  people: ({ turn, subject: { objectId } }, _field, search) =>
    availablePeople(turn, { objectId, search, viewers: "true" }),
  async options({ turn, subject: { objectId }, answers }, from) {
    const roles =
      from === "freeRoles" ? await freeRoles(turn, objectId, personOf(answers, "userId")?.id) : MEMBER_ROLES;
    return ROLE_CODES.filter((role) => roles.includes(role)).map((value) => ({ value }));
  },
  leave: showTeam,
  async finish({ turn, state, subject: about, ...filled }) {
    const { objectId } = about;
    if (filled.form === "add") {
      const { userId, role } = filled.answers;
      await join(turn, objectId, userId.id, invitedRole.parse(role));
      return { message: await showTeam(turn, about), toast: turn.t("team.added") };
    }
    const invitation = await createInvitation.run(turn.context(`tg:invite:${state.id}`), {
      objectId,
      role: invitedRole.parse(filled.answers.role),
      maxUses: Number(filled.answers.maxUses),
    });
    return { message: linkMessage(turn, about, invitation) };
  },
  paths: { members: "userId" },
  resumed({ t }, { values, subject: about }) {
    const person = personOf(values, "userId")?.fullName;
    const object = String(about["objectName"]);
    return person === undefined ? t("team.resumed_link", { object }) : t("team.resumed", { object, person });
  },
});

const begin =
  (form: keyof typeof forms, permission: "object.team" | "object.invite") =>
  (turn: Turn, { id: objectId, name: objectName }: { id: number; name: string }): Promise<void> => {
    if (!can(turn.person(), permission, { objectId })) throw forbidden(permission);
    return openForm(teamForms, turn, { form, subject: { objectId, objectName } });
  };

/** «Добавить»: who, in which role. */
export const beginAdding = begin("add", "object.team");
/** «Пригласить по ссылке»: for which role, for how many people. */
export const beginInviting = begin("invite", "object.invite");
