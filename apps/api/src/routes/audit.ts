import {
  auditExport,
  auditExportQuery,
  auditPage,
  auditRecordPage,
  exportAuditInput,
  listAuditQuery,
  listEntityAuditQuery,
  listObjectAuditQuery,
} from "@stsphera/contracts";
import { exportAudit, listAudit, listEntityAudit, listExportedRows, listObjectAudit } from "@stsphera/core";
import { z } from "zod";
import { endpoint, type Tag } from "./endpoint.ts";
import { entry, made, record } from "./examples/audit.ts";

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
  endpoint({
    method: "get",
    path: "/api/audit/log",
    tag: AUDIT,
    summary: "The log of the whole company in words, in the reader's language, newest first",
    verb: listAudit,
    query: listAuditQuery,
    answer: auditRecordPage,
    examples: { answer: { items: [record], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/audit/exports",
    tag: AUDIT,
    summary: "Take the log out by filters; the log records it",
    description: "The file is at `/api/audit/exports/{key}/file` for 15 minutes, for its maker alone.",
    verb: exportAudit,
    body: exportAuditInput,
    status: 201,
    answer: auditExport,
    examples: { body: { kind: "task", from: "2026-09-01", to: "2026-09-08" }, answer: made },
  }),
  endpoint({
    method: "get",
    path: "/api/audit/exports/:key",
    tag: AUDIT,
    summary: "The rows of an export, page by page",
    words: { key: z.uuid() },
    verb: listExportedRows,
    query: auditExportQuery,
    answer: auditRecordPage,
    examples: { answer: { items: [record], nextCursor: null } },
  }),
];
