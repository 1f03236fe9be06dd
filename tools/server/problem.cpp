#include "tools/server/problem.hpp"

#include "grammars/formats/json_writer.hpp"

namespace daicho {

namespace problems {
const ProblemKind bad_target{"bad-target", 400, {"URL が不正です", "the target of the request is malformed"}};
const ProblemKind bad_header{"bad-request", 400, {"HTTP の要求が不正です", "the request is not HTTP"}};
const ProblemKind bad_body{"bad-body", 400, {"本文を読み取れません", "the body cannot be read"}};
const ProblemKind unknown_path{"unknown-path", 404, {"この URL はありません", "there is no such path"}};
const ProblemKind unknown_parameter{
    "unknown-parameter", 400, {"このパラメーターはありません", "there is no such parameter"}};
const ProblemKind bad_value{
    "bad-value", 400, {"パラメーターの値が不正です", "the value of a parameter is invalid"}};
const ProblemKind missing_parameter{
    "missing-parameter", 400, {"パラメーターが足りません", "a parameter is missing"}};
const ProblemKind method_not_allowed{
    "method-not-allowed", 405, {"このメソッドは使えません", "the method is not allowed here"}};
const ProblemKind not_found{"not-found", 404, {"該当するものがありません", "there is no such thing"}};
const ProblemKind not_covered{
    "not-covered", 404, {"台帳ファイルに収録されていません", "the registry does not cover it: it may exist"}};
const ProblemKind not_acceptable{
    "not-acceptable", 406, {"この形式では返せません", "it cannot be given in this form"}};
const ProblemKind unsupported_type{
    "unsupported-type", 415, {"この種類の本文は受け付けません", "a body of this type is not taken"}};
const ProblemKind too_large{"too-large", 413, {"本文が大きすぎます", "the body is too large"}};
const ProblemKind header_too_large{
    "header-too-large", 431, {"ヘッダーが大きすぎます", "the header is too large"}};
const ProblemKind timeout{"timeout", 408, {"時間内に届きませんでした", "the request took too long"}};
const ProblemKind other_generation{
    "other-generation", 410, {"この世代のデータはもうありません", "data of this generation are gone"}};
const ProblemKind personal_data{
    "personal-data",
    405,
    {"個人に関する値は POST で送ってください", "values about persons are taken by POST only"}};
const ProblemKind too_many{"too-many-requests", 429, {"要求が多すぎます", "too many requests"}};
const ProblemKind not_ready{"not-ready", 503, {"準備中です", "the registry is being opened"}};
const ProblemKind busy{"busy", 503, {"混み合っています", "the service is busy"}};
const ProblemKind out_of_scope{
    "unprocessable", 422, {"処理できない内容です", "what was sent cannot be processed"}};
const ProblemKind registry_failed{
    "registry-failed", 503, {"台帳ファイルを読み取れません", "the registry cannot be read"}};
const ProblemKind internal{"internal", 500, {"内部エラーです", "internal error"}};
}  // namespace problems

Response problem_response(const Refusal& refusal, Language language) {
    const ProblemKind& kind = refusal.kind;
    Response response{kind.status, "application/problem+json", {}, {}};
    JsonWriter json{response.body};
    json.begin_object();
    json.key("type").string("about:blank");
    json.key("code").string(kind.code);
    json.key("status").number(kind.status);
    json.key("title").string(kind.title.in(language));
    json.key("detail").string(refusal.detail.in(language));
    json.key("messages").begin_object();
    json.key("ja").string(refusal.detail.ja).key("en").string(refusal.detail.en).end_object();
    if (!refusal.parameter.empty()) json.key("parameter").string(refusal.parameter);
    json.end_object();
    response.body += '\n';
    if (kind.status == 429 || kind.status == 503) response.headers.push_back({"Retry-After", "1"});
    response.headers.push_back({"Cache-Control", "no-store"});
    response.headers.push_back({"Content-Language", language == Language::ja ? "ja" : "en"});
    return response;
}

}  // namespace daicho
