import type { ListedObject } from "@stsphera/contracts";
import { formatPercent } from "@stsphera/contracts/format";
import { FACADE_TYPES, OBJECT_STATUSES } from "@stsphera/contracts/vocabulary";
import { EntityList, useEntityList } from "../../kit/list/entity-list.tsx";
import { AddressFilter, ListFilters } from "../../kit/list/list-filters.tsx";
import { useQueryState } from "../../kit/use-query-state.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { useSession } from "../../shared/api/session.ts";
import { sayDay } from "../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { objectsWords } from "./objects-words.ts";
import { progressWords } from "../../shared/i18n/progress-words.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { Link } from "../../shared/ui/link.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { ObjectCard } from "../../shared/ui/object-card/object-card.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { StatusMark } from "../../shared/ui/status-mark.tsx";
import { listObjects } from "./api/list-objects.ts";
import { DraftsBlock } from "./drafts-block.tsx";
import "./objects-page.css";

const ARCHIVED = ["closed", "archived"];
const STATES = ["current", ...OBJECT_STATUSES.filter((one) => !ARCHIVED.includes(one)), "archive"] as const;
const TYPES = ["any", ...FACADE_TYPES] as const;
/** Whose work it is that extra works are paid for. */
const FOLLOW_EXTRAS = new Set(["director", "curator", "project_manager", "contract", "pto", "admin"]);
const SORTS = ["name", "deadline"] as const;

/** How the work goes where it goes on, else where the object stands in its life. */
function ObjectMark({ object: { status, health } }: { object: ListedObject }) {
  const words = useWords(progressWords);
  if (status !== "active" && status !== "completing") return <StatusMark status={status} />;
  return <Mark tone={health}>{words.health[health]}</Mark>;
}

function Row({ object }: { object: ListedObject }) {
  const locale = useLocale();
  const words = useWords(progressWords);
  const own = useWords(objectsWords);
  const { progressPct, plannedPct, deadline, city, address, overdueTasks = 0 } = object;
  const place = [city, address].filter((part) => part !== "").join(", ");
  const figures = [
    ...(progressPct === null ? [] : [formatPercent(progressPct, 1, locale)]),
    ...(deadline === null ? [] : [words.deadlineOnly(sayDay(deadline, locale))]),
    ...(overdueTasks === 0 ? [] : [own.overdue(overdueTasks)]),
  ];
  return (
    <ObjectCard
      id={object.id}
      name={object.name}
      mark={<ObjectMark object={object} />}
      line={
        <>
          {place}
          {figures.length > 0 && <br />}
          {figures.join(" · ")}
        </>
      }
      pct={progressPct}
      planned={plannedPct}
    />
  );
}

/** Objects that the reader may see, searched, filtered and sorted. */
export default function ObjectsPage() {
  const words = useWords(objectsWords);
  const shell = useWords(shellWords);
  const statuses = useWords(progressWords).status;
  const { get, choose } = useQueryState();
  const [state, type, sort] = [
    choose("state", STATES, "current"),
    choose("type", TYPES, "any"),
    choose("sort", SORTS, "name"),
  ];
  const search = get("search");
  const filters = {
    search,
    sort,
    ...(type === "any" ? {} : { facadeType: type }),
    ...(state === "archive" ? { archive: "true" } : state === "current" ? {} : { status: state }),
  };
  const session = useSession();
  const seesExtras = session.kind === "active" && FOLLOW_EXTRAS.has(session.user.role ?? "");
  const opensPeople = session.kind === "active" && session.user.role !== "viewer";
  const list = useEntityList([...queryKeys.objects(), filters], (cursor) => listObjects(filters, cursor));
  const isFiltered = search !== "" || state !== "current" || type !== "any";
  return (
    <div className="objects-page">
      <PageHeader title={words.title} />
      <DraftsBlock />
      {seesExtras && (
        <Link to="/extras" className="plain-button" testId="to-all-extras">
          {words.extras}
        </Link>
      )}
      <ListFilters search={words.search} label={words.filters}>
        <AddressFilter
          name="state"
          label={words.state}
          values={STATES}
          say={(value) =>
            value === "current" || value === "archive"
              ? words.states[value]
              : statuses[`state.object.${value}`]
          }
        />
        <AddressFilter name="type" label={words.type} values={TYPES} say={(value) => words.types[value]} />
        <AddressFilter
          name="sort"
          label={words.sort}
          values={SORTS}
          say={(value) => words.sorts[value]}
          testId="sort"
        />
      </ListFilters>
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(object) => <Row object={object} />}
        empty={
          isFiltered
            ? { title: words.emptyFiltered, line: words.emptyFilteredLine }
            : {
                title: words.empty,
                line: words.emptyLine,
                action: { text: shell.refresh, onPress: () => void list.query.refetch() },
              }
        }
        testId="objects"
      />
      {list.items?.length === 0 && !isFiltered && opensPeople && (
        <Link to="/people?role=project_manager" className="plain-button" testId="who-adds">
          {words.whoAdds}
        </Link>
      )}
    </div>
  );
}
