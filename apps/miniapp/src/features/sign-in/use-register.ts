import type { Introduction } from "@stsphera/contracts";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { errorSentence } from "../../shared/api/error-sentence.ts";
import { enter } from "../../shared/api/session.ts";
import { INTRODUCTION, register, type Said } from "./api/introduce.ts";

/** Sends the request for access; what the server refuses is told, and nothing typed is lost. */
export function useRegister(introduction: Introduction) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = async (said: Said) => {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await register(said);
      const waiting: Introduction = { ...introduction, standing: "pending", askedAt: null, refusal: null };
      client.setQueryData([...INTRODUCTION, "pending"], waiting);
      enter(answer);
    } catch (error) {
      setRefusal(errorSentence(error));
      setBusy(false);
    }
  };
  return { busy, refusal, setRefusal, send };
}
