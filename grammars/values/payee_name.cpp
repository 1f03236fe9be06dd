#include "grammars/values/payee_name.hpp"

#include <algorithm>
#include <vector>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"
#include "grammars/text/utf8.hpp"
#include "grammars/text/variants.hpp"
#include "grammars/values/corporate_name_key.hpp"

namespace daicho {

std::span<const EmbeddedFile> payee_word_table();

namespace {

struct PayeeWord {
    std::string key;  ///< of the short form
    std::string_view forms;
    std::string_view reading{};
};

std::vector<PayeeWord> read_words() {
    std::vector<PayeeWord> words;
    for_each_row(payee_word_table().front().text, [&](std::string_view line) {
        const std::size_t kind = line.find('\t'), end = line.find('\t', kind + 1);
        const bool office = line.starts_with("office");
        const std::string_view rest = line.substr(end + 1);
        const std::size_t tab = std::min(rest.find('\t'), rest.size());
        words.push_back({corporate_kana_key(line.substr(kind + 1, end - kind - 1)),
                         office ? std::string_view{} : rest.substr(0, tab),
                         rest.substr(std::min(tab + 1, rest.size()))});
    });
    return words;
}

/// The word that `text` is, or null.
const PayeeWord* find_word(std::string_view text) {
    static const std::vector<PayeeWord> words = read_words();
    const std::string key = corporate_kana_key(text);
    const auto found = std::ranges::find(words, key, &PayeeWord::key);
    return found == words.end() ? nullptr : &*found;
}

/// Where a bracket stands.
struct Bracket {
    bool opens = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Bracket> find_brackets(std::string_view text) {
    std::vector<Bracket> found;
    for (std::size_t at = 0; at < text.size();) {
        const auto [c, size] = code_point_at(text, at);
        const char32_t narrow = match_fold(c, fold::width);
        if (narrow == '(' || narrow == ')') found.push_back({narrow == '(', at, at + size});
        at += size;
    }
    return found;
}

/// カ)X or (カ)X.
PayeeName read_first(std::string_view text, const std::vector<Bracket>& brackets) {
    const bool both = brackets[0].opens;
    if (both && (brackets[0].begin != 0 || brackets.size() < 2 || brackets[1].opens)) return {};
    const Bracket& end = brackets[both ? 1 : 0];
    const std::size_t begin = both ? brackets[0].end : 0;
    const PayeeWord* word = find_word(text.substr(begin, end.begin - begin));
    if (!word || end.end == text.size()) return {};
    PayeeName name{text.substr(end.end), word->forms, {}, true, word->reading};
    if (brackets.size() > (both ? 2u : 1u)) {  // カ)X(エイ: an office of it
        const Bracket& next = brackets[both ? 2 : 1];
        name.rest = text.substr(next.begin);
        name.corporation = text.substr(end.end, next.begin - end.end);
    }
    return name;
}

/// X(カ or X(カ)Y.
PayeeName read_last(std::string_view text, const std::vector<Bracket>& brackets) {
    for (std::size_t i = 0; i < brackets.size(); ++i) {
        if (!brackets[i].opens || brackets[i].begin == 0) continue;
        const bool closed = i + 1 < brackets.size() && !brackets[i + 1].opens;
        const std::size_t end = closed ? brackets[i + 1].begin : text.size();
        const PayeeWord* word = find_word(text.substr(brackets[i].end, end - brackets[i].end));
        if (!word) continue;
        return {text.substr(0, brackets[i].begin), word->forms,
                closed ? text.substr(brackets[i + 1].end) : std::string_view{}, false, word->reading};
    }
    return {};
}

}  // namespace

PayeeName read_payee_name(std::string_view text) {
    constexpr std::size_t longest = 1000;  // bytes; a transfer has 48 characters for it
    if (text.size() > longest) return {};
    const std::vector<Bracket> brackets = find_brackets(text);
    if (brackets.empty()) return {};
    PayeeName name = read_first(text, brackets);
    if (name.corporation.empty()) name = read_last(text, brackets);
    if (corporate_kana_key(name.corporation).empty()) return {};
    return name;
}

}  // namespace daicho
