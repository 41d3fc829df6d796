export { findSumDifferences, type SumDifference } from "./find-sum-differences.ts";
export { sealAudit } from "./seal-audit.ts";
export { type ChainState, verifyAuditChain } from "./verify-audit-chain.ts";
