#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "grammars/text/utf8.hpp"
#include "models/engine/header.hpp"
#include "registries/embedded/code_systems.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm catalogue_reasons[] = {
    {"name", {"名称", "name"}},
    {"start-of-name", {"名称の始まり", "start of the name"}},
    {"in-name", {"名称の一部", "part of the name"}},
    {"in-entry", {"公表元・説明など", "publisher, note or the like"}},
};

constexpr FieldName entry_id{"system", {"体系", "system"}, ShownIn::title};
constexpr FieldName entry_group{"group", {"区分", "group"}};
constexpr FieldName entry_publisher{"publisher", {"公表元", "publisher"}, ShownIn::column};
constexpr FieldName entry_region{"region", {"地域", "region"}};
constexpr FieldName entry_update{"update", {"更新", "updated"}};
constexpr FieldName entry_data{"data", {"データ", "data"}, ShownIn::column};
constexpr FieldName entry_format{"format", {"形式", "format"}};
constexpr FieldName entry_page{"page", {"ページ", "page"}};
constexpr FieldName entry_note{"note", {"説明", "note"}};
constexpr FieldName entry_size{"size", {"収録しているコードの数", "codes at hand"}};

/// The words of a question, folded.
std::vector<std::string> folded_words(std::string_view query) {
    std::vector<std::string> words;
    std::string text(query);
    for (std::size_t at = 0; (at = text.find("\u3000", at)) != text.npos;) text.replace(at, 3, " ");
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (std::string key = header_key(text.substr(at, end - at)); !key.empty()) words.push_back(key);
        at = end + 1;
    }
    return words;
}

std::u32string letters_of(std::string_view text) {
    std::u32string letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto read = code_point_at(text, at);
        letters += read.value;
        at += read.size;
    }
    return letters;
}

/// Whether `word` is a publisher for short: 文科省 has characters of 文部科学省 in their order, the first and
/// the last of them included.
bool is_short_for(std::string_view word, std::string_view publisher) {
    const std::u32string letters = letters_of(word), all = letters_of(publisher);
    if (letters.size() < 3 || letters.size() >= all.size() || letters.back() != all.back()) return false;
    if (std::u32string_view(U"省庁府院局会").find(letters.back()) == std::u32string_view::npos) return false;
    if (letters.front() != all.front()) return false;
    auto at = all.begin();
    for (const char32_t letter : letters) {
        at = std::find(at, all.end(), letter);
        if (at == all.end()) return false;
        ++at;
    }
    return true;
}

/// What people put behind the name of what has codes: of 医療機関コード the catalogue has 医療機関番号.
std::vector<std::string> without_endings(std::vector<std::string> words) {
    for (std::string& word : words) {
        for (const std::string_view ending : {"コード一覧", "コード表", "コード", "番号", "一覧", "区分"}) {
            const std::string key = header_key(ending);
            if (!word.ends_with(key) || word.size() < key.size() + 6) continue;
            word.resize(word.size() - key.size());
            break;
        }
    }
    return words;
}

/// How well an entry has all words: the place in `catalogue_reasons` of the word that is found worst.
std::optional<std::size_t> rank_of(const CodeSystem& system, const std::vector<std::string>& words) {
    const std::string name = header_key(system.ja);
    std::string entry;
    for (const std::string_view text : {system.id, system.en, system.group, system.publisher, system.region,
                                        system.note, system.format, system.origin})
        entry += header_key(text) + "\n";
    std::size_t worst = 0;
    for (const std::string& word : words) {
        const std::size_t at = name.find(word);
        const std::size_t rank = name == word ? 0 : at == 0 ? 1 : at != name.npos ? 2 : 3;
        if (rank == 3 && entry.find(word) == entry.npos && !is_short_for(word, header_key(system.publisher)))
            return std::nullopt;
        worst = std::max(worst, rank);
    }
    return worst;
}

AnswerRecord catalogue_entry(const CodeSystem& system) {
    return {
        text_field(entry_id, system.id),
        text_field(fields::name, system.ja),
        text_field(entry_publisher, system.publisher),
        text_field(entry_data, system.data),
        text_field(entry_group, system.group),
        text_field(entry_note, system.note),
        text_field(entry_region, system.region),
        text_field(entry_update, system.update),
        text_field(entry_format, system.format),
        text_field(entry_page, system.page),
        {entry_size,
         system.has_codes ? AnswerValue(AnswerNumber{std::to_string(system.codes.size())}) : AnswerValue()},
    };
}

}  // namespace

LookupAnswer look_up_code_system(std::string_view query, const LookupContext&) {
    LookupAnswer answer;
    const auto words = folded_words(query);
    if (words.empty()) return answer;
    const auto find = [&](const std::vector<std::string>& wanted) {
        for (const CodeSystem& system : CodeSystems::embedded().systems()) {
            if (const auto rank = rank_of(system, wanted))
                answer.matches.push_back(
                    {catalogue_entry(system), catalogue_reasons[*rank], static_cast<unsigned>(*rank)});
        }
    };
    find(words);
    if (!answer.matches.empty()) return answer;
    const auto stems = without_endings(words);
    if (stems != words) find(stems);
    for (LookupMatch& match : answer.matches) match.sure = false;
    return answer;
}

}  // namespace daicho
