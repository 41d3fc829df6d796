import type { Field } from "@stsphera/contracts/forms";
import { contactKind } from "./contact.ts";
import { choiceKind } from "./choice.ts";
import { dayKind } from "./day.ts";
import type { Kind } from "./kind.ts";
import { personKind } from "./person.ts";
import { photosKind } from "./photos.ts";
import { quantityKind } from "./quantity.ts";
import { reasonKind, wordsKind } from "./words.ts";

const KINDS: { readonly [K in Field["kind"]]: Kind<Extract<Field<unknown>, { kind: K }>> } = {
  reason: reasonKind,
  words: wordsKind,
  person: personKind,
  day: dayKind,
  choice: choiceKind,
  contact: contactKind,
  photos: photosKind,
  quantity: quantityKind,
};

/** The handler of a field, by its kind. */
export const kindOf = (field: Field<never>): Kind<Field<unknown>> =>
  KINDS[field.kind] as Kind<Field<unknown>>;
