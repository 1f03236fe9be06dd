#include "grammars/formats/encoding_evidence.hpp"

#include <algorithm>

#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/encoding_trial.hpp"

namespace daicho {

namespace {

/// A reading is out where another is this many bits likelier: four thousand to one.
constexpr double deciding_bits = 12;
/// GIF asks for UTF-8, and what is written otherwise is seldom well-formed as that.
constexpr double utf8_favour = 8;
/// UTF-16 without a mark and without a line end, space or digit is hardly ever seen.
constexpr double bare_utf16_bits = 15;
/// So many characters of three bytes are UTF-8, whatever else the bytes could be.
constexpr std::uint64_t enough_long_forms = 16;
/// UTF-16 of a larger input has a line end, or a digit, and so a byte 0.
constexpr std::uint64_t bare_utf16_size = 4096;

constexpr Encoding utf16[] = {Encoding::utf16le, Encoding::utf16be};
constexpr Encoding jis_2004[] = {Encoding::shift_jis_2004, Encoding::euc_jis_2004};
constexpr Encoding bytewise[] = {Encoding::utf8, Encoding::cp932, Encoding::euc_jp};

bool is_utf16(Encoding encoding) {
    return encoding == Encoding::utf16le || encoding == Encoding::utf16be;
}

/// Reads ASCII as UTF-8 does.
bool is_east_asian(Encoding encoding) {
    return encoding == Encoding::cp932 || encoding == Encoding::euc_jp;
}

/// Weighs the readings of one source, running no more of them than the question needs.
class Weighing {
 public:
    Weighing(ByteSource& source, EvidenceDepth depth) : source_(source), all_(depth == EvidenceDepth::all) {}

    EncodingEvidence weigh() {
        const std::string start = read_start(source_);
        for (const Encoding encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be}) {
            if (const std::size_t size = bom_size(start, encoding)) return confirm(encoding, size);
        }
        survey_ = survey_bytes(source_, 0);
        decide();
        evidence_.only_ascii = ascii_bytes() && evidence_.encoding == Encoding::utf8;
        if (all_) read_everything();
        count_deciding_bytes();
        for (auto& reading : evidence_.readings) {
            if (reading.broken) reading.broken->line = line_of_offset(source_, reading.broken->offset);
        }
        return std::move(evidence_);
    }

 private:
    /// A file that says what it is must be that.
    EncodingEvidence confirm(Encoding encoding, std::size_t size) {
        skip_ = size;
        evidence_.bom_size = size;
        evidence_.deciding_bytes = size;
        run({&encoding, 1});
        if (all_ && holds(encoding)) judge({encoding});
        EncodingReading& reading = evidence_.readings.front();
        if (reading.holds()) {
            settle(EncodingVerdict::proven, encoding);
        } else {
            reading.broken->line = line_of_offset(source_, reading.broken->offset);
        }
        return std::move(evidence_);
    }

    void decide() {
        if (ascii_bytes() && !survey_.nul) return decide_ascii();
        if (survey_.utf8 && !survey_.nul && survey_.long_forms >= enough_long_forms) {
            if (all_) run(bytewise);
            const bool alone = all_ && !holds(Encoding::cp932) && !holds(Encoding::euc_jp);
            return settle(alone ? EncodingVerdict::proven : EncodingVerdict::decided, Encoding::utf8);
        }
        run(bytewise);
        if (survey_.nul || survey_.size <= bare_utf16_size) run(utf16);
        compare();
    }

    void decide_ascii() {
        constexpr Encoding iso[] = {Encoding::iso_2022_jp};
        if (survey_.escape) run(iso);
        if (survey_.escape && holds(Encoding::iso_2022_jp)) {
            return settle(EncodingVerdict::proven, Encoding::iso_2022_jp);
        }
        settle(EncodingVerdict::decided, Encoding::utf8);
    }

    /// Takes the likeliest of the readings that hold, if no other comes near.
    void compare() {
        std::vector<Encoding> left;
        for (const auto& reading : evidence_.readings) {
            const bool same_text = ascii_bytes() && is_east_asian(reading.encoding);
            if (reading.holds() && !same_text) left.push_back(reading.encoding);
        }
        const bool bare_utf16 = !survey_.nul && std::ranges::all_of(left, is_utf16);
        if (bare_utf16 && try_jis_2004()) return;
        if (left.empty()) return;
        if (left.size() > 1) judge(left);
        std::ranges::stable_sort(left, {}, [&](Encoding encoding) { return surprise(encoding); });
        const double best = surprise(left.front());
        const auto out = std::find_if(left.begin(), left.end(), [&](Encoding encoding) {
            return surprise(encoding) >= best + deciding_bits;
        });
        const bool alone = std::ranges::count_if(left, [](Encoding e) { return !is_utf16(e); }) == 1;
        left.erase(out, left.end());
        if (left.size() > 1) {
            evidence_.verdict = EncodingVerdict::undecided;
            evidence_.remaining = std::move(left);
            return;
        }
        const bool proven = alone && !is_utf16(left.front()) && !survey_.nul;
        settle(proven ? EncodingVerdict::proven : EncodingVerdict::decided, left.front());
    }

    /// As bytes; with NUL among them they can be UTF-16.
    bool ascii_bytes() const { return survey_.utf8 && survey_.high == 0; }

