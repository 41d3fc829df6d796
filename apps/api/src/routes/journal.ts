import { addJournalInput, journalPage, listJournalQuery, openingBalancesInput } from "@stsphera/contracts";
import { addJournalPhotos, enterOpeningBalances, listJournal } from "@stsphera/core";
import { journalAnswer, openingAnswer } from "./answers.ts";
import { endpoint } from "./endpoint.ts";
import { FACTS } from "./facts.ts";
import * as facts from "./examples/facts.ts";

export const journalRoutes = [
  endpoint({
    method: "get",
    path: "/api/objects/:objectId/journal",
    tag: FACTS,
    summary: "Photos of the object's journal that belong to no entry",
    verb: listJournal,
    query: listJournalQuery,
    answer: journalPage,
    examples: { answer: { items: [facts.journalPhoto], nextCursor: null } },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/journal",
    tag: FACTS,
    summary: "Add photos to the journal of a day",
    verb: addJournalPhotos,
    body: addJournalInput,
    status: 201,
    answer: journalAnswer,
    examples: {
      body: { fileIds: [501], caption: "Узел у оси Д" },
      answer: { date: "2026-09-08", photoIds: [8], added: 1 },
    },
  }),
  endpoint({
    method: "post",
    path: "/api/objects/:objectId/opening-balances",
    tag: FACTS,
    summary: "Enter quantities done before the system was introduced",
    verb: enterOpeningBalances,
    body: openingBalancesInput,
    status: 201,
    answer: openingAnswer,
    examples: {
      body: { date: "2026-08-31", rows: [{ floorVolumeId: 91, quantity: "12" }] },
      answer: { entered: 1 },
    },
  }),
];
