import type { Activity } from "@stsphera/contracts";
import { dayInWords, formatQuantity, shortName, unitName } from "@stsphera/contracts/format";
import { ACTIVITY_KINDS } from "@stsphera/contracts/vocabulary";
import { EntityList, useEntityList } from "../../../kit/list/entity-list.tsx";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { serverNow } from "../../../shared/api/server-clock.ts";
import { clockOf, dayOf } from "../../../shared/format/times.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { useOwnEmpty } from "../../../shared/i18n/use-own-empty.ts";
import { Chips } from "../../../shared/ui/chip.tsx";
import { Link } from "../../../shared/ui/link.tsx";
import { listActivity } from "../api/get-mine.ts";
import { ProfileFrame, useFilterObjects } from "../components/profile-frame.tsx";
import { profileKeys } from "../profile-keys.ts";
import { profileWords } from "../profile-words.ts";
import { activityWords } from "./activity-words.ts";
import { isOfPhotos, pathOf, sayAct } from "./say-activity.ts";

const KINDS = ["all", ...ACTIVITY_KINDS] as const;

function Row({ activity }: { activity: Activity }) {
  const words = useWords(activityWords);
  const locale = useLocale();
  const { at, action, about, object, onBehalfOf, entityType, reason } = activity;
  const quantity =
    about?.quantity === undefined || isOfPhotos(activity)
      ? []
      : [`${formatQuantity(about.quantity, locale)}\u00a0${unitName(about.unit ?? "", locale)}`];
  const named = about === null || action.startsWith("me.") ? [] : [about.text];
  const what = [...named, ...quantity].join(", ");
  const act = sayAct(activity, words);
  const facts = [
    ...(object === null || entityType === "object" ? [] : [object.name]),
    ...(onBehalfOf === null ? [] : [words.onBehalf(shortName(onBehalfOf.fullName, "initial"))]),
    ...(reason === null ? [] : [reason]),
  ];
  const content = (
    <>
      <span className="dim tabular">
        {dayInWords(dayOf(at), dayOf(serverNow()), locale)}, {clockOf(at)}
      </span>
      <span>
        {act}
        {what !== "" && `: ${what}`}
        {what === "" && entityType === "object" && object !== null && `: ${object.name}`}
      </span>
      {facts.length > 0 && <span className="muted">{facts.join(" · ")}</span>}
    </>
  );
  const path = pathOf(activity);
  if (path === null) return <div className="card stack">{content}</div>;
  return (
    <Link to={path} className="card stack" testId={`activity-${activity.id}`}>
      {content}
    </Link>
  );
}

/** What the reader did, the newest first, filtered by kind and object. */
export function ActivityPage() {
  const words = useWords(activityWords);
  const label = useWords(profileWords).sections.activity;
  const { get, choose, set } = useQueryState();
  const objects = useFilterObjects();
  const kind = choose("kind", KINDS, "all");
  const objectId = get("object");
  const filters = {
    ...(kind === "all" ? {} : { kind }),
    ...(/^\d{1,9}$/.test(objectId) ? { objectId } : {}),
  };
  const list = useEntityList(profileKeys.activity(filters), (cursor) => listActivity(filters, cursor));
  const isFiltered = Object.keys(filters).length > 0;
  const empty = useOwnEmpty(
    isFiltered ? { title: words.emptyFiltered } : { title: words.empty, line: words.emptyLine },
  );
  return (
    <ProfileFrame here="activity">
      <div className="section">
        <Chips label={label}>
          <FilterSelect
            label={words.kinds.label}
            options={KINDS.map((value) => ({ value, text: words.kinds[value] }))}
            chosen={kind}
            onChoose={(value) => set({ kind: value === "all" ? "" : value })}
            testId="filter-kind"
          />
          {objects.length > 1 && (
            <FilterSelect
              label={words.objects.label}
              options={[
                { value: "", text: words.objects.all },
                ...objects.map(({ id, name }) => ({ value: String(id), text: name })),
              ]}
              chosen={objectId}
              onChoose={(value) => set({ object: value })}
              testId="filter-object"
            />
          )}
        </Chips>
      </div>
      <EntityList
        list={list}
        keyOf={({ id }) => id}
        renderRow={(activity) => <Row activity={activity} />}
        empty={empty}
        testId="activity"
      />
    </ProfileFrame>
  );
}
