import type { OrgPerson } from "@stsphera/contracts";
import { nameHas } from "@stsphera/contracts/forms";
import { DEPARTMENTS, type Department, MEMBER_ROLES, reachOf, type Role } from "@stsphera/rbac";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { roleWords } from "../../../kit/roles/role-words.ts";
import { useSession } from "../../../shared/api/session.ts";
import { roleCaptions } from "../../../shared/i18n/captions.ts";
import { useWords } from "../../../shared/i18n/locale.ts";
import { Chip } from "../../../shared/ui/chip.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { Sheet } from "../../../shared/ui/sheet.tsx";
import { listColleagues, COLLEAGUES_KEY } from "../../../shared/requests/list-colleagues.ts";
import { getDepartment } from "../api/draft-requests.ts";
import type { Member, TypedDraft } from "./typed-draft.ts";
import { wizardWords } from "./wizard-words.ts";

type Props = {
  typed: Pick<TypedDraft, "members" | "object">;
  onMembers: (members: readonly Member[]) => void;
  onManager: (projectManagerId: number | null) => void;
};
/** The manager is chosen among these first. */
const MANAGER: Role = "project_manager";

const mayJoin = ({ role }: OrgPerson) => MEMBER_ROLES.includes(role) && reachOf(role) === "member";

/** People of a department with what they have to do already; each can be ticked. */
function PeopleSheet({ department, only, chosen, onToggle, onClose }: SheetProps) {
  const words = useWords(wizardWords);
  const departments = useWords(roleWords).departments;
  const captions = useWords(roleCaptions);
  const [search, setSearch] = useState("");
  const query = useQuery({ queryKey: ["org", department], queryFn: () => getDepartment(department) });
  const row = (person: OrgPerson) => (
    <label key={person.id} className="form-choice">
      <input
        type={only === undefined ? "checkbox" : "radio"}
        name="person"
        checked={chosen.includes(person.id)}
        onChange={() => onToggle(person)}
        data-testid={`person-${person.id}`}
      />
      <span>
        {person.fullName}
        <small className="muted">
          {captions[person.role]}
          {person.load !== null &&
            ` · ${person.load.openTasks === 0 ? words.free : words.load(person.load.openTasks, person.load.overdueTasks)}`}
        </small>
      </span>
    </label>
  );
  return (
    <Sheet
      title={only === undefined ? departments[department] : words.manager}
      onClose={onClose}
      testId="people-sheet"
    >
      <QueryView query={query}>
        {({ departments: found }) => {
          const people = (found[0]?.people ?? []).filter(
            (person) => mayJoin(person) && (only === undefined || person.role === only),
          );
          return (
            <div className="stack">
              <input
                type="search"
                className="form-input"
                value={search}
                placeholder={words.search}
                aria-label={words.search}
                onChange={({ target }) => setSearch(target.value)}
                data-testid="people-search"
              />
              {people.filter(({ fullName }) => nameHas(fullName, search)).map(row)}
              {people.length === 0 && <p className="muted">{words.nobodyInDepartment}</p>}
            </div>
          );
        }}
      </QueryView>
    </Sheet>
  );
}
type SheetProps = {
  department: Department;
  only?: Role;
  chosen: readonly number[];
  onToggle: (person: OrgPerson) => void;
  onClose: () => void;
};

/** Step 2: who manages the object, and who works on it from each department. */
export function StepTeam({ typed: { members, object }, onMembers, onManager }: Props) {
  const words = useWords(wizardWords);
  const departments = useWords(roleWords).departments;
  const captions = useWords(roleCaptions);
  const session = useSession();
  const self = session.kind === "active" ? session.user : null;
  const [open, setOpen] = useState<Department | "manager" | null>(null);
  const colleagues = useQuery({ queryKey: COLLEAGUES_KEY, queryFn: listColleagues });
  const personOf = (id: number) => colleagues.data?.find((person) => person.id === id);
  const leads = self?.role === MANAGER;
  const managerId = leads ? self.id : object.projectManagerId;
  const toggle = (person: OrgPerson) => {
    const others = members.filter(({ userId }) => userId !== person.id);
    const isChosen = others.length < members.length;
    onMembers(isChosen ? others : [...members, { userId: person.id, roles: [person.role] }]);
  };
  const chip = ({ userId, roles }: Member) => {
    const name = personOf(userId)?.fullName ?? "…";
    return (
      <li key={userId} className="wizard-person">
        <span>
          {name}
          <small className="muted">{roles.map((role) => captions[role]).join(", ")}</small>
        </span>
        <button
          type="button"
          aria-label={words.removePerson(name)}
          onClick={() => onMembers(members.filter((one) => one.userId !== userId))}
        >
          ✕
        </button>
      </li>
    );
  };
  const inDepartment = (code: Department) =>
    members.filter(({ userId }) => personOf(userId)?.department === code);
  return (
    <section className="section" data-testid="step-team">
      <h2 className="cap">{words.manager}</h2>
      {leads ? (
        <p>
          {self.fullName} <span className="muted">{words.managerYou}</span>
        </p>
      ) : (
        <div className="spread">
          <span data-testid="manager">
            {managerId === null ? words.nobody : (personOf(managerId)?.fullName ?? "…")}
          </span>
          <Chip onPress={() => setOpen("manager")} testId="choose-manager">
            {words.chooseManager}
          </Chip>
        </div>
      )}
      {DEPARTMENTS.filter((code) => code !== "technical").map((code) => (
        <div key={code} className="card stack">
          <div className="spread">
            <b>{departments[code]}</b>
            <Chip onPress={() => setOpen(code)} testId={`add-${code}`}>
              {words.addPerson}
            </Chip>
          </div>
          <ul>{inDepartment(code).map(chip)}</ul>
        </div>
      ))}
      {open === "manager" && (
        <PeopleSheet
          department="technical"
          only={MANAGER}
          chosen={managerId === null ? [] : [managerId]}
          onToggle={(person) => {
            onManager(person.id);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== "manager" && (
        <PeopleSheet
          department={open}
          chosen={members.map(({ userId }) => userId)}
          onToggle={toggle}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}
