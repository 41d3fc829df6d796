# Steps of a roll; sourced by deploy and rollback. $release is the folder of the release that is rolled out.

CANDIDATE=stsphera-candidate

end_candidates() { docker rm --force "$CANDIDATE-api" "$CANDIDATE-bot" >/dev/null 2>&1 || true; }

# A moment to go back to, proven to be in the repository of backups.
backup_point() {
  files=$release/docker-compose.yml
  [ ! -e "$home/override.yml" ] || files=$files:$home/override.yml
  COMPOSE_FILE=$files COMPOSE_ENV_FILES=$home/.env,$release/release.env "$release/infra/backup/point" "$1"
}

# Runs api and bot without a name on the network, so that the front door cannot find them, and tries them.
try_candidates() {
  end_candidates
  for part in api bot; do
    compose "$release" run --detach --no-deps --no-TTY --name "$CANDIDATE-$part" "$part-$new" >/dev/null
  done
  for part in api bot; do
    docker exec --interactive "$CANDIDATE-$part" node --input-type=module - "$part" "$START_SECONDS" \
      <"$release/infra/deploy/smoke.mjs"
  done
  end_candidates
}

# start_new [service]...: the other colour, and what is named besides, at once.
start_new() {
  compose "$release" up --detach --no-deps --no-build --force-recreate \
    --wait --wait-timeout "$START_SECONDS" "api-$new" "bot-$new" "$@"
}

# The front door has to find them by name before the others go.
reach_new() {
  for place in "api-$new:3001" "bot-$new:3002"; do
    compose "$release" exec --no-TTY web wget --quiet --output-document=/dev/null "http://$place/readyz"
  done
  sleep "$NOTICE_SECONDS"
}

# There is one scheduler; its work waits in the database for the few seconds of the change.
swap_scheduler() {
  compose "$release" up --detach --no-deps --no-build --wait --wait-timeout "$START_SECONDS" scheduler
}

# Stopped containers answer "not ready", serve what still comes, and end.
drain_old() {
  echo "$new" >"$state/colour"
  [ "$old" = none ] || compose "$release" rm --force --stop "api-$old" "bot-$old"
}

publish_site() {
  compose "$release" run --rm --no-deps --no-TTY site
  compose "$release" up --detach --no-deps --no-build --wait --wait-timeout "$START_SECONDS" web
  # Only when it says something new: a reload is the one moment at which a release touches connections.
  published=$(compose "$release" exec --no-TTY web sh -c 'cat /site/caddy/* | sha256sum')
  [ "$published" != "$(cat "$state/front-door" 2>/dev/null)" ] || return 0
  compose "$release" exec --no-TTY web caddy reload --config /site/caddy/Caddyfile --adapter caddyfile
  echo "$published" >"$state/front-door"
}

# What was begun is taken away; what served goes on serving.
give_up() {
  for name in "$CANDIDATE-api" "$CANDIDATE-bot"; do
    if docker inspect "$name" >/dev/null 2>&1; then docker logs --tail 15 "$name"; fi
  done
  end_candidates
  [ "$(colour)" = "$old" ] || return 0
  compose "$release" logs --tail 15 "api-$new" "bot-$new" || true
  compose "$release" rm --force --stop "api-$new" "bot-$new" || true
  serving=$(link_to current)
  if [ -n "$serving" ] && [ "$old" != none ]; then
    compose "$home/$serving" up --detach --no-deps --no-build scheduler || true
  fi
}

# record <kind of roll> <true|false> <revision>: on the host, and as a row that the administrators see.
record() {
  seconds=$(($(date +%s) - began))
  details=$(printf '{"act":"%s","revision":"%s","step":"%s","seconds":%s}' "$1" "$3" "$step" "$seconds")
  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $2 $details" >>"$state/log"
  compose "$release" run --rm --no-deps --no-TTY migrate node bin/record.mjs deploy "$2" "$details" >/dev/null 2>&1 ||
    say "The database took no record of it."
}
