#include "grammars/formats/encoding_evidence.hpp"

#include <algorithm>

#include "grammars/formats/byte_survey.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/encoding_trial.hpp"
#include "grammars/formats/first_bytes.hpp"
#include "grammars/formats/simd.hpp"
#include "grammars/formats/text_source.hpp"

namespace daicho {

namespace {

/// A reading is out where another is this many bits likelier: four thousand to one.
constexpr double deciding_bits = 12;
/// So much likelier is what would be damaged too, and what nearly is UTF-8 is none.
constexpr double telling_bits = 48;
/// GIF asks for UTF-8, and what is written otherwise is seldom well-formed as that.
constexpr double utf8_favour = 8;
/// UTF-16 without a mark and without a line end, space or digit is hardly ever seen.
constexpr double bare_utf16_bits = 15;
/// So many characters of three bytes are UTF-8, whatever else the bytes could be.
constexpr std::uint64_t enough_long_forms = 16;
/// UTF-16 of a larger input has a line end, or a digit, and so a byte 0.
constexpr std::uint64_t bare_utf16_size = 4096;
/// In so many characters of one encoding, an odd one does not tell another that shares all the rest.
constexpr std::uint64_t long_text = 25;
/// In a short input one damaged byte can make another encoding hold; a longer one breaks that elsewhere.
constexpr std::uint64_t short_input = 16384;

constexpr Encoding utf16[] = {Encoding::utf16le, Encoding::utf16be};
constexpr Encoding jis_2004[] = {Encoding::shift_jis_2004, Encoding::euc_jis_2004};
constexpr Encoding iso_2022_jp[] = {Encoding::iso_2022_jp};
constexpr Encoding bytewise[] = {Encoding::utf8, Encoding::cp932, Encoding::euc_jp};

/// Reads ASCII as UTF-8 does.
bool is_east_asian(Encoding encoding) {
    return encoding == Encoding::cp932 || encoding == Encoding::euc_jp;
}

/// Weighs the readings of one source, running no more of them than the question needs: one function for each
/// step from proof to decision, hence their number; they share the readings, each of which is run at most
/// once.
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
        evidence_.only_ascii = survey_.ascii && evidence_.encoding == Encoding::utf8;
        if (all_) read_everything();
        if (all_) count_deciding_bytes();
        find_lines();
        return std::move(evidence_);
    }

 private:
    /// A file that says what it is must be that, save for some places.
    EncodingEvidence confirm(Encoding encoding, std::size_t size) {
        skip_ = size;
        evidence_.bom_size = size;
        evidence_.deciding_bytes = size;
        run({&encoding, 1});
        if (holds(encoding)) {
            if (all_) judge({encoding});
            settle(EncodingVerdict::proven, encoding);
        } else if (nearly(encoding)) {
            settle(EncodingVerdict::damaged, encoding);
        }
        find_lines();
        return std::move(evidence_);
    }
    bool nearly(Encoding encoding) {
        if (encoding == Encoding::utf8) return survey_bytes(source_, skip_).nearly_utf8();
        if (find(encoding)->turned_round) return false;
        judge({encoding});
        return is_sound(find(encoding)->counts);
    }

    void decide() {
        if (survey_.escape && decide_escapes()) return;
        if (survey_.ascii && !survey_.nul()) return settle(EncodingVerdict::decided, Encoding::utf8);
        if (survey_.utf8() && !survey_.nul() && survey_.long_forms >= enough_long_forms) {
            if (all_) run(bytewise);
            const bool alone = all_ && !holds(Encoding::cp932) && !holds(Encoding::euc_jp);
            return settle(alone ? EncodingVerdict::proven : EncodingVerdict::decided, Encoding::utf8);
        }
        run(bytewise);
        compare();
    }

    /// Escape sequences with kanji behind them are ISO-2022-JP, whatever else stands there.
    bool decide_escapes() {
        run(iso_2022_jp);
        if (holds(Encoding::iso_2022_jp)) {
            settle(EncodingVerdict::proven, Encoding::iso_2022_jp);
            return true;
        }
        judge({Encoding::iso_2022_jp});
        const ReadingCounts& counts = find(Encoding::iso_2022_jp)->counts;
        if (sensible(counts) == 0 || 4 * sensible(counts) < counts.unusable) return false;
        if (sensible(counts) >= counts.unusable) settle(EncodingVerdict::damaged, Encoding::iso_2022_jp);
        return true;
    }

