# shellcheck shell=bash
# Shared by ./run and ./test: where things lie, what is said when something fails, what must be installed, and children that end with us.
# Needs bash 5.1 and what every Debian has (coreutils, util-linux, findutils, grep, sed, awk); no curl, jq or python.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cache=$root/.cache
logs=$cache/logs
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false DOTNET_CLI_UI_LANGUAGE=en
export npm_config_update_notifier=false

readonly configuration=Release
# The build tools of the front end ask for it.
readonly minimum_node=20.19
# A first install and build takes 0.9 GB: packages of both kinds, their caches, and every project's output.
readonly space_to_build_mb=1500

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s: %s\n' "$program" "$*" >&2
  exit 1
}

# --- Tools -----------------------------------------------------------------------------------------------------------

check_tools() {
  local said
  command -v dotnet >/dev/null ||
    fail 'The .NET 10 SDK is missing. Install it (package dotnet-sdk-10.0, or https://dotnet.microsoft.com/download) and start again.'
  if ! sdk_version=$(cd "$root" && dotnet --version 2>&1); then
    said=$(grep -m 1 . <<<"$sdk_version" || true)
    fail "A .NET SDK of version 10 is needed and none that fits global.json starts here. Install it (package dotnet-sdk-10.0). dotnet says: $said"
  fi
  local ask="Install version $minimum_node or later (https://nodejs.org, or your distribution's package) and start again."
  command -v node >/dev/null || fail "Node.js is missing. $ask"
  node_version=$(node --version 2>/dev/null) || fail "Node.js does not start here. $ask"
  [[ $(printf '%s\n' "$minimum_node" "${node_version#v}" | sort -V | head -n 1) == "$minimum_node" ]] ||
    fail "Node.js $node_version is too old. $ask"
  command -v npm >/dev/null || fail 'npm is missing. Install it (package npm; Node.js from other sources brings it along) and start again.'
}

# --- Disk ------------------------------------------------------------------------------------------------------------

free_mb() {
  local folder=$1
  while [[ ! -d $folder ]]; do folder=$(dirname "$folder"); done
  df -Pk "$folder" | awk 'NR == 2 { print int($4 / 1024) }'
}

# The checkout and the package caches may lie on different disks.
check_space_to_build() {
  local folder free
  for folder in "$root" "${NUGET_PACKAGES:-${HOME:-$root}/.nuget/packages}"; do
    free=$(free_mb "$folder")
    ((free >= space_to_build_mb)) ||
      fail "Too little room on the disk of $folder: $free MB are free and installing and building takes $space_to_build_mb MB. Free some and start again."
  done
}

# --- One builder at a time -------------------------------------------------------------------------------------------

lock_build() {
  mkdir -p "$cache" "$logs"
  exec {build_lock}>"$cache/build.lock"
  if ! flock --nonblock "$build_lock"; then
    say 'Waiting for another ./run or ./test that is building in this checkout.'
    child /dev/null flock "$build_lock"
  fi
}

unlock_build() {
  exec {build_lock}>&-
  unset build_lock
}

# --- Fingerprints ----------------------------------------------------------------------------------------------------

# The hash of the names and contents of every source file below the given paths, so that a changed, an added, a renamed
# and a removed file all change it, and touching one does not. What tools make is not source.
fingerprint() {
  (
    cd "$root" || exit
    find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist -o -name TestResults \) -prune -o -type f -print0 2>/dev/null |
      LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c 1-24
  )
}

# --- Children --------------------------------------------------------------------------------------------------------

# By process id.
declare -a children=()
# A folder that is worth nothing until the step that fills it is through.
unfinished=

# Runs a command to its end and appends what it says to a file: child LOG COMMAND...
# It has a session of its own, so that a signal to us is answered at once and ends all it started; should we be killed
# outright, it is told to stop. What it leaves running (build servers) ends with it, and it gets none of our locks.
child() {
  local log=$1 code=0 pid
  shift
  (
    [[ -z ${build_lock-} || $1 == flock ]] || exec {build_lock}>&-
    [[ -z ${data_lock-} ]] || exec {data_lock}>&-
    exec setsid setpriv --pdeathsig TERM "$@"
  ) </dev/null >>"$log" 2>&1 &
  pid=$!
  children[pid]=1
  wait "$pid" || code=$?
  kill -TERM -- "-$pid" 2>/dev/null || true
  unset "children[$pid]"
  return "$code"
}

end_children() {
  local pid
  for pid in "${!children[@]}"; do
    kill -TERM -- "-$pid" 2>/dev/null || true
  done
  for pid in "${!children[@]}"; do
    ended_within "$pid" 5 || kill -KILL -- "-$pid" 2>/dev/null || true
  done
  children=()
  [[ -z $unfinished ]] || rm -rf "$unfinished"
}

# True once the child has ended; false when it still runs after so many seconds.
ended_within() {
  local pid=$1 rounds=$(($2 * 20))
  while kill -0 "$pid" 2>/dev/null; do
    ((rounds-- > 0)) || return 1
    sleep 0.05
  done
}

seconds_now() { printf '%s' "${EPOCHREALTIME/,/.}"; }

seconds_since() { awk -v from="$1" -v to="$(seconds_now)" 'BEGIN { printf "%.1f", to - from }'; }
