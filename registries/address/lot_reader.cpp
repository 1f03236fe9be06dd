#include "registries/address/lot_reader.hpp"

#include "registries/address/character_classes.hpp"

namespace daicho {

namespace {

constexpr std::u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";

/// Symbols of the words at `at` that stand for a number or say that it is beside one.
std::uint32_t lot_words_size(const FoldedText& text, std::string_view source, std::uint32_t at) {
    if (at >= text.size()) return 0;
    static constexpr std::string_view words[] = {
        "官有無番地先", "官有無番地", "官有地先", "官有地", "国有無番地", "無番地先", "無番地",
        "番外地",       "番地先",     "番地内",   "地先",   "地内",       "先"};
    const std::string_view rest = source.substr(text.begin(at));
    for (const std::string_view word : words) {
        if (rest.starts_with(word) && (word.size() > 3 || rest == word)) {
            return static_cast<std::uint32_t>(word.size() / 3);
        }
    }
    return 0;
}

class LotTextReader {
 public:
    LotTextReader(const FoldedText& text, std::string_view source, std::uint32_t at)
        : text_(text), source_(source), at_(at) {}

    LotText read() {
        const std::uint16_t first = text_[at_];
        const bool joint = first == symbol::no || first == symbol::comma;
        if (first == symbol::hyphen || (joint && is_number(at_ + 1))) ++at_;
        lot_.begin = at_;
        while (lot_.count < LotText::at_most && read_part() && read_link()) {
        }
        if (lot_.count == 0) lot_.end = lot_.begin;
        read_words();
        return lot_;
    }

 private:
    char32_t letter(std::uint32_t i) const {
        return i < text_.size() ? plain_form(character_at(source_, text_.begin(i)).value) : 0;
    }
    bool is_stem(std::uint32_t i) const { return daicho::is_stem(text_, source_, i); }
    bool is_kana(std::uint32_t i) const { return letter(i) >= 0x30A2 && letter(i) <= 0x30F3; }
    bool is_hiragana(std::uint32_t i) const { return letter(i) >= 0x3042 && letter(i) <= 0x3093; }
    bool is_number(std::uint32_t i) const { return symbol::is_number_letter(text_[i]); }

    /// 甲, イ: before a number, or behind one where no word begins with it.
    bool is_mark(std::uint32_t i) const {
        if (is_stem(i)) return is_number(i + 1) || (lot_.count > 0 && text_[i + 1] != symbol::me);
        if (!is_kana(i) || text_[i] == symbol::no || begins_kana_word(i)) return false;
        return is_number(i + 1) || (lot_.count > 0 && !is_letter(i + 1));
    }
    /// ミ・ナーラ, ト・モ; but ロー12 is ロ-12.
    bool begins_kana_word(std::uint32_t i) const {
        const char32_t next = letter(i + 1);
        if (text_.spaced(i + 1)) return false;
        return next == U'・' || next == U'･' || (next == U'ー' && !is_number(i + 2));
    }
    /// Something that a word may go on with.
    bool is_letter(std::uint32_t i) const {
        const std::uint16_t s = text_[i];
        return i < text_.size() && !text_.spaced(i) && !symbol::is_number_letter(s) && s != symbol::hyphen &&
               s != symbol::comma && s != symbol::open_bracket && s != symbol::ban && s != symbol::go;
    }

    /// 5F, 3階, 2棟, 101号室: the number before is no part of the lot.
    bool is_of_building(std::uint32_t i) const {
        static constexpr std::u32string_view words = U"F階棟室";
        const char32_t next = letter(text_[i] == symbol::go ? i + 1 : i);
        return next != 0 && words.find(next) != words.npos && !(next == 'F' && is_letter(i + 1));
    }

    /// 五番地の二十一: the number before is in kanji too, and no space stands between.
    bool follows_kanji(std::uint32_t i) const {
        return lot_.count > 0 && !text_.spaced(i) && text_.number(lot_.parts[lot_.count - 1].end - 1).kanji;
    }

    /// 一ノ坂, 一本木, 一丁田: a number in kanji that a name goes on from.
    bool begins_word(std::uint32_t i) const {
        if (text_[i] == symbol::no) return !starts_part(i + 1);
        if (text_[i] == symbol::cho) return text_[i + 1] != symbol::me && is_letter(i + 1);
        return is_letter(i) && !is_mark(i);
    }

    /// 甲の1, ワ-69, は-57: symbols of a mark that is joined with its number, where a lot begins.
    std::uint32_t joined_mark_size() const {
        const bool joint = text_[at_ + 1] == symbol::no || text_[at_ + 1] == symbol::hyphen;
        if (lot_.count > 0 || !joint || text_.spaced(at_ + 1) || !symbol::is_digit(text_[at_ + 2])) return 0;
        const bool kana = text_[at_ + 1] == symbol::hyphen && text_[at_] != symbol::no &&
                          (is_kana(at_) || is_hiragana(at_));
        return kana || is_stem(at_) ? 2 : 0;
    }

