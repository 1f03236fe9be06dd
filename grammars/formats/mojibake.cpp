#include "grammars/formats/mojibake.hpp"

#include <algorithm>

#include "grammars/base/buffer.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/western.hpp"

namespace daicho {

namespace {

constexpr Misreading misreadings[] = {
    {Encoding::utf8, MisreadAs::cp932},     {Encoding::utf8, MisreadAs::western},
    {Encoding::cp932, MisreadAs::western},  {Encoding::euc_jp, MisreadAs::western},
    {Encoding::euc_jp, MisreadAs::cp932},   {Encoding::iso_2022_jp, MisreadAs::ascii},
    {Encoding::utf8, MisreadAs::latin_1},   {Encoding::cp932, MisreadAs::latin_1},
    {Encoding::euc_jp, MisreadAs::latin_1},
};

/// A repair must make the text this many bits likelier: a million to one and more.
constexpr double proving_bits = 24;
/// And more than any other way to undo what happened.
constexpr double deciding_bits = 12;
/// Two mistakes are that much less likely than one.
constexpr double second_mistake_bits = 20;
constexpr std::size_t most_readings = 16;
/// Repeated mistakes are undone up to here.
constexpr int most_mistakes = 2;

/// The text of `bytes` if all of them are characters; nothing else.
std::optional<std::string> decode_exactly(std::string_view bytes, Encoding encoding) {
    Decoder decoder{encoding};
    Buffer<char> text;
    std::vector<SourceBytes> source;
    decoder.decode(bytes, true, text, source);
    if (decoder.first_invalid()) return {};
    return std::string{text.data(), text.size()};
}

std::optional<std::string> encode_exactly(std::string_view text, Encoding encoding) {
    Encoder encoder{encoding};
    std::string bytes;
    if (encoder.encode(text, bytes) != std::string_view::npos) return {};
    encoder.finish(bytes);
    return bytes;
}

std::optional<std::string> read_as(std::string_view bytes, MisreadAs as) {
    switch (as) {
        case MisreadAs::cp932:
            return read_as_windows_932(bytes);
        case MisreadAs::western:
            return read_as_western(bytes);
        case MisreadAs::latin_1:
            return read_as_latin_1(bytes);
        case MisreadAs::ascii:
            return std::string{bytes};
    }
    return {};
}

/// Programs write ・ for bytes that are none of CP932. As bytes of UTF-8 it would be the end of a
/// character (ぁ) with a letter E behind: where that is read a byte is gone.
bool holds_a_lost_byte(std::string_view text, Misreading mistake) {
    return mistake.written == Encoding::utf8 && text.find("・") != text.npos;
}

/// The bytes that may have been read as `text`.
std::vector<std::string> bytes_behind(std::string_view text, Misreading mistake) {
    switch (mistake.read) {
        case MisreadAs::cp932:
            if (holds_a_lost_byte(text, mistake)) return {};
            return bytes_of_windows_932(text, mistake.written, most_readings);
        case MisreadAs::western:
            if (auto bytes = bytes_of_western(text)) return {std::move(*bytes)};
            return {};
        case MisreadAs::latin_1:
            if (auto bytes = bytes_of_latin_1(text)) return {std::move(*bytes)};
            return {};
        case MisreadAs::ascii:
            if (text.find("\x1B$") != text.npos) return {std::string{text}};
            return {};
    }
    return {};
}

struct Judgement {
    ReadingCounts counts;
    double bits = 0;
};

Judgement judge(std::string_view text) {
    TextLikelihood likelihood;
    likelihood.add(text);
    return {likelihood.counts(), likelihood.bits()};
}

/// Characters that are no reason to doubt a text.
std::uint64_t everyday(const ReadingCounts& counts) {
    return counts.kana + counts.common + counts.level_1;
}

/// Whether so much of a text is strange that it may be garbled: a third of what is not ASCII, or escapes.
bool is_strange(const ReadingCounts& counts) {
    const std::uint64_t strange =
        counts.rare + counts.half_kana + counts.latin + counts.foreign + counts.unusable + counts.symbols;
    return 3 * strange >= counts.beyond_ascii();
}

/// Whether nobody would doubt that a text is Japanese.
bool is_japanese(const ReadingCounts& counts) {
    const bool clean = counts.foreign == 0 && counts.unusable == 0 && counts.latin == 0;
    return clean && 2 * everyday(counts) > counts.beyond_ascii();
}

/// Looks through all ways to undo one mistake after the other.
class RepairSearch {
 public:
    explicit RepairSearch(const Judgement& before) : before_(before) {}

