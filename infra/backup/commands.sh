# How the scripts of this folder reach the installation; sourced by them. An installation that does not run by compose
# names a file in STSPHERA_COMMANDS that defines these functions in its own way.
root=$(cd "$(dirname "$0")" && while [ ! -e docker-compose.yml ] && [ "$PWD" != / ]; do cd ..; done && pwd)
cd "$root"

# A release of infra/deploy stands beside its settings and what the host changes; a checkout has all in its own folder.
compose() {
  if [ -e "$root/release.env" ] && [ -z "${COMPOSE_ENV_FILES:-}" ]; then
    host=${STSPHERA_HOME:-/opt/stsphera}
    changed=$host/override.yml
    docker compose --project-directory "$root" --env-file "$host/.env" --env-file "$root/release.env" \
      --file "$root/docker-compose.yml" $([ ! -e "$changed" ] || echo --file "$changed") \
      --profile backup --profile restore "$@"
  else
    docker compose --profile backup --profile restore "$@"
  fi
}
# pgBackRest and psql beside the running database.
in_postgres() { compose exec -T postgres "$@"; }
# The copier of files: infra/backup/copy-files.
copy_files() { compose run --rm -T --no-deps copier "$@"; }
# A program of the migrate image; it sees the folder $evidence as /evidence.
program() {
  compose run --rm -T --no-deps ${evidence:+--volume "$evidence:/evidence:ro"} migrate node "bin/$1.mjs" "${@:2}"
}
evidence_inside=/evidence
# The second database server, on the volume $RESTORED_VOLUME.
start_restored() { compose up --detach --no-deps restored; }
in_restored() { compose exec -T restored "$@"; }
restored_runs() { [ -n "$(compose ps --quiet --status running restored)" ]; }
restored_log() { compose logs --no-log-prefix --tail 20 restored; }
stop_restored() { compose rm --force --stop restored; }
drop_restored() { docker volume rm "$RESTORED_VOLUME"; }
# Asks the repository when the database itself may be gone.
in_repository() { compose run --rm -T --no-deps --entrypoint pgbackrest restored "$@"; }

if [ -n "${STSPHERA_COMMANDS:-}" ]; then . "$STSPHERA_COMMANDS"; fi

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*" >&2; }
fail() {
  say "$*"
  exit 1
}
