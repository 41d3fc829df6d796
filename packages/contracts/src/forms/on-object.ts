import type { ObjectCard } from "../objects/objects.ts";
import { choice } from "./build-fields.ts";

/** Context of a form that creates something on an object: the object is known after its question. */
export type OnObject = {
  readonly objects: readonly { readonly id: number }[];
  readonly object: ObjectCard | null;
};

/** The object; asked only if the user has several. */
export const whichObject = choice("objectId", {
  from: "objects",
  numeric: true,
  when: ({ objects }: OnObject) => objects.length > 1,
});