    /// Takes the likeliest of the readings that hold, or nearly do, if no other comes near.
    void compare() {
        std::vector<Encoding> left;
        for (const Encoding encoding : bytewise) {
            const bool same_text = survey_.ascii && is_east_asian(encoding);
            const bool whole = holds(encoding) || is_cut(encoding);
            const bool nearly =
                encoding == Encoding::utf8 && survey_.nearly_utf8() && !is_rather_east_asian();
            if ((whole || nearly) && !same_text && !survey_.nuls_between()) left.push_back(encoding);
        }
        if (left.empty() && !survey_.nul() && try_jis_2004()) return;
        const std::vector<Encoding> wide = proven_utf16();
        const bool alone = left.size() == 1 && !survey_.nul();
        left.insert(left.end(), wide.begin(), wide.end());
        if (left.empty()) return;
        if (left.size() > 1) judge(left);
        std::ranges::stable_sort(left, {}, [&](Encoding encoding) { return surprise(encoding); });
        const double best = surprise(left.front());
        const auto out = std::find_if(left.begin(), left.end(), [&](Encoding encoding) {
            return surprise(encoding) >= best + deciding_bits;
        });
        left.erase(out, left.end());
        // What is well-formed UTF-8 is UTF-8 unless that reads much worse.
        const bool utf8_may_be = std::ranges::find(left, Encoding::utf8) != left.end();
        if (holds(Encoding::utf8) && utf8_may_be) left = {Encoding::utf8};
        if (left.size() > 1) {
            evidence_.verdict = EncodingVerdict::undecided;
            evidence_.remaining = std::move(left);
            return;
        }
        const Encoding found = left.front();
        if (is_chance(found)) return;
        settle(!holds(found)               ? EncodingVerdict::damaged
               : alone && !is_utf16(found) ? EncodingVerdict::proven
                                           : EncodingVerdict::decided,
               found);
    }

    /// Only the beginning of a character at the very end is invalid.
    bool is_cut(Encoding encoding) const {
        const EncodingReading& reading = *find(encoding);
        if (reading.holds()) return false;
        const std::uint64_t left = skip_ + survey_.size - reading.broken->offset;
        if (left > survey_.tail.size()) return false;
        Buffer<char> text;
        std::vector<SourceBytes> source;
        const auto rest = std::string_view{survey_.tail}.substr(survey_.tail.size() - left);
        return Decoder{encoding}.decode(rest, false, text, source) == 0;
    }

    /// Whether bytes that are kanji of EUC-JP save for some damage are read as CP932 by chance, or the other
    /// way.
    bool is_chance(Encoding found) {
        if (!is_east_asian(found) || survey_.size > short_input) return false;
        const Encoding other = found == Encoding::cp932 ? Encoding::euc_jp : Encoding::cp932;
        judge({found, other});
        return !holds(other) && surprise(other) + deciding_bits < surprise(found);
    }

    /// Whether bytes that nearly are UTF-8 make much more sense as CP932 or EUC-JP with some damage: 福井県
    /// in EUC-JP has as many characters of UTF-8 as bytes that are none.
    bool is_rather_east_asian() {
        if (survey_.utf8() || survey_.cut || survey_.nul()) return false;
        judge({std::begin(bytewise), std::end(bytewise)});
        return std::ranges::any_of(bytewise, [&](Encoding encoding) {
            return is_east_asian(encoding) && surprise(encoding) + telling_bits < surprise(Encoding::utf8);
        });
    }

    /// UTF-16 without a mark is believed where ASCII stands in pairs with bytes 0, or where a short text
    /// without any is one that people in Japan write.
    std::vector<Encoding> proven_utf16() {
        std::vector<Encoding> proven;
        if (!survey_.nul() && (survey_.utf8() || survey_.size > bare_utf16_size)) return proven;
        run(utf16);
        for (const Encoding encoding : utf16) {
            const std::size_t high = encoding == Encoding::utf16le ? 1 : 0;
            const bool in_place = survey_.nuls[high] > 2 * survey_.nuls[1 - high];
            if (find(encoding)->turned_round || (survey_.nul() && !in_place)) continue;
            if (!survey_.nul() && !holds(encoding)) continue;
            if (survey_.size % 2 != 0 && begins_turned_round(encoding)) continue;
            judge({encoding});
            ReadingCounts counts = find(encoding)->counts;
            counts.unusable -= std::min(counts.unusable, (survey_.padding + 1) / 2);
            const std::uint64_t telling = counts.ascii + sensible(counts);
            const bool plausible = !survey_.nul()          ? 10 * sensible(counts) >= 9 * all_of(counts)
                                   : survey_.size % 2 != 0 ? 5 * telling >= 4 * all_of(counts)
                                                           : 20 * counts.ascii >= all_of(counts);
            if (plausible && is_sound(counts)) proven.push_back(encoding);
        }
        return proven;
    }

