import { type ComponentType, lazy, Suspense } from "react";
import type { FormSheetProps } from "./form-sheet-props.ts";

/** Fields, photos and what sends them: no page needs these before a form is opened. */
export const loadForms = () => import("./whole-form-sheet.tsx");
const WholeFormSheet = lazy(loadForms);

/** Asks everything that a form asks, in one sheet. */
export function FormSheet<C extends object>(props: FormSheetProps<C>) {
  // A lazy component forgets the type of its card.
  const Whole = WholeFormSheet as ComponentType<FormSheetProps<C>>;
  return (
    <Suspense>
      <Whole {...props} />
    </Suspense>
  );
}
