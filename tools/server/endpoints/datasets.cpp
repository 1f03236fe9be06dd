// POST /v1/validate and /v1/transform: a record or a file against a model.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "grammars/base/error.hpp"
#include "grammars/formats/output_form.hpp"
#include "models/dataset/fix.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"
#include "models/reports/report.hpp"
#include "models/reports/transform_report.hpp"
#include "tools/server/answer_forms.hpp"
#include "tools/server/endpoints/endpoints.hpp"
#include "tools/server/problem.hpp"

namespace daicho {

namespace {

/// The name by which findings know the dataset; its ending tells the format where the body's type does.
std::string dataset_name(const Call& call) {
    if (const std::string_view name = call.text("name"); !name.empty()) return std::string(name);
    std::string_view type = call.request.header("content-type");
    type = type.substr(0, type.find(';'));
    constexpr std::pair<std::string_view, std::string_view> endings[] = {
        {"text/csv", "dataset.csv"},
        {"text/tab-separated-values", "dataset.tsv"},
        {"application/json", "dataset.json"},
        {"application/geo+json", "dataset.geojson"},
        {"application/x-ndjson", "dataset.jsonl"},
        {"application/xml", "dataset.xml"},
        {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "dataset.xlsx"},
        {"application/vnd.oasis.opendocument.spreadsheet", "dataset.ods"},
    };
    for (const auto& [known, name] : endings) {
        if (type == known) return std::string(name);
    }
    return "dataset";
}

/// Models and transformations are those that are compiled in: no client names files of this machine.
void refuse_paths(std::string_view text, std::string_view parameter) {
    const bool path = text.find(".gif") != text.npos || text.find("..") != text.npos ||
                      text.starts_with('/') || text.find('\\') != text.npos ||
                      (parameter == "map" && text.find('/') != text.npos);
    if (!path) return;
    throw Refusal{problems::bad_value,
                  {"組み込みのモデルや変換の名前を指定してください。",
                   "name a model or transformation that is compiled in"},
                  std::string(parameter)};
}

CheckOptions check_options_of(const Call& call) {
    CheckOptions options;
    options.model = call.text("model").empty() ? "auto" : std::string(call.text("model"));
    refuse_paths(call.text("model"), "model");
    refuse_paths(call.text("map"), "map");
    options.map = call.text("map");
    options.pattern = call.text("pattern");
    options.as_of = call.text("asOf");
    options.read.format = call.text("inputFormat");
    options.read.sheet = call.text("sheet");
    options.read.records = call.text("records");
    options.knowledge = call.data->knowledge().sources();
    return options;
}

void require_body(const Call& call) {
    if (!call.request.body.empty()) return;
    throw Refusal{problems::bad_body,
                  {"本文に表かレコードを入れてください。", "put a table or a record into the body"}};
}

DatasetSource body_source(const Call& call) {
    require_body(call);
    return memory_source(call.request.body, dataset_name(call));
}

Response answer_validation(const Call& call) {
    const std::string form(call.text("report").empty() ? "json" : call.text("report"));
    std::ostringstream out;
    ReportOptions options{.language = call.language, .name = "report"};
    if (const std::size_t most = call.number("maxFindings", 0); most > 0) options.max_findings = most;
    const auto report = make_report(form, out, options);
    validate(body_source(call), check_options_of(call), call.service.models(), *report);
    report->finish();
    std::string body = out.str();
    if (form != "json") {
        const bool json = form == "sarif" || form == "gitlab";
        return {200, json ? "application/json" : "text/plain; charset=utf-8", {}, std::move(body)};
    }
    while (!body.empty() && body.back() != '}') body.pop_back();
    body.pop_back();
    close_answer(body, *call.data, nullptr, true);
    return {200, "application/json", {}, std::move(body)};
}

std::string_view media_type_of(std::string_view form) {
    constexpr std::pair<std::string_view, std::string_view> types[] = {
        {"csv", "text/csv; charset=utf-8"},
        {"tsv", "text/tab-separated-values; charset=utf-8"},
        {"json", "application/json"},
        {"jsonl", "application/x-ndjson"},
        {"geojson", "application/geo+json"},
        {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    };
    for (const auto& [name, type] : types) {
        if (name == form) return type;
    }
    return "application/octet-stream";
}

Response answer_transformation(const Call& call) {
    TransformRequest request;
    request.check = check_options_of(call);
    if (const std::string_view form = call.text("to"); !form.empty()) request.form = form;
    request.english_names = call.text("names") == "en";
    std::string made, told;
    TransformReport report(call.language, [&](std::string_view text) { told += text; });
    transform(body_source(call), memory_target(made, "result"), request, call.service.models(), report);
    if (call.text("answer") != "report") return {200, std::string(media_type_of(request.form)), {}, made};
    while (!told.empty() && told.back() != '}') told.pop_back();
    told.pop_back();
    close_answer(told, *call.data, nullptr, true);
    return {200, "application/json", {}, std::move(told)};
}

/// "12.3,14.1": record and column of the cells that are to be fixed, both from 1.
std::set<std::pair<std::uint64_t, std::uint64_t>> cells_named(const Call& call, std::string_view parameter) {
    std::string_view text = call.text(parameter);
    std::set<std::pair<std::uint64_t, std::uint64_t>> cells;
    while (!text.empty()) {
        const std::string_view one = text.substr(0, text.find(','));
        text.remove_prefix(std::min(one.size() + 1, text.size()));
        std::uint64_t record = 0, column = 0;
        const char* const end = one.data() + one.size();
        const auto [dot, wrong] = std::from_chars(one.data(), end, record);
        const bool is_place = wrong == std::errc{} && dot != end && *dot == '.';
        if (!is_place || std::from_chars(dot + 1, end, column).ptr != end || dot + 1 == end) {
            throw Refusal{problems::bad_value,
                          {"「12.3」のような、レコード番号と列番号の組を指定してください（コンマ区切り）。",
                           "give pairs of record and column such as 12.3, separated by commas"},
                          std::string(parameter)};
        }
        cells.emplace(record, column);
    }
    return cells;
}

/// The dataset with its safe repairs made, every other byte as it came.
Response answer_fix(const Call& call) {
    FixRequest request;
    request.check = check_options_of(call);
    const auto cells = cells_named(call, "cells"), left = cells_named(call, "except");
    request.wanted = [&](const Finding& finding) {
        const std::pair<std::uint64_t, std::uint64_t> cell{finding.record, finding.column};
        return !left.contains(cell) && (cells.empty() || cells.contains(cell));
    };
    require_body(call);
    FixOutcome outcome;
    try {
        outcome = fix(call.request.body, dataset_name(call), request, call.service.models());
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::usage) throw;
        throw Refusal{problems::bad_body, {error.ja(), error.en()}};
    }
    if (call.text("answer") == "undo") return {200, "text/plain; charset=utf-8", {}, std::move(outcome.undo)};
    return {200, "application/octet-stream", {}, std::move(outcome.bytes)};
}

std::vector<std::string_view> names_of_forms() {
    std::vector<std::string_view> names;
    for (const OutputForm& form : output_forms()) names.push_back(form.name);
    return names;
}

std::vector<std::string_view> names_of_reports() {
    std::vector<std::string_view> names;
    for (const ReportKind& kind : report_kinds()) {
        if (kind.name != "xlsx") names.push_back(kind.name);
    }
    return names;
}

std::vector<RouteParameter> dataset_parameters() {
    return {
        {"model", {"モデル（既定 auto）", "the model (default auto)"}},
        {"name",
         {"ファイルの名前（拡張子で形式を決める）", "name of the file, whose ending tells the format"}},
        {"map", {"変換の名前", "a transformation, by its name"}},
        {"pattern", {"必須パターン（MP01 など）", "required pattern, as MP01"}},
        {"asOf", {"この日のコードで調べる", "codes are those of this day"}, ParameterKind::day},
        {"inputFormat", {"本文の形式", "format of the body"}},
        {"sheet", {"シートの名前か番号", "name or number of the sheet"}},
        {"records", {"レコードの位置（JSON ポインターなど）", "where the records are, as a JSON pointer"}}};
}

constexpr std::string_view one_facility = R"({"名称":"本庁","連絡先電話番号":"０３－５２５３－５１１１"})";

}  // namespace

void add_dataset_routes(std::vector<Route>& routes) {
    Route route{
        .method = Method::post,
        .pattern = "/v1/validate",
        .group = "datasets",
        .help = {"表かレコードをモデルと照合する", "check a table or a record against a model"},
        .parameters = dataset_parameters(),
        .answer = answer_validation,
        .schema = "Validation",
        .examples = {{"/v1/validate?model=Facility", 200, one_facility, "application/json"},
                     {"/v1/validate?model=Facility", 200, "名称,連絡先電話番号\n本庁,5253\n", "text/csv"},
                     {"/v1/validate?model=Nothing", 400, one_facility, "application/json"},
                     {"/v1/validate?model=Facility", 400, "", "text/csv"}},
        .cached = false,
        .heavy = true,
        .body_limit = std::size_t{1} << 40,
        .seconds = 120};
    route.parameters.push_back({"report",
                                {"報告の種類（既定 json）", "output format of the findings (default json)"},
                                ParameterKind::words,
                                names_of_reports()});
    route.parameters.push_back({"maxFindings",
                                {"載せる指摘の数", "how many findings are listed"},
                                ParameterKind::number,
                                {},
                                100000});
    routes.push_back(route);
    Route other{
        .method = Method::post,
        .pattern = "/v1/transform",
        .group = "datasets",
        .help = {"表かレコードをモデルの形に書き直す", "write a table or a record as a model asks for it"},
        .parameters = dataset_parameters(),
        .answer = answer_transformation,
        .examples = {{"/v1/transform?model=Facility&to=json", 200, one_facility, "application/json"},
                     {"/v1/transform?model=Facility&answer=report", 200, one_facility, "application/json"},
                     {"/v1/transform?model=Facility&to=pdf", 400, one_facility, "application/json"}},
        .answer_type = "*/*",
        .cached = false,
        .heavy = true,
        .body_limit = std::size_t{1} << 40,
        .seconds = 120};
    other.parameters.push_back({"to",
                                {"書く形式（既定 csv）", "output format (default csv)"},
                                ParameterKind::words,
                                names_of_forms()});
    other.parameters.push_back(
        {"names", {"見出しの言語", "language of headers"}, ParameterKind::words, {"ja", "en"}});
    other.parameters.push_back({"answer",
                                {"表か報告か（既定 table）", "the table, or the report of what was changed"},
                                ParameterKind::words,
                                {"table", "report"}});
    routes.push_back(other);
    Route fixing{
        .method = Method::post,
        .pattern = "/v1/fix",
        .group = "datasets",
        .help =
            {"意味の変わらない修正だけをし、ほかのバイトは元のままにする（CSV、TSV、JSON）",
             "make the repairs that cannot change the meaning and leave every other byte (CSV, TSV, JSON)"},
        .parameters = dataset_parameters(),
        .answer = answer_fix,
        .examples = {{"/v1/fix?model=none", 200, "電話番号,n\n０３－３２１２－２１１１,1\n", "text/csv"},
                     {"/v1/fix?model=none&cells=1.2", 200, "電話番号,n\n０３－３２１２－２１１１,1\n",
                      "text/csv"},
                     {"/v1/fix?cells=x", 400, "電話番号\n1\n", "text/csv"},
                     {"/v1/fix", 400, "", "text/csv"}},
        .answer_type = "*/*",
        .cached = false,
        .heavy = true,
        .body_limit = std::size_t{1} << 40,
        .seconds = 120};
    std::erase_if(fixing.parameters, [](const RouteParameter& one) { return one.name == "map"; });
    fixing.parameters.push_back(
        {"cells",
         {"直すセル（レコード番号.列番号、コンマ区切り。既定は直せるものすべて）",
          "cells to fix, as RECORD.COLUMN separated by commas (default: all that can be)"}});
    fixing.parameters.push_back({"except", {"直さないセル", "cells that are left"}});
    fixing.parameters.push_back(
        {"answer",
         {"表か、元に戻すための記録か（既定 table）", "the table, or the record that takes the fix back"},
         ParameterKind::words,
         {"table", "undo"}});
    routes.push_back(std::move(fixing));
}

}  // namespace daicho
