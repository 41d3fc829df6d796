import { useEffect, useState } from "react";
import { shellWords } from "../i18n/shell-words.ts";
import { useWords } from "../i18n/locale.ts";
import "./skeleton.css";

const SLOW_AFTER_MS = 3000;

/** What stands while an answer is on its way; after three seconds it says that the network is slow. */
export function Skeleton({ hero = false, rows = 3 }: { hero?: boolean; rows?: number }) {
  const words = useWords(shellWords);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-label={words.loading}>
      {hero && <div className="skeleton-frame" />}
      <div className="skeleton">
        <div className="skeleton-line" />
        {Array.from({ length: rows }, (_, row) => (
          <i key={row} />
        ))}
        {slow && <p className="muted">{words.slow}</p>}
      </div>
    </div>
  );
}
