#include "grammars/formats/text_survey.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_tables.hpp"
#include "grammars/formats/encoding_trial.hpp"
#include "grammars/formats/simd.hpp"
#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

bool is_private_use(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && (c & 0xFFFE) != 0xFFFE);
}

/// Whether the two profiles of CP932 name the code of `c` differently.
bool is_disputed(char32_t c) {
    const unsigned code = c < 0x10000 ? cp932_table().codes[c] : 0;
    return code > 0xFF && cp932_table().pairs[code].value != cp932_jis_table().pairs[code].value;
}

/// Whether a character that begins with the byte is one of U+4000 to U+9FFF, of which there is nothing to
/// say.
constexpr bool is_of_kanji(unsigned char lead) {
    return lead >= 0xE4 && lead <= 0xE9;
}

/// Where the first character at or behind `at` is that there may be something to say of.
std::size_t behind_plain(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (is_of_kanji(byte)) {
            at += 3;
        } else if (byte >= 0x20 && byte < 0x80) {
            ++at;
        } else {
            break;
        }
    }
    return at;
}

/// Goes through the text of a file and keeps what is to be said of it.
class Surveyor {
 public:
    explicit Surveyor(Encoding encoding) : cp932_(encoding == Encoding::cp932) {}

    void look_at(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t plain = behind_plain(text, at);
            if (plain > at) see_plain();
            at = plain;
            if (at == text.size()) return;
            const CodePoint character = code_point_at(text, at);
            see(character.value);
            at += character.size;
        }
    }
    void second_codes(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) found_.second_codes.add(line_);
    }
    TextSurvey finish() {
        if (carriage_return_) end_line(found_.cr);
        found_.ends_with_line_end = at_line_start_;
        return found_;
    }

 private:
    void see_plain() {
        if (carriage_return_) end_line(found_.cr);
        at_start_ = at_line_start_ = found_.sub_at_end = false;
    }
    void end_line(Occurrences& kind) {
        kind.add(line_);
        line_ += 1;
        at_line_start_ = true;
        carriage_return_ = false;
    }
    void see(char32_t c) {
        if (c == '\n') {
            end_line(carriage_return_ ? found_.crlf : found_.lf);
            at_start_ = found_.sub_at_end = false;
            return;
        }
        const bool first = at_start_;
        see_plain();
        if (c == '\r') {
            carriage_return_ = true;
        } else if (c == 0xFEFF) {
            if (first) found_.doubled_mark = true;
            found_.inner_marks.add(line_);
        } else if (c == 0) {
            found_.nul.add(line_);
        } else if (c == 0x1A) {
            found_.sub.add(line_);
            found_.sub_at_end = true;
        } else if (is_private_use(c)) {
            found_.private_use.add(line_);
        } else if (c == 0xFFFD) {
            found_.replacements.add(line_);
        } else if (cp932_ && is_disputed(c)) {
            found_.disputed.add(line_);
        }
    }

    bool cp932_;
    TextSurvey found_;
    std::uint64_t line_ = 1;
    bool at_start_ = true;  ///< behind the first byte-order mark, if there was one
    bool at_line_start_ = true;
    bool carriage_return_ = false;
};

constexpr std::string_view put_for_invalid = "\xEF\xBF\xBD";
constexpr std::size_t most_runs = 100;
constexpr std::size_t longest_line = 1 << 20;  ///< what is longer is looked at in parts
constexpr Encoding bytewise[] = {Encoding::utf8, Encoding::cp932, Encoding::euc_jp};

bool holds(std::string_view line, Encoding encoding) {
    Decoder decoder{encoding};
    Buffer<char> text;
    std::vector<SourceBytes> source;
    decoder.decode(line, true, text, source);
    return !decoder.first_invalid();
}

/// Collects runs line by line.
class RunCollector {
 public:
    void add_line(std::string_view line) {
        line_ += 1;
        if (runs_.size() > most_runs) return;
        if (runs_.empty()) runs_.push_back({1, 0, {std::begin(bytewise), std::end(bytewise)}});
        if (ascii_prefix(line) != line.size()) {
            std::vector<Encoding> here;
            for (const Encoding encoding : bytewise) {
                if (holds(line, encoding)) here.push_back(encoding);
            }
            join(here);
        }
        runs_.back().lines += 1;
    }
    std::vector<EncodingRun> finish() {
        if (runs_.size() > most_runs) runs_.pop_back();
        return std::move(runs_);
    }

 private:
    void join(const std::vector<Encoding>& here) {
        std::vector<Encoding> both;
        for (const Encoding encoding : runs_.back().encodings) {
            if (std::ranges::find(here, encoding) != here.end()) both.push_back(encoding);
        }
        const bool same = !both.empty() || (here.empty() && runs_.back().encodings.empty());
        if (same) {
            runs_.back().encodings = std::move(both);
        } else {
            if (runs_.back().lines == 0) runs_.pop_back();
            runs_.push_back({line_, 0, here});
        }
    }

    std::vector<EncodingRun> runs_;
    std::uint64_t line_ = 0;
};

}  // namespace

Newline TextSurvey::newline() const {
    const int kinds = (lf.count != 0) + (crlf.count != 0) + (cr.count != 0);
    if (kinds == 0) return Newline::none;
    if (kinds > 1) return Newline::mixed;
    return lf.count != 0 ? Newline::lf : crlf.count != 0 ? Newline::crlf : Newline::cr;
}

TextSurvey survey_text(ByteSource& source, Encoding encoding, std::size_t bom_size) {
    Surveyor surveyor{encoding};
    Decoder decoder{encoding};
    Buffer<char> text;
    std::vector<SourceBytes> replaced;
    std::string rest;
    read_through(source, bom_size, [&](std::string_view block, bool last) {
        rest.append(block);
        text.clear();
        replaced.clear();
        rest.erase(0, decoder.decode(rest, last, text, replaced));
        std::size_t done = 0;
        for (const SourceBytes& code : replaced) {
            surveyor.look_at({text.data() + done, code.offset - done});
            done = code.offset;
            if (code.invalid) {
                surveyor.look_at("?");  // no character, and no U+FFFD of the file
                done += put_for_invalid.size();
            } else {
                surveyor.second_codes(1);
            }
        }
        surveyor.look_at({text.data() + done, text.size() - done});
        return true;
    });
    return surveyor.finish();
}

std::vector<EncodingRun> find_encoding_runs(ByteSource& source) {
    RunCollector runs;
    std::string line;
    read_through(source, 0, [&](std::string_view block, bool) {
        while (!block.empty()) {
            const std::size_t end = block.find('\n');
            line.append(block.substr(0, end));
            if (end == std::string_view::npos && line.size() < longest_line) break;
            block.remove_prefix(end == std::string_view::npos ? block.size() : end + 1);
            runs.add_line(line);
            line.clear();
        }
        return true;
    });
    if (!line.empty()) runs.add_line(line);
    return runs.finish();
}

}  // namespace daicho
