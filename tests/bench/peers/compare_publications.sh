#!/bin/bash
# What changed between two publications of corporations, by daicho and by daff (npm install daff; $DAFF names its program): CPU time, memory.
#
#   compare_publications.sh BEFORE.csv AFTER.csv
#
# daff compares cells by the column of the number; daicho says what happened. Both read the same files; daff is given a heading.
set -euo pipefail
before=$1 after=$2
daff=${DAFF:-daff} daicho=${DAICHO:-daicho}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
heading=sequenceNumber,corporateNumber,process,correct,updateDate,changeDate,name,nameImageId,kind,prefectureName,cityName,streetNumber,addressImageId,prefectureCode,cityCode,postCode,addressOutside,addressOutsideImageId,closeDate,closeCause,successorCorporateNumber,changeCause,assignmentDate,latest,enName,enPrefectureName,enCityName,enAddressOutside,furigana,hihyoji
for side in before after; do
    { echo "$heading"; cat "${!side}"; } >"$folder/$side.csv"
done
measured() {
    local name=$1
    shift
    local format="$name: %U s + %S s CPU, %e s wall, %M kB"
    /usr/bin/time -f "$format" "$@" >/dev/null
}
wc -l "$before" "$after"
measured daicho "$daicho" propagate --before "$before" --after "$after" --events "$folder/events.jsonl"
wc -l "$folder/events.jsonl"
measured daff "$daff" diff --id corporateNumber --ignore sequenceNumber --output "$folder/daff.csv" "$folder/before.csv" "$folder/after.csv"
wc -l "$folder/daff.csv"
