import type { ErrorCode } from "@stsphera/contracts";
import type { Permission, Role } from "@stsphera/rbac";

/** Everything the API says in words, in one language. */
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
  /** Said to a deputy of a right that is not lent. */
  notLent: string;
};
