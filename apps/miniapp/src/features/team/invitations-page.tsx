import type { InvitationLink } from "@stsphera/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { newKey } from "../../shared/api/request.ts";
import { ObjectFrame } from "../../shared/ui/object-sections/object-frame.tsx";
import { useWords } from "../../shared/i18n/locale.ts";
import { getObject } from "../../shared/requests/get-object.ts";
import { ActionBar } from "../../shared/ui/action-bar.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { invitationKeys, listInvitations, revokeInvitation } from "./api/invitation-requests.ts";
import { InvitationRow } from "./components/invitation-row.tsx";
import { LinkSheet } from "./components/link-sheet.tsx";
import { NewLinkSheet } from "./components/new-link-sheet.tsx";
import { invitationWords } from "./invitation-words.ts";
import "./team.css";

/** The links that lead into the team of an object, newest first. */
export function InvitationsPage({ id }: { id: number }) {
  const words = useWords(invitationWords);
  const client = useQueryClient();
  const [shown, setShown] = useState<InvitationLink | null>(null);
  const [creating, setCreating] = useState(false);
  const { data: object } = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  const list = useEntityList(invitationKeys.list(id), (cursor) => listInvitations(id, cursor));
  const revoke = async (invitation: InvitationLink) => {
    try {
      await revokeInvitation(invitation, newKey());
      showToast(words.revokedToast);
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      await client.invalidateQueries({ queryKey: invitationKeys.list(id) });
    }
  };
  return (
    <ObjectFrame id={id} title={words.title} here={null}>
      <EntityList
        list={list}
        keyOf={(invitation) => invitation.id}
        renderRow={(invitation) => (
          <InvitationRow
            invitation={invitation}
            onShow={() => setShown(invitation)}
            onRevoke={() => void revoke(invitation)}
          />
        )}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="invitations"
      />
      {shown === null && !creating && (
        <ActionBar
          ofPage
          text={words.create}
          enabled
          busy={false}
          onPress={() => setCreating(true)}
          testId="new-invitation"
        />
      )}
      {creating && (
        <NewLinkSheet
          objectId={id}
          onMade={(made) => {
            setCreating(false);
            setShown(made);
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {shown !== null && (
        <LinkSheet invitation={shown} objectName={object?.name ?? ""} onClose={() => setShown(null)} />
      )}
    </ObjectFrame>
  );
}
