# shellcheck shell=bash
# The parts of ./test: what each took, and the suites of tests, run side by side and counted from the reports they write.

readonly results=$cache/test
# A suite that takes longer hangs: the longest takes a fraction of it.
readonly suite_seconds=1800
readonly hang_timeout=4m
passed=0 failed=0 skipped=0 closed=false
part='' parts=()

# --- Parts and checks ------------------------------------------------------------------------------------------------

begin_part() {
  part=$1
  part_began=$(seconds_now)
}

end_part() {
  parts+=("$(printf '%-24s %6s s' "$part" "$(seconds_since "$part_began")")")
  part=
}

# One check that is a whole command: it passes or ends the run. $1 is said when it fails; its output is shown.
check() {
  local sentence=$1 log=$logs/check.log
  shift
  new_log "$log"
  if ! child "$log" "$@"; then
    grep -v '^[[:space:]]*$' "$log" | head -n 60 >&2
    fail "$sentence"
  fi
  passed=$((passed + 1))
}

# Every script parses, and shellcheck, where it is installed, has nothing to say.
check_scripts() {
  local scripts=("$root/run" "$root/test" "$root/.ci/run" "$root"/build/*.sh "$root"/infra/hooks/*.sh) script
  for script in "${scripts[@]}"; do
    check "$script does not parse." bash -n "$script"
  done
  ! command -v shellcheck >/dev/null || check 'shellcheck finds faults in the scripts.' \
    shellcheck --external-sources --check-sourced --severity=warning "$root/run" "$root/test" "$root/.ci/run"
}

# Whatever happens, the last line says how it went. A run that ends before its suites are through has failed once more.
close() {
  [[ $closed == false ]] || return 0
  closed=true
  [[ -z $part ]] || end_part
  local line
  for line in "${parts[@]}"; do say "$line"; done
  local all="$passed passed, $failed failed"
  ((skipped == 0)) || all+=", $skipped skipped"
  say "$all"
}

# --- Suites ----------------------------------------------------------------------------------------------------------

# Both by process id.
declare -a suite_of=() suite_began=()

# Each suite in a session of its own, as many side by side as there are cores, the one with most to run first so that
# none is left to run alone at the end; what they print goes to their logs.
run_suites() {
  local slots suite
  slots=$(nproc)
  for suite in $(largest_first "$@"); do
    ((${#suite_of[@]} < slots)) || reap_suite
    start_suite "$suite"
  done
  while ((${#suite_of[@]} > 0)); do reap_suite; done
}

largest_first() {
  local suite folder
  for suite in "$@"; do
    folder=$root/tests/$suite
    [[ $suite != static-web* ]] || folder=$root/static-web/src
    find "$folder" \( -name bin -o -name obj \) -prune -o -type f -printf '%s\n' | awk -v suite="$suite" '{ size += $1 } END { print size + 0, suite }'
  done | sort -rn | cut -d ' ' -f 2
}

# Those of a suite that are marked so run alone with --fast.
readonly small_trait='Trait("Size", "Small")'

has_small_tests() { grep -rqF --include='*.cs' --exclude-dir=obj "$small_trait" "$root/tests/$1"; }

start_suite() {
  local suite=$1 folder=$results/$1 command pid
  mkdir -p "$folder"
  case $suite in
    *.Tests)
      # A test that hangs is ended by name, long before its suite would be.
      command=(dotnet test "$root/tests/$suite/bin/$configuration/net10.0/$suite.dll" --results-directory "$folder"
        --blame-hang-timeout "$hang_timeout" --blame-hang-dump-type none
        --logger 'trx;LogFileName=report.trx' --logger 'console;verbosity=minimal')
      [[ $fast == false ]] || command+=(--filter 'Size=Small')
      ;;
    static-web)
      command=(npm --prefix "$root/static-web" test -- --reporter=default --reporter=json "--outputFile.json=$folder/report.json")
      ;;
    static-web:*)
      command=(npm --prefix "$root/static-web" run "${suite#*:}")
      ;;
  esac
  (
    exec {build_lock}>&-
    exec setsid setpriv --pdeathsig TERM timeout --kill-after=10 "$suite_seconds" "${command[@]}"
  ) </dev/null >"$folder/log" 2>&1 &
  pid=$!
  children[pid]=1
  suite_of[pid]=$suite
  suite_began[pid]=$(seconds_now)
}

# Waits for the next suite to end, counts its report and says how it went.
reap_suite() {
  local code=0 pid suite counts
  wait -n -p pid "${!suite_of[@]}" || code=$?
  # What a suite leaves running ends with it.
  kill -TERM -- "-$pid" 2>/dev/null || true
  suite=${suite_of[$pid]}
  node "$root/build/count.mjs" "$suite" "$results/$suite" "$code" "$(seconds_since "${suite_began[$pid]}")"
  read -r -a counts <"$results/$suite/counts"
  passed=$((passed + counts[0])) failed=$((failed + counts[1])) skipped=$((skipped + counts[2]))
  unset "children[$pid]" "suite_of[$pid]" "suite_began[$pid]"
}
