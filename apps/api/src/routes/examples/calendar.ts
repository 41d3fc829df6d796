const months = [15, 19, 21, 22, 19, 21, 23, 21, 22, 22, 20, 22];
export const summary = { year: 2026, provisional: false, workdays: 247, months, version: 1 };

export const days = {
  daysOff: ["2026-01-09", "2026-03-09", "2026-05-11", "2026-12-31"],
  workingWeekends: [],
  shortDays: ["2026-04-30", "2026-11-03"],
};
export const year = { ...summary, ...days };

const shift = {
  objectId: 3,
  code: "SPK-B",
  name: "СПК Блок Б",
  status: "active",
  deadline: "2026-10-17",
  workdaysLeft: { before: 29, after: 28 },
  finishAfter: "2026-10-19",
  provisional: false,
};

export const preview = {
  year: 2026,
  before: { workdays: 247, provisional: false },
  after: { workdays: 246 },
  objects: 3,
  rescheduled: 2,
  moved: 1,
  items: [shift],
};

export const ofObject = {
  objectId: 3,
  from: "2026-09-07",
  to: "2026-09-08",
  workWeek: [1, 2, 3, 4, 5, 6],
  followTransfers: false,
  days: [
    { day: "2026-09-07", working: true, provisional: false, own: false },
    { day: "2026-09-08", working: false, provisional: false, own: true },
  ],
  workdays: 1,
  provisional: false,
  overrides: [{ day: "2026-09-08", working: false }],
  version: 5,
};
export const ofObjectPreview = { days: 1, cells: 24, shift };
