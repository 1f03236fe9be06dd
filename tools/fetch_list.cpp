#include <algorithm>

#include "grammars/formats/json_writer.hpp"
#include "tools/fetch_reports.hpp"

namespace daicho {

namespace {

/// What stands behind an address, for people.
struct SeenWords {
    std::string_view word;
    Text text;
};

constexpr SeenWords seen_words[] = {
    {"catalogue", {"提供元の目録の記録で見た", "seen in a record of the publisher's catalogue"}},
    {"programs", {"公開されているプログラムの中で見た", "seen in public programs that use it"}},
    {"memory", {"未確認", "unconfirmed"}},
};

std::string_view seen_text(const std::string& seen, const Session& session) {
    const auto found = std::ranges::find(seen_words, seen, &SeenWords::word);
    return found == std::end(seen_words) ? std::string_view{seen} : found->text.in(session.language);
}

std::string parameters_text(const Publication& one) {
    std::string out;
    for (const AddressParameter& parameter : one.parameters) {
        if (!out.empty()) out += ", ";
        out += parameter.name + "=" + parameter.form;
        if (!parameter.fallback.empty()) out += " (" + parameter.fallback + ")";
    }
    return out;
}

void add_publication(std::string& out, const Publication& one, const Session& session) {
    const Language language = session.language;
    out.append(one.id).append("  ").append(one.title.in(language)).append("\n");
    add_field(out, session.say("提供元: ", "publisher: "), one.publisher.in(language));
    add_field(out, session.say("ライセンス: ", "licence: "), one.licence);
    add_field(out, session.say("アドレス: ", "address: "),
              one.url.empty()
                  ? std::string{session.say("なし（配布ページから保存する）", "none; save it from the page")}
                  : one.url);
    add_field(out, session.say("アドレスの根拠: ", "address is: "), seen_text(one.seen, session));
    add_field(out, session.say("配布ページ: ", "page: "), one.page);
    add_field(out, session.say("値: ", "values: "), parameters_text(one));
    add_field(out, session.say("更新: ", "published: "), one.cadence.in(language));
    add_field(out, session.say("注: ", "note: "), one.note.in(language));
}

void write_publication(JsonWriter& json, const Publication& one, Language language) {
    json.begin_object().key("id").string(one.id).key("title").string_or_null(one.title.in(language));
    json.key("publisher").string_or_null(one.publisher.in(language));
    json.key("licence").string_or_null(one.licence).key("url").string_or_null(one.url);
    json.key("seen").string_or_null(one.seen).key("page").string_or_null(one.page);
    json.key("file").string_or_null(one.file).key("content").string_or_null(one.content);
    json.key("parameters").begin_array();
    for (const AddressParameter& parameter : one.parameters) {
        json.begin_object().key("name").string(parameter.name).key("form").string(parameter.form);
        json.key("default").string_or_null(parameter.fallback).end_object();
    }
    json.end_array()
        .key("cadence")
        .string_or_null(one.cadence.in(language))
        .key("date")
        .string_or_null(one.date);
    json.key("sha256").string_or_null(one.sha256).key("note").string_or_null(one.note.in(language));
    json.end_object();
}

}  // namespace

std::vector<Publication> listed_publications(std::span<const Publication> all,
                                             std::span<const std::string> words) {
    std::vector<Publication> out;
    for (const Publication& one : all) {
        const auto in_id = [&](const std::string& word) { return one.id.find(word) != std::string::npos; };
        if (words.empty() || std::ranges::any_of(words, in_id)) out.push_back(one);
    }
    return out;
}

std::string publications_text(std::span<const Publication> publications, const Session& session) {
    std::string out;
    for (const Publication& one : publications) add_publication(out, one, session);
    return out;
}

std::string publications_json(std::span<const Publication> publications, const Session& session) {
    std::string out;
    JsonWriter json{out};
    json.begin_array();
    for (const Publication& one : publications) write_publication(json, one, session.language);
    json.end_array().end_line();
    return out;
}

}  // namespace daicho
