import { computeSchedule, type Problem, type Workdays } from "../index.ts";
import { networkOfContent, summaryKeys, type VersionContent } from "./content.ts";

/** The five who sign a version. */
export const SIGNER_ROLES = [
  "project_manager",
  "design_head",
  "supply",
  "production",
  "construction_itr",
] as const;

export type SignerRole = (typeof SIGNER_ROLES)[number];

/** Why a version cannot be sent to be signed; rows by key, in their order. */
export type SendingProblem =
  | { kind: "no_rows" }
  | { kind: "without_owner"; rows: string[] }
  /** The owner is no member any more. */
  | { kind: "owner_left"; rows: string[] }
  | { kind: "before_contract"; rows: string[] }
  | { kind: "signers_missing"; roles: SignerRole[] }
  | { kind: "schedule"; problems: Problem[] };

type Circumstances = {
  workdays: Workdays;
  /** Ids of the object's active members. */
  members: ReadonlySet<string>;
  signers: Readonly<Partial<Record<SignerRole, string>>>;
  contractDate: string | null;
};

/** All that forbids sending a version, as one list. */
export function whatForbidsSending(
  content: VersionContent,
  { workdays, members, signers, contractDate }: Circumstances,
): SendingProblem[] {
  const problems: SendingProblem[] = [];
  const summaries = summaryKeys(content.rows);
  const leaves = content.rows.filter(({ key }) => !summaries.has(key));
  const add = (kind: "without_owner" | "owner_left" | "before_contract", found: typeof leaves) => {
    if (found.length > 0) problems.push({ kind, rows: found.map(({ key }) => key) });
  };
  if (leaves.length === 0) problems.push({ kind: "no_rows" });
  add(
    "without_owner",
    leaves.filter(({ owner }) => owner === null),
  );
  add(
    "owner_left",
    leaves.filter(({ owner }) => owner !== null && !members.has(owner)),
  );
  // Dates come of the start, the links, and days that a row is held to.
  const early = (day: string | undefined) => contractDate !== null && day !== undefined && day < contractDate;
  add(
    "before_contract",
    leaves.filter(({ constraint }) => early(content.start) || early(constraint?.day)),
  );
  const missing = SIGNER_ROLES.filter((role) => signers[role] === undefined);
  if (missing.length > 0) problems.push({ kind: "signers_missing", roles: missing });
  const computed = computeSchedule(networkOfContent(content, workdays));
  if (computed.problems) problems.push({ kind: "schedule", problems: computed.problems });
  return problems;
}
