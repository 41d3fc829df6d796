import type { Role } from "@stsphera/rbac";
import { useRef, useState } from "react";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { newKey } from "../../shared/api/request.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { Action } from "../../shared/ui/action.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { Sheet } from "../../shared/ui/sheet.tsx";
import { roleWords } from "./role-words.ts";
import { rolesByDepartment } from "./roles-by-department.ts";

type Props = {
  title: string;
  person: string;
  /** The role held now, which is not offered. */
  held?: Role | null;
  /** The key is that of the act: a repeat after silence is the same act. */
  onChoose: (role: Role, key: string) => Promise<void>;
  onClose: () => void;
};

/** A role by one tap, grouped by department; the administrator's is asked once more. */
export function RoleSheet({ title, person, held = null, onChoose, onClose }: Props) {
  const words = useWords(roleWords);
  const captions = useWords(roleCaptions);
  const [isAdmin, setIsAdmin] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const act = useRef({ role: "", key: "" });

  const give = async (role: Role) => {
    if (act.current.role !== role) act.current = { role, key: newKey() };
    setBusy(true);
    setRefusal(null);
    try {
      await onChoose(role, act.current.key);
    } catch (error) {
      setRefusal(errorSentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Sheet title={isAdmin ? words.adminTitle : title} caption={person} onClose={onClose} testId="role-sheet">
      <div className="stack">
        {refusal !== null && (
          <p className="form-refusal" role="alert" data-testid="form-refusal">
            {refusal}
          </p>
        )}
        {isAdmin ? (
          <>
            <p>{words.adminLine(person)}</p>
            <Action tone="danger" busy={busy} onPress={() => void give("admin")} testId="admin-yes">
              {words.adminYes}
            </Action>
            <Action tone="quiet" disabled={busy} onPress={() => setIsAdmin(false)} testId="admin-no">
              {words.adminNo}
            </Action>
          </>
        ) : (
          rolesByDepartment(held).map(({ department, roles }) => (
            <section key={department} className="stack">
              <h3 className="cap">{words.departments[department]}</h3>
              <Chips label={words.departments[department]}>
                {roles.map((role) => (
                  <Chip
                    key={role}
                    disabled={busy}
                    onPress={() => (role === "admin" ? setIsAdmin(true) : void give(role))}
                    testId={`role-${role}`}
                  >
                    {captions[role]}
                  </Chip>
                ))}
              </Chips>
            </section>
          ))
        )}
      </div>
    </Sheet>
  );
}
