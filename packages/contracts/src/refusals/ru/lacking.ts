/** Missing rights. */
export const lacking = {
  action: "Нет права: {action}",
  plain: "Нет права на это действие",
  who: "Это может: {who}.",
  notLent: "Заместителю это право не переходит.",
} as const;
