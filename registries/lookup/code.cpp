#include <algorithm>
#include <string>

#include "grammars/text/narrow.hpp"
#include "registries/embedded/code_systems.hpp"
#include "registries/lookup/field_names.hpp"
#include "registries/lookup/lookup.hpp"

namespace daicho {

namespace {

constexpr AnswerTerm reasons[] = {
    {"system", {"体系の名前", "name of the system"}},
    {"label", {"名称", "label"}},
    {"alias", {"別名", "other name"}},
    {"code", {"コード", "code"}},
    {"start-of-system", {"体系の名前の始まり", "start of the system's name"}},
    {"start-of-label", {"名称の始まり", "start of the label"}},
    {"in-system", {"体系の名前の一部", "part of the system's name"}},
    {"in-label", {"名称の一部", "part of the label"}},
};
constexpr AnswerTerm in_named_system{"code-of-system", {"体系とコード", "system and code"}};

constexpr FieldName system_id{"system", {"体系", "system"}, ShownIn::title};
constexpr FieldName code_itself{"code", {"コード", "code"}, ShownIn::title};
constexpr FieldName system_name{"system_name", {"体系の名称", "name of the system"}, ShownIn::column};
constexpr FieldName english{"name_en", {"英語名", "English"}};
constexpr FieldName aliases{"aliases", {"別名", "also"}};
constexpr FieldName group{"group", {"区分", "group"}};
constexpr FieldName note{"note", {"説明", "note"}};
constexpr FieldName origin{"origin", {"出典", "from"}};
constexpr FieldName publisher{"publisher", {"公表元", "publisher"}, ShownIn::column};
constexpr FieldName region{"region", {"地域", "region"}};
constexpr FieldName update{"update", {"更新", "updated"}};
constexpr FieldName data{"data", {"データ", "data"}};
constexpr FieldName format{"format", {"形式", "format"}};
constexpr FieldName page{"page", {"ページ", "page"}};
constexpr FieldName size{"size", {"コードの数", "codes"}};
constexpr FieldName codes{"codes", {"コード一覧", "list of codes"}};
constexpr FieldName relations{"relations", {"対応するコード", "corresponds to"}};
constexpr FieldName other_system{"system", {"体系", "system"}};

/// Codes of the system, for one that was asked for by its name.
AnswerValue code_records(const CodeSystem& system) {
    if (!system.has_codes) return {};
    std::vector<AnswerRecord> records;
    for (const SystemCode& code : system.codes) {
        records.push_back({text_field(code_itself, code.code), text_field(fields::name, code.ja),
                           text_field(english, code.en), text_field(group, code.group)});
    }
    return records;
}

AnswerValue relation_records(const SystemCode& code) {
    std::vector<AnswerRecord> records;
    for (const CodeRelation& one : code.relations) {
        records.push_back({text_field(code_itself, one.code), text_field(fields::name, one.ja),
                           text_field(other_system, one.system)});
    }
    return records;
}

AnswerValue texts(const std::vector<std::string_view>& views) {
    return std::vector<std::string>(views.begin(), views.end());
}

/// Systems and codes have the same fields; what one of them does not have is nothing.
AnswerRecord record(const FoundCode& found) {
    const CodeSystem& system = *found.system;
    const SystemCode none;
    const SystemCode& code = found.code ? *found.code : none;
    const bool is_system = found.code == nullptr;
    return {
        text_field(system_id, system.id),
        text_field(code_itself, code.code),
        text_field(fields::name, is_system ? system.ja : code.ja),
        text_field(english, is_system ? system.en : code.en),
        text_field(system_name, is_system ? std::string_view() : system.ja),
        {aliases, is_system ? AnswerValue() : texts(code.aliases)},
        text_field(group, is_system ? system.group : code.group),
        text_field(note, is_system ? system.note : code.note),
        text_field(origin, system.origin),
        text_field(publisher, system.publisher),
        text_field(region, system.region),
        text_field(update, system.update),
        text_field(data, system.data),
        text_field(format, system.format),
        text_field(page, system.page),
        {size, is_system && system.has_codes ? AnswerValue(AnswerNumber{std::to_string(system.codes.size())})
                                             : AnswerValue()},
        {codes, is_system && found.match == CodeMatch::system ? code_records(system) : AnswerValue()},
        {relations, is_system ? AnswerValue() : relation_records(code)},
    };
}

/// What is at hand is better than what the catalogue only names.
void add(LookupAnswer& answer, const FoundCode& found, const AnswerTerm& reason) {
    const unsigned rank = 2 * static_cast<unsigned>(found.match) + (found.system->has_codes ? 0 : 1);
    answer.matches.push_back({record(found), reason, rank});
}

/// Says why there is no `code` in systems that were named.
void note_missing(LookupAnswer& answer, const CodeSystem& system, std::string_view code) {
    const std::string name(system.ja), given(code), by(system.publisher), place(system.page);
    if (system.has_codes) {
        answer.note_ja = "「" + name + "」に「" + given + "」はありません。";
        answer.note_en = "there is no '" + given + "' in '" + name + "'";
        return;
    }
    answer.covered = false;
    answer.note_ja = "「" + name + "」のコードは収録していません（公表元: " + by + " " + place + "）。";
    answer.note_en = "the codes of '" + name + "' are not at hand (published by " + by + ", " + place + ")";
}

/// SYSTEM:CODE, or SYSTEM:LABEL. False where there is no such system.
bool add_code_of_system(LookupAnswer& answer, std::string_view system, std::string_view code) {
    const auto systems = CodeSystems::embedded().systems_named(system);
    for (const FoundCode& one : systems) {
        if (const SystemCode* found = CodeSystems::embedded().find(*one.system, code)) {
            add(answer, {one.system, found, CodeMatch::system}, in_named_system);
        }
    }
    if (answer.matches.empty() && !systems.empty()) {
        const auto elsewhere =
            std::ranges::find_if(systems, [](const FoundCode& one) { return !one.system->has_codes; });
        note_missing(answer, *(elsewhere == systems.end() ? systems.begin() : elsewhere)->system, code);
    }
    return !systems.empty();
}

}  // namespace

LookupAnswer look_up_code(std::string_view query, const LookupContext&) {
    LookupAnswer answer;
    const Narrow narrow(query);
    const std::string_view text = narrow.text();
    const auto& table = CodeSystems::embedded();
    auto found = table.named(text);
    const auto colon = text.rfind(':');
    if (found.empty() && colon != text.npos &&
        add_code_of_system(answer, text.substr(0, colon), text.substr(colon + 1))) {
        return answer;
    }
    if (found.empty()) found = table.containing(text);
    for (const FoundCode& one : found) add(answer, one, reasons[static_cast<unsigned>(one.match)]);
    return answer;
}

}  // namespace daicho
