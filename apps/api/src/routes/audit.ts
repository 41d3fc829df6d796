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
    summary: "The history of an object: who changed what and when, in whose name, with old and new values",
    verb: listObjectAudit,
    query: listObjectAuditQuery,
    answer: auditPage,
    examples: { answer },
  }),
  endpoint({
    method: "get",
    path: "/api/audit",
    tag: AUDIT,
    summary: "The history of one entity",
    verb: listEntityAudit,
    query: listEntityAuditQuery,
    answer: auditPage,
    examples: { answer },
  }),
];
