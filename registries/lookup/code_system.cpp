#include <algorithm>
#include <optional>
#include <string>
#include <vector>

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
        if (rank == 3 && entry.find(word) == entry.npos) return std::nullopt;
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
    for (const CodeSystem& system : CodeSystems::embedded().systems()) {
        if (const auto rank = rank_of(system, words))
            answer.matches.push_back(
                {catalogue_entry(system), catalogue_reasons[*rank], static_cast<unsigned>(*rank)});
    }
    return answer;
}

}  // namespace daicho
