export { anchorAudit, LostAnchor } from "./anchor-audit.ts";
export { type AnchorStore, type AuditAnchor, createAnchorStore, parseAnchors } from "./audit-anchors.ts";
export { RETENTION, type Retention } from "./retention.ts";
export { recordAuditCheck, recordLostAnchor } from "./record-audit-check.ts";
export { sealAudit } from "./seal-audit.ts";
export { type ChainFault, type ChainState, verifyAuditChain } from "./verify-audit-chain.ts";
export { isWholeWalkDue, walkAuditChain } from "./walk-audit-chain.ts";
