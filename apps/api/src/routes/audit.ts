import { auditPage, listEntityAuditQuery, listObjectAuditQuery } from "@stsphera/contracts";
import { listEntityAudit, listObjectAudit } from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import { entry } from "./examples/audit.ts";

const answer = { items: [entry], nextCursor: null };

const AUDIT: Tag = { name: "audit", about: "The log of every change" };

export const auditRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/audit",
    tag: AUDIT,
    summary: "The history of an object: who, for whom, when, what was and what is",
    verb: listObjectAudit,
    query: listObjectAuditQuery,
    answer: auditPage,
    examples: { answer },
  }),
  endpoint({
    method: "get",
    path: "/api/audit",
    tag: AUDIT,
    summary: "The history of one thing",
    verb: listEntityAudit,
    query: listEntityAuditQuery,
    answer: auditPage,
    examples: { answer },
  }),
];
