#include "grammars/characters/text_comparison.hpp"

#include <algorithm>
#include <deque>

#include "grammars/base/digest.hpp"
#include "grammars/formats/encoding.hpp"
#include "grammars/formats/encoding_detector.hpp"
#include "grammars/formats/text_source.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"

namespace daicho {

namespace {

/// How far lines that pair are looked for.
constexpr std::size_t lines_ahead = 64;
/// Pairs of characters of two lines that are weighed; longer lines differ as a whole where they do.
constexpr std::size_t most_pairs = 4'000'000;

struct ComparedLine {
    std::string text;
    std::string_view end;  ///< "\n", "\r\n", "\r" or none
    std::uint64_t number = 0;
};

/// The lines of a text, some of them ahead.
class ComparedLines {
 public:
    explicit ComparedLines(const ComparedText& text) : source_(text.source) {
        if (text.encoding) {
            encoding_ = *text.encoding;
        } else {
            encoding_ = prove_encoding(source_).encoding;
            source_.rewind();
        }
        reader_.emplace(source_, encoding_);
        read();
        const std::string_view mark = "\xEF\xBB\xBF";
        bom_ = std::string_view(text_).starts_with(mark);
        if (bom_) text_.erase(0, mark.size());
    }

    /// The line that is `ahead` lines away; null where the text ends before.
    const ComparedLine* peek(std::size_t ahead = 0) {
        while (lines_.size() <= ahead && cut()) {
        }
        return ahead < lines_.size() ? &lines_[ahead] : nullptr;
    }
    void drop() { lines_.pop_front(); }

    Encoding encoding() const { return encoding_; }
    bool bom() const { return bom_; }
    std::string digest() { return source_.finish().sha256; }

 private:
    void read() {
        Buffer<char> text;
        std::vector<SourceBytes> replaced;
        more_ = reader_->read(text, replaced);
        text_.erase(0, at_).append(text.data(), text.size());
        at_ = 0;
    }
    bool cut() {
        std::size_t end = text_.find_first_of("\r\n", at_);
        // A CR at the end of what was read may be the first half of a line end.
        while (more_ && (end == text_.npos || (text_[end] == '\r' && end + 1 == text_.size()))) {
            read();
            end = text_.find_first_of("\r\n", at_);
        }
        if (at_ == text_.size()) return false;
        ComparedLine& line = lines_.emplace_back();
        line.number = ++count_;
        line.text = text_.substr(at_, end == text_.npos ? end : end - at_);
        if (end == text_.npos) {
            at_ = text_.size();
            return true;
        }
        line.end = text_[end] == '\n' ? "\n" : text_.compare(end, 2, "\r\n") == 0 ? "\r\n" : "\r";
        at_ = end + line.end.size();
        return true;
    }

    DigestingSource source_;
    Encoding encoding_ = Encoding::utf8;
    std::optional<TextSource> reader_;
    bool bom_ = false;
    bool more_ = true;
    std::string text_;
    std::size_t at_ = 0;
    std::deque<ComparedLine> lines_;
    std::uint64_t count_ = 0;
};

const TextEquivalence& real = text_equivalences().back();

const TextEquivalence& reason_for(std::string_view a, std::string_view b) {
    for (const auto& one : text_equivalences()) {
        if (one.key != nullptr && one.key(a) == one.key(b)) return one;
    }
    return real;
}

/// A character of a line, with what it counts as.
struct ComparedCharacter {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::size_t column = 0;  ///< code points before it
    char32_t folded = 0;
};

std::vector<ComparedCharacter> characters_of(std::string_view line) {
    std::vector<ComparedCharacter> characters;
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size();) {
        const FoldedCharacter one = folded_at(line, at, fold::everything);
        // A selector belongs to the character before it.
        if (one.value == 0 && !characters.empty()) {
            characters.back().size += one.size;
        } else {
            characters.push_back({at, one.size, column, one.value});
        }
        column += count_code_points(line.substr(at, one.size));
        at += one.size;
    }
    return characters;
}

/// Pairs the characters of two lines so that most count as the same, and tells the rest.
class LineComparison {
 public:
    LineComparison(const ComparedLine& a, const ComparedLine& b,
                   const std::function<void(const TextDifference&)>& tell)
        : a_(a), b_(b), tell_(tell), of_a_(characters_of(a.text)), of_b_(characters_of(b.text)) {}

    void compare() {
        std::size_t begin = 0;
        std::size_t end_a = of_a_.size();
        std::size_t end_b = of_b_.size();
        while (begin < end_a && begin < end_b && same(begin, begin)) {
            tell_pair(begin, begin);
            ++begin;
        }
        while (end_a > begin && end_b > begin && same(end_a - 1, end_b - 1)) {
            --end_a;
            --end_b;
        }
        compare_middle(begin, end_a, end_b);
        while (end_a < of_a_.size()) tell_pair(end_a++, end_b++);
    }

 private:
    bool same(std::size_t i, std::size_t j) const { return of_a_[i].folded == of_b_[j].folded; }
    void compare_middle(std::size_t begin, std::size_t end_a, std::size_t end_b);
    void tell_pair(std::size_t i, std::size_t j) { tell_range(i, i + 1, j, j + 1); }
    void tell_range(std::size_t i, std::size_t i_end, std::size_t j, std::size_t j_end);
    static std::string_view text(const ComparedLine& line, const std::vector<ComparedCharacter>& characters,
                                 std::size_t begin, std::size_t end) {
        const std::size_t from = begin < characters.size() ? characters[begin].begin : line.text.size();
        const std::size_t to = end < characters.size() ? characters[end].begin : line.text.size();
        return std::string_view(line.text).substr(from, to - from);
    }
    static TextDifference::Place place(const ComparedLine& line,
                                       const std::vector<ComparedCharacter>& characters, std::size_t begin,
                                       std::size_t end) {
        const std::size_t column =
            begin < characters.size() ? characters[begin].column : count_code_points(line.text);
        return {line.number, column + 1, std::string(text(line, characters, begin, end))};
    }

