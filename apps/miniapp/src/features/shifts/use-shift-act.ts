import { useQueryClient } from "@tanstack/react-query";
import { newKey } from "../../shared/api/request.ts";
import { actOrQueue } from "../../shared/offline/send-or-queue.ts";
import { hapticSuccess } from "../../shared/telegram/haptics.ts";
import { showToast } from "../../shared/ui/toast-store.ts";

export type ShiftAct = {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** What the queue and the confirmation say. */
  readonly title: string;
  readonly line: string;
  readonly key?: string;
};

/** Sends an act on a shift, or keeps it until there is a network; a refusal is thrown. */
export function useShiftAct(): (act: ShiftAct) => Promise<void> {
  const client = useQueryClient();
  return async ({ path, body, title, line, key = newKey() }) => {
    const href = window.location.pathname + window.location.search;
    const describe = { thing: "act" as const, title, line, href, about: href };
    const arrived = await actOrQueue({ key, method: "POST", path, body, describe }).finally(() => {
      void client.invalidateQueries();
    });
    if (!arrived) return;
    hapticSuccess();
    showToast(line);
  };
}
