#include "grammars/formats/encoding_detector.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/simd.hpp"

namespace daicho {

namespace {

constexpr std::size_t block_size = 1 << 16;

/// A place of the input, and the byte there.
struct Place {
    std::uint64_t offset = 0;
    unsigned char byte = 0;
};

/// One encoding on trial.
struct Candidate {
    Encoding encoding;
    Decoder decoder{encoding};
    std::optional<Place> broken = {};
    bool has_nul = false;       ///< the text has U+0000
    bool has_line_end = false;  ///< or a delimiter
    bool has_control = false;   ///< other control characters
    std::string rest = {};      ///< the start of a character at the end of the last block

    explicit Candidate(Encoding e) : encoding(e) {}
};

struct Signature {
    std::string_view bytes;
    const char* ja;
    const char* en;
};

using namespace std::string_view_literals;
constexpr Signature signatures[] = {
    {"PK\x03\x04"sv, "Excel ブック (xlsx) か zip です", "it is an Excel workbook (xlsx) or a zip file"},
    {"\xD0\xCF\x11\xE0"sv, "古い Excel ブック (xls) です", "it is an old Excel workbook (xls)"},
    {"%PDF"sv, "PDF です", "it is a PDF"},
    {"\x1F\x8B"sv, "gzip で圧縮されています", "it is compressed with gzip"},
    {"\x89PNG"sv, "画像 (PNG) です", "it is an image (PNG)"},
    {"\xFF\xD8\xFF"sv, "画像 (JPEG) です", "it is an image (JPEG)"},
    {"SQLite format 3"sv, "SQLite データベースです", "it is an SQLite database"},
    {"\x7F"
     "ELF"sv,
     "プログラムです", "it is a program"},
};

void refuse_other_formats(std::string_view start, const std::string& name) {
    for (const auto& signature : signatures) {
        if (!start.starts_with(signature.bytes)) continue;
        throw Error{name + ": 表のテキストではありません。" + signature.ja +
                        "。CSV (UTF-8) として保存し直してください",
                    name + ": this is no table of text: " + signature.en + "; save it as CSV (UTF-8)"};
    }
}

/// Reads the whole source once, block by block: `use(block, is_last)` gives false to stop early.
template <class Use>
void read_through(ByteSource& source, std::size_t skip, Use&& use) {
    source.rewind();
    std::vector<char> now(block_size);
    std::vector<char> ahead(block_size);
    const auto fill = [&](std::vector<char>& block) {
        std::size_t size = 0;
        while (size < block_size) {
            const std::size_t got = source.read(block.data() + size, block_size - size);
            if (got == 0) break;
            size += got;
        }
        return size;
    };
    std::size_t size = fill(now);
    for (;;) {
        const std::size_t next = size < block_size ? 0 : fill(ahead);
        const std::string_view block{now.data() + std::min(skip, size), size - std::min(skip, size)};
        if (!use(block, next == 0) || next == 0) return;
        skip = 0;
        std::swap(now, ahead);
        size = next;
    }
}

/// Notes what speaks for and against a candidate of UTF-16.
void look_at(Candidate& candidate, std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte != ',' && byte != 0x7F) continue;
        if (byte == 0) {
            candidate.has_nul = true;
        } else if (byte == '\n' || byte == '\r' || byte == ',' || byte == '\t') {
            candidate.has_line_end = true;
        } else if (byte != ' ') {
            candidate.has_control = true;
        }
    }
}

/// Reads everything as each of the encodings at once, each until it breaks.
class Trial {
 public:
    explicit Trial(std::span<const Encoding> encodings) {
        for (const Encoding encoding : encodings) candidates_.emplace_back(encoding);
    }

    void run(ByteSource& source, std::size_t skip) {
        offset_base_ = skip;
        read_through(source, skip, [&](std::string_view block, bool last) {
            remember_first_line(block);
            bool alive = false;
            for (auto& candidate : candidates_) {
                if (!candidate.broken) read(candidate, block, last);
                alive |= !candidate.broken;
            }
            return alive;
        });
    }