    bool read_part() {
        LotPart part;
        part.begin = at_;
        const std::uint32_t joined = joined_mark_size();
        part.mark = joined > 0 || is_mark(at_);
        const std::uint32_t digits = joined > 0 ? at_ + joined : part.mark ? at_ + 1 : at_;
        const NumberToken number = part.mark && text_.spaced(digits) ? NumberToken{} : text_.number(digits);
        part.number = number.size > 0;
        part.value = number.value;
        if ((!part.mark && !part.number) || is_of_building(digits + number.size)) return false;
        if (number.kanji && !follows_kanji(digits) && begins_word(digits + number.size)) return false;
        at_ = part.end = digits + number.size;
        lot_.parts[lot_.count++] = part;
        lot_.end = at_;
        return true;
    }

    /// 無番地, 番外地, 地先, 地内, 番地先.
    void read_words() {
        lot_.words = lot_words_size(text_, source_, lot_.end);
        lot_.end += lot_.words;
    }

    /// Goes over what stands between two parts. False: nothing that leads to another part.
    bool read_link() {
        if (text_[at_] == symbol::cho && lot_.count == 1) return read_chome();
        if (text_[at_] == symbol::ban) return read_ban();
        if (text_[at_] == symbol::go) return read_go();
        return read_joint();
    }

    bool starts_part(std::uint32_t i) const { return is_number(i) || is_mark(i); }

    bool read_joint() {
        if (text_[at_] == symbol::hyphen || text_[at_] == symbol::no) {
            const bool twice = text_[at_] == symbol::hyphen && text_[at_ + 1] == symbol::hyphen;  // 1--2
            const std::uint32_t next = at_ + (twice ? 2 : 1);
            if (!starts_part(next)) return false;
            at_ = next;
            return true;
        }
        return !text_.spaced(at_) && !is_number(at_) && is_mark(at_);
    }

    bool read_chome() {
        lot_.chome = true;
        at_ += text_[at_ + 1] == symbol::me ? 2 : 1;
        lot_.end = at_;
        if (text_[at_] == symbol::hyphen) ++at_;
        return starts_part(at_);
    }

    bool read_ban() {
        const bool banchi = text_[at_ + 1] == symbol::chi;
        (banchi ? lot_.banchi : lot_.ban) = true;
        at_ += banchi ? 2 : 1;
        lot_.end = at_;
        if (text_[at_] == symbol::no || text_[at_] == symbol::hyphen) {
            if (!starts_part(at_ + 1)) return false;
            ++at_;
        }
        return starts_part(at_);
    }

    bool read_go() {
        lot_.go = true;
        lot_.end = ++at_;
        return (text_[at_] == symbol::hyphen || text_[at_] == symbol::no) && read_joint();
    }

    const FoldedText& text_;
    std::string_view source_;
    std::uint32_t at_;
    LotText lot_;
};

}  // namespace

bool is_stem(const FoldedText& text, std::string_view source, std::uint32_t at) {
    return at < text.size() && stems.find(character_at(source, text.begin(at)).value) != stems.npos;
}

bool is_parcel_alone(const FoldedText& text, std::string_view source, std::uint32_t at) {
    constexpr std::uint32_t parts_of_parcel = 2;
    if (lot_words_size(text, source, at) > 0) return at + lot_words_size(text, source, at) >= text.size();
    if (!symbol::is_digit(text[at + (is_stem(text, source, at) ? 1 : 0)])) return false;
    const LotText lot = read_lot_text(text, source, at);
    if (lot.count == 0 || lot.count > parts_of_parcel || lot.chome || lot.go) return false;
    if (lot.ban && !lot.banchi) return false;
    return lot.end >= text.size() || text.spaced(lot.end) || text[lot.end] == symbol::open_bracket;
}

bool lot_goes_on(const FoldedText& text, std::uint32_t at) {
    if (at >= text.size() || text.spaced(at)) return false;
    // 佐原二12-3, 東舌辛十二二線723: one of the two numbers is none.
    const bool behind_kanji = symbol::is_number_letter(text[at - 1]) && !symbol::is_digit(text[at - 1]);
    if (behind_kanji && symbol::is_number_letter(text[at])) return true;
    const std::uint32_t ban = at + text.number(at).size;
    if (ban == at || ban >= text.size() || text[ban] != symbol::ban) return false;
    // 3番館 is a building.
    return ban + 1 == text.size() || text[ban + 1] == symbol::chi || symbol::is_digit(text[ban + 1]);
}

bool begins_lot(const FoldedText& text, std::string_view source, std::uint32_t at) {
    const bool joint = text[at] == symbol::no || text[at] == symbol::comma;
    const bool stem = is_stem(text, source, at);
    if ((joint || stem) && symbol::is_number_letter(text[at + 1])) return true;
    if (stem && text[at + 1] == symbol::no && symbol::is_digit(text[at + 2])) return true;
    return lot_words_size(text, source, at) > 0;
}

LotText read_lot_text(const FoldedText& text, std::string_view source, std::uint32_t at) {
    return LotTextReader(text, source, at).read();
}

std::string odd_text(const FoldedText& text, std::string_view source, const LotPart& part) {
    std::string odd;
    if (part.mark) {
        const Span mark = text.span(part.begin, part.begin + 1);
        odd = odd_lot_part(slice(source, mark));
    }
    if (part.number) odd += std::to_string(part.value);
    return odd;
}

}  // namespace daicho
