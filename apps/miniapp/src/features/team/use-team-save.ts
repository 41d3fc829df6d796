import type { Role } from "@stsphera/rbac";
import { useQueryClient } from "@tanstack/react-query";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { newKey } from "../../shared/api/request.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { hapticSuccess } from "../../shared/telegram/haptics.ts";
import { showToast } from "../../shared/ui/toast-store.ts";
import { getTeam, saveTeam, type ZonesGiven } from "./api/team-requests.ts";
import { teamWords } from "./team-words.ts";
import { withRoles } from "./with-roles.ts";

type Change = {
  userId: number;
  roles: readonly Role[];
  zones?: ZonesGiven;
  /** What goes back along with the roles. */
  onBack?: () => Promise<void>;
};

/** Gives a person roles on the object, or takes them; the toast puts back what was. */
export function useTeamSave(objectId: number) {
  const words = useWords(teamWords);
  const client = useQueryClient();

  /** Saves over the team as it stands now: what others changed about other people meanwhile is kept. */
  async function write({ userId, roles, zones = [] }: Change, key: string): Promise<readonly Role[]> {
    const { version, members } = await getTeam(objectId);
    const before = members.find((member) => member.userId === userId)?.roles ?? [];
    try {
      await saveTeam(objectId, version, { members: withRoles(members, userId, roles), zones }, key);
    } finally {
      await client.invalidateQueries();
    }
    hapticSuccess();
    return before;
  }

  async function putBack({ userId, onBack }: Change, roles: readonly Role[]): Promise<void> {
    try {
      await write({ userId, roles }, newKey());
      await onBack?.().finally(() => void client.invalidateQueries());
      showToast(words.restored);
    } catch (error) {
      showToast(errorSentence(error));
    }
  }

  return async (change: Change, text: string, key: string): Promise<void> => {
    const before = await write(change, key);
    showToast(text, {
      text: words.back,
      onPress: () => void putBack(change, before),
      testId: "toast-undo",
    });
  };
}
