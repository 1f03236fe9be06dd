#!/bin/bash
# Kills `build` and `update` at random moments, and fills the disk under them: whatever happens, the registry that was
# there stays as it is, byte for byte, with its index of addresses, and the next run succeeds. faults.sh DAICHO DATA [TIMES]
set -euo pipefail
program=$(realpath "$1")
data=$(realpath "$2")
times=${3:-50}
scratch=$(mktemp -d)
mounted=
trap '[ -z "$mounted" ] || umount "$mounted"; rm -rf "$scratch"' EXIT
export DAICHO_LANG=en XDG_DATA_HOME=/nonexistent XDG_CACHE_HOME=/dev/null
failed=0
complain() { echo "$*"; failed=1; }
digest() { sha256sum <"$1"; }

registry=$scratch/r.sqlite
"$program" build -o "$registry" "$data/digital-agency/mt_town_all_20220426.csv" "$data/nta/30_wakayama_all_20200605.csv" >/dev/null
old=$(digest "$registry")
mkdir "$scratch/old"
cp "$registry" "$registry".*.addresses "$scratch/old"
build=("$program" build -o "$registry" "$data/digital-agency" "$data/nta" --despite-gaps)
update=("$program" --registry "$registry" update "$data/digital-agency" "$data/nta/diff_20260821.csv" --despite-gaps)

# Puts the old registry and its index back.
restore() {
    rm -f "$registry" "$registry".*.addresses*
    cp "$scratch/old/"* "$scratch"
}

# own_index: true where the registry in place has an index beside it that is whole.
own_index() {
    "$program" --registry "$registry" info --format json | grep -qF "\"address_index\":{\"path\":\"$registry." &&
        "$program" --registry "$registry" verify | awk '$1 == "index" && $2 == 1 && $3 == 0 {found = 1} END {exit !found}'
}

# How long an undisturbed run takes, in microseconds.
duration() {
    local begin=${EPOCHREALTIME/./}
    "$@" >/dev/null
    echo $((${EPOCHREALTIME/./} - begin))
}

# kill_at MICROSECONDS COMMAND...: true where it had not ended yet
kill_at() {
    local wait=$1
    shift
    "$@" >/dev/null 2>&1 &
    local pid=$!
    sleep "$(printf '0.%06d' "$wait")"
    kill -KILL "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    [ $? -eq 137 ]
}

for name in build update; do
    declare -n command=$name
    span=$(duration "${command[@]}")
    new=$(digest "$registry")
    restore
    killed=0
    RANDOM=1
    for ((i = 0; i < times; ++i)); do
        kill_at $((span * i / times + RANDOM % 2000)) "${command[@]}" && killed=$((killed + 1)) || true
        now=$(digest "$registry")
        own_index || complain "$name killed: the registry has no index of its own"
        if [ "$now" = "$new" ]; then  # it was quicker than the kill
            restore
        elif [ "$now" != "$old" ]; then
            complain "$name killed: the registry is neither the old nor the new one"
            break
        fi
    done
    [ "$killed" -gt 0 ] || complain "$name: no run was killed in time"
    "${command[@]}" >/dev/null || complain "$name after kills: fails"
    [ "$(digest "$registry")" = "$new" ] || complain "$name after kills: another result"
    [ "$(ls "$scratch" | grep -c '^r.sqlite.*daicho-')" = 0 ] || complain "$name: drafts are left behind"
    [ "$(ls "$registry".*.addresses | wc -l)" = 1 ] || complain "$name: more than one index is there"
    restore
    echo "$name: killed $killed of $times times"
done

# A disk that fills up: while the registry is written, and while its index is.
kilobytes() { echo $(($(stat -c %s "$1") / 1024 + 4)); }
mkdir "$scratch/disk"
if mount -t tmpfs -o size=400k tmpfs "$scratch/disk" 2>/dev/null; then
    mounted=$scratch/disk
    small=$mounted/r.sqlite
    "$program" build -o "$small" "$data/nta/diff_20260821.csv" >/dev/null
    was=$(digest "$small")
    "$program" build -o "$registry" "$data/digital-agency" "$data/nta" --despite-gaps >/dev/null
    begin=$(($(kilobytes "$small") + $(kilobytes "$registry")))
    for size in 400 $(seq "$begin" 16 $((begin + 400))); do
        mount -o remount,size="${size}k" "$mounted"
        code=0
        "$program" build -o "$small" "$data/digital-agency" "$data/nta" --despite-gaps >/dev/null 2>"$scratch/message" || code=$?
        [ "$code" != 0 ] || break
        [ "$code" = 2 ] || complain "full disk: exit code $code"
        grep -q 'no space' "$scratch/message" || complain "full disk: $(cat "$scratch/message")"
        [ "$(digest "$small")" = "$was" ] || complain "full disk: the old registry was touched"
        [ "$(ls "$mounted" | wc -l)" = 2 ] || complain "full disk: something is left behind: $(ls "$mounted")"
        message=$(sed "s|$scratch||; s|daicho-......:|daicho-XXXXXX:|" "$scratch/message")
        [ "$message" = "${before:-}" ] || echo "full disk of $size KiB: $message"
        before=$message
    done
    [[ "$before" = *.addresses:* ]] || complain "full disk: it was never the index that did not fit"
else
    echo "full disk: skipped, a file system cannot be mounted here"
fi
exit $failed
