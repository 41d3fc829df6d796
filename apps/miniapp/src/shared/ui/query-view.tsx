import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorBlock } from "./error-block.tsx";
import { Skeleton } from "./skeleton.tsx";

type Props<T> = {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  loading?: ReactNode;
};

/** The three faces of a read: on its way, failed, there. What was read before stays while a newer answer fails. */
export function QueryView<T>({ query, children, loading }: Props<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <ErrorBlock error={query.error} onRetry={() => void query.refetch()} />;
  return <>{loading ?? <Skeleton />}</>;
}