    std::vector<Candidate>& candidates() { return candidates_; }
    /// The first line with bytes beyond ASCII, and its number.
    const std::string& first_line() const { return first_line_; }
    std::uint64_t first_line_number() const { return first_line_number_; }

 private:
    void read(Candidate& candidate, std::string_view block, bool last) {
        const std::size_t carried = candidate.rest.size();
        std::string joined;
        if (carried != 0) {
            joined = candidate.rest;
            joined.append(block);
        }
        const std::string_view bytes = carried != 0 ? std::string_view{joined} : block;
        text_.clear();
        source_.clear();
        const std::size_t read = candidate.decoder.decode(bytes, last, text_, source_);
        candidate.rest.assign(bytes.substr(read));
        const auto invalid =
            std::find_if(source_.begin(), source_.end(), [](const auto& s) { return s.invalid; });
        if (invalid != source_.end()) {
            candidate.broken = Place{offset_base_ + *candidate.decoder.first_invalid(), invalid->bytes[0]};
        } else if (candidate.encoding == Encoding::utf16le || candidate.encoding == Encoding::utf16be) {
            look_at(candidate, {text_.data(), text_.size()});
        }
    }

    void remember_first_line(std::string_view block) {
        if (first_line_done_) return;
        for (const char c : block) {
            if (c == '\n') {
                if (has_high_) {
                    first_line_done_ = true;
                    return;
                }
                first_line_.clear();
                ++first_line_number_;
                continue;
            }
            has_high_ |= static_cast<unsigned char>(c) >= 0x80;
            if (first_line_.size() < 400 && c != '\r') first_line_.push_back(c);
        }
    }

    std::vector<Candidate> candidates_;
    Buffer<char> text_;
    std::vector<SourceBytes> source_;
    std::string first_line_;
    std::uint64_t first_line_number_ = 1;
    bool has_high_ = false;
    bool first_line_done_ = false;
    std::uint64_t offset_base_ = 0;  ///< bytes that were skipped at the start
};

std::string hex(unsigned char byte) {
    char text[8];
    std::snprintf(text, sizeof text, "0x%02X", byte);
    return text;
}

