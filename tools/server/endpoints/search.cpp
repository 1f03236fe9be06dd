// /v1/search, /v1/programmes and /v1/suggest.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string>

#include "registries/lookup/answer_json.hpp"
#include "registries/lookup/answer_text.hpp"
#include "registries/lookup/suggest.hpp"
#include "registries/sources/programme_keys.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/problem.hpp"
#include "tools/server/target.hpp"

namespace daicho {

namespace {

/// Of each kind so many are looked for at most: pages within them have one total.
constexpr std::size_t search_window = 500;

std::string cursor_text(const std::string& generation, std::size_t begin) {
    return base64url(generation + "." + std::to_string(begin));
}

std::size_t page_begin(const Call& call) {
    const std::string_view given = call.text("cursor");
    if (given.empty()) return 0;
    const auto text = from_base64url(given);
    const std::size_t dot = text ? text->rfind('.') : std::string::npos;
    if (dot == std::string::npos)
        throw Refusal{problems::bad_value, {"cursor が不正です。", "the cursor is invalid"}, "cursor"};
    if (text->substr(0, dot) != call.data->generation()) {
        throw Refusal{problems::other_generation,
                      {"この続きは前の世代のものです。最初から検索してください。",
                       "the cursor is of an earlier generation; search again from the start"},
                      "cursor"};
    }
    std::size_t begin = 0;
    std::from_chars(text->data() + dot + 1, text->data() + text->size(), begin);
    return begin;
}

struct FoundOfKind {
    const ServedKind* kind;
    LookupAnswer answer;
};

/// Kinds that a text without a kind is looked for in. A kind without a name (character, code) answers only
/// where others do not.
constexpr std::string_view searched_kinds[] = {"municipality", "postal-code", "address",   "town",
                                               "corporation",  "school",      "character", "code"};

std::vector<FoundOfKind> search_all(const Call& call, bool& late) {
    std::vector<FoundOfKind> found;
    const std::string_view wanted = call.text("kind");
    const std::string_view q = call.text("q");
    if (q.empty()) throw Refusal{problems::missing_parameter, {"q を指定してください。", "q is needed"}, "q"};
    for (const std::string_view name : searched_kinds) {
        if (!wanted.empty() && wanted != name) continue;
        if (wanted.empty() && name == "code" && q.find(':') == q.npos) continue;
        if (call.is_late()) {
            late = true;
            break;
        }
        LookupContext context;
        context.as_of = name == "address" ? std::string_view() : call.text("asOf");
        context.area = call.text("area");
        context.limit = name == "address" ? 10 : search_window;
        context.corporations.address = call.text("address");
        found.push_back({served_kind(name), call.data->knowledge().look_up(name, q, context)});
    }
    return found;
}

/// Sure ones of all kinds first, then the others, each in the order of the kinds.
std::vector<ListedMatch> in_order(const std::vector<FoundOfKind>& found, const FieldChoice& wanted) {
    std::vector<ListedMatch> all;
    for (const FoundOfKind& one : found) {
        for (const LookupMatch& match : one.answer.matches) all.push_back({one.kind, &match, &wanted});
    }
    std::stable_sort(all.begin(), all.end(), [](const ListedMatch& a, const ListedMatch& b) {
        const auto rank = [](const LookupMatch& match) {
            return match.sure ? match.rank : match.rank + 1000;
        };
        return rank(*a.match) < rank(*b.match);
    });
    return all;
}

void write_listed(JsonWriter& json, const ListedMatch& listed, Language language) {
    const LookupMatch& match = *listed.match;
    json.begin_object().key("kind").string(listed.kind->kind);
    json.key("id").string_or_null(id_of(*listed.kind, match.fields));
    json.key("label").string(answer_title(match.fields, language));
    json.key("reason").begin_object().key("code").string(match.reason.key);
    json.key("label").string(match.reason.label.in(language)).end_object();
    json.key("sure").boolean(match.sure).key("tied").boolean(match.tied);
    json.key("item");
    write_item(json, listed);
    json.end_object();
}

struct SearchPage {
    const ServedKind* kind = nullptr;  ///< null: of several
    std::vector<ListedMatch> listed;
    std::size_t total = 0;
    std::size_t end = 0;
    bool complete = true;
    bool late = false;
    std::string_view note;
};

Response written_page(const Call& call, const SearchPage& page) {
    const AnswerShape shape = shape_of(call);
    Response response{200, std::string(type_of(shape)), {}, {}};
    if (shape == AnswerShape::csv) {
        response.body = csv_of(page.listed, call.language);
        return response;
    }
    JsonWriter json{response.body};
    json.begin_object();
    if (shape == AnswerShape::geojson) {
        json.key("type").string("FeatureCollection").key("features").begin_array();
        for (const ListedMatch& listed : page.listed) write_feature(json, listed);
    } else {
        json.key("q").string(call.text("q")).key("items").begin_array();
        for (const ListedMatch& listed : page.listed) write_listed(json, listed, call.language);
    }
    json.end_array().key("total").number(page.total).key("totalIsExact").boolean(page.complete);
    const bool more = page.end < page.total;
    json.key("next").string_or_null(more ? cursor_text(call.data->generation(), page.end) : std::string());
    json.key("note").string_or_null(page.note);
    close_answer(response.body, *call.data, page.kind, page.complete && !page.late,
                 page.late       ? "time"
                 : page.complete ? ""
                                 : "more-exist-or-not-covered");
    return response;
}

/// What one kind says of its answer; of several kinds, where none has anything, what the one says that the
/// registry does not have in full.
std::string_view note_of(const std::vector<FoundOfKind>& found, Language language) {
    if (found.size() == 1) return found.front().answer.note(language);
    if (!std::ranges::all_of(found, [](const FoundOfKind& one) { return one.answer.matches.empty(); }))
        return {};
    for (const FoundOfKind& one : found) {
        const std::string_view note = one.answer.note(language);
        if (!one.answer.covered && !note.empty()) return note;
    }
    static constexpr Text nothing{"当てはまるものは、この台帳にありません。",
                                  "nothing in this registry fits"};
    return nothing.in(language);
}

Response page_of(const Call& call, const std::vector<FoundOfKind>& found, SearchPage page) {
    const FieldChoice wanted = fields_of(call);
    page.listed = in_order(found, wanted);
    page.total = page.listed.size();
    for (const FoundOfKind& one : found)
        page.complete &= one.answer.complete || (found.size() > 1 && one.answer.matches.empty());
    page.note = note_of(found, call.language);
    const std::size_t begin = std::min(page_begin(call), page.total);
    page.end = std::min(begin + call.number("limit", 10), page.total);
    page.listed = {page.listed.begin() + static_cast<std::ptrdiff_t>(begin),
                   page.listed.begin() + static_cast<std::ptrdiff_t>(page.end)};
    return written_page(call, page);
}

Response answer_search_page(const Call& call) {
    SearchPage page;
    page.kind = served_kind(call.text("kind"));
    const std::vector<FoundOfKind> found = search_all(call, page.late);
    return page_of(call, found, page);
}

/// Digits of yen, of "500万円" too.
std::string amount_of(const Call& call) {
    const std::string_view given = call.text("amount");
    std::string yen;
    if (!given.empty()) add_programme_amount(std::array{given}, yen);
    if (given.empty() == yen.empty()) return yen;
    throw Refusal{problems::bad_value,
                  {"amount は、1000000 または 100万円 のように書いてください。",
                   "write the amount as 1000000 or 100万円"},
                  "amount"};
}

Response answer_programmes(const Call& call) {
    const std::string amount = amount_of(call);
    const bool open = call.text("open") == "true";
    if (open && call.text("asOf").empty()) {
        throw Refusal{problems::bad_value,
                      {"open には、いつ受け付けているかを asOf で指定してください。",
                       "open needs asOf: open on which day"},
                      "asOf"};
    }
    LookupContext context;
    context.as_of = call.text("asOf");
    context.area = call.text("area");
    context.limit = search_window;
    context.programmes = {call.text("audience"), amount, open};
    SearchPage page;
    page.kind = served_kind("programme");
    const std::vector<FoundOfKind> found = {
        {page.kind, call.data->knowledge().look_up("programme", call.text("q"), context)}};
    return page_of(call, found, page);
}

Response answer_suggestions(const Call& call) {
    std::vector<std::string_view> kinds;
    if (const std::string_view kind = call.text("kind"); kind == "address") {
        kinds = {"municipality", "town"};
    } else if (!kind.empty()) {
        kinds.push_back(kind);
    }
    std::vector<Suggestion> found;
    const auto ask = [&](const Registry* registry) {
        found = suggest(registry, call.text("q"), kinds, call.number("limit", 10));
    };
    if (!call.data->knowledge().with_registry([&](const Registry& registry) { ask(&registry); }))
        ask(nullptr);
    Response response;
    JsonWriter json{response.body};
    json.begin_object().key("q").string(call.text("q")).key("items").begin_array();
    for (const Suggestion& one : found) {
        json.begin_object().key("kind").string(one.kind);
        json.key("kindName").string(served_kind(one.kind)->name.in(call.language)).key("id").string(one.id);
        json.key("text").string(one.label).key("detail").string(one.detail).end_object();
    }
    json.end_array();
    close_answer(response.body, *call.data, served_kind(call.text("kind")), true);
    return response;
}

}  // namespace

void add_search_routes(std::vector<Route>& routes) {
    const RouteParameter text{"q", {"検索語", "what is looked for"}, ParameterKind::text, {}, 0, true};
    routes.push_back(
        {.pattern = "/v1/search",
         .group = "search",
         .help = {"名称などで検索する", "search by name, number, anything"},
         .parameters =
             {text,
              {"kind",
               {"対象。なければすべて", "what is looked for, else anything"},
               ParameterKind::words,
               {searched_kinds, searched_kinds + std::size(searched_kinds)}},
              {"limit", {"件数（既定 10）", "how many (default 10)"}, ParameterKind::number, {}, 100},
              {"cursor", {"前の答えの next", "`next` of the answer before"}},
              {"asOf", {"この日の状態", "state of this day"}, ParameterKind::day},
              {"area", {"市区町村のコード", "code of the municipality"}},
              {"address", {"法人の所在地", "address of a corporation"}},
              {"fields", {"答えに含める項目", "fields of the items"}}},
         .answer = answer_search_page,
         .schema = "Search",
         .examples = {{"/v1/search?q=%E5%A4%A7%E5%AE%AE%E5%B8%82&kind=municipality"},
                      {"/v1/search?q=%E7%99%BD%E5%B1%B1&kind=town&limit=2"},
                      {"/v1/search?q=%E7%99%BD%E5%B1%B1&kind=town&limit=2&format=csv"},
                      {"/v1/search?q=%E7%99%BD%E5%B1%B1&kind=town&format=geojson"},
                      {"/v1/search?q=%E6%96%87%E4%BA%AC%E5%8C%BA%E7%99%BD%E5%B1%B11-1-4"},
                      {"/v1/search?q=x&kind=twon", 400},
                      {"/v1/search", 400},
                      {"/v1/search?q=x&cursor=AAAA", 400}},
         .heavy = true});
    routes.push_back(
        {.pattern = "/v1/programmes",
         .group = "search",
         .help = {"支援制度を探す（語、地域、対象者、金額、受付中）",
                  "search support programmes by words, place, audience, amount and call"},
         .parameters =
             {{"q", {"検索語。なければすべて", "words that are looked for, else all"}},
              {"area",
               {"どこのためか（市区町村・都道府県のコード）",
                "where it is to be for: code of the municipality or prefecture"}},
              {"audience",
               {"対象者", "whom it is for"},
               ParameterKind::words,
               {"person", "business", "victim"}},
              {"amount", {"給付・貸付の額（円）以上", "yen that it gives or lends, or more"}},
              {"open",
               {"asOf の日に受け付けているものだけ", "only those that are open on asOf"},
               ParameterKind::words,
               {"true", "false"}},
              {"asOf", {"この日の状態", "state of this day"}, ParameterKind::day},
              {"limit", {"件数（既定 10）", "how many (default 10)"}, ParameterKind::number, {}, 100},
              {"cursor", {"前の答えの next", "`next` of the answer before"}},
              {"fields", {"答えに含める項目", "fields of the items"}}},
         .answer = answer_programmes,
         .schema = "Search",
         .examples =
             {{"/v1/programmes?q=%E8%A3%9C%E5%8A%A9&asOf=2026-05-01"},
              {"/v1/programmes?audience=business&amount=500%E4%B8%87%E5%86%86&open=true&asOf=2026-05-01"},
              {"/v1/programmes?open=true", 400},
              {"/v1/programmes?amount=much", 400},
              {"/v1/programmes?audience=cat", 400}},
         .heavy = true});
    routes.push_back(
        {.pattern = "/v1/suggest",
         .group = "search",
         .help =
             {"入力中の文字（1文字から、かな、ローマ字）で始まるもの",
              "what a text that is being typed may become, from one character, in kana and Latin letters"},
         .parameters =
             {text,
              {"kind",
               {"対象", "what is suggested"},
               ParameterKind::words,
               {"address", "municipality", "town", "corporation", "postal-code", "school"}},
              {"limit", {"件数（既定 10）", "how many (default 10)"}, ParameterKind::number, {}, 50}},
         .answer = answer_suggestions,
         .schema = "Suggest",
         .examples = {{"/v1/suggest?q=%E5%8D%83"},
                      {"/v1/suggest?q=%E3%81%A1%E3%82%88"},
                      {"/v1/suggest?q=chiyod&kind=municipality"},
                      {"/v1/suggest?q=%E6%96%87%E4%BA%AC%E5%8C%BA%E7%99%BD&kind=town"},
                      {"/v1/suggest?q=060", 200},
                      {"/v1/suggest?q=a&limit=1000", 400}}});
}

}  // namespace daicho
