import type { ObjectCard } from "../objects/objects.ts";
import { choice } from "./build-fields.ts";

/** What a new thing of an object is made of: the object is known from the question for it on. */
export type OnObject = {
  readonly objects: readonly { readonly id: number }[];
  readonly object: ObjectCard | null;
};

/** Which object; asked of who has several. */
export const whichObject = choice("objectId", {
  from: "objects",
  numeric: true,
  when: ({ objects }: OnObject) => objects.length > 1,
});
