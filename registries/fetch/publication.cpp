#include "registries/fetch/publication.hpp"

#include <algorithm>
#include <set>

#include "grammars/base/error.hpp"
#include "models/engine/tsv.hpp"
#include "registries/embedded/embedded_table.hpp"
#include "registries/fetch/address.hpp"
#include "registries/fetch/content_kind.hpp"

namespace daicho {

namespace {

Publication read_row_of_publication(const TsvRow& row) {
    Publication out;
    out.id = row.get("id");
    out.title = {row.get("title_ja"), row.get("title_en")};
    out.publisher = {row.get("publisher_ja"), row.get("publisher_en")};
    out.licence = row.get("licence");
    out.url = row.get("url");
    out.page = row.get("page");
    out.file = row.get("file");
    out.content = row.get("content");
    out.parameters = read_parameters(row.get("parameters"));
    out.cadence = {row.get("cadence_ja"), row.get("cadence_en")};
    out.date = row.get("date");
    out.seen = row.get("seen");
    out.note = {row.get("note_ja"), row.get("note_en")};
    out.sha256 = row.get("sha256");
    return out;
}

[[noreturn]] void refuse_publication(const std::string& name, const std::string& id, const std::string& ja,
                                     const std::string& en) {
    const std::string where = id.empty() ? name : name + ": " + id;
    throw Error{ErrorKind::input, where + ": " + ja, where + ": " + en};
}

bool is_id(std::string_view id) {
    const auto sign = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    return !id.empty() && id.front() != '-' && std::ranges::all_of(id, sign);
}

bool uses(const Publication& one, const std::string& parameter) {
    const std::string place = "{" + parameter + "}";
    return one.url.find(place) != std::string::npos || one.file.find(place) != std::string::npos;
}

void check(const Publication& one, const std::string& name) {
    if (!is_id(one.id)) {
        refuse_publication(name, one.id, "id は半角の英小文字・数字・ハイフンで書いてください",
                           "an id has small letters, digits and hyphens");
    }
    if (one.url.empty() && one.page.empty()) {
        refuse_publication(name, one.id, "url も page もありません", "there is neither url nor page");
    }
    for (const std::string& url : {one.url, one.page}) {
        if (!url.empty() && !host_of(url)) {
            refuse_publication(name, one.id, "http:// か https:// のアドレスではありません: " + url,
                               "not an address of http:// or https://: " + url);
        }
    }
    if (!one.content.empty() && !find_content_kind(one.content)) {
        refuse_publication(name, one.id, "content に書けない語です: " + one.content,
                           "not a word for content: " + one.content);
    }
    for (const AddressParameter& parameter : one.parameters) {
        if (!is_form(parameter.form) || !uses(one, parameter.name)) {
            refuse_publication(
                name, one.id,
                "parameters の " + parameter.name + " の形が正しくないか、url で使われていません",
                "the parameter " + parameter.name + " has no right form, or is not used in url");
        }
    }
}

}  // namespace

std::vector<Publication> read_publications(std::string_view table, const std::string& name) {
    const TsvTable rows{table};
    if (std::ranges::find(rows.header(), "id") == rows.header().end()) {
        refuse_publication(name, "", "見出しの行に id がありません（列はタブで区切ります）",
                           "the header has no column id (columns are separated by tabs)");
    }
    std::vector<Publication> out;
    std::set<std::string> ids;
    for (const TsvRow& row : rows) {
        Publication one = read_row_of_publication(row);
        check(one, name);
        if (!ids.insert(one.id).second)
            refuse_publication(name, one.id, "同じ id が二つあります", "the id is there twice");
        out.push_back(std::move(one));
    }
    return out;
}

const std::vector<Publication>& known_publications() {
    static const std::string name = "registries/fetch/publications.tsv";
    static const std::vector<Publication> table = read_publications(embedded_text(name), name);
    return table;
}

}  // namespace daicho
