import type { Org } from "@stsphera/contracts";
import { headForms } from "@stsphera/contracts/people/forms";
import { useQuery } from "@tanstack/react-query";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { roleWords } from "../../../kit/roles/role-words.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { COLLEAGUES_KEY, listColleagues } from "../../../shared/requests/list-colleagues.ts";
import { peopleWords } from "../people-words.ts";

type Props = { department: Org["departments"][number]; onClose: () => void };

/** Sets the head of a department, from any department but observers; or leaves it without one. */
export function HeadSheet({ department: { code, head, headVersion }, onClose }: Props) {
  const words = useWords(peopleWords).departments;
  const captions = useWords(roleCaptions);
  const name = useWords(roleWords).departments[code];
  const { data = [] } = useQuery({ queryKey: COLLEAGUES_KEY, queryFn: listColleagues });
  const acts = useActs<"set">({
    feature: "head",
    forms: headForms,
    requestOf: (_action, { userId = null }) => ({
      method: "PUT",
      path: `/api/org/departments/${code}/head`,
      body: { userId, ...(headVersion === null ? {} : { version: headVersion }) },
    }),
  });
  const people = data.flatMap(({ id, fullName, role }) =>
    role === null || role === "viewer" ? [] : [{ id, fullName, note: captions[role] }],
  );
  return (
    <FormSheet
      form={headForms.set}
      card={{}}
      scope="head.set"
      draft={`head.${code}`}
      title={words.set}
      caption={name}
      send={words.send}
      given={head === null ? {} : { userId: head }}
      today={dayOf(serverNow())}
      people={() => people}
      onSend={async (input, key) => {
        await acts.send("set", input, key);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
