import { useQuery } from "@tanstack/react-query";

const EVERY_MS = 20_000;

/** A thing on its page, read again and again: others act on it, and its photos are being made ready. */
export const useThing = <T>(queryKey: readonly unknown[], read: () => Promise<T>) =>
  useQuery({ queryKey, queryFn: read, refetchInterval: EVERY_MS });
