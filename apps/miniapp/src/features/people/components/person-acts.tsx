import type { OpenWork, UserCard } from "@stsphera/contracts";
import { accessForms, erasureForms, newcomerForms } from "@stsphera/contracts/people/forms";
import { isRole, type Role } from "@stsphera/rbac";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useActs } from "../../../kit/entity/use-acts.ts";
import { FormSheet } from "../../../kit/form/form-sheet.tsx";
import { RoleSheet } from "../../../kit/roles/role-sheet.tsx";
import { roleWords } from "../../../kit/roles/role-words.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { act, newKey } from "../../../shared/api/request.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { dayOf } from "../../../shared/format/times.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Action } from "../../../shared/ui/action.tsx";
import { showToast } from "../../../shared/ui/toast-store.ts";
import { deactivate, getPerson, personRequest, type PersonAct } from "../api/people-requests.ts";
import { peopleWords } from "../people-words.ts";
import { GiveLink } from "./give-link.tsx";
import { PersonData } from "./person-data.tsx";

const FORMS = { ...newcomerForms, ...accessForms, ...erasureForms, role: {} };
const SCOPES = {
  refuse: "newcomer.refuse",
  deactivate: "admin.deactivate",
  reactivate: "admin.reactivate",
  erase: "admin.erase",
};

/** What somebody whose access was closed leaves behind; null when nothing. */
function useLeavings() {
  const words = useWords(peopleWords);
  const { departments } = useWords(roleWords);
  return ({ openTasks, objectsWithoutManager, headOf }: OpenWork): string | null => {
    const parts = [
      ...(openTasks === 0 ? [] : [words.openTasks(openTasks)]),
      ...(objectsWithoutManager.length === 0
        ? []
        : [words.withoutManager(objectsWithoutManager.map(({ name }) => name).join(", "))]),
      ...(headOf.length === 0 ? [] : [words.headOf(headOf.map((one) => departments[one]).join(", "))]),
    ];
    return parts.length === 0 ? null : words.leaves(parts.join("; "));
  };
}

/** What may be done about a person's access and role. */
export function PersonActs({ person }: { person: UserCard }) {
  const words = useWords(peopleWords);
  const captions = useWords(roleCaptions);
  const client = useQueryClient();
  const sayLeavings = useLeavings();
  const [asked, setAsked] = useState<PersonAct | null>(null);
  const { fullName, role, invitation, can } = person;
  const acts = useActs<PersonAct>({
    feature: "admin",
    forms: FORMS,
    requestOf: (action, input) => personRequest(person, action, input),
  });
  const canGiveLink = can.giveLink;
  const close = () => setAsked(null);
  const offered: readonly PersonAct[] = [...(can.changeRole ? (["role"] as const) : []), ...can.actions];
  const press = (action: PersonAct) =>
    action === "approve" && invitation !== undefined ? void acts.now("approve") : setAsked(action);

  async function send(action: PersonAct, input: Readonly<Record<string, unknown>>, key: string) {
    if (action === "deactivate") {
      const { leaves } = await deactivate(person, input, key);
      await client.invalidateQueries();
      showToast((leaves === undefined ? null : sayLeavings(leaves)) ?? words.closed);
    } else await acts.send(action, input, key);
    if (action === "erase") showToast(words.erased);
    close();
    offerBack(action, input["role"]);
  }

  /** A role is given by one tap, so the tap beside it gives back the one before, or opens the choice again. */
  function offerBack(action: PersonAct, given: unknown) {
    if (action === "role" && role !== null) {
      const onPress = () => void giveBack(role);
      showToast(words.roleGiven, { text: words.back(captions[role]), onPress, testId: "toast-undo" });
    }
    if (action === "approve" && isRole(given)) {
      const onPress = () => setAsked("role");
      showToast(words.letIn(captions[given]), { text: words.otherRole, onPress, testId: "toast-other-role" });
    }
  }

  async function giveBack(before: Role) {
    try {
      const { version } = await getPerson(person.id);
      const { method, path, body } = personRequest({ id: person.id, version }, "role", { role: before });
      await act(method, path, { body, key: newKey() });
      showToast(words.roleGiven);
    } catch (error) {
      showToast(errorSentence(error));
    } finally {
      await client.invalidateQueries();
    }
  }
  const button = (action: PersonAct) => (
    <Action
      key={action}
      tone={
        action === "approve" ? "primary" : action === "deactivate" || action === "erase" ? "danger" : "quiet"
      }
      busy={acts.busy}
      onPress={() => press(action)}
      testId={`person-${action}`}
    >
      {action === "approve" && invitation !== undefined
        ? words.asInvited(captions[invitation.role])
        : words.actions[action]}
    </Action>
  );
  return (
    <section className="section">
      {offered.filter((action) => action !== "erase").map(button)}
      {canGiveLink && <GiveLink person={person} />}
      {can.takeData && <PersonData person={person} />}
      {offered.includes("erase") && button("erase")}
      {(asked === "approve" || asked === "role") && (
        <RoleSheet
          title={words.chooseRole}
          person={fullName}
          held={asked === "role" ? role : null}
          onChoose={(chosen, key) => send(asked, { role: chosen }, key)}
          onClose={close}
        />
      )}
      {asked !== null && asked !== "approve" && asked !== "role" && (
        <FormSheet
          form={FORMS[asked]}
          card={{}}
          scope={SCOPES[asked]}
          draft={`person.${asked}.${person.id}`}
          title={words.actions[asked]}
          caption={fullName}
          send={words.actions[asked]}
          today={dayOf(serverNow())}
          onSend={(input, key) => send(asked, input, key)}
          onClose={close}
        />
      )}
    </section>
  );
}
