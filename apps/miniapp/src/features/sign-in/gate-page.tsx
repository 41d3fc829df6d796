import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../../shared/i18n/locale.ts";
import { NoticeBlock } from "../../shared/ui/notice-block.tsx";
import { Skeleton } from "../../shared/ui/skeleton.tsx";
import { INTRODUCTION, introduce } from "./api/introduce.ts";
import { InvitedLines } from "./components/invited-lines.tsx";
import { Newcomer } from "./components/newcomer.tsx";
import { Rejected } from "./components/rejected.tsx";
import { gateWords } from "./gate-words.ts";
import { splitSentence } from "./split-sentence.ts";
import { useAgain } from "./use-again.ts";
import { useMoment } from "./use-moment.ts";
import "./gate-page.css";

type Kind = "pending" | "closed" | "outside" | "old" | "refused";

function Frame({ children }: { children: ReactNode }) {
  return (
    <main className="gate-page">
      <div className="gate-page-frame" aria-hidden="true" />
      {children}
    </main>
  );
}

/** Whom Telegram introduces, and what they may do: ask for access, wait, ask again. */
function ComingIn({ kind, sentence }: { kind: "pending" | "refused"; sentence: string }) {
  const words = useWords(gateWords);
  const say = useMoment();
  const { said, action } = useAgain(kind);
  const { data, isPending } = useQuery({
    queryKey: [...INTRODUCTION, kind],
    queryFn: introduce,
    retry: false,
  });
  if (isPending) return <Skeleton />;
  if (data?.standing === "unknown") return <Newcomer introduction={data} />;
  if (data?.standing === "rejected" && data.refusal !== null && data.fullName !== null)
    return <Rejected introduction={data} fullName={data.fullName} refusal={data.refusal} />;
  if (data?.standing === "pending" || kind === "pending") {
    const since = data?.askedAt ?? null;
    const line = since === null ? words.pendingLine : words.pendingSince(say(since));
    return (
      <>
        <NoticeBlock title={words.pending} line={line} action={action} testId="gate-pending" />
        <section className="section">
          {said !== null && (
            <p role="status" data-testid="gate-said">
              {said}
            </p>
          )}
          <InvitedLines invitation={data?.invitation ?? null} />
        </section>
      </>
    );
  }
  return <NoticeBlock {...splitSentence(sentence)} action={action} testId="gate-refused" />;
}

/** Who may not go in yet is told why, and what to do. */
export default function GatePage({ kind, sentence = "" }: { kind: Kind; sentence?: string }) {
  const words = useWords(gateWords);
  return (
    <Frame>
      {kind === "pending" || kind === "refused" ? (
        <ComingIn kind={kind} sentence={sentence} />
      ) : (
        <NoticeBlock title={words[kind]} line={words[`${kind}Line`]} testId={`gate-${kind}`} />
      )}
    </Frame>
  );
}
