-- What stood in the tables of single domains goes on in those of all. Triggers forward what services of the release
-- before still write there while they are being replaced; the next release drops the old tables.
INSERT INTO entity_moves (entity_type, entity_id, object_id, move, "from", "to", by_id, at, reason, before, undone_at)
SELECT 'task', m.task_id, t.object_id,
  CASE
    WHEN m."from" = 'new' AND m."to" = 'assigned' THEN 'assign'
    WHEN m."to" = 'assigned' THEN 'reassign'
    WHEN m."to" = 'new' THEN 'decline'
    WHEN m."from" = 'assigned' AND m."to" = 'in_progress' THEN 'take'
    WHEN m."to" = 'review' THEN 'submit'
    WHEN m."to" = 'done' THEN 'accept'
    WHEN m."from" = 'review' AND m."to" = 'in_progress' THEN 'return'
    WHEN m."to" = 'blocked' THEN 'block'
    WHEN m."from" = 'blocked' THEN 'unblock'
    WHEN m."to" = 'cancelled' THEN 'cancel'
    ELSE 'reopen'
  END,
  m."from", m."to", m.by_id, m.at, m.reason,
  m.before || jsonb_build_object('kept', jsonb_build_object('closedRequestId', m.before -> 'closedRequestId')), m.undone_at
FROM task_moves m JOIN tasks t ON t.id = m.task_id
ORDER BY m.id;
--> statement-breakpoint
INSERT INTO attachments (entity_type, entity_id, file_id, role, created_by, created_at)
SELECT CASE WHEN tf.comment_id IS NULL THEN 'task' ELSE 'task_comment' END, coalesce(tf.comment_id, tf.task_id), tf.file_id,
  f.purpose, f.uploaded_by, tf.added_at
FROM task_files tf JOIN files f ON f.id = tf.file_id
ORDER BY tf.added_at, tf.file_id
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO attachments (entity_type, entity_id, file_id, role, created_by, created_at)
SELECT 'fact', fp.fact_id, fp.file_id, f.purpose, f.uploaded_by, f.created_at
FROM fact_photos fp JOIN files f ON f.id = fp.file_id
ORDER BY fp.file_id
ON CONFLICT DO NOTHING;
--> statement-breakpoint
INSERT INTO attachments (entity_type, entity_id, file_id, role, created_by, created_at)
SELECT 'journal_photo', j.id, j.file_id, f.purpose, j.author_id, j.created_at
FROM journal_photos j JOIN files f ON f.id = j.file_id
ORDER BY j.id
ON CONFLICT DO NOTHING;
--> statement-breakpoint
CREATE FUNCTION forward_task_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    UPDATE entity_moves SET undone_at = NEW.undone_at
    WHERE entity_type = 'task' AND entity_id = NEW.task_id AND at = NEW.at AND "to" = NEW."to";
    RETURN NULL;
  END IF;
  INSERT INTO entity_moves (entity_type, entity_id, object_id, move, "from", "to", by_id, at, reason, before)
  SELECT 'task', t.id, t.object_id,
    CASE
      WHEN NEW."from" = 'new' AND NEW."to" = 'assigned' THEN 'assign'
      WHEN NEW."to" = 'assigned' THEN 'reassign'
      WHEN NEW."to" = 'new' THEN 'decline'
      WHEN NEW."from" = 'assigned' AND NEW."to" = 'in_progress' THEN 'take'
      WHEN NEW."to" = 'review' THEN 'submit'
      WHEN NEW."to" = 'done' THEN 'accept'
      WHEN NEW."from" = 'review' AND NEW."to" = 'in_progress' THEN 'return'
      WHEN NEW."to" = 'blocked' THEN 'block'
      WHEN NEW."from" = 'blocked' THEN 'unblock'
      WHEN NEW."to" = 'cancelled' THEN 'cancel'
      ELSE 'reopen'
    END,
    NEW."from", NEW."to", NEW.by_id, NEW.at, NEW.reason,
    NEW.before || jsonb_build_object('kept', jsonb_build_object('closedRequestId', NEW.before -> 'closedRequestId'))
  FROM tasks t WHERE t.id = NEW.task_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forward_task_move AFTER INSERT OR UPDATE ON task_moves FOR EACH ROW EXECUTE FUNCTION forward_task_move();
--> statement-breakpoint
CREATE FUNCTION forward_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  kind text; thing integer;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM attachments WHERE file_id = OLD.file_id;
    RETURN NULL;
  ELSIF TG_TABLE_NAME = 'fact_photos' THEN
    kind := 'fact'; thing := NEW.fact_id;
  ELSIF TG_TABLE_NAME = 'journal_photos' THEN
    kind := 'journal_photo'; thing := NEW.id;
  ELSIF NEW.comment_id IS NULL THEN
    kind := 'task'; thing := NEW.task_id;
  ELSE
    kind := 'task_comment'; thing := NEW.comment_id;
  END IF;
  INSERT INTO attachments (entity_type, entity_id, file_id, role, created_by, created_at)
  SELECT kind, thing, f.id, f.purpose, f.uploaded_by, f.created_at FROM files f WHERE f.id = NEW.file_id
  ON CONFLICT (file_id) DO UPDATE SET entity_type = excluded.entity_type, entity_id = excluded.entity_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forward_attachment AFTER INSERT ON task_files FOR EACH ROW EXECUTE FUNCTION forward_attachment();
--> statement-breakpoint
CREATE TRIGGER forward_attachment AFTER INSERT OR UPDATE OR DELETE ON fact_photos FOR EACH ROW EXECUTE FUNCTION forward_attachment();
--> statement-breakpoint
CREATE TRIGGER forward_attachment AFTER INSERT OR DELETE ON journal_photos FOR EACH ROW EXECUTE FUNCTION forward_attachment();
