import type { ErrorCode, Locale } from "@stsphera/contracts";
import type { Permission, Role } from "@stsphera/rbac";
import { en } from "./en.ts";
import { ru } from "./ru.ts";

export type Texts = {
  /** What each code says when nothing more exact is known. */
  codes: Readonly<Record<ErrorCode, string>>;
  /** Exact sentences by their key; `{name}` is a value. */
  sentences: Readonly<Record<string, string>>;
  /** What is wrong with one field, by its reason. */
  reasons: Readonly<Record<string, string>>;
  roles: Readonly<Record<Role, string>>;
  /** What a permission lets one do, in the infinitive. */
  permissions: Readonly<Partial<Record<Permission, string>>>;
  /** `{action}` and `{who}`. */
  lacking: string;
  /** When the permission has no words of its own. */
  lackingPlain: string;
};

const TEXTS: Readonly<Record<Locale, Texts>> = { ru, en };

export const textsOf = (locale: Locale): Texts => TEXTS[locale];

/** The language a browser asks for: English when it stands first, Russian otherwise. */
export function acceptedLocale(header: string | undefined): Locale {
  const [first = ""] = (header ?? "").split(",");
  return /^\s*en\b/i.test(first) ? "en" : "ru";
}

export function fill(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
