import { newKey } from "../../../shared/api/request.ts";
import { actOrQueue } from "../../../shared/offline/send-or-queue.ts";

export type FactMove = {
  readonly id: number;
  readonly to: "confirmed" | "returned";
  readonly version: number;
  readonly reason?: string;
};
/** What the queue says of a decision that waits for a network: the entry, what is done, its page. */
export type Told = { readonly title: string; readonly line: string; readonly href: string };

/** Names an entry, so that it shows which decision of it waits on the phone. */
export const aboutFact = (id: number): string => `fact:${id}`;

/** Confirms or returns an entry; false when that waits for a network. */
export const moveFact = ({ id, ...body }: FactMove, told: Told): Promise<boolean> =>
  actOrQueue({
    key: newKey(),
    method: "POST",
    path: `/api/facts/${id}/transitions`,
    body,
    describe: { thing: "act", ...told, about: aboutFact(id) },
  });
