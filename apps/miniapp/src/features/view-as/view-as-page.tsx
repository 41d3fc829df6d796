import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { roleWords } from "../../kit/roles/role-words.ts";
import { rolesByDepartment } from "../../kit/roles/roles-by-department.ts";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { lookAs } from "./start-view.ts";
import { viewWords } from "../../shared/i18n/view-words.ts";

/** The roles that an administrator may look as; his own is what he sees anyway. */
export function ViewAsPage() {
  const words = useWords(viewWords);
  const roles = useWords(roleWords);
  const captions = useWords(roleCaptions);
  return (
    <>
      <PageHeader title={words.title} />
      <section className="section">
        <p className="muted">{words.line}</p>
      </section>
      {rolesByDepartment("admin").map((group) => (
        <section key={group.department} className="section">
          <h2 className="cap">{roles.departments[group.department]}</h2>
          <Chips label={roles.departments[group.department]}>
            {group.roles.map((role) => (
              <Chip key={role} onPress={() => lookAs(role)} testId={`view-${role}`}>
                {captions[role]}
              </Chip>
            ))}
          </Chips>
        </section>
      ))}
    </>
  );
}
