/** Texts that tell a foreman that their part of a shift is open again. */
export const reopenedRu = {
  title: "🔓 {object} · смена снова открыта",
  day: "Ваша часть смены, {day}. Решение: {who}",
  night: "Ваша часть ночной смены, {day}. Решение: {who}",
  ask: "Поправьте факт и закройте её ещё раз",
} as const;

export const reopenedEn = {
  title: "🔓 {object} · the shift is open again",
  day: "Your part of the shift, {day}. Opened by {who}",
  night: "Your part of the night shift, {day}. Opened by {who}",
  ask: "Correct the facts and close it once more",
} as const;
