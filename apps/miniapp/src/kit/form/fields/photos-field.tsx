import type { PhotosField as PhotosOf } from "@stsphera/contracts/forms";
import { useWords } from "../../../shared/i18n/locale.ts";
import { PhotoField } from "../../photos/photo-field.tsx";
import type { FieldProps } from "../field-props.ts";
import { formWords } from "../form-words.ts";

/** Photos, as many as the form takes. */
export function PhotosField({ field, photos }: FieldProps<PhotosOf<never>>) {
  const words = useWords(formWords);
  return <PhotoField photos={photos} hint={words.upTo(field.max)} />;
}
