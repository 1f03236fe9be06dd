#include "grammars/text/hepburn.hpp"

#include <array>

#include "grammars/text/utf8.hpp"

namespace daicho {

namespace {

using View = std::string_view;

constexpr char32_t first_letter = U'ァ';
constexpr char32_t last_letter = U'ヶ';
constexpr View doubled = "(double)";  // ッ
constexpr View nasal = "(n)";         // ン

/// U+30A1 to U+30F6, in their order.
constexpr std::array<View, last_letter - first_letter + 1> letters{
    "a",  "a",  "i",   "i",  "u",     "u",   "e",  "e",   "o",  "o",  "ka", "ga", "ki", "gi", "ku",
    "gu", "ke", "ge",  "ko", "go",    "sa",  "za", "shi", "ji", "su", "zu", "se", "ze", "so", "zo",
    "ta", "da", "chi", "ji", doubled, "tsu", "zu", "te",  "de", "to", "do", "na", "ni", "nu", "ne",
    "no", "ha", "ba",  "pa", "hi",    "bi",  "pi", "fu",  "bu", "pu", "he", "be", "pe", "ho", "bo",
    "po", "ma", "mi",  "mu", "me",    "mo",  "ya", "ya",  "yu", "yu", "yo", "yo", "ra", "ri", "ru",
    "re", "ro", "wa",  "wa", "i",     "e",   "o",  nasal, "vu", "ka", "ke"};

bool is_small_y(char32_t c) {
    return c == U'ャ' || c == U'ュ' || c == U'ョ';
}
bool is_small_vowel(char32_t c) {
    return c == U'ァ' || c == U'ィ' || c == U'ゥ' || c == U'ェ' || c == U'ォ';
}

class HepburnWriter {
 public:
    explicit HepburnWriter(View text) : text_(text) {}

    std::string write() {
        for (std::size_t at = 0; at < text_.size();) {
            const auto [c, size] = code_point_at(text_, at);
            at += size;
            const char32_t next = at < text_.size() ? code_point_at(text_, at).value : 0;
            if (!take(c, next)) return {};
        }
        if (!out_.empty() && out_[0] >= 'a' && out_[0] <= 'z')
            out_[0] = static_cast<char>(out_[0] - 'a' + 'A');
        return std::move(out_);
    }

 private:
    static View syllable(char32_t c) {
        return c >= first_letter && c <= last_letter ? letters[c - first_letter] : View{};
    }

    bool take(char32_t c, char32_t next) {
        if (c == U'ー') return true;
        if (c < 0x80) {
            out_ += static_cast<char>(c);
            long_ = false;
            return true;
        }
        const View read = syllable(c);
        if (read.empty()) return false;
        if (read == nasal || read == doubled) {
            put_consonant(read == nasal, syllable(next));
        } else if (lengthens(read, next)) {
            long_ = true;
        } else {
            put(c, read);
        }
        return true;
    }

    /// オウ, オオ, ウウ; once only, and not オオ at the end (ヨコオ).
    bool lengthens(View read, char32_t next) const {
        if (long_ || out_.empty()) return false;
        const char last = out_.back();
        return (read == "u" && (last == 'o' || last == 'u')) || (read == "o" && last == 'o' && next != 0);
    }

    void put_consonant(bool is_nasal, View next) {
        long_ = false;
        const char first = next.empty() || next[0] == '(' ? '\0' : next[0];
        if (is_nasal) {
            out_ += first == 'b' || first == 'm' || first == 'p' ? 'm' : 'n';
        } else if (first != '\0') {
            out_ += next.substr(0, 2) == "ch" ? 't' : first;
        }
    }

    void put(char32_t c, View read) {
        long_ = false;
        const bool joined = (is_small_y(c) || is_small_vowel(c)) && !out_.empty() && joins();
        if (!joined) {
            out_ += read;
            return;
        }
        const char last = out_.back();
        out_.pop_back();
        const bool soft = out_.ends_with("sh") || out_.ends_with("ch") || out_.ends_with('j');
        if (is_small_y(c) && last == 'i') {
            out_ += soft ? read.substr(1) : read;
        } else {
            out_ += read;  // ファ, ティ
        }
    }

    /// Whether a small letter can join the syllable before it.
    bool joins() const {
        static constexpr View vowels = "aiueo";
        return out_.size() >= 2 && vowels.find(out_.back()) != View::npos &&
               vowels.find(out_[out_.size() - 2]) == View::npos;
    }

    View text_;
    std::string out_;
    bool long_ = false;  // a vowel was just made long
};

}  // namespace

std::string hepburn(View katakana) {
    return HepburnWriter(katakana).write();
}

}  // namespace daicho