/// The line of an offset, 1-based.
std::uint64_t line_of(ByteSource& source, std::uint64_t offset) {
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

[[noreturn]] void fail_broken(ByteSource& source, const std::vector<Candidate>& candidates) {
    const std::string& name = source.name();
    std::string ja;
    std::string en;
    for (const auto& candidate : candidates) {
        const Place& place = *candidate.broken;
        const std::string encoding{to_string(candidate.encoding)};
        const std::string line = std::to_string(line_of(source, place.offset));
        ja += "\n  " + encoding + ": " + line + " 行目 (" + std::to_string(place.offset + 1) +
              " バイト目) の " + hex(place.byte) + " が文字になりません";
        en += "\n  " + encoding + ": byte " + hex(place.byte) + " on line " + line + " (byte " +
              std::to_string(place.offset + 1) + " of the file) is no character";
    }
    throw Error{
        name + ": 文字コードが決まりません。どの読み方にも文字にならないバイトがあります:" + ja +
            "\n  その場所を直すか、--encoding (convert と transform では --input-encoding) "
            "で文字コードを指定してください (壊れた箇所は 1 "
            "つずつ報告します)",
        name + ": the encoding cannot be determined; every reading meets bytes that are no character:" + en +
            "\n  mend that place, or name the encoding with --encoding (convert and transform: "
            "--input-encoding; each broken place is then reported)"};
}

std::string sample(Encoding encoding, const std::string& line) {
    Decoder decoder{encoding};
    Buffer<char> text;
    std::vector<SourceBytes> source;
    decoder.decode(line, false, text, source);
    const auto cells = std::string_view{text.data(), text.size()};
    std::size_t size = std::min<std::size_t>(cells.size(), 120);
    while (size < cells.size() && (static_cast<unsigned char>(cells[size]) & 0xC0) == 0x80) --size;
    return std::string{cells.substr(0, size)};
}

[[noreturn]] void fail_undecided(const std::string& name, const std::vector<Encoding>& left,
                                 const Trial& trial) {
    std::string ja;
    std::string en;
    for (const Encoding encoding : left) {
        const std::string reading =
            "\n  " + std::string{to_string(encoding)} + ": " + sample(encoding, trial.first_line());
        ja += reading;
        en += reading;
    }
    const std::string line = std::to_string(trial.first_line_number());
    throw Error{
        name + ": 文字コードが 1 つに決まりません。次のどれとしても正しく読めます。違いは " + line +
            " 行目から:" + ja +
            "\n  正しいものを --encoding (convert と transform では --input-encoding) で指定してください",
        name +
            ": the bytes do not decide the encoding; each of these reads them without error, and they first "
            "differ on line " +
            line + ":" + en +
            "\n  name the right one with --encoding (convert and transform: --input-encoding)"};
}

/// What one pass over the bytes as UTF-8 shows.
struct Survey {
    bool valid = true;
    bool ascii = true;
    bool nul = false;
    bool escape = false;
};

Survey survey(ByteSource& source, std::size_t skip) {
    Survey found;
    Decoder decoder{Encoding::utf8};
    Buffer<char> text;
    std::vector<SourceBytes> replaced;
    std::string rest;
    read_through(source, skip, [&](std::string_view block, bool last) {
        found.nul |= block.find('\0') != block.npos;
        found.escape |= block.find('\x1B') != block.npos;
        found.ascii &= rest.empty() && ascii_prefix(block) == block.size();
        text.clear();
        text.append(rest.data(), rest.size());
        text.append(block.data(), block.size());
        const std::size_t whole = decoder.check_utf8(text, 0, last, replaced);
        rest.assign(text.data() + whole, text.size() - whole);
        found.valid = replaced.empty();
        return found.valid;
    });
    return found;
}

std::optional<Encoding> find_utf16(ByteSource& source) {
    constexpr Encoding both[] = {Encoding::utf16le, Encoding::utf16be};
    Trial trial{both};
    trial.run(source, 0);
    std::vector<Encoding> left;
    for (const auto& candidate : trial.candidates()) {
        const bool text = candidate.has_line_end && !candidate.has_nul && !candidate.has_control;
        if (!candidate.broken && text) left.push_back(candidate.encoding);
    }
    if (left.size() == 2) fail_undecided(source.name(), left, trial);
    if (left.empty()) return {};
    return left.front();
}

bool holds_iso_2022_jp(ByteSource& source) {
    constexpr Encoding one[] = {Encoding::iso_2022_jp};
    Trial trial{one};
    trial.run(source, 0);
    return !trial.candidates().front().broken;
}

Encoding decide_legacy(ByteSource& source) {
    constexpr Encoding all[] = {Encoding::utf8, Encoding::cp932, Encoding::euc_jp};
    Trial trial{all};
    trial.run(source, 0);
    std::vector<Encoding> left;
    for (const auto& candidate : trial.candidates()) {
        if (!candidate.broken) left.push_back(candidate.encoding);
    }
    if (left.empty()) fail_broken(source, trial.candidates());
    if (left.size() > 1) fail_undecided(source.name(), left, trial);
    return left.front();
}

/// A file that says what it is must be that.
ProvenEncoding confirm(ByteSource& source, Encoding encoding, std::size_t skip) {
    const Encoding one[] = {encoding};
    Trial trial{one};
    trial.run(source, skip);
    if (trial.candidates().front().broken) fail_broken(source, trial.candidates());
    return {encoding, skip};
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

ProvenEncoding prove(ByteSource& source) {
    const std::string start = read_start(source);
    refuse_other_formats(start, source.name());
    for (const Encoding encoding : {Encoding::utf8, Encoding::utf16le, Encoding::utf16be}) {
        const std::size_t size = bom_size(start, encoding);
        if (size != 0) return confirm(source, encoding, size);
    }
    const Survey found = survey(source, 0);
    if (found.nul) {
        if (const auto encoding = find_utf16(source)) return {*encoding, 0};
    }
    if (found.valid && found.escape && found.ascii && holds_iso_2022_jp(source))
        return {Encoding::iso_2022_jp, 0};
    if (found.valid) return {Encoding::utf8, 0};
    return {decide_legacy(source), 0};
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
