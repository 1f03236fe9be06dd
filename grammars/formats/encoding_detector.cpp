#include "grammars/formats/encoding_detector.hpp"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/base/hexadecimal.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_evidence.hpp"

namespace daicho {

namespace {

void refuse_other_formats(const std::string& start, const std::string& name) {
    const Text what = other_format(start);
    if (what.en.empty()) return;
    const std::string ja{what.ja};
    const std::string en{what.en};
    throw Error{ErrorKind::input,
                name + ": 表のテキストではありません。" + ja + "CSV (UTF-8) として保存し直してください。",
                name + ": this is not a text table: " + en + "; save it as CSV (UTF-8)"};
}

/// What a file without a mark is usually in; the others would only make the message longer.
bool is_usual(Encoding encoding) {
    return encoding == Encoding::utf8 || encoding == Encoding::cp932 || encoding == Encoding::euc_jp ||
           encoding == Encoding::iso_2022_jp;
}

/// Readings of bytes hold where characters are two bytes wide; only what is between them is odd.
void append_lost_byte(std::string& ja, std::string& en) {
    ja +=
        "\n  文字の間に NUL（0x00）があります。UTF-16 "
        "のファイルで、途中のバイトが欠けたか余分にあるようです。"
        "元のデータから書き出し直してください。";
    en +=
        "\n  NUL bytes (0x00) stand between the characters: this seems to be UTF-16 in which a byte is "
        "missing "
        "or one too many; export it again from the source";
}

[[noreturn]] void fail_broken(const std::string& name, const EncodingEvidence& evidence) {
    std::string ja;
    std::string en;
    for (const auto& reading : evidence.readings) {
        if (reading.holds() || (evidence.bom_size == 0 && !is_usual(reading.encoding))) continue;
        const BrokenByte& place = *reading.broken;
        const std::string encoding{to_string(reading.encoding)};
        const std::string line = std::to_string(place.line);
        ja += "\n  " + encoding + ": " + line + " 行目 (" + std::to_string(place.offset + 1) +
              " バイト目) の " + byte_name(place.byte) + " が文字になりません";
        en += "\n  " + encoding + ": byte " + byte_name(place.byte) + " on line " + line + " (byte " +
              std::to_string(place.offset + 1) + " of the file) is not a valid character";
    }
    if (ja.empty()) append_lost_byte(ja, en);
    throw Error{
        ErrorKind::input,
        name + ": 文字コードが決まりません。どの読み方にも文字にならないバイトがあります:" + ja +
            "\n  "
            "その場所を直すか、文字コードを指定してください（指定すると、壊れた箇所を1つずつ報告します）。",
        name + ": the encoding cannot be determined; in every encoding some bytes are not valid:" + en +
            "\n  fix these places, or name the encoding: each broken place is then reported",
        ErrorHint::input_encoding};
}

[[noreturn]] void fail_undecided(const std::string& name, const EncodingEvidence& evidence) {
    std::string ja;
    std::string en;
    std::string line;
    for (const Encoding encoding : evidence.remaining) {
        const auto reading = std::ranges::find(evidence.readings, encoding, &EncodingReading::encoding);
        std::string shown = "\n  " + std::string{to_string(encoding)} + ": " + reading->line;
        if (reading->broken) shown += " (" + byte_name(reading->broken->byte) + "?)";
        if (line.empty()) line = std::to_string(reading->line_number);
        ja += shown;
        en += shown;
    }
    throw Error{
        ErrorKind::input,
        name + ": 文字コードが 1 つに決まりません。次のどれとしても正しく読めます。違いは " + line +
            " 行目から:" + ja + "\n正しいものを指定してください。",
        name +
            ": the bytes do not decide the encoding; each of these reads them without error, and they first "
            "differ on line " +
            line + ":" + en + "\nname the right one",
        ErrorHint::input_encoding};
}

ProvenEncoding prove(ByteSource& source) {
    refuse_other_formats(read_start(source), source.name());
    const EncodingEvidence evidence = weigh_encodings(source, EvidenceDepth::verdict);
    if (evidence.verdict == EncodingVerdict::broken) fail_broken(source.name(), evidence);
    if (evidence.verdict == EncodingVerdict::undecided) fail_undecided(source.name(), evidence);
    return {*evidence.encoding, evidence.bom_size};
}

}  // namespace

std::size_t bom_size(std::string_view bytes, Encoding encoding) {
    const auto mark = byte_order_mark(encoding);
    return !mark.empty() && bytes.starts_with(mark) ? mark.size() : 0;
}

ProvenEncoding prove_encoding(ByteSource& source) {
    const ProvenEncoding proven = prove(source);
    source.rewind();
    return proven;
}

}  // namespace daicho
