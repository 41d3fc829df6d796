import { permissions as en } from "@stsphera/contracts/permissions/en";
import { permissions as ru } from "@stsphera/contracts/permissions/ru";
import { isRole, ROLE_CODES } from "@stsphera/rbac";
import { AddressFilter, ListFilters } from "../../../kit/list/list-filters.tsx";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { holds, MATRIX, type MatrixRow } from "./matrix-rows.ts";
import { rolesWords } from "./roles-words.ts";

const ROLE_FILTERS = ["any", ...ROLE_CODES] as const;
const NAMES = { ru, en };

const folded = (text: string) => text.toLowerCase().replaceAll("ё", "е");
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Who holds a right: roles with their limits, then relations to the thing. */
function useHolders(): (row: MatrixRow) => string {
  const words = useWords(rolesWords);
  const captions = useWords(roleCaptions);
  return ({ holders, ties }) => {
    const named = holders.map(({ role, limit }) =>
      limit === null ? captions[role] : `${captions[role]} (${words.limits[limit]})`,
    );
    const whole = holders.length === ROLE_CODES.length && holders.every(({ limit }) => limit === null);
    const parts = [
      ...(whole ? [words.everyone] : named),
      ...ties.map(({ relation }) => words.ties[relation]),
    ];
    return parts.length === 0 ? words.only : parts.join(", ");
  };
}

/** The matrix of rights, by section: what each right allows and who has it. Nothing is changed here. */
export default function RolesPage() {
  const words = useWords(rolesWords);
  const captions = useWords(roleCaptions);
  const names = NAMES[useLocale()];
  const holdersOf = useHolders();
  const { get, choose } = useQueryState();
  const chosen = choose("role", ROLE_FILTERS, "any");
  const search = get("search");
  const rows = MATRIX.filter((row) => {
    const text = folded(`${names[row.permission]} ${words.groups[row.group]} ${holdersOf(row)}`);
    return (!isRole(chosen) || holds(row, chosen)) && text.includes(folded(search));
  });
  const sectionOf = ({ group }: MatrixRow) => words.groups[group] ?? group;
  const sections = [...new Set(rows.map(sectionOf))];
  return (
    <>
      <PageHeader title={words.title} />
      <ListFilters
        search={words.search}
        label={words.role.label}
        note={<p className="muted">{words.line}</p>}
      >
        <AddressFilter
          name="role"
          label={words.role.label}
          values={ROLE_FILTERS}
          say={(value) => (value === "any" ? words.role.all : captions[value])}
        />
      </ListFilters>
      {rows.length === 0 && <NoticeBlock title={words.empty} testId="empty" />}
      {sections.map((section) => (
        <section key={section} className="section" data-testid="rights">
          <h2 className="cap">{section}</h2>
          {rows
            .filter((row) => sectionOf(row) === section)
            .map((row) => (
              <div key={row.permission} className="card stack" data-testid={`right-${row.permission}`}>
                <b>{capital(names[row.permission])}</b>
                <span className="muted">{holdersOf(row)}</span>
                {row.granting && <span className="dim">{words.granting}</span>}
              </div>
            ))}
        </section>
      ))}
    </>
  );
}