    /// What is broken as everything else may be JIS X 0213; believed where the text makes sense.
    bool try_jis_2004() {
        run(jis_2004);
        std::vector<Encoding> left;
        for (const Encoding encoding : jis_2004) {
            if (holds(encoding)) left.push_back(encoding);
        }
        if (left.empty()) return false;
        judge(left);
        const Encoding best = *std::ranges::min_element(left, {}, [&](Encoding e) { return find(e)->bits; });
        const ReadingCounts& counts = find(best)->counts;
        const std::uint64_t sensible = counts.kana + counts.common + counts.level_1;
        if (3 * sensible < 2 * counts.beyond_ascii()) return false;
        settle(EncodingVerdict::decided, best);
        return true;
    }

    double surprise(Encoding encoding) const {
        const double bits = find(encoding)->bits;
        if (encoding == Encoding::utf8) return bits - utf8_favour;
        return is_utf16(encoding) && !survey_.nul ? bits + bare_utf16_bits : bits;
    }

    void settle(EncodingVerdict verdict, Encoding encoding) {
        evidence_.verdict = verdict;
        evidence_.encoding = encoding;
    }

    /// For the record: the readings that the verdict did not need.
    void read_everything() {
        constexpr Encoding iso[] = {Encoding::iso_2022_jp};
        run(bytewise);
        run(iso);
        run(utf16);
        std::vector<Encoding> holding;
        for (const auto& reading : evidence_.readings) {
            if (reading.holds() && reading.line_number == 0) holding.push_back(reading.encoding);
        }
        judge(holding);
        std::ranges::stable_sort(evidence_.readings, {}, &EncodingReading::encoding);
    }

    void run(std::span<const Encoding> encodings) {
        std::vector<Encoding> fresh;
        for (const Encoding encoding : encodings) {
            if (find(encoding) == nullptr) fresh.push_back(encoding);
        }
        if (!fresh.empty()) try_encodings(source_, skip_, fresh, evidence_.readings);
    }

    void judge(const std::vector<Encoding>& encodings) {
        std::vector<EncodingReading*> readings;
        for (const Encoding encoding : encodings) readings.push_back(find(encoding));
        judge_readings(source_, skip_, readings, all_);
    }

    void count_deciding_bytes() {
        if (survey_.utf8) {
            evidence_.deciding_bytes = survey_.high;
            if (evidence_.encoding != Encoding::iso_2022_jp && !survey_.nul) return;
        }
        const bool wide = evidence_.encoding && is_utf16(*evidence_.encoding);
        evidence_.deciding_bytes = 0;
        read_through(source_, skip_, [&](std::string_view block, bool) {
            for (const char c : block) {
                evidence_.deciding_bytes +=
                    static_cast<unsigned char>(c) >= 0x80 || c == '\x1B' || (wide && c == '\0');
            }
            return true;
        });
    }

    bool holds(Encoding encoding) const {
        const EncodingReading* reading = find(encoding);
        return reading != nullptr && reading->holds();
    }
    const EncodingReading* find(Encoding encoding) const {
        const auto found = std::ranges::find(evidence_.readings, encoding, &EncodingReading::encoding);
        return found == evidence_.readings.end() ? nullptr : &*found;
    }
    EncodingReading* find(Encoding encoding) {
        return const_cast<EncodingReading*>(std::as_const(*this).find(encoding));
    }

    ByteSource& source_;
    bool all_;
    std::size_t skip_ = 0;  ///< the byte-order mark
    ByteSurvey survey_;
    EncodingEvidence evidence_;
};

struct Signature {
    std::string_view bytes;
    Text what;
};

using namespace std::string_view_literals;
constexpr Signature signatures[] = {
    {"PK\x03\x04"sv, {"Excel ブック (xlsx) か zip です。", "it is an Excel workbook (xlsx) or a zip file"}},
    {"\xD0\xCF\x11\xE0"sv, {"古い Excel ブック (xls) です。", "it is an old Excel workbook (xls)"}},
    {"%PDF"sv, {"PDF です。", "it is a PDF"}},
    {"\x1F\x8B"sv, {"gzip で圧縮されています。", "it is compressed with gzip"}},
    {"\x89PNG"sv, {"画像 (PNG) です。", "it is an image (PNG)"}},
    {"\xFF\xD8\xFF"sv, {"画像 (JPEG) です。", "it is an image (JPEG)"}},
    {"SQLite format 3"sv, {"SQLite データベースです。", "it is an SQLite database"}},
    {"\x7F"
     "ELF"sv,
     {"プログラムです。", "it is a program"}},
};

}  // namespace

EncodingEvidence weigh_encodings(ByteSource& source, EvidenceDepth depth) {
    return Weighing{source, depth}.weigh();
}

std::string_view to_string(EncodingVerdict verdict) {
    constexpr std::string_view words[] = {"proven", "decided", "undecided", "broken"};
    return words[static_cast<int>(verdict)];
}

Text other_format(std::string_view start) {
    for (const auto& signature : signatures) {
        if (start.starts_with(signature.bytes)) return signature.what;
    }
    return {};
}

std::string read_start(ByteSource& source) {
    source.rewind();
    std::string start(16, '\0');
    std::size_t size = 0;
    while (size < start.size()) {
        const std::size_t got = source.read(start.data() + size, start.size() - size);
        if (got == 0) break;
        size += got;
    }
    start.resize(size);
    return start;
}

}  // namespace daicho
