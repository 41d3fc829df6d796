/** SQL of what the thing of an audit row `a` is called now; null for one without a name, or removed. */
export const THING_NAME = `case a.entity_type
    when 'user' then (select x.full_name from users x where x.id = a.entity_id)
    when 'object' then (select x.name from objects x where x.id = a.entity_id)
    when 'object_draft' then (select x.data->>'name' from object_drafts x where x.id = a.entity_id)
    when 'facade' then (select x.name from facades x where x.id = a.entity_id)
    when 'floor' then (select x.code from floors x where x.id = a.entity_id)
    when 'floor_volume' then (select concat_ws(', ', w.name, fa.name, l.code) from floor_volumes x
      join work_types w on w.id = x.work_type_id join floors l on l.id = x.floor_id
      join facades fa on fa.id = x.facade_id where x.id = a.entity_id)
    when 'fact' then (select concat_ws(', ', w.name, fa.name || ' ' || l.code, trim_scale(x.quantity)::text || ' ' || w.unit)
      from daily_plan_fact x join work_types w on w.id = x.work_type_id
      join floor_volumes v on v.id = x.floor_volume_id join floors l on l.id = v.floor_id
      join facades fa on fa.id = x.facade_id where x.id = a.entity_id)
    when 'zone' then (select x.name from zones x where x.id = a.entity_id)
    when 'chat' then (select concat_ws(' · ', x.title, x.topic) from object_chats x where x.id = a.entity_id)
    when 'crew' then (select x.name from crews x where x.id = a.entity_id)
    when 'work_type' then (select x.name from work_types x where x.id = a.entity_id)
    when 'task' then (select x.title from tasks x where x.id = a.entity_id)
    when 'task_comment' then (select t.title from task_comments x join tasks t on t.id = x.task_id where x.id = a.entity_id)
    when 'reschedule_request' then (select t.title from reschedule_requests x join tasks t on t.id = x.task_id
      where x.id = a.entity_id)
    when 'delegation' then (select concat(p.full_name, ' → ', u.full_name) from delegations x
      join users p on p.id = x.principal_id join users u on u.id = x.deputy_id where x.id = a.entity_id)
    when 'session' then (select u.full_name from sessions x join users u on u.id = x.user_id where x.id = a.entity_id)
    when 'passkey' then (select u.full_name from passkeys x join users u on u.id = x.user_id where x.id = a.entity_id)
    when 'sign_in_link' then (select u.full_name from sign_in_links x join users u on u.id = x.user_id
      where x.id = a.entity_id)
    when 'notification_settings' then (select x.full_name from users x where x.id = a.entity_id)
    when 'gpr_template' then (select x.name from gpr_templates x where x.id = a.entity_id)
    when 'file' then (select x.name from files x where x.id = a.entity_id) end`;