    void look_behind(std::string_view text) {
        for (const Misreading mistake : misreadings) {
            for (const std::string& undone : undo_misreading(text, mistake)) {
                undone_.push_back(mistake);
                consider(undone);
                if (undone_.size() < most_mistakes) look_behind(undone);
                undone_.pop_back();
            }
        }
    }

    /// The best way, if it is beyond doubt.
    std::optional<MojibakeRepair> proven() {
        if (!best_ || best_->bits_gained < proving_bits || !is_japanese(best_->after)) return {};
        if (best_->bits_gained < second_best_ + deciding_bits) return {};
        return std::move(best_);
    }

 private:
    void consider(const std::string& text) {
        const Judgement after = judge(text);
        const double gained = before_.bits - after.bits - (undone_.size() > 1 ? second_mistake_bits : 0);
        if (best_ && text == best_->text) return;
        if (best_ && gained <= best_->bits_gained) {
            second_best_ = std::max(second_best_, gained);
            return;
        }
        if (best_) second_best_ = best_->bits_gained;
        best_ = MojibakeRepair{text, undone_, before_.counts, after.counts, gained};
    }

    const Judgement& before_;
    std::vector<Misreading> undone_;
    std::optional<MojibakeRepair> best_;
    double second_best_ = 0;
};

}  // namespace

std::string_view to_string(MisreadAs as) {
    constexpr std::string_view names[] = {"CP932", "Windows-1252", "ASCII", "ISO-8859-1"};
    return names[static_cast<int>(as)];
}

std::span<const Misreading> known_misreadings() {
    return misreadings;
}

std::vector<std::string> undo_misreading(std::string_view text, Misreading mistake) {
    std::vector<std::string> texts;
    for (const std::string& bytes : bytes_behind(text, mistake)) {
        auto undone = decode_exactly(bytes, mistake.written);
        if (undone && *undone != text && read_as(bytes, mistake.read) == text)
            texts.push_back(std::move(*undone));
    }
    return texts;
}

std::optional<std::string> misread(std::string_view text, Misreading mistake) {
    const auto bytes = encode_exactly(text, mistake.written);
    if (!bytes) return {};
    return read_as(*bytes, mistake.read);
}

std::optional<MojibakeRepair> find_mojibake_repair(std::string_view text) {
    const bool escapes = text.find("\x1B$") != text.npos;
    if (!escapes && is_mostly_everyday(text)) return {};
    const Judgement before = judge(text);
    if (!escapes && (before.counts.beyond_ascii() == 0 || !is_strange(before.counts))) return {};
    RepairSearch search{before};
    search.look_behind(text);
    return search.proven();
}

bool looks_garbled(std::string_view text) {
    // What the first bytes of kana and of CJK marks in UTF-8 become in CP932 and in Windows-1252.
    constexpr std::string_view signs[] = {"\uFFFD",  "縺",      "繧", "繝", "ã\u0081",
                                          "ã\u0082", "ã\u0083", "ãƒ", "ã‚"};
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead != 0xE7 && lead != 0xEF && lead != 0xC3) continue;
        const std::string_view rest = text.substr(at);
        if (std::ranges::any_of(signs, [&](std::string_view sign) { return rest.starts_with(sign); }))
            return true;
    }
    return false;
}

}  // namespace daicho
