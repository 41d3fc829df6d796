import type { ScheduleLink } from "../index.ts";
import { type DatedContent, summaryKeys } from "./content.ts";

const byKey = (a: ScheduleLink, b: ScheduleLink) => {
  const [one, other] = [a, b].map(({ to, from, type }) => JSON.stringify([to, from, type]));
  return (one ?? "") < (other ?? "") ? -1 : 1;
};

/**
 * The text that is signed: every field of every row in a fixed order, with its dates, and the links sorted. Two versions
 * have the same text exactly when a reader could not tell them apart; a name is compared as Unicode composes it (NFC).
 */
export function signedText({ start, rows, links, dates }: DatedContent): string {
  const summaries = summaryKeys(rows);
  return JSON.stringify({
    format: 1,
    start,
    rows: rows.map((row) => {
      const {
        key,
        number,
        parent,
        name,
        department,
        owner,
        quantity,
        unit,
        work,
        facade,
        duration,
        constraint,
      } = row;
      const span = dates.get(key);
      const ofFacade = facade === null ? [] : [facade];
      if (span === undefined) throw new Error(`row ${key} has no dates`);
      return [
        // A row of no facade has the text that it had before rows had facades: signatures stay valid.
        [key, number, parent, name.normalize("NFC"), department, owner, quantity, unit, work, ...ofFacade],
        // What a summary carries as its duration shows nowhere.
        summaries.has(key) ? null : duration,
        constraint && [constraint.kind, constraint.edge, constraint.day],
        [span.start, span.finish],
      ];
    }),
    links: [...links].sort(byKey).map(({ from, to, type, lag, unit }) => [from, to, type, lag, unit]),
  });
}

/** The SHA-256 of what is signed, 64 hexadecimal digits. */
export async function hashContent(content: DatedContent): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(signedText(content)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
