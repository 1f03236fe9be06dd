#include "registries/reference/postal_questions.hpp"

#include "registries/sources/place_key.hpp"

namespace daicho {

std::string postal_code_agrees(const Registry& registry, std::string_view key) {
    if (key.size() < 15 || !registry.has("postal_code")) return {};
    const std::string_view code = key.substr(0, 7), municipality = key.substr(8, 5);
    const std::string town = place_key(key.substr(15));
    Statement& rows =
        registry.prepared("select localGovernmentCode, town_key from postal_code where postalCode = ?");
    rows.bind(0, code);
    std::string answer;
    while (rows.step()) {
        const std::string_view named = rows.text(1);
        if (rows.text(0) != municipality) {
            if (answer.empty()) answer = "no";
        } else if (named.empty() || town.empty()) {  // 以下に掲載がない場合, and the like
            answer.clear();
            break;
        } else if (town.starts_with(named) || named.starts_with(town)) {
            answer = "yes";
            break;
        } else {
            answer = "no";
        }
    }
    rows.reset();
    return answer;
}

}  // namespace daicho
