import { z } from "zod";
import type { Check } from "./check.ts";

const stanza = z.looseObject({
  backup: z.array(
    z.looseObject({
      label: z.string(),
      type: z.string(),
      archive: z.looseObject({ start: z.string() }),
      info: z.looseObject({ size: z.number(), repository: z.looseObject({ delta: z.number() }) }),
    }),
  ),
});

/** What is read of `pgbackrest info --output=json`. */
export type RepositoryInfo = z.output<typeof stanza>;

/** Throws when the text is no such answer. */
export function readInfo(text: string): RepositoryInfo {
  return z.tuple([stanza]).parse(JSON.parse(text))[0];
}

/** Where the oldest kept backup begins: from there on the archive has to be whole. */
export function oldestStart({ backup }: RepositoryInfo): string {
  const [oldest] = backup;
  if (oldest === undefined) throw new Error("the repository holds no backup");
  return oldest.archive.start;
}

/** `pgbackrest verify` ends with 0 whatever it finds: its text says whether the repository is whole. */
export function checkRepository(verified: string): Check {
  const ok = /^status: ok$/m.test(verified) && !/status: (error|invalid)/.test(verified);
  const faults = verified.split("\n").filter((line) => /invalid|missing: [1-9]|other: [1-9]/.test(line));
  return {
    name: "repository",
    ok,
    found: ok
      ? "every file has its checksum"
      : faults.map((line) => line.trim()).join("; ") || "verify says nothing",
  };
}
