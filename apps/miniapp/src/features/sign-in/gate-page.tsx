import { useState } from "react";
import { renewSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { gateWords } from "./gate-words.ts";
import { splitSentence } from "./split-sentence.ts";
import "./gate-page.css";

type Kind = "pending" | "closed" | "outside" | "old" | "refused";

/** Who may not go in yet is told why, and what to do. */
export default function GatePage({ kind, sentence = "" }: { kind: Kind; sentence?: string }) {
  const shell = useWords(shellWords);
  const words = useWords(gateWords);
  const [asking, setAsking] = useState(false);
  const again = () => {
    setAsking(true);
    void renewSession().finally(() => setAsking(false));
  };
  const { title, line } =
    kind === "refused" ? splitSentence(sentence) : { title: words[kind], line: words[`${kind}Line`] };
  const action = { text: asking ? shell.loading : shell.refresh, onPress: again };
  return (
    <main className="gate-page">
      <div className="gate-page-frame" aria-hidden="true" />
      <NoticeBlock
        title={title}
        line={line}
        {...(kind === "pending" || kind === "refused" ? { action } : {})}
        testId={`gate-${kind}`}
      />
    </main>
  );
}
