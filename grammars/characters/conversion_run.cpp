#include "grammars/characters/conversion_run.hpp"

#include <algorithm>
#include <cstdio>

#include "grammars/base/error.hpp"
#include "grammars/characters/exact_bytes.hpp"
#include "grammars/text/code_point_name.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

TextForm target_form(const ConversionRequest& request, const TextForm& from) {
    const Encoding encoding = request.encoding.value_or(from.encoding);
    const bool bom = request.bom.value_or(encoding == from.encoding && from.bom);
    return {encoding, bom && !byte_order_mark(encoding).empty()};
}

ConversionRules rules_for(const ConversionRequest& request, const TextForm& to) {
    ConversionRules rules = request.rules;
    rules.context.to = to.encoding;
    return rules;
}

TextPlace conversion_run_place_of(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells,
                                  std::size_t begin, std::size_t end) {
    TextPlace place{stretch.line, stretch.record, 0, {}, {}};
    std::size_t base = 0;
    for (const auto& cell : cells) {
        if (begin < cell.written_begin() || begin > cell.written_end()) continue;
        place.column = cell.column;
        place.header = cell.header;
        base = cell.written_begin();
        break;
    }
    place.span = {static_cast<std::uint32_t>(begin - base), static_cast<std::uint32_t>(end - base)};
    return place;
}

bool before(const PlannedEdit& a, const PlannedEdit& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

}  // namespace

ConversionRun::ConversionRun(const ConversionRequest& request, const std::string& name, const TextForm& from,
                             TakesBytes out, const TakesBytes& record)
    : name_(name),
      converter_(rules_for(request, target_form(request, from))),
      record_(record),
      writer_(from, target_form(request, from), std::move(out), record_) {
    summary_.from = from;
    summary_.to = target_form(request, from);
    record_.begin({request.tool, name, from, summary_.to, converter_.rules().names(), request.data});
}

void ConversionRun::write(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells,
                          ConversionPlan& plan) {
    std::stable_sort(plan.edits.begin(), plan.edits.end(), before);
    hold_back_beside_broken_bytes(stretch, plan);
    std::size_t at = 0;
    for (auto& edit : plan.edits) {
        copy(stretch, cells, at, edit.begin);
        replace(stretch, cells, edit);
        at = edit.end;
    }
    copy(stretch, cells, at, stretch.raw.text.size());
    for (auto& left : plan.left) leave(stretch, cells, left);
}

/// A byte that is no character could become one with what is written behind it.
void ConversionRun::hold_back_beside_broken_bytes(const ConversionStretch& stretch,
                                                  ConversionPlan& plan) const {
    constexpr std::size_t size = 3;  // of U+FFFD, which stands for each of them
    for (const SourceBytes& source : stretch.raw.source) {
        if (!source.invalid) continue;
        const std::size_t end = source.offset - stretch.raw.base + size;
        std::erase_if(plan.edits, [&](const PlannedEdit& edit) {
            const bool beside = edit.begin <= end && edit.end + size > end && edit.begin != edit.end;
            if (beside) plan.left.push_back({edit.begin, edit.end, "broken-bytes", {}});
            return beside;
        });
    }
}

void ConversionRun::copy(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells,
                         std::size_t begin, std::size_t end) {
    if (begin == end) return;
    const auto failed = writer_.copy(stretch.raw, begin, end);
    if (!failed) return;
    refuse(stretch, cells, *failed);
}

void ConversionRun::refuse(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells,
                           const UnwritableCharacter& failed) const {
    const auto text = stretch.raw.text;
    refuse(conversion_run_place_of(stretch, cells, failed.offset, failed.offset),
           text.substr(failed.offset, code_point_at(text, failed.offset).size), failed.invalid);
}

void ConversionRun::replace(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells,
                            PlannedEdit& edit) {
    ConversionEdit done{0,
                        conversion_run_place_of(stretch, cells, edit.begin, edit.end),
                        std::string(stretch.raw.text.substr(edit.begin, edit.end - edit.begin)),
                        std::move(edit.now),
                        std::move(edit.rule),
                        std::move(edit.basis),
                        edit.loss};
    ++summary_.rules[done.rule];
    ++summary_.losses[static_cast<std::size_t>(done.loss)];
    if (const auto failed = writer_.replace(done)) {
        const std::string_view now = done.now;
        refuse(done.place, now.substr(failed->offset, code_point_at(now, failed->offset).size), false);
    }
}

void ConversionRun::leave(const ConversionStretch& stretch, const std::vector<WrittenCell>& cells,
                          PlannedLoss& left) {
    LeftCharacter character{conversion_run_place_of(stretch, cells, left.begin, left.end),
                            std::string(stretch.raw.text.substr(left.begin, left.end - left.begin)),
                            std::move(left.why), std::move(left.candidates)};
    record_.add(character);
    if (summary_.left.size() == ConversionSummary::most_left) return;
    character.place.header = {};
    summary_.left.push_back(std::move(character));
}

void ConversionRun::refuse(const TextPlace& place, std::string_view character, bool invalid) const {
    const std::string line = std::to_string(place.line);
    const std::string column = std::to_string(place.column);
    const std::string encoding{to_string(summary_.to.encoding)};
    std::string ja = name_ + ": " + line + " 行目";
    std::string en = name_ + ": line " + line;
    if (place.column != 0) {
        ja += "から始まるレコードの " + column + " 列目";
        en = name_ + ": the record of line " + line + ", column " + column;
    }
    if (invalid) {
        throw Error{ErrorKind::input,
                    ja + "に、文字として読めないバイトがあり、" + encoding +
                        " では書けません。入力を直すか、文字コードを変えずに変換してください。",
                    en + ", has bytes that are not valid text and cannot be written in " + encoding +
                        "; fix the input, or keep its encoding"};
    }
    const std::string code = code_point_names(character);
    throw Error{ErrorKind::input,
                ja + "の文字「" + std::string(character) + "」(" + code + ") は " + encoding +
                    " にありません。UTF-8で書くか、その文字を置き換えてください。",
                en + ": " + encoding + " has no character '" + std::string(character) + "' (" + code +
                    "); write in UTF-8, or replace the character",
                ErrorHint::output_encoding};
}

void ConversionRun::finish(ByteSource& source, const std::string& digest) {
    const auto written = writer_.finish();
    source.rewind();
    const SourceFacts facts = note_source_bytes(source, summary_.from, record_);
    if (facts.digest.sha256 != digest || facts.text_size != written.source_text) {
        throw Error{ErrorKind::system,
                    name_ + ": 変換している間に書き換えられました。もう一度変換してください。",
                    name_ + ": the file was changed while it was converted; convert it again"};
    }
    record_.end(facts.digest, written.digest);
    summary_.end = record_.counts();
}

}  // namespace daicho
