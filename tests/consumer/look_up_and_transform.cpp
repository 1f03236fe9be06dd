// Looks a municipality up, and writes a table that is in memory in the shape of a model.
#include <cstdio>
#include <string>

#include "grammars/base/error.hpp"
#include "models/dataset/transform.hpp"
#include "registries/knowledge/knowledge.hpp"
#include "registries/lookup/answer_json.hpp"

int main(int count, char** arguments) {
    const std::string query = "焼津市",
                      table = "名称,住所,開始時間\n本庁,静岡県焼津市本町２－１６－３２,9時\n";
    try {
        // Without a registry only what is compiled in is known, as municipalities are.
        const daicho::Knowledge knowledge({.registry = count > 1 ? arguments[1] : ""});
        const daicho::LookupKind& kind = *daicho::find_lookup_kind("municipality");
        std::string answer;
        daicho::append_answer_json(answer, kind, query, knowledge.look_up(kind.name, query),
                                   daicho::Language::en);
        std::printf("%s", answer.c_str());

        daicho::Models models;
        daicho::TransformRequest request;
        request.check.model = "Facility";
        request.check.knowledge = knowledge.sources();
        std::string result;
        const daicho::TransformOutcome outcome =
            daicho::transform(daicho::memory_source(table), daicho::memory_target(result), request, models);
        std::printf("%s", result.c_str());
        return outcome.level >= daicho::Level::lv1 ? 0 : 1;
    } catch (const daicho::Error& error) {
        std::fprintf(stderr, "%s\n", error.en().c_str());
        return 2;
    }
}
