#include "grammars/formats/encoding_trial.hpp"

#include <algorithm>

#include "grammars/formats/encoding.hpp"
#include "grammars/formats/simd.hpp"

namespace daicho {

namespace {

/// Decodes a source block by block as one encoding.
class BlockDecoder {
 public:
    explicit BlockDecoder(Encoding encoding) : encoding_(encoding), decoder_(encoding) {}

    /// The text of a block, with what was left over of the one before; valid until the next call.
    std::string_view decode(std::string_view block, bool last) {
        read_ = decoded_;
        rest_.append(block);
        text_.clear();
        source_.clear();
        const std::size_t used = decoder_.decode(rest_, last, text_, source_);
        decoded_ += used;
        rest_.erase(0, used);
        return {text_.data(), text_.size()};
    }
    /// The first byte of the last block that is not part of a character.
    std::optional<BrokenByte> broken() const {
        const auto invalid =
            std::find_if(source_.begin(), source_.end(), [](const auto& s) { return s.invalid; });
        if (invalid == source_.end()) return {};
        return BrokenByte{*decoder_.first_invalid(), invalid->bytes[0], 0};
    }
    /// The first line end, comma or byte-order mark of the last block whose two bytes stand the wrong way
    /// round: a byte is missing before it, or one too many. U+0A00 and U+FFFE are no characters, U+2C00 is
    /// Glagolitic.
    std::optional<BrokenByte> turned_round() const {
        const std::string_view text{text_.data(), text_.size()};
        std::size_t at = text.npos;
        for (const std::string_view turned : {"\xE0\xA8\x80", "\xEF\xBF\xBE", "\xE2\xB0\x80"}) {
            if (is_utf16(encoding_)) at = std::min(at, text.find(turned));
        }
        if (at == text.npos) return {};
        std::uint64_t units = 0;
        for (const char c : text.substr(0, at))
            units += ((c & 0xC0) != 0x80) + (static_cast<unsigned char>(c) >= 0xF0);
        return BrokenByte{read_ + 2 * units, static_cast<unsigned char>(text[at]), 0};
    }

 private:
    Encoding encoding_;
    Decoder decoder_;
    std::uint64_t read_ = 0;  ///< bytes before the last block
    std::uint64_t decoded_ = 0;
    Buffer<char> text_;
    std::vector<SourceBytes> source_;
    std::string rest_;
};

/// Keeps the first line with characters beyond ASCII, or what fits of it.
class FirstTellingLine {
 public:
    explicit FirstTellingLine(EncodingReading& reading) : reading_(reading) {}

    void look_at(std::string_view text) {
        while (!text.empty() && !done_) {
            const std::size_t end = text.find('\n');
            add(text.substr(0, end));
            if (end == std::string_view::npos) return;
            text.remove_prefix(end + 1);
            finish_line();
        }
    }
    void finish() {
        if (!done_) finish_line();
    }

 private:
    static constexpr std::size_t most = 120;

    void add(std::string_view part) {
        telling_ |= ascii_prefix(part) != part.size();
        if (reading_.line.size() >= most) return;
        std::size_t size = std::min(part.size(), most);
        while (size < part.size() && size > 0 && (static_cast<unsigned char>(part[size]) & 0xC0) == 0x80)
            --size;
        reading_.line.append(part.substr(0, size));
    }
    void finish_line() {
        done_ = telling_;
        reading_.line_number += 1;
        if (reading_.line.ends_with('\r')) reading_.line.pop_back();
        if (!done_) reading_.line.clear();
    }

    EncodingReading& reading_;
    bool telling_ = false;
    bool done_ = false;
};

constexpr std::uint64_t most_judged = 1'000'000;

}  // namespace

void try_encodings(ByteSource& source, std::size_t skip, std::span<const Encoding> encodings,
                   std::vector<EncodingReading>& readings) {
    const std::size_t first = readings.size();
    std::vector<BlockDecoder> decoders;
    for (const Encoding encoding : encodings) {
        readings.push_back({encoding});
        decoders.emplace_back(encoding);
    }
    read_through(source, skip, [&](std::string_view block, bool last) {
        bool alive = false;
        for (std::size_t i = 0; i < decoders.size(); ++i) {
            EncodingReading& reading = readings[first + i];
            if (!reading.holds()) continue;
            decoders[i].decode(block, last);
            reading.broken = decoders[i].broken();
            if (const auto turned = decoders[i].turned_round()) {
                reading.broken = turned;
                reading.turned_round = true;
            }
            if (reading.broken) reading.broken->offset += skip;
            alive |= reading.holds();
        }
        return alive;
    });
}

void judge_readings(ByteSource& source, std::size_t skip, std::span<EncodingReading*> readings,
                    bool to_the_end) {
    struct Judged {
        BlockDecoder decoder;
        FirstTellingLine line;
        TextLikelihood likelihood = {};
    };
    std::vector<Judged> judged;
    for (EncodingReading* reading : readings)
        judged.push_back({BlockDecoder{reading->encoding}, FirstTellingLine{*reading}});
    read_through(source, skip, [&](std::string_view block, bool last) {
        std::uint64_t most = 0;
        for (auto& [decoder, line, likelihood] : judged) {
            const std::string_view text = decoder.decode(block, last);
            line.look_at(text);
            likelihood.add(text);
            most = std::max(most, likelihood.counts().beyond_ascii());
        }
        return to_the_end || most < most_judged;
    });
    for (std::size_t i = 0; i < judged.size(); ++i) {
        judged[i].line.finish();
        readings[i]->counts = judged[i].likelihood.counts();
        readings[i]->bits = judged[i].likelihood.bits();
    }
}

std::uint64_t line_of_offset(ByteSource& source, std::uint64_t offset) {
    std::uint64_t lines = 1;
    char before = '\0';
    read_through(source, 0, [&](std::string_view block, bool) {
        for (const char c : block.substr(0, offset)) {
            lines += c == '\r' || (c == '\n' && before != '\r');
            before = c;
        }
        offset -= std::min<std::uint64_t>(offset, block.size());
        return offset > 0;
    });
    return lines;
}

}  // namespace daicho
