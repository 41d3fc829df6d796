import type { Activity } from "@stsphera/contracts";
import type { activityWords } from "./activity-words.ts";

type Words = (typeof activityWords)["ru"];

const KIND_OF: Readonly<Record<string, keyof Words["things"]>> = {
  fact: "facts",
  journal: "facts",
  task: "tasks",
  reschedule_request: "tasks",
  task_comment: "tasks",
  object: "objects",
  user: "people",
  delegation: "people",
  invitation: "people",
  session: "people",
  passkey: "people",
  sign_in_link: "people",
};

/** True for the row that a write of facts leaves for the photos that came with it. */
export const isOfPhotos = ({ after }: Activity): boolean =>
  after !== null && "photosAdded" in after && !("quantity" in after);

/** What was done, in words: by its action and the state it led to; an action without words by the kind of its thing. */
export function sayAct(activity: Activity, words: Words): string {
  const { action, entityType, after } = activity;
  if (entityType === "fact" && isOfPhotos(activity)) return words.acts["fact.attach_photos"];
  const acts: Readonly<Record<string, string>> = words.acts;
  return (
    acts[`${action}.${String(after?.["status"])}`] ??
    acts[action] ??
    words.things[KIND_OF[entityType] ?? "other"]
  );
}

/** Where the thing is; null for one without a page, or that may not be seen any more. */
export function pathOf({ entityType, entityId, object, about }: Activity): string | null {
  if (entityType === "task") return object === null ? null : `/tasks/${entityId}`;
  if (object === null) return null;
  if (about?.day !== undefined) return `/objects/${object.id}/fact?day=${about.day}`;
  return `/objects/${object.id}`;
}
