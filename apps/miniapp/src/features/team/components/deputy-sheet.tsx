import { deputyForms } from "@stsphera/contracts/objects/forms";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { useChoosable } from "../../../kit/people/use-choosable.ts";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { act } from "../../../shared/api/request.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { getObject } from "../../../shared/requests/get-object.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";
import type { Member } from "../api/team-requests.ts";
import { teamWords } from "../team-words.ts";

type Props = { objectId: number; member: Member; onClose: () => void };

/** Names who stands in for a member on this object from today on, when they fall ill. */
export function DeputySheet({ objectId, member: { userId, fullName }, onClose }: Props) {
  const words = useWords(teamWords);
  const client = useQueryClient();
  const { data: object } = useQuery({
    queryKey: queryKeys.object(objectId),
    queryFn: () => getObject(objectId),
  });
  const today = dayOf(serverNow());
  const people = useChoosable()(object, { permission: "task.execute", but: userId });
  return (
    <FormSheet
      form={deputyForms.name}
      card={{}}
      scope="deputy.name"
      draft={`deputy.${objectId}.${userId}`}
      title={words.deputy}
      caption={fullName}
      send={words.nameDeputy}
      today={today}
      people={() => people}
      onSend={async (input, key) => {
        const body = { principalId: userId, fromDay: today, ...input };
        await act("POST", `/api/objects/${objectId}/delegations`, { body, key });
        await client.invalidateQueries();
        showToast(words.deputyNamed);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
