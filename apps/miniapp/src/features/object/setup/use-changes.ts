import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../../shared/api/api-error.ts";
import { errorSentence } from "../../../shared/api/error-sentence.ts";
import { hapticSuccess } from "../../../shared/telegram/haptics.ts";
import { showToast } from "../../../shared/ui/toast-store.ts";

type Values = Readonly<Record<string, unknown>>;
type Saving<V extends Values> = {
  /** What the server has now. */
  readonly stored: V & { readonly version: number };
  readonly save: (changes: Partial<V>, version: number) => Promise<void>;
  readonly done: string;
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Values that are changed together and saved by one press. What another person saved meanwhile is told, and what was
 * typed here stays in either case.
 */
export function useChanges<V extends Values>({ stored, save, done }: Saving<V>) {
  const client = useQueryClient();
  const [base, setBase] = useState(stored);
  const [typed, setTyped] = useState<Partial<V>>({});
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [meanwhile, setMeanwhile] = useState<Partial<V> | null>(null);
  const values: V = { ...base, ...typed };
  const changed = Object.fromEntries(
    Object.entries(typed).filter(([name, value]) => !isSame(value, base[name])),
  ) as Partial<V>;
  // Without typed changes the form shows the values of the server.
  if (Object.keys(changed).length === 0 && base.version !== stored.version) setBase(stored);

  const theirs = Object.keys(base).filter((name) => name !== "version" && !isSame(stored[name], base[name]));
  // What others saved in other fields does not stand in the way.
  const version = theirs.some((name) => name in changed) ? base.version : stored.version;

  /** Takes what another person saved as the ground to stand on; what was typed stays above it. */
  function rebase(): void {
    setMeanwhile(Object.fromEntries(theirs.map((name) => [name, stored[name]])) as Partial<V>);
    setBase(stored);
  }

  async function send(): Promise<void> {
    setBusy(true);
    setRefusal(null);
    try {
      await save(changed, version);
      setTyped({});
      setMeanwhile(null);
      hapticSuccess();
      showToast(done);
    } catch (error) {
      const isOld = error instanceof ApiError && error.code === "version_conflict";
      if (!isOld) setRefusal(errorSentence(error));
      else setMeanwhile({});
    } finally {
      await client.invalidateQueries();
      setBusy(false);
    }
  }
  if (meanwhile !== null && base.version !== stored.version && !busy) rebase();

  return {
    values,
    changed,
    isChanged: Object.keys(changed).length > 0,
    busy,
    refusal,
    meanwhile,
    set: (part: Partial<V>) => {
      setRefusal(null);
      setTyped({ ...typed, ...part });
    },
    send,
  };
}
