# What deploy, rollback and pull share; sourced by them.
#   $home/.env              settings and secrets (infra/make-secrets)
#   $home/override.yml      what this host changes in the compose file; optional
#   $home/releases/<id>     docker-compose.yml, infra/ and release.env of a release
#   $home/current, former   links to the release that serves, and to the one before it
#   $home/state             colour that serves, lock, log, refused revisions
home=${STSPHERA_HOME:-/opt/stsphera}
state=$home/state
# setting <name> <default>: of the environment, else of the host.
setting() {
  given=$(eval "printf '%s' \"\${$1:-}\"")
  [ -n "$given" ] || given=$(sed -n "s/^$1=//p" "$home/.env" 2>/dev/null)
  printf '%s' "${given:-$2}"
}
# How long a new container may take to become ready.
START_SECONDS=$(setting START_SECONDS 120)
# Two checks of the front door, which asks every half second.
NOTICE_SECONDS=${NOTICE_SECONDS:-1}
step=begin
began=$(date +%s)

say() { echo "$(date -u +%H:%M:%S) $*"; }

begin_step() {
  step=$1
  say "$step"
}

fail() {
  say "$*" >&2
  exit 1
}

# One roll at a time; the lock ends with the process.
take_lock() {
  mkdir -p "$state" "$home/releases"
  exec 9>"$state/lock"
  flock --nonblock 9 || fail "Another roll-out is running."
}

# compose <release folder> <arguments>
compose() {
  folder=$1
  shift
  [ ! -e "$home/override.yml" ] || set -- --file "$home/override.yml" "$@"
  docker compose --project-directory "$folder" --env-file "$home/.env" --env-file "$folder/release.env" \
    --file "$folder/docker-compose.yml" "$@" 9>&-
}

colour() { cat "$state/colour" 2>/dev/null || echo none; }
other() { if [ "$1" = blue ]; then echo green; else echo blue; fi; }
link_to() { readlink "$home/$1" 2>/dev/null || true; }
point() { ln -sfn "$2" "$home/$1"; }
revision_of() { sed -n 's/^REVISION=//p' "$home/$1/release.env"; }
