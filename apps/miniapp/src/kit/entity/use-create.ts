import { useQueryClient } from "@tanstack/react-query";
import type { ContractOf } from "../../shared/api/request.ts";
import { goTo } from "../../shared/navigation.ts";
import { queuedFiles } from "../../shared/offline/queued-files.ts";
import { sendOrQueue } from "../../shared/offline/send-or-queue.ts";
import type { SentForm } from "../form/form-sheet-props.ts";

type Creating = {
  readonly path: string;
  /** What the queue says it is while it waits, and the list that it will stand in. */
  readonly line: string;
  readonly list: string;
  readonly contract: ContractOf<{ id: number }>;
  /** The page of what was created. */
  readonly pageOf: (id: number) => string;
  readonly onClose: () => void;
};

/**
 * Creates a thing from its sheet and opens its page; without a network the act waits on the phone with its photos. A
 * refusal is thrown, so that the sheet shows it.
 */
export function useCreate({ path, line, list, contract, pageOf, onClose }: Creating) {
  const client = useQueryClient();
  return async (input: Readonly<Record<string, unknown>>, key: string, sent: SentForm): Promise<void> => {
    const { photos, photosAs, objectId } = sent;
    const describe = { thing: "act", title: String(input["title"]), line, href: list } as const;
    const files = queuedFiles(photos, objectId);
    const done = await sendOrQueue(
      { key, method: "POST", path, body: input, describe, files, filesAs: photosAs },
      contract,
    );
    onClose();
    if (done.kind === "queued") return;
    await client.invalidateQueries();
    goTo(pageOf(done.answer.id));
  };
}
