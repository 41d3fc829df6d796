import type { ObjectSummary } from "@stsphera/contracts";
import { formatPercent } from "@stsphera/contracts/format";
import { useInfiniteQuery } from "@tanstack/react-query";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { sayDay } from "../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { objectsWords } from "../../shared/i18n/objects-words.ts";
import { progressWords } from "../../shared/i18n/progress-words.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { Action } from "../../shared/ui/action.tsx";
import { ErrorBlock } from "../../shared/ui/error-block.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { ObjectCard } from "../../shared/ui/object-card/object-card.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { StatusMark } from "../../shared/ui/status-mark.tsx";
import { listObjects } from "./api/list-objects.ts";
import "./objects-page.css";

function Row({ object }: { object: ObjectSummary }) {
  const locale = useLocale();
  const words = useWords(progressWords);
  const { status, progressPct, deadline, city, address } = object;
  const place = [city, address].filter((part) => part !== "").join(", ");
  const figures = [
    ...(progressPct === null ? [] : [formatPercent(progressPct, 1, locale)]),
    ...(deadline === null ? [] : [words.deadlineOnly(sayDay(deadline, locale))]),
  ];
  return (
    <ObjectCard
      id={object.id}
      name={object.name}
      mark={<StatusMark status={status} />}
      line={
        <>
          {place}
          {figures.length > 0 && <br />}
          {figures.join(" · ")}
        </>
      }
      pct={progressPct}
    />
  );
}

export default function ObjectsPage() {
  const words = useWords(objectsWords);
  const shell = useWords(shellWords);
  const query = useInfiniteQuery({
    queryKey: queryKeys.objects(),
    queryFn: ({ pageParam }) => listObjects(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const objects = query.data?.pages.flatMap((page) => page.items);
  const retry = { text: shell.refresh, onPress: () => void query.refetch() };
  return (
    <>
      <PageHeader title={words.title} />
      {objects === undefined && !query.error && <Skeleton />}
      {objects === undefined && query.error && <ErrorBlock error={query.error} onRetry={retry.onPress} />}
      {objects?.length === 0 && (
        <NoticeBlock title={words.empty} line={words.emptyLine} action={retry} testId="empty" />
      )}
      {objects !== undefined && objects.length > 0 && (
        <div className="section objects-list">
          {objects.map((object) => (
            <Row key={object.id} object={object} />
          ))}
          {query.hasNextPage && (
            <Action tone="quiet" busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {shell.more}
            </Action>
          )}
        </div>
      )}
    </>
  );
}
