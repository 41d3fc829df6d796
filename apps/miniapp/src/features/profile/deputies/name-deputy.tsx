import { ownDeputyForms } from "@stsphera/contracts/people/forms";
import { useQuery } from "@tanstack/react-query";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { useSession } from "../../../shared/api/session.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { COLLEAGUES_KEY, listColleagues } from "../../../shared/requests/list-colleagues.ts";
import { useMyObjects } from "../components/profile-frame.tsx";
import { deputyWords } from "./deputy-words.ts";

/** Names a deputy of the reader: who, for which days, on all objects or on one. */
export function NameDeputy({ onClose }: { onClose: () => void }) {
  const words = useWords(deputyWords);
  const roles = useWords(roleCaptions);
  const session = useSession();
  const objects = useMyObjects();
  const { data = [] } = useQuery({ queryKey: COLLEAGUES_KEY, queryFn: listColleagues });
  const acts = useActs<"name" | "end">({
    feature: "own_deputy",
    forms: ownDeputyForms,
    // The choice of all objects is an empty answer.
    requestOf: (_action, { objectId, ...input }) => ({
      method: "POST",
      path: "/api/me/delegations",
      body: { ...input, ...(typeof objectId === "number" && objectId > 0 ? { objectId } : {}) },
    }),
  });
  const me = session.kind === "active" ? session.user.id : 0;
  const people = data
    .filter(({ id }) => id !== me)
    .map(({ id, fullName, role }) => ({ id, fullName, ...(role === null ? {} : { note: roles[role] }) }));
  const today = dayOf(serverNow());
  return (
    <FormSheet
      form={ownDeputyForms.name}
      card={{}}
      scope="own_deputy.name"
      draft="own_deputy.name"
      title={words.name}
      send={words.send}
      given={{ fromDay: today }}
      today={today}
      people={() => people}
      options={() => [
        { value: "", text: words.everywhere },
        ...objects.map(({ id, name }) => ({ value: String(id), text: name })),
      ]}
      onSend={async (input, key) => {
        await acts.send("name", input, key);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
