#include "registries/reference/programme_questions.hpp"

#include <optional>

namespace daicho {

namespace {

/// The one row that `sql` has for the number; nothing where there are several.
std::optional<std::string> only_row(const Registry& registry, std::string_view sql, std::string_view number) {
    Statement& rows = registry.prepared(sql);
    rows.bind(0, number);
    std::optional<std::string> text;
    std::size_t count = 0;
    for (; rows.step(); ++count) text = rows.text(0);
    rows.reset();
    return count == 1 ? text : std::nullopt;
}

std::string programme_cell(AskedRegistry& asked, std::string_view number, std::string_view national,
                           std::string_view municipal) {
    if (number.empty()) return {};
    if (asked.registry.has("programme")) {
        if (const auto text = only_row(asked.registry, national, number)) return *text;
    }
    if (!asked.registry.has("municipal_programme")) return {};
    return only_row(asked.registry, municipal, number).value_or("");
}

}  // namespace

std::string programme_title(AskedRegistry& asked, std::string_view number) {
    return programme_cell(asked, number,
                          "select \"タイトル（制度名）\" from programme where \"制度番号\" = ?",
                          "select title from municipal_programme where id = ?");
}

std::string programme_authority(AskedRegistry& asked, std::string_view number) {
    return programme_cell(
        asked, number, "select \"制度所管組織\" from programme where \"制度番号\" = ?",
        "select coalesce(authority, localGovernmentName) from municipal_programme where id = ?");
}

std::string programme_enquiries(AskedRegistry& asked, std::string_view number) {
    return programme_cell(asked, number, "select \"お問い合わせ先\" from programme where \"制度番号\" = ?",
                          "select enquiries from municipal_programme where id = ?");
}

}  // namespace daicho
