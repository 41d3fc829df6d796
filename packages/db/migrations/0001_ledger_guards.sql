-- The ledger and the audit log are appended to; what stands in them stays.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger audit_log_append_only before update or delete on audit_log for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_log_no_truncate before truncate on audit_log for each statement execute function refuse_change();
--> statement-breakpoint
create function keep_fact() returns trigger language plpgsql as $$
begin
  if (new.object_id, new.floor_volume_id, new.facade_id, new.work_type_id, new.date, new.shift, new.kind, new.quantity,
      new.author_id, new.created_at)
     is distinct from
     (old.object_id, old.floor_volume_id, old.facade_id, old.work_type_id, old.date, old.shift, old.kind, old.quantity,
      old.author_id, old.created_at) then
    raise exception 'a ledger entry is never overwritten: reverse it' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger fact_never_overwritten before update on daily_plan_fact for each row execute function keep_fact();
--> statement-breakpoint
create trigger fact_never_deleted before delete on daily_plan_fact for each row execute function refuse_change();
--> statement-breakpoint
create trigger fact_no_truncate before truncate on daily_plan_fact for each statement execute function refuse_change();
