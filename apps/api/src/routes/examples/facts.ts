import { crewRef, workTypeRef } from "./production.ts";

const photo = {
  id: 501,
  status: "ready",
  url: "https://files.example.org/stsphera/Vh2c?X-Amz-Signature=0f",
  thumbUrl: "https://files.example.org/stsphera/Vh2c-320?X-Amz-Signature=1f",
  width: 1280,
  height: 960,
  takenAt: null,
};

export const fact = {
  id: 77,
  objectId: 3,
  floorVolumeId: 91,
  workType: workTypeRef,
  facade: "Ю",
  floor: "11",
  date: "2026-09-08",
  shift: "day",
  kind: "work",
  status: "submitted",
  quantity: "12",
  planQty: "10",
  deviation: "2",
  deviationPct: "20.0",
  overPlan: false,
  dayOff: false,
  workers: 6,
  hours: "8",
  crew: crewRef,
  author: { id: 12, fullName: "Сергей Белов" },
  notes: null,
  planReason: null,
  requiresPhoto: true,
  photoDue: false,
  photos: [photo],
  reversesId: null,
  reversedById: null,
  replacesId: null,
  returnReason: null,
  createdAt: "2026-09-08T07:00:00.000Z",
  decisionUndoUntil: null,
  undoUntil: "2026-09-08T07:10:00.000Z",
  can: {
    undo: true,
    correct: true,
    reverse: true,
    decide: false,
    confirm: false,
    explain: true,
    addPhotos: true,
  },
  version: 1,
};

const floorVolume = { id: 91, planQty: "36", factQty: "12", pct: "33.3", remaining: "24" };
export const answer = { fact, floorVolume };

const line = {
  floorVolumeId: 91,
  workType: workTypeRef,
  facade: "Ю",
  floor: "11",
  planTotal: "36",
  done: "12",
  remaining: "24",
  planToday: "10",
  yesterday: { date: "2026-09-07", quantity: "10", workers: 6, crewId: 4 },
  today: null,
  suggestedCrewId: 4,
  requiresPhoto: true,
  gate: null,
  whose: "own",
};

export const form = {
  object: { id: 3, name: "СПК Блок Б", status: "active", heldSince: null },
  date: "2026-09-08",
  today: "2026-09-08",
  earliest: "2026-08-31",
  dayOff: false,
  shift: "day",
  shiftHours: "8",
  nights: false,
  lines: [line],
  others: [],
  othersCount: 94,
  counts: { all: { entered: 1, total: 12 }, mine: { entered: 0, total: 6 } },
  zones: [{ name: "Ю-2", facade: "Ю" }],
  returned: [],
  noLines: null,
  crews: [crewRef],
};

export const journalPhoto = {
  id: 8,
  date: "2026-09-08",
  caption: "Узел у оси Д",
  author: "Сергей Белов",
  photo,
  createdAt: "2026-09-08T07:00:00.000Z",
};
