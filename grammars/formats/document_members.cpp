#include "grammars/formats/document_members.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string>

#include "grammars/base/embedded_file.hpp"
#include "grammars/base/table_rows.hpp"

namespace daicho {

std::span<const EmbeddedFile> document_member_table();

namespace {

struct MemberNames {
    std::set<std::string, std::less<>> records, about;
};

/// The rows `role TAB name TAB name ...` of the table.
MemberNames read_names() {
    MemberNames names;
    for_each_row(document_member_table().front().text, [&](std::string_view line) {
        const std::string_view role = line.substr(0, line.find('\t'));
        auto& to = role == "records" ? names.records : names.about;
        for (std::size_t tab = role.size(); tab < line.size();) {
            const std::size_t end = std::min(line.find('\t', tab + 1), line.size());
            to.emplace(line.substr(tab + 1, end - tab - 1));
            tab = end;
        }
    });
    return names;
}

const MemberNames& member_names() {
    static const MemberNames names = read_names();
    return names;
}

/// As the table writes it.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c == '-' || c == '_' || c == '.') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

}  // namespace

bool names_records(std::string_view name) {
    return member_names().records.contains(plain_name(name));
}

bool is_about_document(std::string_view name) {
    return member_names().about.contains(plain_name(name));
}

}  // namespace daicho
