import { useEffect, useState } from "react";

const QUIET_AFTER_MS = 1_000;

/** True once what was asked for first has had time to be drawn. */
export function useQuiet(stands: boolean): boolean {
  const [isQuiet, setIsQuiet] = useState(false);
  useEffect(() => {
    if (!stands) return undefined;
    const timer = setTimeout(() => setIsQuiet(true), QUIET_AFTER_MS);
    return () => clearTimeout(timer);
  }, [stands]);
  return isQuiet;
}
