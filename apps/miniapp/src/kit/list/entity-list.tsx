import { useInfiniteQuery, type InfiniteData } from "@tanstack/react-query";
import { useEffect, useRef, type ReactNode } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { Action } from "../../shared/ui/action.tsx";
import { ErrorBlock } from "../../shared/ui/error-block.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { isSettled, type Read } from "../../shared/ui/together.tsx";
import "./entity-list.css";

export type Page<T> = { readonly items: readonly T[]; readonly nextCursor: string | null };

const EVERY_MS = 30_000;

/** A list of the server, page by page; its rows stay while a newer answer is on its way or fails. */
export function useEntityList<T>(
  queryKey: readonly unknown[],
  read: (cursor: string | null) => Promise<Page<T>>,
  enabled = true,
) {
  const query = useInfiniteQuery<Page<T>, Error, InfiniteData<Page<T>>, readonly unknown[], string | null>({
    queryKey,
    queryFn: ({ pageParam }) => read(pageParam),
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: EVERY_MS,
    enabled,
  });
  return { query, items: query.data?.pages.flatMap((page) => page.items) };
}
export type EntityListState<T> = ReturnType<typeof useEntityList<T>>;

/** Asks for the next page before its place comes into view; the button stays for keyboards and a lost network. */
function NextPage<T>({ query }: Pick<EntityListState<T>, "query">) {
  const words = useWords(shellWords);
  const place = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    const element = place.current;
    if (element === null || !hasNextPage) return undefined;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true && !isFetchingNextPage) void fetchNextPage();
      },
      { rootMargin: "2400px" },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={place}>
      <Action tone="quiet" busy={isFetchingNextPage} onPress={() => void fetchNextPage()} testId="more">
        {words.more}
      </Action>
    </div>
  );
}

type Props<T> = {
  list: EntityListState<T>;
  renderRow: (item: T) => ReactNode;
  keyOf: (item: T) => number | string;
  empty: {
    readonly title: string;
    readonly line?: string;
    readonly action?: { text: string; onPress: () => void };
  };
  /** Said above the rows, such as how many there are. */
  head?: ReactNode;
  /** What stands below the rows, or below what says that there are none. */
  foot?: ReactNode;
  /** Other reads that the page waits for, so that all of it appears at once. */
  awaits?: readonly Read[];
  testId?: string;
};

/** Rows of a list with everything that may stand in their place: loading, empty, failed, the next page. */
export function EntityList<T>({ list, foot, awaits = [], ...rows }: Props<T>) {
  const { query, items } = list;
  if (![query, ...awaits].every(isSettled)) return <Skeleton rows={5} />;
  if (items === undefined && query.error)
    return <ErrorBlock error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Rows list={list} items={items ?? []} {...rows} />
      {foot}
    </>
  );
}

type RowsProps<T> = Omit<Props<T>, "foot" | "awaits"> & { items: readonly T[] };

function Rows<T>({ list: { query }, items, renderRow, keyOf, empty, head, testId }: RowsProps<T>) {
  if (items.length === 0) return <NoticeBlock {...empty} testId="empty" />;
  return (
    <section className="section" data-testid={testId}>
      {head}
      <ul className="entity-list">
        {items.map((item) => (
          <li key={keyOf(item)}>{renderRow(item)}</li>
        ))}
      </ul>
      <NextPage query={query} />
    </section>
  );
}
