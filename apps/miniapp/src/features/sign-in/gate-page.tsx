import { useState } from "react";
import { renewSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { ErrorBlock } from "../../shared/ui/error-block.tsx";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import "./gate-page.css";

type Kind = "pending" | "closed" | "outside" | "stale" | "old" | "failed";

/** Who may not go in yet is told why, and what to do. */
export function GatePage({ kind, error }: { kind: Kind; error?: Error }) {
  const words = useWords(shellWords);
  const [asking, setAsking] = useState(false);
  const again = () => {
    setAsking(true);
    void renewSession().finally(() => setAsking(false));
  };
  if (kind === "failed" && error) return <ErrorBlock error={error} onRetry={again} />;
  const name = kind === "failed" ? "stale" : kind;
  const action = { text: asking ? words.loading : words.refresh, onPress: again };
  return (
    <main className="gate-page">
      <div className="gate-page-frame" aria-hidden="true" />
      <NoticeBlock
        title={words.signIn[name]}
        line={words.signIn[`${name}Line`]}
        {...(kind === "pending" || kind === "stale" ? { action } : {})}
        testId={`gate-${kind}`}
      />
    </main>
  );
}
