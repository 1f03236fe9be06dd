#include "tools/near_name.hpp"

#include <string>

#include "grammars/text/nearest.hpp"

namespace daicho {

BothTexts no_such_name(const Text& kind, std::string_view given, const std::vector<std::string_view>& names) {
    const std::string near(nearest(given, names)), name(given);
    return {"「" + name + "」という" + std::string(kind.ja) + "はありません。" +
                (near.empty() ? "" : "「" + near + "」ではありませんか。"),
            "there is no " + std::string(kind.en) + " '" + name + "'" +
                (near.empty() ? "" : "; did you mean '" + near + "'?")};
}

}  // namespace daicho
