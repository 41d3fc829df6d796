import { useWords } from "../../../shared/i18n/locale.ts";
import type { Member } from "../api/team-requests.ts";
import { teamWords } from "../team-words.ts";
import { useTeamSave } from "../use-team-save.ts";
import { RolesSheet } from "./roles-sheet.tsx";

type Props = { objectId: number; member: Member; onClose: () => void };

/** Changes the roles that a member holds. */
export function ChangeRoles({ objectId, member: { userId, fullName, roles }, onClose }: Props) {
  const words = useWords(teamWords);
  const save = useTeamSave(objectId);
  return (
    <RolesSheet
      title={words.whichRoles}
      person={fullName}
      held={roles}
      send={words.save}
      onSend={async (chosen, key) => {
        await save({ userId, roles: chosen }, words.changed, key);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
