#!/bin/bash
# The units of docs/deploy as systemd reads them, and the socket that it hands over: systemd.sh DAICHO. Skipped (77) where
# systemd is not installed.
set -euo pipefail
program=$(realpath "$1")
root=$(cd "$(dirname "$0")/../../.." && pwd)
for tool in systemd-analyze systemd-socket-activate; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
export XDG_DATA_HOME=/nonexistent XDG_CACHE_HOME=/dev/null
scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
failed=0
check() {
    if [ "$2" = 0 ]; then echo "ok   $1"; else echo "FAIL $1"; failed=1; fi
}

# The program stands elsewhere here than where it will be installed.
cp "$root/docs/deploy/daicho.socket" "$scratch"
sed "s|/usr/bin/daicho|$program|" "$root/docs/deploy/daicho.service" >"$scratch/daicho.service"
said=$(systemd-analyze verify --man=no --recursive-errors=no "$scratch/daicho.service" "$scratch/daicho.socket" 2>&1) && code=0 || code=$?
[ -z "$said" ] || { echo "$said"; code=1; }
check "the units are read without a remark" $code
# 0 is exposed to nothing, 100 to everything; 12 when this was written.
systemd-analyze security --offline=true --no-pager --threshold=15 "$scratch/daicho.service" >"$scratch/security" && code=0 || code=$?
tail -1 "$scratch/security"
check "the service is hardened" $code

port=
for candidate in 28642 28643 28644 28645; do
    (exec 3<>"/dev/tcp/127.0.0.1/$candidate") 2>/dev/null || { port=$candidate; break; }
done
systemd-socket-activate -l "127.0.0.1:$port" "$program" serve 2>"$scratch/said" &
server=$!
for _ in $(seq 100); do
    grep -q "Listening" "$scratch/said" && break
    sleep 0.05
done
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'POST /v1/batch?kind=municipality HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 14\r\n\r\n131016\n' >&3
sleep 0.5
kill -TERM "$server"
sleep 0.2
printf '131024\n' >&3
answer=$(timeout 10 cat <&3) && code=0 || code=$?
exec 3>&-
grep -q "千代田区" <<<"$answer" && grep -q "中央区" <<<"$answer" && grep -q '"end":true' <<<"$answer" || code=1
check "a request at work when the service is stopped is answered on the socket of systemd" $code
wait "$server" && code=0 || code=$?
server=
check "the service ends with 0 when it has answered" $code
exit $failed
