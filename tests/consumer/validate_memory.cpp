// Checks a table that is in memory against a model and prints what is wrong with it.
#include <cstdio>
#include <string>

#include "grammars/base/error.hpp"
#include "models/dataset/validate.hpp"

int main() {
    const std::string table =
        "名称,連絡先電話番号\n"
        "本庁,０３－５２５３－５１１１\n"
        "支所,5253\n";
    try {
        daicho::Models models;
        const daicho::CheckResult result =
            daicho::validate(daicho::memory_source(table), {.model = "Facility"}, models);
        for (const daicho::Finding& finding : result.findings) {
            std::printf("line %d, %s: %s\n", static_cast<int>(finding.place.line),
                        std::string(finding.rule.text).c_str(),
                        result.message(finding, daicho::Language::en).c_str());
        }
        return result.has(daicho::Severity::error) ? 1 : 0;
    } catch (const daicho::Error& error) {
        std::fprintf(stderr, "%s\n", error.en().c_str());
        return 2;
    }
}
