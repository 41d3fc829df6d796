const creator = { id: 4, fullName: "Олег Дёмин" };
const assignee = { id: 12, fullName: "Сергей Белов" };

export const summary = {
  id: 41,
  objectId: 3,
  objectName: "СПК Блок Б",
  title: "Проверить узел примыкания на 11 этаже",
  status: "in_progress",
  priority: "high",
  department: "construction",
  deadline: "2026-09-10",
  flags: { overdue: false, today: false },
  lateDays: 0,
  creator,
  assignee,
  blockedReason: null,
  commentCount: 1,
  createdAt: "2026-09-07T06:00:00.000Z",
  statusSince: "2026-09-08T05:10:00.000Z",
  version: 3,
};

export const checklistItem = {
  id: 90,
  text: "Снять размеры",
  done: true,
  doneBy: assignee,
  doneAt: "2026-09-08T06:30:00.000Z",
  version: 2,
};

const file = {
  id: 501,
  name: "узел.jpg",
  purpose: "photo",
  status: "ready",
  url: "https://files.example.org/stsphera/Vh2c?X-Amz-Signature=0f",
  thumbUrl: "https://files.example.org/stsphera/Vh2c-320?X-Amz-Signature=1f",
  commentId: null,
};

export const reschedule = {
  id: 17,
  taskId: 41,
  requestedBy: assignee,
  fromDay: "2026-09-10",
  toDay: "2026-09-14",
  reason: "Нет подъёмника до пятницы",
  status: "open",
  decidedBy: null,
  decidedAt: null,
  decisionReason: null,
  createdAt: "2026-09-08T07:00:00.000Z",
  version: 1,
};

export const card = {
  ...summary,
  text: "Сверить с чертежом КМ-12, фото каждого анкера.",
  requiredPhotos: 2,
  photoCount: 1,
  blocker: null,
  assignedAt: "2026-09-07T06:00:00.000Z",
  acceptedAt: "2026-09-08T05:10:00.000Z",
  submittedAt: null,
  completedAt: null,
  checklist: [checklistItem],
  files: [file],
  moves: [
    {
      id: 210,
      move: "take",
      from: "assigned",
      to: "in_progress",
      by: assignee,
      onBehalfOf: null,
      at: "2026-09-08T05:10:00.000Z",
      reason: null,
      undoneAt: null,
    },
  ],
  deadlines: [{ deadline: "2026-09-10", setBy: creator, setAt: "2026-09-07T06:00:00.000Z" }],
  reschedules: [reschedule],
  can: {
    actions: ["submit", "block", "comment", "undo"],
    request: null,
    undoUntil: "2026-09-08T05:20:00.000Z",
  },
};

export const state = { id: 41, version: 4, status: "review", actions: ["accept", "return"] };

export const comment = {
  id: 300,
  taskId: 41,
  author: assignee,
  text: "Два анкера смещены, см. фото",
  mentions: [creator],
  files: [{ ...file, id: 502, commentId: 300 }],
  createdAt: "2026-09-08T06:40:00.000Z",
};

export const team = {
  people: [
    {
      person: assignee,
      roles: ["construction_itr"],
      open: 4,
      overdue: 1,
      today: 1,
      inReview: 1,
      blocked: 0,
      doneThisWeek: 3,
    },
  ],
  unassigned: 2,
};

export const approval = {
  kind: "task_to_judge",
  id: 41,
  objectId: 3,
  objectName: "СПК Блок Б",
  title: summary.title,
  text: card.text,
  who: assignee,
  taskId: 41,
  gprId: null,
  since: "2026-09-08T07:00:00.000Z",
  due: "2026-09-10",
  overdue: false,
  toDay: null,
  entries: null,
  version: 4,
  behalf: null,
  deepLink: "t41",
  actions: [
    { key: "accept", to: "done" },
    { key: "return", to: "in_progress" },
  ],
};
