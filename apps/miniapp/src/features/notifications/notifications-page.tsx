import type { Notification, NotificationPage } from "@stsphera/contracts";
import { dayInWords, dayWithYear } from "@stsphera/contracts/format";
import {
  type InfiniteData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useQueryState } from "../../kit/use-query-state.ts";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { queryKeys } from "../../shared/api/query-keys.ts";
import { serverNow } from "../../shared/api/server-clock.ts";
import { addDays, dayOf } from "../../shared/format/times.ts";
import { useLocale, useWords } from "../../shared/i18n/locale.ts";
import { notificationWords } from "../../shared/i18n/notification-words.ts";
import { useOwnEmpty } from "../../shared/i18n/use-own-empty.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { getNotificationSummary } from "../../shared/requests/get-notification-summary.ts";
import { Action } from "../../shared/ui/action.tsx";
import { Chip, Chips } from "../../shared/ui/chip.tsx";
import { ErrorBlock } from "../../shared/ui/error-block.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { showToast } from "../../shared/ui/toast-store.ts";
import { listNotifications, type Filter } from "./api/list-notifications.ts";
import { readAllNotifications } from "./api/read-all-notifications.ts";
import { readNotification } from "./api/read-notification.ts";
import { NotificationRow } from "./components/notification-row.tsx";
import { groupByDay } from "./group-by-day.ts";

const EVERY_MS = 20_000;

function useRead() {
  const client = useQueryClient();
  const again = () => {
    void client.invalidateQueries({ queryKey: ["notifications"] });
    void client.invalidateQueries({ queryKey: queryKeys.notificationSummary() });
    void client.invalidateQueries({ queryKey: queryKeys.dashboard() });
  };
  const failed = (error: Error) => showToast(errorSentence(error));
  const words = useWords(notificationWords);
  /** Read at once, whatever the network does. */
  const show = (isIt: (item: Notification) => boolean) =>
    client.setQueriesData<InfiniteData<NotificationPage>>({ queryKey: ["notifications"] }, (data) => {
      const readAt = new Date(serverNow()).toISOString();
      const mark = (item: Notification) => (item.readAt === null && isIt(item) ? { ...item, readAt } : item);
      return data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(mark) })) };
    });
  const one = useMutation({
    mutationFn: (item: Notification) => readNotification(item, words.read),
    onMutate: ({ id }) => void show((item) => item.id === id),
    onSuccess: (arrived) => arrived && again(),
    onError: failed,
  });
  const all = useMutation({
    mutationFn: () => readAllNotifications(words.title, words.readAll),
    onMutate: () => void show(() => true),
    onSuccess: (arrived) => arrived && again(),
    onError: failed,
  });
  return { one, all };
}

function useDayCaption() {
  const words = useWords(notificationWords);
  const locale = useLocale();
  const today = dayOf(serverNow());
  return (day: string) => {
    if (day === "critical") return words.first;
    if (day === today) return words.today;
    if (day === addDays(today, -1)) return words.yesterday;
    return day > today ? dayInWords(day, today, locale) : dayWithYear(day, today, locale, "weekday");
  };
}

function Filters({ filter, onChoose }: { filter: Filter; onChoose: (filter: Filter) => void }) {
  const words = useWords(notificationWords);
  const summary = useQuery({
    queryKey: queryKeys.notificationSummary(),
    queryFn: getNotificationSummary,
  }).data;
  const names = Object.keys(words.categories) as (keyof typeof words.categories)[];
  const present = names.filter((name) => (summary?.byCategory[name] ?? 0) > 0);
  const isAll = !filter.unread && filter.category === null;
  return (
    <div className="section">
      <Chips>
        <Chip pressed={isAll} onPress={() => onChoose({ unread: false, category: null })}>
          {words.all}
        </Chip>
        <Chip pressed={filter.unread} onPress={() => onChoose({ unread: true, category: null })}>
          {words.unread} {summary?.unread ?? 0}
        </Chip>
        {present.map((name) => (
          <Chip
            key={name}
            pressed={filter.category === name}
            onPress={() => onChoose({ unread: false, category: name })}
          >
            {words.categories[name]} {summary?.byCategory[name]}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}

/** The news that the address names, as a list in the chat does: its row is brought into view and marked. */
function useNamed(isRead: boolean): number {
  const named = Number(useQueryState().get("news"));
  useEffect(() => {
    if (isRead && named > 0)
      document.querySelector(`.notification-row[data-id="${named}"]`)?.scrollIntoView({ block: "center" });
  }, [isRead, named]);
  return named;
}

export default function NotificationsPage() {
  const words = useWords(notificationWords);
  const shell = useWords(shellWords);
  const empty = useOwnEmpty({ title: words.empty });
  const [filter, setFilter] = useState<Filter>({ unread: false, category: null });
  const caption = useDayCaption();
  const read = useRead();
  const query = useInfiniteQuery({
    queryKey: queryKeys.notifications(`${filter.unread}:${filter.category}`),
    queryFn: ({ pageParam }) => listNotifications(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: EVERY_MS,
  });
  const items = query.data?.pages.flatMap((page) => page.items);
  const named = useNamed(items !== undefined);

  const markRead = (item: Notification) => {
    if (item.readAt === null) read.one.mutate(item);
  };
  const readAll = (
    <button type="button" className="plain-button" onClick={() => read.all.mutate()} data-testid="read-all">
      {words.readAll}
    </button>
  );
  return (
    <>
      <PageHeader
        title={words.title}
        aside={items?.some((item) => item.readAt === null) ? readAll : undefined}
      />
      <Filters filter={filter} onChoose={setFilter} />
      {items === undefined && !query.error && <Skeleton />}
      {items === undefined && query.error && (
        <ErrorBlock error={query.error} onRetry={() => void query.refetch()} />
      )}
      {items?.length === 0 && <NoticeBlock {...empty} testId="empty" />}
      {groupByDay(items ?? []).map((group) => (
        <section key={group.day} className="section">
          <h2 className="cap">{caption(group.day)}</h2>
          {group.items.map((item) => (
            <NotificationRow
              key={item.id}
              item={item}
              isNamed={item.id === named}
              onRead={() => markRead(item)}
            />
          ))}
        </section>
      ))}
      {query.hasNextPage && (
        <div className="section">
          <Action tone="quiet" busy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {shell.more}
          </Action>
        </div>
      )}
    </>
  );
}
