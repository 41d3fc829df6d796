import { USER_STATUSES } from "@stsphera/contracts/vocabulary";
import { DEPARTMENTS, ROLE_CODES } from "@stsphera/rbac";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { FilterSelect } from "../../kit/list/filter-select.tsx";
import { SearchField } from "../../kit/list/search-field.tsx";
import { roleWords } from "../../kit/roles/role-words.ts";
import { useQueryState } from "../../kit/use-query-state.ts";
import { useSession } from "../../shared/api/session.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { Chips } from "../../shared/ui/chip.tsx";
import { Link } from "../../shared/ui/link.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { listPeople, peopleKeys } from "./api/people-requests.ts";
import { PersonRow } from "./components/person-row.tsx";
import { peopleWords } from "./people-words.ts";

const STATUSES = ["any", ...USER_STATUSES] as const;
const DEPARTMENT_FILTERS = ["any", ...DEPARTMENTS] as const;
const ROLE_FILTERS = ["any", ...ROLE_CODES] as const;
const SORTS = ["name", "-createdAt"] as const;
const WAITING = { status: "pending", sort: "-createdAt" };

/** Who waits for access: what an administrator came for stands above the list. */
function Waiting() {
  const words = useWords(peopleWords);
  const { items = [] } = useEntityList(peopleKeys.list(WAITING), (cursor) => listPeople(WAITING, cursor));
  if (items.length === 0) return null;
  return (
    <section className="section" data-testid="people-waiting">
      <h2 className="cap">{words.waiting}</h2>
      {items.map((person) => (
        <PersonRow key={person.id} person={person} />
      ))}
    </section>
  );
}

/** The people of the company, searched and filtered; who manages access sees those without it too. */
export function PeoplePage() {
  const words = useWords(peopleWords);
  const captions = useWords(roleCaptions);
  const { departments } = useWords(roleWords);
  const session = useSession();
  const { get, choose, set } = useQueryState();
  const manages = session.kind === "active" && session.user.role === "admin";
  const status = choose("status", STATUSES, "any");
  const department = choose("department", DEPARTMENT_FILTERS, "any");
  const role = choose("role", ROLE_FILTERS, "any");
  const sort = choose("sort", SORTS, "name");
  const search = get("search");
  const narrowed = { status, department, role };
  const filters = {
    search,
    sort,
    ...Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== "any")),
  };
  const list = useEntityList(peopleKeys.list(filters), (cursor) => listPeople(filters, cursor));
  const isWhole = search === "" && Object.values(narrowed).every((value) => value === "any");
  const keep = (name: string) => (value: string) => set({ [name]: value === "any" ? "" : value });
  return (
    <>
      <PageHeader title={words.title} />
      <div className="section">
        <SearchField
          value={search}
          label={words.search}
          onChange={(value) => set({ search: value.trim() })}
        />
        <Chips label={words.filters}>
          {manages && (
            <FilterSelect
              label={words.status.label}
              options={STATUSES.map((value) => ({ value, text: words.status[value] }))}
              chosen={status}
              onChoose={keep("status")}
              testId="filter-status"
            />
          )}
          <FilterSelect
            label={words.department.label}
            options={DEPARTMENT_FILTERS.map((value) => ({
              value,
              text: value === "any" ? words.department.any : departments[value],
            }))}
            chosen={department}
            onChoose={keep("department")}
            testId="filter-department"
          />
          <FilterSelect
            label={words.role.label}
            options={ROLE_FILTERS.map((value) => ({
              value,
              text: value === "any" ? words.role.any : captions[value],
            }))}
            chosen={role}
            onChoose={keep("role")}
            testId="filter-role"
          />
          <FilterSelect
            label={words.sort}
            options={SORTS.map((value) => ({ value, text: words.sorts[value] }))}
            chosen={sort}
            onChoose={(value) => set({ sort: value === "name" ? "" : value })}
            testId="sort"
          />
        </Chips>
      </div>
      <section className="section">
        <Link to="/people/departments" className="plain-button" testId="open-departments">
          {words.departments.open}
        </Link>
      </section>
      {manages && isWhole && <Waiting />}
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(person) => <PersonRow person={person} />}
        empty={{ title: words.empty, line: words.emptyLine }}
        testId="people"
      />
    </>
  );
}
