#include "tools/characters/detect_report.hpp"

#include <algorithm>
#include <cstdio>

#include "grammars/base/hexadecimal.hpp"
#include "grammars/text/counted.hpp"
#include "tools/characters/detect_notes.hpp"
#include "tools/text_table.hpp"

namespace daicho {

namespace {

std::string number(std::uint64_t value) {
    return grouped(static_cast<std::int64_t>(value));
}

/// "CP932, EUC-JP"
std::string names_of(const std::vector<Encoding>& encodings) {
    std::string names;
    for (const Encoding encoding : encodings) {
        names.append(names.empty() ? "" : ", ").append(to_string(encoding));
    }
    return names;
}

/// Writes what was found for people.
class TextReport {
 public:
    TextReport(const DetectedFile& file, Language language) : file_(file), language_(language) {}

    std::string write() {
        out_ = file_.path + ": ";
        if (!file_.other_format.en.empty()) {
            return out_ + say("テキストではありません。", "no text: ") +
                   std::string{file_.other_format.in(language_)} + "\n";
        }
        verdict();
        readings();
        differences();
        runs();
        notes();
        return std::move(out_);
    }

 private:
    std::string say(std::string_view ja, std::string_view en) const {
        return std::string{Text{ja, en}.in(language_)};
    }
    void line(const std::string& text) { out_ += "  " + text + "\n"; }

    void verdict() {
        const EncodingEvidence& found = file_.evidence;
        const std::string name = found.encoding ? std::string{to_string(*found.encoding)} : "";
        const std::string decide = number(found.deciding_bytes);
        switch (found.verdict) {
            case EncodingVerdict::proven:
                out_ += name + (found.bom_size != 0 ? say("（BOM付き）", " with BOM") : "") +
                        say("、証明済み: ", ", proven: ");
                out_ += found.bom_size != 0
                            ? say("BOM があり、すべてのバイトがそのとおりに読めます",
                                  "a byte-order mark, and every byte holds")
                            : say("ほかの読み方はすべて途中で破綻します（決め手 " + decide + " バイト）",
                                  "every other reading breaks (" + decide + " deciding bytes)");
                break;
            case EncodingVerdict::decided:
                out_ += name + say("、決定: ", ", decided: ");
                out_ += found.only_ascii
                            ? say("ASCII だけなので、UTF-8・CP932・EUC-JP のどれでも同じ文字です",
                                  "only ASCII, the same text in UTF-8, CP932 and EUC-JP")
                            : say("ほかの読み方は文章になりません（決め手 " + decide + " バイト）",
                                  "other readings make no sense (" + decide + " deciding bytes)");
                break;
            case EncodingVerdict::undecided:
                out_ += say(
                    "決まりません: " + names_of(found.remaining) + " のどれとも読めます（決め手 " + decide +
                        " バイト）",
                    "undecided between " + names_of(found.remaining) + " (" + decide + " deciding bytes)");
                break;
            case EncodingVerdict::damaged:
                out_ += name + say("、ただし壊れた箇所あり: "
                                   "ほとんどはこのとおりに読めますが、文字にならないバイトがあります",
                                   ", damaged: nearly all of it holds, but some bytes are not a character");
                break;
            case EncodingVerdict::broken:
                out_ += say("どの文字コードとしても、文字にならないバイトがあります",
                            "every encoding meets bytes that are not a character");
                break;
        }
        out_ += '\n';
    }

    void readings() {
        TextTable table{{"  " + say("文字コード", "encoding"), say("かな", "kana"),
                         say("頻出漢字", "frequent kanji"), say("第1水準", "level 1"),
                         say("他の漢字", "rare"), say("半角カナ", "half kana"), say("記号", "symbols"),
                         say("他", "other"), say("意外さ", "surprise")}};
        for (const EncodingReading& reading : file_.evidence.readings) {
            if (!reading.holds()) continue;
            const ReadingCounts& c = reading.counts;
            table.add({"  " + std::string{to_string(reading.encoding)}, number(c.kana), number(c.common),
                       number(c.level_1), number(c.rare), number(c.half_kana), number(c.symbols),
                       number(c.latin + c.foreign + c.unusable),
                       number(static_cast<std::uint64_t>(std::max(0.0, reading.bits)))});
        }
        if (!table.empty()) out_ += table.text();
        for (const EncodingReading& reading : file_.evidence.readings) {
            if (reading.broken)
                line(std::string{to_string(reading.encoding)} + ": " + broken_at(*reading.broken));
            if (reading.lacks_zeros)
                line(std::string{to_string(reading.encoding)} + ": " +
                     say("改行や数字にあるはずの 0x00 のバイトが一つもない",
                         "no byte 0x00, which line ends and digits have"));
        }
    }

    std::string broken_at(const BrokenByte& place) const {
        const std::string at = number(place.line);
        const std::string byte = number(place.offset + 1);
        return say(at + " 行目（" + byte + " バイト目）の " + byte_name(place.byte) + " で破綻",
                   "breaks at " + byte_name(place.byte) + " on line " + at + " (byte " + byte + ")");
    }

    void differences() {
        for (const Encoding encoding : file_.evidence.remaining) {
            for (const EncodingReading& reading : file_.evidence.readings) {
                if (reading.encoding != encoding) continue;
                const std::string at = number(reading.line_number);
                line(say(std::string{to_string(encoding)} + " なら " + at + " 行目は: ",
                         "line " + at + " as " + std::string{to_string(encoding)} + ": ") +
                     reading.line);
            }
        }
    }

    void runs() {
        if (file_.evidence.verdict == EncodingVerdict::undecided) {
            line(say("どちらかを知っている人に確かめ、--encoding で指定してください",
                     "ask who knows, and name it with --encoding"));
        }
        if (file_.runs.size() > 1) {
            line(say("行によって読める文字コードが違います。1つの文字コードにそろえてください:",
                     "the lines are not all in one encoding; bring them into one:"));
        }
        for (const EncodingRun& run : file_.runs) {
            const std::string from = number(run.first_line);
            const std::string to = number(run.first_line + run.lines - 1);
            const std::string names = run.encodings.empty()
                                          ? say("文字にならないバイト", "bytes that are not a character")
                                          : names_of(run.encodings);
            line(say(from + "〜" + to + " 行目: ", "lines " + from + " to " + to + ": ") + names);
        }
    }

    void notes() {
        if (!file_.survey) return;
        const TextSurvey& survey = *file_.survey;
        line(say("改行: ", "line ends: ") + std::string{to_string(survey.newline())} +
             (survey.ends_with_line_end ? "" : say("（最後の行に改行なし）", " (none on the last line)")));
        for (const DetectNote& note : detect_notes(survey)) {
            const std::string count = number(note.where.count);
            const std::string at = number(note.where.first_line);
            line(say(std::string{note.text.ja} + "（" + count + " か所、最初は " + at + " 行目）",
                     std::string{note.text.en} + " (" + count + ", first on line " + at + ")"));
        }
    }

    const DetectedFile& file_;
    Language language_;
    std::string out_;
};

}  // namespace

std::string detected_text(const DetectedFile& file, Language language) {
    return TextReport{file, language}.write();
}

}  // namespace daicho
