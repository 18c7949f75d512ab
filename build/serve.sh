# shellcheck shell=bash
# The data folder, and the two processes of ./run: the storage emulator and the host.

# How long a start may take on a slow machine, and how long an orderly stop, before a sentence says that it did not work.
readonly start_seconds=60 stop_seconds=20
readonly marker=.run-data storage_account=devstoreaccount1
# Records and files of a small practice, and the logs; below this the emulator would fail in the middle of a write.
readonly space_to_run_mb=200

# --- The data folder -------------------------------------------------------------------------------------------------

# Makes or takes the data folder and holds it for as long as we or a child of ours lives. Sets $data to its full path.
open_data() {
  if [[ -e $data && ! -d $data ]]; then
    fail "$data is not a folder. Name another one: ./run --data DIR"
  fi
  if [[ -d $data && ! -e $data/$marker && -n $(ls -A "$data" 2>/dev/null) ]]; then
    fail "$data holds files that are not from ./run, so it is left alone. Name an empty or a new folder: ./run --data DIR"
  fi
  (umask 077 && mkdir -p "$data") 2>/dev/null && [[ -w $data ]] ||
    fail "The data folder $data cannot be written. Name another one: ./run --data DIR"
  data=$(cd "$data" && pwd -P)
  [[ -e $data/$marker ]] || say 'Made by ./run, which may empty this folder when asked to (./run --reset).' >"$data/$marker"

  exec {data_lock}>>"$data/.lock"
  flock --nonblock "$data_lock" ||
    fail "The data folder $data is in use by another ./run. Stop that one, or name another folder: ./run --data DIR"

  local free
  free=$(free_mb "$data")
  ((free >= space_to_run_mb)) ||
    fail "Too little room on the disk of $data: $free MB are free and at least $space_to_run_mb MB are needed. Free some and start again."
}

# A reset that was interrupted is finished by the next start: what is left would be half a practice.
reset_data() {
  touch "$data/.resetting"
  find "$data" -mindepth 1 -maxdepth 1 ! -name "$marker" ! -name .lock ! -name .resetting -exec rm -rf {} +
  rm -f "$data/.resetting"
}

# A random key kept with the data: one opens the storage, one signs what the host sends to its own outbox.
# Neither is the emulator's well-known one, which every program on the machine could use.
key_of() {
  local file=$data/$1.key
  if [[ ! -s $file ]]; then
    (umask 077 && head -c 32 /dev/urandom | base64 -w 0 >"$file.new" && mv "$file.new" "$file")
  fi
  cat "$file"
}

# --- Processes -------------------------------------------------------------------------------------------------------

# Whether something listens there; the connection closes with the subshell.
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

check_port() {
  ! listens "$port" || port_taken
}

port_taken() {
  local other=$((port < 65535 ? port + 1 : port - 1))
  fail "Port $port is taken by another program. Stop that one, or choose another port: ./run --port $other"
}

# The emulator picks free ports itself. It ends when its standard input closes, so it cannot outlive us, however we end.
start_storage() {
  local log=$data/logs/azurite.log
  storage_key=$(key_of storage)
  # shellcheck disable=SC2034 # bash sets the pid and the pipe from the name
  coproc azurite {
    export AZURITE_ACCOUNTS="$storage_account:$storage_key"
    exec setsid node "$root/local/azurite/azurite.mjs" --location "$data/azurite" --skipApiVersionCheck --disableTelemetry --silent \
      --blobHost 127.0.0.1 --blobPort 0 --queueHost 127.0.0.1 --queuePort 0 --tableHost 127.0.0.1 --tablePort 0 >"$log" 2>&1
  }
  # shellcheck disable=SC2154 # set by coproc
  storage=$azurite_PID
  until blob=$(storage_address Blob) && table=$(storage_address Table); do
    alive "$storage" "The storage emulator" "$log"
    sleep 0.05
  done
}

storage_address() { sed -n "s|^Azurite $1 service is successfully listening at ||p" "$data/logs/azurite.log" | grep .; }

# What the product is told of this machine, for the host and for operators' commands. Needs $port, $blob, $table and $storage_key.
export_settings() {
  # Browsers make passkeys for names, not for numbers: the pages are at localhost.
  local address=http://127.0.0.1:$port pages=http://localhost:$port secret hook former=
  secret=$(key_of communication)
  # It stands in addresses.
  hook=$(key_of hook | tr '+/' '-_' | tr -d '=')
  # The next two are made by an operator, who rotates keys.
  [[ ! -s $data/former-hook.key ]] || former=$(tr '+/' '-_' <"$data/former-hook.key" | tr -d '=\n')
  Security__NewerKeys=
  [[ ! -s $data/newer-security.keys ]] || Security__NewerKeys=$(tr '\n' ' ' <"$data/newer-security.keys")
  Security__Key=$(key_of security)
  Operations__Key=$(key_of operator)
  export Security__Key Security__NewerKeys Operations__Key
  export AzureWebJobsStorage="DefaultEndpointsProtocol=http;AccountName=$storage_account;AccountKey=$storage_key;BlobEndpoint=$blob/$storage_account;TableEndpoint=$table/$storage_account;"
  export Storage__ConnectionString=$AzureWebJobsStorage
  export Storage__PagesOrigin=$pages,$address
  export Communication__ConnectionString="endpoint=$address/;accesskey=$secret"
  export Communication__PublicAddress=$pages/
  export Communication__HookKey=$hook
  export Communication__FormerHookKey=$former
  export Outbox__AccessKey=$secret
  export Outbox__ReportsTo="$address/api/delivery-reports?key=$hook"
}

start_host() {
  local log=$data/logs/host.log address=http://127.0.0.1:$port
  (
    cd "$root" || exit
    export_settings
    export Samples__Kind=$samples
    export Samples__SignInsFile=$data/demo-sign-ins.txt
    # Should we be killed outright, the host is told to stop.
    exec setsid setpriv --pdeathsig TERM dotnet "$app/Collaborations.Functions.dll" --urls "$address" --data "$data" >"$log" 2>&1
  ) </dev/null &
  host=$!
  until healthy; do
    if ! kill -0 "$host" 2>/dev/null && grep -q -i 'address already in use' "$log"; then
      port_taken
    fi
    alive "$host" 'The host' "$log"
    sleep 0.05
  done
}

# Asked over a plain socket: there need be no curl.
healthy() {
  local status
  status=$(
    exec 2>/dev/null
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$port" >&3
    IFS= read -r -t 5 line <&3 && printf '%s' "$line"
  ) || return
  [[ $status == 'HTTP/1.1 200 '* ]]
}

# Ends with a sentence when a process that we wait for has ended, or takes too long.
alive() {
  local pid=$1 what=$2 log=$3
  if ! kill -0 "$pid" 2>/dev/null; then
    tail -n 20 "$log" >&2
    fail "$what ended while it started. Its whole log: $log"
  fi
  ((SECONDS - started_at < start_seconds)) || fail "$what did not answer within $start_seconds seconds. Its log: $log"
}

# The host first, so that what it still writes reaches the storage; then the storage, which writes its tables to disk as it ends.
stop_processes() {
  stop_process "${host-}" 'The host'
  stop_process "${storage-}" 'The storage emulator'
}

stop_process() {
  local pid=$1 what=$2
  [[ -n $pid ]] && kill -TERM "$pid" 2>/dev/null || return 0
  ended_within "$pid" "$stop_seconds" && return
  kill -KILL -- "-$pid" 2>/dev/null || true
  say "$what did not stop within $stop_seconds seconds and was ended." >&2
}