    const ComparedLine& a_;
    const ComparedLine& b_;
    const std::function<void(const TextDifference&)>& tell_;
    std::vector<ComparedCharacter> of_a_;
    std::vector<ComparedCharacter> of_b_;
};

void LineComparison::tell_range(std::size_t i, std::size_t i_end, std::size_t j, std::size_t j_end) {
    if (text(a_, of_a_, i, i_end) == text(b_, of_b_, j, j_end)) return;
    TextDifference difference{nullptr, place(a_, of_a_, i, i_end), place(b_, of_b_, j, j_end)};
    difference.reason = &reason_for(difference.a.text, difference.b.text);
    tell_(difference);
}

/// The longest common sequence of what characters count as.
void LineComparison::compare_middle(std::size_t begin, std::size_t end_a, std::size_t end_b) {
    const std::size_t rows = end_a - begin;
    const std::size_t columns = end_b - begin;
    if (rows == 0 || columns == 0 || rows * columns > most_pairs) {
        tell_range(begin, end_a, begin, end_b);
        return;
    }
    std::vector<std::uint32_t> longest((rows + 1) * (columns + 1));
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
        return longest[i * (columns + 1) + j];
    };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            at(i, j) =
                same(begin + i, begin + j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < rows || j < columns) {
        const std::size_t from_i = i;
        const std::size_t from_j = j;
        const auto pairs = [&] { return i < rows && j < columns && same(begin + i, begin + j); };
        while ((i < rows || j < columns) && !pairs()) {
            if (j == columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) {
                ++i;
            } else {
                ++j;
            }
        }
        tell_range(begin + from_i, begin + i, begin + from_j, begin + j);
        while (pairs()) tell_pair(begin + i++, begin + j++);
    }
}

/// How far ahead the line `of` stands in `lines`; lines_ahead where it does not.
std::size_t find_ahead(ComparedLines& lines, const std::string& key) {
    for (std::size_t ahead = 1; ahead < lines_ahead; ++ahead) {
        const ComparedLine* line = lines.peek(ahead);
        if (line == nullptr) break;
        if (match_key(line->text) == key) return ahead;
    }
    return lines_ahead;
}

class TextComparison {
 public:
    TextComparison(ComparedLines& a, ComparedLines& b, const std::function<void(const TextDifference&)>& tell)
        : a_(a), b_(b), tell_(tell) {}

    void compare() {
        for (;;) {
            const ComparedLine* one = a_.peek();
            const ComparedLine* other = b_.peek();
            if (one == nullptr && other == nullptr) return;
            if (one == nullptr || other == nullptr) {
                tell_alone(one != nullptr);
                continue;
            }
            if (one->text != other->text && !compare_line(*one, *other)) continue;
            if (one->end != other->end) tell_end(*one, *other);
            a_.drop();
            b_.drop();
        }
    }

 private:
    /// False where one of the two pairs with another line, and those before it were told.
    bool compare_line(const ComparedLine& one, const ComparedLine& other) {
        const std::string key = match_key(one.text);
        const std::string other_key = match_key(other.text);
        if (key != other_key) {
            const std::size_t of_other = find_ahead(a_, other_key);
            const std::size_t of_one = find_ahead(b_, key);
            const std::size_t skipped = std::min(of_one, of_other);
            if (skipped < lines_ahead) {
                for (std::size_t i = 0; i < skipped; ++i) tell_alone(of_other < of_one);
                return false;
            }
        }
        LineComparison(one, other, tell_).compare();
        return true;
    }

    /// A line that only one of the texts has.
    void tell_alone(bool in_a) {
        ComparedLines& lines = in_a ? a_ : b_;
        const ComparedLine& line = *lines.peek();
        TextDifference difference{&real, {}, {}};
        (in_a ? difference.a : difference.b) = {line.number, 1, line.text};
        tell_(difference);
        lines.drop();
    }

    void tell_end(const ComparedLine& one, const ComparedLine& other) {
        const auto name = [](std::string_view end) -> std::string {
            return end.empty() ? "" : end == "\n" ? "LF" : end == "\r" ? "CR" : "CRLF";
        };
        tell_({find_text_equivalence("newline"),
               {one.number, count_code_points(one.text) + 1, name(one.end)},
               {other.number, count_code_points(other.text) + 1, name(other.end)}});
    }

    ComparedLines& a_;
    ComparedLines& b_;
    const std::function<void(const TextDifference&)>& tell_;
};

}  // namespace

void compare_texts(const ComparedText& a, const ComparedText& b,
                   const std::function<void(const TextDifference&)>& tell) {
    ComparedLines of_a(a);
    ComparedLines of_b(b);
    bool differ = false;
    const std::function<void(const TextDifference&)> tell_and_note = [&](const TextDifference& difference) {
        differ = true;
        tell(difference);
    };
    if (of_a.encoding() != of_b.encoding() || of_a.bom() != of_b.bom()) {
        const auto form = [](const ComparedLines& lines) {
            return std::string(to_string(lines.encoding())) + (lines.bom() ? " BOM" : "");
        };
        tell_and_note({find_text_equivalence("encoding"), {0, 0, form(of_a)}, {0, 0, form(of_b)}});
    }
    TextComparison(of_a, of_b, tell_and_note).compare();
    if (differ || of_a.digest() == of_b.digest()) return;
    tell({find_text_equivalence("encoding"), {}, {}});
}

}  // namespace daicho
