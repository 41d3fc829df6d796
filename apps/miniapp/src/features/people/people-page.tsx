import { USER_STATUSES } from "@stsphera/contracts/vocabulary";
import { DEPARTMENTS, ROLE_CODES } from "@stsphera/rbac";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { AddressFilter, ListFilters } from "../../kit/list/list-filters.tsx";
import { roleWords } from "../../kit/roles/role-words.ts";
import { useQueryState } from "../../kit/use-query-state.ts";
import { useSession } from "../../shared/api/session.ts";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
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
  const { get, choose } = useQueryState();
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
  return (
    <>
      <PageHeader title={words.title} />
      <ListFilters search={words.search} label={words.filters}>
        {manages && (
          <AddressFilter
            name="status"
            label={words.status.label}
            values={STATUSES}
            say={(value) => words.status[value]}
          />
        )}
        <AddressFilter
          name="department"
          label={words.department.label}
          values={DEPARTMENT_FILTERS}
          say={(value) => (value === "any" ? words.department.any : departments[value])}
        />
        <AddressFilter
          name="role"
          label={words.role.label}
          values={ROLE_FILTERS}
          say={(value) => (value === "any" ? words.role.any : captions[value])}
        />
        <AddressFilter
          name="sort"
          label={words.sort}
          values={SORTS}
          say={(value) => words.sorts[value]}
          testId="sort"
        />
      </ListFilters>
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