    /// With a byte lost in the first cell, what follows reads well in the other order of bytes.
    bool begins_turned_round(Encoding encoding) {
        const std::string start = read_start(source_);
        const auto bits = [&](Encoding order) {
            Buffer<char> text;
            std::vector<SourceBytes> source;
            Decoder{order}.decode(std::string_view{start}.substr(0, 4), false, text, source);
            TextLikelihood likelihood;
            likelihood.add({text.data(), text.size()});
            return likelihood.bits();
        };
        return bits(encoding) > bits(encoding == utf16[0] ? utf16[1] : utf16[0]);
    }

    static std::uint64_t all_of(const ReadingCounts& counts) { return counts.ascii + counts.beyond_ascii(); }
    static std::uint64_t sensible(const ReadingCounts& counts) {
        return counts.kana + counts.common + counts.level_1;
    }
    /// Hardly anything in it is broken, a control character or for private use.
    static bool is_sound(const ReadingCounts& counts) { return 20 * counts.unusable <= all_of(counts); }

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
        if (3 * sensible(counts) < 2 * counts.beyond_ascii() || is_slip(best, counts)) return false;
        settle(EncodingVerdict::decided, best);
        return true;
    }

    /// A text that is the older encoding save for one code in many: that may be damage.
    bool is_slip(Encoding encoding, const ReadingCounts& counts) {
        const Encoding older = encoding == Encoding::shift_jis_2004 ? Encoding::cp932 : Encoding::euc_jp;
        judge({older});
        // Controls are as odd in either.
        const std::uint64_t there = find(older)->counts.unusable,
                            odd = there - std::min(there, counts.unusable);
        return odd <= 4 && long_text * odd <= counts.beyond_ascii();
    }

    double surprise(Encoding encoding) const {
        const double bits = find(encoding)->bits;
        if (encoding == Encoding::utf8) return bits - utf8_favour;
        return is_utf16(encoding) && !survey_.nul() ? bits + bare_utf16_bits : bits;
    }

    void find_lines() {
        for (auto& reading : evidence_.readings) {
            if (reading.broken) reading.broken->line = line_of_offset(source_, reading.broken->offset);
        }
    }

    void settle(EncodingVerdict verdict, Encoding encoding) {
        evidence_.verdict = verdict;
        evidence_.encoding = encoding;
    }

    /// For the record: the readings that the verdict did not need.
    void read_everything() {
        run(bytewise);
        run(iso_2022_jp);
        if (survey_.nul() || survey_.size <= bare_utf16_size) {
            run(utf16);
        } else {
            for (const Encoding encoding : utf16) {
                if (find(encoding) == nullptr)
                    evidence_.readings.emplace_back(EncodingReading{encoding}).lacks_zeros = true;
            }
        }
        std::vector<Encoding> holding;
        for (const auto& reading : evidence_.readings) {
            const bool is_asked = reading.holds() || reading.encoding == evidence_.encoding;
            if (is_asked && reading.line_number == 0) holding.push_back(reading.encoding);
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
        const bool wide = evidence_.encoding && is_utf16(*evidence_.encoding);
        const bool iso = evidence_.encoding == Encoding::iso_2022_jp || !survey_.utf8();
        evidence_.deciding_bytes = 0;
        read_through(source_, skip_, [&](std::string_view block, bool) {
            evidence_.deciding_bytes += count_from(block, 0x80);
            if (iso)
                evidence_.deciding_bytes += static_cast<std::uint64_t>(std::ranges::count(block, '\x1B'));
            if (wide) evidence_.deciding_bytes += static_cast<std::uint64_t>(std::ranges::count(block, '\0'));
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

}  // namespace

EncodingEvidence weigh_encodings(ByteSource& source, EvidenceDepth depth) {
    return Weighing{source, depth}.weigh();
}

bool begins_as_utf8(ByteSource& source) {
    constexpr std::size_t telling = std::size_t{256} << 10;
    source.rewind();
    MemorySource start(take_bytes(source, telling), source.name());
    if (!other_format(read_start(start)).en.empty()) return false;
    const ByteSurvey found = survey_bytes(start, 0);
    return found.size == telling && (found.utf8() || found.cut) && !found.nul() && !found.escape &&
           found.long_forms >= enough_long_forms;
}

std::string_view to_string(EncodingVerdict verdict) {
    constexpr std::string_view words[] = {"proven", "decided", "undecided", "damaged", "broken"};
    return words[static_cast<int>(verdict)];
}

std::string read_start(ByteSource& source) {
    source.rewind();
    return take_bytes(source, 16);
}

}  // namespace daicho
