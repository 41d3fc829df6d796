import { type CardView, createTranslators } from "@stsphera/telegram";
import { gprEn } from "./locales/en.ts";
import { gprRu } from "./locales/ru.ts";

/** What happened to a version; its card says the rest. */
export type GprNews =
  | { readonly kind: "asked" | "signed" | "recalled" }
  | { readonly kind: "active"; readonly tasks: number }
  | { readonly kind: "remarked"; readonly text: string }
  | { readonly kind: "reminded"; readonly days: number }
  | {
      readonly kind: "shifted";
      readonly reason: string;
      readonly moved: number;
      /** The new finish, and by how many working days it moved. */
      readonly finish: string | null;
      readonly days: number;
    }
  | {
      readonly kind: "answered";
      readonly agreed: boolean;
      readonly owner: string;
      readonly text: string | null;
    };
export type GprView = CardView<GprNews>;

export const gprWords = createTranslators(gprRu, gprEn);
