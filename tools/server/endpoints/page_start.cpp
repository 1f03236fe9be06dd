// The start of the page: the form, and the answer where something was asked. All of it is HTML that needs no
// script.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "grammars/text/digits.hpp"
#include "grammars/text/utf8.hpp"
#include "tools/server/answer_card.hpp"
#include "tools/server/endpoints/page_start.hpp"
#include "tools/server/html_text.hpp"

namespace daicho {

namespace {

using Values = std::vector<std::pair<std::string_view, std::string>>;

/// The kinds that a text without a kind may be of, the likeliest first.
std::vector<std::string_view> likely_kinds(std::string_view query) {
    std::size_t digits = 0;
    for (const char c : query) digits += is_ascii_digit(c) ? 1 : 0;
    if (digits == query.size()) {
        if (digits == 13) return {"corporation", "town"};
        if (digits == 7) return {"postal-code"};
        return {"municipality", "school", "code"};
    }
    if (query.starts_with("U+") || query.starts_with("MJ") || query.starts_with("GJ")) return {"character"};
    if (code_point_at(query, 0).size == query.size()) return {"character"};
    return {"address", "municipality", "corporation", "postal-code", "school", "code"};
}

struct Found {
    const ServedKind* kind;
    LookupAnswer answer;
};

LookupAnswer ask(const Call& call, std::string_view kind, std::string_view query) {
    LookupContext context;
    context.as_of = call.text("asOf");
    context.limit = 20;
    return call.data->knowledge().look_up(kind, query, context);
}

/// The answers of the kinds that know the text: the certain ones, else the first that has candidates, else
/// what the likeliest kind says of it.
std::vector<Found> answers_of(const Call& call, std::string_view query) {
    if (const ServedKind* kind = served_kind(call.text("kind")))
        return {{kind, ask(call, kind->kind, query)}};
    std::vector<Found> sure, unsure, others;
    for (const std::string_view name : likely_kinds(query)) {
        if (call.is_late()) break;
        Found found{served_kind(name), ask(call, name, query)};
        using Status = LookupAnswer::Status;
        const Status status = found.answer.status();
        auto& list = status == Status::found ? sure : status == Status::unsure ? unsure : others;
        list.push_back(std::move(found));
    }
    if (!sure.empty()) return sure;
    if (!unsure.empty()) return unsure;
    others.resize(std::min<std::size_t>(others.size(), 1));
    return others;
}

std::string kind_options(const Call& call) {
    const auto option = [&](std::string_view value, std::string_view text) {
        return "<option value=\"" + html_text(value) + (value == call.text("kind") ? "\" selected>" : "\">") +
               html_text(text) + "</option>";
    };
    std::string html = option("", Text{"すべて", "anything"}.in(call.language));
    for (const ServedKind& kind : served_kinds()) html += option(kind.kind, kind.name.in(call.language));
    return html;
}

/// Where the data come from and of which day, for every kind on the page.
std::string credits(const Call& call, const std::vector<Found>& found) {
    std::string html;
    for (const Found& one : found) {
        const std::string& date = call.data->data_date(*one.kind);
        if (date.empty() && call.data->attribution(*one.kind).empty())
            continue;  // nothing of the kind is there
        html += "<p>" + html_text(one.kind->name.in(call.language));
        if (!date.empty())
            html += html_text(Text{"（基準日 ", " (as of "}.in(call.language)) + html_text(date) +
                    html_text(Text{"）", ")"}.in(call.language));
        html += ": ";
        for (const std::string& credit : call.data->attribution(*one.kind)) html += html_text(credit) + " ";
        html += "</p>";
    }
    return html;
}

/// The same page in the other language.
std::string other_language_link(const Call& call) {
    std::string link = call.language == Language::ja ? "/?lang=en" : "/?lang=ja";
    for (const QueryItem& item : call.request.query) {
        if (item.name != "lang" && !item.value.empty())
            link += "&amp;" + item.name + "=" + query_text(item.value);
    }
    return link;
}

Values words_of_page(Language language) {
    const auto say = [&](std::string_view ja, std::string_view en) {
        return html_text(Text{ja, en}.in(language));
    };
    return {
        {"skip", say("答えへ", "Skip to the answer")},
        {"language-label", say("言語", "Language")},
        {"other-lang", say("en", "ja")},
        {"other-language", say("English", "日本語")},
        {"question",
         say("住所・法人・文字・コードを調べる", "Look up an address, a corporation, a character or a code")},
        {"placeholder", say("例: 千代田区霞が関2-1-1", "e.g. 千代田区霞が関2-1-1")},
        {"search", say("検索", "Search")},
        {"kind-label", say("種類", "Kind")},
        {"as-of-label", say("この日の状態", "As of")},
        {"check-title", say("ファイルを検査する", "Check a file")},
        {"check-help",
         say("CSV・Excel・JSON・XMLのファイルをここに置くと、このサーバーの中だけで検査します。ファイルは保存"
             "されません。",
             "Drop a CSV, Excel, JSON or XML file here: it is checked by this server alone and not kept.")},
        {"file-label", say("ファイルを選ぶか、ここに置く", "Choose a file or drop it here")},
        {"footer", say("daicho は手元の台帳ファイルだけで答えます。外部とは通信しません。",
                       "daicho answers from the registry on this server and connects to nowhere else.")},
    };
}

}  // namespace

std::string start_page(std::string_view page, const Call& call) {
    const std::string query(call.text("q"));
    std::vector<Found> found;
    std::string answers;
    if (!query.empty() && !call.data) {
        answers = "<p class=\"note\">" +
                  html_text(Text{"台帳ファイルを開いています。少し待って、もう一度検索してください。",
                                 "The registry is being opened; search again in a moment."}
                                .in(call.language)) +
                  "</p>";
    } else if (!query.empty()) {
        found = answers_of(call, query);
    }
    for (const Found& one : found) append_answer_card(answers, *one.kind, query, one.answer, call.language);
    Values values = words_of_page(call.language);
    values.insert(values.end(), {{"lang", call.language == Language::ja ? "ja" : "en"},
                                 {"title", query.empty() ? "daicho 台帳" : html_text(query) + " – daicho"},
                                 {"other-language-link", other_language_link(call)},
                                 {"query", html_text(query)},
                                 {"kinds", kind_options(call)},
                                 {"as-of", html_text(call.text("asOf"))},
                                 {"answers", std::move(answers)},
                                 {"sources", credits(call, found)}});
    return filled_page(page, values);
}

}  // namespace daicho
