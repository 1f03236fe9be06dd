#include <algorithm>

#include "grammars/text/kana.hpp"
#include "grammars/text/narrow.hpp"
#include "registries/lookup/suggest.hpp"

namespace daicho {

namespace {

struct Syllable {
    std::string_view letters;
    std::string_view kana;
};

// Longest first within a letter does not matter: the longest that fits is taken.
constexpr Syllable syllables[] = {
    {"a", "ア"},     {"i", "イ"},     {"u", "ウ"},     {"e", "エ"},     {"o", "オ"},     {"ka", "カ"},
    {"ki", "キ"},    {"ku", "ク"},    {"ke", "ケ"},    {"ko", "コ"},    {"sa", "サ"},    {"si", "シ"},
    {"shi", "シ"},   {"su", "ス"},    {"se", "セ"},    {"so", "ソ"},    {"ta", "タ"},    {"ti", "チ"},
    {"chi", "チ"},   {"tu", "ツ"},    {"tsu", "ツ"},   {"te", "テ"},    {"to", "ト"},    {"na", "ナ"},
    {"ni", "ニ"},    {"nu", "ヌ"},    {"ne", "ネ"},    {"no", "ノ"},    {"ha", "ハ"},    {"hi", "ヒ"},
    {"hu", "フ"},    {"fu", "フ"},    {"he", "ヘ"},    {"ho", "ホ"},    {"ma", "マ"},    {"mi", "ミ"},
    {"mu", "ム"},    {"me", "メ"},    {"mo", "モ"},    {"ya", "ヤ"},    {"yu", "ユ"},    {"yo", "ヨ"},
    {"ra", "ラ"},    {"ri", "リ"},    {"ru", "ル"},    {"re", "レ"},    {"ro", "ロ"},    {"wa", "ワ"},
    {"wo", "ヲ"},    {"ga", "ガ"},    {"gi", "ギ"},    {"gu", "グ"},    {"ge", "ゲ"},    {"go", "ゴ"},
    {"za", "ザ"},    {"zi", "ジ"},    {"ji", "ジ"},    {"zu", "ズ"},    {"ze", "ゼ"},    {"zo", "ゾ"},
    {"da", "ダ"},    {"di", "ヂ"},    {"du", "ヅ"},    {"de", "デ"},    {"do", "ド"},    {"ba", "バ"},
    {"bi", "ビ"},    {"bu", "ブ"},    {"be", "ベ"},    {"bo", "ボ"},    {"pa", "パ"},    {"pi", "ピ"},
    {"pu", "プ"},    {"pe", "ペ"},    {"po", "ポ"},    {"kya", "キャ"}, {"kyu", "キュ"}, {"kyo", "キョ"},
    {"sha", "シャ"}, {"shu", "シュ"}, {"sho", "ショ"}, {"sya", "シャ"}, {"syu", "シュ"}, {"syo", "ショ"},
    {"cha", "チャ"}, {"chu", "チュ"}, {"cho", "チョ"}, {"tya", "チャ"}, {"tyu", "チュ"}, {"tyo", "チョ"},
    {"nya", "ニャ"}, {"nyu", "ニュ"}, {"nyo", "ニョ"}, {"hya", "ヒャ"}, {"hyu", "ヒュ"}, {"hyo", "ヒョ"},
    {"mya", "ミャ"}, {"myu", "ミュ"}, {"myo", "ミョ"}, {"rya", "リャ"}, {"ryu", "リュ"}, {"ryo", "リョ"},
    {"gya", "ギャ"}, {"gyu", "ギュ"}, {"gyo", "ギョ"}, {"ja", "ジャ"},  {"ju", "ジュ"},  {"jo", "ジョ"},
    {"zya", "ジャ"}, {"zyu", "ジュ"}, {"zyo", "ジョ"}, {"bya", "ビャ"}, {"byu", "ビュ"}, {"byo", "ビョ"},
    {"pya", "ピャ"}, {"pyu", "ピュ"}, {"pyo", "ピョ"}, {"fa", "ファ"},  {"fi", "フィ"},  {"fe", "フェ"},
    {"fo", "フォ"},  {"va", "ヴァ"},  {"vi", "ヴィ"},  {"vu", "ヴ"},    {"ve", "ヴェ"},  {"vo", "ヴォ"},
    {"nn", "ン"},    {"-", "ー"},
};

const Syllable* longest_syllable(std::string_view text) {
    const Syllable* best = nullptr;
    for (const Syllable& one : syllables) {
        if (text.starts_with(one.letters) && (!best || one.letters.size() > best->letters.size()))
            best = &one;
    }
    return best;
}

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_vowel_or_y(char c) {
    return std::string_view("aiueoy").find(c) != std::string_view::npos;
}

/// The syllable, double consonant or n at the start of Latin letters; 0: none that is whole.
std::size_t take_letters(std::string_view text, std::string& kana) {
    // "nna" is ン and ナ, "nn" alone ン.
    if (text.size() > 1 && text[0] == 'n' && text[1] == 'n' &&
        (text.size() == 2 || !is_vowel_or_y(text[2]))) {
        kana += "ン";
        return 2;
    }
    if (text.size() > 1 && text[0] == text[1] && text[0] != 'n' && is_letter(text[0]) &&
        !is_vowel_or_y(text[0])) {
        kana += "ッ";
        return 1;
    }
    const bool before_consonant = text.size() > 1 && !is_vowel_or_y(text[1]);
    if (text[0] == 'n' && before_consonant) {
        kana += "ン";
        return 1;
    }
    if (text[0] == 'm' && text.size() > 1 && (text[1] == 'b' || text[1] == 'm' || text[1] == 'p')) {
        kana += "ン";
        return 1;
    }
    if (text.starts_with("tch")) {
        kana += "ッ";
        return 1;
    }
    const Syllable* syllable = longest_syllable(text);
    if (!syllable) return 0;
    kana += syllable->kana;
    return syllable->letters.size();
}

bool is_beginning(std::string_view text) {
    return text.size() <= 2 && std::ranges::all_of(text, is_letter);
}

}  // namespace

std::string kana_typed(std::string_view text) {
    const Narrow narrow(text);
    std::string letters(narrow.text());
    for (char& c : letters) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    std::string kana;
    for (std::size_t at = 0; at < letters.size();) {
        const std::string_view rest = std::string_view(letters).substr(at);
        if (is_letter(rest[0]) || rest[0] == '-') {
            const std::size_t taken = take_letters(rest, kana);
            if (taken == 0) return is_beginning(rest) ? kana : std::string();
            at += taken;
            continue;
        }
        const auto lead = static_cast<unsigned char>(rest[0]);
        const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        const std::string one = katakana(full_width_kana(rest.substr(0, size)));
        // Katakana are E3 82 A1 to E3 83 BE.
        const bool is_kana = one.size() == 3 && one >= "\xE3\x82\xA1" && one <= "\xE3\x83\xBE";
        if (!is_kana) return {};
        kana += one;
        at += size;
    }
    return kana;
}

}  // namespace daicho
