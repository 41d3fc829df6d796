import { createInvitation, DomainError, getObject, getObjectTeam, setObjectTeam } from "@stsphera/core";
import { invitedRole } from "@stsphera/contracts";
import { idIn, pageIn, type StepPress } from "../../../engine/step-data.ts";
import { cancelSteps, endSteps } from "../../../engine/steps.ts";
import type { Turn } from "../../../engine/turn.ts";
import { teamMessage } from "../messages.ts";
import type { TeamDialogue } from "./dialogue.ts";
import { linkMessage, USES } from "./messages.ts";
import { availablePeople, freeRoles, showTeamStep } from "./show.ts";

const stale = (turn: Turn): void => turn.toast(turn.t("error.stale_dialog"));

async function choosePerson(turn: Turn, d: TeamDialogue, personId: number | null): Promise<void> {
  const people = await availablePeople(turn, d);
  const found = people.find(({ id }) => id === personId);
  if (found === undefined) return stale(turn);
  return showTeamStep(turn, { ...d, step: "role", person: { id: found.id, fullName: found.fullName } });
}

async function chooseRole(turn: Turn, d: TeamDialogue, name: string): Promise<void> {
  const parsed = invitedRole.safeParse(name);
  if (!parsed.success) return stale(turn);
  const role = parsed.data;
  if (d.step === "invite") return showTeamStep(turn, { ...d, step: "uses", role });
  if (!(await freeRoles(turn, d)).includes(role)) return stale(turn);
  return showTeamStep(turn, { ...d, step: "confirm", role });
}

/** Puts the person into the team as it stands now. */
async function add(turn: Turn, d: TeamDialogue): Promise<void> {
  const { objectId, person, role } = d;
  if (person === null || role === null) return stale(turn);
  const { version, members } = await getObjectTeam.run(turn.context(), { objectId });
  const held = members.find(({ userId }) => userId === person.id)?.roles ?? [];
  const others = members
    .filter(({ userId }) => userId !== person.id)
    .map(({ userId, roles }) => ({ userId, roles }));
  const joined = { userId: person.id, roles: [...new Set([...held, role])] };
  try {
    await setObjectTeam.run(turn.context(), { objectId, version, members: [...others, joined] });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refused = refusalKey(error);
    if (refused === null) throw error;
    turn.toast(turn.t(refused));
    return showTeamStep(turn, error.code === "validation_failed" ? { ...d, step: "who" } : d);
  }
  turn.toast(turn.t("team.added"));
  endSteps(turn, d, teamMessage(turn, await getObject.run(turn.context(), { objectId }), 0));
}

/** What is said of a refusal that another answer may avoid. */
function refusalKey({ code, details }: DomainError) {
  if (code === "version_conflict") return "error.conflict.title";
  return details.sentence === "person_not_active" ? "team.not_active" : null;
}

async function invite(turn: Turn, d: TeamDialogue, count: string): Promise<void> {
  const maxUses = USES.find((one) => String(one) === count);
  if (d.role === null || maxUses === undefined) return stale(turn);
  const invitation = await createInvitation.run(turn.context(`tg:invite:${d.id}`), {
    objectId: d.objectId,
    role: d.role,
    maxUses,
  });
  endSteps(turn, d, linkMessage(turn, d, invitation));
}

const EARLIER = ["who", "role", "invite"] as const;

/** A button of the dialogue that is going on. */
export async function onTeamStep(
  turn: Turn,
  d: TeamDialogue,
  { action, argument }: StepPress,
): Promise<void> {
  if (action === "cancel") return cancelSteps(turn, d);
  if (action === "resume") return showTeamStep(turn, d);
  if (action === "back") {
    const object = await getObject.run(turn.context(), { objectId: d.objectId });
    return endSteps(turn, d, teamMessage(turn, object, 0), false);
  }
  if (action === "go") {
    const step = EARLIER.find((one) => one === argument);
    return step === undefined ? stale(turn) : showTeamStep(turn, { ...d, step, page: 0, search: null });
  }
  switch (`${d.step}.${action}`) {
    case "who.who":
      return choosePerson(turn, d, idIn(argument));
    case "who.page":
      return showTeamStep(turn, { ...d, page: pageIn(argument) });
    case "role.role":
    case "invite.role":
      return chooseRole(turn, d, argument);
    case "confirm.add":
      return add(turn, d);
    case "uses.uses":
      return invite(turn, d, argument);
    default:
      return stale(turn);
  }
}
