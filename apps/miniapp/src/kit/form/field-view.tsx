import type { Field } from "@stsphera/contracts/forms";
import type { ComponentType } from "react";
import type { FieldProps } from "./field-props.ts";
import { ChoiceField } from "./fields/choice-field.tsx";
import { DayField } from "./fields/day-field.tsx";
import { PersonField } from "./fields/person-field.tsx";
import { PhotosField } from "./fields/photos-field.tsx";
import { QuantityField } from "./fields/quantity-field.tsx";
import { ReasonField } from "./fields/reason-field.tsx";
import { WordsField } from "./fields/words-field.tsx";

type KindOf<K> = Extract<Field<never>, { kind: K }>;
/** Kinds that sheets show; a contact belongs to the chat, and a quantity needs the other answers. */
type Shown = Exclude<Field<never>["kind"], "quantity" | "contact">;

const VIEWS: { readonly [K in Shown]: ComponentType<FieldProps<KindOf<K>>> } = {
  reason: ReasonField,
  words: WordsField,
  person: PersonField,
  day: DayField,
  choice: ChoiceField,
  photos: PhotosField,
};

/** One field of a form, by its kind. */
export function FieldView(props: FieldProps<Field<never>> & { readonly card: object }) {
  const { field } = props;
  if (field.kind === "contact") return null;
  if (field.kind === "quantity") return <QuantityField {...props} field={field} />;
  const View = VIEWS[field.kind] as ComponentType<FieldProps<Field<never>>>;
  return <View {...props} />;
}
