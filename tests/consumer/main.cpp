// What a service does with an installed daicho: checks a table and transforms it with what a registry knows,
// and looks things up. consumer REGISTRY
#include <cstdio>
#include <string>

#include "grammars/base/error.hpp"
#include "grammars/values/value_type.hpp"
#include "models/dataset/transform.hpp"
#include "models/dataset/validate.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "registries/lookup/answer_json.hpp"

namespace {

const std::string companies =
    "法人番号,商号又は名称\r\n"
    "1170001009163,株式会社朝日ダイヤ\r\n"
    "９１７０００１０１１０７９,名なし\r\n";

void show(const char* name, const std::string& text) {
    std::printf("%s: %s\n", name, text.c_str());
}

daicho::CheckOptions legal_entities(const daicho::Knowledge& knowledge) {
    daicho::CheckOptions options;
    options.model = "LegalEntity";
    options.knowledge = knowledge.sources();
    return options;
}

void check(const daicho::Knowledge& knowledge, daicho::Models& models) {
    const auto result = daicho::validate(daicho::memory_source(companies), legal_entities(knowledge), models);
    for (const daicho::Finding& finding : result.findings) {
        if (finding.place.line == 0) continue;
        show(std::string(finding.rule.text).c_str(),
             std::to_string(finding.place.line) + " " + std::string(finding.header) + " " + finding.value);
    }
}

void change(const daicho::Knowledge& knowledge, daicho::Models& models) {
    daicho::TransformRequest request;
    request.check = legal_entities(knowledge);
    request.write.newline = daicho::Newline::lf;
    std::string made;
    const auto outcome =
        daicho::transform(daicho::memory_source(companies), daicho::memory_target(made), request, models);
    show("cells changed", std::to_string(outcome.changed));
    show("result", made.substr(0, made.find('\n')));
}

std::string answer(const daicho::Knowledge& knowledge, const char* kind, const char* query) {
    const daicho::LookupAnswer found = knowledge.look_up(kind, query);
    std::string json;
    daicho::append_answer_json(json, *daicho::find_lookup_kind(kind), query, found, daicho::Language::en);
    return std::string(daicho::name_of(found.status())) + " " + json.substr(0, json.find("\"matches\""));
}

}  // namespace

int main(int, char** arguments) {
    try {
        const auto day = daicho::find_value_type("date")->canonical("令和６年４月１８日", {});
        show("date", day ? *day : "refused");
        const daicho::Knowledge knowledge{{.registry = arguments[1]}};
        daicho::Models models;
        check(knowledge, models);
        change(knowledge, models);
        show("address", answer(knowledge, "address", "東京都文京区白山一丁目1-2"));
        show("corporation", answer(knowledge, "corporation", "1170001009163"));
        show("outdated", knowledge.is_outdated() ? "yes" : "no");
    } catch (const daicho::Error& error) {
        std::fprintf(stderr, "%s\n", error.en().c_str());
        return 2;
    }
}
