import { useState } from "react";
import { renewSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { GateFrame } from "./components/gate-frame.tsx";
import { gateWords } from "./gate-words.ts";
import { splitSentence } from "./split-sentence.ts";

type Kind = "pending" | "closed" | "old" | "refused";

/** Who may not go in yet is told why, and what to do. */
export default function GatePage({ kind, sentence = "" }: { kind: Kind; sentence?: string }) {
  const words = useWords(shellWords);
  const gate = useWords(gateWords);
  const [asking, setAsking] = useState(false);
  const again = () => {
    setAsking(true);
    void renewSession().finally(() => setAsking(false));
  };
  const { title, line } =
    kind === "refused" ? splitSentence(sentence) : { title: gate[kind], line: gate[`${kind}Line`] };
  const action = { text: asking ? words.loading : words.refresh, onPress: again };
  return (
    <GateFrame>
      <NoticeBlock
        title={title}
        line={line}
        {...(kind === "pending" || kind === "refused" ? { action } : {})}
        testId={`gate-${kind}`}
      />
    </GateFrame>
  );
}
