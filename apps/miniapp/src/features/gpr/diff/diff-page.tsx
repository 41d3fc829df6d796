import type { GprContent, GprDiff } from "@stsphera/contracts";
import { formatQuantity, shortName } from "@stsphera/contracts/format";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { DEPARTMENTS } from "@stsphera/rbac";
import { useQuery } from "@tanstack/react-query";
import { FilterSelect } from "../../../kit/list/filter-select.tsx";
import { useQueryState } from "../../../kit/use-query-state.ts";
import { queryKeys } from "../../../shared/api/query-keys.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { NoticeBlock } from "../../../shared/ui/notice-block.tsx";
import { PageHeader } from "../../../shared/ui/page-header.tsx";
import { QueryView } from "../../../shared/ui/query-view.tsx";
import { getGpr, getGprDiff, getGprRows, listGprVersions } from "../api/gpr-requests.ts";
import { useRowCaptions } from "../schedule/sheets/use-row-captions.ts";
import { DiffFiles } from "./diff-files.tsx";
import { diffWords } from "./diff-words.ts";
import { type Change, groupDiff, namesOthers } from "./group-diff.ts";
import "./diff-page.css";

/** Rows of both versions by key: a link may lead to one that is gone. */
function useNames(diff: GprDiff) {
  const isAsked = namesOthers(diff);
  const read = (id: number) => ({
    queryKey: queryKeys.gprRows(id),
    queryFn: () => getGprRows(id),
    enabled: isAsked,
  });
  const [before, after] = [useQuery(read(diff.before.id)), useQuery(read(diff.after.id))];
  const rows: readonly GprContent["rows"][number][] = [
    ...(after.data?.rows ?? []),
    ...(before.data?.rows ?? []),
  ];
  return {
    isKnown: !isAsked || (before.data !== undefined && after.data !== undefined),
    nameOf: (key: string | null) => {
      const row = rows.find((one) => one.key === key);
      return row === undefined ? null : `${row.number} ${row.name}`;
    },
    facadeOf: (id: string | null) =>
      [...(after.data?.facades ?? []), ...(before.data?.facades ?? [])].find((one) => String(one.id) === id)
        ?.name ?? null,
  };
}

/** What a change says, in words. */
function useChangeText({ nameOf, facadeOf }: Pick<ReturnType<typeof useNames>, "nameOf" | "facadeOf">) {
  const words = useWords(diffWords);
  const locale = useLocale();
  const captions = useRowCaptions({ people: [] });
  const to = (before: string, after: string) => `${before} → ${after}`;
  const departmentOf = (code: string | null) => {
    const known = DEPARTMENTS.find((one) => one === code);
    return known === undefined ? words.without : DEPARTMENT_CAPTIONS[locale][known];
  };
  const place = (key: string | null) => {
    const name = nameOf(key);
    return name === null ? words.top : words.under(name);
  };
  const amount = (value: string | null) => (value === null ? words.without : formatQuantity(value, locale));
  const link = (one: GprContent["links"][number]) => words.after(nameOf(one.from) ?? "…", captions.link(one));
  return (change: Change): string => {
    switch (change.kind) {
      case "moved": {
        const { workdays, before, after } = change;
        const by =
          workdays === 0 ? words.sameFinish : workdays > 0 ? words.later(workdays) : words.earlier(-workdays);
        const spans = to(
          captions.period(before.start, before.finish),
          captions.period(after.start, after.finish),
        );
        return `${spans}, ${by}`;
      }
      case "owner": {
        const name = (person: typeof change.before) =>
          person === null ? words.nobody : shortName(person.fullName);
        return to(name(change.before), name(change.after));
      }
      case "duration":
        return to(words.days(String(change.before)), words.days(String(change.after)));
      case "constraint":
        return to(captions.constraint(change.before), captions.constraint(change.after));
      case "links":
        return [
          ...change.removed.map((one) => words.linkGone(link(one))),
          ...change.added.map((one) => words.linkNew(link(one))),
        ].join("; ");
      case "department":
        return to(departmentOf(change.before), departmentOf(change.after));
      case "parent":
        return to(place(change.before), place(change.after));
      case "quantity":
        return to(amount(change.before), amount(change.after));
      case "facade":
        return to(facadeOf(change.before) ?? words.without, facadeOf(change.after) ?? words.without);
      case "renamed":
      case "unit":
      case "work":
        return to(change.before ?? words.without, change.after ?? words.without);
    }
  };
}

function Finish({ finish }: Pick<GprDiff, "finish">) {
  const words = useWords(diffWords);
  const { say } = useRowCaptions({ people: [] });
  const { before, after, workdays } = finish;
  if (before === null || after === null) return null;
  if (before === after) return <p data-testid="diff-finish">{words.finishSame(say(after))}</p>;
  const by = workdays > 0 ? words.later(workdays) : words.earlier(-workdays);
  return (
    <p data-testid="diff-finish">
      <b>{words.finish(say(before), say(after))}</b>
      {workdays !== 0 && ` · ${by}`}
    </p>
  );
}

function Differences({ diff }: { diff: GprDiff }) {
  const words = useWords(diffWords);
  const names = useNames(diff);
  const textOf = useChangeText(names);
  const groups = groupDiff(diff);
  if (groups.length === 0) {
    return <NoticeBlock title={words.same} line={words.sameLine} testId="diff-same" />;
  }
  return (
    <>
      <section className="section" data-testid="diff-summary">
        <h2 className="cap">{words.versions(diff.before.number, diff.after.number)}</h2>
        <Finish finish={diff.finish} />
        <p>{groups.map(({ kind, rows }) => `${words.kinds[kind]} ${rows.length}`).join(" · ")}</p>
      </section>
      {groups.map(({ kind, rows }) => (
        <section key={kind} className="section" data-testid={`diff-${kind}`}>
          <h2 className="cap">
            {words.kinds[kind]} · {rows.length}
          </h2>
          <ul className="diff-rows">
            {rows.map((row) => (
              <li key={row.key} className="diff-row">
                <b>
                  {row.number} {row.name}
                </b>
                {"change" in row && names.isKnown && <span className="muted">{textOf(row.change)}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <DiffFiles before={diff.before} after={diff.after} />
    </>
  );
}

/** What differs between a version and another one of its object, in words. */
export default function DiffPage({ id }: { id: number }) {
  const words = useWords(diffWords);
  const { get, set } = useQueryState();
  const asked = Number(get("with"));
  const other = Number.isInteger(asked) && asked > 0 ? asked : null;
  const card = useQuery({ queryKey: queryKeys.gpr(id), queryFn: () => getGpr(id) });
  const objectId = card.data?.objectId;
  const versions = useQuery({
    queryKey: [...queryKeys.gprVersions(objectId ?? 0), "first"],
    queryFn: () => listGprVersions(objectId ?? 0, null),
    enabled: objectId !== undefined,
  });
  const diff = useQuery({ queryKey: queryKeys.gprDiff(id, other), queryFn: () => getGprDiff(id, other) });
  const others = (versions.data?.items ?? []).filter((one) => one.id !== id);
  return (
    <>
      <PageHeader
        title={card.data === undefined ? words.title : `${words.title} · ${card.data.objectName}`}
      />
      <div className="section">
        <FilterSelect
          label={words.with}
          options={[
            { value: "", text: words.former },
            ...others.map((one) => ({ value: String(one.id), text: words.version(one.number) })),
          ]}
          chosen={other === null ? "" : String(other)}
          onChoose={(value) => set({ with: value })}
          testId="diff-with"
        />
      </div>
      <QueryView query={diff}>{(found) => <Differences diff={found} />}</QueryView>
    </>
  );
}
