// The page: files of tools/page, compiled in.
#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "grammars/base/embedded_file.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/endpoints/page_start.hpp"
#include "tools/server/problem.hpp"

namespace daicho {

std::span<const EmbeddedFile> page_files();

namespace {

/// Nothing comes from elsewhere, nothing is written into the page by script or style of its own.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src "
    "'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

std::string_view page_type(std::string_view name) {
    constexpr std::pair<std::string_view, std::string_view> types[] = {
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".json", "application/json"},
        {".geojson", "application/geo+json"},
        {".png", "image/png"},
        {".txt", "text/plain; charset=utf-8"},
        {".webmanifest", "application/manifest+json"},
    };
    for (const auto& [ending, type] : types) {
        if (name.ends_with(ending)) return type;
    }
    return "application/octet-stream";
}

const EmbeddedFile* page_file(std::string_view name) {
    for (const EmbeddedFile& file : page_files()) {
        if (file.path.substr(file.path.rfind('/') + 1) == name) return &file;
    }
    return nullptr;
}

Response answer_file(std::string_view name) {
    const EmbeddedFile* file = page_file(name);
    if (!file) {
        throw Refusal{problems::not_found,
                      {"ページにこのファイルはありません。", "the page has no such file"}};
    }
    Response response{200, std::string(page_type(name)), {}, std::string(file->text)};
    response.headers.push_back({"Content-Security-Policy", std::string(page_policy)});
    return response;
}

/// Those of the form; the first choice of `kind` is none.
std::vector<RouteParameter> page_parameters() {
    std::vector<std::string_view> kinds;
    for (const ServedKind& kind : served_kinds()) kinds.push_back(kind.kind);
    return {{"q", {"検索語", "what is looked for"}},
            {"kind", {"種類", "its kind"}, ParameterKind::words, kinds},
            {"asOf", {"この日の状態", "state of this day"}, ParameterKind::day},
            {"lang", {"言語", "language"}, ParameterKind::words, {"ja", "en"}}};
}

Response answer_start(const Call& call) {
    Response response = answer_file("index.html");
    response.body = start_page(response.body, call);
    return response;
}

Response answer_page_file(const Call& call) {
    return answer_file(call.id);
}

}  // namespace

void add_page_routes(std::vector<Route>& routes) {
    const auto add = [&](std::string_view pattern, Text help, Response (*answer)(const Call&),
                         std::vector<RouteExample> examples) {
        routes.push_back({.pattern = pattern,
                          .group = "page",
                          .help = help,
                          .answer = answer,
                          .examples = std::move(examples),
                          .answer_type = "text/html",
                          .needs_data = false,
                          .cached = false});
    };
    add("/", {"検索ページ", "the page"}, answer_start,
        {{"/"},
         {"/?q=%E5%A4%A7%E5%AE%AE%E5%B8%82&kind=&asOf="},
         {"/?q=131016&lang=en"},
         {"/?q=x&kind=none", 400}});
    routes.back().parameters = page_parameters();
    routes.back().answer_type = "text/html";
    add("/page/{id}", {"検索ページのファイル", "files of the page"}, answer_page_file,
        {{"/page/page.css"}, {"/page/none.css", 404}});
    routes.back().answer_type = "*/*";
}

}  // namespace daicho
