import type { DraftData } from "@stsphera/contracts";
import { get, newKey, write } from "../../../shared/api/request.ts";

export const DRAFTS_KEY = ["object-drafts"] as const;

/** The reader's own drafts; one hardly has more than a page of them. */
export const listDrafts = () => get("/api/object-drafts?limit=50", (c) => c.draftPage);
export const getDraft = (id: number) => get(`/api/object-drafts/${id}`, (c) => c.objectDraft);

export const createDraft = (body: { data: DraftData; step: number }, key: string) =>
  write("POST", "/api/object-drafts", { body, key }, (c) => c.objectDraft);

export const saveDraft = (id: number, body: object, key: string) =>
  write("PATCH", `/api/object-drafts/${id}`, { body, key }, (c) => c.objectDraft);

export const deleteDraft = (id: number) =>
  write("DELETE", `/api/object-drafts/${id}`, { body: {}, key: newKey() }, (c) =>
    c.draftSummary.pick({ id: true }),
  );

export const completeDraft = (id: number, version: number, key: string) =>
  write("POST", `/api/object-drafts/${id}/complete`, { body: { version }, key }, (c) =>
    c.objectSummary.pick({ id: true, version: true }),
  );

export const countWorkdays = (body: {
  from: string;
  to: string;
  workWeek: readonly number[];
  followTransfers: boolean;
}) => write("POST", "/api/calendars/count", { body, key: newKey() }, (c) => c.workdaysCounted);

export const listWorkTypes = () => get("/api/work-types?limit=200", (c) => c.workTypePage);
export const getDepartment = (code: string) => get(`/api/org?department=${code}`, (c) => c.org);

export const listScheduleTemplates = () => get("/api/gpr-templates", (c) => c.gprTemplates);

/** The dates that a template would have in a calendar. */
export function getTemplateDates(asked: {
  template: string;
  startOn: string;
  workWeek: readonly number[];
  followTransfers: boolean;
}) {
  const { workWeek, followTransfers, ...rest } = asked;
  const query = new URLSearchParams({
    ...rest,
    workWeek: workWeek.join(""),
    followTransfers: String(followTransfers),
  });
  return get(`/api/gpr-template-dates?${query}`, (c) => c.gprTemplateDates);
}

/** Begins the first version of an object's schedule. */
export const beginSchedule = (
  objectId: number,
  { template, startOn }: { template: string; startOn: string },
  key: string,
) =>
  write(
    "POST",
    `/api/objects/${objectId}/gpr/versions`,
    { body: { from: "template", template, ...(startOn === "" ? {} : { startOn }) }, key },
    (c) => c.gprCreated,
  );
