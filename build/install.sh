# shellcheck shell=bash
# Installing and building, only what has changed since it last succeeded. A step that fails or is interrupted leaves
# nothing that a later start would take for done.

# --- Packages --------------------------------------------------------------------------------------------------------

new_log() { : >"$1"; }

# npm ci in one folder, skipped while node_modules carries the hash of what it was installed from.
install_npm() {
  local folder=$1 hash log
  log=$logs/npm-${folder//\//-}.log
  hash=$( (cd "$root/$folder" && cat package.json package-lock.json .npmrc 2>/dev/null; printf '%s' "${node_version%%.*}") | sha256sum | cut -c 1-24)
  [[ $(cat "$root/$folder/node_modules/.installed" 2>/dev/null) != "$hash" ]] || return 0

  check_space_to_build
  say "Installing the npm packages of $folder."
  unfinished=$root/$folder/node_modules
  new_log "$log"
  child "$log" npm --prefix "$root/$folder" ci --ignore-scripts --no-audit --no-fund --prefer-offline \
    --fetch-retries 3 --fetch-retry-mintimeout 1000 --fetch-retry-maxtimeout 8000 ||
    explain_failure "The npm packages of $folder" "$log"
  printf '%s' "$hash" >"$unfinished/.installed"
  unfinished=
}

# $@: projects or the solution, and options of dotnet restore.
restore_nuget() {
  local log=$logs/restore.log
  check_space_to_build
  new_log "$log"
  child "$log" dotnet restore "$@" -nologo -v minimal || explain_failure 'The NuGet packages' "$log"
}

# Ends with the one sentence that fits what the log shows.
explain_failure() {
  local what=$1 log=$2
  if grep -q -i -E 'ENOSPC|no space left' "$log"; then
    fail "$what could not be installed: the disk is full. Free some room and start again."
  elif grep -q -E 'NU1004|EUSAGE' "$log"; then
    fail "$what could not be installed: a lock file does not fit its project. After changing packages run 'dotnet restore' or 'npm install' and commit the lock file. Details: $log"
  elif grep -q -E 'NU1301|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|Could not resolve|Temporary failure resolving|Unable to fetch' "$log"; then
    fail "$what could not be fetched: the package registry cannot be reached. Check the network (or proxy) and start again. Details: $log"
  fi
  tail -n 15 "$log" >&2
  fail "$what could not be installed. Details: $log"
}

# --- Programs --------------------------------------------------------------------------------------------------------

# No build server is left behind: worker nodes end with the build, and the compiler's server is one of our own, which ends with the child's session.
# dotnet_build LOG PROJECT...
dotnet_build() {
  local log=$1 code=0
  shift
  new_log "$log"
  local options=(--configuration "$configuration" --no-restore -nologo -v quiet -nodeReuse:false -p:UseSharedCompilation=true "-p:SharedCompilationId=$(compiler_id)")
  # An interrupted compiler can leave half an assembly that is newer than its sources.
  [[ ! -e $cache/dotnet-build.begun ]] || options+=(--no-incremental)
  touch "$cache/dotnet-build.begun"
  child "$log" dotnet build "$@" "${options[@]}" || code=$?
  rm -f "$cache/dotnet-build.begun"
  return "$code"
}

compiler_id() { printf '%s' "$root" | sha256sum | cut -c 1-16; }

# The program of ./run, in a folder named after the hash of its sources: there are no half-built ones, and a running one
# is not rebuilt under its own feet. Sets $app.
build_app() {
  local sources log=$logs/build.log attempt
  for attempt in 1 2 3; do
    sources=$(app_sources)
    app=$cache/app/$sources
    if [[ -d $app ]]; then
      touch "$app"
      return
    fi
    check_space_to_build
    say 'Building the program.'
    restore_nuget "$root/functions"
    dotnet_build "$log" "$root/functions" || explain_build_failure 'The program' "$log"
    # A file saved while the compiler ran belongs to another program.
    [[ $(app_sources) == "$sources" ]] || continue
    rm -rf "$cache/app/new"
    mkdir -p "$cache/app"
    cp -a "$root/functions/bin/$configuration/net10.0" "$cache/app/new"
    mv -T "$cache/app/new" "$app"
    touch "$app"
    # shellcheck disable=SC2012 # names of our own making: hashes
    ls -1t "$cache/app" | tail -n +5 | while IFS= read -r old; do rm -rf "${cache:?}/app/$old"; done
    return
  done
  fail "The sources changed during each of $attempt builds. Start again when they are at rest."
}

app_sources() {
  local shared
  shared=$(cd "$root" && find . -maxdepth 1 -type f \( -name '*.props' -o -name '*.targets' -o -name '*.json' -o -name '*.config' -o -name .editorconfig -o -name .globalconfig \))
  # shellcheck disable=SC2086 # a list of plain names
  printf '%s %s' "$sdk_version" "$(fingerprint functions local $shared)" | sha256sum | cut -c 1-24
}

# The front end, built into static-web/dist. The stamp tells the sources it was built from and what it came to.
build_web() {
  [[ -f $root/static-web/package.json ]] || return 0
  local stamp=$cache/static-web.stamp log=$logs/static-web.log sources
  sources=$(web_sources)
  [[ $(cat "$stamp" 2>/dev/null) != "$sources $(web_output)" ]] || return 0
  check_space_to_build
  say 'Building the front end.'
  rm -f "$stamp"
  new_log "$log"
  child "$log" npm --prefix "$root/static-web" run build || explain_build_failure 'The front end' "$log"
  printf '%s' "$sources $(web_output)" >"$stamp"
}

# The front end's types are made from the contract beside the functions.
web_sources() { printf '%s %s' "$node_version" "$(fingerprint static-web functions/openapi.yaml)" | sha256sum | cut -c 1-24; }

web_output() { (cd "$root/static-web" && find dist -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -c 1-24); }

explain_build_failure() {
  local what=$1 log=$2
  if grep -q -i -E 'ENOSPC|no space left' "$log"; then
    fail "$what could not be built: the disk is full. Free some room and start again."
  fi
  # What compilers mark as an error, once each; of other tools the end of what they said.
  grep -E ': error ' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
  fail "$what does not build. Details: $log"
}

# --- Browser ---------------------------------------------------------------------------------------------------------

# The browser tests drive the distribution's Chromium. Its installation is tried twice: the first try can race with the lists of packages.
install_chromium() {
  command -v chromium >/dev/null && return
  local log=$logs/chromium.log as=()
  command -v apt-get >/dev/null ||
    fail 'Chromium is missing, which the browser tests drive. Install it so that "chromium" is on the path, or leave those tests out: ./test --fast.'
  if ((EUID != 0)); then
    command -v sudo >/dev/null && sudo -n true 2>/dev/null ||
      fail 'Chromium is missing, which the browser tests drive, and installing it takes root. Run "apt-get install chromium" as root, or leave those tests out: ./test --fast.'
    as=(sudo -n)
  fi
  say "Installing Chromium from the distribution's packages."
  new_log "$log"
  apt_chromium "$log" "${as[@]}" || apt_chromium "$log" "${as[@]}" || explain_failure 'Chromium' "$log"
  command -v chromium >/dev/null || fail "Chromium was installed and is still not on the path. Details: $log"
}

apt_chromium() {
  child "$@" env DEBIAN_FRONTEND=noninteractive apt-get update &&
    child "$@" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium fonts-liberation
}
