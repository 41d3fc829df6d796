/** Extra works: the decision, the way to the customer. */
export const extraWorks = {
  extra_other_unit: "Эта работа меряется в других единицах: нужна в «{unit}»",
  extra_presented: "Работа уже предъявлена: дальше шагов нет.",
  extra_no_step: "Шагов ещё не было: возвращать нечего.",
  extra_rejected: "Работа отклонена: сначала отмените решение.",
  extra_cell_changed:
    "В ячейке плана останется меньше, чем сделано, или её объём уже убрали: сначала исправьте объём или факт.",
} as const;
