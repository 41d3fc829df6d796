import type { Permission } from "@stsphera/rbac";
import type { z } from "zod";
import * as calendar from "./domains/calendar/maintenance/verbs.ts";
import * as dashboard from "./domains/dashboard/verbs.ts";
import * as delegations from "./domains/delegations/verbs.ts";
import * as facts from "./domains/facts/verbs.ts";
import * as invitations from "./domains/invitations/verbs.ts";
import * as objects from "./domains/objects/verbs.ts";
import * as people from "./domains/people/verbs.ts";
import * as production from "./domains/production/verbs.ts";
import * as tasks from "./domains/tasks/verbs.ts";
import * as overDomains from "./domains/verbs.ts";
import type { Context } from "./kernel/index.ts";
import * as audit from "./platform/audit/verbs.ts";
import * as files from "./platform/files/verbs.ts";
import * as maintenance from "./platform/maintenance/verbs.ts";
import * as notifications from "./platform/notifications/verbs.ts";

/** What is registered: one line a domain or a part of the platform. */
const REGISTERED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  people,
  delegations,
  invitations,
  objects,
  calendar,
  production,
  facts,
  tasks,
  dashboard,
  overDomains,
  audit,
  files,
  maintenance,
  notifications,
};

type Verb = {
  name: string;
  permissions: readonly Permission[];
  input: z.ZodType;
  run(ctx: Context, input: never): Promise<unknown>;
};

export type AnyCommand = Verb & { kind: "command"; quiet: boolean };
export type AnyQuery = Verb & { kind: "query" };

const isVerb = (value: unknown): value is AnyCommand | AnyQuery =>
  typeof value === "object" && value !== null && "kind" in value && "run" in value;
const VERBS = Object.values(REGISTERED).flatMap((part) => Object.values(part).filter(isVerb));

/** Every use-case that writes. The tests of rights and of the audit log are made from this list. */
export const COMMANDS: readonly AnyCommand[] = VERBS.filter((verb) => verb.kind === "command");

/** Every use-case that reads. */
export const QUERIES: readonly AnyQuery[] = VERBS.filter((verb) => verb.kind === "query");
