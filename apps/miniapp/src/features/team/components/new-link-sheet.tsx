import type { InvitationLink } from "@stsphera/contracts";
import { invitationForms } from "@stsphera/contracts/objects/forms";
import { MEMBER_ROLES, ROLE_CODES } from "@stsphera/rbac";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { createInvitation, invitationKeys, listCrews } from "../api/invitation-requests.ts";
import { invitationWords } from "../invitation-words.ts";

type Props = { objectId: number; onMade: (invitation: InvitationLink) => void; onClose: () => void };

/** A new link: for which role and crew, for how long and how many people. */
export function NewLinkSheet({ objectId, onMade, onClose }: Props) {
  const words = useWords(invitationWords);
  const captions = useWords(roleCaptions);
  const client = useQueryClient();
  const { data: crews } = useQuery({
    queryKey: invitationKeys.crews(objectId),
    queryFn: () => listCrews(objectId),
  });
  const roles = ROLE_CODES.filter((role) => MEMBER_ROLES.includes(role)).map((value) => ({
    value: value as string,
    text: captions[value],
  }));
  const inCrews = [
    { value: "", text: words.anyCrew },
    ...(crews?.items ?? []).map(({ id, name }) => ({ value: String(id), text: name })),
  ];
  return (
    <FormSheet
      form={invitationForms.create}
      card={{}}
      scope="invitation.create"
      draft={`invitation.${objectId}`}
      title={words.create}
      send={words.send}
      given={{ role: "installer", crewId: "", days: "7", maxUses: "1" }}
      today={dayOf(serverNow())}
      options={(from) => (from === "crews" ? inCrews : roles)}
      onSend={async ({ crewId, ...input }, key) => {
        const inCrew = typeof crewId === "number" && crewId > 0 ? { crewId } : {};
        const made = await createInvitation(objectId, { ...input, ...inCrew }, key);
        await client.invalidateQueries({ queryKey: invitationKeys.list(objectId) });
        onMade(made);
      }}
      onClose={onClose}
    />
  );
}
