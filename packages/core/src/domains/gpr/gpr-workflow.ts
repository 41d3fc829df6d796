import type { GprMove, GprStatus } from "@stsphera/contracts/vocabulary";
import { type Actor, heldAs, type Role } from "@stsphera/rbac";
import { type Case, type Decision, defineWorkflow, only } from "../../kernel/index.ts";

/** Who signs a version, and as what. */
export type Signer = { role: Role; signerId: number };

/** A signer of a version, with the signature as far as it was given. */
export type JudgedSignature = Signer & { askedAt: Date; signedAt: Date | string | null };

export type GprCase = Case<GprStatus> & {
  /** Signatures that will still be missing after the one that is being given. */
  readonly left: number;
};

/**
 * Whether the actor signs for this signer: for themselves, or as the deputy of a signer who is away. Who is named for a
 * role and has it no more signs for nobody.
 */
export const signsFor = (actor: Actor, objectId: number, { role, signerId }: Signer): boolean =>
  heldAs(actor, "gpr.sign", { objectId, relations: ["signer"], by: role }).includes(signerId);

/** A version as its moves are judged by an actor, who stands in for absent signers too. */
export function gprCase(
  { objectId, status }: { objectId: number; status: GprStatus },
  signers: readonly Signer[],
  actor: Actor,
  left: number,
): GprCase {
  const signs = actor.kind === "user" && signers.some((one) => signsFor(actor, objectId, one));
  return { objectId, state: status, ties: { signer: signs ? actor.id : null }, doers: [], left };
}

const signer = only<GprCase>("signer", "gpr_signer_only");

/** Every move of a version; the system alone archives one, when another becomes active. */
export const gprWorkflow = defineWorkflow<GprCase, GprStatus>()<GprMove>({
  send: { from: ["draft"], to: "pending_signatures", permission: "gpr.send", event: "gpr.sign_requested" },
  recall: { from: ["pending_signatures"], to: "draft", permission: "gpr.edit", event: "gpr.recalled" },
  sign: {
    from: ["pending_signatures"],
    to: {
      among: ["pending_signatures", "active"],
      pick: ({ left }) => (left === 0 ? "active" : "pending_signatures"),
    },
    permission: "gpr.sign",
    actorRule: signer,
    event: "gpr.signed",
  },
  remark: {
    from: ["pending_signatures"],
    to: "draft",
    permission: "gpr.sign",
    actorRule: signer,
    event: "gpr.remarked",
  },
});

/** Each signer who has not signed decides while they have the role they sign for; one who signs for two does so once. */
export function gprDecisions(status: GprStatus, signatures: readonly JudgedSignature[]): readonly Decision[] {
  if (status !== "pending_signatures") return [];
  const unsigned = signatures.filter(({ signedAt }) => signedAt === null);
  return [...Map.groupBy(unsigned, ({ signerId }) => signerId)].flatMap(([holderId, its]): Decision[] => {
    const [first] = its;
    if (first === undefined) return [];
    const right = {
      permission: "gpr.sign",
      relation: "signer",
      byRoles: its.map(({ role }) => role),
    } as const;
    return [{ kind: "gpr_signature", ...right, holderId, dueOn: null, since: first.askedAt }];
  });
}
