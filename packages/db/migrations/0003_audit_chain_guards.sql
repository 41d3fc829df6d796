-- Links now cover every byte of before and after, numbers included: the sealer makes the chain anew, once, before the
-- first release and before anything outside vouches for it.
delete from audit_chain;
--> statement-breakpoint
-- A link that could be taken out and sealed anew would prove nothing.
create trigger audit_chain_append_only before update or delete on audit_chain for each row execute function refuse_change();
--> statement-breakpoint
create trigger audit_chain_no_truncate before truncate on audit_chain for each statement execute function refuse_change();
