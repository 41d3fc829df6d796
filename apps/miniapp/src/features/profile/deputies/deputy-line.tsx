import { shortName } from "@stsphera/contracts/format";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Line } from "../../../kit/entity/lines.tsx";
import { useSession } from "../../../shared/api/session.ts";
import { sayPeriod } from "../../../shared/format/say-day.ts";
import { useLocale, useWords } from "../../../shared/i18n/locale.ts";
import { listDeputies } from "../api/get-mine.ts";
import { profileKeys } from "../profile-keys.ts";
import { deputyWords } from "./deputy-words.ts";

export const useDeputies = () =>
  useInfiniteQuery({
    queryKey: profileKeys.deputies,
    queryFn: ({ pageParam }) => listDeputies(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** Who stands in for the reader now or next; leads to all of them. */
export function DeputyLine() {
  const words = useWords(deputyWords);
  const locale = useLocale();
  const session = useSession();
  const { data } = useDeputies();
  const me = session.kind === "active" ? session.user.id : 0;
  const [next] = (data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ principal, state }) => principal.id === me && state !== "over")
    .toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1));
  return (
    <Line label={words.label} to="/profile/deputies" testId="open-deputies">
      {next === undefined
        ? words.nobody
        : words.named(sayPeriod(next.fromDay, next.toDay, locale), shortName(next.deputy.fullName))}
    </Line>
  );
}
