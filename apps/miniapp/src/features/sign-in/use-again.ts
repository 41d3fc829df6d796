import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { renewSession } from "../../shared/api/session.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { shellWords } from "../../shared/i18n/shell-words.ts";
import { INTRODUCTION } from "./api/introduce.ts";
import { gateWords } from "./gate-words.ts";

/** Looks once more whether the decision has fallen, and says so when it has not. */
export function useAgain(kind: "pending" | "refused") {
  const shell = useWords(shellWords);
  const words = useWords(gateWords);
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const ask = async () => {
    setAsking(true);
    setSaid(null);
    const renewed = await renewSession();
    if (kind === "refused") await client.invalidateQueries({ queryKey: INTRODUCTION });
    else setSaid(renewed ? words.stillPending : shell.error.again);
    setAsking(false);
  };
  return { said, action: { text: asking ? shell.loading : shell.refresh, onPress: () => void ask() } };
}
