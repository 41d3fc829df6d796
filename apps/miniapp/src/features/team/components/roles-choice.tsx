import { MEMBER_ROLES, type Role } from "@stsphera/rbac";
import { roleWords } from "../../../kit/roles/role-words.ts";
import { rolesByDepartment } from "../../../kit/roles/roles-by-department.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip, Chips } from "../../../shared/ui/chip.tsx";

type Props = { chosen: readonly Role[]; onChoose: (roles: readonly Role[]) => void };

/** The roles that can be held on an object, by department; several may be ticked. */
export function RolesChoice({ chosen, onChoose }: Props) {
  const captions = useWords(roleCaptions);
  const { departments } = useWords(roleWords);
  const toggle = (role: Role) =>
    onChoose(chosen.includes(role) ? chosen.filter((one) => one !== role) : [...chosen, role]);
  return (
    <>
      {rolesByDepartment().map(({ department, roles }) => {
        const offered = roles.filter((role) => MEMBER_ROLES.includes(role));
        if (offered.length === 0) return null;
        return (
          <section key={department} className="stack">
            <h3 className="cap">{departments[department]}</h3>
            <Chips label={departments[department]}>
              {offered.map((role) => (
                <Chip
                  key={role}
                  pressed={chosen.includes(role)}
                  onPress={() => toggle(role)}
                  testId={`role-${role}`}
                >
                  {captions[role]}
                </Chip>
              ))}
            </Chips>
          </section>
        );
      })}
    </>
  );
}
