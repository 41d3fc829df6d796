import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Skeleton } from "./skeleton.tsx";

/** A read that is answered, refused, or not asked at all. */
export type Read = Pick<UseQueryResult<unknown>, "data" | "error" | "isEnabled">;
export const isSettled = ({ data, error, isEnabled }: Read): boolean =>
  data !== undefined || error !== null || !isEnabled;

type Props = { reads: readonly Read[]; children: ReactNode; rows?: number };

/** What several reads answer appears at once: a part that came later would move the others under a finger. */
export function Together({ reads, children, rows }: Props) {
  return reads.every(isSettled) ? children : <Skeleton {...(rows === undefined ? {} : { rows })} />;
}
