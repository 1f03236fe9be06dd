#include "registries/fetch/source.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "grammars/base/error.hpp"
#include "grammars/text/nearest.hpp"
#include "registries/fetch/address.hpp"
#include "registries/fetch/content_kind.hpp"
#include "registries/fetch/fetch_files.hpp"

namespace daicho {

namespace {

using Values = std::map<std::string, std::string>;  // of parameters, by name

[[noreturn]] void refuse_source(const std::string& word, const std::string& ja, const std::string& en) {
    throw Error{ErrorKind::usage, word + ": " + ja, word + ": " + en};
}

std::string filled(std::string text, const Values& values) {
    for (const auto& [name, value] : values) {
        const std::string place = "{" + name + "}";
        for (auto at = text.find(place); at != std::string::npos; at = text.find(place, at + value.size())) {
            text.replace(at, place.size(), value);
        }
    }
    return text;
}

void check_digest(const std::string& word, const std::string& sha256) {
    const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    if (sha256.empty() || (sha256.size() == 64 && std::ranges::all_of(sha256, hex))) return;
    refuse_source(word, "SHA-256 は半角の英小文字と数字64字で書いてください",
                  "write a SHA-256 as 64 small hexadecimal digits");
}

Download plain_address(const std::string& word) {
    constexpr std::string_view mark = "#sha256=";
    Download out;
    out.url = word.substr(0, word.find('#'));
    if (const auto at = word.find(mark); at != std::string::npos) out.sha256 = word.substr(at + mark.size());
    out.source = out.url;
    check_digest(word, out.sha256);
    if (!host_of(out.url)) {
        refuse_source(
            word, "http:// か https:// のアドレスとして読めません（利用者名は書けません）",
            "cannot be read as an address of http:// or https:// (a user name cannot be part of it)");
    }
    out.file = file_name_of(out.url);
    if (out.file.empty()) {
        refuse_source(
            word, "アドレスからファイルの名前が決まりません。アドレスの表に file の列で書いてください",
            "the address ends with no name for the file; give one in a table of addresses (column file)");
    }
    out.content = content_kind_of(out.file);
    return out;
}

const Publication& publication_named(const std::string& id, std::span<const Publication> publications) {
    const auto found = std::ranges::find(publications, id, &Publication::id);
    if (found != publications.end()) return *found;
    std::vector<std::string_view> ids;
    for (const Publication& one : publications) ids.push_back(one.id);
    const std::string near{nearest(id, ids)};
    throw Error{
        ErrorKind::usage,
        "「" + id + "」という公表データはありません。" +
            (near.empty() ? "" : "「" + near + "」ではありませんか。"),
        "there is no publication '" + id + "'" + (near.empty() ? "" : "; did you mean '" + near + "'?"),
        ErrorHint::list};
}

std::string usage_of(const Publication& one) {
    std::string out = one.id;
    char sign = ':';
    for (const AddressParameter& parameter : one.parameters) {
        out += sign;
        out += parameter.name + "=" + (parameter.fallback.empty() ? parameter.form : parameter.fallback);
        sign = ',';
    }
    return out;
}

/// What stands behind the ':' of a word, by names.
Values read_values(const std::string& word, std::string_view text, const Publication& one) {
    Values values;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(','));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const auto equals = part.find('=');
        const bool named = equals != std::string_view::npos;
        if (!named && one.parameters.empty()) break;
        const std::string name{named ? part.substr(0, equals)
                                     : std::string_view{one.parameters.front().name}};
        if (std::ranges::find(one.parameters, name, &AddressParameter::name) == one.parameters.end() ||
            !values.emplace(name, named ? part.substr(equals + 1) : part).second) {
            refuse_source(word, "書き方が違います。例: " + usage_of(one), "write it as in " + usage_of(one));
        }
    }
    if (one.parameters.empty() && word.size() != one.id.size()) {
        refuse_source(word, "この公表データに指定できる値はありません", "this publication takes no values");
    }
    return values;
}

/// Every way in which the parameters are filled: one, or several where `all` was said.
std::vector<Values> every_filling(const std::string& word, const Values& given, const Publication& one) {
    std::vector<Values> fillings(1);
    for (const AddressParameter& parameter : one.parameters) {
        const auto said = given.find(parameter.name);
        const std::string value = said == given.end() ? parameter.fallback : said->second;
        std::vector<std::string> values{value};
        if (value == "all") values = values_of(parameter);
        if (values.empty() || (value != "all" && !fits(parameter, value))) {
            refuse_source(
                word,
                parameter.name + " を " + parameter.form + " の形で指定してください。例: " + usage_of(one),
                "give " + parameter.name + " in the form " + parameter.form + ", as in " + usage_of(one));
        }
        std::vector<Values> more;
        for (const Values& filling : fillings) {
            for (const std::string& each : values) {
                more.push_back(filling);
                more.back()[parameter.name] = each;
            }
        }
        fillings = std::move(more);
    }
    return fillings;
}

std::string source_name(const Publication& one, const Values& values) {
    std::string out = one.id;
    char sign = ':';
    for (const AddressParameter& parameter : one.parameters) {
        out += sign;
        out += parameter.name + "=" + values.at(parameter.name);
        sign = ',';
    }
    return out;
}

Download download_of(const Publication& one, const Values& values) {
    Download out;
    out.source = source_name(one, values);
    out.url = filled(one.url, values);
    out.page = one.page;
    out.file = one.file.empty() ? file_name_of(out.url) : filled(one.file, values);
    out.content = one.content.empty() ? content_kind_of(out.file) : find_content_kind(one.content);
    out.sha256 = one.sha256;
    out.licence = one.licence;
    out.title = one.title;
    out.note = one.note;
    check_digest(one.id, out.sha256);
    if (!out.url.empty() && !is_file_name(out.file)) {
        refuse_source(out.source,
                      "ファイルの名前になりません: 「" + out.file + "」（file の列で指定してください）",
                      "'" + out.file + "' is not a valid file name (give one in the column file)");
    }
    return out;
}

void add(std::vector<Download>& downloads, Download one) {
    if (is_own_file(one.file)) {
        refuse_source(one.source, "「" + one.file + "」は daicho が使う名前です",
                      "daicho uses the name '" + one.file + "'");
    }
    for (const Download& other : downloads) {
        if (other.source == one.source) return;  // asked for twice
        if (one.file.empty() || other.file != one.file) continue;
        refuse_source(one.source,
                      "「" + one.file + "」は " + other.source +
                          " の名前でもあります。別のフォルダーに取得してください",
                      other.source + " has the same name, '" + one.file + "'; fetch them into two folders");
    }
    downloads.push_back(std::move(one));
}

}  // namespace

std::vector<Download> resolve_sources(std::span<const std::string> words,
                                      std::span<const Publication> publications) {
    std::vector<Download> downloads;
    for (const std::string& word : words) {
        if (word.find("://") != std::string::npos) {
            add(downloads, plain_address(word));
            continue;
        }
        const auto colon = std::min(word.find(':'), word.size());
        const Publication& one = publication_named(word.substr(0, colon), publications);
        const std::string_view rest = std::string_view{word}.substr(std::min(colon + 1, word.size()));
        for (const Values& values : every_filling(word, read_values(word, rest, one), one)) {
            add(downloads, download_of(one, values));
        }
    }
    return downloads;
}

}  // namespace daicho
