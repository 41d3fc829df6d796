/**
 * SQL of the orders of the object $1 that are neither delivered, rejected nor cancelled, and how many of them are past their
 * promised day, as JSON; `today` is the object's day.
 */
export const openDeliveries = (today: string): string => `
    (select json_build_object('open', count(*), 'atRisk', count(*) filter
        (where t.status in ('ordered', 'shipped', 'partially_received') and t.promised_on < ${today}))
      from supply_orders t where t.object_id = $1 and t.status not in ('delivered', 'rejected', 'cancelled'))`;
