import type { EnterFactInput } from "@stsphera/contracts";
import type { QueueItem } from "../../../shared/offline/queue-item.ts";

/** Names the line of a day, so that it shows what of it waits on the phone. */
export const aboutLine = (objectId: number, date: string, floorVolumeId: number): string =>
  `line:${objectId}:${date}:${floorVolumeId}`;

/** An entry as it was put into the queue; null for everything else. */
export const enteredFact = ({ describe, body }: QueueItem): EnterFactInput | null =>
  describe.thing === "fact" ? (body as EnterFactInput) : null;
